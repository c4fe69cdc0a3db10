/** Calendars that have run out: by which nothing is counted from now on, or holidays are forgotten. */
import { day, instant, type Instant, msOf } from '@mulin/kernel';
import { type PackProblem, problemsIn } from '../problem.js';
import type { OwnCalendar } from '../read/rules.js';
import { type Calendar, elapsed, localDate } from '@mulin/working-time';

const { warning, note } = problemsIn('calendars.json');

const aheadMs = 366 * day;

/** `whole`: with the holidays of its country. */
const withoutHours = (whole: Calendar, at: string, now: Instant): readonly PackProblem[] => {
  const until = instant(msOf(now) + aheadMs);
  return elapsed({ calendar: whole, unit: 'working-second', start: now, until }) > 0
    ? []
    : [
        warning('calendar-without-hours', at, {
          en: 'nobody works by it within a year from now: nothing that is counted in working time falls due',
          zh: '自今起一年内没有任何工作时间，按工作时间计算的时限不会到期',
        }),
      ];
};

const pastOverrides = ({ calendar, publicDays }: OwnCalendar, at: string, today: string) => {
  const last = Object.keys(calendar.overrides).sort().at(-1);
  // A country's days go on where a town's own end, which must stay: they belong to history.
  return publicDays !== null || last === undefined || last >= today
    ? []
    : [
        warning('overrides-past', at, {
          en: `all its overrides are past, the last is of ${last}: from then on it knows no holiday`,
          zh: `所列特殊日期均已过去，最后一个为 ${last}：此后没有任何假日`,
        }),
      ];
};

/** What a country has not announced yet is nobody's mistake; what a town says of itself it can say anew. */
const pastCover = (whole: Calendar, own: OwnCalendar, at: string, today: string): readonly PackProblem[] => {
  const { coveredUntil } = whole;
  if (coveredUntil === null || coveredUntil >= today) return [];
  const say = own.publicDays === null ? warning : note;
  return [
    say('cover-past', at, {
      en: `its days are known until ${coveredUntil} only: every deadline is provisional`,
      zh: `所知日期仅至 ${coveredUntil}，此后的时限均为暂定`,
    }),
  ];
};

/**
 * What works and can hardly be meant in a calendar, such as days that end soon.
 *
 * @param own the calendar as its file has it; `whole`: the same with the holidays of its country.
 * @param at.place where it stands in its file, from 0.
 * @param at.now warnings are as things stand at this moment.
 */
export const calendarWarnings = (
  own: OwnCalendar,
  whole: Calendar,
  { place, now }: Readonly<{ place: number; now: Instant }>,
): readonly PackProblem[] => {
  const at = `calendars.${place} (${whole.id})`;
  const today = localDate(whole.zone, msOf(now));
  return [
    ...withoutHours(whole, at, now),
    ...pastOverrides(own, at, today),
    ...pastCover(whole, own, at, today),
  ];
};
