/** An operator changes an account of a running town, and what that is to whoever has it. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Answered, ask, type Json, itemsOf } from './http.js';
import { openSampleTown, type SampleTown } from './sample-town.js';

const password = 'correct horse battery';
const [river, willow] = ['mu/dongguan/hetou/hetou-1/hetou-1-a', 'mu/nanyuan/liulin/liulin-1/liulin-1-a'];

const it: { town?: SampleTown } = {};
const town = (): SampleTown => {
  if (it.town === undefined) throw new Error('the town is open while its story is told');
  return it.town;
};
beforeAll(async () => {
  it.town = await openSampleTown('2026-03-02T09:00:00+08:00', { limits: { 'sign-ins': 1_000 } });
});
afterAll(() => town().close());

const at = (account: string) => `/api/v1/accounts/${encodeURIComponent(account)}`;
let sent = 0;
const change = (account: string, body: object, by: Readonly<{ who?: string; cookie?: string }> = {}) => {
  const { who, cookie } = by.cookie === undefined ? { who: 'operator', ...by } : by;
  const headers = { 'idempotency-key': `change ${++sent}`, ...(cookie === undefined ? {} : { cookie }) };
  return ask(town().url, {
    method: 'PATCH',
    path: at(account),
    body,
    headers,
    ...(who === undefined ? {} : { who }),
  });
};
const standsAs = async (account: string): Promise<Json | undefined> =>
  itemsOf(await town().read('operator', '/api/v1/accounts?limit=500')).find(
    (listed) => listed['account'] === account,
  );
const changesOf = async (account: string) =>
  itemsOf(await town().read('auditor', `/api/v1/sign-ins?what=account-changed&about=${account}`)).map(
    ({ by }) => by,
  );

const signIn = (account: string): Promise<Answered> =>
  ask(town().url, { method: 'POST', path: '/api/v1/sessions', body: { account, password } });
const cookieOf = async (account: string): Promise<string> =>
  (await signIn(account)).headers.get('set-cookie')?.split(';', 1)[0] ?? '';
const sessionOf = (cookie: string) =>
  ask(town().url, { method: 'GET', path: '/api/v1/sessions/current', headers: { cookie } });

/** A new account that may sign in. */
const add = async (account: string, more: object) => {
  expect(await town().post('operator', '/api/v1/accounts', { account, ...more })).toMatchObject({
    status: 201,
  });
  const set = { method: 'PUT', who: 'operator', path: `${at(account)}/password`, body: { password } };
  expect(await ask(town().url, set)).toMatchObject({ status: 200 });
};

test('a grid member who moves is signed out where they were, and is a member of the other grid from then on', async () => {
  await add('moves', { role: 'grid-member', area: river, name: '李伟' });
  const cookie = await cookieOf('moves');
  expect((await sessionOf(cookie)).body).toMatchObject({ area: river });
  const is = { account: 'moves', role: 'grid-member', area: willow, name: '李伟' };
  expect(await change('moves', { area: willow })).toMatchObject({ status: 200, body: is });
  expect(await sessionOf(cookie)).toMatchObject({ status: 401, body: { code: 'session-account-changed' } });
  expect((await signIn('moves')).body).toMatchObject(is);
  expect(await standsAs('moves')).toEqual({ ...is, disabled: false });
  expect(await changesOf('moves')).toEqual(['operator']);
  // Whoever looks at the record later reads what they were before.
  const { items } = (await town().read(
    'auditor',
    '/api/v1/sign-ins?what=account-changed&about=moves',
  )) as Json;
  expect(items).toMatchObject([
    {
      change: {
        was: { role: 'grid-member', area: river },
        is: { role: 'grid-member', area: willow },
        isRenamed: false,
      },
    },
  ]);
});

test('a committee member becomes secretary: their token opens what a secretary may, and nothing of before', async () => {
  await add('rises', { role: 'village-committee', area: 'mu/dongguan/hetou' });
  const wanted = { role: 'village-committee', area: 'mu/dongguan/hetou', account: 'rises' };
  const { body } = await town().post('operator', '/api/v1/tokens', wanted);
  const as = (path: string) =>
    ask(town().url, { method: 'GET', path, headers: { authorization: `Bearer ${String(body['token'])}` } });
  const is = { role: 'community-secretary', area: 'mu/dongguan' };
  expect(await change('rises', is)).toMatchObject({ status: 200, body: { ...is, name: null } });
  expect((await as('/api/v1/sessions/current')).body).toMatchObject(is);
  expect(await change('rises', { role: 'verifier' })).toMatchObject({ status: 200 });
  expect(await as('/api/v1/escalations')).toMatchObject({ status: 403, body: { code: 'not-allowed' } });
});

