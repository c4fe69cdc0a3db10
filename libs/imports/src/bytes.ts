/** Bytes of a text, with what every engine has: the same in a command line and in a browser. */

const lineFeed = 0x0a;

export const beginsWith = (bytes: Uint8Array, ...mark: readonly number[]): boolean =>
  mark.every((it, at) => bytes[at] === it);

export const joined = (one: Uint8Array, other: Uint8Array): Uint8Array => {
  if (one.length === 0) return other;
  const both = new Uint8Array(one.length + other.length);
  both.set(one);
  both.set(other, one.length);
  return both;
};

export const isAscii = (bytes: Uint8Array): boolean => {
  for (const byte of bytes) if (byte >= 0x80) return false;
  return true;
};

const strict = new TextDecoder('utf-8', { fatal: true });

/** Its text; `null` where it is no UTF-8. */
export const utf8Text = (bytes: Uint8Array): string | null => {
  try {
    return strict.decode(bytes);
  } catch {
    return null;
  }
};

export const isUtf8 = (bytes: Uint8Array): boolean => isAscii(bytes) || utf8Text(bytes) !== null;

/** Each byte as the character of its number, so that marks of ASCII can be looked for in any encoding. */
export const byteText = (bytes: Uint8Array): string => {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return text;
};

/** The lines of a text that comes in pieces, each without its line feed, which alone ends one. */
export async function* byteLines(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let begun: Uint8Array = new Uint8Array();
  for await (const piece of pieces) {
    const whole = joined(begun, piece);
    let from = 0;
    for (let end = whole.indexOf(lineFeed); end >= 0; end = whole.indexOf(lineFeed, from)) {
      yield whole.subarray(from, end);
      from = end + 1;
    }
    begun = whole.subarray(from);
  }
  if (begun.length > 0) yield begun;
}
