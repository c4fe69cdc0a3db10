/** How a deadline was counted: every stretch from its start until it is due, and why it counts or does not. */
import { day, hour, instant, type Instant, minute, msOf, second } from '@mulin/kernel';
import { type DateKind, dateKinds } from './date-kinds.js';
import type { Target } from './due.js';
import { aroundTheClock, type Days, daysOf, pairsOf } from './hours.js';
import { momentOf } from './local.js';
import { refuseEndless } from './walk.js';

/** Why a stretch counts, or does not. */
export const whys = [
  'working-hours',
  'around-the-clock',
  'working-day',
  'calendar-day',
  'make-up-day',
  'part-of-day',
  'outside-hours',
  'rest-day',
  'holiday',
  'paused',
  'start-day',
  'rolled-forward',
] as const;

/** One of `whys`. */
export type Why = (typeof whys)[number];

/** A stretch of a count; `name`: of the holiday, or of what a make-up day makes up for, where the calendar says it. */
export type Interval = Readonly<{ from: Instant; to: Instant; counts: boolean; why: Why; name?: string }>;

/** A deadline and what it consists of. */
export type Explanation = Readonly<{ dueAt: Instant; intervals: readonly Interval[] }>;

type Piece = Readonly<{ from: number; to: number; counts: boolean; why: Why; name?: string | undefined }>;
type Pauses = readonly (readonly [from: number, until: number])[];
/** What is counted with; moments are milliseconds since 1970-01-01T00:00:00Z, dates are days since then. */
type Count = Readonly<{
  days: Days;
  kindOf: (date: number) => DateKind;
  target: Target;
  start: number;
  pauses: Pauses;
}>;

const midnight = ({ days }: Count, date: number): number => momentOf(days.zone, date * day);

/** Cut wherever a pause begins or ends; what would count there and is paused does not. */
const cut = (piece: Piece, pauses: Pauses): readonly Piece[] => {
  if (!piece.counts) return [piece];
  const inside = pauses.flat().filter((at) => at > piece.from && at < piece.to);
  const marks = [...new Set([piece.from, ...inside, piece.to])].sort((a, b) => a - b);
  return marks.slice(1).map((to, place): Piece => {
    const from = marks[place] ?? piece.from;
    const isPaused = pauses.some(([begins, ends]) => begins <= from && to <= ends);
    return isPaused ? { from, to, counts: false, why: 'paused' } : { ...piece, from, to };
  });
};

const whyClosed = ({ kind, name }: DateKind): Pick<Piece, 'why' | 'name'> => {
  if (kind === 'holiday') return { why: 'holiday', name };
  return kind === 'rest' ? { why: 'rest-day' } : { why: 'outside-hours' };
};

const whyOpen = ({ kind, name }: DateKind): Pick<Piece, 'why' | 'name'> =>
  kind === 'make-up' ? { why: 'make-up-day', name } : { why: 'working-hours' };

/** One local date, opening by opening, from a moment on. */
const hoursOf = (count: Count, date: number, from: number): readonly Piece[] => {
  const kind = count.kindOf(date);
  const pieces: Piece[] = [];
  let reached = from;
  const upTo = (until: number, piece: Omit<Piece, 'from' | 'to'>) => {
    if (until > reached) pieces.push({ from: reached, to: until, ...piece });
    reached = Math.max(reached, until);
  };
  for (const [opens, closes] of pairsOf(count.days.openOn(date))) {
    upTo(opens, { counts: false, ...whyClosed(kind) });
    upTo(closes, { counts: true, ...whyOpen(kind) });
  }
  upTo(midnight(count, date + 1), { counts: false, ...whyClosed(kind) });
  return pieces;
};

const allOf = (count: Count, date: number, from: number): readonly Piece[] => [
  { from, to: midnight(count, date + 1), counts: true, why: 'around-the-clock' },
];

/** Date by date from a moment on, without end. */
function* piecesFrom(count: Count, start: number, piecesOf: typeof hoursOf): Generator<Piece> {
  const first = count.days.dateOf(start);
  const limits = piecesOf === allOf ? aroundTheClock : count.days;
  for (let [date, reached] = [first, start]; ; date++) {
    refuseEndless(limits, date, first, 1);
    yield* piecesOf(count, date, reached);
    reached = Math.max(reached, midnight(count, date + 1));
  }
}

