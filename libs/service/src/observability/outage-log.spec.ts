import { expect, test } from '@jest/globals';
import { until } from '@mulin/testing';
import { recordingLogger } from '../platform/memory-parts.js';
import { errorLogFields } from './error-log-fields.js';
import { outageLog } from './outage-log.js';

/** A town whose PostgreSQL is there or not, and whose minutes pass when it is said so. */
const town = () => {
  const world = { isDown: false, now: 0 };
  const { log: written, said } = recordingLogger();
  const { log, close } = outageLog(written, {
    probes: {
      PostgreSQL: () => (world.isDown ? Promise.reject(new Error('no answer')) : Promise.resolve()),
    },
    againMs: 1,
    nowMs: () => world.now,
  });
  const heard = () => said().filter(({ level }) => level !== 'debug');
  return { world, log, close, heard, said };
};

const sign = { group: 'audit', reason: 'Unavailable: PostgreSQL does not answer.' };

test('an engine that goes is one line, however many notice it, one a minute, and one when it is back', async () => {
  const { world, log, heard, said, close } = town();
  world.isDown = true;
  for (const group of ['audit', 'routing', 'intake']) log.warn({ ...sign, group }, 'fetch failed');
  log.error({ error: 'Unavailable' }, 'maintenance job failed');
  await until(() => heard().length === 1);
  world.now = 59_000;
  log.warn(sign, 'fetch failed');
  world.now = 61_000;
  await until(() => heard().length === 2);
  world.now = 70_000;
  world.isDown = false;
  await until(() => heard().length === 3);
  log.info({ group: 'audit', seconds: 70 }, 'fetch failed: over');
  expect(heard()).toMatchObject([
    { level: 'warn', line: { engine: 'PostgreSQL', seconds: 0 } },
    { level: 'warn', line: { engine: 'PostgreSQL', seconds: 61 } },
    { level: 'info', line: { engine: 'PostgreSQL', seconds: 70 } },
  ]);
  // Nothing is lost: who wants to know of each part finds it.
  expect(said().filter(({ level }) => level === 'debug').length).toBeGreaterThan(3);
  close();
});

test('what an engine that answers is blamed for is written as it came', async () => {
  const { log, heard, close } = town();
  log.warn(sign, 'fetch failed');
  await until(() => heard().length === 1);
  expect(heard()).toMatchObject([{ level: 'warn', message: 'fetch failed', line: { group: 'audit' } }]);
  close();
});

test('what has nothing to do with it is written at once, also while an engine is away', async () => {
  const { world, log, heard, close } = town();
  world.isDown = true;
  log.warn(sign, 'fetch failed');
  await until(() => heard().length === 1);
  log.error({ error: 'TypeError' }, 'bug');
  log.info({ part: 'town' }, 'the town stops');
  expect(
    heard()
      .map(({ message }) => message)
      .slice(1),
  ).toEqual(['bug', 'the town stops']);
  close();
});

/** Of two engines, each there or not. */
const twoEngines = () => {
  const down = new Set<string>();
  const probe = (name: string) => () =>
    down.has(name) ? Promise.reject(new Error('no answer')) : Promise.resolve();
  const { log: written, said } = recordingLogger();
  const { log, close } = outageLog(written, {
    probes: { PostgreSQL: probe('PostgreSQL'), Redis: probe('Redis') },
    againMs: 1,
    nowMs: () => 0,
  });
  const heard = () =>
    said()
      .filter(({ level }) => level !== 'debug')
      .map(({ message }) => message);
  return { down, log, close, heard };
};
const ofRedis = { error: 'Error', reason: 'connect ECONNREFUSED 127.0.0.1:6379' };

test('several lines at once about an engine that answers are all written', async () => {
  const { log, close, heard } = twoEngines();
  for (const nth of ['first', 'second', 'third']) log.warn(sign, nth);
  await until(() => heard().length === 3);
  expect(heard()).toEqual(['first', 'second', 'third']);
  close();
});

test('while one engine is away, what is said of another that answers is written', async () => {
  const { down, log, close, heard } = twoEngines();
  down.add('PostgreSQL');
  log.warn(sign, 'fetch failed');
  await until(() => heard().length === 1);
  log.warn(ofRedis, 'alarms are late');
  await until(() => heard().length === 2);
  expect(heard()).toEqual(['an engine does not answer; the town waits for it', 'alarms are late']);
  close();
});

test('what is held when the town is closed is written', async () => {
  const { log, close, heard } = twoEngines();
  log.warn(sign, 'fetch failed');
  close();
  await until(() => heard().length === 1);
  expect(heard()).toEqual(['fetch failed']);
});

test.each([
  'MISCONF Errors writing to the AOF file: No space left on device',
  'MISCONF Redis is configured to save RDB snapshots, but it is currently unable to persist to disk.',
  "OOM command not allowed when used memory > 'maxmemory'.",
  "READONLY You can't write against a read only replica.",
  'NOREPLICAS Not enough good replicas to write.',
])('a Redis that refuses to write is away: %s', async (message) => {
  const { log: written, said } = recordingLogger();
  const refused = () => Promise.reject(new Error(message));
  const { log, close } = outageLog(written, { probes: { Redis: refused }, againMs: 1 });
  const heard = () => said().filter(({ level }) => level !== 'debug');
  const noticed = () => log.warn(errorLogFields(new Error(message)), 'The timers are in trouble and go on');
  for (let times = 0; times < 3; times++) noticed();
  await until(() => heard().length > 0);
  noticed();
  expect(heard()).toMatchObject([{ message: 'an engine does not answer; the town waits for it' }]);
  close();
});
