/** A resident asks to be forgotten, in a real town, from the command line. */
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { ask, type Json } from './http.js';
import { clearAway, newHome, patienceMs, startTown, type Town, until } from './real-town.js';

jest.setTimeout(patienceMs);

let town: Town;
let clerk: string;

beforeAll(async () => {
  town = await startTown({ MULIN_HOME: newHome() });
  clerk = String((await town.mulin('token', '--role', 'hotline-clerk')).json['token']);
});
afterAll(clearAway);

const called = async (phone: string, words: string): Promise<Json> => {
  const { status, body } = await ask(town.url, {
    method: 'POST',
    path: '/api/v1/cases',
    who: clerk,
    body: { menuItem: 'sanitation', words, place: { lat: 36.373, lon: 119.744 }, phone, name: 'Mrs Li' },
  });
  expect(status).toBe(201);
  return body;
};
const wordsOf = async ({ caseId }: Json) =>
  (
    await ask(town.url, {
      method: 'GET',
      path: `/api/v1/cases/${String(caseId)}/words?purpose=answering`,
      who: clerk,
    })
  ).body;
const storyOf = ({ number }: Json) => town.mulin('case', String(number));
const erase = (number: string, reason = 'asked-for') =>
  town.mulin('erase', '--case', number, '--reason', reason);

test('mulin erase leaves the events and takes the words, place and contact of one person, once', async () => {
  const [first, second, neighbour] = [
    await called('0532 555 0101', 'The bin by the east gate is full.'),
    await called('05325550101', 'It still is.'),
    await called('0532 555 0102', 'The lamp at the west gate is dark.'),
  ];
  for (const it of [first, second, neighbour])
    await until(
      'the case is round the loop',
      () => storyOf(it),
      ({ json }) => JSON.stringify(json).includes('take/1/1'),
    );
  const before = await storyOf(first);

  const number = String(first['number']);
  expect(await erase(number)).toMatchObject({
    code: 0,
    json: { caseId: first['caseId'], number, erased: true, reason: 'asked-for' },
  });
  const nothing = { words: null, place: null, contact: null };
  expect([await wordsOf(first), await wordsOf(second)]).toEqual([nothing, nothing]);
  expect(await wordsOf(neighbour)).toMatchObject({
    words: 'The lamp at the west gate is dark.',
    contact: { phone: '0532 555 0102', name: 'Mrs Li' },
  });
  // The story goes on, and says that it was done.
  const after = await until(
    'the erasure is in the history',
    () => storyOf(first),
    ({ json }) => JSON.stringify(json).includes('person-erased'),
  );
  const timeline = after.json['timeline'] as readonly Json[];
  expect(timeline.at(-1)).toMatchObject({ type: 'intake.person-erased.v1', actor: 'local-operator' });
  expect({ ...after.json, timeline: timeline.slice(0, -1) }).toEqual(before.json);

  const again = await erase(String(second['number']), 'no-longer-needed');
  expect(again).toMatchObject({ code: 0, json: { erased: false, reason: 'asked-for' } });
  expect(await wordsOf(await called('0532 555 0101', 'Somebody new.'))).toMatchObject({
    words: 'Somebody new.',
  });
  expect(await wordsOf(first)).toEqual(nothing);

  const auditor = String((await town.mulin('token', '--role', 'auditor')).json['token']);
  const { body } = await ask(town.url, { method: 'GET', path: '/api/v1/erasures', who: auditor });
  expect(body).toMatchObject({
    items: [{ caseId: first['caseId'], number, reason: 'asked-for' }],
    next: null,
  });

  expect(await erase('mu-1999-000001')).toMatchObject({ code: 2, err: /No case mu-1999-000001 is known/ });
  expect(await erase(number, 'because')).toMatchObject({ code: 2 });
});
