const refuse = (what: string): never => {
  throw new TypeError(`Only JSON has a canonical text, and this is ${what}: convert it first.`);
};

const kindOf = (value: unknown): string =>
  typeof value === 'object'
    ? `an object that is no plain one (${Object.prototype.toString.call(value).slice(8, -1)})`
    : `of type ${typeof value}`;

/** Every engine of ours has it, and the library of ES2023 does not declare it yet. */
type Checked = string & Readonly<{ isWellFormed: () => boolean }>;

/** ASCII that JSON writes as it is; most texts of a town hold nothing else. */
const needsCare = /[^ !#-[\]-~]/;

const textOf = (text: string): string => {
  if (!needsCare.test(text)) return `"${text}"`;
  if (!(text as Checked).isWellFormed()) return refuse('half a character (a lone surrogate)');
  return JSON.stringify(text);
};

/** Names of fields come again and again. Those that come from outside may be any, so that not all are kept. */
const namesKept = 2_000;
const names = new Map<string, string>();

const nameText = (name: string): string => {
  const known = names.get(name);
  if (known !== undefined) return known;
  const text = `${textOf(name)}:`;
  if (names.size < namesKept) names.set(name, text);
  return text;
};

/** By UTF-16 code units, as `sort` and `>` compare by themselves. */
const namesInOrder = (record: object): readonly string[] => {
  const found = Object.keys(record);
  for (let place = 1; place < found.length; place++)
    if ((found[place - 1] ?? '') > (found[place] ?? '')) return found.sort();
  return found;
};

/** Objects of a literal or of `JSON.parse`, also of another realm: their prototype has none itself. */
const isPlain = (value: object): boolean => {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
};

const listText = (items: readonly unknown[]): string => {
  let text = '';
  // Not `map`, which passes over holes.
  for (let place = 0; place < items.length; place++)
    text += `${place === 0 ? '' : ','}${canonical(items[place])}`;
  return `[${text}]`;
};

const recordText = (record: Readonly<Record<string, unknown>>): string => {
  let text = '{';
  for (const name of namesInOrder(record)) {
    const field = record[name];
    if (field !== undefined) text += `${text === '{' ? '' : ','}${nameText(name)}${canonical(field)}`;
  }
  return `${text}}`;
};

const objectText = (value: object): string => {
  if (Array.isArray(value)) return listText(value);
  // Its fields are looked at one by one.
  return isPlain(value) ? recordText(value as Readonly<Record<string, unknown>>) : refuse(kindOf(value));
};

/**
 * The JSON text of a value in the canonical form of RFC 8785: the same value always gives the same text. A field
 * that is `undefined` is not there. Throws a `TypeError` for whatever else is no JSON (a Date, a Map, an object of
 * a class, NaN, a bigint, a function, `undefined` in a list) and for a text with half a character (a lone
 * surrogate), as the RFC demands; nothing of the value stands in its message.
 */
export const canonical = (value: unknown): string => {
  switch (typeof value) {
    case 'string':
      return textOf(value);
    case 'number':
      return Number.isFinite(value) ? JSON.stringify(value) : refuse(`the number ${value}`);
    case 'boolean':
      return String(value);
    case 'object':
      return value === null ? 'null' : objectText(value);
    default:
      return refuse(kindOf(value));
  }
};

const hex = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));
const encoder = new TextEncoder();

const inTheBackground = async (text: string): Promise<string> => {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', encoder.encode(text)));
  let out = '';
  for (const byte of digest) out += hex[byte];
  return out;
};

type Hashing = Readonly<{
  createHash: (name: string) => { update: (text: string) => { digest: (as: 'hex') => string } };
}>;
type Engine = { process?: { getBuiltinModule?: (name: string) => Hashing | undefined } };

/** Node's own hash is synchronous; Web Crypto, which every other engine has, hashes in another thread. */
const inPlace: ((text: string) => string) | null = (() => {
  // The kernel may run where there is no Node; its type says nothing of that.
  const native = (globalThis as Engine).process?.getBuiltinModule?.('node:crypto');
  return native ? (text) => native.createHash('sha256').update(text).digest('hex') : null;
})();

/** SHA-256 (FIPS 180-4) of the UTF-8 bytes of a text: 64 lower-case hexadecimal digits. */
export const sha256 = async (text: string): Promise<string> => inPlace?.(text) ?? inTheBackground(text);

/** SHA-256 of the canonical text of a value. Throws what `canonical` throws. */
export const hashOf = (value: unknown): Promise<string> => sha256(canonical(value));

const shaped = (digest: string): string =>
  `${digest.slice(0, 8)}-${digest.slice(8, 12)}-8${digest.slice(13, 16)}-b${digest.slice(17, 20)}-${digest.slice(20, 32)}`;

/**
 * An id made of what it stands for (a version 8 UUID, RFC 9562): the same parts in the same order always give the same
 * id, in every process. It hides nothing: whoever can guess the parts can make the id.
 */
export const uuidOf = async (...parts: readonly string[]): Promise<string> =>
  shaped(await sha256(canonical(parts)));

/** `count` such ids of one origin for the cost of one hash: they differ in the last twelve digits alone. */
export const uuidsOf = async (count: number, ...parts: readonly string[]): Promise<readonly string[]> => {
  const first = await uuidOf(...parts);
  const tail = parseInt(first.slice(24), 16);
  return Array.from(
    { length: count },
    (_, place) => first.slice(0, 24) + ((tail + place) % 2 ** 48).toString(16).padStart(12, '0'),
  );
};
