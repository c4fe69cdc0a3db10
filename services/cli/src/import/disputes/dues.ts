/** By when something is owed, out of the words of an agreement. */
import { type Instant, plus, day as dayMs } from '@mulin/kernel';
import { localDate, localMoment } from '@mulin/working-time';

/** `at-once`: there and then; days and months count from the day of the agreement; a date is the last day, local. */
export type Due =
  | Readonly<{ by: 'at-once' }>
  | Readonly<{ by: 'days' | 'months'; amount: number }>
  | Readonly<{ by: 'date'; date: string }>;

const figures = new Map([...'零一二三四五六七八九十'].map((sign, value) => [sign, value]));
figures.set('两', 2);

const countOf = (text: string): number =>
  /^\d+$/.test(text)
    ? Number(text)
    : (figures.get(text) ?? (text.startsWith('十') ? 10 + (figures.get(text.slice(1)) ?? 0) : 0));

const within = /(?<!工作)(\d+|[一二两三四五六七八九十]+)个?(日|天|月)(?:之|以)?内/;
/** Such a span begins when something happens of which nobody can say the day. */
const beginsLater = /到账|到款|领取|获得|完成|验收|复员/;

const dated = /(\d{4})年(\d{1,2})月(?:(\d{1,2})日)?(?:之前|以前|前|底|止|一次性|付清|给付|支付)/;

const two = (value: number) => String(value).padStart(2, '0');

const lastOfMonth = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

/** `2019年8月前` is July at the latest, `2019年8月底` all of August. */
const dateOf = ([whole, year, month, day]: RegExpExecArray): string => {
  const [y, m] = [Number(year), Number(month)];
  if (day !== undefined) return `${y}-${two(m)}-${two(Number(day))}`;
  const isBefore = /前/.test(whole);
  const [lastYear, lastMonth] = isBefore && m === 1 ? [y - 1, 12] : [y, isBefore ? m - 1 : m];
  return `${lastYear}-${two(lastMonth)}-${two(lastOfMonth(lastYear, lastMonth))}`;
};

/** What a part of a sentence says about it; `null`: nothing. */
export const dueIn = (text: string, atOnce: readonly string[]): Due | null => {
  const date = dated.exec(text);
  if (date !== null) return { by: 'date', date: dateOf(date) };
  const span = within.exec(text);
  if (span !== null) {
    if (beginsLater.test(text.slice(0, span.index))) return null;
    const [, amount = '', unit] = span;
    return { by: unit === '月' ? 'months' : 'days', amount: countOf(amount) };
  }
  return atOnce.some((word) => text.includes(word)) ? { by: 'at-once' } : null;
};

const monthLater = (date: string, months: number): string => {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const at = year * 12 + month - 1 + months;
  const [toYear, toMonth] = [Math.floor(at / 12), (at % 12) + 1];
  return `${toYear}-${two(toMonth)}-${two(Math.min(day, lastOfMonth(toYear, toMonth)))}`;
};

/** The last minute of that day; counted from `now`, which is when the agreement is recorded. */
export const dueAtOf = (due: Due, now: Instant, zone: string): Instant | null => {
  const today = localDate(zone, Date.parse(now));
  const date = {
    'at-once': () => today,
    days: () => localDate(zone, Date.parse(plus(now, ('amount' in due ? due.amount : 0) * dayMs))),
    months: () => monthLater(today, 'amount' in due ? due.amount : 0),
    date: () => ('date' in due ? due.date : today),
  }[due.by]();
  return localMoment(zone, `${date}T23:59`);
};
