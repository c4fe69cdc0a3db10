/** A case has one state, by one name, wherever somebody reads it. */
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { called, nowhere, openSampleTown, riverHeadMember, type SampleTown, storyOf } from './sample-town.js';

let town: SampleTown;
beforeEach(async () => {
  town = await openSampleTown('2026-03-02T09:00:00+08:00');
});
afterEach(() => town.close());

type Called = Awaited<ReturnType<typeof called>>;

const desk = 'hotline-clerk';
const secretary = 'community-secretary@mu/dongguan';
const post = async (who: string, path: string, body: object = {}) => {
  const { status, body: answer } = await town.post(who, path, body);
  if (status !== 200) throw new Error(`${path} answered ${status}: ${JSON.stringify(answer)}`);
  return answer['state'];
};
const order = ({ id }: Called, what: string, body: object = {}, who = riverHeadMember) =>
  post(who, `/api/v1/orders/${id}/${what}`, body);
const command = ({ id }: Called, what: string, body: object = {}) =>
  post(desk, `/api/v1/cases/${id}/${what}`, body);

/** As the desk reads the case, in the list of cases, and over its timeline. */
const statesOf = async ({ id, number }: Called) => {
  const { state: atDesk } = await town.read(desk, `/api/v1/cases/${id}`);
  const rows = await town.list('auditor', '/api/v1/cases');
  const inList = rows.find((row) => row['number'] === number)?.['state'];
  const { state: inTimeline } = await storyOf(town, number);
  return { atDesk, inList, inTimeline };
};
const everywhere = (state: string) => ({ atDesk: state, inList: state, inTimeline: state });

test('from the first offer to the close', async () => {
  const it = await called(town);
  expect(await statesOf(it)).toEqual(everywhere('offered'));
  expect(await order(it, 'take')).toBe('taken');
  expect(await statesOf(it)).toEqual(everywhere('taken'));
  expect(await command(it, 'reclassify', { reason: 'wrong-urgency', urgency: 'urgent' })).toBe('taken');
  expect(await order(it, 'finish', { result: 'solved' })).toBe('finished');
  expect(await statesOf(it)).toEqual(everywhere('finished'));
  expect(await command(it, 'close', { outcome: 'done' })).toBe('closed');
  expect(await statesOf(it)).toEqual(everywhere('closed'));
});

test('on nobody’s land, and when the arbiter has decided', async () => {
  const it = await called(town, nowhere);
  expect(await statesOf(it)).toEqual(everywhere('with-arbiter'));
  expect(await order(it, 'arbitrate', { microGrid: 'hetou-1-a' }, secretary)).toBe('offered');
  expect(await statesOf(it)).toEqual(everywhere('offered'));
});

test('returned once and twice', async () => {
  const it = await called(town);
  await order(it, 'return', { reason: 'not-my-power' });
  expect(await statesOf(it)).toEqual(everywhere('offered'));
  const neighbour = 'grid-member@mu/dongguan/hetou/hetou-1/hetou-1-b';
  await order(it, 'take', {}, neighbour);
  await order(it, 'return', { reason: 'not-my-area' }, neighbour);
  expect(await statesOf(it)).toEqual(everywhere('with-arbiter'));
});

test('declined and withdrawn', async () => {
  const [declined, withdrawn] = [await called(town), await called(town)];
  expect(await command(declined, 'decline', { reason: 'before-a-court', door: 'county-court' })).toBe(
    'declined',
  );
  expect(await statesOf(declined)).toEqual(everywhere('declined'));
  expect(await command(withdrawn, 'withdraw')).toBe('withdrawn');
  expect(await statesOf(withdrawn)).toEqual(everywhere('withdrawn'));
});

test('a registration that is sent again is answered as before', async () => {
  const body = { menuItem: 'sanitation', words: 'The bin is full.', place: { lat: 36.373, lon: 119.744 } };
  const key = { 'idempotency-key': 'the-bin' };
  const first = await town.post(desk, '/api/v1/cases', body, key);
  expect(first.body['state']).toBe('registered');
  const again = await town.post(desk, '/api/v1/cases', body, key);
  expect(again.body['state']).toBe('registered');
});
