import { describe, expect, test } from '@jest/globals';
import { instant } from '@mulin/kernel';
import { leastToRank, ratesOf, type Weights } from '../../domain/rates/figures.js';
import { tallyOf } from '../../domain/rates/marks.js';
import { printedReport } from './printed.js';
import { type Monthly, type Rated, reportOf } from './report.js';

const weights: Weights = { version: 3, from: null, response: 30, resolution: 35, satisfaction: 35 };
const rated = (of: string, cycles: number, rank: number | null): Rated => ({
  area: of,
  of,
  name: { en: 'East', zh: '东关社区' },
  rank,
  ...ratesOf(tallyOf('R1/1 S!0/1 Z1/1 T!2/3 x', cycles), weights),
});
const monthly = (...rates: readonly Rated[]): Monthly => ({
  month: '2026-10',
  area: 'mu',
  named: { en: 'whole town', zh: '全镇' },
  at: instant('2026-11-03T02:00:00Z'),
  asOf: '2026-11-03 10:00',
  weights,
  rates,
});
const rowsOf = (it: Monthly, language: 'en' | 'zh' = 'en') =>
  printedReport(it, language).blocks.flatMap((block) => (block.kind === 'table' ? [block.rows] : []));

describe('A printed report', () => {
  test('has each rate with how many it is of; of few, an interval and no rank', () => {
    expect(rowsOf(monthly(rated('mu/east', 2, null)))).toEqual([
      [['East\ncommunity', '2', '100.00%\n2/2', '0.00%\n0/2', '100.00%\n2/2', '66.67%\n4/6']],
      [
        [
          'East\ncommunity',
          '2',
          '100.00%\n2/2\n34–100%',
          '0.00%\n0/2\n0–66%',
          '100.00%\n2/2\n34–100%',
          '66.67%\n4/6\n30–90%',
          '65.00',
          '–',
        ],
      ],
    ]);
  });

  test('ranks whoever has enough, without intervals', () => {
    const [, adjusted] = rowsOf(monthly(rated('mu/east', leastToRank, 1)), 'zh');
    expect(adjusted).toEqual([
      [
        '东关社区\n社区',
        '30',
        '100.00%\n30/30',
        '0.00%\n0/30',
        '100.00%\n30/30',
        '66.67%\n60/90',
        '65.00',
        '1',
      ],
    ]);
  });

  test('cuts no number of a large town in two', () => {
    const [[raw] = []] = rowsOf(monthly(rated('mu', 100_000, 1)));
    expect(raw?.slice(2)).toEqual([
      '100.00%\n100000/\n100000',
      '0.00%\n0/100000',
      '100.00%\n100000/\n100000',
      '66.67%\n200000/\n300000',
    ]);
  });

  test('says nothing of what is of none', () => {
    const exempt: Rated = { ...rated('mu/east', 1, null), ...ratesOf(tallyOf('T2/2 X', 3), weights) };
    expect(rowsOf(monthly(exempt))).toEqual([
      [['East\ncommunity', '3', '', '', '', '100.00%\n6/6']],
      [['East\ncommunity', '0', '', '', '', '', '', '–']],
    ]);
  });

  test.each(['en', 'zh'] as const)('says all that the CSV notes: %s', (language) => {
    const it = monthly(rated('mu/east', 2, null));
    const { blocks } = printedReport(it, language);
    for (const note of reportOf(it).notes)
      expect(blocks).toContainEqual({ kind: 'note', text: note[language] });
  });

  test('of a month without a case is one sentence instead of tables', () => {
    expect(rowsOf(monthly())).toEqual([]);
    expect(printedReport(monthly(), 'zh').blocks).toContainEqual({
      kind: 'paragraph',
      text: '本月没有可统计的案件。',
    });
  });
});
