/** The ways in which people and their programs write a time. What could be two different days is none. */
import { type Instant, instant, type LocalizedText } from '@mulin/kernel';
import { localDate, localMoment } from '@mulin/working-time';
import { DateTime } from 'luxon';
import { MidnightTime } from './cells.js';

/** As it stands in the file: a moment, or a day of which no time is known (`at`: its first moment). */
export type Written = Readonly<{ at: Instant; day: string; isDateOnly: boolean }>;
type NoTime = Readonly<{
  code: 'not-a-time' | 'no-such-day' | 'day-or-month' | 'which-night';
  reason: LocalizedText;
}>;

type TimeReader = (value: string | Date) => Written | NoTime;

const notATime: NoTime = {
  code: 'not-a-time',
  reason: {
    en: 'It is not a time; write 2026-03-02 09:10, or say in timeFormats how it is written.',
    zh: '不是可识别的时间；请写作 2026-03-02 09:10，或在 timeFormats 中说明其写法。',
  },
};
const noSuchDay: NoTime = {
  code: 'no-such-day',
  reason: { en: 'There is no such day or time of day.', zh: '没有这一天或这一时刻。' },
};
const dayOrMonth: NoTime = {
  code: 'day-or-month',
  reason: {
    en: 'Day and month cannot be told apart; say in timeFormats which comes first: d/M/yyyy H:mm or M/d/yyyy H:mm.',
    zh: '无法分辨日与月；请在 timeFormats 中说明先后，如 d/M/yyyy H:mm 或 M/d/yyyy H:mm。',
  },
};
const whichNight: NoTime = {
  code: 'which-night',
  reason: {
    en: 'Nobody can say which night this is; write 2026-03-02 00:10 or 2026-03-02 24:00.',
    zh: '无法判断是前一夜还是后一夜；请写作 2026-03-02 00:10 或 2026-03-02 24:00。',
  },
};

const monthNames = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const monthName =
  '(jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec|january|february|march|april|august|september|october|november|december)';

type Day = Readonly<{ year: string; month: string; date: string }>;
type DayAndRest = Readonly<{ day: Day | NoTime; rest: string }>;

const two = (text: string | number): string => String(text).padStart(2, '0');

const monthOf = (name: string): string => String(monthNames.indexOf(name.slice(0, 3).toLowerCase()) + 1);

/** 3/4/2026 may be two days; 13/4/2026, 4/13/2026 and 4/4/2026 are one. Dots are written with the day first. */
const dayFirstOrLast = (match: readonly string[]): Day | NoTime => {
  const [one, mark, other, year] = [1, 2, 3, 4].map((nth) => match[nth] ?? '') as [
    string,
    string,
    string,
    string,
  ];
  const [a, b] = [Number(one), Number(other)];
  if (mark === '.' || a > 12 || a === b) return { year, month: other, date: one };
  return b > 12 ? { year, month: one, date: other } : dayOrMonth;
};

type Way = readonly [RegExp, (match: readonly string[]) => Day | NoTime];

/** The last group is what follows the day. */
const ways: readonly Way[] = [
  [
    /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*(?:日|(?!\d))(.*)$/,
    ([, year = '', month = '', date = '']) => ({ year, month, date }),
  ],
  [/^(\d{4})(\d\d)(\d\d)((?:[T ].*)?)$/, ([, year = '', month = '', date = '']) => ({ year, month, date })],
  [/^(\d{1,2})([-/.])(\d{1,2})[-/.](\d{4})(?!\d)(.*)$/, dayFirstOrLast],
  [
    new RegExp(
      `^(\\d{1,2})(?:st|nd|rd|th)?[-\\s.]*(?:of )?${monthName}\\.?[-\\s,]*(\\d{4})(?!\\d)(.*)$`,
      'i',
    ),
    ([, date = '', month = '', year = '']) => ({ year, month: monthOf(month), date }),
  ],
  [
    new RegExp(`^${monthName}\\.?\\s*(\\d{1,2})(?:st|nd|rd|th)?\\s*,?\\s+(\\d{4})(?!\\d)(.*)$`, 'i'),
    ([, month = '', date = '', year = '']) => ({ year, month: monthOf(month), date }),
  ],
];

