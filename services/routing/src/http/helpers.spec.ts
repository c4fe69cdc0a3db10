/** Helpers who are called in beside a grid member: over HTTP. */
import { describe, expect, test } from '@jest/globals';
import { minute, plus } from '@mulin/kernel';
import { type Answer, call, everythingTold, inA, memory, now, registered } from './orders.testing.js';

type Told = Readonly<{ type: string; subject: string; time: string; data: Record<string, unknown> }>;

const toldOf = (caseId: string): readonly Told[] =>
  (memory.messages('mulin.routing') as readonly Told[]).filter(({ subject }) => subject === caseId);

const village = 'mu/dongguan/hetou';
const committee = `village-committee@${village}`;

/** Taken by the grid member of micro-grid a, who has called in the committee of the village. */
const called = async (body: object = {}): Promise<string> => {
  const id = await registered(inA);
  await call('a', `orders/${id}/take`, {});
  expect(await call('a', `orders/${id}/helpers`, { unit: village, ...body })).toMatchObject({
    status: 200,
    body: { state: 'taken', helpers: [{ call: 1, unit: village, member: committee, state: 'called' }] },
  });
  return id;
};

const idsIn = ({ body }: Answer) => (body['items'] as { caseId: string }[]).map(({ caseId }) => caseId);

test('the way of a helper: called, come, finished; and only then the work is finished', async () => {
  const id = await called();
  expect(await call('a', `orders/${id}/finish`, { result: 'solved' })).toMatchObject({
    status: 409,
    body: { code: 'helpers-not-done' },
  });
  const at = plus(now(), 2 * minute);
  expect(await call('committee', `orders/${id}/helpers/1/join`, { at })).toMatchObject({
    status: 200,
    body: { helpers: [{ state: 'joined' }] },
  });
  expect(await call('committee', `orders/${id}/helpers/1/finish`, {})).toMatchObject({
    status: 200,
    body: { state: 'taken', helpers: [{ state: 'finished' }] },
  });
  expect(await call('a', `orders/${id}/finish`, { result: 'solved' })).toMatchObject({ status: 200 });
  expect(toldOf(id).slice(2)).toMatchObject([
    {
      type: 'routing.helper-called.v1',
      time: now(),
      data: { call: 1, unit: village, member: committee, by: expect.stringContaining('hetou-1-a') },
    },
    { type: 'routing.helper-joined.v1', time: at, data: { call: 1, member: committee, timedBy: 'device' } },
    { type: 'routing.helper-finished.v1', time: at, data: { call: 1, member: committee } },
    {
      type: 'routing.order-finished.v1',
      data: { handlers: [expect.stringContaining('hetou-1-a'), committee] },
    },
  ]);
  // Whoever helped does not look whether it is done.
  expect(await call('committee', `orders/${id}/verify`, { outcome: 'confirmed' })).toMatchObject({
    status: 403,
    body: { code: 'verifies-own-work' },
  });
});

test('whoever was called in reads the order and its words as long as they help, and nobody else of their kind', async () => {
  const id = await called({ task: '请协助联系产权单位' });
  const reading = (who: string) => call(who, `orders/${id}/words?purpose=answering`);
  expect(await reading('committee')).toMatchObject({ status: 200, body: { words: 'the drain is blocked' } });
  expect(await reading('afar')).toMatchObject({ status: 403 });
  expect(idsIn(await call('committee', 'orders'))).toContain(id);
  expect(await everythingTold()).not.toContain('产权单位');
  await call('committee', `orders/${id}/helpers/1/join`, {});
  await call('committee', `orders/${id}/helpers/1/finish`, {});
  expect(await reading('committee')).toMatchObject({ status: 403, body: { code: 'not-your-order' } });
});

