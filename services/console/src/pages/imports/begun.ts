/**
 * Files that were begun on this machine: how far, and by which mapping, so that they are read alike again and no case is
 * there twice; under each name, as the town knows a row by that and by its number. A mapping has the names of columns, and
 * the words of two of them that were put under something of the town (an item of the menu, a channel); nothing else of
 * the rows is kept.
 */
import { type Draft, isSameDraft } from './draft';

export type Begun = Readonly<{
  draft: Draft;
  /** The mapping file that lay beside it, as it was before anything was said otherwise. */
  own: Draft | null;
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

/** The latest first. */
export const begunOf = (key: string): readonly Begun[] =>
  read().flatMap(([it, begun]) => (it === key ? [begun] : []));

/** What was begun under another name stays: its rows are other rows to the town. */
export const keepBegun = (key: string, begun: Begun): void => {
  const others = read().filter(([it, { draft }]) => it !== key || draft.name !== begun.draft.name);
  try {
    localStorage.setItem(name, JSON.stringify([[key, begun], ...others].slice(0, keptAtMost)));
  } catch {
    // A browser that keeps nothing: the town knows the rows that it has.
  }
};

const isBy =
  (mapping: Draft) =>
  ({ draft, own }: Begun): boolean =>
    isSameDraft(draft, mapping) || (own !== null && isSameDraft(own, mapping));

/**
 * By what a file that was begun is read again; `null`: by what is found out or lies beside it. A mapping file that was
 * changed since holds as it is now.
 *
 * @param beside `own`: the mapping file that lies beside it; `removed`: one that was just taken away.
 */
export const goingOnBy = (
  begun: readonly Begun[],
  { own, removed }: Readonly<Record<'own' | 'removed', Draft | null>>,
): Draft | null => {
  const isWanted = (it: Begun) => (own === null ? removed === null || !isBy(removed)(it) : isBy(own)(it));
  return begun.find(isWanted)?.draft ?? null;
};
