/** A resident without an account asks the town for something, and can do nothing else. */
import { createRequire } from 'node:module';
import { afterEach, expect, test } from '@jest/globals';
import type { Sharp } from 'sharp';
import { ask, type Json } from './http.js';
import { atRiverHead, openSampleTown, type SampleTown } from './sample-town.js';

// It is intake's own: the journeys take it from where intake does.
const fromIntake = createRequire(new URL('../../services/intake/package.json', import.meta.url));
const sharp = fromIntake('sharp') as (input: unknown) => Sharp;

const towns: SampleTown[] = [];
afterEach(async () => {
  for (const town of towns.splice(0)) await town.close();
});

const openTown = async (limits: Readonly<Record<string, number>> = {}) => {
  const town = await openSampleTown('2026-03-02T09:00:00+08:00', { limits });
  towns.push(town);
  return town;
};

const come = (town: SampleTown) => ask(town.url, { method: 'POST', path: '/api/v1/visits', body: {} });
const visitor = async (town: SampleTown) => String((await come(town)).body['token']);

const demand = { menuItem: 'sanitation', words: 'The bin is full.', place: atRiverHead };

const sendPhoto = async (town: SampleTown, token: string) => {
  const png = await sharp({ create: { width: 8, height: 8, channels: 3, background: '#448' } })
    .png()
    .toBuffer();
  const response = await fetch(`${town.url}/api/v1/photos`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'image/png', 'idempotency-key': 'photo' },
    body: png,
  });
  return { status: response.status, body: (await response.json()) as Json };
};

test('a visitor registers a demand with a photo, and comes to the case by the code that they are told', async () => {
  const town = await openTown();
  const { status, body } = await come(town);
  expect([status, body['expiresAt']]).toEqual([201, '2026-03-02T10:00:00+08:00']);
  const token = String(body['token']);
  const photo = await sendPhoto(town, token);
  expect(photo.status).toBe(201);
  const asked = await town.post(token, '/api/v1/cases', { ...demand, phone: '13800138000', name: '周敏' });
  expect(asked).toMatchObject({ status: 201, body: { channel: 'portal' } });
  const { caseId, number, queryCode: code } = asked.body;
  const additions = `/api/v1/cases/${String(caseId)}/additions`;
  const photoId = String(photo.body['photoId']);
  expect((await town.post(token, additions, { photoIds: [photoId] })).status).toBe(200);
  const shown = await ask(town.url, { method: 'POST', path: '/api/v1/case-access', body: { number, code } });
  const own = await town.read(String(shown.body['token']), '/api/v1/my-case');
  expect(own).toMatchObject({ words: demand.words, additions: [{ id: photoId, kind: 'photo' }] });
  const words = await town.read('hotline-clerk', `/api/v1/cases/${String(caseId)}/words?purpose=answering`);
  expect(words['contact']).toEqual({ phone: '13800138000', name: '周敏' });
});

test('what a visitor has sent under one key is one case, and another visitor’s under the same key another', async () => {
  const town = await openTown();
  const [one, other] = [await visitor(town), await visitor(town)];
  const send = async (token: string) =>
    (await town.post(token, '/api/v1/cases', demand, { 'idempotency-key': 'same' })).body['caseId'];
  const first = await send(one);
  expect(await send(one)).toBe(first);
  expect(await send(other)).not.toBe(first);
});

test('a visit opens nothing but that: not even the case that came of it', async () => {
  const town = await openTown();
  const [one, other] = [await visitor(town), await visitor(town)];
  const caseId = String((await town.post(one, '/api/v1/cases', demand)).body['caseId']);
  for (const [path, body] of [
    [`/api/v1/cases/${caseId}/withdraw`, {}],
    [
      `/api/v1/cases/${caseId}/ratings`,
      { response: 'responded', resolution: 'solved', satisfaction: 'satisfied' },
    ],
    ['/api/v1/disputes', {}],
    ['/api/v1/tokens', {}],
  ] as const)
    expect([path, (await town.send(one, path, body)).status]).toEqual([path, 403]);
  for (const path of [
    '/api/v1/cases',
    `/api/v1/my-case?caseId=${caseId}`,
    `/api/v1/cases/${caseId}/additions`,
    '/api/v1/interview-bookings',
    '/api/v1/sessions/current',
  ])
    expect([path, (await ask(town.url, { method: 'GET', who: one, path })).status]).toEqual([path, 403]);
  const added = await town.send(other, `/api/v1/cases/${caseId}/additions`, { words: 'Mine.' });
  expect(added).toMatchObject({ status: 403, body: { code: 'not-your-case' } });
  await town.until('2026-03-02T10:00:00+08:00');
  expect((await town.send(one, '/api/v1/cases', demand)).status).toBe(401);
});

test('visits are counted by address, and so is what visitors send: a new visit is no new allowance', async () => {
  const town = await openTown({ visits: 3, 'resident-writes': 2 });
  const tokens = [await visitor(town), await visitor(town), await visitor(town)];
  expect(await come(town)).toMatchObject({ status: 429, body: { code: 'too-many-requests' } });
  const answers = [];
  for (const token of tokens) answers.push((await town.send(token, '/api/v1/cases', demand)).status);
  expect(answers).toEqual([201, 201, 429]);
});

test('whoever visits from an address takes nobody there their tries to sign in, and the other way round', async () => {
  const town = await openTown({ visits: 1, 'sign-ins': 2 });
  const tryTo = async (path: string, body: object) =>
    (await ask(town.url, { method: 'POST', path: `/api/v1/${path}`, body })).status;
  const signIn = () => tryTo('sessions', { account: 'nobody@mu', password: 'a guess of somebody' });
  expect([(await come(town)).status, (await come(town)).status]).toEqual([201, 429]);
  expect(await signIn()).toBe(401);
  // Opening an account by the demo is a sign-in as any other.
  expect(await tryTo('demo/sessions', { account: 'nobody@mu' })).toBe(404);
  expect([await signIn(), await tryTo('demo/sessions', { account: 'nobody@mu' })]).toEqual([429, 429]);
});

test('a visit that goes on under its own name is the same visitor: what was sent before is no second case', async () => {
  const town = await openTown();
  const visit = '5d2c9a52-6a4b-4f0e-9a53-0f2f9c1f8a11';
  const comeAs = (name: string) =>
    ask(town.url, { method: 'POST', path: '/api/v1/visits', body: { visit: name } });
  const send = async (token: unknown, words: string) =>
    ask(town.url, {
      ...{ method: 'POST', path: '/api/v1/cases', who: String(token) },
      headers: { 'idempotency-key': 'lost' },
      body: { ...demand, words },
    });
  const first = await send((await comeAs(visit)).body['token'], 'The bin is full.');
  expect(first.status).toBe(201);
  // Its answer was lost, and the visit is over meanwhile.
  await town.until('2026-03-02T11:30:00+08:00');
  const later = (await comeAs(visit)).body['token'];
  expect(await send(later, 'The bin is full.')).toMatchObject({
    status: 201,
    body: { number: first.body['number'], queryCode: first.body['queryCode'] },
  });
  expect(await send(later, 'The red bin is full.')).toMatchObject({
    status: 422,
    body: { code: 'same-id-other-content' },
  });
  const stranger = await send((await come(town)).body['token'], 'The bin is full.');
  expect(stranger.body['number']).not.toBe(first.body['number']);
  expect((await comeAs('me')).status).toBe(400);
  // Whoever has nothing to go on with sends nothing.
  expect((await ask(town.url, { method: 'POST', path: '/api/v1/visits' })).status).toBe(201);
});
