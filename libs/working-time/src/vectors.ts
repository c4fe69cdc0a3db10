/** Checks calendars against a table of deadlines that somebody computed by other means. */
import { instant, type Instant, isMoment, msOf, Rejection } from '@mulin/kernel';
import { type Calendar, type PublicDays, withPublicDays } from './calendar.js';
import { due, elapsed, type Pause, type Target, type Unit, units, usedUp } from './due.js';
import { explain } from './explain.js';
import { calendarOf, calendarProblems, isDate } from './problems.js';
import { localText } from './zone.js';

/** A vector on which we do not agree: local times, seconds, or the code with which the deadline was refused. */
export type Difference = Readonly<{ id: string; expected: string | number; computed: string | number }>;

/** How many vectors were checked, and on which we disagree. One vector may have several differences. */
export type VectorCheck = Readonly<{
  checked: number;
  agreeing: number;
  disagreeing: number;
  differences: readonly Difference[];
}>;

type Fields = Readonly<Record<string, unknown>>;

type Vector = Readonly<{
  id: string;
  calendar: Calendar;
  unit: Unit;
  start: Instant;
  end: 'close' | 'same-time';
  pauses: readonly Pause[];
  expects:
    | Readonly<{ until: Instant; seconds: number }>
    | Readonly<{
        amount: number;
        due: Instant;
        warnings: readonly Readonly<{ percent: number; at: Instant }>[];
      }>;
}>;

/** What stands where there is no field to name. */
const theFile = 'the file';

const malformed = (where: string, en: string, zh: string) =>
  new Rejection(
    'vectors-malformed',
    { en: `${where}: ${en}`, zh: `${where === theFile ? '文件' : where}：${zh}` },
    'malformed',
  );

const fieldsOf = (value: unknown, where: string): Fields => {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw malformed(where, 'an object is needed here.', '此处须为对象。');
  return value as Fields;
};

const listOf = (value: unknown, where: string): readonly unknown[] => {
  if (!Array.isArray(value)) throw malformed(where, 'a list is needed here.', '此处须为列表。');
  return value;
};

const numberOf = (value: unknown, where: string): number => {
  if (typeof value !== 'number' || !Number.isFinite(value))
    throw malformed(where, 'a number is needed here.', '此处须为数字。');
  return value;
};

const withOffset = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)$/;

const momentOf = (value: unknown, where: string): Instant => {
  // `Date` rolls 30 February over into March.
  const isWritten = typeof value === 'string' && withOffset.test(value) && isDate(value.slice(0, 10));
  const ms = isWritten ? Date.parse(value) : NaN;
  if (!isMoment(ms))
    throw malformed(where, 'a time with an offset is needed here.', '此处须为带时差的时间。');
  return instant(ms);
};

const calendarFrom = (id: string, value: unknown, publicDays: PublicDays): Calendar => {
  const fields = fieldsOf(value, `calendars.${id}`);
  const takesPublicDays = typeof fields['overrides'] === 'string';
  const read = { version: '1', ...fields, id, overrides: takesPublicDays ? {} : fields['overrides'] };
  const [problem] = calendarProblems(read);
  if (problem) {
    const { en, zh } = problem.sentence;
    throw malformed(`calendars.${id}.${problem.at}`, en, zh);
  }
  const calendar = calendarOf(read);
  return takesPublicDays ? withPublicDays(calendar, publicDays) : calendar;
};

const pausesFrom = (value: unknown, where: string): readonly Pause[] =>
  listOf(value ?? [], where).map((pause, place) => {
    const [from, until] = listOf(pause, `${where}[${place}]`);
    return [momentOf(from, `${where}[${place}][0]`), momentOf(until, `${where}[${place}][1]`)];
  });

const expectsFrom = (fields: Fields, where: string): Vector['expects'] => {
  if (fields['kind'] === 'elapsed')
    return {
      until: momentOf(fields['until'], `${where}.until`),
      seconds: numberOf(fields['seconds'], `${where}.seconds`),
    };
  const warnings = listOf(fields['warnings'] ?? [], `${where}.warnings`).map((it, place) => {
    const here = `${where}.warnings[${place}]`;
    const { percent, at } = fieldsOf(it, here);
    return { percent: numberOf(percent, `${here}.percent`), at: momentOf(at, `${here}.at`) };
  });
  return {
    amount: numberOf(fields['amount'], `${where}.amount`),
    due: momentOf(fields['due'], `${where}.due`),
    warnings,
  };
};

