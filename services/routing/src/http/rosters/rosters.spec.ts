/** An operator moves people from one micro-grid to another while the town runs: over HTTP. */
import { afterEach, describe, expect, test } from '@jest/globals';
import { day, minute, plus } from '@mulin/kernel';
import { type Answer, call, grid, inA, memory, now, registered, waited } from '../orders.testing.js';

const [a, b] = ['a', 'b'].map((it) => `grid-member@${grid}/hetou-1-${it}`) as [string, string];
const place = 'hetou-1-a';

type Duty = Readonly<{ account: string; role: string; from: string | null; until: string | null }>;
type Shown = Readonly<{ place: string; duties: readonly Duty[]; changedBy: object | null }>;

const everyOther = { first: '2026-03-02T00:00:00Z', days: 7, every: 14 };
const at = (of: string): string => `rosters/${encodeURIComponent(of)}`;
const onDuty = (account: string, more: object = {}) => ({ account, role: 'grid-member', ...more });
const change = (who: string, duties: readonly object[], more: object = {}, of = place): Promise<Answer> =>
  call(who, at(of), { duties, ...more }, {}, 'PUT');
const read = async (of = place): Promise<Shown> => (await call('operator', at(of))).body as unknown as Shown;
const namesIn = ({ duties }: Shown): readonly string[] => duties.map(({ account }) => account);
const holderOf = async (id: string) => (await call('leader', `orders/${id}`)).body['member'];
const refusal = (status: number, code: string) => ({ status, body: { code } });
const aRound = () => waited(minute);

type Told = Readonly<{ data: Readonly<Record<string, unknown>>; actor: string }>;
const lastPosted = (): Told | undefined =>
  (memory.messages('mulin.routing') as readonly (Told & { type: string })[]).findLast(
    ({ type }) => type === 'routing.roster-posted.v1',
  );

afterEach(async () => {
  const { items } = (await call('operator', 'rosters')).body as unknown as { items: readonly Shown[] };
  for (const { place: of, changedBy } of items)
    if (changedBy !== null) await call('operator', `${at(of)}/as-in-pack`, {});
});

