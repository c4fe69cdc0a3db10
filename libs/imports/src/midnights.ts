/**
 * Which cells of a workbook are a time at midnight, and not a day. A workbook keeps both as one number; the format of
 * the cell tells them apart, and the streaming reader does not give formats.
 */
import { colToLetter, readXlsx, streamXlsxRows } from 'hucre';
import { MidnightTime } from './cells.js';

type Content = Uint8Array<ArrayBuffer>;

const daySeconds = 86_400;

const isMidnight = (cell: unknown): cell is Date =>
  cell instanceof Date && Math.round(cell.getTime() / 1_000) % daySeconds === 0;

/** Without what is quoted, escaped, or says a colour or a language: `[h]` stays, `[$-x-sysdate]` goes. */
const bare = (format: string): string =>
  format
    .replaceAll(/"[^"]*"|\\./g, '')
    .replaceAll(/\[(?!(?:h+|m+|s+)\])[^\]]*\]/gi, '')
    .toLowerCase();

/** Whether a number format shows a time of day. `m` alone is a month; minutes stand beside hours or seconds. */
export const showsTime = (format: string | undefined): boolean => /[hs]/.test(bare(format ?? ''));

type Area = Readonly<{ range: string } | null>;

/** The smallest range that holds every midnight of the sheet; `null`: there is none. */
const areaOfMidnights = async (content: Content, sheet: string): Promise<Area> => {
  let [lastRow, firstColumn, lastColumn] = [-1, Number.POSITIVE_INFINITY, -1];
  for await (const { index, values } of streamXlsxRows(content, { sheet }))
    for (const [column, value] of values.entries()) {
      if (!isMidnight(value)) continue;
      lastRow = Math.max(lastRow, index);
      firstColumn = Math.min(firstColumn, column);
      lastColumn = Math.max(lastColumn, column);
    }
  if (lastRow < 0) return null;
  return { range: `${colToLetter(firstColumn)}1:${colToLetter(lastColumn)}${lastRow + 1}` };
};

/** As `row,column`, both from 0. */
export type Midnights = ReadonlySet<string>;

/**
 * The midnights of a sheet of an .xlsx whose cells are formatted as times. Formats are read only where the sheet has a
 * midnight, and only of the columns in question, since that reading is not a streaming one.
 */
export const midnightTimes = async (content: Content, sheet: string): Promise<Midnights> => {
  const area = await areaOfMidnights(content, sheet);
  if (area === null) return new Set();
  const { sheets } = await readXlsx(content, { sheets: [sheet], range: area.range, readStyles: true });
  const cells = [...(sheets[0]?.cells ?? [])];
  return new Set(
    cells.flatMap(([place, { value, style }]) =>
      isMidnight(value) && showsTime(style?.numFmt) ? [place] : [],
    ),
  );
};

/**
 * The same for an .xls, whose reader gives no formats at all: a column that holds any time of day holds times, so that
 * its midnights are times, too.
 */
export const midnightTimesByColumn = (rows: readonly (readonly unknown[])[]): Midnights => {
  const timed = new Set(
    rows.flatMap((cells) =>
      cells.flatMap((cell, column) => (cell instanceof Date && !isMidnight(cell) ? [column] : [])),
    ),
  );
  return new Set(
    rows.flatMap((cells, row) =>
      cells.flatMap((cell, column) => (isMidnight(cell) && timed.has(column) ? [`${row},${column}`] : [])),
    ),
  );
};

/** The cells of one row, its midnights marked as the times they are. */
export const marked = (cells: readonly unknown[], row: number, midnights: Midnights): readonly unknown[] =>
  midnights.size === 0
    ? cells
    : cells.map((cell, column) =>
        cell instanceof Date && midnights.has(`${row},${column}`) ? new MidnightTime(cell) : cell,
      );