/** The pieces until so much of them has been counted; used up at closing, they end there. */
const countedUntil = (pieces: Iterable<Piece>, amount: number, pauses: Pauses): readonly Piece[] => {
  const passed: Piece[] = [];
  let left = amount;
  if (left <= 0) return passed;
  for (const whole of pieces)
    for (const piece of cut(whole, pauses)) {
      const length = piece.counts ? piece.to - piece.from : 0;
      if (length >= left) return [...passed, { ...piece, to: piece.from + left }];
      left -= length;
      passed.push(piece);
    }
  return passed;
};

const unitMs = { 'working-second': second, 'working-minute': minute, 'working-hour': hour, hour };

const ofTime = (count: Count, unit: keyof typeof unitMs): readonly Piece[] => {
  const pieces = piecesFrom(count, count.start, unit === 'hour' ? allOf : hoursOf);
  return countedUntil(pieces, Math.round(count.target.amount * unitMs[unit]), count.pauses);
};

const isLeft = (pieces: readonly Piece[], pauses: Pauses): boolean =>
  pieces.some((piece) => cut(piece, pauses).some(({ counts }) => counts));

const openPieces = (count: Count, date: number): readonly Piece[] =>
  hoursOf(count, date, midnight(count, date)).filter(({ counts }) => counts);

/** Whether anybody works on a date, outside of pauses. */
const isWorked = (count: Count, date: number): boolean => isLeft(openPieces(count, date), count.pauses);

/** Why a whole date counts, or does not. */
const whyDate = (count: Count, date: number): Pick<Piece, 'counts' | 'why' | 'name'> => {
  const kind = count.kindOf(date);
  const isCalendar = count.target.unit === 'calendar-day';
  const pieces = isCalendar ? allOf(count, date, midnight(count, date)) : openPieces(count, date);
  if (pieces.length === 0) return { counts: false, ...whyClosed(kind) };
  if (!isLeft(pieces, count.pauses)) return { counts: false, why: 'paused' };
  if (isCalendar) return { counts: true, why: 'calendar-day' };
  return kind.kind === 'make-up'
    ? { counts: true, why: 'make-up-day', name: kind.name }
    : { counts: true, why: 'working-day' };
};

type Dated = Pick<Piece, 'counts' | 'why' | 'name'> & Readonly<{ date: number }>;

/** The date of the start, those after it until so many have counted, and those that the last one rolls over. */
const datesOf = (count: Count, first: number, number: number): readonly Dated[] => {
  const dates: Dated[] = [{ date: first, counts: false, why: 'start-day' }];
  let date = first;
  for (let left = number; left > 0;) {
    date++;
    refuseEndless(count.days, date, first, 1);
    const why = whyDate(count, date);
    dates.push({ date, ...why });
    if (why.counts) left--;
  }
  if (count.target.unit !== 'calendar-day') return dates;
  for (let last = date; !isWorked(count, date);) {
    date++;
    refuseEndless(count.days, date, last, 1);
    dates.push({ date, counts: false, why: 'rolled-forward' });
  }
  return dates;
};

/** What passes before the count begins: working days at the same time begin with an opening. */
const beforeOpening = (count: Count): readonly Piece[] => {
  if (count.target.unit !== 'working-day' || count.target.end !== 'same-time') return [];
  const passed: Piece[] = [];
  for (const piece of piecesFrom(count, count.start, hoursOf)) {
    if (piece.counts) break;
    passed.push(piece);
  }
  return passed;
};

const timeOfDay = ({ days: { zone } }: Count, ms: number): number => {
  const wall = ms + zone.offsetAt(ms);
  return wall - Math.floor(wall / day) * day;
};

/** When the last date ends it: at its last closing, or at the time of day at which the count began. */
const endOn = (count: Count, date: number, begins: number): number =>
  count.target.end === 'same-time'
    ? momentOf(count.days.zone, date * day + timeOfDay(count, begins))
    : Math.max(openPieces(count, date).at(-1)?.to ?? begins, begins);

