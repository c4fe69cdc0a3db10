import { expect, test } from '@jest/globals';
import { csvLine } from './csv.js';

test('a row of cells, in any script', () => {
  expect(csvLine(['编号', 'مرحبا', ''])).toBe('编号,مرحبا,\r\n');
});

test('commas, quotes and lines stay in their cell', () => {
  expect(csvLine(['a,b', 'say "no"', 'one\ntwo'])).toBe('"a,b","say ""no""","one\ntwo"\r\n');
});

test.each(['=1+1', '+86', '-1', '@cmd', '＝1', '\tx'])('%j is shown and not reckoned', (cell) => {
  expect(csvLine([cell])).toContain(`'${cell}`);
});
