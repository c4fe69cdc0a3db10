/** Orders, as grid members, their leaders and the arbiter meet them: over HTTP. */
import { describe, expect, test } from '@jest/globals';
import { type Answer, call, grid, inA, memory, nowhere, registered } from './orders.testing.js';

const idsIn = ({ body }: Answer) => (body['items'] as { caseId: string }[]).map(({ caseId }) => caseId);

describe('The way of an order', () => {
  test('offered, taken with the version that was read, and finished', async () => {
    const id = await registered(inA);
    const read = await call('a', `orders/${id}`);
    expect(read.body).toMatchObject({ state: 'offered', microGrid: 'hetou-1-a', leg: 1, final: false });

    const taken = await call('a', `orders/${id}/take`, {}, { 'if-match': read.etag });
    expect(taken).toMatchObject({ status: 200, body: { state: 'taken' } });
    expect(
      await call('a', `orders/${id}/finish`, { result: 'solved' }, { 'if-match': read.etag }),
    ).toMatchObject({
      status: 412,
      body: { code: 'stale-version' },
    });
    const finished = await call('a', `orders/${id}/finish`, { result: 'solved' });
    expect(finished.body).toMatchObject({ state: 'finished', result: 'solved' });
    expect(
      memory.messages('mulin.routing').filter((it) => (it as { subject: string }).subject === id),
    ).toMatchObject([
      { type: 'routing.order-offered.v1' },
      { type: 'routing.order-taken.v1', data: { leg: 1 } },
      { type: 'routing.order-finished.v1' },
    ]);
  });

  test('the same request sent twice is one; with another body it is refused', async () => {
    const id = await registered(inA);
    const key = { 'idempotency-key': 'mine' };
    const first = await call('a', `orders/${id}/return`, { reason: 'not-my-area' }, key);
    const again = await call('a', `orders/${id}/return`, { reason: 'not-my-area' }, key);
    expect([first.status, again.status]).toEqual([200, 200]);
    expect(again.body).toEqual(first.body);
    expect(await call('a', `orders/${id}/return`, { reason: 'not-my-power' }, key)).toMatchObject({
      status: 422,
    });
  });

  test('returned, a neighbour stands in; returned again, the secretary decides for good', async () => {
    const id = await registered(inA);
    const once = await call('a', `orders/${id}/return`, { reason: 'not-my-area' });
    expect(once.body).toMatchObject({ state: 'offered', member: `grid-member@${grid}/hetou-1-b`, leg: 2 });
    const twice = await call('b', `orders/${id}/return`, { reason: 'needs-other-unit' });
    expect(twice.body).toMatchObject({
      state: 'with-arbiter',
      because: 'second-return',
      area: 'mu/dongguan',
    });

    expect(idsIn(await call('secretary', 'orders'))).toContain(id);
    expect(idsIn(await call('other', 'orders'))).not.toContain(id);
    expect(await call('other', `orders/${id}/arbitrate`, { microGrid: 'liulin-1-a' })).toMatchObject({
      status: 403,
    });

    const decided = await call('secretary', `orders/${id}/arbitrate`, { microGrid: 'hetou-1-a' });
    expect(decided.body).toMatchObject({
      state: 'offered',
      final: true,
      leg: 3,
      member: `grid-member@${grid}/hetou-1-a`,
    });
    expect(await call('a', `orders/${id}/return`, { reason: 'not-my-area' })).toMatchObject({
      status: 409,
      body: { code: 'decided-for-good' },
    });
    expect(idsIn(await call('secretary', 'orders'))).not.toContain(id);
  });

  test('what lies on nobody’s land waits before the nearest secretary', async () => {
    const id = await registered(nowhere);
    const { body } = await call('town', `orders/${id}`);
    expect(body).toMatchObject({
      state: 'with-arbiter',
      because: 'nobodys-land',
      area: 'mu/nanyuan',
      member: null,
    });
    expect(idsIn(await call('other', 'orders'))).toContain(id);
    const member = 'grid-member@mu/nanyuan/liulin/liulin-1/liulin-1-b';
    expect(await call('other', `orders/${id}/arbitrate`, { microGrid: 'liulin-1-a', member })).toMatchObject({
      status: 200,
      body: { microGrid: 'liulin-1-a', member, leg: 1 },
    });
  });

  test.each([
    ['an office', 'office:urban-works', /^worker-xu$/],
    ['whoever leads there', 'mu/nanyuan/liulin', /@mu\/nanyuan\/liulin$/],
  ])('goes to %s where the secretary says so, and is theirs', async (_, unit, member) => {
    const id = await registered(nowhere);
    expect(await call('other', `orders/${id}/arbitrate`, { microGrid: 'liulin-1-a', unit })).toMatchObject({
      status: 200,
      body: { microGrid: 'liulin-1-a', member: expect.stringMatching(member), final: true },
    });
    const { body } = await call('other', `orders/${id}/legs`);
    expect(body).toMatchObject({ cycles: [{ legs: [{ unit, because: 'decided' }] }] });
  });

  test.each([
    ['a unit that is not there', { unit: 'office:atlantis' }, 404, 'no-such-unit'],
    ['a unit that leads elsewhere', { unit: 'mu/dongguan/hetou' }, 404, 'no-such-unit'],
    [
      'somebody who is not of that unit',
      { unit: 'office:urban-works', member: 'passer-by' },
      409,
      'not-on-duty',
    ],
    [
      'somebody who does not lead there',
      { unit: 'mu/nanyuan/liulin', member: 'passer-by' },
      409,
      'not-on-duty',
    ],
  ])('and does not go to %s', async (_, more, status, code) => {
    const id = await registered(nowhere);
    expect(await call('other', `orders/${id}/arbitrate`, { microGrid: 'liulin-1-a', ...more })).toMatchObject(
      {
        status,
        body: { code },
      },
    );
  });

  test.each([
    ['a unit', { unit: 'office:urban-works' }, /in that unit/, /科室或单位/],
    ['a micro-grid', {}, /in your area/, /网格/],
  ])('whoever is not on duty in %s is said to be so there', async (_, where, en, zh) => {
    const id = await registered(nowhere);
    const sentence = async (language: string) => {
      const sent = { microGrid: 'liulin-1-a', member: 'passer-by', ...where };
      const { body } = await call('other', `orders/${id}/arbitrate`, sent, { 'accept-language': language });
      return body['detail'];
    };
    expect([await sentence('en'), await sentence('zh-CN')]).toEqual([
      expect.stringMatching(en),
      expect.stringMatching(zh),
    ]);
  });

  test('what has no place waits before the first secretary', async () => {
    const id = await registered(null);
    expect((await call('secretary', `orders/${id}`)).body).toMatchObject({ because: 'place-unknown' });
  });
});

