/** What is wrong with a calendar that somebody wrote by hand: every mistake, each in its place. */
import { instant, type LocalizedText } from '@mulin/kernel';
import { type Calendar, type Override, weekdaysOf } from './calendar.js';
import { isZone } from './zone.js';

/** `at` is the path within what was read: `week.mon-fri[1]`. */
export type Problem = Readonly<{ at: string; sentence: LocalizedText }>;

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const problem = (at: string, en: string, zh: string): Problem => ({ at, sentence: { en, zh } });

const isText = (value: unknown): value is string => typeof value === 'string' && value.trim() !== '';

const textProblems = (fields: Fields, names: readonly string[]): readonly Problem[] =>
  names
    .filter((name) => !isText(fields[name]))
    .map((name) => problem(name, 'A text is needed here.', '此处须为非空文字。'));

const zoneProblems = (zone: unknown): readonly Problem[] =>
  isText(zone) && isZone(zone)
    ? []
    : [problem('zone', `${JSON.stringify(zone)} is no time zone.`, `${JSON.stringify(zone)}不是有效时区。`)];

/** Whether this is a date that exists: 30 February does not. */
export const isDate = (text: unknown): text is string => {
  if (typeof text !== 'string' || !/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  const ms = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(ms) && instant(ms).startsWith(text);
};

const clockTime = /^(?:([01]\d|2[0-3]):[0-5]\d|24:00)$/;

const isPair = (value: unknown): value is readonly [string, string] =>
  Array.isArray(value) &&
  value.length === 2 &&
  value.every((time) => typeof time === 'string' && clockTime.test(time));

const segmentProblems = (segments: unknown, at: string): readonly Problem[] => {
  if (!Array.isArray(segments))
    return [problem(at, 'A list of opening and closing times is needed.', '此处须为起止时间的列表。')];
  const wrong = segments.flatMap((pair: unknown, place) => {
    const here = `${at}[${place}]`;
    if (!isPair(pair))
      return [problem(here, 'Two times such as "08:30" are needed.', '须为两个形如"08:30"的时间。')];
    const [opens, closes] = pair;
    return opens < closes
      ? []
      : [problem(here, `${opens} does not come before ${closes}.`, `${opens}不早于${closes}。`)];
  });
  return wrong.length > 0 ? wrong : overlapProblems(segments.filter(isPair), at);
};

const overlapProblems = (pairs: readonly (readonly [string, string])[], at: string): readonly Problem[] =>
  [...pairs]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([opens], place, sorted) => {
      const previous = sorted[place - 1];
      return previous && opens < previous[1]
        ? [
            problem(
              at,
              `${previous.join('–')} overlaps what opens at ${opens}.`,
              `${opens}与${previous.join('–')}重叠。`,
            ),
          ]
        : [];
    });

const weekProblems = (week: unknown): readonly Problem[] => {
  if (!isFields(week)) return [problem('week', 'The days of the week are needed.', '缺少每周的工作日。')];
  const seen = new Set<number>();
  return Object.entries(week).flatMap(([name, segments]) => {
    const weekdays = weekdaysOf(name);
    if (weekdays === null)
      return [problem(`week.${name}`, `${name} is no day or span of days.`, `${name}不是星期名或其区间。`)];
    const again = weekdays.some((weekday) => seen.has(weekday));
    for (const weekday of weekdays) seen.add(weekday);
    const twice = again
      ? [problem(`week.${name}`, `A day of ${name} is named twice.`, `${name}中有重复的日子。`)]
      : [];
    return [...twice, ...segmentProblems(segments, `week.${name}`)];
  });
};

const dateProblem = (at: string, text: unknown): Problem =>
  problem(at, `${JSON.stringify(text)} is no date.`, `${JSON.stringify(text)}不是有效日期。`);

const segmentsIn = (override: unknown): unknown => (isFields(override) ? override['segments'] : override);

const overrideProblems = (overrides: unknown): readonly Problem[] => {
  if (!isFields(overrides))
    return [problem('overrides', 'A table from dates to hours is needed.', '须为日期到工作时段的对照表。')];
  return Object.entries(overrides).flatMap(([date, override]) => [
    ...(isDate(date) ? [] : [dateProblem(`overrides.${date}`, date)]),
    ...segmentProblems(segmentsIn(override), `overrides.${date}`),
  ]);
};

const coverProblems = ({ coveredFrom, coveredUntil = null }: Fields): readonly Problem[] => [
  ...(coveredFrom === undefined || isDate(coveredFrom) ? [] : [dateProblem('coveredFrom', coveredFrom)]),
  ...(coveredUntil === null || isDate(coveredUntil) ? [] : [dateProblem('coveredUntil', coveredUntil)]),
];

const known = ['id', 'version', 'zone', 'week', 'overrides', 'coveredFrom', 'coveredUntil', 'source'];

/** Every mistake in what should be a calendar; none: it is one (`calendarOf` makes it). */
export const calendarProblems = (value: unknown): readonly Problem[] => {
  if (!isFields(value)) return [problem('', 'A calendar is needed here.', '此处须为日历。')];
  const { zone, week, overrides = {} } = value;
  return [
    ...textProblems(value, ['id', 'version']),
    ...zoneProblems(zone),
    ...weekProblems(week),
    ...overrideProblems(overrides),
    ...coverProblems(value),
    ...Object.keys(value)
      .filter((name) => !known.includes(name))
      .map((name) => problem(name, `A calendar has no ${name}.`, `日历中没有${name}这一项。`)),
  ];
};

/** As it stands in a file: an override may be its hours alone. */
type Written = Omit<Calendar, 'overrides' | 'coveredUntil'> &
  Readonly<{
    overrides?: Readonly<Record<string, Override | Override['segments']>>;
    coveredUntil?: string | null;
  }>;

const isHours = (override: Override | Override['segments']): override is Override['segments'] =>
  Array.isArray(override);

/**
 * What was read from a file, as a calendar: an override may be its hours alone, `coveredUntil` may be absent.
 *
 * @param value something in which `calendarProblems` finds nothing; the outcome for anything else is undefined.
 */
export const calendarOf = (value: unknown): Calendar => {
  // `calendarProblems` has looked at every field.
  const { overrides = {}, coveredUntil = null, ...rest } = value as Written;
  const whole = Object.entries(overrides).map(
    ([date, override]) => [date, isHours(override) ? { segments: override } : override] as const,
  );
  return { ...rest, overrides: Object.fromEntries(whole), coveredUntil };
};
