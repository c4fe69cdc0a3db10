import {
  type Delivered,
  type Receipt,
  type SetAside,
  type SetAsides,
  Unavailable,
  uuidOf,
} from '@mulin/kernel';
import type { Receive } from './receiver.js';

/** Set-aside messages of many groups, and who here can be offered one of them again. */
export interface OfferedSetAsides extends SetAsides {
  /** From now on, what belongs to this group is offered here. */
  offerTo(group: string, receive: Receive): void;
}

/** A message set aside again is the same item, with its newest reason. */
export const setAsideId = (group: string, { topic, partition, offset }: Delivered): Promise<string> =>
  uuidOf('set-aside', group, topic, String(partition), String(offset));

/** How set-aside messages are kept; the rest is the same whatever keeps them. */
export interface SetAsideStore {
  put(item: SetAside): Promise<void>;
  /** Oldest first. */
  list(group?: string): Promise<readonly SetAside[]>;
  find(id: string): Promise<SetAside | null>;
  remove(id: string): Promise<boolean>;
}

const isDone = (receipt: Receipt) => receipt === 'handled' || receipt === 'ignored';

export const offeredSetAsides = (store: SetAsideStore): OfferedSetAsides => {
  const receivers = new Map<string, Receive>();

  return {
    offerTo: (group, receive) => void receivers.set(group, receive),
    put: async (item) => store.put({ ...item, id: await setAsideId(item.group, item.message) }),
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

export const memorySetAsides = (): OfferedSetAsides => {
  const items = new Map<string, SetAside>();
  return offeredSetAsides({
    put: async (item) => void items.set(item.id, item),
    list: async (group) =>
      [...items.values()]
        .filter((item) => group === undefined || item.group === group)
        .sort((one, other) => (one.at < other.at ? -1 : 1)),
    find: async (id) => items.get(id) ?? null,
    remove: async (id) => items.delete(id),
  });
};
