/** A case as far as an early warning cares: what, where, when, and whether it was answered in time. */
import { type Instant, instant } from '@mulin/kernel';
import type { CaseRow } from '../../views/case-row.js';
import { areaOf } from '../../views/cases.js';
import { clocksOf } from '../../views/clocks.js';

export type Seen = Readonly<{
  caseId: string;
  number: string | null;
  menuItem: string;
  /** Where it lies, as far as that is known. */
  area: string;
  /** The micro-grid; `null`: none answers for it. */
  microGrid: string | null;
  reportedAt: Instant;
  /** Since when its deadline runs: since the report, or since it was opened again. */
  startedAt: Instant;
  /** By when it has to be complete; `null`: no deadline. */
  dueAt: Instant | null;
  /** `null`: it goes on. */
  endedAt: Instant | null;
  /** Whether the deadline was missed, as far as that is decided. */
  isLate: boolean | null;
  /** It was answered elsewhere, and nobody here owes anything: it teaches, and is warned of no more. */
  isArchive: boolean;
  /** Under whom what they said is kept: the same for one person; `null`: nobody knows. */
  person: string | null;
}>;

const momentOf = (text: string | null): Instant | null => (text === null ? null : instant(text));

type Completion = Pick<Seen, 'dueAt' | 'isLate'> & Readonly<{ startedAt: Instant | null }>;

/** The deadline of the cycle that is under way, or was the last one, and whether it was missed. */
const completionOf = (row: CaseRow): Completion => {
  const clock = clocksOf(row.clocks).findLast(({ name }) => name.startsWith('complete/'));
  if (clock === undefined) return { startedAt: null, dueAt: null, isLate: null };
  const { startedAt, dueAt, verdict } = clock;
  return {
    startedAt: momentOf(startedAt),
    dueAt: momentOf(dueAt),
    isLate: verdict === null ? null : verdict === 'breached',
  };
};

/** `null`: it was not heard yet what it is about, or when it was reported. */
export const seenOf = (row: CaseRow, person: string | null): Seen | null => {
  const { caseId, number, menuItem, reportedAt, closedAt, microGrid, town } = row;
  if (menuItem === null || reportedAt === null) return null;
  const completion = completionOf(row);
  return {
    caseId,
    number,
    menuItem,
    area: areaOf(row) ?? town,
    microGrid,
    isArchive: row.archive !== null,
    reportedAt: instant(reportedAt),
    endedAt: momentOf(closedAt),
    ...completion,
    startedAt: completion.startedAt ?? instant(reportedAt),
    person,
  };
};

/** As it stood at a moment: what came after is not known yet. `null`: it was not reported yet. */
export const asOf = (it: Seen, at: Instant): Seen | null => {
  if (it.reportedAt > at) return null;
  const endedAt = it.endedAt !== null && it.endedAt <= at ? it.endedAt : null;
  const isDecided = endedAt !== null || (it.dueAt !== null && it.dueAt < at);
  return { ...it, endedAt, isLate: isDecided ? it.isLate : null };
};
