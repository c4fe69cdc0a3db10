import { expect, test } from '@jest/globals';
import { instant, type Instant, plus } from '@mulin/kernel';
import { describeJobs } from './jobs.testing.js';
import { jobsOnTimers } from './jobs-on-timers.js';
import { memoryScheduler } from './memory-scheduler.js';

const morning = instant('2026-03-02T01:00:00Z');

describeJobs('jobsOnTimers, in memory', async () => {
  let time: Instant = morning;
  const now = () => time;
  const { scheduler, fireDue } = memoryScheduler(now);
  const { jobs, stop } = jobsOnTimers(scheduler, now);
  return {
    jobs,
    now,
    start: async () => undefined,
    pass: async () => {
      time = plus(time, 50);
      void fireDue().catch(() => undefined);
      await new Promise((resolve) => setTimeout(resolve, 1));
    },
    close: stop,
  };
});

test('jobs that are stopped begin nothing, and their timers stay', async () => {
  const { scheduler, fireDue, nextTimerAt } = memoryScheduler(() => morning);
  const { jobs, stop } = jobsOnTimers(scheduler, () => morning);
  const tried: string[] = [];
  jobs.onJob(async (id) => {
    tried.push(id);
    return null;
  });
  await jobs.add('job-1', morning);
  await stop();
  await expect(fireDue()).rejects.toThrow('stopped');
  expect([tried, nextTimerAt()]).toEqual([[], morning]);
});

test('eight are tried side by side, and each once at a time', async () => {
  const { scheduler, fireDue } = memoryScheduler(() => morning);
  const { jobs } = jobsOnTimers(scheduler, () => morning);
  let running = 0;
  let most = 0;
  const tried: string[] = [];
  jobs.onJob(async (id) => {
    most = Math.max(most, ++running);
    await new Promise((resolve) => setTimeout(resolve, 1));
    tried.push(id);
    running -= 1;
    return null;
  });
  const ids = Array.from({ length: 30 }, (_, nth) => `job-${nth}`);
  for (const id of ids) await jobs.add(id, morning);
  await fireDue();
  expect(most).toBe(8);
  expect([...tried].sort()).toEqual([...ids].sort());
});
