/** Corrections while people are at work: who keeps an order, who gets it, and who is asked, in everybody's eyes. */
import { afterEach, expect, test } from '@jest/globals';
import { ask } from './http.js';
import {
  called,
  nowhere,
  openSampleTown,
  packWithOneInGrid,
  riverHeadMember,
  samplePack,
  type SampleTown,
  storyOf,
} from './sample-town.js';

let town: SampleTown;
afterEach(() => town.close());

const near = 'community-secretary@mu/dongguan';
const far = 'community-secretary@mu/nanyuan';
const committee = 'village-committee@mu/dongguan/hetou';
const willowGrove = { lat: 36.381, lon: 119.762 };
const otherSide = 'grid-member@mu/nanyuan/liulin/liulin-1/liulin-1-a';

const open = async (pack = samplePack) => {
  town = await openSampleTown('2026-03-02T09:00:00+08:00', { pack });
};
const post = async (who: string, path: string, body: object = {}) => {
  const answer = await town.post(who, path, body);
  return [answer.status, answer.body['code'] ?? answer.body['state']];
};
const correct = (id: string, body: object) => post('hotline-clerk', `/api/v1/cases/${id}/reclassify`, body);
const take = (id: string) => post(riverHeadMember, `/api/v1/orders/${id}/take`);
const giveTo = (who: string, id: string, microGrid: string, member?: string) =>
  post(who, `/api/v1/orders/${id}/arbitrate`, { microGrid, ...(member === undefined ? {} : { member }) });
const order = (id: string) => town.read('auditor', `/api/v1/orders/${id}`);
const typesOf = async (number: string) => (await storyOf(town, number)).timeline.map(({ type }) => type);
const waitingFor = async (who: string) => {
  const { body } = await ask(town.url, { method: 'GET', path: '/api/v1/escalations', who });
  return [...new Set((body['items'] as readonly { clock: string }[]).map(({ clock }) => clock))];
};

test('the phone of a decided order is corrected: its holder goes on, and nobody is asked to decide again', async () => {
  await open();
  const { id, number } = await called(town, nowhere);
  await giveTo(near, id, 'hetou-1-a');
  await take(id);
  await correct(id, { reason: 'wrong-person', phone: '13800138000' });
  await town.until('2026-03-02T16:00:00+08:00');

  expect(await order(id)).toMatchObject({ state: 'taken', microGrid: 'hetou-1-a', forArbiter: false });
  expect(await waitingFor(near)).toEqual([]);
  expect((await typesOf(number)).filter((type) => type.startsWith('sla-timer.case-'))).toEqual([]);
});

test('the urgency of what a committee has given to somebody else is corrected: it stays there', async () => {
  await open();
  const { id } = await called(town);
  await town.until('2026-03-02T15:10:00+08:00');
  expect(await giveTo(committee, id, 'hetou-1-b')).toEqual([200, 'offered']);
  await correct(id, { reason: 'wrong-urgency', urgency: 'urgent' });
  expect(await order(id)).toMatchObject({ microGrid: 'hetou-1-b', urgency: 'urgent', leg: 3 });
});

test('somebody is erased, and then the urgency corrected: the order stays with its holder', async () => {
  await open();
  const { id } = await called(town);
  await post('operator', `/api/v1/cases/${id}/erase-person`, { reason: 'asked-for' });
  await correct(id, { reason: 'wrong-urgency', urgency: 'urgent' });
  expect(await order(id)).toMatchObject({ state: 'offered', microGrid: 'hetou-1-a', urgency: 'urgent' });
});

test('what was taken, and lies in another community by a correction, is given there by the secretary who was asked', async () => {
  await open();
  const { id } = await called(town);
  await take(id);
  await correct(id, { reason: 'wrong-place', place: willowGrove });
  expect(await order(id)).toMatchObject({ state: 'taken', forArbiter: true });
  const words = `/api/v1/cases/${id}/words?purpose=verification`;
  const reading = async (who: string) => (await ask(town.url, { method: 'GET', path: words, who })).status;
  expect([await reading(near), await reading(far)]).toEqual([200, 403]);
  expect(await giveTo(far, id, 'liulin-1-a')).toEqual([403, 'not-your-area']);
  expect(await giveTo(near, id, 'liulin-1-a')).toEqual([200, 'offered']);
  expect(await order(id)).toMatchObject({ microGrid: 'liulin-1-a', forArbiter: false });
  await town.settle();
  expect(await reading(near)).toBe(403);
});

test('what was taken, and lies elsewhere by a correction, goes there when it is returned', async () => {
  await open();
  const { id } = await called(town);
  await take(id);
  await correct(id, { reason: 'wrong-place', place: willowGrove });
  await post(riverHeadMember, `/api/v1/orders/${id}/return`, { reason: 'not-my-area' });
  expect(await order(id)).toMatchObject({ state: 'offered', microGrid: 'liulin-1-a', leg: 2 });
});

test('while the secretary is asked, a correction of something else neither ends nor renews their time', async () => {
  await open();
  const { id } = await called(town);
  await take(id);
  await correct(id, { reason: 'wrong-place', place: willowGrove });
  await town.until('2026-03-02T11:00:00+08:00');
  await correct(id, { reason: 'wrong-person', phone: '13800138000' });
  expect(await order(id)).toMatchObject({ state: 'taken', forArbiter: true });

  await town.until('2026-03-02T15:01:00+08:00');
  expect(await waitingFor(near)).toEqual(['arbitrate/1/1']);
  expect(await waitingFor('town-leader')).toEqual(['arbitrate/1/1']);
});

test('a correction that is taken back leaves nothing for the secretary to decide', async () => {
  await open();
  const { id, number } = await called(town);
  await take(id);
  await correct(id, { reason: 'wrong-place', place: willowGrove });
  await town.until('2026-03-02T09:05:00+08:00');
  await correct(id, { reason: 'wrong-place', place: { lat: 36.373, lon: 119.744 } });
  expect(await order(id)).toMatchObject({ state: 'taken', forArbiter: false });

  await town.until('2026-03-03T09:00:00+08:00');
  expect(await waitingFor(near)).toEqual([]);
  // They were asked at once, and are told that it is settled; nobody is told that it is late.
  expect((await typesOf(number)).filter((type) => /case-warned|case-escalated/.test(type))).toEqual([
    'sla-timer.case-warned.v2',
  ]);
});

test('whoever was told that it is late may give it to somebody else of their own, while it is late', async () => {
  await open(packWithOneInGrid());
  const { id } = await called(town);
  await town.until('2026-03-02T15:10:00+08:00');
  expect(await giveTo(committee, id, 'hetou-1-a')).toEqual([409, 'already-theirs']);
  expect(await giveTo(committee, id, 'hetou-2-a', otherSide)).toEqual([409, 'not-on-duty']);
  await take(id);
  expect(await giveTo(committee, id, 'hetou-2-a')).toEqual([409, 'not-before-arbiter']);
});