test('helpers of another part of the town see what they were called to, and lose sight of it', async () => {
  const far = 'mu/nanyuan/liulin';
  const id = await registered(inA);
  await call('a', `orders/${id}/take`, {});
  expect(await call('afar', `orders/${id}`)).toMatchObject({ status: 403 });
  await call('a', `orders/${id}/helpers`, { unit: far });
  expect(await call('afar', `orders/${id}`)).toMatchObject({ status: 200 });
  expect(idsIn(await call('afar', 'orders'))).toContain(id);
  await call('a', `orders/${id}/helpers/1/release`, { because: 'not-needed' });
  expect(await call('afar', `orders/${id}`)).toMatchObject({ status: 403 });
  expect(idsIn(await call('afar', 'orders'))).not.toContain(id);
});

test('volunteers of a village are called in by the path of it, and given no order', async () => {
  const id = await registered(inA);
  await call('a', `orders/${id}/take`, {});
  expect(await call('a', `orders/${id}/helpers`, { unit: `helpers:${village}` })).toMatchObject({
    status: 200,
    body: { helpers: [{ unit: `helpers:${village}`, member: 'volunteer-ding' }] },
  });
  expect(
    await call('a', `orders/${id}/hand-over`, { to: `helpers:${village}`, reason: 'needs-several' }),
  ).toMatchObject({ status: 404, body: { code: 'no-such-unit' } });
  expect(await call('volunteer', `orders/${id}/words?purpose=answering`)).toMatchObject({ status: 200 });
  expect(await call('volunteer', `orders/${id}/helpers/1/join`, {})).toMatchObject({ status: 200 });
  expect(await call('volunteer', `orders/${id}/helpers/1/finish`, {})).toMatchObject({ status: 200 });
  expect(await call('volunteer', `orders/${id}`)).toMatchObject({ status: 403 });
});

describe('Nothing is changed', () => {
  test.each([
    ['by a helper nobody has called', 'b', 'helpers/1/join', {}, 403, 'not-called'],
    ['by a number nobody has', 'committee', 'helpers/7/join', {}, 404, 'no-such-call'],
    ['by no number', 'committee', 'helpers/first/join', {}, 400, 'malformed'],
    ['by who has not come', 'committee', 'helpers/1/finish', {}, 409, 'not-joined'],
    ['by a resident', 'resident', 'helpers', { unit: village }, 403, 'not-allowed'],
    ['by calling a unit there is not', 'a', 'helpers', { unit: 'mu/nowhere' }, 404, 'no-such-unit'],
    ['by calling volunteers of nowhere', 'a', 'helpers', { unit: 'helpers:mu/nowhere' }, 404, 'no-such-unit'],
    ['by calling the same unit twice', 'a', 'helpers', { unit: village }, 409, 'already-called'],
    [
      'by calling where nobody is on duty',
      'a',
      'helpers',
      { unit: 'helpers:mu/nanyuan' },
      409,
      'nobody-in-unit',
    ],
    ['by calling nobody', 'a', 'helpers', {}, 400, 'malformed'],
    ['by calling for nothing', 'a', 'helpers', { unit: village, task: '  ' }, 400, 'malformed'],
    [
      'by overruling as the holder',
      'a',
      'helpers/1/release',
      { because: 'overruled' },
      403,
      'may-not-overrule',
    ],
    ['by releasing for no reason', 'a', 'helpers/1/release', {}, 400, 'malformed'],
    [
      'by releasing as if the case were over',
      'a',
      'helpers/1/release',
      { because: 'case-over' },
      400,
      'malformed',
    ],
    [
      'by releasing somebody else’s',
      'b',
      'helpers/1/release',
      { because: 'not-needed' },
      403,
      'not-your-order',
    ],
  ])('%s', async (_, who, path, body, status, code) => {
    const id = await called();
    const before = toldOf(id).length;
    const answer = await call(who, `orders/${id}/${path}`, body);
    expect(answer).toMatchObject({ status, body: { code } });
    expect(toldOf(id)).toHaveLength(before);
  });
});