const weekday = /^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,?\s+/i;
const chineseWeekday = /[(（]?\s*(?:星期|周|礼拜)[一二三四五六日天]\s*[)）]?/g;

const splitDay = (text: string): DayAndRest | null => {
  for (const [way, read] of ways) {
    const match = way.exec(text);
    if (match) return { day: read(match), rest: match.at(-1) ?? '' };
  }
  return null;
};

const before = '(上午|下午|凌晨|清晨|早上|早晨|中午|傍晚|晚上|夜间|[ap]\\.?m\\.?)';
const timeOfDay = new RegExp(
  `^(?:T|,|\\s)*(?:at\\s+)?${before}?\\s*(\\d{1,2})\\s*(?:[:时點点]\\s*(?:(\\d{1,2})\\s*(?:[:分]\\s*(?:(\\d{1,2})(?:[.,](\\d{1,9}))?\\s*秒?)?)?)?)?\\s*${before}?` +
    `\\s*(Z|(?:UTC|GMT)?\\s*[+-]\\d{1,2}(?::?\\d\\d)?|UTC|GMT)?(?:\\s*\\([^)]*\\))?$`,
  'i',
);

type Clock = Readonly<{ hour: number; minute: number; second: number; ms: number; offset: string | null }>;

const morning = (hour: number): number | null => (hour > 12 ? null : hour % 12);
const afternoon = (hour: number): number => (hour < 12 ? hour + 12 : hour);
const between = (least: number, most: number, hour: number): number | null =>
  hour >= least && hour <= most ? hour : null;

/** At twelve or one at night it is the day before for those who are still up, and the next one for a clock. */
const atNight = (hour: number): number | NoTime =>
  hour < 5 || hour === 12 || hour === 24 ? whichNight : afternoon(hour);

/** What a half of the day, or a part of it, makes of an hour; `null`: that part has no such hour. */
const partsOfDay: readonly (readonly [RegExp, (hour: number) => number | NoTime | null])[] = [
  [/^(?:a|上午|凌晨|清晨|早)/i, morning],
  [/^(?:p|下午)/i, afternoon],
  [/^中午/, (hour) => between(10, 14, hour < 3 ? hour + 12 : hour)],
  [/^傍晚/, (hour) => between(15, 20, afternoon(hour))],
  [/^(?:晚上|夜间)/, atNight],
];

const hourOf = (hour: number, part: string): number | NoTime => {
  if (hour > (part === '' ? 24 : 23)) return noSuchDay;
  const [, read] = partsOfDay.find(([name]) => name.test(part)) ?? [];
  return read === undefined ? hour : (read(hour) ?? noSuchDay);
};

/** `Z`, `+08:00`, `+0800`, `GMT+8` as RFC 3339 writes it. */
const offsetOf = (text: string): string | null => {
  if (text === '') return null;
  const [, sign, hours = '', minutes = '00'] = /([+-])(\d{1,2}):?(\d\d)?$/.exec(text) ?? [];
  return sign === undefined ? 'Z' : `${sign}${two(hours)}:${minutes}`;
};

/** The parts of a time of day as they are written; `null`: it is none. `9` alone is none, `9点` and `9 AM` are. */
const partsOf = (rest: string) => {
  const match = timeOfDay.exec(rest.replaceAll(/[时點点]半/g, ':30'));
  if (!match) return null;
  const part = (nth: number): string => match[nth] ?? '';
  const name = part(1) || part(6);
  if (part(3) === '' && name === '' && !/[时點点:]/.test(rest)) return null;
  const [hour, minute, second] = [Number(part(2)), Number(part(3)), Number(part(4))];
  return { hour, minute, second, fraction: part(5), name, zone: part(7) };
};

const readClock = (rest: string): Clock | NoTime => {
  const parts = partsOf(rest);
  if (parts === null) return notATime;
  const { minute, second, fraction, zone } = parts;
  const hour = hourOf(parts.hour, parts.name);
  if (typeof hour !== 'number') return hour;
  if (minute > 59 || second > 59) return noSuchDay;
  if (hour === 24 && minute + second > 0) return noSuchDay;
  return { hour, minute, second, ms: Number(fraction.padEnd(3, '0').slice(0, 3)), offset: offsetOf(zone) };
};

