/** In which encoding a text was written, and its content as UTF-8. */
import { isAscii, isUtf8 } from 'node:buffer';
import { closeSync, createReadStream, openSync, readSync } from 'node:fs';

const lineFeed = 0x0a;
const sampleBytes = 65_536;

/** The beginning of a file, at most `most` bytes of it. */
export const beginningOf = (file: string, most = sampleBytes): Buffer => {
  const handle = openSync(file, 'r');
  try {
    const bytes = Buffer.alloc(most);
    return bytes.subarray(0, readSync(handle, bytes, 0, most, 0));
  } finally {
    closeSync(handle);
  }
};

const startsWith = (bytes: Buffer, ...mark: number[]): boolean => mark.every((it, at) => bytes[at] === it);

/** UTF-16 without a mark: digits, commas and line feeds are there in every table, and one byte of each is zero. */
const utf16Without = (bytes: Buffer): string | null => {
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

const markedEncoding = (bytes: Buffer): string | null => {
  if (startsWith(bytes, 0xef, 0xbb, 0xbf)) return 'utf-8';
  if (startsWith(bytes, 0xff, 0xfe)) return 'utf-16le';
  return startsWith(bytes, 0xfe, 0xff) ? 'utf-16be' : null;
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

const pairsIn = (bytes: Buffer): Pairs => {
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
async function linesBeyondAscii(file: string): Promise<Pairs & Readonly<{ good: number; bad: number }>> {
  let begun: Buffer = Buffer.alloc(0);
  const count = { good: 0, bad: 0, pairs: 0, usual: 0 };
  const look = (line: Buffer) => {
    if (isAscii(line)) return;
    if (isUtf8(line)) return void count.good++;
    const { pairs, usual } = pairsIn(line);
    count.bad++;
    count.pairs += pairs;
    count.usual += usual;
  };
  for await (const bytes of createReadStream(file) as AsyncIterable<Buffer>) {
    const whole = Buffer.concat([begun, bytes]);
    let from = 0;
    for (let end = whole.indexOf(lineFeed); end >= 0; end = whole.indexOf(lineFeed, from)) {
      look(whole.subarray(from, end));
      from = end + 1;
    }
    begun = whole.subarray(from);
  }
  look(begun);
  return count;
}

/** By its code: its class is another one where a module runs in a context of its own. */
const isOtherEncoding = (error: unknown): boolean =>
  typeof error === 'object' &&
  error !== null &&
  'code' in error &&
  error.code === 'ERR_ENCODING_INVALID_ENCODED_DATA';

/** Whether all of a file is written in this encoding. */
export const decodes = async (file: string, encoding: string): Promise<boolean> => {
  try {
    for await (const _ of decodedAs(createReadStream(file), encoding));
    return true;
  } catch (error) {
    if (isOtherEncoding(error)) return false;
    throw error;
  }
};

/**
 * `utf-8`, `utf-16le`, `utf-16be` or `gb18030` (which includes GBK and GB 2312); `null`: none of them. A text of which
 * most lines are UTF-8 is UTF-8 with some lines that are broken.
 */
export const encodingOf = async (file: string): Promise<string | null> => {
  const sample = beginningOf(file);
  const sure = markedEncoding(sample) ?? utf16Without(sample);
  if (sure === 'utf-8') return sure;
  if (sure !== null) return (await decodes(file, sure)) ? sure : null;
  const { good, bad, pairs, usual } = await linesBeyondAscii(file);
  if (bad <= good) return 'utf-8';
  return usual >= pairs * 0.75 && (await decodes(file, 'gb18030')) ? 'gb18030' : null;
};

/** The same text as UTF-8. Throws a `TypeError` where it is not written in that encoding: nothing is replaced. */
export async function* decodedAs(source: AsyncIterable<Buffer>, encoding: string): AsyncGenerator<Buffer> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  for await (const bytes of source) {
    const text = decoder.decode(bytes, { stream: true });
    if (text !== '') yield Buffer.from(text);
  }
  const rest = decoder.decode();
  if (rest !== '') yield Buffer.from(rest);
}