describe('Somebody else has a micro-grid from today', () => {
  test('what was only offered goes to them, what comes is theirs, and what was taken goes on as after a leave', async () => {
    const [offered, taken] = [await registered(inA), await registered(inA)];
    await call('a', `orders/${taken}/take`, {});
    expect(await change('operator', [onDuty(b)])).toMatchObject({
      status: 200,
      body: {
        place,
        kind: 'micro-grid',
        duties: [{ account: b, name: { en: 'Chen Yongfu' }, shift: null }],
        changedBy: { account: 'operator@mu' },
      },
    });
    await aRound();
    expect([await holderOf(offered), await holderOf(taken)]).toEqual([b, b]);
    expect(await holderOf(await registered(inA))).toBe(b);
  });

  test('who stands first is asked first, and whoever is named until Friday no longer than that', async () => {
    const until = plus(now(), 2 * day);
    await change('operator', [onDuty(b, { until }), onDuty(a)]);
    expect(await holderOf(await registered(inA))).toBe(b);
    await waited(2 * day);
    expect(await holderOf(await registered(inA))).toBe(a);
    expect(namesIn(await read())).toEqual([a]);
  });

  test('the town hears who is on duty there, and who said so', async () => {
    await change('operator', [onDuty(b)]);
    expect(lastPosted()).toMatchObject({
      actor: 'operator@mu',
      data: { place, duties: [{ account: b }], by: 'operator@mu' },
    });
    expect(Object.keys(lastPosted()?.data ?? {})).not.toContain('ofPack');
  });

  test('leave counts there as anywhere: whoever stands in is asked, and nobody who is away', async () => {
    await change('operator', [onDuty(b)]);
    const leader = `grid-leader@${grid}`;
    const { body } = await call('secretary', 'leave', { account: b, standIn: leader });
    expect(await holderOf(await registered(inA))).toBe(leader);
    // Who is on duty when nobody is away is what is shown, and changed.
    expect(namesIn(await read())).toEqual([b]);
    await call('operator', `leave/${String(body['id'])}/end`, {});
    expect(await holderOf(await registered(inA))).toBe(b);
  });

  test('said again under the same key it is changed once; the same again changes nothing', async () => {
    const key = { 'idempotency-key': 'moved-today' };
    const [first, again] = [
      await call('operator', at(place), { duties: [onDuty(b)] }, key, 'PUT'),
      await call('operator', at(place), { duties: [onDuty(b)] }, key, 'PUT'),
    ];
    const same = await change('operator', [onDuty(b)]);
    expect([again.etag, same.etag]).toEqual([first.etag, first.etag]);
  });

  test('nobody is on duty there when that is meant: the secretary says who', async () => {
    expect(await change('operator', [])).toMatchObject(refusal(409, 'nobody-on-roster'));
    const later = [onDuty(b, { from: plus(now(), 2 * day) })];
    expect(await change('operator', later)).toMatchObject(refusal(409, 'nobody-on-roster'));
    expect(await change('operator', [], { isEmptyMeant: true })).toMatchObject({ status: 200 });
    expect((await call('secretary', `orders/${await registered(inA)}`)).body).toMatchObject({
      state: 'with-arbiter',
      member: null,
    });
  });

  test('whoever was named until tonight is answered the same under the same key tomorrow', async () => {
    const key = { 'idempotency-key': 'until-tonight' };
    const body = { duties: [onDuty(b, { until: plus(now(), minute) }), onDuty(a)] };
    const first = await call('operator', at(place), body, key, 'PUT');
    await waited(day);
    const again = await call('operator', at(place), body, key, 'PUT');
    expect([first.status, again.status, again.etag]).toEqual([200, 200, first.etag]);
  });

  test('whoever is named already is not changed: the pack goes on to say who', async () => {
    expect(await change('operator', [onDuty(a)])).toMatchObject({ status: 200, body: { changedBy: null } });
  });
});

describe('An operator goes back to the pack', () => {
  test('and whoever stands there is on duty again', async () => {
    await change('operator', [onDuty(b)]);
    expect(await call('operator', `${at(place)}/as-in-pack`, {})).toMatchObject({
      status: 200,
      body: { duties: [{ account: a }], changedBy: null },
    });
    expect(await holderOf(await registered(inA))).toBe(a);
    expect(await call('operator', `${at(place)}/as-in-pack`, {})).toMatchObject(
      refusal(409, 'roster-not-changed'),
    );
  });
});

describe('Areas and offices', () => {
  test('have rosters as well, each with those who serve at its level', async () => {
    const { items } = (await call('operator', 'rosters')).body as {
      items: readonly { place: string; kind: string; roles: readonly string[] }[];
    };
    const rolesOf = (of: string) => items.find((it) => it.place === of)?.roles;
    expect(rolesOf('mu/dongguan')).toEqual([
      'community-secretary',
      'grid-member',
      'mediator',
      'verifier',
      'helper',
    ]);
    expect(rolesOf('mu/dongguan/hetou')).toEqual(['village-committee', 'grid-member', 'helper']);
    expect(rolesOf('office:urban-works')).toEqual(['office-member']);
    expect(rolesOf(place)).toEqual(['grid-member']);
    expect(new Set(items.map(({ place: of }) => of)).size).toBe(items.length);
  });

  test('a volunteer keeps what they are there as, also where somebody joins them', async () => {
    const of = 'mu/dongguan/hetou';
    const { duties } = await read(of);
    const named = duties.map((it) => ({
      ...Object.fromEntries(Object.entries(it).filter(([name, value]) => name !== 'name' && value !== null)),
    }));
    const joined = await change(
      'operator',
      [...named, { account: 'volunteer-ding', role: 'helper' }],
      {},
      of,
    );
    expect(joined).toMatchObject(refusal(409, 'duty-twice'));
    const until = plus(now(), day);
    const changed = await change(
      'operator',
      named.map((it) => ({ ...it, until })),
      {},
      of,
    );
    expect((changed.body['duties'] as readonly object[]).at(-1)).toMatchObject({
      account: 'volunteer-ding',
      role: 'helper',
      standing: 'volunteer',
    });
  });
});

