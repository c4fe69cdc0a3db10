import { describe, expect, test } from '@jest/globals';
import { backoff, pollUntil, settledWithin, TimedOut, waiters, within } from './waiting.js';

/** No test waits for it. */
const longMs = 3_600_000;
const never = new Promise<never>(() => undefined);

describe('A back-off', () => {
  test('doubles with each failure, up to the longest pause', () => {
    const pauseMs = backoff({ firstMs: 100, longestMs: 1_000 });
    expect([1, 2, 3, 4, 5, 6].map(pauseMs)).toEqual([100, 200, 400, 800, 1_000, 1_000]);
  });

  test('is a number however often something failed, also where the first pause is none', () => {
    expect(backoff({ firstMs: 100, longestMs: 1_000 })(5_000)).toBe(1_000);
    expect(backoff({ firstMs: 0, longestMs: 1_000 })(5_000)).toBe(0);
  });

  test('is never longer than the longest, also the first one', () => {
    expect(backoff({ firstMs: 100, longestMs: 50 })(1)).toBe(50);
  });

  test('with jitter is a share of the pause', () => {
    const pauseMs = backoff({ firstMs: 100, longestMs: 1_000, random: () => 0.25 });
    expect([1, 2, 9].map(pauseMs)).toEqual([25, 50, 250]);
  });
});

describe('Work with a limit', () => {
  test('that ends in time gives its result, or its error', async () => {
    const error = new Error('no');
    expect(await within(Promise.resolve('yes'), longMs)).toBe('yes');
    await expect(within(Promise.reject(error), longMs)).rejects.toBe(error);
  });

  test('that takes longer is told apart from work that fails', async () => {
    await expect(within(never, 1)).rejects.toThrow(TimedOut);
  });

  test('that fails when nobody waits any more harms nobody', async () => {
    let fail = (_: Error) => {};
    const work = new Promise<never>((_, reject) => (fail = reject));
    await expect(within(work, 1)).rejects.toThrow('it does not answer');
    expect(await settledWithin(work, 1)).toBe(false);
    fail(new Error('late'));
    // An error that nobody takes is reported before the event loop goes on.
    await new Promise((resolve) => setImmediate(resolve));
  });

  test('is settled when it is fulfilled or rejected, and not before', async () => {
    expect(await settledWithin(Promise.resolve(), longMs)).toBe(true);
    expect(await settledWithin(Promise.reject(new Error('no')), longMs)).toBe(true);
    expect(await settledWithin(never, 1, { ref: false })).toBe(false);
  });
});

describe('Whoever waits until something is so', () => {
  test('is told at once where it is so already', async () => {
    const waiting = waiters();
    expect(await waiting.until(() => true, longMs)).toBe(true);
    expect(waiting.count()).toBe(0);
  });

  test('is told when somebody looks, and not before it is so', async () => {
    const waiting = waiters();
    let place = 0;
    const [third, fifth] = [3, 5].map((wanted) => waiting.until(() => place >= wanted, longMs));
    const counts = [1, 3, 4, 5].map((now) => {
      place = now;
      waiting.check();
      return waiting.count();
    });
    expect(counts).toEqual([2, 1, 1, 0]);
    expect([await third, await fifth]).toEqual([true, true]);
  });

  test('is told in the end that it is not so', async () => {
    const waiting = waiters();
    expect(await waiting.until(() => false, 1)).toBe(false);
    expect(waiting.count()).toBe(0);
  });
});

describe('Asking again and again until something is so', () => {
  const pauseMs = () => 0;

  test('ends with the first yes, and asks no more', async () => {
    const answers = [false, false, true, false];
    const isSo = async () => answers.shift() ?? false;
    expect(await pollUntil(isSo, { pauseMs, withinMs: longMs })).toBe(true);
    expect(answers).toEqual([false]);
  });

  test('pauses as told after each question in vain', async () => {
    const pauses: number[] = [];
    let asked = 0;
    const isSo = async () => ++asked === 4;
    await pollUntil(isSo, { pauseMs: (nth) => (pauses.push(nth), 0), withinMs: longMs });
    expect(pauses).toEqual([1, 2, 3]);
  });

  test('asks at least once, and says that it is not so when the time is over', async () => {
    expect(await pollUntil(async () => true, { pauseMs, withinMs: 0 })).toBe(true);
    expect(await pollUntil(async () => false, { pauseMs: () => longMs, withinMs: 1 })).toBe(false);
  });

  test('ends with what the question throws', async () => {
    const broken = pollUntil(() => Promise.reject(new Error('gone')), { pauseMs, withinMs: longMs });
    await expect(broken).rejects.toThrow('gone');
  });
});
