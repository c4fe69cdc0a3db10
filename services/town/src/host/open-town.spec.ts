import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Area, instant, type Role, roles } from '@mulin/kernel';
import { memoryPlatform, readPack } from '@mulin/service';
import { virtualTime } from '@mulin/testing';
import { openTown } from './open-town.js';
import { inTheWest, nowhere, twoSquares } from './two-squares.testing.js';

type Json = Readonly<Record<string, unknown>>;

const pack = readPack(twoSquares());
const community = pack.town.areas.find(({ path }) => path.split('/').length === 2)?.path ?? '';
const microGrid = pack.routing.grids[0]?.area ?? '';
const areas: Partial<Record<Role, string>> = {
  'grid-member': microGrid,
  'grid-leader': community,
  'village-committee': community,
  'community-secretary': community,
};

/** One account for each role, of the whole town where the role is; the role is the token. */
const accounts = Object.fromEntries(
  roles.map((role): [string, { id: string; role: Role; area: Area }] => [
    role,
    { id: `${role}-1`, role, area: (areas[role] ?? 'mu') as Area },
  ]),
);

const open = async () => {
  const time = virtualTime(instant('2026-03-02T01:00:00Z'));
  const memory = memoryPlatform({ town: 'mu', zone: 'Asia/Shanghai', now: time.now, accounts });
  const { url, close } = await openTown(memory.platform, pack);
  let keys = 0;

  const call = async (who: string, method: string, path: string, body?: object, headers: object = {}) => {
    const response = await fetch(`${url}${path}`, {
      method,
      headers: {
        authorization: `Bearer ${who}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json', 'idempotency-key': `${++keys}` }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.includes('json') === true;
    return {
      status: response.status,
      text,
      body: (isJson ? JSON.parse(text) : {}) as Json,
      headers: response.headers,
    };
  };
  return { ...memory, time, call, close };
};

let town: Awaited<ReturnType<typeof open>>;
beforeAll(async () => {
  town = await open();
});
afterAll(() => town.close());

const demand = (place: object) => ({
  menuItem: 'street-and-lighting',
  words: 'It is dark at the gate.',
  place,
});

describe('A town in memory', () => {
  test('takes a demand, offers it, starts its clocks and can tell its story', async () => {
    const registered = await town.call('hotline-clerk', 'POST', '/api/v1/cases', demand(inTheWest));
    expect(registered).toMatchObject({ status: 201 });
    const number = String(registered.body['number']);

    const after = { 'mulin-after': registered.headers.get('mulin-position') ?? '' };
    const story = await town.call('auditor', 'GET', `/api/v1/timelines/${number}`, undefined, after);
    expect(story.status).toBe(200);
    await town.settle();

    const { body } = await town.call('auditor', 'GET', `/api/v1/timelines/${number}`);
    const types = (body['timeline'] as readonly { type: string }[]).map(({ type }) => type);
    expect(types).toEqual(
      expect.arrayContaining([
        'intake.case-registered.v1',
        'routing.order-offered.v1',
        'sla-timer.clock-started.v1',
      ]),
    );
  });

  test('loses nothing that lies on nobody’s land', async () => {
    await town.call('hotline-clerk', 'POST', '/api/v1/cases', demand(nowhere));
    await town.settle();
    expect(town.messages('mulin.routing').at(-1)).toMatchObject({ type: 'routing.order-left-to-arbiter.v1' });
  });

  test('goes up the ladder by itself when nobody answers, and shows what waits for whom', async () => {
    await town.time.moveTo(instant('2026-05-04T01:00:00Z'), town);
    const { body } = await town.call('community-secretary', 'GET', '/api/v1/escalations');
    expect(body['items']).toEqual(
      expect.arrayContaining([expect.objectContaining({ to: 'community-secretary' })]),
    );
  });

  test('says nothing of a resident on its topics or in its log', () => {
    const heard = ['intake', 'routing', 'sla-timer'].flatMap((it) => town.messages(`mulin.${it}`));
    const said = JSON.stringify([...heard, ...town.said()]);
    expect(said.length).toBeGreaterThan(1_000);
    // Where a street lamp stands may be known, and is no line of the log.
    expect(said).not.toMatch(/It is dark/);
    expect(JSON.stringify(town.said())).not.toMatch(/119\.005|36\.005/);
  });

  test('rebuilds its views from events, and shows the same', async () => {
    const before = await town.call('auditor', 'GET', '/api/v1/cases');
    const rebuilt = await town.call('operator', 'POST', '/api/v1/views/rebuild', { name: 'cases' });
    expect(rebuilt.body).toMatchObject({ views: [{ name: 'cases', rows: 2 }] });
    expect((await town.call('auditor', 'GET', '/api/v1/cases')).body).toEqual(before.body);
    expect(await town.call('operator', 'POST', '/api/v1/views/rebuild', { name: 'lamps' })).toMatchObject({
      status: 404,
      body: { code: 'view-unknown' },
    });
  });

  test('has the rows of each of its views pinned for the version of its rules', () => {
    const views = town.platform.views();
    expect(views.length).toBeGreaterThan(3);
    for (const { service, name } of views) {
      const spec = new URL(`../../../${service}/src/views/pins.spec.ts`, import.meta.url);
      expect(readFileSync(spec, 'utf8')).toContain(`from './${name}.js'`);
    }
  });

  test('lets its operator disable an account, whose tokens open nothing any more', async () => {
    const wanted = { role: 'resident', minutes: 60 };
    const { body } = await town.call('operator', 'POST', '/api/v1/tokens', wanted);
    const actor = await town.platform.identity.actorOf(String(body['token']));
    const disable = (who: string) => town.call(who, 'POST', `/api/v1/accounts/${actor?.id}/disable`, {});

    expect(await disable('auditor')).toMatchObject({ status: 403 });
    expect(await disable('operator')).toMatchObject({ status: 200, body: { disabled: true } });
    expect(await disable('operator')).toMatchObject({
      status: 409,
      body: { code: 'account-disabled-already' },
    });
    for (const what of ['disable', 'enable'])
      expect(await town.call('operator', 'POST', `/api/v1/accounts/nobody-known/${what}`, {})).toMatchObject({
        status: 404,
        body: { code: 'account-unknown' },
      });
    expect(await town.platform.identity.actorOf(String(body['token']))).toBeNull();

    const enable = (who: string) => town.call(who, 'POST', `/api/v1/accounts/${actor?.id}/enable`, {});
    expect(await enable('auditor')).toMatchObject({ status: 403 });
    expect(await enable('operator')).toMatchObject({ status: 200, body: { disabled: false } });
    expect(await enable('operator')).toMatchObject({ status: 409, body: { code: 'account-not-disabled' } });
    expect(await town.platform.identity.actorOf(String(body['token']))).toEqual(actor);
  });

  test('lets nobody disable their own account', async () => {
    const operator = (await town.platform.identity.actorOf('operator'))?.id;
    const own = await town.call('operator', 'POST', `/api/v1/accounts/${operator}/disable`, {});
    expect(own).toMatchObject({ status: 409, body: { code: 'own-account' } });
  });

  test('lists its accounts, a page at a time', async () => {
    const first = await town.call('operator', 'GET', '/api/v1/accounts?limit=1');
    expect(first.body).toMatchObject({ items: [{ account: expect.any(String), disabled: false }] });
    const next = await town.call('operator', 'GET', `/api/v1/accounts?cursor=${String(first.body['next'])}`);
    expect(JSON.stringify(next.body)).not.toContain(JSON.stringify(first.body['items']).slice(1, -1));
  });

  test('issues tokens to its operator alone, and only inside itself', async () => {
    const issue = (who: string, wanted: object) => town.call(who, 'POST', '/api/v1/tokens', wanted);
    const { body } = await issue('operator', { role: 'town-leader', minutes: 5 });
    expect(body).toEqual({ token: expect.any(String), expiresAt: '2026-05-04T09:05:00+08:00' });
    expect((await town.call(String(body['token']), 'GET', '/api/v1/escalations')).status).toBe(200);

    expect(await issue('town-leader', { role: 'operator' })).toMatchObject({ status: 403 });
    for (const area of ['mule/east', 'mu/nowhere'])
      expect(await issue('operator', { role: 'auditor', area })).toMatchObject({
        status: 400,
        body: { code: 'area-unknown' },
      });
  });

  test('issues a token for an account as a roster names it', async () => {
    const { microGrids } = (await town.call('operator', 'GET', '/api/v1/areas')).body;
    const [{ area }] = microGrids as readonly [{ area: string }];
    const issue = (account: string) =>
      town.call('operator', 'POST', '/api/v1/tokens', { role: 'grid-member', area, account });
    const { status, body } = await issue('li.wei');
    expect(status).toBe(201);
    expect(await town.platform.identity.actorOf(String(body['token']))).toEqual({
      id: 'li.wei',
      role: 'grid-member',
      area,
    });
    expect(await issue('li wei')).toMatchObject({ status: 400 });
    const ofNoArea = await town.call('operator', 'POST', '/api/v1/tokens', { role: 'grid-member' });
    expect(ofNoArea).toMatchObject({ status: 400, body: { code: 'area-missing' } });
  });

  test('keeps what could not be handled, to be offered again or dropped', async () => {
    await town.platform.bus.publish('mulin.intake', [{ key: 'x', value: '{"type":7}' }]);
    await town.settle();
    const { body } = await town.call('operator', 'GET', '/api/v1/set-aside');
    const items = body['items'] as readonly { id: string; group: string; topic: string; reason: string }[];
    expect(items.map(({ group }) => group).sort()).toEqual([
      'audit',
      'feedback',
      'inbox',
      'routing',
      'sla-timer',
    ]);

    const [first, ...rest] = items;
    const id = first?.id ?? '';
    const retry = await town.call('operator', 'POST', `/api/v1/set-aside/${id}/retry`, {});
    expect(retry.body).toEqual({ receipt: 'set-aside' });
    for (const item of [first, ...rest])
      await town.call('operator', 'POST', `/api/v1/set-aside/${item?.id}/drop`, {});
    expect((await town.call('operator', 'GET', '/api/v1/set-aside')).body).toEqual({ items: [], next: null });
    expect(await town.call('operator', 'POST', `/api/v1/set-aside/${id}/drop`, {})).toMatchObject({
      status: 404,
      body: { code: 'set-aside-unknown' },
    });
  });

  test('describes every route of every service', async () => {
    const { body } = await town.call('', 'GET', '/openapi.json');
    expect(Object.keys(body['paths'] as Json)).toEqual(
      expect.arrayContaining(['/api/v1/cases', '/api/v1/escalations', '/api/v1/timelines/{numberOrId}']),
    );
  });
});
