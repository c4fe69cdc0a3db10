import { afterAll, expect, test } from '@jest/globals';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileLog } from './file-log.js';

const folder = mkdtempSync(path.join(tmpdir(), 'mulin-log-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const linesOf = (file: string): readonly unknown[] =>
  readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as unknown);

test('what was said stands in the file when the log is closed, a line each', async () => {
  const file = path.join(folder, 'new', 'town.log');
  const { log, close } = fileLog(file);
  log.info({ service: 'intake', ms: 3 }, 'decision');
  log.error({ error: 'TypeError' }, 'bug');
  await close();
  expect(linesOf(file)).toEqual([
    { level: 'info', time: expect.stringMatching(/Z$/), service: 'intake', ms: 3, msg: 'decision' },
    { level: 'error', time: expect.any(String), error: 'TypeError', msg: 'bug' },
  ]);
});

test('what is less than was asked for is not said', async () => {
  const file = path.join(folder, 'quiet.log');
  const { log, close } = fileLog(file, 'error');
  log.info({}, 'decision');
  log.error({}, 'bug');
  await close();
  expect(linesOf(file)).toMatchObject([{ msg: 'bug' }]);
});

test('a file that has grown too large is put by, and only the last one of those is kept', async () => {
  const inside = path.join(folder, 'large');
  const file = path.join(inside, 'town.log');
  await fileLog(file).close();
  for (let time = 1; time <= 2; time++) {
    writeFileSync(file, Buffer.alloc(65 * 1024 * 1024));
    await fileLog(file).close();
  }
  expect(readdirSync(inside).sort()).toEqual(['town.1.log', 'town.log']);
  expect(readFileSync(file, 'utf8')).toBe('');
});
