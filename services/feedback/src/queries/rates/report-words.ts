/** What the report of a month calls things, and what it says of how it counts, in whatever form it is written. */
import { isWholeTown, levelOf, type Level, type LocalizedText } from '@mulin/kernel';
import { leastToRank, type Weights } from '../../domain/rates/figures.js';

const levelWords: Readonly<Record<Level, LocalizedText>> = {
  town: { en: 'town', zh: '镇' },
  community: { en: 'community', zh: '社区' },
  village: { en: 'village', zh: '村' },
  grid: { en: 'grid', zh: '网格' },
  'micro-grid': { en: 'micro-grid', zh: '微网格' },
};

export const itself = (text: string): LocalizedText => ({ en: text, zh: text });
export const empty = itself('');

/** Empty for a path that is deeper than the levels of a town. */
export const levelIn = (area: string): LocalizedText => {
  const level = levelOf(area);
  return level === null ? empty : levelWords[level];
};

const wholeTown: LocalizedText = { en: 'whole town', zh: '全镇' };

/** What an area is called; its path where it has no name. */
export const nameOf = (area: string, name: LocalizedText | null): LocalizedText =>
  name ?? (isWholeTown(area) ? wholeTown : itself(area));

/** @param month as `2026-10`. */
export const titleOf = (month: string): LocalizedText => {
  const [year, nth] = month.split('-').map(Number);
  return { en: `Rates of ${month}`, zh: `${year}年${nth}月“三率”月报` };
};

/** `95.00%`; empty where there is nothing to tell. */
export const percent = (rate: number | null): string => (rate === null ? '' : `${(rate * 100).toFixed(2)}%`);

/** Of 100, as `88.00`; empty where there is none. */
export const points = (score: number | null): string => (score === null ? '' : (score * 100).toFixed(2));

const weighing = ({ version, response, resolution, satisfaction }: Weights): LocalizedText => ({
  en: `Score by weights version ${version}: response ${response} %, resolution ${resolution} %, satisfaction ${satisfaction} %.`,
  zh: `综合得分按权重第 ${version} 版计算：响应率 ${response}%、解决率 ${resolution}%、满意率 ${satisfaction}%。`,
});

const counting: readonly LocalizedText[] = [
  {
    en: 'Response: time limits for the first contact that were met, of those met or missed. On time: the same of all time limits.',
    zh: '响应率：已判定的联系时限中按时的比例；按时率：已判定的全部时限中按时的比例。',
  },
  {
    en: 'A time limit counts for whoever had the case when it was met or missed; what whoever asked says, for whoever had it last. A case is one of the cases of each unit for which some of it counts.',
    zh: '各时限计入按时完成或超期之时承办案件的单位；诉求人的评价计入最后承办的单位。同一案件可计入多个单位的案件数。',
  },
  {
    en: 'Resolution and satisfaction: of cycles whose asker was reached or rated by themselves; who said nothing is neither solved nor satisfied.',
    zh: '解决率、满意率：以回访接通或自行评价的轮次为基数，未表态的不计为已解决或满意。',
  },
  {
    en: 'A cycle counts in the month in which it ended; one that goes on and is late, until it ends, in the month of the first deadline that it missed.',
    zh: '各轮次按办结时间计入当月；尚未办结而已超期的，办结前计入首次超期的月份。',
  },
  {
    en: `Adjusted: without what was taken out. No rank below ${leastToRank} cases in one of the three, nor in the report of a part of the town.`,
    zh: `“剔除后”不含已剔除的案件；任一率基数不足 ${leastToRank} 件的不排名，部分辖区的月报不列名次。`,
  },
];

/**
 * A line each: as of when, what is counted, by which weights.
 *
 * @param asOf as people of the town read it, to the minute.
 */
export const notesOf = ({
  asOf,
  weights,
}: Readonly<{ asOf: string; weights: Weights }>): readonly LocalizedText[] => [
  {
    en: `As of ${asOf}; what is rated, judged or taken out later may still change the figures of this month.`,
    zh: `数据截至 ${asOf}，此后的评价、时限判定与剔除仍可能改变本月数值。`,
  },
  ...counting,
  weighing(weights),
];
