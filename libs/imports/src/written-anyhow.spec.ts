/** The same table, however it is written, is the same rows; and the same wall clock is each zone's own moment. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { instant } from '@mulin/kernel';
import { writeXlsx } from 'hucre';
import { parseMapping } from './mapping.js';
import { timesReader } from './moments.js';
import { chosen } from './chosen.testing.js';
import { openFile } from './read-file.js';
import { rowReader } from './row.js';
import { survey } from './survey.js';

const head = ['工单号', '来电时间', '诉求内容'];
const mappingOf = (change: object) =>
  parseMapping(
    'm',
    JSON.stringify({
      name: 'm',
      format: 'csv',
      zone: 'Asia/Shanghai',
      mode: 'archive',
      asOf: '2026-11-26T00:00',
      columns: { id: '工单号', reportedAt: '来电时间', words: ['诉求内容'] },
      channels: { default: 'file' },
      menuItems: { default: 'consultation' },
      ...change,
    }),
  );

const encoded: Readonly<Record<string, (text: string) => Buffer>> = {
  'utf-8': (text) => Buffer.from(text),
  'utf-8 with a mark': (text) => Buffer.from(`\uFEFF${text}`),
  'utf-16le': (text) => Buffer.from(`\uFEFF${text}`, 'utf16le'),
  'utf-16be': (text) => Buffer.from(`\uFEFF${text}`, 'utf16le').swap16(),
};

const needsQuotes = (cell: string, mark: string) => cell.includes(mark) || /["\r\n]/.test(cell);

/** Cells of Chinese and other signs, delimiters, quotes and line breaks among them; no blanks at their ends. */
const cell = fc
  .array(fc.constantFrom('路灯', '不亮', 'ö', '😀', ',', ';', '\t', '|', '"', '\n', ' ', '1', '。'), {
    minLength: 1,
    maxLength: 12,
  })
  .map((signs) => `字${signs.join('')}字`);

test('a table is the same rows in every encoding, delimiter, quoting and line end', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(cell, { minLength: 1, maxLength: 5 }),
      fc.constantFrom(...Object.keys(encoded)),
      fc.constantFrom(',', ';', '\t', '|'),
      fc.constantFrom('\n', '\r\n'),
      fc.boolean(),
      async (texts, encoding, mark, end, isAlwaysQuoted) => {
        const rows = texts.map((text, at) => [`g${at}`, '2026-03-02 09:10', text]);
        const written = [head, ...rows]
          .map((cells) =>
            cells
              .map((it) => (isAlwaysQuoted || needsQuotes(it, mark) ? `"${it.replaceAll('"', '""')}"` : it))
              .join(mark),
          )
          .join(end);
        const file = chosen(encoded[encoding]?.(`${written}${end}`) ?? '');
        const { lines } = await openFile(file, { wanted: head });
        const read: unknown[] = [];
        for await (const line of lines())
          read.push('row' in line ? head.map((name) => line.row[name]) : line);
        expect(read).toEqual(rows);
      },
    ),
    { numRuns: 150 },
  );
});

