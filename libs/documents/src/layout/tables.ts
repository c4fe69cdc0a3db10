/** Tables, and forms of names with what stands for them. */
import type { Column, Entry } from '../document.js';
import type { Flow } from './flow.js';
import { type Cell, cellOf, putRows, type Row } from './grid.js';
import { textWidth } from './measures.js';
import type { Setter } from './setter.js';

const widthsOf = (columns: readonly Column[]): readonly number[] => {
  const whole = columns.reduce((sum, { share }) => sum + share, 0);
  if (columns.length === 0 || columns.some(({ share }) => !(share > 0)))
    throw new RangeError('A table has columns, each with a share above 0 of the width.');
  return columns.map(({ share }) => (share / whole) * textWidth);
};

/** @throws `RangeError` for a row that has not one cell for each column, and for a share that is not above 0. */
export const putTable = (
  setter: Setter,
  flow: Flow,
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
) => {
  const widths = widthsOf(columns);
  const rowOf = (texts: readonly string[], isHead: boolean): Row => {
    if (texts.length !== columns.length)
      throw new RangeError(`A row has ${texts.length} cells, and the table ${columns.length} columns.`);
    return columns.map(({ align = 'start' }, place) =>
      cellOf(setter, 'table', texts[place] ?? '', { width: widths[place] ?? 0, align, isHead }),
    );
  };
  flow.gap(4);
  const heads = columns.map(({ head }) => head);
  putRows(setter, flow, 'table', {
    rows: rows.map((texts) => rowOf(texts, false)),
    head: rowOf(heads, true),
  });
  flow.gap(6);
};

/** Entries that stand beside each other: as many as go across, or one alone. */
const groupsOf = (entries: readonly Entry[], across: number): readonly (readonly Entry[])[] => {
  const groups: Entry[][] = [];
  let isOpen = false;
  for (const entry of entries) {
    const isAlone = entry.wide === true || across === 1;
    const last = groups.at(-1);
    if (isOpen && !isAlone && last !== undefined) last.push(entry);
    else groups.push([entry]);
    isOpen = !isAlone && !isOpen;
  }
  return groups;
};

/** What the name takes of the width, where one entry goes across and where two do. Chinese names are short. */
const keyShares = { zh: { 1: 0.2, 2: 0.14 }, en: { 1: 0.24, 2: 0.17 } } as const;

export const putEntries = (setter: Setter, flow: Flow, entries: readonly Entry[], across: 1 | 2) => {
  const key = keyShares[setter.language][across] * textWidth;
  const rowOf = (group: readonly Entry[]): Row => {
    const value = textWidth / group.length - key;
    return group.flatMap((entry): readonly Cell[] => [
      cellOf(setter, 'form', entry.key, { width: key, align: 'start', isHead: true }),
      cellOf(setter, 'form', entry.value, { width: value, align: 'start', isHead: false }),
    ]);
  };
  flow.gap(4);
  putRows(setter, flow, 'form', { rows: groupsOf(entries, across).map(rowOf) });
  flow.gap(6);
};
