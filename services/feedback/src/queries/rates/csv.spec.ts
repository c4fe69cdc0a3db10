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
const csv = (name: string, language: 'en' | 'zh' = 'en') =>
  csvOf(reportOf('2026-10', { by: 'area', weights, rates: [rated('mu/east', name)] }), language);

test('a report says its month, a row for each unit, and by which weights', () => {
  const [title, heads, row, ...notes] = csv('East').split('\r\n');
  expect(title).toBe('\ufeffRates of 2026-10');
  expect(heads).toMatch(/^unit,level,path,cases \(cycles\),clocks judged,clocks met,/);
  expect(row).toBe(
    'East,community,mu/east,2,6,4,2,66.67%,66.67%,2,100.00%,100.00%,2,0.00%,0.00%,0,100.00%,100.00%,65.00,',
  );
  expect(notes.join('\n')).toContain('weights version 3: response 30 %');
  expect(csv('东', 'zh')).toContain('权重第 3 版');
});

test.each([
  ['=HYPERLINK("x")', `"'=HYPERLINK(""x"")"`],
  ['+1', "'+1"],
  ['-1', "'-1"],
  ['@x', "'@x"],
  ['\tx', "'\tx"],
  ['East, lower', '"East, lower"'],
  ['East\nWest', '"East\nWest"'],
])('a name that a spreadsheet would misread is text: %j', (name, cell) => {
  expect(csv(name)).toContain(`\r\n${cell},community`);
});
