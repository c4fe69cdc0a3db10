/** Both numbers are those of Kafka's `Utils.murmur2`. */
const seed = 0x9747b28c;
const mix = 0x5bd1e995;

const word = (bytes: Uint8Array, at: number): number =>
  (bytes[at] ?? 0) |
  ((bytes[at + 1] ?? 0) << 8) |
  ((bytes[at + 2] ?? 0) << 16) |
  ((bytes[at + 3] ?? 0) << 24);

const stirred = (value: number): number => {
  const once = Math.imul(value, mix);
  return Math.imul(once ^ (once >>> 24), mix);
};

/**
 * The 32-bit murmur2 of Kafka's Java client, signed as it is there.
 * @see https://github.com/apache/kafka/blob/trunk/clients/src/main/java/org/apache/kafka/common/utils/Utils.java
 */
const murmur2 = (bytes: Uint8Array): number => {
  const whole = bytes.length & ~3;
  let hash = seed ^ bytes.length;
  for (let at = 0; at < whole; at += 4) hash = Math.imul(hash, mix) ^ stirred(word(bytes, at));

  // Bytes that fill no word of their own; beyond the end `word` reads zeroes.
  if (whole < bytes.length) hash = Math.imul(hash ^ word(bytes, whole), mix);

  hash = Math.imul(hash ^ (hash >>> 13), mix);
  return hash ^ (hash >>> 15);
};

const encoder = new TextEncoder();

/**
 * The partition of a key, from 0 to `partitions` - 1, as Kafka's default partitioner chooses it. Every adapter uses
 * it, so that the messages of a case keep their order when a town moves from one adapter to another.
 */
export const partitionOf = (key: string, partitions: number): number =>
  (murmur2(encoder.encode(key)) & 0x7fffffff) % partitions;
