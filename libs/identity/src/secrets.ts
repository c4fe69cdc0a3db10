/** Keys of what is shown to prove something, and is itself kept by nobody. */
import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import { crockford, inGroups, readCrockford } from './crockford.js';

const keyBytes = 32;
/** 50 bits: ten characters. */
const codeBytes = 7;
const codeLength = 10;

/** A keyed hash of a text, in 64 hexadecimal digits; `use` keeps hashes of one kind apart from those of another. */
export type KeyedHash = (use: 'session' | 'address' | 'attempt' | 'internal', text: string) => string;

/** `master`: the town's master key, at least 32 bytes; each use has a key of its own, derived by HKDF (RFC 5869). */
const keyFor = (master: Uint8Array, use: string): Buffer => {
  if (master.length < keyBytes) throw new Error(`a master key has at least ${keyBytes} bytes`);
  return Buffer.from(hkdfSync('sha256', master, 'mulin', `identity/${use}`, keyBytes));
};

/**
 * Hashes by which sessions, addresses and failures are kept and found again, and not said by a copy of the database;
 * and by which processes of a town (`internal`) know each other.
 *
 * @param master the town's master key, at least 32 bytes.
 * @throws an `Error` where it is shorter.
 */
export const keyedHashOf = (master: Uint8Array): KeyedHash => {
  const keys = {
    session: keyFor(master, 'session'),
    address: keyFor(master, 'address'),
    attempt: keyFor(master, 'attempt'),
    internal: keyFor(master, 'internal'),
  };
  return (use, text) => createHmac('sha256', keys[use]).update(text).digest('hex');
};

/** The code by which a resident comes to their own case. */
export type CaseCodes = Readonly<{
  /** The code of a case, always the same: `7K3M-9QXT-WA`. It is made from a key and kept nowhere. */
  of: (caseId: string) => string;
  /** Whether it is the code of this case, however it was typed. */
  isOf: (caseId: string, code: string) => boolean;
}>;

/**
 * The codes of one town's cases: another town has others.
 *
 * @param master the town's master key, at least 32 bytes.
 * @throws an `Error` where it is shorter.
 */
export const caseCodesOf = (master: Uint8Array): CaseCodes => {
  const key = keyFor(master, 'case-code');
  const codeOf = (caseId: string): string =>
    crockford(createHmac('sha256', key).update(caseId).digest().subarray(0, codeBytes)).slice(0, codeLength);
  return {
    of: (caseId) => inGroups(codeOf(caseId), 4),
    isOf: (caseId, code) => {
      const [known, given] = [Buffer.from(codeOf(caseId)), Buffer.from(readCrockford(code))];
      return known.length === given.length && timingSafeEqual(known, given);
    },
  };
};
