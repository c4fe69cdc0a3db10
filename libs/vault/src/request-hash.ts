/** What is on record of a request's body, so that the same request is known again. */
import { createHmac } from 'node:crypto';
import { hashOf } from '@mulin/kernel';
import { masterKeysOf } from './crypto.js';

/**
 * A hash that nobody can try likely bodies against who has no master key: bodies hold words and phones, and there
 * are few enough of those to try them all.
 */
export type RequestHash = Readonly<{
  /** Of any JSON value; the order of its fields makes no difference. */
  of: (body: unknown) => Promise<string>;
  /** Whether what was recorded and what is asked were made of the same body. */
  isSame: (recorded: string | undefined, asked: string | undefined) => boolean;
}>;

const mark = 'hmac:';
/** Older towns recorded the bare SHA-256. */
const isBare = (recorded: string): boolean => /^[\da-f]{64}$/.test(recorded);

/**
 * Keyed hashes (HMAC-SHA-256) of requests' bodies. A bare SHA-256 that an older town recorded is compared by keying
 * it, too.
 *
 * @param master the key that the vault is locked with, at least 32 bytes; `Error` where it is shorter.
 */
export const requestHashOf = (master: Uint8Array): RequestHash => {
  const { requests } = masterKeysOf(master);
  // Over the bare hash, so that a request which an older town recorded is known again.
  const keyed = (bare: string) => mark + createHmac('sha256', requests).update(bare).digest('hex');
  return {
    of: async (body) => keyed(await hashOf(body)),
    isSame: (recorded, asked) =>
      recorded === asked || (recorded !== undefined && isBare(recorded) && keyed(recorded) === asked),
  };
};
