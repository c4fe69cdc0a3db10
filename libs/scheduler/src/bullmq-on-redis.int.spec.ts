import { afterAll, beforeAll } from '@jest/globals';
import { hour, instant } from '@mulin/kernel';
import { describeOnEngine, describeScheduler, type TestDatabase, testDatabase } from '@mulin/testing';
import { bullmqJobs } from './bullmq-jobs.js';
import { bullmqScheduler } from './bullmq-scheduler.js';
import { describeJobs } from './jobs.testing.js';

await describeOnEngine('redis', 'On Redis', (redis) => {
  let postgres: TestDatabase;
  let towns = 0;
  beforeAll(async () => {
    postgres = await testDatabase();
  });
  afterAll(() => postgres.drop());

  describeScheduler('bullmqScheduler', async () => {
    const town = `town${++towns}`;
    const { scheduler, start, stop } = bullmqScheduler({
      database: postgres.database,
      schema: town,
      town,
      service: town,
      redisUrl: redis().url,
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
    const { jobs, start, stop } = bullmqJobs({ redisUrl: redis().url, name: `town${++towns}-jobs` });
    return {
      jobs,
      now: () => instant(Date.now()),
      start,
      pass: () => new Promise((resolve) => setTimeout(resolve, 20)),
      close: stop,
    };
  });
});
