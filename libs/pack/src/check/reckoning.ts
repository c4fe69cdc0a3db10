/** Trying rules out: some moments at which a clock may start, and what would be owed when. */
import { hour, instant, type Instant, msOf } from '@mulin/kernel';
import { type Calendar, due, type Target, usedUp } from '@mulin/working-time';
import type { ClockRule, Length, Rung } from '../read/rules.js';

/** Moments at which a clock may start, by the calendar of its policy. */
export type Trial = Readonly<{ calendar: Calendar; starts: readonly Instant[] }>;

/** Two weeks of starts, by day and by night, on work days and others. */
export const startsFrom = (now: Instant): readonly Instant[] =>
  Array.from({ length: 28 }, (_, step) => instant(msOf(now) + step * 13 * hour));

/** `null` where the calendar allows no such moment, which is told of the calendar. */
const attempt = (count: () => Instant): Instant | null => {
  try {
    return count();
  } catch {
    return null;
  }
};

/** When a target falls; `null` where its calendar allows no such moment. */
const dueOf = (target: Target): Instant | null => attempt(() => due(target).dueAt);

/** When a step of a ladder is owed; `null` where its calendar allows no such moment. */
export const rungAt = (rung: Rung, target: Target): Instant | null =>
  attempt(() => {
    const { dueAt } = due(target);
    if ('share' in rung) return usedUp(target, dueAt, rung.share);
    return due({ calendar: target.calendar, ...rung.after, start: dueAt }).dueAt;
  });

type Timed = Pick<ClockRule, 'length' | 'urgencies'>;

const lengthsOf = ({ length, urgencies = {} }: Timed): readonly Length[] => [
  length,
  ...Object.values(urgencies),
];

/** Every length of these clocks, from every start of a trial. */
export const targetsOf = (clocks: readonly Timed[], { calendar, starts }: Trial): readonly Target[] =>
  clocks
    .flatMap(lengthsOf)
    .flatMap((length) => starts.map((start): Target => ({ calendar, start, ...length })));

/** Whether something holds of every target of which it can be said, and of one at least. */
export const always = (targets: readonly Target[], holds: (target: Target) => boolean | null): boolean => {
  let isSaid = false;
  for (const target of targets) {
    const answer = holds(target);
    if (answer === false) return false;
    isSaid ||= answer === true;
  }
  return isSaid;
};

/** Whether one length is longer than another, at most moments at which both may start. */
export const isLonger = (one: Length, other: Length, { calendar, starts }: Trial): boolean => {
  const differences = starts.flatMap((start) => {
    const [dueAt, otherDueAt] = [one, other].map((length) => dueOf({ calendar, start, ...length }));
    return dueAt && otherDueAt ? [dueAt > otherDueAt] : [];
  });
  return differences.filter(Boolean).length > differences.length / 2;
};
