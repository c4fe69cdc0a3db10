/** In which encoding a text was written, and its content as UTF-8. */
import { beginsWith, byteLines, isAscii, utf8Text } from './bytes.js';
import type { Source } from './source.js';

/** So much of a file is looked at before it is read. */
export const sampleBytes = 65_536;

/** UTF-16 without a mark: digits, commas and line feeds are there in every table, and one byte of each is zero. */
const utf16Without = (bytes: Uint8Array): string | null => {
  let [even, odd] = [0, 0];
  for (let at = 0; at < bytes.length; at++) {
    if (bytes[at] !== 0) continue;
    if (at % 2 === 0) even++;
    else odd++;
  }
  const many = bytes.length / 50;
  if (odd > many && even <= odd / 20) return 'utf-16le';
  return even > many && odd <= even / 20 ? 'utf-16be' : null;
};

const markedEncoding = (bytes: Uint8Array): string | null => {
  if (beginsWith(bytes, 0xef, 0xbb, 0xbf)) return 'utf-8';
  if (beginsWith(bytes, 0xff, 0xfe)) return 'utf-16le';
  return beginsWith(bytes, 0xfe, 0xff) ? 'utf-16be' : null;
};

type Pairs = Readonly<{ pairs: number; usual: number }>;

/**
 * Of the pairs of bytes of a Chinese text nearly all are among the 6,763 characters of the first Chinese standard, or
 * its punctuation. Texts of other encodings may be pairs by chance, but seldom these.
 */
const isUsual = (first: number, second: number): boolean => {
  const isPunctuation = first >= 0xa1 && first <= 0xa3;
  const isCharacter = first >= 0xb0 && first <= 0xf7;
  return (isPunctuation || isCharacter) && second >= 0xa1;
};

const pairsIn = (bytes: Uint8Array): Pairs => {
  let [pairs, usual] = [0, 0];
  for (let at = 0; at < bytes.length; at++) {
    const [first = 0, second = 0] = [bytes[at], bytes[at + 1]];
    if (first < 0x80) continue;
    pairs++;
    at++;
    if (isUsual(first, second)) usual++;
  }
  return { pairs, usual };
};

/** Lines that hold more than ASCII: those that are UTF-8, and those that are not. */
const linesBeyondAscii = async (source: Source): Promise<Pairs & Readonly<{ good: number; bad: number }>> => {
  const count = { good: 0, bad: 0, pairs: 0, usual: 0 };
  for await (const line of byteLines(source.bytes())) {
    if (isAscii(line)) continue;
    if (utf8Text(line) !== null) {
      count.good++;
      continue;
    }
    const { pairs, usual } = pairsIn(line);
    count.bad++;
    count.pairs += pairs;
    count.usual += usual;
  }
  return count;
};

/** Whether all of a file is written in this encoding. */
export const decodes = async (source: Source, encoding: string): Promise<boolean> => {
  const decoder = new TextDecoder(encoding, { fatal: true });
  const isPart = (bytes?: Uint8Array): boolean => {
    try {
      decoder.decode(bytes, { stream: bytes !== undefined });
      return true;
    } catch {
      return false;
    }
  };
  for await (const bytes of source.bytes()) if (!isPart(bytes)) return false;
  return isPart();
};

/**
 * `utf-8`, `utf-16le`, `utf-16be` or `gb18030` (which includes GBK and GB 2312); `null`: none of them. A text of which
 * most lines are UTF-8 is UTF-8 with some lines that are broken.
 */
export const encodingOf = async (source: Source): Promise<string | null> => {
  const sample = await source.beginning(sampleBytes);
  const sure = markedEncoding(sample) ?? utf16Without(sample);
  if (sure === 'utf-8') return sure;
  if (sure !== null) return (await decodes(source, sure)) ? sure : null;
  const { good, bad, pairs, usual } = await linesBeyondAscii(source);
  if (bad <= good) return 'utf-8';
  return usual >= pairs * 0.75 && (await decodes(source, 'gb18030')) ? 'gb18030' : null;
};

/** The same text as UTF-8. Throws a `TypeError` where it is not written in that encoding: nothing is replaced. */
export async function* decodedAs(
  pieces: AsyncIterable<Uint8Array>,
  encoding: string,
): AsyncGenerator<Uint8Array> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  const encoder = new TextEncoder();
  for await (const bytes of pieces) {
    const text = decoder.decode(bytes, { stream: true });
    if (text !== '') yield encoder.encode(text);
  }
  const rest = decoder.decode();
  if (rest !== '') yield encoder.encode(rest);
}
