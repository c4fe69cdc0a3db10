import { expect, test } from '@jest/globals';
import { type Area, type Identity, instant, type ListedAccount, minute, plus } from '@mulin/kernel';
import { peopleOf } from './people.js';

const morning = instant('2026-03-02T00:00:00Z');
const one = (account: string, more: Partial<ListedAccount> = {}): ListedAccount => ({
  account,
  role: 'grid-member',
  area: 'mu/dongguan/hetou/hetou-1/hetou-1-a' as Area,
  disabled: false,
  ...more,
});

/** Pages of a town, and how many were asked for. */
const town = (all: () => readonly ListedAccount[]) => {
  let now = morning;
  let asked = 0;
  const list: Identity['list'] = async ({ after = '', limit }) => {
    asked += 1;
    return all()
      .filter(({ account }) => account > after)
      .slice(0, limit);
  };
  return {
    people: peopleOf({ identity: { list }, now: () => now }),
    later: (ms: number) => void (now = plus(now, ms)),
    asked: () => asked,
  };
};

test('everybody who works for the town is there, also who is disabled; no resident, and no program of others', async () => {
  const { people } = town(() => [
    one('chen', { disabled: true }),
    one('li', { name: '李伟' }),
    one('resident-1', { role: 'resident' }),
    one('system-12345', { role: 'integrator' }),
  ]);
  expect((await people()).map(({ account }) => account)).toEqual(['chen', 'li']);
});

test('also in a town of many pages', async () => {
  const many = Array.from({ length: 1_001 }, (_, nth) => one(`a-${String(nth).padStart(4, '0')}`));
  const { people, asked } = town(() => many);
  expect(await people()).toHaveLength(1_001);
  expect(asked()).toBe(3);
});

test('are read once for many who look, and anew a while later', async () => {
  let all = [one('li')];
  const { people, later, asked } = town(() => all);
  await Promise.all([people(), people()]);
  all = [...all, one('wang')];
  expect(await people()).toHaveLength(1);
  expect(asked()).toBe(1);
  later(minute);
  expect(await people()).toHaveLength(2);
});

test('are asked for again where they could not be read', async () => {
  let isAway = true;
  const { people } = town(() => {
    if (isAway) throw new Error('the accounts are away');
    return [one('li')];
  });
  await expect(people()).rejects.toThrow('away');
  isAway = false;
  expect(await people()).toHaveLength(1);
});
