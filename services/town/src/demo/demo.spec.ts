/** A made-up month in a town in memory: what lists and timelines have to show, and that the town goes on from there. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { channels, nets } from '@mulin/contracts';
import {
  type Actor,
  type Area,
  day,
  hour,
  instant,
  minute,
  msBetween,
  plus,
  type Role,
  virtualTime,
} from '@mulin/kernel';
import type { Pack } from '@mulin/pack';
import { memoryPlatform, readPack } from '@mulin/service';
import { openTown } from '../host/open-town.js';
import { accountsOf } from '../host/seed-accounts.js';
import { demoTown } from './open-house/demo-town.js';
import { fillDemo, type Filled } from './fill.js';

const packs = new URL('../../../../infra/packs/', import.meta.url).pathname;

/** Work on these is shown by a photo, as the sample town asks. */
const shownByPhoto = ['illegal-building', 'manhole-covers'] as const;

/** The small town, with the rules of the sample town: every clock of the loop, and feedback. */
const packWithLoop = (): Pack => {
  const folder = mkdtempSync(path.join(tmpdir(), 'mulin-demo-'));
  cpSync(path.join(packs, 'small'), folder, { recursive: true });
  for (const name of ['policies.json', 'feedback.json'])
    cpSync(path.join(packs, 'sample', name), path.join(folder, name));
  try {
    return readPack(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
};
const withLoop = packWithLoop();
const items = shownByPhoto.map((id) => ({ id, finish: { photo: true, words: false } }));
const { rosters } = withLoop.routing;
const mediators = ['mediator-1', 'mediator-2'].map((name) => ({
  ...{ account: `${name}@mu`, role: 'mediator' as const, name: { en: 'A mediator', zh: '调解员' } },
  ...{ from: null, until: null },
}));
const helpers = new Map([...rosters.helpers, ['mu', [...(rosters.helpers.get('mu') ?? []), ...mediators]]]);
const pack: Pack = { ...withLoop, routing: { ...withLoop.routing, items, rosters: { ...rosters, helpers } } };
/** A Wednesday, so that the month holds New Year's Day and weekends. */
const today = instant('2026-01-21T11:40:00+08:00');

const account = (role: Role, area = 'mu'): Actor => ({ id: `${role}@${area}`, role, area: area as Area }); // a path
const accounts = {
  clerk: account('hotline-clerk'),
  auditor: account('auditor'),
  secretary: account('community-secretary', 'mu/dongguan'),
  member: account('grid-member', 'mu/dongguan/hetou/hetou-1/hetou-1-a'),
};
type Who = keyof typeof accounts;
type Json = Readonly<Record<string, unknown>>;

const open = async () => {
  const time = virtualTime(today);
  const memory = memoryPlatform({ ...pack.town, now: time.now, accounts });
  const town = await openTown(memory.platform, pack);
  await memory.settle();
  let keys = 0;
  const asked = async (who: Who, method: 'GET' | 'POST', path: string, body?: object) => {
    const headers = {
      authorization: `Bearer ${who}`,
      ...(body ? { 'content-type': 'application/json', 'idempotency-key': String(++keys) } : {}),
    };
    const sent = body === undefined ? {} : { body: JSON.stringify(body) };
    const response = await fetch(`${town.url}${path}`, { method, headers, ...sent });
    return { status: response.status, body: (await response.json()) as Json };
  };
  const list = async (who: Who, path: string): Promise<readonly Json[]> => {
    const items: Json[] = [];
    for (let cursor = ''; ;) {
      const { body } = await asked(who, 'GET', `${path}?limit=200${cursor}`);
      items.push(...(body['items'] as readonly Json[])); // every list has them
      if (typeof body['next'] !== 'string') return items;
      cursor = `&cursor=${encodeURIComponent(body['next'])}`;
    }
  };
  const fill = () => fillDemo(memory.platform, { pack, now: time.now, open: openTown });
  return { ...memory, ...town, time, asked, list, fill };
};

const register = { menuItem: 'sanitation', words: '垃圾没有清运。' };
const distinct = (items: readonly Json[], field: string) => new Set(items.map((it) => it[field]));

test('a town that holds a case is not filled, and stays as it is', async () => {
  const town = await open();
  await town.asked('clerk', 'POST', '/api/v1/cases', register);
  await town.settle();
  await expect(town.fill()).rejects.toMatchObject({ code: 'town-holds-cases' });
  const accounts = await fetch(`${town.url}/api/v1/demo/accounts`);
  expect(await accounts.json()).toEqual({ accounts: [], cases: [] });
  expect(await town.list('auditor', '/api/v1/cases')).toHaveLength(1);
  await town.close();
});

describe('A made-up month', () => {
  let town: Awaited<ReturnType<typeof open>>;
  let filled: Filled;
  let cases: readonly Json[];
  beforeAll(async () => {
    town = await open();
    filled = await town.fill();
    // Once it is filled, all of it is shown: nothing is waited for.
    cases = await town.list('auditor', '/api/v1/cases');
  }, 900_000);
  afterAll(() => town.close());

  test('has a few hundred cases of every kind, by every door, in every net and at every stage', () => {
    expect(cases).toHaveLength(filled.cases);
    expect(cases.length).toBeGreaterThan(250);
    expect(distinct(cases, 'channel')).toEqual(new Set(channels));
    expect(distinct(cases, 'net')).toEqual(new Set(nets));
    expect(distinct(cases, 'menuItem')).toEqual(new Set(pack.intake.menu.map(({ id }) => id)));
    expect([...distinct(cases, 'state')]).toEqual(
      expect.arrayContaining(['offered', 'taken', 'finished', 'closed', 'declined', 'withdrawn']),
    );
  });

  test('lies within the last thirty days, at hours at which people are up', () => {
    const ages = cases.map(({ reportedAt }) => msBetween(instant(String(reportedAt)), today));
    expect(Math.min(...ages)).toBeGreaterThan(0);
    expect(Math.max(...ages)).toBeLessThan(30 * day + hour);
    expect(Math.max(...ages)).toBeGreaterThan(27 * day);
  });

  test('was told by and by: whoever heard of a lateness heard of it when it was due', async () => {
    const events = await town.platform.eventStore('sla-timer').readAll({ from: null, maxCount: 100_000 });
    const notices = events.flatMap(({ type, stream, position, data, metadata: { recordedAt } }) =>
      type === 'NoticeGiven'
        ? [{ ...(data as { owedAt: string; level: string }), stream, position, recordedAt }]
        : [],
    );
    expect(notices.length).toBeGreaterThan(100);
    // What somebody else had before, what was noted otherwise and a finish that was none concern people anew.
    const news = events.filter(({ type }) =>
      ['LegOffered', 'LeftToArbiter', 'CycleReclassified', 'FinishRefused'].includes(type),
    );
    const isOfNews = ({ stream, position, recordedAt }: (typeof notices)[number]) =>
      news.some(
        (it) =>
          it.stream === stream &&
          it.position < position &&
          msBetween(it.metadata.recordedAt, recordedAt) < minute,
      );
    const escalations = notices.filter(({ level }) => level === 'escalation');
    expect(escalations.length).toBeGreaterThan(20);
    const late = escalations.filter(
      ({ owedAt, recordedAt }) => msBetween(instant(owedAt), recordedAt) >= hour,
    );
    expect(late.filter((it) => !isOfNews(it))).toEqual([]);
  });

  test('has orders that came back, that a secretary decided, and demands that were noted anew', async () => {
    const eventsOf = (service: string) =>
      town.platform.eventStore(service).readAll({ from: null, maxCount: 100_000 });
    const types = async (service: string) => (await eventsOf(service)).map(({ type }) => type);
    const outcomes = (await eventsOf('intake')).map(({ data }) => (data as { outcome?: string }).outcome);
    expect(outcomes).toEqual(expect.arrayContaining(['done', 'explained', 'duplicate']));
    expect(await types('routing')).toEqual(
      expect.arrayContaining(['OrderReturned', 'OrderLeftToArbiter', 'OrderReclassified', 'OrderFinished']),
    );
    expect(await types('intake')).toEqual(expect.arrayContaining(['CaseReclassified', 'CaseTakenOver']));
    expect(await types('sla-timer')).toEqual(expect.arrayContaining(['ClockBreached', 'ClockMet']));
  });

  const recorded = async (service: string, type: string) =>
    (await town.platform.eventStore(service).readAll({ from: null, maxCount: 100_000 })).flatMap((event) =>
      event.type === type ? [event.data as Json] : [],
    );

  test('goes through the whole loop: visits, reports, checks, calls at several hours, ratings, and done again', async () => {
    const manners = distinct(await recorded('routing', 'ContactMade'), 'manner');
    expect(manners).toEqual(new Set(['face-to-face', 'phone', 'message', 'nobody-there']));
    expect((await recorded('routing', 'ProgressReported')).length).toBeGreaterThan(50);
    expect((await recorded('routing', 'OrderHandedOver')).length).toBeGreaterThan(2);
    expect((await recorded('routing', 'FinishRefused')).length).toBeGreaterThan(5);
    const calls = await recorded('feedback', 'CallBackMade');
    expect(distinct(calls, 'outcome')).toEqual(new Set(['reached', 'no-answer']));
    expect(calls.filter(({ attempt }) => attempt === 2).length).toBeGreaterThan(10);
    const ratings = await recorded('feedback', 'CaseRated');
    expect(distinct(ratings, 'channel')).toEqual(new Set(['portal', 'desk']));
    expect(distinct(ratings, 'resolution')).toEqual(new Set(['solved', 'not-solved']));
    expect((await recorded('feedback', 'RedoDemanded')).length).toBeGreaterThan(5);
  });

  test('keeps most clocks and misses some, of each kind; secretaries answer for most of what reaches them', async () => {
    const of = (name: string) => (all: readonly Json[]) =>
      all.filter(({ clock }) => String(clock).startsWith(`${name}/`)).length;
    const [met, breached] = [
      await recorded('sla-timer', 'ClockMet'),
      await recorded('sla-timer', 'ClockBreached'),
    ];
    for (const name of ['take', 'contact', 'heartbeat', 'verify', 'call-back', 'complete']) {
      expect([name, of(name)(breached) > 2]).toEqual([name, true]);
      expect([name, of(name)(met) > 2 * of(name)(breached)]).toEqual([name, true]);
    }
    expect(of('acknowledge')(met)).toBeGreaterThan(15);
    expect((await recorded('sla-timer', 'EscalationAcknowledged')).length).toBeGreaterThan(15);
  });

  test('shows the work by a photo of its own where the menu demands one', async () => {
    const finished = await recorded('routing', 'OrderFinished');
    const shown = finished.flatMap(({ photoIds }) => (photoIds as readonly string[] | undefined) ?? []);
    expect(shown.length).toBeGreaterThan(10);
    expect(new Set(shown).size).toBe(shown.length);
    for (const id of shownByPhoto) {
      const done = cases.filter(({ menuItem, state }) => menuItem === id && state === 'closed');
      expect([id, done.length > 2]).toEqual([id, true]);
    }
  });

  test('has a dozen quarrels, which stand as differently as quarrels do, and ended in several ways', async () => {
    const disputes = await town.list('auditor', '/api/v1/disputes');
    const counts = (field: string) =>
      disputes.reduce<Record<string, number>>((all, it) => {
        const name = String(it[field]);
        return { ...all, [name]: (all[name] ?? 0) + 1 };
      }, {});
    expect(disputes).toHaveLength(12);
    expect(counts('state')).toEqual({
      'asking-consent': 1,
      'in-mediation': 2,
      agreed: 1,
      'to-perform': 1,
      ended: 7,
    });
    expect(counts('outcome')).toEqual({
      ...{ null: 5, 'agreed-and-performed': 2, 'agreed-not-performed': 1, refused: 1 },
      ...{ 'no-agreement': 1, 'passed-on': 1, withdrawn: 1 },
    });
    const red = disputes.find((it) => it['colour'] === 'red');
    const { body } = await town.asked('auditor', 'GET', `/api/v1/disputes/${String(red?.['number'])}`);
    expect(body['dangers']).toMatchObject([{ acknowledgedAt: expect.any(String) }]);
    const waiting = await Promise.all(
      disputes.map(async (it) => {
        const shown = await town.asked('auditor', 'GET', `/api/v1/disputes/${String(it['disputeId'])}`);
        return (shown.body['sessions'] as readonly Json[]).filter(({ state }) => state === 'planned');
      }),
    );
    expect(waiting.flat()).toHaveLength(1);
    expect(
      town.said().flatMap(({ line }) => String(line['refused'] ?? '').match(/dispute [^;]*/g) ?? []),
    ).toEqual([]);
  });

  test('refuses hardly anybody what they do: its people know the rules', () => {
    const refused = town
      .said()
      .flatMap(({ message, line }) => (message.includes('made-up month') ? [line['refused']] : []));
    expect(refused).toEqual([expect.any(String)]);
    expect(String(refused[0]).split('; ').length).toBeLessThan(15);
  });

  test('leaves some of them late and waiting, and nobody with hundreds', async () => {
    const waiting = await town.list('auditor', '/api/v1/escalations');
    expect(waiting.length).toBeGreaterThan(0);
    expect(waiting.length).toBeLessThan(80);
    expect(filled.late).toBeGreaterThan(10);
    expect(filled.escalated).toBeGreaterThan(10);
    expect(filled.open).toBeGreaterThan(10);
    expect(filled.open).toBeLessThan(filled.cases / 3);
    expect(
      cases.filter(({ state }) => !['closed', 'declined', 'withdrawn'].includes(String(state))),
    ).toHaveLength(filled.open);
  });

  test('tells every story from its first word, with nothing that could not be handled', async () => {
    const late = cases.find(({ state }) => state === 'closed');
    const { body } = await town.asked('auditor', 'GET', `/api/v1/timelines/${String(late?.['number'])}`);
    const timeline = body['timeline'] as readonly Json[];
    expect(timeline[0]).toMatchObject({ type: 'intake.case-registered.v1' });
    expect(timeline.length).toBeGreaterThan(3);
    expect(await town.platform.deadLetters.list()).toEqual([]);
  });

  test('refuses a second month', async () => {
    await expect(town.fill()).rejects.toMatchObject({ code: 'town-holds-cases' });
  });

  const demo = async (path: string, body?: object) => {
    const headers = { 'content-type': 'application/json' };
    const sent = body === undefined ? {} : { method: 'POST', headers, body: JSON.stringify(body) };
    const response = await fetch(`${town.url}/api/v1/demo/${path}`, sent);
    const cookie = (response.headers.get('set-cookie') ?? '').split(';', 1)[0] ?? '';
    return { status: response.status, cookie, body: (await response.json()) as Json };
  };
  const secretary = account('community-secretary', 'mu/dongguan').id;

  test('may be looked at through the eyes of each role but those that outlive it', async () => {
    await town.platform.identity.ensureAll(accountsOf(pack));
    const { body } = await demo('accounts');
    const listed = body['accounts'] as readonly Json[]; // as it is described
    const expected = accountsOf(pack).map(({ actor }) => actor.role);
    const others = new Set(expected.filter((role) => !['operator', 'integrator', 'resident'].includes(role)));
    expect(listed.map(({ role }) => role).sort()).toEqual([...others].sort());
    expect(listed.find(({ role }) => role === 'community-secretary')).toEqual({
      account: secretary,
      name: null,
      role: 'community-secretary',
      roleName: { en: 'community secretary', zh: '社区书记' },
      area: 'mu/dongguan',
      areaName: expect.objectContaining({ zh: '东关社区' }),
    });
    const opened = await demo('sessions', { account: secretary });
    expect(opened).toMatchObject({ status: 201, body: { account: secretary, role: 'community-secretary' } });
    const { headers } = { headers: { cookie: opened.cookie } };
    const inbox = await fetch(`${town.url}/api/v1/escalations`, { headers });
    expect(((await inbox.json()) as Json)['items']).not.toEqual([]);
    const records = await town.platform.signIn.records({ about: secretary, limit: 10 });
    expect(records.items.map(({ what }) => what)).toEqual(['signed-in-by-demo']);
  });

  test('hands nobody an account that it does not list', async () => {
    const operator = accountsOf(pack).find(({ actor }) => actor.role === 'operator')?.actor.id;
    expect(await demo('sessions', { account: operator })).toMatchObject({
      status: 404,
      body: { code: 'no-demo' },
    });
  });

  test('lets a resident come to a case by its number and its code', async () => {
    const { body } = await demo('accounts');
    const [first] = body['cases'] as readonly Json[];
    const response = await fetch(`${town.url}/api/v1/case-access`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(first),
    });
    expect(response.status).toBe(201);
  });

  test('is a demo also to who starts it again, and when somebody who looks at it tries something', async () => {
    const again = demoTown(town.platform);
    expect((await again.now())?.accounts).toContain(secretary);
    const { cookie } = await demo('sessions', { account: account('hotline-clerk').id });
    const headers = { cookie, 'content-type': 'application/json', 'idempotency-key': 'tried' };
    const body = JSON.stringify(register);
    const tried = await fetch(`${town.url}/api/v1/cases`, { method: 'POST', headers, body });
    expect(tried.status).toBe(201);
    await town.settle();
    expect(await again.now()).not.toBeNull();
  });

  test('is none any more as soon as something may be real; who looked at it is signed out', async () => {
    const { cookie } = await demo('sessions', { account: secretary });
    const { status } = await town.asked('secretary', 'POST', '/api/v1/disputes', {
      ...{ kind: 'other', area: 'mu/dongguan', door: 'walk-in' },
      parties: [
        { role: 'applicant', name: '甲' },
        { role: 'respondent', name: '乙' },
      ],
    });
    // By an account that somebody has just come in to by demo: it counts as tried.
    expect([status, (await demo('sessions', { account: secretary })).status]).toEqual([201, 201]);

    await town.asked('member', 'POST', '/api/v1/cases', register);
    await town.settle();
    expect(await demo('sessions', { account: secretary })).toMatchObject({
      status: 404,
      body: { code: 'no-demo' },
    });
    expect((await demo('accounts')).body).toEqual({ accounts: [], cases: [] });
    const current = await fetch(`${town.url}/api/v1/sessions/current`, { headers: { cookie } });
    expect(current.status).toBe(401);
  });

  // The last one: it goes on from here.
  test('goes on as a town does: the next hour brings few notices, and a new case a number of its own', async () => {
    const count = async () =>
      (await town.platform.eventStore('sla-timer').readAll({ from: null, maxCount: 100_000 })).filter(
        ({ type }) => type === 'NoticeGiven',
      ).length;
    const before = await count();
    await town.time.moveTo(plus(today, hour), town);
    expect((await count()) - before).toBeLessThan(30);
    const { status, body } = await town.asked('clerk', 'POST', '/api/v1/cases', register);
    expect(status).toBe(201);
    expect(distinct(cases, 'number').has(body['number'])).toBe(false);
    const parties = [
      { role: 'applicant', name: '甲' },
      { role: 'respondent', name: '乙' },
    ];
    const quarrel = { kind: 'other', area: 'mu/dongguan', door: 'walk-in', parties };
    const opened = await town.asked('clerk', 'POST', '/api/v1/disputes', quarrel);
    expect(opened).toMatchObject({ status: 201, body: { mediator: expect.stringMatching(/^mediator-/) } });
    const disputes = await town.list('auditor', '/api/v1/disputes');
    expect(distinct(disputes, 'number').size).toBe(14);
  });
});
