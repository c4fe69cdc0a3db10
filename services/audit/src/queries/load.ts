/** How much there is, and how much of it is late, by place and by day: counts alone, made where the cases are kept. */
import {
  type Actor,
  type Counted,
  day,
  instant,
  type Instant,
  minute,
  msBetween,
  plus,
  Rejection,
} from '@mulin/kernel';
import type { Dependencies } from '../dependencies.js';
import type { CasesWhere } from '../views/cases.js';
import { quarterOf } from '../views/quarters.js';
import { listedFor, owed } from './case-search.js';

/** By what it is counted: the areas next below the one asked about, micro-grids, nets, or days. */
export const ways = ['area', 'grid', 'net', 'day'] as const;

type Asked = Readonly<{
  area: string;
  by: (typeof ways)[number];
  /** From the first moment of a day until the first one of another. */
  from: Instant;
  to: Instant;
}>;

const mostDays = 400;

const tooLong = () =>
  new Rejection(
    'period-too-long',
    {
      en: `A period ends after it begins, and has ${mostDays} days at most.`,
      zh: `时段的结束日期须晚于开始日期，且不超过${mostDays}天。`,
    },
    'malformed',
  );

type Parts = Pick<Dependencies, 'cases' | 'now' | 'clock'>;
type Counts = ReadonlyMap<string | null, number>;

/** `measure` of each place or day. */
const merged = <Measure extends string>(
  measures: Readonly<Record<Measure, Counts>>,
): readonly Readonly<{ key: string | null; counts: Readonly<Record<Measure, number>> }>[] => {
  const names = Object.keys(measures) as Measure[]; // Its own keys.
  const keys = new Set(names.flatMap((name) => [...measures[name].keys()]));
  const countsOf = (key: string | null) =>
    Object.fromEntries(names.map((name) => [name, measures[name].get(key) ?? 0])) as Record<Measure, number>;
  return [...keys]
    .sort((one, other) => ((one ?? '') < (other ?? '') ? -1 : 1))
    .map((key) => ({ key, counts: countsOf(key) }));
};

const summed = (counts: Counts, keyOf: (key: string | null) => string | null): Counts => {
  const sums = new Map<string | null, number>();
  for (const [key, count] of counts) sums.set(keyOf(key), (sums.get(keyOf(key)) ?? 0) + count);
  return sums;
};

/** The area of the next level below one in which a path lies; what lies in the area itself is its own. */
const below =
  (area: string) =>
  (path: string | null): string | null => {
    if (path === null || path === area) return path;
    const [next = ''] = path.slice(area.length + 1).split('/');
    return `${area}/${next}`;
  };

const columns = { area: 'area', grid: 'microGrid', net: 'net' } as const;

const period = ({ from, to }: Asked) => ({ gte: quarterOf(from), lt: quarterOf(to) });

/** Sums of what is counted, of each place. */
const countsOf = (counted: readonly Counted[], keyOf: (key: string | null) => string | null): Counts => {
  const sums = new Map<string | null, number>();
  for (const { values, count } of counted) {
    const key = keyOf(values[0] ?? null);
    sums.set(key, (sums.get(key) ?? 0) + count);
  }
  return sums;
};

/** Open, late and escalated as of now, closed in the period. What is open is looked through once. */
const byPlace = async ({ cases, now }: Parts, scope: CasesWhere, asked: Asked, by: keyof typeof columns) => {
  const key = columns[by];
  const keyOf = by === 'area' ? below(asked.area) : (it: string | null) => it;
  const open: CasesWhere = { and: [scope, owed] };
  const [standing, overdue, closed] = await Promise.all([
    cases.countBy([key, 'isBreached', 'isEscalated'], open),
    // Nobody has said so yet.
    cases.countBy([key], { ...open, isBreached: false, dueAt: { lt: now() } }),
    cases.countBy([key], { and: [scope], state: 'closed', closedIn: period(asked) }),
  ]);
  const isLate = ({ values }: Counted) => values[1] === 'true';
  const isEscalated = ({ values }: Counted) => values[2] === 'true';
  return merged({
    open: countsOf(standing, keyOf),
    late: countsOf([...standing.filter(isLate), ...overdue], keyOf),
    escalated: countsOf(standing.filter(isEscalated), keyOf),
    closed: countsOf(closed, keyOf),
  });
};

const epoch = instant('1970-01-01T00:00:00Z');
const quarterMs = 15 * minute;

/** What was reported, closed, and first missed a deadline on each day of the town. */
const byDay = async ({ cases, clock }: Parts, scope: CasesWhere, asked: Asked) => {
  const dayOf = (quarter: string | null) =>
    quarter === null ? null : clock.day(plus(epoch, Number(quarter) * quarterMs));
  const count = async (column: 'reportedIn' | 'closedIn' | 'missedIn', where: CasesWhere = {}) =>
    summed(await cases.count(column, { and: [scope, where, { [column]: period(asked) }] }), dayOf);
  const { from: gte, to: lt } = asked;
  return merged({
    opened: await count('reportedIn', { reportedAt: { gte, lt } }),
    closed: await count('closedIn', { state: 'closed' }),
    late: await count('missedIn'),
  });
};

/**
 * Counts of the cases that a reader may see in lists. Refused: `period-too-long`.
 */
export const loadOf = async (parts: Parts, actor: Actor, asked: Asked) => {
  const { area, by, from, to } = asked;
  if (to <= from || msBetween(from, to) > mostDays * day) throw tooLong();
  const own = listedFor(actor);
  if (own === null) return { places: [], days: [] };
  const scope: CasesWhere = { and: [own], area: { within: area } };
  if (by === 'day') return { places: [], days: await byDay(parts, scope, asked) };
  return { places: await byPlace(parts, scope, asked, by), days: [] };
};