/** So many whole days; each that counts is a piece of its own, if only an empty one where it is due as it begins. */
const ofWholeDays = (count: Count, number: number): readonly Piece[] => {
  const before = beforeOpening(count);
  const begins = before.at(-1)?.to ?? count.start;
  const dates = datesOf(count, count.days.dateOf(begins), number);
  const last = dates.length - 1;
  const pieces = dates.map(({ date, ...why }, place): Piece => {
    const opens = place === 0 ? begins : midnight(count, date);
    return {
      ...why,
      from: opens,
      to: place === last ? endOn(count, date, begins) : midnight(count, date + 1),
    };
  });
  return [...before, ...pieces];
};

const endOf = (count: Count, pieces: readonly Piece[]): number => pieces.at(-1)?.to ?? count.start;

/** Whole days, and of the work until one more of them the share that is left. */
const ofDays = (count: Count): readonly Piece[] => {
  const { amount } = count.target;
  const whole = ofWholeDays(count, Math.floor(amount));
  const share = amount - Math.floor(amount);
  if (share === 0) return whole;
  const [begins, next] = [endOf(count, whole), endOf(count, ofWholeDays(count, Math.floor(amount) + 1))];
  const lasting = (piece: Piece) => Math.max(0, Math.min(piece.to, next) - piece.from);
  let work = 0;
  for (const piece of piecesFrom(count, begins, hoursOf)) {
    if (piece.from >= next) break;
    if (piece.counts) work += lasting(piece);
  }
  const part = countedUntil(piecesFrom(count, begins, hoursOf), Math.round(work * share), []);
  return [...whole, ...part.map((it): Piece => (it.counts ? { ...it, why: 'part-of-day' } : it))];
};

const isByDays = ({ unit }: Target): boolean => unit === 'working-day' || unit === 'calendar-day';

const isSame = (one: Piece, other: Piece): boolean =>
  one.why === other.why && one.counts === other.counts && one.name === other.name;

const ofOneDay: readonly Why[] = ['working-day', 'calendar-day', 'make-up-day'];

/** Neighbours of one reason are one interval; a day that counts stays by itself. */
const joined = (pieces: readonly Piece[], target: Target): readonly Piece[] => {
  const stays = (piece: Piece) => isByDays(target) && ofOneDay.includes(piece.why);
  const merged: Piece[] = [];
  for (const piece of pieces) {
    const last = merged.at(-1);
    if (last === undefined || stays(piece) || !isSame(last, piece)) merged.push(piece);
    else merged[merged.length - 1] = { ...last, to: piece.to };
  }
  return merged.filter((piece) => piece.from < piece.to || stays(piece));
};

const shown = ({ from, to, counts, why, name }: Piece): Interval => ({
  from: instant(from),
  to: instant(to),
  counts,
  why,
  ...(name === undefined ? {} : { name }),
});

const countOf = (target: Target): Count => ({
  days: daysOf(target.calendar),
  kindOf: dateKinds(target.calendar),
  target,
  start: msOf(target.start),
  pauses: (target.pauses ?? []).map(([from, until]) => [msOf(from), msOf(until)] as const),
});

/**
 * How a deadline is counted: its intervals are in order and lie one beside the other from the start until it is due.
 * For hours and less, those that count are together as long as the amount; for days, as many of them count as the
 * amount has whole days, and the rest of it is `part-of-day`. Counted by dates and for itself, not as `due` counts, so
 * that each of the two can be held against the other.
 *
 * @param target as for `due`; its amount is at least 0.
 * @throws `RangeError` for an amount below 0; `Rejection` as `due`.
 */
export const explain = (target: Target): Explanation => {
  if (!(target.amount >= 0)) throw new RangeError(`an amount of ${target.amount} is not counted forwards`);
  const count = countOf(target);
  const { unit } = target;
  const pieces = unit === 'working-day' || unit === 'calendar-day' ? ofDays(count) : ofTime(count, unit);
  return { dueAt: instant(endOf(count, pieces)), intervals: joined(pieces, target).map(shown) };
};
