import { afterAll, expect, test } from '@jest/globals';
import { fileURLToPath } from 'node:url';
import { type Actor, type Area, instant } from '@mulin/kernel';
import { memoryPlatform, openTown, readPack } from '@mulin/town';
import { surroundingsOf } from '../surroundings.js';
import { accountsCommand } from './accounts.js';

const pack = fileURLToPath(new URL('../../../../infra/packs/sample', import.meta.url));
const closings: (() => Promise<void>)[] = [];
afterAll(async () => {
  for (const close of closings) await close();
});

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
  const at = surroundingsOf({
    folder: '/',
    home: '/',
    url,
    token: 'op',
    databaseUrl: undefined,
    masterKey: undefined,
    stamp: () => 'stamp',
    now: () => '2026-03-02T01:00:00.000Z',
  });
  const signIn = async (account: string, password: string) => {
    const response = await fetch(`${url}/api/v1/sessions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ account, password }),
    });
    return response.status;
  };
  return { at, signIn };
};

test('an operator adds an account, gives it a password that is shown once, and another one', async () => {
  const { at, signIn } = await openAsOperator();
  const zhao = { account: 'zhao', role: 'verifier', area: 'mu/dongguan', disabled: false, name: '赵敏' };
  const options = { role: 'verifier', area: 'mu/dongguan', name: '赵敏' };
  expect((await accountsCommand(at, ['add', 'zhao'], options)).json).toEqual({ accounts: [zhao] });

  const { json, lines } = await accountsCommand(at, ['password', 'zhao'], {});
  const { password = '', accounts } = json as { password?: string; accounts: unknown };
  expect(accounts).toEqual([zhao]);
  expect(lines.at(-1)).toContain(password);
  expect(await signIn('zhao', password)).toBe(201);

  const next = (await accountsCommand(at, ['password', 'zhao'], {})).json as { password?: string };
  expect(await signIn('zhao', password)).toBe(401);
  expect(await signIn('zhao', next.password ?? '')).toBe(201);
  const { json: listed } = await accountsCommand(at, ['list'], {});
  expect(JSON.stringify(listed)).not.toContain(next.password);
});

test('an operator changes what an account is, a part of it at a time, and takes a name away', async () => {
  const { at } = await openAsOperator();
  const of = (options: object) => accountsCommand(at, ['change', 'zhao'], options);
  const zhao = { account: 'zhao', role: 'verifier', area: 'mu/dongguan', disabled: false, name: '赵敏' };
  await accountsCommand(at, ['add', 'zhao'], { role: 'verifier', area: 'mu/dongguan', name: '赵民' });
  expect((await of({ name: '赵敏' })).json).toEqual({ accounts: [zhao] });
  const { json, lines } = await of({ role: 'mediator', area: 'mu/nanyuan' });
  expect(json).toEqual({ accounts: [{ ...zhao, role: 'mediator', area: 'mu/nanyuan' }] });
  expect(lines.join()).toContain('mu/nanyuan');
  const { name: _, ...nameless } = zhao;
  const changed = { ...nameless, role: 'mediator', area: 'mu/nanyuan' };
  expect((await of({ name: '' })).json).toEqual({ accounts: [changed] });

  await expect(of({})).rejects.toThrow('accounts change takes --role, --area or --name');
  await expect(of({ area: 'mu/nowhere' })).rejects.toMatchObject({ code: 'area-unknown' });
  await expect(accountsCommand(at, ['change', 'op'], { role: 'auditor' })).rejects.toMatchObject({
    code: 'own-role-or-area',
  });
  await expect(accountsCommand(at, ['change', 'nobody'], { name: 'x' })).rejects.toMatchObject({
    code: 'account-unknown',
  });
  expect((await accountsCommand(at, ['list', 'zhao'], {})).json).toEqual({ accounts: [changed] });
});

test('what an operator forgets or mistypes is said, and makes no account', async () => {
  const { at } = await openAsOperator();
  const add = (account: string | undefined, options: object) =>
    accountsCommand(at, ['add', account], options);
  await expect(add('zhao', {})).rejects.toThrow('accounts add takes --role');
  await expect(add(undefined, { role: 'auditor' })).rejects.toThrow('takes the name of an account');
  await expect(add('13812345678', { role: 'auditor' })).rejects.toMatchObject({
    code: 'account-looks-personal',
  });
  await expect(add('zhao', { role: 'grid-member' })).rejects.toMatchObject({ code: 'area-missing' });
  await expect(add('zhao', { role: 'auditor', area: 'mu/nowhere' })).rejects.toMatchObject({
    code: 'area-unknown',
  });
  await expect(accountsCommand(at, ['password', 'zhao'], {})).rejects.toMatchObject({
    code: 'account-unknown',
  });
  await add('zhao', { role: 'auditor' });
  await add('zhao', { role: 'auditor' });
  await expect(add('zhao', { role: 'operator' })).rejects.toMatchObject({ code: 'account-exists' });
  const { json } = await accountsCommand(at, ['list'], {});
  expect(json).toMatchObject({ accounts: [{ account: 'op' }, { account: 'zhao', role: 'auditor' }] });
});