const isDay = (date: string): boolean => {
  const ms = Date.parse(`${date}T00:00:00Z`);
  return !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(date);
};

const atLocal = (zone: string, date: string, { hour, minute, second, ms }: Clock): Instant | null => {
  const isMidnight = hour === 24;
  const at = localMoment(
    zone,
    `${date}T${isMidnight ? '23:59' : `${two(hour)}:${two(minute)}`}:${two(second)}`,
  );
  if (at === null) return null;
  return ms === 0 && !isMidnight ? at : instant(Date.parse(at) + ms + (isMidnight ? 60_000 : 0));
};

const onDay = (zone: string, { year, month, date }: Day, rest: string): Written | NoTime => {
  const day = `${year}-${two(month)}-${two(date)}`;
  if (!isDay(day)) return noSuchDay;
  if (rest.trim() === '') return dateOnly(zone, day);
  const clock = readClock(rest.trim());
  if ('code' in clock) return clock;
  const { hour, minute, second, ms, offset } = clock;
  if (offset === null) {
    const at = atLocal(zone, day, clock);
    return at === null ? noSuchDay : { at, day, isDateOnly: false };
  }
  const shown = Date.parse(`${day}T00:00:00Z`) + ((hour * 60 + minute) * 60 + second) * 1_000 + ms;
  const at = Date.parse(`${day}T00:00:00${offset}`) + (shown - Date.parse(`${day}T00:00:00Z`));
  return Number.isNaN(at) ? noSuchDay : { at: instant(at), day: localDate(zone, at), isDateOnly: false };
};

const dateOnly = (zone: string, day: string): Written | NoTime => {
  const at = localMoment(zone, `${day}T00:00`);
  return at === null ? noSuchDay : { at, day, isDateOnly: true };
};

const dayMs = 86_400_000;

/** The wall clock of a cell of a workbook, as if it were UTC; a workbook counts in parts of a day, so to the second. */
const ofWallClock = (
  zone: string,
  wallMs: number,
  { stepMs, isTime = false }: Readonly<{ stepMs: number; isTime?: boolean }>,
): Written | NoTime => {
  const text = new Date(Math.round(wallMs / stepMs) * stepMs).toISOString();
  const [day, isDateOnly] = [text.slice(0, 10), !isTime && text.slice(11, 19) === '00:00:00'];
  const at = localMoment(zone, `${day}T${text.slice(11, 19)}`);
  return at === null ? noSuchDay : { at, day, isDateOnly };
};

/** A serial number of a workbook: days since the end of 1899. So many decimals are good for a minute, more for a second. */
const serial = /^([2-7]\d{4})(?:\.(\d+))?$/;
/** Whether it is a number by which workbooks count days. */
export const isSerial = (text: string): boolean => serial.test(text);

const ofSerial = (zone: string, text: string, decimals: string): Written | NoTime => {
  const wallMs = Date.UTC(1899, 11, 30) + Number(text) * dayMs;
  return ofWallClock(zone, wallMs, { stepMs: decimals.length <= 5 ? 60_000 : 1_000 });
};

/** Seconds or milliseconds since 1970, of this century. */
const sinceEpoch = /^(\d{10})(\d{3})?$/;
const ofEpoch = (zone: string, seconds: string, ms = '000'): Written | NoTime => {
  const at = instant(Number(seconds) * 1_000 + Number(ms));
  const isPlausible = at >= '2000' && at < '2050';
  return isPlausible ? { at, day: localDate(zone, Date.parse(at)), isDateOnly: false } : notATime;
};

/** 20260302091000 and 202603020910. */
const compact = /^(\d{8})(\d\d)(\d\d)?(\d\d)?$/;
/** 2026030209. As seconds since 1970 it would lie after 2033. */
const compactHour = /^20[0-4]\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?:[01]\d|2[0-4])$/;

const hasTime = /[HhTtFfXxSs]/;

/** Tokens of an offset or a zone, or of a moment as a whole. */
const hasZone = /[ZzXx]/;

