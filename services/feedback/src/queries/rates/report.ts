/** The rates of a month as a report: titles, tables and notes in both languages, for whatever writes them down. */
import type { Instant, LocalizedText } from '@mulin/kernel';
import type { Weights } from '../../domain/rates/figures.js';
import type { Share } from '../../domain/rates/shares.js';
import type { ratesBy } from './rates-by.js';
import { empty, itself, levelIn, nameOf, notesOf, percent, points, titleOf } from './report-words.js';

export type Rated = Awaited<ReturnType<typeof ratesBy>>['rates'][number];

/** The figures of a month. */
export type Monthly = Readonly<{
  /** As `2026-10`. */
  month: string;
  /** Within which areas they are, and what it is called. */
  area: string;
  named: LocalizedText;
  at: Instant;
  /** `at`, when they were asked for, as people of the town read it, to the minute. */
  asOf: string;
  rates: readonly Rated[];
  weights: Weights;
}>;

const heads: readonly LocalizedText[] = [
  { en: 'unit', zh: '单位' },
  { en: 'level', zh: '层级' },
  { en: 'path', zh: '路径' },
  { en: 'cases (cycles)', zh: '案件数（轮次）' },
  { en: 'cycles, adjusted', zh: '轮次数（剔除后）' },
  { en: 'clocks judged', zh: '时限数' },
  { en: 'clocks met', zh: '按时数' },
  { en: 'clocks missed', zh: '超期数' },
  { en: 'on time', zh: '按时率' },
  { en: 'on time, adjusted', zh: '按时率（剔除后）' },
  { en: 'due for contact', zh: '应联系数' },
  { en: 'response', zh: '响应率' },
  { en: 'response, adjusted', zh: '响应率（剔除后）' },
  { en: 'reached or rated by themselves', zh: '回访接通或自行评价数' },
  { en: 'resolution', zh: '解决率' },
  { en: 'resolution, adjusted', zh: '解决率（剔除后）' },
  { en: 'not satisfied or said nothing', zh: '不满意数（含未表态）' },
  { en: 'satisfaction', zh: '满意率' },
  { en: 'satisfaction, adjusted', zh: '满意率（剔除后）' },
  { en: 'score, adjusted', zh: '综合得分（剔除后）' },
  { en: 'rank', zh: '名次' },
];

const rate = (share: number | null): LocalizedText => itself(percent(share));
const count = (number: number): LocalizedText => itself(String(number));
const rest = ({ of, yes }: Share): LocalizedText => count(of - yes);

const rowOf = (it: Rated): readonly LocalizedText[] => {
  const { counts, adjusted } = it;
  return [
    nameOf(it.of, it.name),
    levelIn(it.of),
    itself(it.of),
    count(it.n),
    count(adjusted.n),
    count(counts.onTime.of),
    count(counts.onTime.yes),
    rest(counts.onTime),
    rate(it.onTime),
    rate(adjusted.onTime),
    count(counts.response.of),
    rate(it.response),
    rate(adjusted.response),
    count(counts.resolution.of),
    rate(it.resolution),
    rate(adjusted.resolution),
    rest(counts.satisfaction),
    rate(it.satisfaction),
    rate(adjusted.satisfaction),
    itself(points(adjusted.score)),
    it.rank === null ? empty : count(it.rank),
  ];
};

type Table = Readonly<{ heads: readonly LocalizedText[]; rows: readonly (readonly LocalizedText[])[] }>;
type Report = Readonly<{
  title: LocalizedText;
  tables: readonly Table[];
  notes: readonly LocalizedText[];
}>;

export const reportOf = ({
  month,
  rates,
  ...it
}: Pick<Monthly, 'month' | 'asOf' | 'rates' | 'weights'>): Report => ({
  title: titleOf(month),
  tables: [{ heads, rows: rates.map(rowOf) }],
  notes: notesOf(it),
});
