/** Somebody is away from this morning on: over HTTP. */
import { afterEach, describe, expect, test } from '@jest/globals';
import { day, hour, minute, plus } from '@mulin/kernel';
import { type Answer, call, grid, inA, memory, now, registered, waited } from '../orders.testing.js';

const [a, b] = ['a', 'b'].map((it) => `grid-member@${grid}/hetou-1-${it}`) as [string, string];
const elsewhere = 'grid-member@mu/nanyuan/liulin/liulin-1/liulin-1-a';

type Shown = Readonly<{ id: string | null; who: Readonly<{ account: string }>; isAway: boolean }>;
const shownTo = async (who: string): Promise<readonly Shown[]> =>
  (await call(who, 'leave')).body['items'] as readonly Shown[];
const record = (who: string, body: object): Promise<Answer> => call(who, 'leave', body);
const refusal = (status: number, code: string) => ({ status, body: { code } });
const holderOf = async (id: string) => (await call('leader', `orders/${id}`)).body['member'];
const aRound = () => waited(minute);

type Told = Readonly<{ type: string; data: Record<string, unknown> }>;
const toldOf = (type: string): readonly Told[] =>
  (memory.messages('mulin.routing') as readonly Told[]).filter((it) => it.type === `routing.${type}.v1`);

afterEach(async () => {
  for (const { id } of await shownTo('operator'))
    if (id !== null) await call('operator', `leave/${id}/end`, {});
});

describe('A secretary records that a grid member has fallen ill', () => {
  test('what was only offered goes to the stand-in, what was taken too, and what comes is theirs', async () => {
    const [offered, taken] = [await registered(inA), await registered(inA)];
    await call('a', `orders/${taken}/take`, {});
    expect(await record('secretary', { account: a, standIn: b })).toMatchObject({
      status: 200,
      body: {
        who: { account: a, name: { en: 'Liu Guilan' } },
        standIn: { account: b, name: { en: 'Chen Yongfu' } },
        from: expect.any(String),
        until: null,
        isAway: true,
      },
    });
    await aRound();
    expect([await holderOf(offered), await holderOf(taken)]).toEqual([b, b]);
    expect(await holderOf(await registered(inA))).toBe(b);
  });

  test('a night takes nothing out of their hands, as by the rosters of the pack', async () => {
    const [offered, taken] = [await registered(inA), await registered(inA)];
    await call('a', `orders/${taken}/take`, {});
    await record('secretary', { account: a, standIn: b, until: plus(now(), 12 * hour) });
    await aRound();
    expect([await holderOf(offered), await holderOf(taken)]).toEqual([b, a]);
  });

  test('the town hears of it, and of each roster that is another by it', async () => {
    const before = toldOf('roster-posted').length;
    const { body } = await record('secretary', { account: a, standIn: b, until: plus(now(), 3 * day) });
    expect(toldOf('leave-recorded').at(-1)).toMatchObject({
      data: { id: body['id'], account: a, standIn: b, by: 'community-secretary@mu/dongguan' },
    });
    expect(toldOf('roster-posted').slice(before)).toMatchObject([
      {
        data: {
          place: 'hetou-1-a',
          duties: [
            { account: a, from: null },
            { account: a, until: null },
            { account: b, standsInFor: a, name: { en: 'Chen Yongfu' } },
          ],
        },
      },
    ]);
  });

  test('said again under the same key it is recorded once', async () => {
    const key = { 'idempotency-key': 'ill-this-morning' };
    const first = await call('secretary', 'leave', { account: a, standIn: b }, key);
    const again = await call('secretary', 'leave', { account: a, standIn: b }, key);
    expect(again.body['id']).toBe(first.body['id']);
    expect(await shownTo('secretary')).toHaveLength(1);
  });
});

describe('A leave is ended early', () => {
  test('whoever was away is asked again; what went on stays where it is', async () => {
    const before = await registered(inA);
    const { body } = await record('leader', { account: a, standIn: b });
    await aRound();
    expect(await call('leader', `leave/${String(body['id'])}/end`, {})).toMatchObject({
      status: 200,
      body: { isAway: false, until: expect.any(String) },
    });
    await aRound();
    expect(await holderOf(before)).toBe(b);
    expect(await holderOf(await registered(inA))).toBe(a);
    expect(await shownTo('leader')).toEqual([]);
    expect(await call('leader', `leave/${String(body['id'])}/end`, {})).toMatchObject(
      refusal(409, 'leave-over'),
    );
  });

  test('one that lies ahead is shown as such, and does not begin', async () => {
    const from = plus(now(), 2 * day);
    const { body } = await record('secretary', { account: a, standIn: b, from, until: plus(from, day) });
    expect(await shownTo('secretary')).toMatchObject([
      { id: body['id'], who: { account: a }, isAway: false },
    ]);
    await call('secretary', `leave/${String(body['id'])}/end`, {});
    await waited(2 * day + hour);
    expect(await holderOf(await registered(inA))).toBe(a);
  });

  test('it is over by itself when its time has come', async () => {
    await record('secretary', { account: a, standIn: b, until: plus(now(), 2 * day) });
    expect(await holderOf(await registered(inA))).toBe(b);
    await waited(2 * day);
    expect(await holderOf(await registered(inA))).toBe(a);
    expect(await shownTo('secretary')).toEqual([]);
  });
});

