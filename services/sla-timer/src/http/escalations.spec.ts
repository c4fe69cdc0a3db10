/** What waits for whom, as the staff of a town ask for it: over HTTP. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Actor, type Area, hour, instant, plus } from '@mulin/kernel';
import { memoryPlatform, openService, topicOf } from '@mulin/service';
import { sample, virtualTime } from '@mulin/testing';
import { parseRules, SLA_TIMER, SlaTimerModule } from '../index.js';

const start = instant('2026-03-02T01:12:40.000Z');
const account = (role: Actor['role'], area = 'meixi'): Actor => ({ id: role, role, area: area as Area });
const pack = parseRules(
  {
    calendars: {
      calendars: [{ id: 'town', version: '1', zone: 'Asia/Shanghai', week: { mon: [['08:30', '17:30']] } }],
    },
    policies: {
      policies: [
        {
          id: 'urgent',
          calendar: 'town',
          clocks: [{ name: 'complete', length: { unit: 'hour', amount: 4 } }],
        },
      ],
    },
  },
  {},
);

const { now, moveTo } = virtualTime(start);
const { platform, settle, nextAlarm } = memoryPlatform({
  town: 'meixi',
  zone: 'Asia/Shanghai',
  now,
  accounts: {
    member: account('grid-member'),
    neighbour: account('grid-member', 'meixi/liutang/xinhe/xinhe-1'),
    ownGrid: account('grid-leader', 'meixi/liutang/xinhe/xinhe-2'),
    ownMember: account('grid-member', 'meixi/liutang/xinhe/xinhe-2/xinhe-2-05'),
    ownSecretary: account('community-secretary', 'meixi/liutang'),
    otherSecretary: account('community-secretary', 'meixi/dongguan'),
    auditor: account('auditor', 'meixi/dongguan'),
    secretary: account('community-secretary'),
    wang: account('resident'),
  },
});
const town = { url: '', close: async () => {} };

beforeAll(async () => {
  const modules = [SlaTimerModule.with(pack)];
  Object.assign(town, await openService(platform, { modules, services: [SLA_TIMER], port: 0 }));
  const told = sample('intake.case-registered.v1');
  const message = { key: String(told['subject']), value: JSON.stringify(told) };
  await platform.bus.publish(topicOf('intake'), [message]);
  await moveTo(plus(start, 5 * hour), { settle, nextAlarm });
});
afterAll(() => town.close());

const caseId = '7fec1ca5-f649-86b9-bbfb-39be5e129e50';

const ask = async (query = '', who = 'secretary') => {
  const response = await fetch(`${town.url}/api/v1/escalations${query}`, {
    headers: { authorization: `Bearer ${who}` },
  });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
};

test('a missed deadline stands on the list of those who must act, as the clocks of the town show it', async () => {
  const { status, body } = await ask('?to=community-secretary', 'member');
  expect(status).toBe(200);
  expect(body).toEqual({
    items: [
      {
        number: 'meixi-2026-000417',
        clock: 'complete/1',
        step: 'complete/1/4',
        to: 'community-secretary',
        dueAt: '2026-03-02T13:12:40+08:00',
        toldAt: '2026-03-02T13:12:40.001+08:00',
        lateBySeconds: 0,
        caseId,
      },
    ],
    next: null,
  });
});

test('whose turn has not come has nothing on the list', async () => {
  expect((await ask('?to=town-leader')).body).toEqual({ items: [], next: null });
});

test('the list comes in pages', async () => {
  const { body } = await ask('?limit=1');
  const next = await ask(`?limit=1&cursor=${encodeURIComponent(String(body['next']))}`);
  const roles = [body, next.body].flatMap(({ items }) => (items as { to: string }[]).map(({ to }) => to));
  expect(roles).toEqual(['village-committee', 'community-secretary']);
  expect(next.body['next']).toBeNull();
});

const hears = async (type: string, data: object = {}) => {
  const told = sample(type);
  const message = { ...told, subject: caseId, data: { ...(told['data'] as object), ...data } };
  await platform.bus.publish(topicOf('routing'), [{ key: caseId, value: JSON.stringify(message) }]);
  await settle();
};

const seenBy = async (who: string): Promise<number> => {
  let seen = 0;
  for (let cursor: unknown = ''; cursor !== null;) {
    const from = cursor === '' ? '' : `&cursor=${encodeURIComponent(String(cursor))}`;
    const { body } = await ask(`?limit=1${from}`, who);
    seen += (body['items'] as readonly unknown[]).length;
    cursor = body['next'];
  }
  return seen;
};

const everybody = [
  'neighbour',
  'ownGrid',
  'ownMember',
  'ownSecretary',
  'otherSecretary',
  'auditor',
  'member',
];
const whoSees = async (): Promise<readonly string[]> => {
  const seen = await Promise.all(everybody.map(async (who) => [who, await seenBy(who)] as const));
  return seen.filter(([, count]) => count === 2).map(([who]) => who);
};

test('a late case of which nobody knows where it lies is seen by every secretary, and by the whole town’s', async () => {
  expect(await whoSees()).toEqual(['ownSecretary', 'otherSecretary', 'auditor', 'member']);
});

test('one that is left to the arbiter is seen in that community alone, and by the whole town’s', async () => {
  await hears('routing.order-left-to-arbiter.v1', { area: 'meixi/liutang' });
  expect(await whoSees()).toEqual(['ownSecretary', 'auditor', 'member']);
  expect(await seenBy('otherSecretary')).toBe(0);
});

test('once it is offered, those see it in whose area it lies, and nobody else', async () => {
  const offered = sample('routing.order-offered.v1');
  await hears('routing.order-offered.v1', { cycle: 2 });
  // That offer was made before the arbiter was asked: the latest word stands.
  expect(await whoSees()).toEqual(['ownSecretary', 'auditor', 'member']);
  const message = { ...offered, id: caseId, time: '2026-03-06T01:00:00.000Z' };
  await platform.bus.publish(topicOf('routing'), [{ key: caseId, value: JSON.stringify(message) }]);
  await settle();
  expect(await whoSees()).toEqual(['ownGrid', 'ownMember', 'ownSecretary', 'auditor', 'member']);
  expect(await seenBy('neighbour')).toBe(0);
});

test.each(['?to=mayor', '?limit=0', '?limit=many', '?cursor=elsewhere', '?who=me'])(
  'a question that makes no sense (%s) is refused as malformed',
  async (query) => {
    expect((await ask(query)).status).toBe(400);
  },
);

test('residents and strangers do not see it', async () => {
  expect((await ask('', 'wang')).status).toBe(403);
  expect((await ask('', 'nobody')).status).toBe(401);
});
