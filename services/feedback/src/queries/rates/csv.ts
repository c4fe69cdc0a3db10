/** A report as a file that any spreadsheet opens. */
import type { LocalizedText } from '@mulin/kernel';
import type { reportOf } from './report.js';

/** Without it, spreadsheets take UTF-8 for something else. */
const byteOrderMark = '\ufeff';

/** What a spreadsheet would take for a formula is taken for text after an apostrophe; some read full-width signs as well. */
const neutral = (text: string): string => (/^[=+\-@＝＋－＠\t\r\n]/.test(text) ? `'${text}` : text);

/** By RFC 4180. */
const cell = (text: string): string => {
  const plain = neutral(text);
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
};

const line = (cells: readonly string[]): string => `${cells.map(cell).join(',')}\r\n`;

/** Title, tables and notes, one below the other, in one language. UTF-8 with a byte order mark. */
export const csvOf = (
  { title, tables, notes }: ReturnType<typeof reportOf>,
  language: keyof LocalizedText,
): string => {
  const say = (texts: readonly LocalizedText[]) => line(texts.map((it) => it[language]));
  const written = tables.map(({ heads, rows }) => [heads, ...rows].map(say).join(''));
  return [byteOrderMark, say([title]), ...written, ...notes.map((it) => say([it]))].join('');
};
