/** A made-up month in a town in memory: what lists and timelines have to show, and that the town goes on from there. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { channels, nets } from '@mulin/contracts';
import {
  type Actor,
  type Area,
  day,
  hour,
  instant,
  msBetween,
  plus,
  type Role,
  virtualTime,
} from '@mulin/kernel';
import { memoryPlatform } from '@mulin/service';
import { openTown } from '../host/open-town.js';
import { readPack } from '../host/read-pack.js';
import { fillDemo, type Filled } from './fill.js';

const pack = readPack(new URL('../../../../infra/packs/small', import.meta.url).pathname);
/** A Wednesday, so that the month holds New Year's Day and weekends. */
const today = instant('2026-01-21T11:40:00+08:00');

const account = (role: Role, area = 'mu'): Actor => ({ id: `${role}@${area}`, role, area: area as Area }); // a path
const accounts = {
  clerk: account('hotline-clerk'),
  auditor: account('auditor'),
  secretary: account('community-secretary', 'mu/dongguan'),
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
    await town.settle();
    cases = await town.list('auditor', '/api/v1/cases');
  }, 300_000);
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
    const notices = events.flatMap(({ type, data, metadata: { recordedAt } }) =>
      type === 'NoticeGiven' ? [{ ...(data as { owedAt: string; level: string }), recordedAt }] : [],
    );
    expect(notices.length).toBeGreaterThan(100);
    for (const { owedAt, recordedAt } of notices.filter(({ level }) => level === 'escalation'))
      expect(msBetween(instant(owedAt), recordedAt)).toBeLessThan(hour);
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
  });
});
