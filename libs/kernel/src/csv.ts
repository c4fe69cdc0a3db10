/** Tables as files that any spreadsheet opens, whatever people have written into them. */

/** At the beginning of a file; without it, spreadsheets take UTF-8 for something else. */
export const byteOrderMark = '\ufeff';

/** What a spreadsheet would take for a formula is taken for text after an apostrophe; some read full-width signs as well. */
const neutral = (text: string): string => (/^[=+\-@＝＋－＠\t\r\n]/.test(text) ? `'${text}` : text);

const cell = (text: string): string => {
  const plain = neutral(text);
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
};

/** One row of a CSV by RFC 4180, with its end. No cell of it is reckoned with by whoever opens the file. */
export const csvLine = (cells: readonly string[]): string => `${cells.map(cell).join(',')}\r\n`;
