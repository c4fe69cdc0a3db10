import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { parseMapping } from './mapping.js';
import { type Line, readLines } from './read-file.js';

const folder = mkdtempSync(path.join(tmpdir(), 'mulin-read-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const mappingOf = (format: 'csv' | 'jsonl') =>
  parseMapping(
    'm',
    JSON.stringify({
      name: 'm',
      format,
      zone: 'UTC',
      mode: 'archive',
      asOf: '2016-01-12T16:00',
      columns: { id: 'id', reportedAt: 'opened', words: ['text'] },
      channels: { default: 'file' },
      menuItems: { default: 'general-request' },
    }),
  );

const linesOf = async (format: 'csv' | 'jsonl', text: string): Promise<Line[]> => {
  const file = path.join(folder, `${Math.abs(text.length)}.${format}`);
  writeFileSync(file, text);
  const lines: Line[] = [];
  for await (const line of readLines(file, mappingOf(format))) lines.push(line);
  return lines;
};

test('each row of a table knows the line it begins on, also after one that goes over several', async () => {
  const text = '\uFEFFid,opened,text\n1,a,"two\nlines"\n\n2,b,三\n';
  expect(await linesOf('csv', text)).toEqual([
    { line: 2, row: { id: '1', opened: 'a', text: 'two\nlines' } },
    { line: expect.any(Number), row: { id: '2', opened: 'b', text: '三' } },
  ]);
});

test('a table without the columns that matter is refused before anything is sent', async () => {
  await expect(linesOf('csv', 'number,opened\n1,a\n')).rejects.toThrow('no column id');
});

test('a mark of byte order and a line separator within a text do no harm', async () => {
  expect(await linesOf('jsonl', '\uFEFF{"id":1,"text":"one\u2028two"}\r\n')).toEqual([
    { line: 1, row: { id: 1, text: 'one\u2028two' } },
  ]);
});

test('a line that is no JSON is told, and the others go on', async () => {
  expect(await linesOf('jsonl', '{"id":1}\n{oops\n\n[1]\n{"id":2}\n')).toEqual([
    { line: 1, row: { id: 1 } },
    { line: 2, broken: 'It is not JSON.' },
    { line: 4, broken: 'It is not a JSON object.' },
    { line: 5, row: { id: 2 } },
  ]);
});
