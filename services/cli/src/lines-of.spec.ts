import { expect, test } from '@jest/globals';
import { linesOf } from './lines-of.js';

const linesIn = async (...pieces: readonly string[]): Promise<readonly string[]> => {
  const lines: string[] = [];
  const coming = (async function* () {
    yield* pieces;
  })();
  for await (const line of linesOf(coming)) lines.push(line);
  return lines;
};

test('lines are whole, however the text is cut', async () => {
  expect(await linesIn('one\ntwo\nthree')).toEqual(['one', 'two', 'three']);
  expect(await linesIn('o', 'n', 'e\nt', 'wo\n', '', '\nfour\n')).toEqual(['one', 'two', '', 'four']);
  expect(await linesIn()).toEqual([]);
});

test('what other readers take for an end of line is a character like others', async () => {
  expect(await linesIn('{"a":"b\u2028c\u2029d\u0085e"}\n')).toEqual(['{"a":"b\u2028c\u2029d\u0085e"}']);
});