test('a name is put right, or taken away, and nobody is signed out for it', async () => {
  await add('named', { role: 'auditor', name: '王芬' });
  const cookie = await cookieOf('named');
  expect((await change('named', { name: ' 王芳 ' })).body).toMatchObject({ name: '王芳', role: 'auditor' });
  expect((await sessionOf(cookie)).body).toMatchObject({ name: '王芳' });
  expect((await change('named', { name: null })).body).toMatchObject({ name: null });
  expect((await sessionOf(cookie)).body).toMatchObject({ name: null });
  expect(await changesOf('named')).toEqual(['operator', 'operator']);
});

test('what is so already is answered the same, ends nothing, and is not put on record', async () => {
  await add('same', { role: 'verifier', area: 'mu/dongguan', name: '赵敏' });
  const cookie = await cookieOf('same');
  const is = { account: 'same', role: 'verifier', area: 'mu/dongguan', name: '赵敏' };
  for (const wanted of [{ role: 'verifier' }, { name: '赵敏', area: 'mu/dongguan' }])
    expect(await change('same', wanted)).toMatchObject({ status: 200, body: is });
  expect((await sessionOf(cookie)).status).toBe(200);
  expect(await changesOf('same')).toEqual([]);
});

test('who is disabled is changed, and stays out until they are enabled', async () => {
  await add('away', { role: 'verifier', area: 'mu/dongguan' });
  const cookie = await cookieOf('away');
  await town().post('operator', `${at('away')}/disable`);
  expect(await change('away', { area: 'mu/nanyuan' })).toMatchObject({ status: 200 });
  expect(await standsAs('away')).toMatchObject({ area: 'mu/nanyuan', disabled: true });
  expect(await sessionOf(cookie)).toMatchObject({ status: 401, body: { code: 'session-account-disabled' } });
  expect(await signIn('away')).toMatchObject({ status: 403, body: { code: 'own-account-disabled' } });
  await town().post('operator', `${at('away')}/enable`);
  expect((await signIn('away')).body).toMatchObject({ area: 'mu/nanyuan' });
});

test.each([
  ['nobody of this name', 'nobody-known', { name: 'x' }, 404, 'account-unknown'],
  ['an area that there is not', 'stays', { area: 'mu/nowhere' }, 400, 'area-unknown'],
  ['no area, where the role wants one', 'stays', { role: 'grid-leader', area: 'mu' }, 400, 'area-missing'],
  ['an area that the role cannot have', 'stays', { role: 'grid-member' }, 409, 'area-not-of-role'],
  ['one’s own role', 'operator', { role: 'auditor' }, 409, 'own-role-or-area'],
  ['one’s own area', 'operator', { area: 'mu/dongguan' }, 409, 'own-role-or-area'],
  ['a role that there is not', 'stays', { role: 'mayor' }, 400, 'malformed'],
  ['a name of nothing', 'stays', { name: ' ' }, 400, 'malformed'],
  ['nothing', 'stays', {}, 400, 'malformed'],
  ['what is not of an account', 'stays', { name: 'x', password }, 400, 'malformed'],
])('%s is refused, and nothing is changed', async (_, account, body, status, code) => {
  const stays = { account: 'stays', role: 'verifier', area: 'mu/dongguan', name: '赵敏' };
  await town().post('operator', '/api/v1/accounts', stays);
  const before = await standsAs(account);
  expect(await change(account, body)).toMatchObject({ status, body: { code } });
  expect(await standsAs(account)).toEqual(before);
});

test('an operator changes their own name, and no operator of a part of the town changes anybody', async () => {
  expect((await change('operator', { name: '孙平', role: 'operator', area: 'mu' })).body).toMatchObject({
    name: '孙平',
  });
  await add('of-a-part', { role: 'operator', area: 'mu/dongguan' });
  const cookie = await cookieOf('of-a-part');
  for (const account of ['operator', 'of-a-part'])
    expect(await change(account, { name: 'x' }, { cookie })).toMatchObject({
      status: 403,
      body: { code: 'not-your-area' },
    });
});
