/** The rates of a month as a report: titles, tables and notes in both languages, for whatever writes them down. */
import { levelOf, type Level, type LocalizedText } from '@mulin/kernel';
import { leastToRank } from '../../domain/rates/figures.js';
import type { Share } from '../../domain/rates/marks.js';
import type { ratesBy } from './rates-by.js';

type Rates = Awaited<ReturnType<typeof ratesBy>>;
type Rated = Rates['rates'][number];

const levelWords: Readonly<Record<Level, LocalizedText>> = {
  town: { en: 'town', zh: '镇' },
  community: { en: 'community', zh: '社区' },
  village: { en: 'village', zh: '村' },
  grid: { en: 'grid', zh: '网格' },
  'micro-grid': { en: 'micro-grid', zh: '微网格' },
};

const heads: readonly LocalizedText[] = [
  { en: 'unit', zh: '单位' },
  { en: 'level', zh: '层级' },
  { en: 'path', zh: '路径' },
  { en: 'cases (cycles)', zh: '案件数（轮次）' },
  { en: 'clocks judged', zh: '时限数' },
  { en: 'clocks met', zh: '按时数' },
  { en: 'clocks missed', zh: '超期数' },
  { en: 'on time', zh: '按时率' },
  { en: 'on time, adjusted', zh: '按时率（剔除后）' },
  { en: 'due for contact', zh: '应联系数' },
  { en: 'response', zh: '响应率' },
  { en: 'response, adjusted', zh: '响应率（剔除后）' },
  { en: 'reached', zh: '回访接通数' },
  { en: 'resolution', zh: '解决率' },
  { en: 'resolution, adjusted', zh: '解决率（剔除后）' },
  { en: 'not satisfied', zh: '不满意数' },
  { en: 'satisfaction', zh: '满意率' },
  { en: 'satisfaction, adjusted', zh: '满意率（剔除后）' },
  { en: 'score, adjusted', zh: '综合得分（剔除后）' },
  { en: 'rank', zh: '名次' },
];

const itself = (text: string): LocalizedText => ({ en: text, zh: text });
const empty = itself('');

/** `95.00%`; empty where there is nothing to tell. */
const percent = (rate: number | null): LocalizedText =>
  rate === null ? empty : itself(`${(rate * 100).toFixed(2)}%`);
const count = (number: number): LocalizedText => itself(String(number));
const rest = ({ of, yes }: Share): LocalizedText => count(of - yes);

const levelIn = (area: string): LocalizedText => {
  const level = levelOf(area);
  return level === null ? empty : levelWords[level];
};

const rowOf = (it: Rated): readonly LocalizedText[] => {
  const { counts, adjusted } = it;
  return [
    it.name ?? itself(it.of),
    levelIn(it.of),
    itself(it.of),
    count(it.n),
    count(counts.onTime.of),
    count(counts.onTime.yes),
    rest(counts.onTime),
    percent(it.onTime),
    percent(adjusted.onTime),
    count(counts.response.of),
    percent(it.response),
    percent(adjusted.response),
    count(counts.resolution.of),
    percent(it.resolution),
    percent(adjusted.resolution),
    rest(counts.satisfaction),
    percent(it.satisfaction),
    percent(adjusted.satisfaction),
    adjusted.score === null ? empty : itself((adjusted.score * 100).toFixed(2)),
    it.rank === null ? empty : count(it.rank),
  ];
};

type Table = Readonly<{ heads: readonly LocalizedText[]; rows: readonly (readonly LocalizedText[])[] }>;
type Report = Readonly<{
  title: LocalizedText;
  tables: readonly Table[];
  notes: readonly LocalizedText[];
}>;

/** @param month as `2026-10`. */
export const reportOf = (month: string, { rates, weights }: Rates): Report => {
  const { version, response, resolution, satisfaction } = weights;
  return {
    title: { en: `Rates of ${month}`, zh: `${month} “三率”月报` },
    tables: [{ heads, rows: rates.map(rowOf) }],
    notes: [
      {
        en: `Score by weights version ${version}: response ${response} %, resolution ${resolution} %, satisfaction ${satisfaction} %.`,
        zh: `综合得分按权重第 ${version} 版计算：响应率 ${response}%、解决率 ${resolution}%、满意率 ${satisfaction}%。`,
      },
      {
        en: `No rank below ${leastToRank} cases in one of the three; adjusted: without what was taken out.`,
        zh: `任一率基数不足 ${leastToRank} 件的不排名；“剔除后”不含已剔除的案件。`,
      },
    ],
  };
};
