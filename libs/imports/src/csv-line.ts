/** Lines of a CSV that people open in a workbook. */

/** The columns of a list of rejected rows. */
export const rejectedHead = 'line,column,value,code,reason';

/** A cell that begins so is a formula to a workbook. */
const plain = (text: string): string => (/^[=+\-@\t]/.test(text) ? `'${text}` : text);
const quoted = (cell: string | number): string =>
  typeof cell === 'number' ? String(cell) : `"${plain(cell).replaceAll('"', '""')}"`;

/** One line of such a table, with its line feed. */
export const csvLine = (cells: readonly (string | number)[]): string => `${cells.map(quoted).join(',')}\n`;
