/** Days in a row, those on which nothing happened too, one by one or as weeks. */
import { type Day as Date_, daysAfter, mondayOf } from '../../parts/town-days';
import type { Day } from './find';

export type Point = Day;
export type Per = 'day' | 'week';

const none = { opened: 0, closed: 0, late: 0 };

const everyDay = (days: readonly Day[], from: Date_, to: Date_): readonly Point[] => {
  const known = new Map(days.map((it) => [it.day, it]));
  const points: Point[] = [];
  for (let day = from; day <= to; day = daysAfter(day, 1)) points.push(known.get(day) ?? { day, ...none });
  return points;
};

/** A week stands under its Monday; the first and the last may have fewer than seven days. */
export const seriesOf = (days: readonly Day[], from: Date_, to: Date_, per: Per): readonly Point[] => {
  const points = everyDay(days, from, to);
  if (per === 'day') return points;
  const weeks = new Map<string, Point>();
  for (const { day, opened, closed, late } of points) {
    const monday = mondayOf(day);
    const week = weeks.get(monday) ?? { day: monday, ...none };
    weeks.set(monday, {
      day: monday,
      opened: week.opened + opened,
      closed: week.closed + closed,
      late: week.late + late,
    });
  }
  return [...weeks.values()];
};
