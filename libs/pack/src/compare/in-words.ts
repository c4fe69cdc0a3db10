/** Lengths, ladders, hours and dates of a pack, in words of both languages. */
import { type LocalizedText, type Role, roleWords } from '@mulin/kernel';
import { type Segment, weekdaysOf } from '@mulin/working-time';
import type { Length, Rung } from '../read/rules.js';

/** The same in both languages. */
export const plain = (text: string): LocalizedText => ({ en: text, zh: text });

const joined = (all: readonly LocalizedText[], en: string, zh: string): LocalizedText => ({
  en: all.map((it) => it.en).join(en),
  zh: all.map((it) => it.zh).join(zh),
});
export const listed = (all: readonly LocalizedText[]): LocalizedText => joined(all, ', ', '、');
export const inTurn = (all: readonly LocalizedText[]): LocalizedText => joined(all, '; ', '；');

const unitWords = {
  'working-second': ['working second', '秒工作时间'],
  'working-minute': ['working minute', '分钟工作时间'],
  'working-hour': ['working hour', '小时工作时间'],
  'working-day': ['working day', '个工作日'],
  'calendar-day': ['calendar day', '个自然日'],
  hour: ['hour', '小时'],
  minute: ['minute', '分钟'],
  second: ['second', '秒'],
} as const;

type Amount = Readonly<{ unit: keyof typeof unitWords; amount: number }>;

/** So many of the next smaller unit. */
const inOne = 60;
const smaller: Readonly<Partial<Record<Amount['unit'], Amount['unit']>>> = {
  hour: 'minute',
  minute: 'second',
  'working-hour': 'working-minute',
  'working-minute': 'working-second',
};

/** Without what counting in fractions leaves: a third of a minute, written as a share of an hour, is 20 seconds. */
const rounded = (amount: number): number => Number(amount.toFixed(6));

/** A quarter of an hour is 15 minutes. */
const inWhole = ({ unit, amount }: Amount): Amount => {
  const next = smaller[unit];
  return next === undefined || Number.isInteger(rounded(amount))
    ? { unit, amount: rounded(amount) }
    : inWhole({ unit: next, amount: amount * inOne });
};

/** How long something may take; of a length before a moment, without its sign. */
export const lengthInWords = ({ unit, amount, end }: Length): LocalizedText => {
  const whole = inWhole({ unit, amount: Math.abs(amount) });
  const [en, zh] = unitWords[whole.unit];
  const span = { en: `${whole.amount} ${en}${whole.amount === 1 ? '' : 's'}`, zh: `${whole.amount} ${zh}` };
  return end === 'same-time'
    ? { en: `${span.en}, to the hour of the start`, zh: `${span.zh}（至起始时刻）` }
    : span;
};

export const percentInWords = (share: number): string => `${rounded(share * 100)}%`;

const holder: LocalizedText = { en: 'whoever has it', zh: '承办人' };
const addressee = (role: string): LocalizedText =>
  role === 'holder' ? holder : Object.hasOwn(roleWords, role) ? roleWords[role as Role] : plain(role);

const missed = (who: LocalizedText): LocalizedText => ({
  en: `when it is missed: ${who.en}`,
  zh: `超期时告知${who.zh}`,
});

const rungInWords = (rung: Rung): LocalizedText => {
  const who = listed(rung.to.map(addressee));
  if ('share' in rung) {
    const percent = percentInWords(rung.share);
    return rung.share === 1
      ? missed(who)
      : { en: `at ${percent}: ${who.en}`, zh: `用时达 ${percent} 告知${who.zh}` };
  }
  const { en, zh } = lengthInWords(rung.after);
  if (rung.after.amount === 0) return missed(who);
  return rung.after.amount > 0
    ? { en: `${en} after it is missed: ${who.en}`, zh: `超期 ${zh}后告知${who.zh}` }
    : { en: `${en} before it is due: ${who.en}`, zh: `到期前 ${zh}告知${who.zh}` };
};

/** Who hears of a lateness, and when. */
export const ladderInWords = (rungs: readonly Rung[]): LocalizedText =>
  rungs.length === 0 ? { en: 'nobody', zh: '不告知' } : joined(rungs.map(rungInWords), '; ', '，');

/** The hours of a day. */
export const hoursInWords = (segments: readonly Segment[]): LocalizedText =>
  segments.length === 0
    ? { en: 'no work', zh: '不工作' }
    : listed(segments.map(([opens, closes]) => plain(`${opens}–${closes}`)));

const weekdays: readonly LocalizedText[] = [
  { en: 'Sun', zh: '周日' },
  { en: 'Mon', zh: '周一' },
  { en: 'Tue', zh: '周二' },
  { en: 'Wed', zh: '周三' },
  { en: 'Thu', zh: '周四' },
  { en: 'Fri', zh: '周五' },
  { en: 'Sat', zh: '周六' },
];
const fromMonday = [1, 2, 3, 4, 5, 6, 0];
const weekdayWord = (weekday: number): LocalizedText => weekdays[weekday] ?? plain('');

type Span = Readonly<{ first: number; last: number; hours: LocalizedText }>;

const spanWords = ({ first, last, hours }: Span): LocalizedText => {
  const [from, until] = [weekdayWord(first), weekdayWord(last)];
  const days = first === last ? from : { en: `${from.en}–${until.en}`, zh: `${from.zh}至${until.zh}` };
  return { en: `${days.en} ${hours.en}`, zh: `${days.zh} ${hours.zh}` };
};

/** From Monday on, days that follow each other with the same hours together, however the file groups them. */
export const weekInWords = (week: Readonly<Record<string, readonly Segment[]>>): LocalizedText => {
  const hoursOf = (weekday: number) =>
    hoursInWords(Object.entries(week).find(([name]) => weekdaysOf(name)?.includes(weekday))?.[1] ?? []);
  const spans = fromMonday.reduce<readonly Span[]>((found, weekday) => {
    const hours = hoursOf(weekday);
    const last = found.at(-1);
    return last?.hours.en === hours.en
      ? [...found.slice(0, -1), { ...last, last: weekday }]
      : [...found, { first: weekday, last: weekday, hours }];
  }, []);
  return inTurn(spans.map(spanWords));
};

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** @param date such as `2026-10-09`. */
export const dateInWords = (date: string): LocalizedText => {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  const { en, zh } = weekdayWord(new Date(Date.UTC(year, month - 1, day)).getUTCDay());
  return {
    en: `${en} ${day} ${months[month - 1] ?? ''} ${year}`,
    zh: `${year}年${month}月${day}日（${zh}）`,
  };
};
