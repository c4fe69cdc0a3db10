/** When a calendar is open: asked of a moment, or of a stretch of time. */
import { day, type Instant, msOf } from '@mulin/kernel';
import type { Calendar } from './calendar.js';
import { daysOf, pairsOf } from './hours.js';

/** Whether somebody who works by this calendar works at this moment; opening is inclusive, closing exclusive. */
export const isOpenAt = (calendar: Calendar, at: Instant): boolean => {
  const ms = msOf(at);
  return pairsOf(daysOf(calendar).openIn(Math.floor(ms / day))).some(
    ([from, until]) => from <= ms && ms < until,
  );
};

/**
 * The stretches that are worked from one moment until another, in milliseconds since 1970, in order. One that goes on over
 * midnight UTC comes in two that touch.
 */
export const openBetween = (
  calendar: Calendar,
  from: Instant,
  until: Instant,
): readonly (readonly [from: number, until: number])[] => {
  const [first, last] = [msOf(from), msOf(until)];
  const { openIn } = daysOf(calendar);
  const stretches: (readonly [number, number])[] = [];
  for (let utcDay = Math.floor(first / day); utcDay * day < last; utcDay++)
    for (const [opens, closes] of pairsOf(openIn(utcDay))) {
      const within = [Math.max(opens, first), Math.min(closes, last)] as const;
      if (within[0] < within[1]) stretches.push(within);
    }
  return stretches;
};