test('it is changed only as it was seen, where whoever changes it says so', async () => {
  const { etag, body } = await record('secretary', { account: a, standIn: b });
  await record('secretary', { account: b, nobodyStandsIn: true });
  const end = (seen: object) => call('operator', `leave/${String(body['id'])}/end`, {}, seen);
  expect(await end({ 'if-match': etag })).toMatchObject(refusal(412, 'stale-version'));
  expect(await shownTo('operator')).toHaveLength(2);
  const key = { 'idempotency-key': 'twice' };
  const [first, again] = [await end(key), await end(key)];
  expect([first.status, again.status]).toEqual([200, 200]);
});

describe('It is refused', () => {
  test.each([
    ['that nobody stands in, where nobody said so', { account: a }, 409, 'leave-without-stand-in'],
    ['for a stand-in who is the same person', { account: a, standIn: a }, 409, 'stand-in-away'],
    ['for whoever stands on no roster', { account: 'passer-by@mu', standIn: b }, 409, 'unknown-account'],
    ['with a stand-in who stands on none', { account: a, standIn: 'passer-by@mu' }, 409, 'unknown-account'],
    ['of other people’s people', { account: elsewhere, standIn: b }, 403, 'not-your-area'],
    ['with a stand-in of elsewhere', { account: a, standIn: elsewhere }, 403, 'not-your-area'],
  ])('%s', async (_, body, status, code) => {
    const refused = await record('secretary', body);
    expect(refused).toMatchObject(refusal(status, code));
    // People read the sentence, and have chosen by name: no account stands in it.
    expect(refused.body['detail']).not.toMatch(/@/);
    expect(await shownTo('operator')).toEqual([]);
  });

  test('twice at one time, with a stand-in who is away, out of order, or too late', async () => {
    await record('secretary', { account: b, nobodyStandsIn: true });
    expect(await record('secretary', { account: b, nobodyStandsIn: true })).toMatchObject(
      refusal(409, 'leave-twice'),
    );
    expect(await record('secretary', { account: a, standIn: b })).toMatchObject(
      refusal(409, 'stand-in-away'),
    );
    const [from, until] = [plus(now(), day), now()];
    expect(await record('secretary', { account: a, nobodyStandsIn: true, from, until })).toMatchObject(
      refusal(409, 'ends-before-it-begins'),
    );
    const past = { from: plus(now(), -2 * day), until: plus(now(), -day) };
    expect(await record('secretary', { account: a, nobodyStandsIn: true, ...past })).toMatchObject(
      refusal(409, 'leave-over'),
    );
  });

  test('to a grid member, and the ending of it to leaders of elsewhere', async () => {
    const { body } = await record('operator', { account: a, standIn: b });
    expect(await record('b', { account: b, standIn: a })).toMatchObject({ status: 403 });
    expect(await call('other', `leave/${String(body['id'])}/end`, {})).toMatchObject(
      refusal(403, 'not-your-area'),
    );
    const unknown = '11111111-1111-4111-8111-111111111111';
    expect(await call('other', `leave/${unknown}/end`, {})).toMatchObject(refusal(404, 'no-such-leave'));
    expect(await shownTo('other')).toEqual([]);
    expect(await shownTo('leader')).toHaveLength(1);
  });
});

test('whoever falls ill while they stand in is stood in for, too', async () => {
  await record('secretary', { account: a, standIn: b });
  await record('secretary', { account: b, nobodyStandsIn: true });
  const id = await registered(inA);
  await aRound();
  expect([a, b]).not.toContain(await holderOf(id));
});

test('a leader chooses from those of their own area, by name and by what they do', async () => {
  const { body } = await call('leader', 'leave/people');
  const people = body['items'] as readonly Readonly<{ account: string }>[];
  expect(people).toContainEqual({
    account: a,
    name: { en: 'Liu Guilan', zh: '刘桂兰' },
    duties: [
      { role: 'grid-member', place: 'hetou-1-a', name: { en: expect.any(String), zh: expect.any(String) } },
    ],
  });
  expect(people.map(({ account }) => account)).not.toContain(elsewhere);
  const all = (await call('operator', 'leave/people')).body['items'] as readonly object[];
  expect(all).toContainEqual(expect.objectContaining({ account: 'worker-xu' }));
  expect((await call('secretary', 'leave/people')).body['items']).not.toContainEqual(
    expect.objectContaining({ account: 'worker-xu' }),
  );
});
