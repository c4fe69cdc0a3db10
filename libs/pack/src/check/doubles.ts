/** Who is in two places at the same time, or stands there twice. */
import type { Instant } from '@mulin/kernel';
import { type PackProblem, problemsIn } from '../problem.js';
import type { Duty, Entry, Shift } from '../read/duty.js';
import type { DutyLand } from './duty-land.js';
import type { Hole } from './holes.js';
import { areOpposite } from './shifts.js';
import { shownHole } from './shown.js';

const { warning } = problemsIn('rosters.json');

const overlapUntil = (one: Duty, other: Duty): Hole | null => {
  const since = [one.from, other.from].reduce((a, b) => ((a ?? '') > (b ?? '') ? a : b));
  const until = [one.until, other.until].reduce((a, b) => (b === null || (a !== null && a < b) ? a : b));
  return since !== null && until !== null && until <= since ? null : { since, until };
};

/** Whether one place lies in the other: who leads a grid may well serve in it. */
const isOnePath = (one: string, other: string): boolean =>
  one === other || one.startsWith(`${other}/`) || other.startsWith(`${one}/`);

const doubleProblem = (one: Entry, other: Entry, land: DutyLand, now: Instant): readonly PackProblem[] => {
  const both = overlapUntil(one, other);
  if (both === null || (both.until !== null && both.until <= now)) return [];
  const areas = new Map(land.grids.map(({ id, area }) => [id, area]));
  const pathOf = (place: string): string => areas.get(place) ?? place;
  const pairs = one.places.flatMap((place) => other.places.map((it) => [place, it] as const));
  const { en, zh } = shownHole(both, now, land.town);
  const at = `${one.at}, ${other.at} (${one.account})`;
  const [pair] = pairs;
  if (pair !== undefined && !pairs.some(([here, there]) => isOnePath(pathOf(here), pathOf(there))))
    return [
      warning('two-places-at-once', at, {
        en: `is in two places at the same time, ${pair[0]} and ${pair[1]}, ${en}`,
        zh: `同一时间身处两地：${pair[0]} 与 ${pair[1]}（${zh}）`,
      }),
    ];
  return one.role === other.role && pairs.some(([here, there]) => here === there)
    ? [
        warning('duty-twice', at, {
          en: `the same duty stands there twice ${en}`,
          zh: `同一职责重复列出（${zh}）`,
        }),
      ]
    : [];
};

type Duties = Readonly<{ entries: readonly Entry[]; shifts: readonly Shift[] }>;

/** Whoever stands in for somebody who is away may well have duties of their own. */
export const doubleProblems = (
  { entries, shifts }: Duties,
  land: DutyLand,
  now: Instant,
): readonly PackProblem[] => {
  const byAccount = new Map<string, Entry[]>();
  for (const entry of entries.filter(({ standsInFor }) => standsInFor === undefined))
    byAccount.set(entry.account, [...(byAccount.get(entry.account) ?? []), entry]);
  return [...byAccount.values()].flatMap((own) =>
    own.flatMap((one, place) =>
      own
        .slice(place + 1)
        .filter((other) => !areOpposite(one, other, shifts))
        .flatMap((other) => doubleProblem(one, other, land, now)),
    ),
  );
};
