/** The same again: at one place about one thing, or by one person, more often than once is answered by answering once. */
import { day, type Instant, plus } from '@mulin/kernel';
import { grouped } from './chance.js';
import type { Seen } from './seen.js';

/** What came three times in a month was not answered by answering it twice (the usual threshold of 每月一题 lists). */
export const repeatRules = { days: 30, times: 3 } as const;

export type Repeat = Readonly<{
  by: 'place' | 'person';
  /** The micro-grid, or the area where none answers. */
  area: string;
  /** `null`: of several kinds, by one person. */
  menuItem: string | null;
  cases: readonly Seen[];
}>;

const recent = (seen: readonly Seen[], at: Instant): readonly Seen[] => {
  const from = plus(at, -repeatRules.days * day);
  return seen.filter(({ reportedAt }) => reportedAt > from && reportedAt <= at);
};

const groupsOf = (
  seen: readonly Seen[],
  keyOf: (it: Seen) => string | null,
): readonly (readonly [Seen, ...Seen[]])[] =>
  [...grouped(seen, keyOf).values()].flatMap((group) => {
    const [first, ...rest] = group;
    return first !== undefined && group.length >= repeatRules.times ? [[first, ...rest] as const] : [];
  });

const placeOf = ({ microGrid, area, menuItem }: Seen): string => `${microGrid ?? area} ${menuItem}`;

/** The most frequent first. */
export const repeatsIn = (seen: readonly Seen[], at: Instant): readonly Repeat[] => {
  const lately = recent(seen, at);
  const places = groupsOf(lately, placeOf).map(([first, ...rest]): Repeat => ({
    by: 'place',
    area: first.area,
    menuItem: first.menuItem,
    cases: [first, ...rest],
  }));
  const people = groupsOf(lately, ({ person }) => person).map(([first, ...rest]): Repeat => {
    const cases = [first, ...rest];
    const isOne = cases.every(({ menuItem }) => menuItem === first.menuItem);
    return { by: 'person', area: first.area, menuItem: isOne ? first.menuItem : null, cases };
  });
  return [...places, ...people].sort((a, b) => b.cases.length - a.cases.length);
};
