import { expect, test } from '@jest/globals';
import { columnsNamed, parseMapping } from './mapping.js';
import { chosen } from './chosen.testing.js';
import { openFile } from './read-file.js';
import type { Line } from './table.js';

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

const linesOf = async (format: 'csv' | 'jsonl', text: string | Buffer): Promise<Line[]> => {
  const file = chosen(text);
  const mapping = mappingOf(format);
  const { lines: rows } = await openFile(file, { ...mapping, wanted: columnsNamed(mapping) });
  const lines: Line[] = [];
  for await (const line of rows()) lines.push(line);
  return lines;
};

test('each row of a table knows the line it begins on, also after one that goes over several', async () => {
  const text = '\uFEFFid,opened,text\n1,a,"two\nlines"\n\n2,b,三\n';
  expect(await linesOf('csv', text)).toEqual([
    { line: 2, row: { id: '1', opened: 'a', text: 'two\nlines' } },
    { line: 5, row: { id: '2', opened: 'b', text: '三' } },
  ]);
});

const inGbk = Buffer.from([0xc2, 0xb7, 0xb5, 0xc6]);

test('what is no UTF-8 is told by its line, and the others go on', async () => {
  const table = Buffer.concat([Buffer.from('id,opened,text\n1,a,"'), inGbk, Buffer.from('\n"\n2,b,灯\n')]);
  expect(await linesOf('csv', table)).toEqual([
    {
      line: 2,
      broken: { code: 'line-not-utf8', reason: { en: 'It is not UTF-8 text.', zh: '不是 UTF-8 文本。' } },
    },
    { line: 4, row: { id: '2', opened: 'b', text: '灯' } },
  ]);
  const lines = Buffer.concat([Buffer.from('{"id":"'), inGbk, Buffer.from('"}\n{"id":"灯"}')]);
  expect(await linesOf('jsonl', lines)).toEqual([
    {
      line: 1,
      broken: { code: 'line-not-utf8', reason: { en: 'It is not UTF-8 text.', zh: '不是 UTF-8 文本。' } },
    },
    { line: 2, row: { id: '灯' } },
  ]);
});

test('UTF-16 that says so is read', async () => {
  expect(await linesOf('csv', Buffer.from('\uFEFFid,opened,text\n1,a,灯\n', 'utf16le'))).toEqual([
    { line: 2, row: { id: '1', opened: 'a', text: '灯' } },
  ]);
});

test('a row whose quotes are wrong is told, and nothing of the others is lost in it', async () => {
  const lines = await linesOf(
    'csv',
    'id,opened,text\n1,a,b\n2,a,a 6" and a 7" pipe\n3,a,b\n4,a,"never closed\n5,a,b\n',
  );
  // What cannot be read is known a little earlier than what can.
  expect([...lines].sort((one, other) => one.line - other.line)).toEqual([
    { line: 2, row: { id: '1', opened: 'a', text: 'b' } },
    {
      line: 3,
      broken: {
        code: 'misplaced-quote',
        reason: { en: expect.stringMatching(/quote/), zh: expect.stringMatching(/引号/) },
      },
    },
    { line: 4, row: { id: '3', opened: 'a', text: 'b' } },
    {
      line: 6,
      broken: {
        code: 'quote-not-closed',
        reason: { en: expect.stringMatching(/never closed/), zh: expect.stringMatching(/引号/) },
      },
    },
  ]);
});

test('a row of more or fewer columns than the first line is told', async () => {
  const lines = await linesOf('csv', 'id,opened,text\n1,a\n2,a,b,c\n3,a,b\n');
  expect(lines.map((line) => ('broken' in line ? line.broken.reason.en : line.row['id']))).toEqual([
    'It has not as many columns as the head.',
    'It has not as many columns as the head.',
    '3',
  ]);
});

test('a quote that is never closed does not take in a whole file', async () => {
  const rows = Array.from({ length: 40_000 }, (_, row) => `${row},a,"a text of thirty characters or so"`);
  const lines = await linesOf('csv', `id,opened,text\n1,a,"never\n${rows.join('\n').replaceAll('"', '')}\n`);
  expect(lines.every((line) => 'broken' in line)).toBe(true);
  expect(lines.length).toBeGreaterThan(0);
});

test('a mark of byte order and a line separator within a text do no harm', async () => {
  expect(await linesOf('jsonl', '\uFEFF{"id":1,"text":"one\u2028two"}\r\n')).toEqual([
    { line: 1, row: { id: 1, text: 'one\u2028two' } },
  ]);
});

test('a line that is no JSON is told, and the others go on', async () => {
  expect(await linesOf('jsonl', '{"id":1}\n{oops\n\n[1]\n{"id":2}\n')).toEqual([
    { line: 1, row: { id: 1 } },
    {
      line: 2,
      broken: { code: 'line-not-json', reason: { en: 'It is not JSON.', zh: '不是有效的 JSON。' } },
    },
    {
      line: 4,
      broken: {
        code: 'line-not-an-object',
        reason: { en: 'It is not a JSON object.', zh: '不是 JSON 对象。' },
      },
    },
    { line: 5, row: { id: 2 } },
  ]);
});

test.each([
  ['csv', { sheet: '2026' }, 'sheet'],
  ['jsonl', { sheet: '2026' }, 'sheet'],
  ['jsonl', { delimiter: ';', encoding: 'utf-8' }, 'delimiter'],
  ['xlsx', { delimiter: ';' }, 'delimiter'],
  ['xlsx', { encoding: 'gb18030' }, 'encoding'],
] as const)(
  'a %s of which the mapping says what means nothing there (%j) is refused',
  async (kind, more, name) => {
    const file = chosen(kind === 'xlsx' ? 'PK\u0003\u0004' : 'id,opened,text\n');
    const mapping = { ...mappingOf(kind === 'xlsx' ? 'csv' : kind), ...more };
    await expect(openFile(file, { ...mapping, wanted: columnsNamed(mapping) })).rejects.toMatchObject({
      code: 'mapping-option-useless',
      sentence: {
        en: expect.stringContaining(`The mapping names ${name},`),
        zh: expect.stringContaining(name),
      },
    });
  },
);
