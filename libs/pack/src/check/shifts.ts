/** Terms and shifts as stretches of time in which somebody is really there. */
import { day, instant, type Instant, msOf } from '@mulin/kernel';
import { type Calendar, openBetween } from '@mulin/working-time';
import type { Duty, Shift } from '../read/duty.js';
import { type PackProblem, problemsIn } from '../problem.js';
import type { Term } from './holes.js';

const { mistake } = problemsIn('rosters.json');

/** Shifts that count by a calendar which `calendars.json` does not have. */
export const unknownCalendars = (
  shifts: readonly Shift[],
  calendars: readonly string[],
): readonly PackProblem[] =>
  shifts
    .filter(({ calendar }) => !calendars.includes(calendar))
    .map(({ id, calendar }) =>
      mistake('unknown-calendar', `shift ${id}`, {
        en: `there is no calendar ${calendar}`,
        zh: `没有日历 ${calendar}`,
      }),
    );

/** So far ahead it is looked whether somebody is there; a pattern that holds for a year goes on. */
const aheadMs = 366 * day;

type Stretch = readonly [from: number, until: number];

const common = (one: readonly Stretch[], other: readonly Stretch[]): readonly Stretch[] =>
  one.flatMap(([from, until]) =>
    other.flatMap(([otherFrom, otherUntil]): Stretch[] => {
      const [begins, ends] = [Math.max(from, otherFrom), Math.min(until, otherUntil)];
      return begins < ends ? [[begins, ends]] : [];
    }),
  );

const complement = (stretches: readonly Stretch[], [from, until]: Stretch): readonly Stretch[] => {
  const ends = [from, ...stretches.map(([, end]) => end)];
  const begins = [...stretches.map(([begin]) => begin), until];
  return ends.flatMap((end, place): Stretch[] => {
    const begin = begins[place] ?? until;
    return end < begin ? [[end, begin]] : [];
  });
};

const turnsIn = ({ turn }: Duty, [from, until]: Stretch): readonly Stretch[] => {
  if (turn === undefined) return [[from, until]];
  const [first, every] = [msOf(turn.first), turn.every * day];
  const turns: Stretch[] = [];
  for (let at = Math.max(0, Math.floor((from - first) / every)); first + at * every < until; at++)
    turns.push([first + at * every, first + at * every + turn.days * day]);
  return turns;
};

type Hours = Readonly<{ shifts: readonly Shift[]; calendars: readonly Calendar[] }>;

const shiftIn = ({ shift: id }: Duty, { shifts, calendars }: Hours, within: Stretch): readonly Stretch[] => {
  const shift = shifts.find((it) => it.id === id);
  const calendar = calendars.find((it) => it.id === shift?.calendar);
  if (shift === undefined || calendar === undefined) return [within];
  const open = openBetween(calendar, instant(within[0]), instant(within[1]));
  return shift.when === 'open' ? open : complement(open, within);
};

/**
 * When people are there by their duties, from `now` on: a duty with a shift or a turn becomes many terms. What lies
 * further ahead than a year counts as held by whoever's term goes on.
 */
export const presenceBy = (hours: Hours, now: Instant) => {
  const within: Stretch = [msOf(now), msOf(now) + aheadMs];
  const known = new Map<string, readonly Stretch[]>();
  const patternOf = (duty: Duty): readonly Stretch[] => {
    const key = JSON.stringify([duty.shift, duty.turn]);
    const found = known.get(key) ?? common(shiftIn(duty, hours, within), turnsIn(duty, within));
    known.set(key, found);
    return found;
  };
  return (duty: Duty): readonly Term[] => {
    const { from, until, shift, turn } = duty;
    if (shift === undefined && turn === undefined) return [duty];
    const [begin, end] = [from === null ? -Infinity : msOf(from), until === null ? Infinity : msOf(until)];
    const there = common(patternOf(duty), [[begin, end]]);
    const ahead: Term[] = end > within[1] ? [{ from: instant(Math.max(begin, within[1])), until }] : [];
    const past: Term[] = begin < within[0] ? [{ from, until: instant(Math.min(end, within[0])) }] : [];
    return [...past, ...there.map(([since, to]) => ({ from: instant(since), until: instant(to) })), ...ahead];
  };
};

/** Whether two duties are never at the same hour: one in the hours of a calendar, the other in all others. */
export const areOpposite = (one: Duty, other: Duty, shifts: readonly Shift[]): boolean => {
  const [first, second] = [one, other].map(({ shift }) => shifts.find(({ id }) => id === shift));
  return first !== undefined && first.calendar === second?.calendar && first.when !== second.when;
};
