import { expect, test } from '@jest/globals';
import { csvLine } from './csv.js';

test('a row of cells, in any script', () => {
  expect(csvLine(['编号', 'مرحبا', ''])).toBe('编号,مرحبا,\r\n');
});

test('commas, quotes and lines stay in their cell', () => {
  expect(csvLine(['a,b', 'say "no"', 'one\ntwo'])).toBe('"a,b","say ""no""","one\ntwo"\r\n');
});

const formulas = ['=1+1', '+86', '-1', '@cmd', '＝HYPERLINK(1)', '＋1', '－1', '＠cmd', '\tx', '\rx', '\nx'];
test.each(formulas)('%j is shown and not reckoned', (cell) => {
  expect(csvLine([cell])).toContain(`'${cell}`);
});
