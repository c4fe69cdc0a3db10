/** A report as a file that any spreadsheet opens. */
import { byteOrderMark, csvLine, type LocalizedText } from '@mulin/kernel';
import type { reportOf } from './report.js';

/** Title, tables and notes, one below the other, in one language. UTF-8 with a byte order mark. */
export const csvOf = (
  { title, tables, notes }: ReturnType<typeof reportOf>,
  language: keyof LocalizedText,
): string => {
  const say = (texts: readonly LocalizedText[]) => csvLine(texts.map((it) => it[language]));
  const written = tables.map(({ heads, rows }) => [heads, ...rows].map(say).join(''));
  return [byteOrderMark, say([title]), ...written, ...notes.map((it) => say([it]))].join('');
};
