/** The legs of an order as a route answers with them: with the time that was paused, and the time that was worked. */
import { type Instant, latest, msBetween } from '@mulin/kernel';
import { elapsed, type Calendar, type Pause } from '@mulin/working-time';
import type { Helper } from '../domain/handling/helpers.js';
import { type CycleLegs, type Leg, legsOf, type Span } from '../domain/history/legs.js';
import type * as Order from '../domain/order/order.js';

type Known = Readonly<{ now: Instant; calendar: Calendar | null }>;

/** What goes on lasts until now; of what a device has timed ahead of us nothing has passed yet. */
const endOf = ({ from, to }: Span, { now }: Known): Instant => to ?? latest(from, now);

const paused = ({ pauses }: Leg): readonly Pause[] =>
  pauses.flatMap(({ from, to }) => (to === null ? [] : [[from, to] as const]));

/** Working time by the calendar of the menu item, in milliseconds; `null`: the town names none. */
const worked = (span: Span, known: Known, pauses: readonly Pause[] = []): number | null => {
  const { calendar } = known;
  if (calendar === null) return null;
  return elapsed({ calendar, unit: 'working-second', start: span.from, until: endOf(span, known), pauses });
};

const lengthOf = (pauses: readonly Pause[]): number =>
  pauses.reduce((ms, [from, to]) => ms + msBetween(from, to), 0);

const legShown = ({ pauses: _, ...leg }: Leg, pauses: readonly Pause[], known: Known) => ({
  ...leg,
  paused: lengthOf(pauses),
  worked: worked(leg, known, pauses),
});

/** From being called in until they have done their part, or nobody waits for them any more. */
const helperShown = (helper: Helper, known: Known) => {
  const { call, member: holder, unit, calledAt: from, joinedAt, endedAt: to, end: ended } = helper;
  return { call, holder, unit, from, joinedAt, to, ended, worked: worked({ from, to }, known) };
};

const cycleShown = ({ cycle, from, to, legs, unheld, helpers }: CycleLegs, known: Known) => ({
  cycle,
  from,
  to,
  legs: legs.map((leg) => legShown(leg, paused(leg), known)),
  unheld,
  helpers: helpers.map((it) => helperShown(it, known)),
});

/**
 * Cycle by cycle, who had it when, who helped, and when nobody had it.
 *
 * @param known.now until when what goes on has lasted.
 * @param known.calendar by which working time is counted.
 */
export const legsShown = (events: readonly Order.Event[], known: Known) =>
  legsOf(events).map((it) => cycleShown(it, known));
