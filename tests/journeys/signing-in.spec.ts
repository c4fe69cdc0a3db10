/** How people sign in and out in a browser, and what is on record of it. */
import { afterEach, describe, expect, test } from '@jest/globals';
import { type Answered, ask, type Headers, itemsOf } from './http.js';
import { openSampleTown, type SampleTown } from './sample-town.js';

const start = '2026-03-02T09:00:00+08:00';
const clerk = 'li-wei';
const password = 'correct horse battery';
const sessions = '/api/v1/sessions';
const current = `${sessions}/current`;

const towns: SampleTown[] = [];
afterEach(async () => {
  for (const town of towns.splice(0)) await town.close();
});

/** A town with a clerk who has a password. */
const openTown = async () => {
  const town = await openSampleTown(start, { limits: { 'sign-ins': 1_000 } });
  towns.push(town);
  const add = { account: clerk, role: 'hotline-clerk', name: '李薇' };
  expect(await town.post('operator', '/api/v1/accounts', add)).toMatchObject({ status: 201 });
  expect(await setPassword(town, 'operator', { password })).toMatchObject({ status: 200 });
  return town;
};

const setPassword = (town: SampleTown, who: string, body: object, account = clerk) =>
  ask(town.url, { method: 'PUT', who, path: `/api/v1/accounts/${account}/password`, body });

const signIn = (town: SampleTown, given: object = {}, headers: Headers = {}): Promise<Answered> =>
  ask(town.url, { method: 'POST', path: sessions, body: { account: clerk, password, ...given }, headers });

const cookieIn = ({ headers }: Answered): string => headers.get('set-cookie')?.split(';', 1)[0] ?? '';

const withCookie = (
  town: SampleTown,
  cookie: string,
  call: { method?: string; path: string; body?: object },
) => ask(town.url, { method: 'GET', ...call, headers: { cookie } });

const register = { menuItem: 'sanitation', words: 'The bin is full.' };

