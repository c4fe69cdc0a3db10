type Keyed<Item> = Readonly<{ key: string; item: Item }>;

/** Waiting work in which a key has one item in hand at most, and the others of that key stay behind it. */
interface KeyedQueue<Item> {
  add(key: string, item: Item): void;
  /** The oldest item of the key that has waited longest, or `null` when every key has one in hand. */
  next(): Keyed<Item> | null;
  /** The item in hand is over; the next of its key may come. */
  done(key: string): void;
  /** The item in hand was not handled: the same one comes again, before all others. */
  requeueFront(key: string): void;
  /** The item in hand was not handled, and lets the other keys go first; it stays the first of its own. */
  behind(key: string): void;
}

export const keyedQueue = <Item>(): KeyedQueue<Item> => {
  const waiting = new Map<string, Item[]>();
  let ready: string[] = [];
  let first = 0;

  const compact = () => {
    if (first < 1_000) return;
    ready = ready.slice(first);
    first = 0;
  };

  return {
    add: (key, item) => {
      const items = waiting.get(key);
      if (items !== undefined) return void items.push(item);
      waiting.set(key, [item]);
      ready.push(key);
    },

    next: () => {
      const key = ready[first];
      const item = key === undefined ? undefined : waiting.get(key)?.[0];
      if (key === undefined || item === undefined) return null;
      first++;
      compact();
      return { key, item };
    },

    done: (key) => {
      const items = waiting.get(key);
      items?.shift();
      if (items === undefined || items.length === 0) waiting.delete(key);
      else ready.push(key);
    },

    requeueFront: (key) => {
      if (first > 0) ready[--first] = key;
      else ready.unshift(key);
    },

    behind: (key) => void ready.push(key),
  };
};
