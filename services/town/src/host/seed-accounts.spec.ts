import { expect, test } from '@jest/globals';
import { mkdtempSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { instant } from '@mulin/kernel';
import { memoryPlatform, readPack } from '@mulin/service';
import { accountsOf, seedAccounts, tellPasswords } from './seed-accounts.js';
import { twoSquares } from './two-squares.testing.js';

const pack = readPack(twoSquares());
const newTown = () =>
  memoryPlatform({ town: 'mu', zone: 'UTC', now: () => instant('2026-03-02T01:00:00Z') }).platform;

test('an empty town has an account for everybody on a roster, and a password for one of each role', async () => {
  const town = newTown();
  const passwords = await seedAccounts(town, pack);
  const listed = await town.identity.list({ limit: 500 });
  const { members, leaders } = pack.routing.rosters;
  const rostered = [...members.values(), ...leaders.values()].flat().map(({ account }) => account);
  const names = listed.map(({ account }) => account);
  expect(names).toEqual(expect.arrayContaining([...rostered, 'hotline-clerk@mu', 'operator@mu']));
  expect(names).toHaveLength(new Set(names).size);

  const roleOf = new Map(listed.map(({ account, role }) => [account, role]));
  const roles = [...passwords.keys()].map((account) => roleOf.get(account));
  expect(new Set(roles)).toEqual(new Set(listed.map(({ role }) => role)));
  expect(roles).toHaveLength(new Set(roles).size);
  for (const [account, password] of passwords)
    expect((await town.signIn.open({ account, password, address: '::1' })).actor.id).toBe(account);
});

test('at the next start nothing is made or shown again, and who came onto the roster has an account', async () => {
  const town = newTown();
  await seedAccounts(town, {
    ...pack,
    routing: {
      ...pack.routing,
      rosters: { ...pack.routing.rosters, members: new Map(), leaders: new Map() },
    },
  });
  await town.identity.disable('auditor@mu');
  expect((await seedAccounts(town, pack)).size).toBe(0);
  const listed = await town.identity.list({ limit: 500 });
  expect(listed).toHaveLength(accountsOf(pack).length);
  expect(listed.find(({ account }) => account === 'auditor@mu')?.disabled).toBe(true);
});

test('passwords are said at a terminal, and else kept where only the owner reads them', async () => {
  const home = mkdtempSync(path.join(tmpdir(), 'mulin-first-'));
  const said: string[] = [];
  const tell = (isTerminal: boolean, passwords = new Map([['li', 'the-password']])) =>
    tellPasswords(passwords, {
      home,
      isTerminal,
      say: (sentence) => void said.push(sentence.en, sentence.zh),
    });
  await tell(true, new Map());
  expect([said, readdirSync(home)]).toEqual([[], []]);
  await tell(true);
  expect([said.splice(0).join().includes('the-password'), readdirSync(home)]).toEqual([true, []]);
  await tell(false);
  const file = path.join(home, 'first-passwords.txt');
  expect([said.join().includes('the-password'), said.every((it) => it.includes(file))]).toEqual([
    false,
    true,
  ]);
  expect(readFileSync(file, 'utf8')).toContain('the-password  li');
  expect(statSync(file).mode & 0o777).toBe(0o600);
});
