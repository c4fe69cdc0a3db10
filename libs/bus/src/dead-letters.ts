import {
  type Delivered,
  type HandlingOutcome,
  type DeadLetter,
  type DeadLetterQueue,
  Unavailable,
  uuidOf,
} from '@mulin/kernel';
import type { Receive } from './consumer/receiver.js';

/** Set-aside messages of many groups, and who here can be offered one of them again. */
export interface DeadLetterQueueWithOffer extends DeadLetterQueue {
  /** From now on, what belongs to this group is offered here. */
  offerTo(group: string, receive: Receive): void;
}

/** A message set aside again is the same item, with its newest reason. */
export const deadLetterId = (group: string, { topic, partition, offset }: Delivered): Promise<string> =>
  uuidOf('set-aside', group, topic, String(partition), String(offset));

/** How set-aside messages are kept; the rest is the same whatever keeps them. */
export interface DeadLetterStore {
  put(item: DeadLetter): Promise<void>;
  /** Oldest first. */
  list(group?: string): Promise<readonly DeadLetter[]>;
  find(id: string): Promise<DeadLetter | null>;
  remove(id: string): Promise<boolean>;
}

const isDone = (receipt: HandlingOutcome) => receipt === 'handled' || receipt === 'ignored';

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
      if (receive === undefined) throw new Unavailable(`Nobody here reads as "${item.group}".`);

      // If it fails again, the receiver puts it here again, as the same item.
      const receipt = await receive(item.message);
      if (isDone(receipt)) await store.remove(id);
      return receipt;
    },
    drop: store.remove,
  };
};

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
