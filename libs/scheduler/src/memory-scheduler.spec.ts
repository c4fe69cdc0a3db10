import { expect, test } from '@jest/globals';
import { instant, type Instant, minute, plus, Unavailable } from '@mulin/kernel';
import { describeScheduler } from '@mulin/testing';
import { memoryScheduler } from './memory-scheduler.js';

const morning = instant('2026-03-02T01:00:00Z');

/** Time that goes on by itself, a little with each look at it: a looker that sets alarms for now gets on. */
const running = () => {
  let time: Instant = morning;
  return { now: () => time, pass: () => void (time = plus(time, 250)) };
};

describeScheduler('memoryScheduler', async () => {
  const clock = running();
  const { scheduler, fireDue } = memoryScheduler(clock.now);
  return {
    scheduler,
    now: clock.now,
    start: async () => undefined,
    pass: async () => {
      clock.pass();
      // A looker that waits must not stop time; one that fails is rung again at the next moment.
      void fireDue().catch(() => undefined);
      await new Promise((resolve) => setTimeout(resolve, 1));
    },
    close: async () => undefined,
  };
});

test('The next alarm is the earliest of all subjects, and none when all have rung', async () => {
  let time = morning;
  const { scheduler, nextTimerAt, fireDue } = memoryScheduler(() => time);
  expect(nextTimerAt()).toBeNull();

  await scheduler.schedule('case-2', plus(morning, 20 * minute));
  await scheduler.schedule('case-1', plus(morning, 10 * minute));
  expect(nextTimerAt()).toBe(plus(morning, 10 * minute));
  expect(await fireDue()).toBe(0);

  time = plus(morning, 30 * minute);
  expect(await fireDue()).toBe(2);
  expect(nextTimerAt()).toBeNull();
});

test('What could not be looked at is told to whoever moves the time, and stays', async () => {
  const { scheduler, nextTimerAt, fireDue } = memoryScheduler(() => morning);
  const error = new Unavailable('no store');
  scheduler.onDue(() => Promise.reject(error));
  await scheduler.schedule('case-1', morning);
  await expect(fireDue()).rejects.toBe(error);
  expect(nextTimerAt()).toBe(morning);
});
