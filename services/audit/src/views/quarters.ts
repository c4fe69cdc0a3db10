/** By which quarters of an hour cases are counted. */
import { instant, minute, msOf } from '@mulin/kernel';
import type { CaseRow } from './case-row.js';
import { clocksOf } from './clocks.js';

type Moment = string;

/** When the first of its deadlines that were missed was due. */
export const missedAtOf = ({ clocks }: Pick<CaseRow, 'clocks'>): Moment | null =>
  clocksOf(clocks).find(({ verdict }) => verdict === 'breached')?.dueAt ?? null;

/**
 * Which quarter of an hour since 1970 a moment lies in: so cases are counted by days of any zone, whose days all begin with
 * one.
 */
export const quarterOf = <At extends Moment | null>(moment: At): At extends null ? number | null : number => {
  const quarter = moment === null ? null : Math.floor(msOf(instant(moment)) / (15 * minute));
  // The type says it: nothing of nothing.
  return quarter as At extends null ? number | null : number;
};