describe('A wall clock of another zone', () => {
  const columns = { id: 'id', reportedAt: 'opened', closedAt: 'closed', dueAt: 'due', words: ['text'] };
  const timesIn = (zone: string, dayEnds?: string) =>
    timesReader({ zone, columns, ...(dayEnds ? { dayEnds } : {}) }, instant('2026-11-26T00:00:00.000Z'));

  test.each([
    ['America/New_York', '2026-03-08 01:59', '2026-03-08T06:59:00.000Z'],
    ['America/New_York', '2026-03-08 03:00', '2026-03-08T07:00:00.000Z'],
    ['Europe/Berlin', '2026-03-29 01:59', '2026-03-29T00:59:00.000Z'],
    ['Europe/Berlin', '2026-03-29 03:00', '2026-03-29T01:00:00.000Z'],
    ['Europe/Berlin', '2026-10-25 03:00', '2026-10-25T02:00:00.000Z'],
    ['Asia/Kolkata', '2026-03-02 09:10', '2026-03-02T03:40:00.000Z'],
    ['Asia/Kathmandu', '2026-03-02 09:10', '2026-03-02T03:25:00.000Z'],
  ])('%s: %s is %s', (zone, opened, at) => {
    expect(timesIn(zone)({ opened }).reported.at).toBe(at);
  });

  test.each([
    ['America/New_York', '2026-11-01 01:30', '2026-11-01T05:30:00.000Z'],
    ['Europe/Berlin', '2026-10-25 02:30', '2026-10-25T00:30:00.000Z'],
    ['America/New_York', '2026-03-08 02:30', '2026-03-08T07:30:00.000Z'],
  ])('%s: %s, which comes twice or never, is %s, with a format and without', (zone, opened, at) => {
    const now = instant('2026-11-26T00:00:00.000Z');
    const timed = timesReader({ zone, columns, timeFormats: ['yyyy-MM-dd HH:mm'] }, now);
    expect([timesIn(zone)({ opened }).reported.at, timed({ opened }).reported.at]).toEqual([at, at]);
  });

  test.each([
    ['America/New_York', '2026-03-08', '2026-03-08T05:00:00.000Z', '2026-03-09T03:59:59.999Z'],
    ['America/New_York', '2026-11-01', '2026-11-01T04:00:00.000Z', '2026-11-02T04:59:59.999Z'],
    ['Europe/Berlin', '2026-03-29', '2026-03-28T23:00:00.000Z', '2026-03-29T21:59:59.999Z'],
    ['Asia/Kolkata', '2026-03-02', '2026-03-01T18:30:00.000Z', '2026-03-02T18:29:59.999Z'],
  ])('%s: the day %s begins at %s and ends at %s, however long it is', (zone, day, first, last) => {
    const { reported, closed, due } = timesIn(zone)({ opened: day, closed: day, due: day });
    expect([reported.at, closed?.at, due?.at]).toEqual([first, last, last]);
  });

  test.each(['Asia/Kolkata', 'America/New_York', 'Asia/Shanghai'])(
    '%s: a day does not end before what was reported in its evening',
    (zone) => {
      const evening = { opened: '2026-03-02 18:40', closed: '2026-03-02', due: '2026-03-02' };
      const { reported, closed, due } = timesIn(zone, '17:30')(evening);
      expect((closed?.at ?? '') > reported.at && closed?.at === due?.at).toBe(true);
    },
  );

  test('due on a day and closed that morning is in time, and each time keeps whether it is a day', () => {
    const read = rowReader(mappingOf({ columns }), instant('2026-11-26T00:00:00.000Z'));
    const row = read({
      id: 1,
      text: 'x',
      opened: '2024-05-06 10:00',
      due: '2024-05-08',
      closed: '2024-05-08 09:00',
    });
    expect([row.days, row.flags]).toEqual([['dueAt'], ['date-without-time']]);
    expect((row.closedAt ?? '') < (row.dueAt ?? '')).toBe(true);
  });

  test('a closing that has not happened yet is none; one of today, at no known hour, is', () => {
    const now = instant('2026-11-26T02:00:00.000Z');
    const read = timesReader({ zone: 'Asia/Shanghai', columns }, now);
    expect(read({ opened: '2026-11-25', closed: '2026-11-26 12:00' })).toMatchObject({
      closed: null,
      isClosingOdd: true,
    });
    expect(read({ opened: '2026-11-25', closed: '2026-11-26' })).toMatchObject({ isClosingOdd: false });
  });
});

describe('A clerk is told', () => {
  const rows = [head, ['g1', '2026-03-02 09:10', '路灯不亮']];

  test('which other sheets there are, where the first one is another table', async () => {
    const file = chosen(
      await writeXlsx({
        sheets: [
          { name: '说明', rows: [['本表由系统导出']] },
          { name: '工单', rows },
        ],
      }),
    );
    const opened = await openFile(file, { wanted: head });
    const mapping = mappingOf({});
    const read = rowReader(mapping, instant('2026-11-26T00:00:00.000Z'));
    await expect(survey(opened, mapping, read)).rejects.toMatchObject({
      sentence: { zh: expect.stringMatching(/如数据在其他工作表（“工单”），请在映射中用 `sheet` 指定。$/) },
    });
  });

  test('nothing of a sheet that nobody sees: the first visible one is read', async () => {
    const file = chosen(
      await writeXlsx({
        sheets: [
          { name: '隐藏', hidden: true, rows: [['x']] },
          { name: '工单', rows },
        ],
      }),
    );
    expect((await openFile(file, { wanted: head })).head?.names).toEqual(head);
  });

  test('not that columns are empty, where no line could be read at all', async () => {
    const file = chosen(`${head.join(';')}\n"g1;2026-03-02 09:10;路灯\n`);
    const mapping = mappingOf({});
    const read = rowReader(mapping, instant('2026-11-26T00:00:00.000Z'));
    const { remarks, rejected } = await survey(await openFile(file, { wanted: head }), mapping, read);
    expect([remarks, rejected]).toEqual([[], 1]);
  });
});
