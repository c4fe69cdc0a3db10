/** When a town works: its week, the days that differ, and how far ahead it has been announced. */

/** From opening to closing, as wall clocks show it: `['08:30', '12:00']`. `24:00` is the end of the day. */
export type Segment = readonly [opens: string, closes: string];

/** A date that differs from its weekday: worked in these hours instead, or not at all (`[]`). */
export type Override = Readonly<{ segments: readonly Segment[]; reason?: string; source?: string }>;

/** One version of a calendar. A version is never changed; what is announced later is another version. */
export type Calendar = Readonly<{
  id: string;
  version: string;
  /** An IANA name, such as `Asia/Shanghai`. */
  zone: string;
  /** `mon` … `sun`, or a span such as `mon-fri`, to the hours of such a day; a day not named is a rest day. */
  week: Readonly<Record<string, readonly Segment[]>>;
  /** `2026-02-17` to how that day differs. */
  overrides: Readonly<Record<string, Override>>;
  /** The first day whose holidays are known; absent: all of them are. */
  coveredFrom?: string;
  /** The last day whose holidays are announced; `null`: nothing can still be announced. */
  coveredUntil: string | null;
  /** Where its days come from. */
  source?: string;
}>;

/** Days on which a whole country rests or works otherwise than its week says. */
export type PublicDays = Readonly<{
  coveredFrom?: string;
  coveredUntil: string;
  source: string;
  /** Date to the name of the holiday it belongs to. */
  off: Readonly<Record<string, string>>;
  makeUp: Readonly<Record<string, string>>;
}>;

const weekdays = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const;

/**
 * The weekdays that a name (`mon`) or a span (`mon-fri`, `sat-mon`) means.
 *
 * @returns numbers from 0 (Sunday) to 6, in the order of the span; `null` for what means none.
 */
export const weekdaysOf = (name: string): readonly number[] | null => {
  const [first = '', last = first, ...rest] = name.split('-');
  const place = (day: string) => weekdays.findIndex((it) => it === day);
  const [from, to] = [place(first), place(last)];
  if (from < 0 || to < 0 || rest.length > 0) return null;
  return Array.from({ length: ((to - from + 7) % 7) + 1 }, (_, step) => (from + step) % 7);
};

/** The hours of the first working day of the week, which a make-up day has too. */
const usualHours = (week: Calendar['week']): readonly Segment[] =>
  [1, 2, 3, 4, 5, 6, 0]
    .map((weekday) => Object.entries(week).find(([name]) => weekdaysOf(name)?.includes(weekday))?.[1] ?? [])
    .find((segments) => segments.length > 0) ?? [];

/**
 * The same calendar, with a country's holidays and make-up days. Days that the calendar itself names stay its own. A
 * make-up day has the hours of the first working day of the week, from Monday on.
 */
export const withPublicDays = (calendar: Calendar, days: PublicDays): Calendar => {
  const { source, off, makeUp, coveredFrom, coveredUntil } = days;
  const hours = usualHours(calendar.week);
  const overrides = (dates: Readonly<Record<string, string>>, segments: readonly Segment[]) =>
    Object.entries(dates).map(([date, reason]) => [date, { segments, reason, source }] as const);
  return {
    ...calendar,
    ...(coveredFrom === undefined ? {} : { coveredFrom }),
    coveredUntil,
    source: calendar.source ?? source,
    overrides: {
      ...Object.fromEntries([...overrides(off, []), ...overrides(makeUp, hours)]),
      ...calendar.overrides,
    },
  };
};
