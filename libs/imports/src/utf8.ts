/** Which lines of a file are no UTF-8. Read as if they were, what residents wrote would be lost for ever. */
import { beginsWith, isUtf8, joined } from './bytes.js';

const lineFeed = 0x0a;

/** UTF-16 says so at its beginning, and readers know it. */
const isUtf16 = (bytes: Uint8Array): boolean =>
  beginsWith(bytes, 0xff, 0xfe) || beginsWith(bytes, 0xfe, 0xff);

export const utf8Watch = () => {
  const broken: number[] = [];
  let begun: Uint8Array = new Uint8Array();
  let line = 1;

  /** Ends with a line feed, or with the file: no character goes on after it. */
  const look = (whole: Uint8Array) => {
    const isGood = isUtf8(whole);
    for (let from = 0, end = whole.indexOf(lineFeed); end >= 0; end = whole.indexOf(lineFeed, from)) {
      if (!isGood && !isUtf8(whole.subarray(from, end))) broken.push(line);
      line++;
      from = end + 1;
    }
    if (!isGood && whole.at(-1) !== lineFeed && !isUtf8(whole.subarray(whole.lastIndexOf(lineFeed) + 1)))
      broken.push(line);
  };

  return {
    /** The same bytes, looked at on their way. */
    through: async function* (source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
      let isWatched: boolean | null = null;
      for await (const bytes of source) {
        isWatched ??= !isUtf16(bytes);
        if (isWatched) {
          const end = bytes.lastIndexOf(lineFeed) + 1;
          if (end > 0) look(joined(begun, bytes.subarray(0, end)));
          begun = end > 0 ? bytes.subarray(end) : joined(begun, bytes);
        }
        yield bytes;
      }
      look(begun);
    },
    isBroken: (from: number, to: number): boolean => broken.some((it) => it >= from && it <= to),
  };
};