describe('What was said', () => {
  const said = (who: string, id: string, purpose = 'answering') =>
    call(who, `orders/${id}/words?purpose=${purpose}`);
  const refused = { status: 403, body: { code: 'not-your-order' } };

  test('is opened for the present holder, with the purpose on record, and never told', async () => {
    const id = await registered(inA);
    const before = memory.readings().length;
    const all = { words: 'the drain is blocked', place: inA, contact: { phone: '0532-5550100' } };
    expect(await said('a', id)).toMatchObject({ status: 200, body: all });
    const reading = { service: 'routing', actor: `grid-member@${grid}/hetou-1-a`, purpose: 'answering' };
    expect(memory.readings().slice(before)).toMatchObject([reading, reading, reading]);

    await call('a', `orders/${id}/take`, {});
    expect(await said('a', id, 'call-back')).toMatchObject({ status: 200, body: all });
    expect(JSON.stringify(memory.messages('mulin.routing'))).not.toMatch(/wordsId|contactId|placeId/);
  });

  test('is opened for nobody else, and a refused reading is none', async () => {
    const id = await registered(inA);
    const before = memory.readings().length;
    for (const who of ['b', 'leader', 'secretary', 'other', 'town'])
      expect(await said(who, id)).toMatchObject(refused);
    expect(await said('resident', id)).toMatchObject({ status: 403, body: { code: 'not-allowed' } });
    expect(await said('a', id, 'routing')).toMatchObject({ status: 400, body: { code: 'malformed' } });
    expect(memory.readings()).toHaveLength(before);
  });

  test('goes with the order to whoever stands in, and is closed when it is finished', async () => {
    const id = await registered(inA);
    await call('a', `orders/${id}/return`, { reason: 'not-my-area' });
    expect(await said('a', id)).toMatchObject(refused);
    expect(await said('b', id)).toMatchObject({ status: 200, body: { words: 'the drain is blocked' } });
    await call('b', `orders/${id}/take`, {});
    await call('b', `orders/${id}/finish`, { result: 'solved' });
    expect(await said('b', id)).toMatchObject(refused);
  });

  test('is opened for the arbiter of that area while it is left to them', async () => {
    const id = await registered(nowhere);
    const shown = { status: 200, body: { words: 'the drain is blocked', place: nowhere } };
    expect(await said('other', id)).toMatchObject(shown);
    expect(await said('town', id)).toMatchObject(shown);
    expect(await said('secretary', id)).toMatchObject(refused);
    expect(await said('a', id)).toMatchObject(refused);

    await call('other', `orders/${id}/arbitrate`, { microGrid: 'liulin-1-a' });
    expect(await said('other', id)).toMatchObject(refused);
  });
});