const unitFrom = (value: unknown, where: string): Unit => {
  const unit = units.find((it) => it === value);
  if (!unit)
    throw malformed(where, `one of ${units.join(', ')} is needed here.`, `须为${units.join('、')}之一。`);
  return unit;
};

const endFrom = (value: unknown, where: string): Vector['end'] => {
  if (value !== undefined && value !== 'close' && value !== 'same-time')
    throw malformed(
      where,
      'close or same-time is needed here.',
      '须为 "close"（当日下班时）或 "same-time"（同一时刻）。',
    );
  return value ?? 'close';
};

const vectorFrom = (value: unknown, place: number, calendars: ReadonlyMap<string, Calendar>): Vector => {
  const fields = fieldsOf(value, `vectors[${place}]`);
  const id = typeof fields['id'] === 'string' ? fields['id'] : `vectors[${place}]`;
  const calendar = calendars.get(String(fields['calendar']));
  if (!calendar) throw malformed(`${id}.calendar`, 'there is no such calendar.', '没有这个日历。');
  return {
    id,
    calendar,
    unit: unitFrom(fields['unit'] ?? 'working-second', `${id}.unit`),
    start: momentOf(fields['start'], `${id}.start`),
    end: endFrom(fields['end'], `${id}.end`),
    pauses: pausesFrom(fields['pauses'], `${id}.pauses`),
    expects: expectsFrom(fields, id),
  };
};

const parsed = (content: string): Fields => {
  try {
    return fieldsOf(JSON.parse(content), theFile);
  } catch (error) {
    if (error instanceof Rejection) throw error;
    throw malformed(theFile, 'this is no JSON.', '不是有效的 JSON。');
  }
};

type Compare = (expected: Instant, computed: () => Instant) => readonly Difference[];

const compareMoments =
  ({ id, calendar: { zone } }: Vector, tolerance: number): Compare =>
  (expected, compute) => {
    const shown = localText(zone, msOf(expected));
    try {
      const computed = compute();
      if (Math.abs(msOf(expected) - msOf(computed)) <= tolerance) return [];
      return [{ id, expected: shown, computed: localText(zone, msOf(computed)) }];
    } catch (error) {
      if (!(error instanceof Rejection)) throw error;
      return [{ id, expected: shown, computed: error.code }];
    }
  };

/** Counted in both ways: what a reader is told of a deadline must lead to it. Nothing explains what counts back. */
const dueBothWays = (target: Target): Instant => {
  const { dueAt } = due(target);
  const explained = target.amount < 0 ? dueAt : explain(target).dueAt;
  if (explained !== dueAt)
    throw new Error(`computed to be due ${dueAt}, and explained to be due ${explained}`);
  return dueAt;
};

const differencesOf = (vector: Vector, tolerance: number): readonly Difference[] => {
  const { id, expects, ...rest } = vector;
  if ('until' in expects) {
    const computed = elapsed({ ...rest, until: expects.until }) / 1_000;
    const isClose = Math.abs(computed - expects.seconds) * 1_000 <= tolerance;
    return isClose ? [] : [{ id, expected: expects.seconds, computed }];
  }
  const target: Target = { ...rest, amount: expects.amount };
  const compare = compareMoments(vector, tolerance);
  return [
    ...compare(expects.due, () => dueBothWays(target)),
    ...expects.warnings.flatMap(({ percent, at }) =>
      compare(at, () => usedUp(target, due(target).dueAt, percent / 100)),
    ),
  ];
};

/**
 * Computes every vector of a file and compares.
 *
 * @param content JSON: `{ calendars, vectors, tolerance_seconds? }`; the tolerance is 0 where none is named.
 * @param publicDays for calendars whose `overrides` are a text.
 * @throws `Rejection` `vectors-malformed`, with the place of the first mistake.
 */
export const checkVectors = (content: string, publicDays: PublicDays): VectorCheck => {
  const file = parsed(content);
  const calendars = new Map(
    Object.entries(fieldsOf(file['calendars'], 'calendars')).map(
      ([id, value]) => [id, calendarFrom(id, value, publicDays)] as const,
    ),
  );
  const vectors = listOf(file['vectors'], 'vectors').map((it, place) => vectorFrom(it, place, calendars));
  const tolerance = numberOf(file['tolerance_seconds'] ?? 0, 'tolerance_seconds') * 1_000;
  const found = vectors.map((vector) => differencesOf(vector, tolerance));
  const disagreeing = found.filter((differences) => differences.length > 0).length;
  return {
    checked: vectors.length,
    agreeing: vectors.length - disagreeing,
    disagreeing,
    differences: found.flat(),
  };
};