describe('A clerk', () => {
  test('signs in, is known by the cookie, registers a demand, and signs out', async () => {
    const town = await openTown();
    const answered = await signIn(town);
    expect(answered).toMatchObject({
      status: 201,
      body: {
        account: clerk,
        role: 'hotline-clerk',
        area: 'mu',
        name: '李薇',
        until: '2026-03-02T21:00:00+08:00',
      },
    });
    const header = answered.headers.get('set-cookie') ?? '';
    expect(header).toMatch(/^mulin-session=[\w-]{43}; Path=\/; Max-Age=43200; HttpOnly; SameSite=Strict$/);
    const cookie = cookieIn(answered);
    expect((await withCookie(town, cookie, { path: current })).body).toEqual(answered.body);
    const registered = await ask(town.url, {
      method: 'POST',
      path: '/api/v1/cases',
      body: register,
      headers: { cookie, 'idempotency-key': 'one' },
    });
    expect(registered.status).toBe(201);

    const out = await withCookie(town, cookie, { method: 'DELETE', path: current });
    expect([out.status, out.headers.get('set-cookie')]).toEqual([
      200,
      'mulin-session=; Path=/; Max-Age=0; HttpOnly; SameSite=Strict',
    ]);
    expect((await withCookie(town, cookie, { path: current })).status).toBe(401);
  });

  test('is asked again after an hour without a request, and after twelve hours whatever they did', async () => {
    const town = await openTown();
    const [idle, busy] = [cookieIn(await signIn(town)), cookieIn(await signIn(town))];
    const isIn = async (cookie: string) => (await withCookie(town, cookie, { path: current })).status === 200;
    await town.until('2026-03-02T09:45:00+08:00');
    expect(await isIn(busy)).toBe(true);
    await town.until('2026-03-02T10:00:00+08:00');
    expect([await isIn(idle), await isIn(busy)]).toEqual([false, true]);
    for (let hour = 10; hour < 21; hour++)
      for (const minute of ['30', '59']) {
        await town.until(`2026-03-02T${hour}:${minute}:00+08:00`);
        expect([hour, minute, await isIn(busy)]).toEqual([hour, minute, true]);
      }
    await town.until('2026-03-02T21:00:00+08:00');
    expect(await isIn(busy)).toBe(false);
  });

  test('is asked again after an hour in which only a page or a stream has asked for them, and nobody acted', async () => {
    const town = await openTown();
    const marks: readonly Headers[] = [{ 'mulin-polling': '1' }, { accept: 'text/event-stream' }, {}];
    const signedIn: Headers[] = [];
    for (const mark of marks) signedIn.push({ ...mark, cookie: cookieIn(await signIn(town)) });
    const statusOf = async (headers: Headers) =>
      (await ask(town.url, { method: 'GET', path: current, headers })).status;
    const statuses = () => Promise.all(signedIn.map(statusOf));
    for (const minute of ['15', '30', '59']) {
      await town.until(`2026-03-02T09:${minute}:00+08:00`);
      expect(await statuses()).toEqual([200, 200, 200]);
    }
    await town.until('2026-03-02T10:00:00+08:00');
    expect(await statuses()).toEqual([401, 401, 200]);
  });

  test('changes their password with the old one, and has to sign in with the new one everywhere', async () => {
    const town = await openTown();
    const cookie = cookieIn(await signIn(town));
    const change = (body: object) =>
      withCookie(town, cookie, { method: 'PUT', path: `/api/v1/accounts/${clerk}/password`, body });
    const next = '换一个很长很长的新密码吧';
    const refused = [
      await change({ password: next }),
      await change({ password: next, oldPassword: 'not this one' }),
      await change({ password: 'short', oldPassword: password }),
      await change({ password: 'aaaaaaaaaaaaaaaa', oldPassword: password }),
      await change({ password: `${clerk}-${clerk}`, oldPassword: password }),
      await change({ password: 'x'.repeat(257), oldPassword: password }),
    ].map(({ status, body }) => [status, body['code']]);
    expect(refused).toEqual([
      [400, 'old-password-missing'],
      [403, 'old-password-wrong'],
      [400, 'password-too-short'],
      [400, 'password-too-plain'],
      [400, 'password-too-plain'],
      [400, 'password-too-long'],
    ]);
    expect((await change({ password: next, oldPassword: password })).status).toBe(200);
    expect((await withCookie(town, cookie, { path: current })).status).toBe(401);
    expect((await signIn(town)).status).toBe(401);
    expect((await signIn(town, { password: next })).status).toBe(201);
  });

  test('sets nobody else’s password; an operator does, and everybody signs in anew', async () => {
    const town = await openTown();
    const cookie = cookieIn(await signIn(town));
    expect((await setPassword(town, 'auditor', { password: 'a very long word' })).status).toBe(403);
    const unknown = await setPassword(town, 'operator', { password: 'a very long word' }, 'nobody');
    expect(unknown).toMatchObject({ status: 404, body: { code: 'account-unknown' } });
    expect((await setPassword(town, 'operator', { password: 'a very long word' })).status).toBe(200);
    expect((await withCookie(town, cookie, { path: current })).status).toBe(401);
  });

  test('who is disabled is out at once, and stays out when they are enabled again until they sign in', async () => {
    const town = await openTown();
    const cookie = cookieIn(await signIn(town));
    await town.post('operator', `/api/v1/accounts/${clerk}/disable`);
    expect(await withCookie(town, cookie, { path: current })).toMatchObject({
      status: 401,
      body: { code: 'session-account-disabled' },
    });
    expect(await signIn(town)).toMatchObject({ status: 403, body: { code: 'own-account-disabled' } });
    expect(await signIn(town, { password: 'a wrong one of many' })).toMatchObject({
      status: 401,
      body: { code: 'wrong-credentials' },
    });
    await town.post('operator', `/api/v1/accounts/${clerk}/enable`);
    expect(await withCookie(town, cookie, { path: current })).toMatchObject({
      status: 401,
      body: { code: 'not-signed-in' },
    });
    expect((await signIn(town)).status).toBe(201);
  });

  test('shows a token instead where they have one; with that there is nothing to sign out of', async () => {
    const town = await openTown();
    expect(await town.read('auditor', current)).toMatchObject({ account: 'auditor', until: null });
    const out = await ask(town.url, { method: 'DELETE', who: 'auditor', path: current });
    expect(out).toMatchObject({ status: 409, body: { code: 'no-session' } });
  });
});

describe('A page of another site', () => {
  const from = async (headers: Headers, given: { method?: string; path?: string } = {}) => {
    const town = towns[0] ?? (await openTown());
    const cookie = cookieIn(await signIn(town));
    const call = { method: 'POST', path: '/api/v1/cases', body: register, ...given };
    const { body: _, ...reading } = call;
    return ask(town.url, {
      ...(call.method === 'GET' ? reading : call),
      headers: { cookie, 'idempotency-key': Math.random().toString(36), ...headers },
    });
  };

  test('changes nothing with somebody’s session', async () => {
    const refused = { status: 403, body: { code: 'cross-site' } };
    expect(await from({ 'sec-fetch-site': 'cross-site' })).toMatchObject(refused);
    expect(await from({ 'sec-fetch-site': 'same-site' })).toMatchObject(refused);
    expect(await from({ origin: 'https://evil.example' })).toMatchObject(refused);
    expect(await from({ origin: 'null' })).toMatchObject(refused);
    const [own = ''] = towns.map(({ url }) => url);
    expect((await from({ 'sec-fetch-site': 'same-origin' })).status).toBe(201);
    expect((await from({ origin: own })).status).toBe(201);
    expect((await from({})).status).toBe(201);
    expect((await from({ 'sec-fetch-site': 'cross-site' }, { method: 'GET', path: current })).status).toBe(
      200,
    );
  });

  test('signs nobody in', async () => {
    const town = await openTown();
    expect(await signIn(town, {}, { 'sec-fetch-site': 'cross-site' })).toMatchObject({
      status: 403,
      body: { code: 'cross-site' },
    });
  });

  test('does nothing about a program, whose token no browser sends along', async () => {
    const town = await openTown();
    const sent = await town.send('hotline-clerk', '/api/v1/cases', register, {
      origin: 'https://app.example',
    });
    expect(sent.status).toBe(201);
  });
});

