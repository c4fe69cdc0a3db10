import { expect, test } from '@jest/globals';
import { setTimeout as pause } from 'node:timers/promises';
import { recurringErrorReport } from './recurring-error-report.js';

const trial = (remindMs?: number) => {
  const said: string[] = [];
  const trouble = recurringErrorReport({
    lasts: (error, times) => void said.push(`${String(error)} ${times}`),
    ended: () => void said.push('over'),
    ...(remindMs === undefined ? {} : { remindMs }),
  });
  return { said, ...trouble };
};

test('what fails again and again is said once, and once more when it works', () => {
  const { said, met, over } = trial();
  over();
  for (let times = 0; times < 100; times++) met('no');
  over();
  over();
  expect(said).toEqual(['no 1', 'over']);

  met('no again');
  expect(said.at(-1)).toBe('no again 1');
});

test('what lasts is said again now and then', async () => {
  const { said, met } = trial(5);
  for (let times = 0; times < 3; times++) {
    met('no');
    await pause(10);
  }
  expect(said).toEqual(['no 1', 'no 2', 'no 3']);
});
