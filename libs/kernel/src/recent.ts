/** A bounded cache of what was used last. */
export type Recent<Key, Value> = Readonly<{
  get: (key: Key) => Value | undefined;
  has: (key: Key) => boolean;
  set: (key: Key, value: Value) => void;
  delete: (key: Key) => void;
  clear: () => void;
}>;

/**
 * A map of the `most` entries that were set or read last, and at most as many again of older ones. It keeps two
 * generations and drops the older one whole, because a `Map` whose oldest entry is deleted again and again has to
 * step over all that were deleted before it.
 */
export const recent = <Key, Value>(most: number): Recent<Key, Value> => {
  let young = new Map<Key, Value>();
  let old = new Map<Key, Value>();

  const set = (key: Key, value: Value) => {
    young.set(key, value);
    if (young.size < most) return;
    old = young;
    young = new Map();
  };

  return {
    get: (key) => {
      const value = young.get(key);
      if (value !== undefined || !old.has(key)) return value;
      const before = old.get(key);
      // It is there: what was set was a value.
      set(key, before as Value);
      return before;
    },
    has: (key) => young.has(key) || old.has(key),
    set,
    delete: (key) => {
      young.delete(key);
      old.delete(key);
    },
    clear: () => {
      young = new Map();
      old = new Map();
    },
  };
};
