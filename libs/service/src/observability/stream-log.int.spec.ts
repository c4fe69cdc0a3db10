import { expect, test } from '@jest/globals';
import { closeSync, mkdtempSync, openSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { streamLog } from './stream-log.js';

test('a log on an open stream is a line of JSON for each thing said, all of them there when it is closed', async () => {
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'mulin-log-')), 'out');
  const { log, close } = streamLog('warn', openSync(file, 'w'));
  log.info({ part: 'town' }, 'not of this level');
  for (let line = 1; line <= 1_000; line++) log.warn({ part: 'town', line }, 'said');
  await close();
  const lines = readFileSync(file, 'utf8').trimEnd().split('\n');
  expect(lines).toHaveLength(1_000);
  expect(JSON.parse(lines.at(-1) ?? '')).toEqual({
    level: 'warn',
    time: expect.stringMatching(/^\d{4}-.*Z$/),
    part: 'town',
    line: 1_000,
    msg: 'said',
  });
});

test('a log whose reader has gone is no reason to end', async () => {
  const descriptor = openSync(path.join(mkdtempSync(path.join(tmpdir(), 'mulin-log-')), 'out'), 'w');
  closeSync(descriptor);
  const { log, close } = streamLog('info', descriptor);
  log.info({ part: 'town' }, 'nobody hears it');
  await close();
});
