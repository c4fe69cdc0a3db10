import { expect, test } from '@jest/globals';
import { until } from './until.js';

test('what comes in the end is waited for, and answered', async () => {
  let asked = 0;
  expect(
    await until(
      () => ++asked,
      (answer) => answer === 3,
    ),
  ).toBe(3);
  expect(await until(async () => asked === 3)).toBe(true);
});

test('a question that fails is asked again', async () => {
  let asked = 0;
  const ask = () => {
    if (++asked < 3) throw new Error('no connection');
    return 'here';
  };
  expect(await until(ask)).toBe('here');
});

test('what never comes fails the test, with the last answer or the last failure', async () => {
  await expect(
    until(
      () => 7,
      (answer) => answer > 7,
      1,
    ),
  ).rejects.toThrow(/answer|7/);
  await expect(until(() => false, undefined, 1)).rejects.toThrow('gave false');
  const reason = new Error('no connection');
  await expect(until(() => Promise.reject(reason), undefined, 1)).rejects.toMatchObject({ cause: reason });
});
