import { expect, test } from '@jest/globals';
import type { FastifyRateLimitOptions } from '@fastify/rate-limit';
import type { Platform } from '../platform/platform.js';
import { sharedCounts } from './shared-counts.js';

const minute = 60_000;

/** What all processes have counted. */
const together = () => {
  const totals = new Map<string, number>();
  let isAway = false;
  const add: NonNullable<Platform['addRequests']> = async (at, requests) => {
    if (isAway) throw new Error('it does not answer');
    for (const [caller, count] of requests)
      totals.set(`${at} ${caller}`, (totals.get(`${at} ${caller}`) ?? 0) + count);
    return new Map([...requests.keys()].map((caller) => [caller, totals.get(`${at} ${caller}`) ?? 0]));
  };
  return { add, goAway: () => (isAway = true), comeBack: () => (isAway = false) };
};

const options: FastifyRateLimitOptions = {};

/** One process: `asks` answers how often this caller has asked by now, `tells` is what is done each second. */
const processOn = (add: NonNullable<Platform['addRequests']>, nowMs: () => number, most = 100) => {
  const work: (() => Promise<unknown>)[] = [];
  const every: Platform['every'] = (_, each) => {
    work.push(each);
    return async () => undefined;
  };
  const { store: Store } = sharedCounts({ add, every, nowMs, most });
  const store = new Store(options);
  const asks = (caller: string) => {
    let answer = { current: 0, ttl: 0 };
    store.incr(caller, (_, result) => void (answer = result ?? answer), minute, 10);
    return answer;
  };
  return { asks, tells: async () => void (await Promise.all(work.map((each) => each()))) };
};

test('what a caller asks of one process counts at the others, within a second', async () => {
  const { add } = together();
  const [one, other] = [processOn(add, () => 1_000), processOn(add, () => 1_000)];
  for (let time = 1; time <= 5; time++) expect(one.asks('li')).toEqual({ current: time, ttl: 59_000 });
  expect(other.asks('li').current).toBe(1);
  expect(other.asks('wu').current).toBe(1);
  await one.tells();
  await other.tells();
  expect(other.asks('li').current).toBe(7);
  expect(other.asks('wu').current).toBe(2);
  await other.tells();
  one.asks('li');
  await one.tells();
  expect(one.asks('li').current).toBe(9);
});

test('where the others cannot be told, a process counts alone, and tells them later', async () => {
  const { add, goAway, comeBack } = together();
  const [one, other] = [processOn(add, () => 0), processOn(add, () => 0)];
  one.asks('li');
  goAway();
  await expect(one.tells()).rejects.toThrow();
  expect(one.asks('li').current).toBe(2);
  comeBack();
  await one.tells();
  other.asks('li');
  await other.tells();
  expect(other.asks('li').current).toBe(4);
});

test('a new minute begins at nothing, and who is one of too many is forgotten', async () => {
  const { add } = together();
  let now = minute - 1;
  const one = processOn(add, () => now, 2);
  expect(one.asks('li')).toEqual({ current: 1, ttl: 1 });
  now += 1;
  expect(one.asks('li')).toEqual({ current: 1, ttl: minute });
  for (const caller of ['wu', 'du']) one.asks(caller);
  expect(one.asks('du').current).toBe(2);
  expect(one.asks('li').current).toBe(1);
});
