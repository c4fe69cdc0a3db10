/** How a resident comes to their own case by its number and its code, without an account. */
import { afterEach, expect, test } from '@jest/globals';
import { ask, itemsOf } from './http.js';
import { openSampleTown, riverHeadMember, type SampleTown } from './sample-town.js';

const towns: SampleTown[] = [];
afterEach(async () => {
  for (const town of towns.splice(0)) await town.close();
});

const openTown = async () => {
  const town = await openSampleTown('2026-03-02T09:00:00+08:00', { limits: { 'sign-ins': 1_000 } });
  towns.push(town);
  return town;
};

const demand = { menuItem: 'sanitation', words: 'The bin is full.', phone: '13800138000' };

const register = async (town: SampleTown, key: string) => {
  const { status, body } = await town.post('hotline-clerk', '/api/v1/cases', demand, {
    'idempotency-key': key,
  });
  expect(status).toBe(201);
  return { id: String(body['caseId']), number: String(body['number']), code: String(body['queryCode']) };
};

const show = (town: SampleTown, number: string, code: string) =>
  ask(town.url, { method: 'POST', path: '/api/v1/case-access', body: { number, code } });

test('the answer of the registration says the code, also when it is sent again, and no other answer does', async () => {
  const town = await openTown();
  const one = await register(town, 'one');
  expect(one.code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{2}$/);
  expect(await register(town, 'one')).toEqual(one);
  expect((await register(town, 'two')).code).not.toBe(one.code);
  for (const path of [`/api/v1/cases/${one.id}`, `/api/v1/timelines/${one.id}`, '/api/v1/cases'])
    expect(JSON.stringify(await town.read('hotline-clerk', path))).not.toContain(one.code);
});

test('with number and code a resident withdraws their own case, and does nothing else', async () => {
  const town = await openTown();
  const [own, other] = [await register(town, 'one'), await register(town, 'two')];
  const typed = own.code.toLowerCase().replaceAll('-', ' ');
  const { status, body } = await show(town, ` ${own.number} `, typed);
  expect([status, body['caseId'], body['number'], body['expiresAt']]).toEqual([
    201,
    own.id,
    own.number,
    '2026-03-02T10:00:00+08:00',
  ]);
  const token = String(body['token']);
  const withdraw = (id: string) => town.send(token, `/api/v1/cases/${id}/withdraw`, {});
  expect(await withdraw(other.id)).toMatchObject({ status: 403, body: { code: 'not-your-case' } });
  expect(await town.send(token, '/api/v1/cases', demand)).toMatchObject({ status: 403 });
  for (const path of ['/api/v1/cases', `/api/v1/cases/${own.id}`, '/api/v1/sessions/current'])
    expect((await ask(town.url, { method: 'GET', who: token, path })).status).toBe(403);
  expect(await withdraw(own.id)).toMatchObject({ status: 200, body: { state: 'withdrawn' } });
  await town.until('2026-03-02T10:00:00+08:00');
  expect((await withdraw(own.id)).status).toBe(401);
});

test('a wrong code and a number that is none are answered alike, and an id opens nothing', async () => {
  const town = await openTown();
  const own = await register(town, 'one');
  const answers = [
    await show(town, own.number, 'AAAA-AAAA-AA'),
    await show(town, 'mu-2026-999999', own.code),
    await show(town, own.id, own.code),
  ].map(({ body }) => body);
  expect(answers[0]).toMatchObject({ status: 401, code: 'case-code-wrong' });
  expect([answers[1], answers[2]]).toEqual([answers[0], answers[0]]);
});

test('after ten wrong codes nothing is tried for a while, whether there is such a case or not', async () => {
  const town = await openTown();
  const own = await register(town, 'one');
  for (const number of [own.number, 'mu-2026-999999']) {
    for (let nth = 0; nth < 10; nth++)
      expect([nth, (await show(town, number, `AAAA-AAAA-${nth}A`)).status]).toEqual([nth, 401]);
    const locked = await show(town, number, own.code);
    expect(locked).toMatchObject({ status: 429, body: { code: 'case-access-locked' } });
    expect(locked.headers.get('retry-after')).toBe('900');
  }
  await town.until('2026-03-02T09:15:00+08:00');
  expect((await show(town, own.number, own.code)).status).toBe(201);
  const { items } = await town.read('auditor', '/api/v1/sign-ins?what=case-locked');
  expect(itemsOf({ items }).map(({ about }) => about)).toEqual([null, own.id]);
});

test('the code opens nothing any more once the resident was erased', async () => {
  const town = await openTown();
  const own = await register(town, 'one');
  await town.post('operator', `/api/v1/cases/${own.id}/erase-person`, { reason: 'asked-for' });
  expect(await show(town, own.number, own.code)).toMatchObject({ status: 401 });
});

test('the code of a case that turned out to be somebody else’s opens nothing of theirs', async () => {
  const town = await openTown();
  const own = await register(town, 'one');
  const token = String((await show(town, own.number, own.code)).body['token']);
  const additions = `/api/v1/cases/${own.id}/additions`;
  const read = () => ask(town.url, { method: 'GET', who: token, path: additions });
  expect((await read()).status).toBe(200);
  const corrected = { reason: 'wrong-person', phone: '13900139000', name: '周敏' };
  expect(
    (await town.send('hotline-clerk', `/api/v1/cases/${own.id}/reclassify`, corrected)).body['code'],
  ).toBeUndefined();
  await town.settle();
  expect(await read()).toMatchObject({ status: 403, body: { code: 'not-your-case' } });
  expect(await town.send(token, `/api/v1/cases/${own.id}/withdraw`, {})).toMatchObject({ status: 403 });
});

test('the code opens the case as before where only the name of who asked was put right', async () => {
  const town = await openTown();
  const own = await register(town, 'one');
  const token = String((await show(town, own.number, own.code)).body['token']);
  const mine = () => ask(town.url, { method: 'GET', who: token, path: `/api/v1/my-case?caseId=${own.id}` });
  const before = await mine();
  expect(before.body['words']).toEqual(expect.any(String));
  await town.send('hotline-clerk', `/api/v1/cases/${own.id}/reclassify`, {
    reason: 'wrong-person',
    name: '周敏',
  });
  await town.settle();
  expect(await mine()).toMatchObject({ status: 200, body: { words: before.body['words'] } });
  const additions = { method: 'GET', who: token, path: `/api/v1/cases/${own.id}/additions` } as const;
  expect((await ask(town.url, additions)).status).toBe(200);
});

test('whoever may be asked to handle a case is not told its code: they could rate it themselves', async () => {
  const town = await openTown();
  const { status, body } = await town.post(riverHeadMember, '/api/v1/cases', demand, {
    'idempotency-key': 'own',
  });
  expect([status, body['queryCode']]).toEqual([201, undefined]);
});

test('the code of a case that was somebody else’s by mistake opens it again', async () => {
  const town = await openTown();
  const own = await register(town, 'one');
  const token = String((await show(town, own.number, own.code)).body['token']);
  const mine = () => ask(town.url, { method: 'GET', who: token, path: `/api/v1/my-case?caseId=${own.id}` });
  const noted = async (phone: string) => {
    const corrected = { reason: 'wrong-person', phone };
    await town.post('hotline-clerk', `/api/v1/cases/${own.id}/reclassify`, corrected);
    await town.settle();
  };
  const before = await mine();
  await noted('13900139002');
  expect((await mine()).body['words']).toBeNull();
  await noted(demand.phone);
  expect((await mine()).body['words']).toBe(before.body['words']);
  expect(before.body['words']).toEqual(expect.any(String));
});
