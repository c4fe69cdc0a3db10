/** How content is sealed: AES-256-GCM, a key for each person, wrapped by keys that come from one master key. */
import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { Rejection } from '@mulin/kernel';

const algorithm = 'aes-256-gcm';
/** NIST SP 800-38D: 96-bit nonces and 128-bit tags. */
const nonceBytes = 12;
const tagBytes = 16;

/** Bytes of every key here, the master key included: what AES-256 takes (FIPS 197). */
export const keyBytes = 32;
/** A new key of `keyBytes` bytes, from the random numbers of the operating system. */
export const newKey = (): Buffer => randomBytes(keyBytes);

/**
 * Encrypts `plain` with AES-256-GCM (NIST SP 800-38D) under a random nonce.
 *
 * @param key 32 bytes.
 * @param bound what the result is bound to (additional authenticated data), such as the ids of its row: moved to
 *   another row, it does not open.
 * @returns nonce (12 bytes), tag (16 bytes), ciphertext.
 */
export const seal = (key: Buffer, plain: Buffer, bound: string): Buffer => {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv(algorithm, key, nonce, { authTagLength: tagBytes });
  cipher.setAAD(Buffer.from(bound));
  const sealed = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]);
};

/**
 * What `seal` encrypted.
 *
 * @param sealed nonce, tag and ciphertext, as `seal` gives them.
 * @throws `Error` where key, bytes or `bound` are not those of the sealing.
 */
export const open = (key: Buffer, sealed: Buffer, bound: string): Buffer => {
  const nonce = sealed.subarray(0, nonceBytes);
  const decipher = createDecipheriv(algorithm, key, nonce, { authTagLength: tagBytes });
  decipher.setAAD(Buffer.from(bound));
  decipher.setAuthTag(sealed.subarray(nonceBytes, nonceBytes + tagBytes));
  return Buffer.concat([decipher.update(sealed.subarray(nonceBytes + tagBytes)), decipher.final()]);
};

/**
 * Proves that it was this content. The salt comes from the person's own key (HKDF, RFC 5869): without it nobody can
 * try likely contents, and once it is destroyed nobody can at all.
 *
 * @param id of the item, so that the same text has another hash in another item.
 * @returns HMAC-SHA-256 as 64 hexadecimal digits.
 */
export const saltedHash = (personKey: Buffer, id: string, text: string): string => {
  const salt = Buffer.from(hkdfSync('sha256', personKey, 'mulin', `hash ${id}`, keyBytes));
  return createHmac('sha256', salt).update(text).digest('hex');
};

/** What is derived from one master key: a key for each use, so that none gives another away. */
export type MasterKeys = Readonly<{
  /** Names the master key without telling it, so that a wrong one is noticed. */
  id: string;
  /** Wraps the keys of persons. */
  wrapping: Buffer;
  /** For the hashes by which phones and names are found. */
  lookupKey: Buffer;
  /** For hashes of what was asked. */
  requests: Buffer;
  /** For what residents' accounts are called in events. */
  pseudonyms: Buffer;
}>;

/**
 * Keys for each use, derived from the master key (HKDF with SHA-256, RFC 5869). The same master key gives the same
 * keys.
 *
 * @param master at least 32 bytes; usually what `masterKeyFor` gives.
 * @throws `Error` where it is shorter.
 */
export const masterKeysOf = (master: Uint8Array): MasterKeys => {
  if (master.length < keyBytes) throw new Error(`a master key has at least ${keyBytes} bytes`);
  const derived = (use: string) => Buffer.from(hkdfSync('sha256', master, 'mulin', use, keyBytes));
  return {
    id: derived('id').toString('hex').slice(0, 16),
    wrapping: derived('wrap'),
    lookupKey: derived('phones'),
    requests: derived('requests'),
    pseudonyms: derived('pseudonyms'),
  };
};

/** From emergency numbers (110) to what an international number with its prefixes may have (ITU-T E.164 allows 15). */
const phoneDigits = { fewest: 3, most: 20 };
const extension = /(?:转|轉|分机|ext\.?|#|x)\s*(\d{1,6})$/i;

/**
 * The same phone is the same however it is written: `+86`, full-width digits, blanks, brackets and dashes make no
 * difference. Another extension (`转`) of one number is another phone.
 *
 * @returns digits, for a foreign number after `+`, and after `#` its extension.
 * @throws `Rejection` `phone-not-readable` for what is no number of 3 to 20 digits.
 */
export const normalPhone = (phone: string): string => {
  const written = phone.normalize('NFKC').trim();
  const [ending = '', inner] = extension.exec(written) ?? [];
  const number = normalNumber(written.slice(0, written.length - ending.length));
  return inner === undefined ? number : `${number}#${inner}`;
};

const normalNumber = (phone: string): string => {
  const plain = phone.replaceAll(/[\s().·/‐-―-]/g, '');
  const local = plain.replace(/^(?:\+|00)86/, '').replace(/^86(?=1\d{10}$)/, '');
  const { length } = local;
  if (!/^\+?\d+$/.test(local) || length < phoneDigits.fewest || length > phoneDigits.most)
    throw new Rejection(
      'phone-not-readable',
      { en: 'This is no phone number.', zh: '电话号码无法识别。' },
      'malformed',
    );
  return local.replace(/^00/, '+');
};

/**
 * The hash by which a phone is found: without the key of the vault nobody can try all phone numbers against it.
 *
 * @param phone as somebody wrote it; see `normalPhone`, also for what is refused.
 * @param nth how many persons of this phone were erased before this one.
 * @returns HMAC-SHA-256 as 64 hexadecimal digits.
 */
export const phoneHash = ({ lookupKey }: MasterKeys, town: string, phone: string, nth: number): string =>
  createHmac('sha256', lookupKey)
    .update([town, normalPhone(phone), ...after(nth)].join('\n'))
    .digest('hex');

/**
 * The hash by which any other word that people are called by is found (see `phoneHash`).
 *
 * @param parts such as the town, the source of the word, and the word.
 * @param nth how many persons of this word were erased before this one.
 * @returns HMAC-SHA-256 as 64 hexadecimal digits.
 */
export const wordHash = ({ lookupKey }: MasterKeys, parts: readonly string[], nth: number): string =>
  createHmac('sha256', lookupKey)
    .update(JSON.stringify(['called', ...parts, ...after(nth)]))
    .digest('hex');

/** The first 128 bits of a hash in hexadecimal digits, as a UUID of version 8 (RFC 9562). */
export const asUuid = (hash: string): string =>
  [
    hash.slice(0, 8),
    hash.slice(8, 12),
    `8${hash.slice(13, 16)}`,
    `b${hash.slice(17, 20)}`,
    hash.slice(20, 32),
  ].join('-');

/** The first person of a phone or a word has the id they always had. */
const after = (nth: number): readonly string[] => (nth === 0 ? [] : [String(nth)]);
