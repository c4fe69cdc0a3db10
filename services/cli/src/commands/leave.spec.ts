import { afterAll, expect, test } from '@jest/globals';
import { fileURLToPath } from 'node:url';
import { type Actor, type Area, instant } from '@mulin/kernel';
import { memoryPlatform, openTown, readPack } from '@mulin/town';
import { surroundingsOf } from '../surroundings.js';
import { leaveIn } from '../texts/leave.js';
import { leaveCommand } from './leave.js';

const pack = fileURLToPath(new URL('../../../../infra/packs/sample', import.meta.url));
const closings: (() => Promise<void>)[] = [];
afterAll(async () => {
  for (const close of closings) await close();
});

const grid = 'grid-member@mu/dongguan/hetou/hetou-1';
const [a, b, c] = [`${grid}/hetou-1-a`, `${grid}/hetou-1-b`, `${grid}/hetou-1-c`];

const openAsOperator = async () => {
  const operator: Actor = { id: 'op', role: 'operator', area: 'mu' as Area };
  const memory = memoryPlatform({
    town: 'mu',
    zone: 'Asia/Shanghai',
    now: () => instant('2026-03-02T01:00:00Z'),
    accounts: { op: operator },
  });
  const { url, close } = await openTown(memory.platform, readPack(pack));
  closings.push(close);
  return surroundingsOf({
    folder: '/',
    home: '/',
    url,
    token: 'op',
    databaseUrl: undefined,
    masterKey: undefined,
    stamp: () => 'stamp',
    now: () => '2026-03-02T01:00:00.000Z',
  });
};

type Listed = Readonly<{ items: readonly Readonly<{ id: string | null; who: { account: string } }>[] }>;

test('an operator records that somebody is away, sees who will be by the pack, and ends it', async () => {
  const at = await openAsOperator();
  const packed = (await leaveCommand(at, ['list'], {})).json as Listed;
  expect(packed.items.length).toBeGreaterThan(0);
  expect(packed.items.every(({ id }) => id === null)).toBe(true);

  const { json, lines } = await leaveCommand(at, ['add', a], { standIn: c });
  expect((json as Listed).items.find(({ id }) => id !== null)).toMatchObject({
    who: { account: a, name: { en: 'Ye Xingqin' } },
    until: null,
    standIn: { account: c },
    isAway: true,
  });
  expect(lines.join('\n')).toMatch(/Ye Xingqin.*further notice.*Zhong Xia.*away/);

  const after = (await leaveCommand(at, ['end', a], {})).json as Listed;
  expect(after).toEqual(packed);
  await expect(leaveCommand(at, ['end', a], {})).rejects.toThrow(/No leave of/);
});

test('what the town refuses is said, and what is no such command, too', async () => {
  const at = await openAsOperator();
  await expect(leaveCommand(at, ['add', b], {})).rejects.toMatchObject({ code: 'leave-without-stand-in' });
  await expect(leaveCommand(at, ['add'], {})).rejects.toThrow(/takes list, add/);
  await expect(leaveCommand(at, ['drop', a], {})).rejects.toThrow(/takes list, add/);
  const { items } = (await leaveCommand(at, ['add', b], { nobody: true, until: '2026-03-05T00:00:00Z' }))
    .json as Listed;
  const { id } = items.find(({ who }) => who.account === b) ?? {};
  expect(id).toEqual(expect.any(String));
  await leaveCommand(at, ['add', b], {
    nobody: true,
    from: '2026-03-06T00:00:00Z',
    until: '2026-03-07T00:00:00Z',
  });
  await expect(leaveCommand(at, ['end', b], {})).rejects.toThrow(/several/);
  await leaveCommand(at, ['end', String(id)], {});
});

test.each(['en', 'zh'] as const)(
  'the help shows a moment as the town understands it: %s',
  async (language) => {
    const { from, until } = leaveIn(language);
    const at = await openAsOperator();
    for (const text of [from, until]) {
      const example = String(/\d{4}-[\d:T+-]+/.exec(text)?.[0]);
      const { json } = await leaveCommand(at, ['add', a], { standIn: c, from: example });
      const added = (json as Listed).items.find(({ who, id }) => who.account === a && id !== null);
      expect(added).toMatchObject({ from: example });
      await leaveCommand(at, ['end', a], {});
    }
  },
);
