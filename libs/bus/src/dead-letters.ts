import {
  type Delivered,
  type HandlingOutcome,
  type DeadLetter,
  type DeadLetterQueue,
  Unavailable,
  uuidOf,
} from '@mulin/kernel';
import type { Receive } from './consumer/receiver.js';

/** The dead letters of many groups, and the receivers of this process that can be given one again. */
export interface DeadLetterQueueWithOffer extends DeadLetterQueue {
  /** From now on `retry` hands dead letters of this group to this receiver. */
  offerTo(group: string, receive: Receive): void;
}

/** The id of a dead letter, made of its group and place: set aside again, the message is the same item. */
const deadLetterId = (group: string, { topic, partition, offset }: Delivered): Promise<string> =>
  uuidOf('set-aside', group, topic, String(partition), String(offset));

/** Where dead letters are stored. */
interface DeadLetterStore {
  put(item: DeadLetter): Promise<void>;
  /** Oldest first. */
  list(group?: string): Promise<readonly DeadLetter[]>;
  find(id: string): Promise<DeadLetter | null>;
  remove(id: string): Promise<boolean>;
}

const isDone = (outcome: HandlingOutcome) => outcome === 'handled' || outcome === 'ignored';

/** The queue over a store: what is the same wherever dead letters are stored. */
export const deadLetterQueue = (store: DeadLetterStore): DeadLetterQueueWithOffer => {
  const receivers = new Map<string, Receive>();

  return {
    offerTo: (group, receive) => void receivers.set(group, receive),
    put: async (item) => store.put({ ...item, id: await deadLetterId(item.group, item.message) }),
    list: store.list,
    retry: async (id) => {
      const item = await store.find(id);
      if (item === null) return null;
      const receive = receivers.get(item.group);
      if (receive === undefined)
        throw new Unavailable({
          en: `Nobody here reads as "${item.group}".`,
          zh: `本程序中没有名为“${item.group}”的消费组。`,
        });

      // If it fails again, the receiver puts it here again, as the same item.
      const outcome = await receive(item.message);
      if (isDone(outcome)) await store.remove(id);
      return outcome;
    },
    drop: store.remove,
  };
};

/** Dead letters in memory, for tests. */
export const memoryDeadLetters = (): DeadLetterQueueWithOffer => {
  const items = new Map<string, DeadLetter>();
  return deadLetterQueue({
    put: async (item) => void items.set(item.id, item),
    list: async (group) =>
      [...items.values()]
        .filter((item) => group === undefined || item.group === group)
        .sort((one, other) => (one.at < other.at ? -1 : 1)),
    find: async (id) => items.get(id) ?? null,
    remove: async (id) => items.delete(id),
  });
};
