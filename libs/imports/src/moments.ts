/** The three times of a row: when it was reported, by when it was owed, and when its source closed it. */
import { type Instant, instant, type LocalizedText, shownValue } from '@mulin/kernel';
import { localMoment } from '@mulin/working-time';
import { missing, RowRefused, type SourceRow, textOf } from './cells.js';
import type { Mapping } from './mapping.js';
import { isSerial, timeReader, type Written } from './times.js';

export type Times = Readonly<{
  reported: Written;
  closed: Written | null;
  due: Written | null;
  /** A time of the row cannot be: it was left out, and the row is not judged. */
  isImplausible: boolean;
  /** Something stands where its closing does, and it cannot be. */
  isClosingOdd: boolean;
}>;

const yearMs = 365.25 * 86_400_000;
const dayMs = 86_400_000;

/** Programs write 0001, 1753, 1900, 1904 or 1970 for "never", and 2099 or 9999 for "not yet". */
const earliest = '1971-01-01';
const longestTermYears = 20;

const noSuchReport: LocalizedText = {
  en: 'Nothing can have been reported then: it lies before 1971 or in the future.',
  zh: '不可能在此时反映：早于1971年或晚于当前时间。',
};

/** `is1904`: numbers of the file that stand for days are counted from the beginning of 1904, not from that of 1900. */
type Rules = Pick<Mapping, 'zone' | 'timeFormats' | 'dayEnds' | 'columns'> & Readonly<{ is1904?: boolean }>;

const daysUntil1904 = 1_462;

/** What programs and people write where there is no time. */
const noTime =
  /^(?:0{4}[-/]00[-/]00.*|null|none|n\/?a|nan|nat|[-—]+|\/+|无|暂无|(?:尚|暂)?未(?:办结|完成|关闭))?$/i;
/** A zone may count such a day into a year that nobody can write. */
const neverOrAlways = /^(?:9999|000\d)\D/;

type Read = Written | 'implausible' | null;

const cellReader = ({ zone, timeFormats, is1904 = false }: Rules) => {
  const read = timeReader(zone, timeFormats);
  const toRead = (value: unknown, text: string): string | Date => {
    if (value instanceof Date) return value;
    return is1904 && typeof value === 'number' && isSerial(text) ? String(value + daysUntil1904) : text;
  };
  return (row: SourceRow, column: string | undefined): Read => {
    if (column === undefined) return null;
    const [value, text] = [row[column], textOf(row, column)];
    if (noTime.test(text)) return null;
    if (neverOrAlways.test(text)) return 'implausible';
    const time = read(toRead(value, text));
    if ('code' in time) throw new RowRefused(column, time.code, time.reason, shownValue(text));
    return time.day < earliest ? 'implausible' : time;
  };
};

const nextDay = (zone: string, { day }: Written): number => {
  const next = new Date(Date.parse(`${day}T00:00:00Z`) + dayMs).toISOString().slice(0, 10);
  const at = localMoment(zone, `${next}T00:00`);
  return at === null ? Date.parse(`${day}T23:59:59.999Z`) + 1 : Date.parse(at);
};

/**
 * A day without a time is not over before it ends. What was reported after the end of business can only have been
 * closed, or owed, in the evening of that day: such a day ends at midnight, so that it does not lie before its report.
 */
const atEnd = ({ zone, dayEnds }: Rules, time: Written, reported: Written): Written => {
  if (!time.isDateOnly) return time;
  const end = dayEnds === undefined ? null : localMoment(zone, `${time.day}T${dayEnds}`);
  const isInTime = end !== null && (time.day !== reported.day || end >= reported.at);
  return { ...time, at: isInTime ? end : instant(nextDay(zone, time) - 1) };
};

const isOdd = (time: Read, latest: number): time is Written | 'implausible' =>
  time === 'implausible' || (time !== null && Date.parse(time.at) > latest);

/** What two clocks that are set by network time may differ by; the town itself allows as much. */
const clockSkewMs = 120_000;

/** `now`: what lies after it has not happened yet; a day has, once it has begun. */
export const timesReader = (rules: Rules, now: Instant) => {
  const { columns } = rules;
  const timeIn = cellReader(rules);
  const latest = Date.parse(now) + clockSkewMs;

  const reportedIn = (row: SourceRow): Written => {
    const time = timeIn(row, columns.reportedAt);
    if (time === null) throw missing(columns.reportedAt);
    if (time !== 'implausible' && !isOdd(time, latest)) return time;
    const text = shownValue(textOf(row, columns.reportedAt));
    throw new RowRefused(columns.reportedAt, 'implausible-time', noSuchReport, text);
  };

  return (row: SourceRow): Times => {
    const reported = reportedIn(row);
    const lastDue = Date.parse(reported.at) + longestTermYears * yearMs;
    const times = [
      { time: timeIn(row, columns.closedAt), last: latest },
      { time: timeIn(row, columns.dueAt), last: lastDue },
    ];
    const [closed = null, due = null] = times.map(({ time, last }) =>
      time === null || time === 'implausible' || isOdd(time, last) ? null : atEnd(rules, time, reported),
    );
    const [isClosingOdd = false, isDueOdd = false] = times.map(({ time, last }) => isOdd(time, last));
    return { reported, closed, due, isImplausible: isClosingOdd || isDueOdd, isClosingOdd };
  };
};

/** Of days it is not known which came first within them. */
export const isClosedBeforeOpened = ({ reported, closed }: Times): boolean => {
  if (closed === null) return false;
  const isByDay = reported.isDateOnly || closed.isDateOnly;
  return isByDay ? closed.day < reported.day : closed.at < reported.at;
};

/** It was closed on the day on which it was due at some hour, and nobody noted when: in time or not, who knows. */
export const isClosingTooVague = ({ closed, due }: Times, dayOf: (at: Instant) => string): boolean =>
  closed !== null && due !== null && closed.isDateOnly && !due.isDateOnly && dayOf(due.at) === closed.day;
