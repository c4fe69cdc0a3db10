import { expect, test } from '@jest/globals';
import { ratesOf, type Weights } from '../../domain/rates/figures.js';
import { tallyOf } from '../../domain/rates/marks.js';
import { csvOf } from './csv.js';
import { reportOf } from './report.js';

const weights: Weights = { version: 3, from: null, response: 30, resolution: 35, satisfaction: 35 };
const rated = (of: string, name: string) => ({
  area: of,
  of,
  name: { en: name, zh: name },
  rank: null,
  ...ratesOf(tallyOf('R1/1 S!0/1 Z1/1 T!2/3 x', 2), weights),
});
const asOf = '2026-11-03 10:00';
const csv = (name: string, language: 'en' | 'zh' = 'en') =>
  csvOf(reportOf({ month: '2026-10', asOf, weights, rates: [rated('mu/east', name)] }), language);

test('a report says its month, a row for each unit, and by which weights', () => {
  const [title, heads, row, ...notes] = csv('East').split('\r\n');
  expect(title).toBe('\ufeffRates of 2026-10');
  expect(heads).toMatch(/^unit,level,path,cases \(cycles\),"cycles, adjusted",clocks judged,clocks met,/);
  expect(row).toBe(
    'East,community,mu/east,2,2,6,4,2,66.67%,66.67%,2,100.00%,100.00%,2,0.00%,0.00%,0,100.00%,100.00%,65.00,',
  );
  expect(notes.join('\n')).toContain('weights version 3: response 30 %');
  expect(notes.join('\n')).toContain('As of 2026-11-03 10:00');
});

test('and in Chinese, with what each number is of', () => {
  const [title, heads, , ...notes] = csv('东', 'zh').split('\r\n');
  expect(title).toBe('\ufeff2026年10月“三率”月报');
  expect(heads?.split(',')).toEqual(
    expect.arrayContaining(['轮次数（剔除后）', '回访接通或自行评价数', '不满意数（含未表态）']),
  );
  expect(notes.join('\n')).toContain('权重第 3 版');
  expect(notes.join('\n')).toContain('截至 2026-11-03 10:00');
  expect(notes.join('\n')).toContain('尚未办结而已超期的，办结前计入首次超期的月份');
});

test('what was taken out is missing from the cycles after exemptions', () => {
  const exempt = { ...rated('mu/east', 'East'), ...ratesOf(tallyOf('T2/2 X', 3), weights) };
  const report = reportOf({ month: '2026-10', asOf, weights, rates: [exempt] });
  expect(csvOf(report, 'en')).toContain('East,community,mu/east,3,0,6,6,0,100.00%,,');
});

test.each([
  ['=HYPERLINK("x")', `"'=HYPERLINK(""x"")"`],
  ['+1', "'+1"],
  ['-1', "'-1"],
  ['@x', "'@x"],
  ['\tx', "'\tx"],
  ['\nx', `"'\nx"`],
  ['\rx', `"'\rx"`],
  ['＝1', "'＝1"],
  ['＋1', "'＋1"],
  ['－1', "'－1"],
  ['＠x', "'＠x"],
  ['East, lower', '"East, lower"'],
  ['East\nWest', '"East\nWest"'],
])('a name that a spreadsheet would misread is text: %j', (name, cell) => {
  expect(csv(name)).toContain(`\r\n${cell},community`);
});
