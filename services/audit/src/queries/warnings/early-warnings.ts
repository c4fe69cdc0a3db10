/** What somebody who leads should look at before it is late: repeats, rises, bursts, and cases that will be late. */
import { type Actor, type Instant, type LocalizedText, Rejection } from '@mulin/kernel';
import type { Dependencies } from '../../dependencies.js';
import { calledOr, type Names } from '../../reference-data/follow-names.js';
import { learn, likelyLate } from './likely-late.js';
import { loadSeen } from './load-seen.js';
import { topicsOf } from './monthly-topics.js';
import { repeatsIn } from './repeats.js';
import { risesIn } from './rising.js';
import type { Seen } from './seen.js';
import { type Called, likelyText, repeatText, riseText } from './warning-texts.js';

/** Of each kind at most: who is warned of everything heeds nothing. */
const mostOfKind = 20;
/** Cases that are named beside a warning; how many there are is said. */
const mostCases = 50;
const monthsOfYear = 12;

type Parts = Pick<Dependencies, 'cases' | 'vault' | 'clock' | 'now'> & Readonly<{ names: Names }>;
type Language = keyof LocalizedText;
type Asked = Readonly<{ actor: Actor; area?: string | undefined; language: Language }>;

const calledBy = (names: Names): Called => ({
  item: (id) => calledOr(id, names.menuItem(id)),
  area: (path) => calledOr(path, names.area(path)),
});

const numbersOf = (cases: readonly Seen[]): readonly string[] =>
  cases.slice(0, mostCases).flatMap(({ number }) => number ?? []);

/** As things stand at `at`; absent: now. */
export const earlyWarnings = async (
  parts: Parts,
  { actor, area, language, at = parts.now() }: Asked & Readonly<{ at?: Instant | undefined }>,
) => {
  const seen = await loadSeen(parts, actor, at, area);
  const called = calledBy(parts.names);
  const common = { at: parts.clock.stamp(at) };
  const grouped = [
    ...repeatsIn(seen, at)
      .slice(0, mostOfKind)
      .map((it) => ({ what: `repeated-by-${it.by}` as const, ...it, text: repeatText(it, called) })),
    ...risesIn(seen, at)
      .slice(0, mostOfKind)
      .map((it) => ({ ...it, text: riseText(it, called) })),
  ].map(({ what, area: where, menuItem, cases, text }) => ({
    what,
    area: where,
    menuItem,
    count: cases.length,
    numbers: numbersOf(cases),
    chance: null,
    text: text[language],
  }));
  const likely = likelyLate(learn(seen), seen, at)
    .slice(0, mostOfKind)
    .map((it) => ({
      what: 'likely-late' as const,
      area: it.case.area,
      menuItem: it.case.menuItem,
      count: 1,
      numbers: numbersOf([it.case]),
      chance: Math.round(it.chance * 100) / 100,
      text: likelyText(it, called)[language],
    }));
  return { ...common, items: [...grouped, ...likely] };
};

const notAMonth = () =>
  new Rejection(
    'month-malformed',
    { en: 'A month is written like 2026-11.', zh: '月份应写作 `2026-11` 的形式。' },
    'malformed',
  );

/** The first moments of the month before, of this one, and of the next. */
const periodOf = ({ beginOf }: Parts['clock'], month: string) => {
  const [, year, nth] = /^(\d{4})-(\d\d)$/.exec(month) ?? [];
  const first = (offset: number) => {
    const date = new Date(Date.UTC(Number(year), Number(nth) - 1 + offset, 1));
    return Number.isNaN(date.getTime()) ? null : beginOf(date.toISOString().slice(0, 10));
  };
  const [before, from, until] = [first(-1), first(0), first(1)];
  const isMonth = Number(nth) >= 1 && Number(nth) <= monthsOfYear;
  if (!isMonth || before === null || from === null || until === null) throw notAMonth();
  return { before, from, until };
};

type AskedOfMonth = Asked & Readonly<{ month: string }>;

/** The kinds of demand of a month that weigh most. Refused (`month-malformed`). */
export const monthlyTopics = async (parts: Parts, { actor, area, language, month }: AskedOfMonth) => {
  const period = periodOf(parts.clock, month);
  const seen = await loadSeen(parts, actor, period.until, area);
  const { names } = parts;
  const items = topicsOf(seen, period).slice(0, mostOfKind);
  return {
    month,
    items: items.map(({ areas, ...topic }) => ({
      ...topic,
      menuItemName: calledOr(topic.menuItem, names.menuItem(topic.menuItem))[language],
      areas: areas.map((it) => ({ ...it, areaName: calledOr(it.area, names.area(it.area))[language] })),
    })),
  };
};
