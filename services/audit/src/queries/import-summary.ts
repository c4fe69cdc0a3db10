/** What became of the cases of an import: who would answer, and whether our verdicts are those of their source. */
import { undecidableFlags } from '@mulin/contracts';
import type { Archive, CaseRow } from '../views/cases.js';
import { type Clock, completionOf, type KeptClocks } from '../views/clocks.js';

const undecidable: ReadonlySet<string> = new Set(undecidableFlags);

type ImportSummary = Readonly<{
  routed: number;
  unrouted: number;
  agreeing: number;
  disagreeing: number;
  /** There is nothing to compare: no target or no claim in the source, or a live case. */
  undecided: number;
  /** The loop is not through with it: ask again. */
  pending: number;
}>;

/** It has ended, or its deadline passed before the moment as of which the archive is judged. */
const owesVerdict = ({ state, dueAt }: Clock, { closedAt, asOf }: Archive): boolean =>
  state === 'running' && (closedAt !== null || (dueAt !== null && dueAt < asOf));

/**
 * Without a target or a claim of its source there is nothing to compare, and no verdict to wait for; nor beside a time
 * or a place that cannot be.
 */
const isComparable = ({ dueAt, claim, flags }: Archive): boolean =>
  dueAt !== null && claim !== null && !flags.some((flag) => undecidable.has(flag));

const awaitsVerdict = (archive: Archive | null, clocks: KeptClocks): boolean => {
  if (archive !== null && !isComparable(archive)) return false;
  const completion = completionOf(clocks);
  return completion === null || (archive !== null && owesVerdict(completion, archive));
};

const isPending = ({ reportedAt, routed, archive, clocks, closedAt }: CaseRow): boolean => {
  if (reportedAt === null) return true;
  const isOver = archive === null && closedAt !== null;
  return !isOver && (routed === null || awaitsVerdict(archive, clocks));
};

const comparisonOf = ({ archive, clocks }: CaseRow): 'agreeing' | 'disagreeing' | 'undecided' => {
  if (archive === null || !isComparable(archive)) return 'undecided';
  const isBreached = completionOf(clocks)?.verdict === 'breached';
  return (archive.claim === 'breached') === isBreached ? 'agreeing' : 'disagreeing';
};

/** `null` in the list: audit has not heard of this case yet. */
export const summaryOf = (rows: readonly (CaseRow | null)[]): ImportSummary => {
  const count = { routed: 0, unrouted: 0, agreeing: 0, disagreeing: 0, undecided: 0, pending: 0 };
  for (const row of rows) {
    if (row === null || isPending(row)) {
      count.pending++;
      continue;
    }
    count[row.routed === true ? 'routed' : 'unrouted']++;
    count[comparisonOf(row)]++;
  }
  return count;
};
