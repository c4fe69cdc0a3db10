/** What waits for whom, as the staff of a town ask for it: over HTTP. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Actor, type Area, hour, instant, plus } from '@mulin/kernel';
import { memoryPlatform, openService, topicOf } from '@mulin/service';
import { sample, virtualTime } from '@mulin/testing';
import { parseRules, SLA_TIMER, SlaTimerModule } from '../index.js';

const start = instant('2026-03-02T01:12:40.000Z');
const account = (role: Actor['role']): Actor => ({ id: role, role, area: 'mu' as Area });
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

const ask = async (query = '', who = 'secretary') => {
  const response = await fetch(`${town.url}/api/v1/escalations${query}`, {
    headers: { authorization: `Bearer ${who}` },
  });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
};

test('a missed deadline stands on the list of those who must act', async () => {
  const { status, body } = await ask('?to=community-secretary', 'member');
  expect(status).toBe(200);
  expect(body).toEqual({
    items: [
      {
        number: 'meixi-2026-000417',
        clock: 'complete/1',
        step: 'complete/1/4',
        to: 'community-secretary',
        dueAt: plus(start, 4 * hour),
        toldAt: plus(start, 4 * hour + 1),
        lateBySeconds: 0,
        caseId: '7fec1ca5-f649-86b9-bbfb-39be5e129e50',
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
