import { expect, test } from '@jest/globals';
import { hour, instant, minute, plus } from '@mulin/kernel';
import { maintenance } from './maintenance.js';
import { recordingLogger, virtualJobs } from './memory-parts.js';

test('a town tidies up once a day, and what failed is done an hour later', async () => {
  let time = instant('2026-03-02T04:00:00Z');
  const { every, doDue } = virtualJobs(() => time);
  const { log, said } = recordingLogger();
  const done = { steady: 0, broken: 0 };
  const stop = await maintenance({
    every,
    own: (_, { start }) => start(),
    now: () => time,
    log,
    chores: () => ({
      steady: async () => ++done.steady,
      broken: async () => {
        if (++done.broken === 1) throw new Error('not now');
        return 0;
      },
    }),
  });
  const hours = async (count: number) => {
    for (let left = count; left > 0; left--) {
      time = plus(time, hour);
      await doDue().catch(() => undefined);
    }
  };

  await hours(1);
  expect(done).toEqual({ steady: 1, broken: 1 });
  await hours(1);
  expect(done).toEqual({ steady: 1, broken: 2 });
  await hours(22);
  expect(done).toEqual({ steady: 1, broken: 2 });
  await hours(2);
  expect(done).toEqual({ steady: 2, broken: 3 });
  expect(said()[0]).toMatchObject({ message: 'tidied up', line: { chore: 'steady', removed: 1 } });

  await stop();
  await hours(48);
  time = plus(time, minute);
  expect(done).toEqual({ steady: 2, broken: 3 });
});
