import { afterAll, expect, test } from '@jest/globals';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { until } from '@mulin/testing';
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
  const { log, close } = await fileLog(file);
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
  const { log, close } = await fileLog(file, 'error');
  log.info({}, 'decision');
  log.error({}, 'bug');
  await close();
  expect(linesOf(file)).toMatchObject([{ msg: 'bug' }]);
});

test('what is said in detail is written where somebody wants it', async () => {
  const file = path.join(folder, 'detailed.log');
  const { log, close } = await fileLog(file, 'debug');
  log.debug({ service: 'routing' }, 'decision');
  await close();
  expect(linesOf(file)).toMatchObject([{ level: 'debug', msg: 'decision' }]);
});

const modeOf = (file: string) => (statSync(file).mode & 0o777).toString(8);
const namesIn = (inside: string) => readdirSync(inside).sort();

test('files that are full are followed by others, and of those that are full a few are kept', async () => {
  const inside = path.join(folder, 'large');
  const file = path.join(inside, 'town.log');
  const size = { megabytes: 0.01, kept: 2 };
  const { log, close } = await fileLog(file, 'info', size);
  for (let full = 1; full <= 5; full++) {
    log.info({ full, text: 'x'.repeat(12_000) }, 'much');
    await until(() => existsSync(path.join(inside, `town.${full + 1}.log`)));
  }
  await until(() => !existsSync(path.join(inside, 'town.3.log')));
  log.info({}, 'the newest');
  await close();
  const left = namesIn(inside);
  expect(left.slice(-3)).toEqual(['town.5.log', 'town.6.log', 'town.log']);
  expect(left.length).toBeLessThanOrEqual(4);
  expect(linesOf(file)).toMatchObject([{ msg: 'the newest' }]);

  const { log: after, close: end } = await fileLog(file, 'info', size);
  after.info({}, 'after a restart');
  await end();
  expect(linesOf(file)).toMatchObject([{ msg: 'the newest' }, { msg: 'after a restart' }]);
});

test('nobody but its owner reads it, and what an older town wrote is closed too and kept', async () => {
  const inside = path.join(folder, 'open');
  const file = path.join(inside, 'town.log');
  mkdirSync(inside, { mode: 0o755 });
  writeFileSync(file, '{"msg":"before"}\n', { mode: 0o644 });
  const { log, close } = await fileLog(file);
  log.info({}, 'now');
  await close();
  expect(namesIn(inside)).toEqual(['town.1.log', 'town.before.log', 'town.log']);
  expect(linesOf(file)).toMatchObject([{ msg: 'now' }]);
  expect(linesOf(path.join(inside, 'town.before.log'))).toEqual([{ msg: 'before' }]);
  expect([inside, path.join(inside, 'town.1.log'), path.join(inside, 'town.before.log')].map(modeOf)).toEqual(
    ['700', '600', '600'],
  );
});

/** A device that refuses every write as a full disk does; not every system has one. */
const fullDisk = '/dev/full';
const testOnFullDisk = existsSync(fullDisk) ? test : test.skip;

testOnFullDisk('a full disk does not keep a log from being closed', async () => {
  const inside = path.join(folder, 'full');
  mkdirSync(inside);
  symlinkSync(fullDisk, path.join(inside, 'town.1.log'));
  const { log, close } = await fileLog(path.join(inside, 'town.log'));
  log.info({}, 'decision');
  await expect(close()).resolves.toBeUndefined();
});
