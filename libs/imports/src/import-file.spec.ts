import { expect, test } from '@jest/globals';
import { instant } from '@mulin/kernel';
import { importFile, type Noted, type Town } from './import-file.js';
import { parseMapping } from './mapping.js';
import { rowReader } from './row.js';
import type { Rejected } from './survey.js';
import type { Line } from './table.js';

const mapping = parseMapping(
  'm',
  JSON.stringify({
    name: 'm',
    format: 'csv',
    zone: 'UTC',
    mode: 'archive',
    asOf: '2016-01-12T16:00',
    columns: { id: 'id', reportedAt: 'opened', words: ['text'] },
    channels: { default: 'file' },
    menuItems: { default: 'general-request' },
  }),
);

type Sent = Readonly<{ rows: readonly Readonly<{ sourceId: string; words: string }>[] }>;

/** A town that registers whatever comes, unless `refuse` throws. */
const townOf = (refuse: (sent: Sent) => void = () => undefined) => {
  const sent: Sent[] = [];
  const town: Town = {
    post: async <Answer>(_: string, body: unknown) => {
      // What the import sends, and what the town answers to it.
      const batch = body as Sent;
      sent.push(batch);
      refuse(batch);
      const rows = batch.rows.map(({ sourceId }) => ({ caseId: sourceId, outcome: 'registered' }));
      return { rows } as Answer;
    },
  };
  return { town, sent };
};

async function* rowsOf(count: number, text: (row: number) => string): AsyncGenerator<Line> {
  for (let row = 1; row <= count; row++)
    yield { line: row + 1, row: { id: String(row), opened: '2015-01-01T00:00', text: text(row) } };
}

const importing = async (lines: AsyncIterable<Line>, town: Town) => {
  const rejected: Rejected[] = [];
  const noted: Noted[] = [];
  const { tally, caseIds } = await importFile(lines, {
    town,
    mapping,
    asOf: '2016-01-12T16:00:00.000Z',
    read: rowReader(mapping, instant('2026-11-26T00:00:00.000Z')),
    onRejected: (row) => rejected.push(row),
    onNoted: (row) => noted.push(row),
    onProgress: () => undefined,
  });
  return { tally, caseIds: [...caseIds.placed, ...caseIds.placeless], rejected, noted };
};

test('every row is sent once, some at a time, and a row that is none does not stop the others', async () => {
  const { town, sent } = townOf();
  const { tally, caseIds, rejected, noted } = await importing(
    rowsOf(601, (row) => (row === 300 ? '' : 'text')),
    town,
  );
  expect(tally).toEqual({ read: 601, registered: 600, known: 0, closed: 0, rejected: 1, flagged: 0 });
  expect(new Set(caseIds).size).toBe(600);
  expect(rejected).toEqual([
    {
      line: 301,
      column: 'text',
      value: '',
      code: 'missing',
      reason: { en: 'It is empty.', zh: '不能为空。' },
    },
  ]);
  // Nothing in this file can be compared: it names neither deadlines nor what its source says of them.
  expect(noted[0]).toEqual({ line: 2, caseId: '1', codes: ['no-deadline', 'no-claim'] });
  expect(sent.map(({ rows }) => rows.length)).toEqual([250, 250, 100]);
});

test('long letters go in requests that the town takes', async () => {
  const { town, sent } = townOf();
  await importing(
    rowsOf(300, () => '字'.repeat(20_000)),
    town,
  );
  expect(sent.every((batch) => Buffer.byteLength(JSON.stringify(batch)) < 2 * 1024 * 1024)).toBe(true);
  expect(sent.flatMap(({ rows }) => rows)).toHaveLength(300);
});

test.each([400, 413])(
  'a row for which the town refuses a whole request (%d) is found and rejected alone',
  async (status) => {
    const { town } = townOf(({ rows }) => {
      if (rows.some(({ sourceId }) => sourceId === '77'))
        throw Object.assign(new Error('It is broken.'), { status, code: 'broken-text' });
    });
    const { tally, rejected } = await importing(
      rowsOf(300, () => 'text'),
      town,
    );
    expect(tally).toEqual({ read: 300, registered: 299, known: 0, closed: 0, rejected: 1, flagged: 0 });
    const reason = { en: 'It is broken.', zh: 'It is broken.' };
    expect(rejected).toEqual([{ line: 78, column: '', value: '', code: 'broken-text', reason }]);
  },
);

test('what the town refuses is told once, and nothing more is sent', async () => {
  const { town, sent } = townOf(({ rows }) => {
    if (rows.some(({ sourceId }) => sourceId === '1')) throw new Error('no');
  });
  await expect(
    importing(
      rowsOf(100_000, () => 'text'),
      town,
    ),
  ).rejects.toThrow('no');
  expect(sent.length).toBeLessThan(10);
});
