/** A table of cells: where its head is, whether all columns are there, and its rows by their names. */
import type { SourceRow } from './cells.js';
import { otherWidth, type Unreadable } from './unreadable.js';

/** A row with the line on which it begins, or why it cannot be read. */
export type Line = Readonly<{ line: number; row: SourceRow } | { line: number; broken: Unreadable }>;
type Cells = readonly unknown[];
export type TableLine = Readonly<{ line: number; cells: Cells } | { line: number; broken: Unreadable }>;

export type Head = Readonly<{
  line: number;
  names: readonly string[];
}>;

/** Titles and notes above the head are usual in reports; nobody writes more of them. */
const linesAboveAtMost = 15;

const invisible = /[\u200b-\u200d\ufeff\u00ad]/g;

/** As a head is compared: without what nobody sees. */
export const headName = (cell: unknown): string =>
  typeof cell === 'string' || typeof cell === 'number'
    ? String(cell).replaceAll(invisible, '').replaceAll(/\s+/g, ' ').trim()
    : '';

const isBlank = (cell: unknown): boolean =>
  cell === null ||
  cell === undefined ||
  (headName(cell) === '' && !(cell instanceof Date) && typeof cell !== 'boolean');

export const isEmptyRow = (cells: Cells): boolean => cells.every(isBlank);

const countOf = (names: readonly string[], wanted: readonly string[]): number =>
  wanted.filter((name) => names.includes(name)).length;

/**
 * The line that holds most of the wanted names, the first of several; where none holds any, the first that has more
 * than one cell. `null`: there is no line with anything in it.
 */
export const headOf = (lines: readonly TableLine[], wanted: readonly string[]): Head | null => {
  const heads = lines.flatMap((it): readonly Head[] =>
    'cells' in it && !isEmptyRow(it.cells) ? [{ line: it.line, names: it.cells.map(headName) }] : [],
  );
  const most = Math.max(0, ...heads.map(({ names }) => countOf(names, wanted)));
  if (most > 0) return heads.find(({ names }) => countOf(names, wanted) === most) ?? null;
  const isWide = ({ names }: Head) => names.filter((name) => name !== '').length > 1;
  return heads.find(isWide) ?? heads[0] ?? null;
};

/** The lines that stand first, at most so many of them, without losing the others. */
export const peek = async (
  lines: AsyncGenerator<TableLine>,
): Promise<Readonly<{ first: readonly TableLine[]; all: AsyncGenerator<TableLine> }>> => {
  const first: TableLine[] = [];
  while (first.length < linesAboveAtMost) {
    const { value, done } = await lines.next();
    if (done === true) break;
    first.push(value);
  }
  return {
    first,
    all: (async function* () {
      yield* first;
      yield* lines;
    })(),
  };
};

/** A row by the names of the head; of two columns of one name the first counts, and no mapping may name it. */
export const rowOf = (
  head: Head,
  cells: Cells,
  isRagged: boolean,
): { row: SourceRow } | { broken: Unreadable } => {
  const { names } = head;
  const isTooLong = cells.slice(names.length).some((cell) => !isBlank(cell));
  if (isTooLong || (isRagged && cells.length < names.length)) return { broken: otherWidth };
  const row: Record<string, unknown> = Object.create(null) as Record<string, unknown>;
  names.forEach((name, at) => {
    if (name !== '' && !(name in row)) row[name] = cells[at] ?? null;
  });
  return { row };
};
