import { expect, test } from '@jest/globals';
import { type Area, instant, Unavailable } from '@mulin/kernel';
import { rememberedIdentity } from './remembered-identity.js';

const li = { id: 'li', role: 'grid-member', area: 'mu' as Area } as const;

const asking = () => {
  const asked: string[] = [];
  const world = { now: 0, isDown: false, accounts: new Map([['good', li]]) };
  const identity = rememberedIdentity(
    {
      actorOf: async (token) => {
        asked.push(token);
        if (world.isDown) throw new Unavailable('down');
        return world.accounts.get(token) ?? null;
      },
      issue: async () => ({ token: '', expiresAt: instant(0) }),
    },
    () => world.now,
  );
  return { identity, asked, world };
};

test('a token is asked for once a second, however often it comes', async () => {
  const { identity, asked, world } = asking();
  expect(await Promise.all([identity.actorOf('good'), identity.actorOf('good')])).toEqual([li, li]);
  world.now = 999;
  expect(await identity.actorOf('good')).toEqual(li);
  expect(asked).toEqual(['good']);
});

test('what was taken away is gone after that second', async () => {
  const { identity, world } = asking();
  await identity.actorOf('good');
  world.accounts.clear();
  world.now = 1_000;
  expect(await identity.actorOf('good')).toBe(null);
});

test('nobody’s token and a world that is down are not remembered', async () => {
  const { identity, world } = asking();
  expect(await identity.actorOf('bad')).toBe(null);
  world.accounts.set('bad', li);
  expect(await identity.actorOf('bad')).toEqual(li);

  world.now = 5_000;
  world.isDown = true;
  await expect(identity.actorOf('good')).rejects.toThrow(Unavailable);
  world.isDown = false;
  expect(await identity.actorOf('good')).toEqual(li);
});
