/** Why a line of a file is no row at all. In our own words: those of the parsers repeat what stands in the line. */
import type { LocalizedText } from '@mulin/kernel';

/** `code` is stable; docs/error-codes.md lists all. */
export type Unreadable = Readonly<{ code: string; reason: LocalizedText }>;

export const notUtf8: Unreadable = {
  code: 'line-not-utf8',
  reason: { en: 'It is not UTF-8 text.', zh: '不是 UTF-8 文本。' },
};
export const notJson: Unreadable = {
  code: 'line-not-json',
  reason: { en: 'It is not JSON.', zh: '不是有效的 JSON。' },
};
export const notAnObject: Unreadable = {
  code: 'line-not-an-object',
  reason: { en: 'It is not a JSON object.', zh: '不是 JSON 对象。' },
};
export const otherWidth: Unreadable = {
  code: 'other-width',
  reason: { en: 'It has not as many columns as the head.', zh: '该行的列数与表头不一致。' },
};
const misplacedQuote: Unreadable = {
  code: 'misplaced-quote',
  reason: { en: 'It holds a quote that neither begins nor ends a field.', zh: '含有位置不当的引号。' },
};
const openQuote: Unreadable = {
  code: 'quote-not-closed',
  reason: {
    en: 'A quote is never closed: all that follows was taken for its text.',
    zh: '引号没有结束，其后内容全部被当作该字段的文字。',
  },
};
const tooLong: Unreadable = {
  code: 'row-too-long',
  reason: {
    en: 'It is longer than a row may be; perhaps a quote before it is not closed.',
    zh: '该行过长，可能是之前的引号没有结束。',
  },
};
const noRow: Unreadable = {
  code: 'unreadable',
  reason: { en: 'It cannot be read as a row of this table.', zh: '无法按本表的一行读取。' },
};

const ofParser: Readonly<Record<string, Unreadable>> = {
  CSV_INVALID_OPENING_QUOTE: misplacedQuote,
  INVALID_OPENING_QUOTE: misplacedQuote,
  CSV_INVALID_CLOSING_QUOTE: misplacedQuote,
  CSV_QUOTE_NOT_CLOSED: openQuote,
  CSV_MAX_RECORD_SIZE: tooLong,
};

/** By the code of an error of csv-parse. */
export const unreadableOf = (code: string | undefined): Unreadable => ofParser[code ?? ''] ?? noRow;
