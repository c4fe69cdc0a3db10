/**
 * Files that were begun on this machine: how far, and by which mapping, so that they are read alike again and no case is
 * there twice. A mapping has the names of columns, and the words of two of them that were put under something of the town
 * (an item of the menu, a channel); nothing else of the rows is kept.
 */
import type { Draft } from './draft';

export type Begun = Readonly<{
  draft: Draft;
  rows: number;
  /** Rows that were answered. */
  through: number;
  at: string;
  /** All of them were. */
  isDone: boolean;
}>;

const name = 'mulin-imports';
const keptAtMost = 5;

type Kept = readonly (readonly [key: string, begun: Begun])[];

const read = (): Kept => {
  try {
    return JSON.parse(localStorage.getItem(name) ?? '[]') as Kept; // as it was kept
  } catch {
    return [];
  }
};

export const begunOf = (key: string): Begun | null => read().find(([it]) => it === key)?.[1] ?? null;

export const keepBegun = (key: string, begun: Begun): void => {
  const others = read().filter(([it]) => it !== key);
  try {
    localStorage.setItem(name, JSON.stringify([[key, begun], ...others].slice(0, keptAtMost)));
  } catch {
    // A browser that keeps nothing: the town knows the rows that it has.
  }
};
