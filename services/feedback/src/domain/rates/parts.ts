/**
 * For whom a cycle counts, and with what: a clock for whoever had the case when it was met or missed, the word of whoever
 * asked for whoever had it last. So nobody answers for what others missed before them, and nobody is rid of a lateness by
 * giving the case away.
 */
import type { Judged, Place, RatedUnit } from './rate-events.js';
import { isExemptFor, isSameUnit, lastUnit, type Measured } from './rate-state.js';
import {
  type Answered,
  clocksOf,
  type Shares,
  sharesOfAnswer,
  sharesOfClocks,
  sharesTogether,
} from './shares.js';

/** What of a cycle counts for one unit. */
export type Part = Readonly<{
  unit: RatedUnit;
  shares: Shares;
  /** It was taken out, on the word of this unit. */
  isExempt: boolean;
}>;

type Clock = readonly [string, Judged];

/** The deadline of whoever decides who gets the case ends at the moment at which the next one gets it. */
const isArbiters = (clock: string): boolean => clock.startsWith('arbitrate/');

/** Whether somebody had it already when a clock was met or missed. What was recorded without a moment says nothing of it. */
const hadItAt = ({ since }: Place, [clock, judged]: Clock): boolean => {
  if (since === undefined) return true;
  if (judged.standing === 'missed') return since < judged.dueAt;
  if (judged.standing !== 'met' || judged.endedAt === undefined) return true;
  return isArbiters(clock) ? since < judged.endedAt : since <= judged.endedAt;
};

/** Before the first of them had it, a clock counts for the first: that of the desk, and all of an archive. */
const holderAt = ({ places }: Pick<Measured, 'places'>, clock: Clock): RatedUnit =>
  places.findLast((place) => hadItAt(place, clock)) ?? places[0] ?? lastUnit({ places });

const isJudged = ([, { standing }]: Clock): boolean => standing !== 'none';

/** The part of whoever had it last comes last; the others are those for whom some clock counts, as they had it in turn. */
export const partsOf = (measured: Measured, answered: Answered): readonly Part[] => {
  const last = lastUnit(measured);
  const clocks = Object.entries(clocksOf(measured))
    .filter(isJudged)
    .map((clock) => ({ clock, unit: holderAt(measured, clock) }));
  const clocksFor = (unit: RatedUnit) =>
    sharesOfClocks(clocks.filter((it) => isSameUnit(it.unit, unit)).map(({ clock }) => clock));
  const part = (unit: RatedUnit, shares: Shares): Part => ({
    unit: { area: unit.area, office: unit.office },
    shares,
    isExempt: isExemptFor(measured, unit),
  });
  const before = measured.places.filter(
    (place, nth, all) =>
      !isSameUnit(place, last) &&
      all.findIndex((it) => isSameUnit(it, place)) === nth &&
      clocks.some(({ unit }) => isSameUnit(unit, place)),
  );
  return [
    ...before.map((unit) => part(unit, clocksFor(unit))),
    part(last, sharesTogether(clocksFor(last), sharesOfAnswer(answered))),
  ];
};

/** Who is rated by the cycle, whatever whoever asked may say of it. */
export const ratedUnits = (measured: Measured): readonly RatedUnit[] =>
  partsOf(measured, { wasReached: false, rating: null }).map(({ unit }) => unit);