/** An hour that comes twice, when the clocks are put back, is the first one, as where no format is named. */
const atOf = (time: DateTime<true>, zone: string, tokens: string): Instant => {
  const local = hasZone.test(tokens)
    ? null
    : localMoment(zone, time.toFormat("yyyy-MM-dd'T'HH:mm:ss", { locale: 'en' }));
  return local === null ? instant(time.toMillis()) : instant(Date.parse(local) + time.millisecond);
};

/** In one of the ways that the mapping names; `null`: in none of them. */
const inFormat = (text: string, zone: string, formats: readonly string[]): Written | null => {
  for (const format of formats) {
    for (const locale of ['en', 'zh']) {
      const time = DateTime.fromFormat(text, format, { zone, locale });
      if (!time.isValid) continue;
      const tokens = format.replaceAll(/'[^']*'/g, '');
      const isDateOnly = !hasTime.test(tokens);
      return { at: atOf(time, zone, tokens), day: time.toISODate(), isDateOnly };
    }
  }
  return null;
};

/** The letters of a token that Luxon does not read stand for themselves, as if they were quoted. */
const isRead = (token: string): boolean =>
  DateTime.fromFormatExplain('', token).regex?.source !== `^(${token})$`;

const letters = /([a-z])\1*/gi;
/** A day whose parts are all different, as no day of which a part is left out can come to it by chance. */
const someDay = DateTime.fromISO('2001-11-23T16:05:06', { zone: 'utc', locale: 'en' });

/**
 * Whether each unquoted letter means something in the tokens of Luxon, and all of it says which day it is: what names no
 * year or no day would be read as one of today.
 */
export const isTimeFormat = (format: string): boolean => {
  const tokens = format.replaceAll(/'[^']*'/g, '').match(letters) ?? [];
  if (!tokens.every(isRead)) return false;
  const again = DateTime.fromFormat(someDay.toFormat(format), format, { zone: 'utc', locale: 'en' });
  return again.isValid && again.hasSame(someDay, 'day');
};

const tidy = (text: string): string =>
  text.normalize('NFKC').replaceAll(chineseWeekday, ' ').replaceAll(/\s+/g, ' ').trim();

/**
 * `zone`: of times that name none. `formats`: tried first, in the tokens of Luxon. A text that no calendar knows, or
 * that could be two days, is answered with why.
 */
export const timeReader =
  (zone: string, formats: readonly string[] = []): TimeReader =>
  (value) => {
    if (value instanceof Date)
      return ofWallClock(zone, value.getTime(), { stepMs: 1_000, isTime: value instanceof MidnightTime });
    const text = tidy(value);
    return inFormat(text, zone, formats) ?? ofFigures(zone, text) ?? ofCalendar(zone, text);
  };

/** Where a number stands for a moment; `null`: it does not. */
const ofFigures = (zone: string, text: string): Written | NoTime | null => {
  const asSerial = serial.exec(text);
  if (asSerial) return ofSerial(zone, text, asSerial[2] ?? '');
  const since = compactHour.test(text) ? null : sinceEpoch.exec(text);
  return since ? ofEpoch(zone, since[1] ?? '', since[2]) : null;
};

const ofCalendar = (zone: string, text: string): Written | NoTime => {
  const written = text.replace(compact, (_, day: string, ...hms: (string | undefined)[]) => {
    const [hour, minute = '00', second] = hms.slice(0, 3);
    return `${day} ${[hour, minute, second].filter(Boolean).join(':')}`;
  });
  const split = splitDay(written.replace(weekday, '')) ?? splitDay(yearLast(written));
  if (split === null) return notATime;
  return 'code' in split.day ? split.day : onDay(zone, split.day, split.rest);
};

/** `Mon Mar 2 09:10:00 CST 2026`, as Unix and Java print it, without what names its zone by letters. */
const yearLast = (text: string): string =>
  text
    .replace(weekday, '')
    .replace(/^([a-z]+ \d{1,2}) (\d{1,2}:\d\d(?::\d\d)?) (?:(?:UTC|GMT) )?(\d{4})$/i, '$1 $3 $2');
