/** What text may come in: JSON of a sane depth, whose strings can be stored as they are. */
import { Rejection, type LocalizedText } from '@mulin/kernel';

/** Levels of nesting: more than any body of ours has, and nowhere near what exhausts a stack. */
const deepest = 32;

const refuse = (code: string, sentence: LocalizedText) => new Rejection(code, sentence, 'malformed');

const tooDeep = () =>
  refuse('too-deep', {
    en: `JSON may be nested at most ${deepest} levels deep.`,
    zh: `JSON 嵌套不得超过 ${deepest} 层。`,
  });

/** A name that JavaScript reads as something else. */
const isPoison = (name: string) => name === '__proto__';

/**
 * Refuses text that a database cannot hold: NUL, or half of a surrogate pair.
 *
 * @throws `Rejection` `nul-in-text` or `broken-text`.
 */
export const assertWellFormed = (text: string): void => {
  if (text.includes('\0'))
    throw refuse('nul-in-text', { en: 'Text may not contain NUL.', zh: '文本中不得包含 NUL 字符。' });
  if (/\p{Surrogate}/u.test(text))
    throw refuse('broken-text', {
      en: 'Text may not contain half a character (a lone surrogate).',
      zh: '文本中含有不完整的字符。',
    });
};

const refuseName = (name: string): void => {
  assertWellFormed(name);
  if (isPoison(name))
    throw refuse('malformed', { en: `${name} is no name of ours.`, zh: `不接受名为 ${name} 的字段。` });
};

/**
 * Refuses a value of JSON that cannot be stored as it is, or is nested more than 32 levels deep.
 *
 * @throws `Rejection`: `too-deep`, `nul-in-text`, `broken-text`, or `malformed` for a field called `__proto__`.
 */
const assertStorable = (value: unknown, depth = 0): void => {
  if (typeof value === 'string') assertWellFormed(value);
  if (typeof value !== 'object' || value === null) return;
  if (depth >= deepest) throw tooDeep();
  if (Array.isArray(value)) return value.forEach((item) => assertStorable(item, depth + 1));
  for (const [name, item] of Object.entries(value)) {
    refuseName(name);
    assertStorable(item, depth + 1);
  }
};

/** A BOM at the beginning is none of the text; whatever is not UTF-8 is refused, and never read as something else. */
const utf8 = new TextDecoder('utf-8', { fatal: true });

const notUtf8 = () =>
  refuse('not-utf-8', {
    en: 'Send text as UTF-8; this is in another encoding, or broken.',
    zh: '请以 UTF-8 编码提交；收到的内容为其他编码或已损坏。',
  });

/**
 * The text of a body, without a byte order mark. JSON never holds the byte zero, and UTF-16 has one beside every
 * letter of ASCII.
 *
 * @throws `Rejection` `not-utf-8`.
 */
const textOfBody = (bytes: Uint8Array): string => {
  if (bytes.includes(0)) throw notUtf8();
  try {
    return utf8.decode(bytes);
  } catch {
    throw notUtf8();
  }
};

/**
 * What the bytes of a body say. An empty body is an empty object: a command whose name says it all needs no words.
 *
 * @throws `Rejection`: `not-utf-8`, `malformed-json`, and as `assertStorable`.
 */
export const parseBody = (bytes: Uint8Array): unknown => {
  const text = textOfBody(bytes);
  if (text.trim() === '') return {};
  const value = jsonOf(text);
  assertStorable(value);
  return value;
};

const jsonOf = (text: string): unknown => {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw refuse('malformed-json', { en: 'This is not JSON.', zh: '提交的内容不是有效的 JSON。' });
  }
};