describe('Who sees what', () => {
  test('a grid member their own; whoever leads, their area; nobody that of others', async () => {
    const id = await registered(inA);
    expect(idsIn(await call('a', 'orders'))).toContain(id);
    expect(idsIn(await call('b', 'orders?state=offered'))).not.toContain(id);
    expect(idsIn(await call('leader', 'orders?limit=200'))).toContain(id);
    expect(idsIn(await call('elsewhere', 'orders'))).not.toContain(id);
    expect(await call('b', `orders/${id}`)).toMatchObject({ status: 403, body: { code: 'not-your-order' } });
    expect(await call('elsewhere', `orders/${id}`)).toMatchObject({
      status: 403,
      body: { code: 'not-your-area' },
    });
    expect(await call('resident', 'orders')).toMatchObject({ status: 403 });
  });

  test('a grid member sees what they have to do, and what is done only when they ask for it', async () => {
    const [open, taken, finished] = [await registered(inA), await registered(inA), await registered(inA)];
    for (const id of [taken, finished]) await call('a', `orders/${id}/take`, {});
    await call('a', `orders/${finished}/finish`, { result: 'solved' });
    const asked = idsIn(await call('a', 'orders?limit=200'));
    expect(asked).toEqual(expect.arrayContaining([open, taken]));
    expect(asked).not.toContain(finished);
    expect(idsIn(await call('a', 'orders?state=finished&limit=200'))).toContain(finished);
  });

  test('a question that we do not know is refused', async () => {
    expect(await call('a', 'orders?stat=offered')).toMatchObject({
      status: 400,
      body: { code: 'unknown-parameter' },
    });
  });

  test('a long list comes in pages', async () => {
    await registered(inA);
    const first = await call('town', 'orders?limit=1');
    const next = String(first.body['next']);
    expect(idsIn(first)).toHaveLength(1);
    expect(idsIn(await call('town', `orders?limit=1&cursor=${encodeURIComponent(next)}`))).not.toEqual(
      idsIn(first),
    );
  });

  test('an arbiter sees the micro-grids to choose from, and nobody else’s', async () => {
    const { body } = await call('secretary', 'areas');
    const microGrids = body['microGrids'] as { microGrid: string }[];
    expect(microGrids.map(({ microGrid }) => microGrid)).toEqual([
      'beipo-1-a',
      'beipo-1-b',
      'hetou-1-a',
      'hetou-1-b',
      'hetou-2-a',
      'hetou-2-b',
      'industrial-park',
    ]);
    expect(body['areas']).toContainEqual({
      path: 'mu/dongguan/hetou',
      name: { zh: '河头村', en: 'River Head' },
    });
  });
});

