import { afterAll, beforeAll, describe, test } from '@jest/globals';
import { hour, instant } from '@mulin/kernel';
import { describeScheduler, type TestDatabase, testDatabase } from '@mulin/testing';
import { bullmqJobs } from './bullmq-jobs.js';
import { bullmqScheduler } from './bullmq-scheduler.js';
import { describeJobs } from './jobs.testing.js';
import { type RedisOfTest, redisOfTest } from './redis.testing.js';

// Only specs and hosts may ask the environment.
const redis = redisOfTest(process.env['REDIS_URL']);

if (redis === null)
  test.skip('The alarms on Redis: skipped, there is neither a redis-server nor a REDIS_URL', () => undefined);
else
  describe('On Redis', () => {
    let postgres: TestDatabase;
    let server: RedisOfTest;
    let towns = 0;
    beforeAll(async () => {
      [postgres, server] = await Promise.all([testDatabase(), redis()]);
    });
    afterAll(() => Promise.all([postgres.drop(), server.close()]));

    describeScheduler('bullmqScheduler', async () => {
      const town = `town${++towns}`;
      const { scheduler, start, stop } = bullmqScheduler({
        database: postgres.database,
        schema: town,
        town,
        service: town,
        redisUrl: server.url,
        // No sweep comes to the rescue of what the jobs forget.
        sweepMs: 24 * hour,
      });
      return {
        scheduler,
        now: () => instant(Date.now()),
        start,
        pass: () => new Promise((resolve) => setTimeout(resolve, 20)),
        close: stop,
      };
    });

    describeJobs('bullmqJobs', async () => {
      const { jobs, start, stop } = bullmqJobs({ redisUrl: server.url, name: `town${++towns}-jobs` });
      return {
        jobs,
        now: () => instant(Date.now()),
        start,
        pass: () => new Promise((resolve) => setTimeout(resolve, 20)),
        close: stop,
      };
    });
  });
