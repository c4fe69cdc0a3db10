/** A map as it lies on a disk: in whatever encoding the office's program wrote it. */
import { type PackProblem, problemsIn } from '../problem.js';
import { breakIn } from '../read/json.js';

const { mistake, note } = problemsIn('');

type Decoded = Readonly<{ text: string; encoding: string }>;

const decodedAs = (encoding: string, bytes: Uint8Array): string | null => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
};

/** JSON begins with a character of ASCII: in UTF-16 every other byte is nothing there, with or without a mark. */
const isUtf16 = ([first, second]: Uint8Array): 'utf-16le' | 'utf-16be' | null => {
  if ((first === 0xff && second === 0xfe) || second === 0) return 'utf-16le';
  return (first === 0xfe && second === 0xff) || first === 0 ? 'utf-16be' : null;
};

/** UTF-8 is told apart for sure: no other text of some length happens to be it. */
const decoded = (bytes: Uint8Array): Decoded | null => {
  const wide = bytes.length < 2 ? null : isUtf16(bytes);
  for (const encoding of wide === null ? ['utf-8', 'gb18030'] : [wide]) {
    const text = decodedAs(encoding, bytes);
    if (text !== null) return { text, encoding };
  }
  return null;
};

/** What the bytes of a map are; `map` is `null` where they cannot be read. */
type MapFile = Readonly<{ map: unknown; problems: readonly PackProblem[] }>;

const unreadable = (code: string, en: string, zh: string): MapFile => ({
  map: null,
  problems: [mistake(code, '', { en, zh })],
});

const encodingNote = (encoding: string): readonly PackProblem[] =>
  encoding === 'utf-8'
    ? []
    : [
        note('encoding', '', {
          en: `the map is written in ${encoding.toUpperCase()}, and was read so`,
          zh: `地图文件的编码为 ${encoding.toUpperCase()}，已按此读取`,
        }),
      ];

/**
 * The JSON of a map's bytes: UTF-8, UTF-16 or GB 18030 (GBK), with or without a byte order mark. `map` is `null` where
 * it is none, and the mistake says where it breaks.
 */
export const mapIn = (bytes: Uint8Array): MapFile => {
  const found = decoded(bytes);
  if (found === null)
    return unreadable(
      'unknown-encoding',
      'it is text of no known encoding: save it as UTF-8',
      '无法识别文件编码：请另存为 UTF-8',
    );
  const { text, encoding } = found;
  try {
    return { map: JSON.parse(text), problems: encodingNote(encoding) };
  } catch {
    const { line, column } = breakIn(text);
    return unreadable(
      'no-json',
      `it is not JSON: it breaks at line ${line}, column ${column}`,
      `不是有效的地图文件：第 ${line} 行第 ${column} 列有误`,
    );
  }
};
