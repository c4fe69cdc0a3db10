/** Random calendars, of weeks in which clocks may be changed, and random spans of them, by quarters of an hour. */
import fc from 'fast-check';
import { type Instant, instant, minute, plus } from '@mulin/kernel';
import type { Calendar, Pause, Segment } from './index.js';

export const step = 15;
const zones = [
  'Asia/Shanghai',
  'Europe/Berlin',
  'America/Sao_Paulo',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
];
export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/** Weeks in which at least one of the zones changes its clocks. */
const starts = ['2018-11-01', '2026-03-25', '2026-10-21', '2009-03-05', '2009-10-29', '2026-06-01'];

const text = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

const segments = fc
  .uniqueArray(fc.integer({ min: 0, max: 96 }), { maxLength: 6 })
  .map((marks) => [...marks].sort((a, b) => a - b))
  .map((marks) =>
    marks.flatMap((mark, place): readonly Segment[] => {
      const until = marks[place + 1];
      return place % 2 === 1 || until === undefined ? [] : [[text(mark * step), text(until * step)]];
    }),
  );

const calendars: fc.Arbitrary<Calendar> = fc
  .record({
    zone: fc.constantFrom(...zones),
    week: fc.tuple(...weekdays.map(() => segments)),
    overrides: fc.array(fc.tuple(fc.integer({ min: 0, max: 12 }), segments), { maxLength: 3 }),
    from: fc.constantFrom(...starts),
  })
  .map(({ zone, week, overrides, from }) => ({
    id: 'random',
    version: '1',
    zone,
    week: Object.fromEntries(week.map((hours, place) => [weekdays[place], hours])),
    overrides: Object.fromEntries(
      overrides.map(([days, hours]) => [
        plus(instant(from), days * 1_440 * minute).slice(0, 10),
        { segments: hours },
      ]),
    ),
    coveredUntil: null,
    source: from,
  }));

export const within = fc.integer({ min: 0, max: 5 * 96 });
export const spans = fc.record({
  calendar: calendars,
  start: within,
  amount: fc.integer({ min: 0, max: 60 }),
  pauses: fc.array(fc.tuple(within, fc.integer({ min: 0, max: 96 })), { maxLength: 4 }),
});
export type Span = Readonly<{
  calendar: Calendar;
  start: number;
  amount: number;
  pauses: readonly (readonly [number, number])[];
}>;

export const momentOf = ({ calendar }: Pick<Span, 'calendar'>, steps: number): Instant =>
  plus(instant(calendar.source ?? ''), steps * step * minute);

export const pausesOf = (span: Span): readonly Pause[] =>
  span.pauses.map(([from, length]) => [momentOf(span, from), momentOf(span, from + length)]);

export const targetOf = (span: Span) => ({
  calendar: span.calendar,
  unit: 'working-minute' as const,
  start: momentOf(span, span.start),
  amount: span.amount * step,
  pauses: pausesOf(span),
});
