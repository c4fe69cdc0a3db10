/** How long each body took to answer, out of the rows of a file; for `mulin import … --report bodies`. */
import { type DemandRow, type Mapping, refused, type SourceRow } from '@mulin/imports';
import type { LocalizedText } from '@mulin/kernel';
import { localDate } from '@mulin/working-time';
import type { Aliases } from './aliases.js';

/** What one body answered. Days are those between the day of the letter and that of the answer. */
type BodyTimes = Readonly<{
  body: string;
  answered: number;
  medianDays: number;
  /** Nine of ten were answered within so many days. */
  ninetyPercentDays: number;
  longestDays: number;
  /** How many letters were handed to it, whoever answered them. */
  handedOver: number;
}>;

export type BodiesReport = Readonly<{
  /** The most answers first. */
  bodies: readonly BodyTimes[];
  /** Rows that count nowhere, by why. */
  notCounted: Readonly<Record<'unanswered' | 'answeredBefore' | 'nobody', number>>;
}>;

const dayMs = 86_400_000;

/** A text, or a list of them. */
const namesIn = (value: unknown): readonly string[] =>
  (Array.isArray(value) ? (value as readonly unknown[]) : [value]).filter(
    (it): it is string => typeof it === 'string',
  );

/** Refused (`mapping-names-no-body`) where the mapping does not say who answers. */
const columnOf = ({ columns }: Mapping): string => {
  if (columns.answeredBy !== undefined) return columns.answeredBy;
  throw refused('mapping-names-no-body', {
    en: 'The mapping does not say which column names who answered (answeredBy), so there is no report of bodies.',
    zh: '映射中没有指明答复单位所在的列（`answeredBy`），无法统计各单位的答复时间。',
  });
};

/** Of sorted numbers: the middle one, or what lies between the two in the middle. */
const median = (days: readonly number[]): number => {
  const half = Math.floor(days.length / 2);
  const [upper = 0, lower = 0] = [days[half], days[half - 1]];
  return days.length % 2 === 1 ? upper : (upper + lower) / 2;
};

const nine = 0.9;

const timesOf = (body: string, unsorted: readonly number[], handedOver: number): BodyTimes => {
  const days = [...unsorted].sort((one, other) => one - other);
  return {
    body,
    answered: days.length,
    medianDays: median(days),
    ninetyPercentDays: days[Math.ceil(days.length * nine) - 1] ?? 0,
    longestDays: days.at(-1) ?? 0,
    handedOver,
  };
};

const countIn = (counts: Map<string, number>, name: string): void =>
  void counts.set(name, (counts.get(name) ?? 0) + 1);

/** `add` is given each row that is a demand. */
export const bodiesReport = (mapping: Mapping, aliases: Aliases) => {
  const column = columnOf(mapping);
  const { zone, columns } = mapping;
  const answers = new Map<string, number[]>();
  const handed = new Map<string, number>();
  const notCounted = { unanswered: 0, answeredBefore: 0, nobody: 0 };

  const dayOf = (at: string): number => Date.parse(`${localDate(zone, Date.parse(at))}T00:00:00Z`) / dayMs;

  const add = (row: SourceRow, { reportedAt, closedAt }: DemandRow): void => {
    const to = columns.handedTo === undefined ? [] : namesIn(row[columns.handedTo]).flatMap(aliases);
    for (const body of new Set(to)) countIn(handed, body);
    if (closedAt === null) return void notCounted.unanswered++;
    const days = dayOf(closedAt) - dayOf(reportedAt);
    if (days < 0) return void notCounted.answeredBefore++;
    const bodies = new Set(namesIn(row[column]).flatMap(aliases));
    if (bodies.size === 0) return void notCounted.nobody++;
    for (const body of bodies) answers.set(body, [...(answers.get(body) ?? []), days]);
  };

  const report = (): BodiesReport => ({
    bodies: [...answers]
      .map(([body, days]) => timesOf(body, days, handed.get(body) ?? 0))
      .sort((one, other) => other.answered - one.answered || one.medianDays - other.medianDays),
    notCounted,
  });
  return { add, report };
};

const heads: Readonly<Record<keyof LocalizedText, readonly string[]>> = {
  en: ['answered by', 'letters', 'median days', '90 % within', 'longest', 'handed to it'],
  zh: ['答复单位', '件数', '中位天数', '九成不超过', '最长', '转办'],
};

/** The cells of a table, with its head. */
export const bodiesTable = ({ bodies }: BodiesReport, language: keyof LocalizedText) => ({
  head: heads[language],
  rows: bodies.map((it) => [
    it.body,
    ...[it.answered, it.medianDays, it.ninetyPercentDays, it.longestDays, it.handedOver].map(String),
  ]),
});

export const notCountedIn = ({ notCounted }: BodiesReport): LocalizedText => {
  const { unanswered, answeredBefore, nobody } = notCounted;
  return {
    en: `Not counted: ${unanswered} without an answer, ${answeredBefore} answered before they were written, ${nobody} answered by no body.`,
    zh: `未计入：无答复时间 ${unanswered} 件，答复早于来信 ${answeredBefore} 件，答复者不是单位 ${nobody} 件。`,
  };
};
