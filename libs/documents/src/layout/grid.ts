/** Rows of cells with rules around them, which go on over pages. */
import type { Line } from '../break-lines.js';
import { type Flow, fullPage } from './flow.js';
import type { Mark } from './marks.js';
import { type Kind, page } from './measures.js';
import type { Align, Setter } from './setter.js';

/** A cell, its text broken to fit its width. */
export type Cell = Readonly<{
  lines: readonly Line[];
  width: number;
  align: Align;
  /** Names what stands beside or below it. */
  isHead: boolean;
}>;

export type Row = readonly Cell[];

/** Between a rule and the text, in points. */
const padding = { x: 4, y: 3 } as const;

/** What remains of a cell's width for its text. */
const insideOf = (width: number): number => width - 2 * padding.x;

export const cellOf = (
  setter: Setter,
  kind: Kind,
  text: string,
  { width, align, isHead }: Omit<Cell, 'lines'>,
): Cell => ({
  lines: setter.lines(kind, text, insideOf(width), isHead ? 'bold' : 'regular'),
  width,
  align,
  isHead,
});

const tallest = (row: Row): number => Math.max(...row.map(({ lines }) => lines.length));

const rule = (x: number, y: number, toX: number, toY: number): Mark => ({
  kind: 'rule',
  x,
  y,
  toX,
  toY,
  tone: 'rule',
});

/** Short texts stand in the middle of rows of so many lines; in taller ones they would be looked for. */
const middleAtMost = 4;

/** Marks of one row; `y` is its upper rule. */
const marksOf = (setter: Setter, kind: Kind, row: Row, y: number): readonly Mark[] => {
  const { leading } = setter.typeOf(kind);
  const tall = tallest(row);
  const height = tall * leading + 2 * padding.y;
  const marks: Mark[] = [];
  let x: number = page.left;
  for (const { lines, width, align, isHead } of row) {
    if (isHead) marks.push({ kind: 'area', x, y, width, height, tone: 'tint' });
    const above = tall > middleAtMost ? 0 : ((tall - lines.length) * leading) / 2;
    const top = y + padding.y + above;
    const place = {
      x: x + padding.x,
      width: insideOf(width),
      align,
      weight: isHead ? 'bold' : 'regular',
    } as const;
    for (const [nth, line] of lines.entries())
      marks.push(setter.mark(kind, line, { ...place, y: top + nth * leading }));
    marks.push(rule(x, y, x, y + height));
    x += width;
  }
  return [
    ...marks,
    rule(x, y, x, y + height),
    rule(page.left, y, x, y),
    rule(page.left, y + height, x, y + height),
  ];
};

const slice = (row: Row, from: number, to: number): Row =>
  row.map((cell) => ({ ...cell, lines: cell.lines.slice(from, to) }));

/** A head that takes more of a page than this is not repeated: no room would be left for what it is the head of. */
const headAtMost = fullPage / 3;

type Printer = Readonly<{
  leading: number;
  heightOf: (row: Row) => number;
  put: (row: Row) => void;
  nextPage: () => void;
}>;

/** Puts a row on this page, or on the next one if only that holds it, or over several. */
const putRow = (flow: Flow, row: Row, { leading, heightOf, put, nextPage }: Printer) => {
  if (heightOf(row) > flow.room() && heightOf(row) <= fullPage) nextPage();
  for (let from = 0; from < tallest(row);) {
    const fitting = Math.floor((flow.room() - 2 * padding.y) / leading);
    if (fitting > 0) put(slice(row, from, from + fitting));
    else nextPage();
    from += Math.max(fitting, 0);
  }
};

type Rows = Readonly<{ rows: readonly Row[]; head?: Row }>;

/** Puts rows one below the other, `head` above those of each page. A row that no page holds is cut between its lines. */
export const putRows = (setter: Setter, flow: Flow, kind: Kind, { rows, head }: Rows) => {
  const { leading } = setter.typeOf(kind);
  const heightOf = (row: Row) => tallest(row) * leading + 2 * padding.y;
  const put = (row: Row) => {
    flow.put(...marksOf(setter, kind, row, flow.y()));
    flow.advance(heightOf(row));
  };
  const repeated = head !== undefined && heightOf(head) <= headAtMost ? head : undefined;
  const nextPage = () => {
    flow.newPage();
    if (repeated !== undefined) put(repeated);
  };
  const printer = { leading, heightOf, put, nextPage };
  if (repeated !== undefined) {
    const whole = [repeated, ...rows.slice(0, 1)].reduce((sum, row) => sum + heightOf(row), 0);
    // A first row that no page holds with its head is cut, after two lines or more.
    flow.keep(whole <= fullPage ? whole : heightOf(repeated) + 2 * leading + 2 * padding.y);
    put(repeated);
  }
  const all = head === undefined || head === repeated ? rows : [head, ...rows];
  for (const row of all) putRow(flow, row, printer);
};