describe('Whoever guesses', () => {
  test('hears the same of accounts that are there, that are not, that have no password, and that are disabled', async () => {
    const town = await openTown();
    for (const account of ['no-password', 'disabled'])
      await town.post('operator', '/api/v1/accounts', { account, role: 'auditor' });
    await setPassword(town, 'operator', { password }, 'disabled');
    await town.post('operator', '/api/v1/accounts/disabled/disable');
    const answers: unknown[] = [];
    for (const account of [clerk, 'nobody', 'no-password', 'disabled'])
      answers.push((await signIn(town, { account, password: 'a wrong one of many' })).body);
    expect(answers[0]).toMatchObject({ code: 'wrong-credentials', status: 401 });
    expect(answers.slice(1)).toEqual([answers[0], answers[0], answers[0]]);
  });

  test('waits after five failures, longer each time, whether there is such an account or not', async () => {
    const town = await openTown();
    for (const account of [clerk, 'nobody']) {
      const wrong = () => signIn(town, { account, password: 'a wrong one of many' });
      for (let nth = 0; nth < 5; nth++) expect([nth, (await wrong()).status]).toEqual([nth, 401]);
      const locked = await wrong();
      expect(locked).toMatchObject({ status: 429, body: { code: 'sign-in-locked' } });
      expect(locked.headers.get('retry-after')).toBe('30');
    }
    expect((await signIn(town)).status).toBe(429);
    await town.until('2026-03-02T09:00:30+08:00');
    expect((await signIn(town, { password: 'a wrong one of many' })).status).toBe(401);
    expect((await signIn(town)).headers.get('retry-after')).toBe('60');
    await town.until('2026-03-02T09:01:30+08:00');
    expect((await signIn(town)).status).toBe(201);
    expect((await signIn(town, { password: 'a wrong one of many' })).status).toBe(401);
    expect((await signIn(town)).status).toBe(201);
  });

  test('guesses no more at once than one after the other', async () => {
    const town = await openTown();
    const wrong = Array.from({ length: 20 }, () => signIn(town, { password: 'a wrong one of many' }));
    const statuses = (await Promise.all(wrong)).map(({ status }) => status);
    expect(statuses.filter((status) => status === 401)).toHaveLength(5);
  });

  test('waits as an address, too, whichever accounts they try', async () => {
    const town = await openTown();
    for (let nth = 0; nth < 30; nth++) {
      const { status } = await signIn(town, { account: `somebody-${nth}`, password: 'a wrong one of many' });
      expect([nth, status]).toEqual([nth, 401]);
    }
    expect(await signIn(town)).toMatchObject({ status: 429, body: { code: 'sign-in-locked' } });
  });
});

test('An auditor reads who signed in and who failed, and no password, address or mistyped account', async () => {
  const town = await openTown();
  const cookie = cookieIn(await signIn(town));
  for (let nth = 0; nth < 5; nth++) await signIn(town, { password: 'a wrong one of many' });
  await signIn(town, { account: 'my-secret-by-mistake', password: 'a wrong one of many' });
  await withCookie(town, cookie, { method: 'DELETE', path: current });
  await setPassword(town, 'operator', { password: 'yet another long one' });
  await town.post('operator', `/api/v1/accounts/${clerk}/disable`);
  await town.post('operator', `/api/v1/accounts/${clerk}/enable`);

  const { items } = await town.read('auditor', '/api/v1/sign-ins');
  const told = itemsOf({ items }).map(({ what, about, by }) => [what, about, by]);
  const failed = ['sign-in-failed', clerk, null];
  expect(told.reverse()).toEqual([
    ['account-added', clerk, 'operator'],
    ['password-reset', clerk, 'operator'],
    ['signed-in', clerk, null],
    ...[1, 2, 3, 4, 5].map(() => failed),
    ['sign-in-locked', clerk, null],
    ['sign-in-failed', null, null],
    ['signed-out', clerk, null],
    ['password-reset', clerk, 'operator'],
    ['account-disabled', clerk, 'operator'],
    ['account-enabled', clerk, 'operator'],
  ]);
  const text = JSON.stringify(items);
  for (const hidden of ['my-secret', 'wrong one', '127.0.0.1', password]) expect(text).not.toContain(hidden);

  const page = await town.read('auditor', '/api/v1/sign-ins?what=sign-in-failed&about=li-wei&limit=2');
  expect(itemsOf(page)).toHaveLength(2);
  const rest = await town.read(
    'auditor',
    `/api/v1/sign-ins?what=sign-in-failed&about=li-wei&limit=9&cursor=${encodeURIComponent(String(page['next']))}`,
  );
  expect([itemsOf(rest).length, rest['next']]).toEqual([3, null]);
  const unknown = await ask(town.url, {
    method: 'GET',
    who: 'auditor',
    path: '/api/v1/sign-ins?about=nobody-at-all',
  });
  expect([unknown.status, unknown.body['code']]).toEqual([404, 'account-unknown']);
});