describe('Whoever has an order', () => {
  type Unit = Readonly<{ unit: string; kind: string; name: unknown }>;

  test('sees the units in which somebody could be asked, by name, and who serves in none of them', async () => {
    const { status, body } = await call('a', 'units');
    expect(status).toBe(200);
    const items = body['items'] as readonly Unit[];
    const kinds = items.map(({ kind }) => kind);
    expect([...new Set(kinds)]).toEqual(['office', 'area', 'micro-grid', 'helpers']);
    expect(items).toContainEqual({
      unit: 'office:urban-works',
      kind: 'office',
      name: { zh: '城建办公室', en: 'Urban Works Office' },
    });
    expect(items).toContainEqual({
      unit: 'helpers:mu/dongguan/hetou',
      kind: 'helpers',
      name: { zh: '河头村', en: 'River Head' },
    });
    expect(items.map(({ unit }) => unit)).toEqual(
      expect.arrayContaining(['hetou-1-a', 'mu/dongguan', 'mu/dongguan/hetou/hetou-1']),
    );
    expect(JSON.stringify(items)).not.toMatch(/丁玉萍|volunteer-ding|徐明霞|@/);
  });

  test('is shown no unit in which nobody could be asked', async () => {
    const items = (await call('a', 'units')).body['items'] as readonly Unit[];
    expect(items.map(({ unit }) => unit)).not.toContain('helpers:mu/nanyuan');
  });

  test.each(['volunteer', 'resident'])('and nobody else: not %s', async (who) => {
    expect(await call(who, 'units')).toMatchObject({ status: 403, body: { code: 'not-allowed' } });
  });
});

describe('What is refused', () => {
  const unknown = '00000000-0000-8000-8000-000000000000';

  test.each([
    ['an order that is not there', 'a', `orders/${unknown}/take`, {}, 404, 'no-such-order'],
    ['a case number that is none', 'a', 'orders/seven/take', {}, 404, 'case-unknown'],
    ['a reason we do not know', 'a', `orders/${unknown}/return`, { reason: 'tired' }, 400, 'malformed'],
    ['a field too many', 'a', `orders/${unknown}/take`, { now: true }, 400, 'malformed'],
    ['a resident who takes', 'resident', `orders/${unknown}/take`, {}, 403, 'not-allowed'],
    [
      'a grid member who arbitrates',
      'a',
      `orders/${unknown}/arbitrate`,
      { microGrid: 'x' },
      403,
      'not-allowed',
    ],
    ['somebody who is not signed in', 'nobody', `orders/${unknown}/take`, {}, 401, 'not-signed-in'],
  ])('%s', async (_, who, path, body, status, code) => {
    expect(await call(who, path, body)).toMatchObject({ status, body: { code } });
  });

  test('a micro-grid that is not there, and somebody who is not on duty', async () => {
    const id = await registered(null);
    expect(await call('secretary', `orders/${id}/arbitrate`, { microGrid: 'atlantis' })).toMatchObject({
      status: 404,
      body: { code: 'no-such-micro-grid' },
    });
    const somebody = { microGrid: 'hetou-1-a', member: 'passer-by' };
    expect(await call('secretary', `orders/${id}/arbitrate`, somebody)).toMatchObject({
      status: 409,
      body: { code: 'not-on-duty' },
    });
    expect(await call('secretary', `orders/${id}/arbitrate`, { microGrid: 'liulin-1-a' })).toMatchObject({
      status: 403,
      body: { code: 'not-your-area' },
    });
  });

  test('another’s order, in the language that was asked for', async () => {
    const id = await registered(inA);
    const refused = await call('b', `orders/${id}/take`, {}, { 'accept-language': 'zh-CN' });
    expect(refused).toMatchObject({
      status: 403,
      body: { code: 'not-your-order', detail: '该单不在您手中。' },
    });
  });
});
