/** What kind of day a date is by a calendar: worked as usual, made up for, a holiday, or a day of rest. */
import { day, instant } from '@mulin/kernel';
import { type Calendar, weekdaysOf } from './calendar.js';

/** `name`: of the holiday, or of what is made up for, where the calendar says it. */
export type DateKind = Readonly<{
  kind: 'usual' | 'make-up' | 'holiday' | 'rest';
  name?: string | undefined;
}>;

/** 1970-01-01 was a Thursday. */
const weekdayOf = (date: number): number => (((date + 4) % 7) + 7) % 7;

/** Of each date, in days since 1970-01-01. A date that differs from its weekday and has its hours is a usual one. */
export const dateKinds = ({ week, overrides }: Calendar): ((date: number) => DateKind) => {
  const worked = new Set(
    Object.entries(week).flatMap(([name, hours]) => (hours.length > 0 ? (weekdaysOf(name) ?? []) : [])),
  );
  return (date) => {
    const isUsual = worked.has(weekdayOf(date));
    const override = overrides[instant(date * day).slice(0, 10)];
    if (override === undefined) return { kind: isUsual ? 'usual' : 'rest' };
    const { segments, reason: name } = override;
    if (segments.length > 0) return isUsual ? { kind: 'usual' } : { kind: 'make-up', name };
    return isUsual || name !== undefined ? { kind: 'holiday', name } : { kind: 'rest' };
  };
};
