/** The JSON text of a value with its names in order (RFC 8785): the same value always gives the same text. */
export const canonical = (value: unknown): string => {
  if (value === null || typeof value !== 'object') return JSON.stringify(value ?? null);
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;

  const record = value as Readonly<Record<string, unknown>>;
  const fields: string[] = [];
  for (const name of Object.keys(record).sort()) {
    const field = record[name];
    if (field !== undefined) fields.push(`${JSON.stringify(name)}:${canonical(field)}`);
  }
  return `{${fields.join(',')}}`;
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

/** Node's own hash answers in place; Web Crypto, which every other engine has, asks another thread first. */
const inPlace: ((text: string) => string) | null = (() => {
  // The kernel may run where there is no Node; its type says nothing of that.
  const native = (globalThis as Engine).process?.getBuiltinModule?.('node:crypto');
  return native ? (text) => native.createHash('sha256').update(text).digest('hex') : null;
})();

/** SHA-256 of a text, in hexadecimal. */
export const sha256 = async (text: string): Promise<string> => inPlace?.(text) ?? inTheBackground(text);

export const hashOf = (value: unknown): Promise<string> => sha256(canonical(value));

const shaped = (digest: string): string =>
  `${digest.slice(0, 8)}-${digest.slice(8, 12)}-8${digest.slice(13, 16)}-b${digest.slice(17, 20)}-${digest.slice(20, 32)}`;

/** An id made of what it stands for (a version 8 UUID, RFC 9562): the same parts always give the same id. */
export const uuidOf = async (...parts: readonly string[]): Promise<string> =>
  shaped(await sha256(canonical(parts)));

/** `count` ids of one origin for the cost of one hash: they differ in the last twelve digits alone. */
export const uuidsOf = async (count: number, ...parts: readonly string[]): Promise<readonly string[]> => {
  const first = await uuidOf(...parts);
  const tail = parseInt(first.slice(24), 16);
  return Array.from(
    { length: count },
    (_, place) => first.slice(0, 24) + ((tail + place) % 2 ** 48).toString(16).padStart(12, '0'),
  );
};
