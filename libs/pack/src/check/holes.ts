/** When nobody is on duty. */
import type { Instant } from '@mulin/kernel';

export type Term = Readonly<{ from: Instant | null; until: Instant | null }>;

/** From (inclusive) until (exclusive); `null` is open: for ever before, or from then on for ever. */
export type Hole = Readonly<{ since: Instant | null; until: Instant | null }>;

/** The end of terms that cover what lies before it: `null` is for ever. */
type Reached = Instant | null | 'nothing';

const byBeginning = (one: Term, other: Term): number => ((one.from ?? '') < (other.from ?? '') ? -1 : 1);

const isLater = (one: Instant | null, reached: Reached): boolean =>
  reached !== null && (one === null || reached === 'nothing' || one > reached);

/** Every stretch in which none of these terms runs and which is not over at `now` (`null`: any), in order. */
export const holesIn = (terms: readonly Term[], now: Instant | null): readonly Hole[] => {
  const holes: Hole[] = [];
  let reached: Reached = 'nothing';
  const real = terms.filter(({ from, until }) => from === null || until === null || from < until);
  for (const { from, until } of [...real].sort(byBeginning)) {
    if (from !== null && isLater(from, reached))
      holes.push({ since: reached === 'nothing' ? null : reached, until: from });
    if (isLater(until, reached)) reached = until;
  }
  if (reached !== null) holes.push({ since: reached === 'nothing' ? null : reached, until: null });
  return holes.filter(({ until }) => now === null || until === null || until > now);
};
