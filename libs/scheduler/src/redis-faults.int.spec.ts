/**
 * Faults of Redis after which workers of BullMQ were seen to fire nothing any more, or hours late. Nothing looks at the
 * table here, which otherwise comes to the rescue after five seconds: what fires, the worker itself has fired.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { hour, instant, plus, second } from '@mulin/kernel';
import { describeWithFaults, type TestDatabase, testDatabase, until } from '@mulin/testing';
import { Redis } from 'ioredis';
import { type BullmqScheduler, bullmqScheduler } from './bullmq-scheduler.js';

await describeWithFaults('redis', 'A worker on Redis', (redis) => {
  let postgres: TestDatabase;
  let timers: BullmqScheduler;
  let fired: string[];
  let towns = 0;
  beforeAll(async () => void (postgres = await testDatabase()));
  afterAll(() => postgres.drop());
  beforeEach(async () => {
    const town = `faults${++towns}`;
    fired = [];
    timers = bullmqScheduler({
      database: postgres.database,
      schema: town,
      town,
      service: town,
      redisUrl: redis().url,
      sweepMs: 24 * hour,
    });
    timers.scheduler.onDue(async (subjects) => void fired.push(...subjects));
    await timers.start();
    await timers.scheduler.schedule('before', inSeconds(1));
    await until(() => fired.includes('before'));
  });
  afterEach(() => timers.stop());

  const inSeconds = (seconds: number) => plus(instant(Date.now()), seconds * second);

  // https://github.com/taskforcesh/bullmq/issues/1658
  test('whose connections were all cut while a timer waits fires it', async () => {
    await timers.scheduler.schedule('waiting', inSeconds(4));
    const client = new Redis(redis().url);
    for (const kind of ['normal', 'pubsub'])
      await client.call('CLIENT', 'KILL', 'TYPE', kind, 'SKIPME', 'yes');
    client.disconnect();
    await until(() => fired.includes('waiting'));
  });

  // https://github.com/taskforcesh/bullmq/issues/2466
  test('goes on with a server that was killed and started again', async () => {
    await redis().kill();
    await pause(3_000);
    await redis().restart();
    await until(async () => {
      await timers.scheduler.schedule('after', inSeconds(1));
      await pause(200);
      return fired.includes('after');
    });
  });

  // https://github.com/taskforcesh/bullmq/issues/2534
  test('fires what fell due while the server stood still, though nothing new is added', async () => {
    await timers.scheduler.schedule('while it stood still', inSeconds(2));
    redis().freeze();
    await pause(5_000);
    redis().thaw();
    await until(() => fired.includes('while it stood still'));
    expect(fired.filter((it) => it === 'while it stood still')).toHaveLength(1);
  });
});