test('whoever leads reads the rosters of their area, and no others', async () => {
  const { items } = (await call('secretary', 'rosters')).body as unknown as {
    items: readonly (Shown & { area: string })[];
  };
  expect(items.map(({ place: of }) => of)).toContain(place);
  expect(items.filter(({ area }) => !area.startsWith('mu/dongguan'))).toEqual([]);
});

test('whoever is there already stays, also without an account that may sign in', async () => {
  const until = plus(now(), day);
  const worker = { account: 'worker-xu', role: 'office-member', until };
  expect(await change('operator', [worker], {}, 'office:urban-works')).toMatchObject({
    status: 200,
    body: { duties: [{ account: 'worker-xu', name: { en: 'Xu Mingxia' } }] },
  });
});

describe('It is refused, and nothing changed', () => {
  test.each([
    ['somebody without an account', [onDuty('passer-by')], 409, 'no-account-for-duty'],
    [
      'somebody with another role',
      [onDuty('grid-leader@mu/dongguan/hetou/hetou-1')],
      409,
      'account-of-another-role',
    ],
    ['as what nobody is there', [{ account: a, role: 'mediator' }], 409, 'role-not-of-place'],
    ['in a shift that there is not', [onDuty(a, { shift: 'noon' })], 409, 'no-such-shift'],
    [
      'until before it begins',
      [onDuty(a, { from: '2030-01-02T00:00:00Z', until: '2030-01-01T00:00:00Z' })],
      409,
      'duty-ends-before-it-begins',
    ],
    ['until yesterday', [onDuty(a, { until: '2020-01-01T00:00:00Z' })], 409, 'duty-ends-before-it-begins'],
    ['twice for the same hours', [onDuty(a), onDuty(a, { from: '2030-01-02T00:00:00Z' })], 409, 'duty-twice'],
    ['in turns and at all times', [onDuty(a, { turn: everyOther }), onDuty(a)], 409, 'duty-twice'],
    ['as a volunteer who is none', [onDuty(a, { standing: 'volunteer' })], 409, 'standing-of-helpers-only'],
    ['at a time that is none', [onDuty(a, { from: 'today' })], 400, 'invalid'],
  ])('%s', async (_, duties, status, code) => {
    const before = await read();
    expect(await change('operator', duties)).toMatchObject({
      status,
      ...(code === 'invalid' ? {} : { body: { code } }),
    });
    expect(await read()).toEqual(before);
  });

  test('somebody who leads elsewhere, who could not reach what is theirs to do', async () => {
    const of = 'mu/dongguan';
    const before = await read(of);
    const named = { account: 'community-secretary@mu/nanyuan', role: 'community-secretary' };
    expect(await change('operator', [named], {}, of)).toMatchObject(refusal(409, 'account-of-another-area'));
    expect(await read(of)).toEqual(before);
  });

  test('to whoever leads there, of a place that there is not, and over what somebody else has changed meanwhile', async () => {
    const { etag } = await call('operator', at(place));
    expect((await change('secretary', [onDuty(b)])).status).toBe(403);
    expect(await change('operator', [onDuty(b)], {}, 'hetou-9-z')).toMatchObject(
      refusal(404, 'no-such-place'),
    );
    expect(await call('other', at(place))).toMatchObject(refusal(403, 'not-your-area'));
    await change('operator', [onDuty(b)]);
    const late = { 'if-match': etag ?? '' };
    expect(await call('operator', at(place), { duties: [onDuty(a)] }, late, 'PUT')).toMatchObject(
      refusal(412, 'stale-version'),
    );
    expect(namesIn(await read())).toEqual([b]);
  });
});
