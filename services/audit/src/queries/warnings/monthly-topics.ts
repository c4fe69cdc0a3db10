/** One thing a month (每月一题): the kinds of demand that are worth more than one answer each. */
import type { Instant } from '@mulin/kernel';
import { grouped } from './chance.js';
import { repeatRules } from './repeats.js';
import type { Seen } from './seen.js';

type Topic = Readonly<{
  menuItem: string;
  cases: number;
  /** Of those whose deadline is decided. */
  late: number;
  decided: number;
  /** Cases that are one of several about the same thing in the same micro-grid. */
  repeated: number;
  /** In the month before. */
  before: number;
  /** Where most of them are, the most first. */
  areas: readonly Readonly<{ area: string; cases: number }>[];
}>;

const areasNamed = 3;

const mostFirst = (counts: ReadonlyMap<string, readonly Seen[]>) =>
  [...counts]
    .map(([area, cases]) => ({ area, cases: cases.length }))
    .sort((a, b) => b.cases - a.cases || (a.area < b.area ? -1 : 1));

const repeatedIn = (cases: readonly Seen[]): number =>
  [...grouped(cases, ({ microGrid, area }) => microGrid ?? area).values()]
    .filter((group) => group.length >= repeatRules.times)
    .reduce((sum, group) => sum + group.length, 0);

const topicOf = (menuItem: string, cases: readonly Seen[], before: number): Topic => {
  const decided = cases.filter(({ isLate }) => isLate !== null);
  return {
    menuItem,
    cases: cases.length,
    late: decided.filter(({ isLate }) => isLate === true).length,
    decided: decided.length,
    repeated: repeatedIn(cases),
    before,
    areas: mostFirst(grouped(cases, ({ area }) => area)).slice(0, areasNamed),
  };
};

/** A demand that came again, or was answered late, weighs as much as two more. */
const weightOf = ({ cases, repeated, late }: Topic): number => cases + 2 * repeated + 2 * late;

type Month = Readonly<{ before: Instant; from: Instant; until: Instant }>;

/** The weightiest first. `before`: when the month before began. */
export const topicsOf = (seen: readonly Seen[], { before, from, until }: Month): readonly Topic[] => {
  const inMonth = seen.filter(({ reportedAt }) => reportedAt >= from && reportedAt < until);
  const earlier = grouped(
    seen.filter(({ reportedAt }) => reportedAt >= before && reportedAt < from),
    ({ menuItem }) => menuItem,
  );
  return [...grouped(inMonth, ({ menuItem }) => menuItem)]
    .map(([menuItem, cases]) => topicOf(menuItem, cases, earlier.get(menuItem)?.length ?? 0))
    .sort((a, b) => weightOf(b) - weightOf(a) || (a.menuItem < b.menuItem ? -1 : 1));
};
