/** Who must answer what reached them names the case as on every other route: by its number or its id. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Area, hour, instant, plus } from '@mulin/kernel';
import { memoryPlatform, openService, topicOf } from '@mulin/service';
import { sample, virtualTime } from '@mulin/testing';
import { SLA_TIMER, SlaTimerModule } from '../index.js';

const start = instant('2026-03-02T01:00:00Z');
const caseId = '7fec1ca5-f649-86b9-bbfb-39be5e129e50';
const number = 'mu-2026-000417';
const area = 'mu/dongguan' as Area;

const pack: Parameters<typeof SlaTimerModule.with>[0] = {
  calendars: [
    {
      id: 'town',
      version: '1',
      zone: 'Asia/Shanghai',
      week: { 'mon-sun': [['00:00', '24:00']] },
      overrides: {},
      coveredUntil: '2026-12-31',
    },
  ],
  commitments: [],
  policies: [
    {
      id: 'whole',
      calendar: 'town',
      clocks: [{ name: 'complete', length: { unit: 'hour', amount: 2 } }],
      ladder: [{ share: 1, to: ['community-secretary'] }],
    },
  ],
};

const { now, moveTo } = virtualTime(start);
const memory = memoryPlatform({
  town: 'mu',
  zone: 'Asia/Shanghai',
  now,
  accounts: { secretary: { id: `community-secretary@${area}`, role: 'community-secretary', area } },
});
const opened = { url: '', close: async () => {} };

const hears = async (type: string, id: string, data: object) => {
  const [service = ''] = type.split('.');
  const told = sample(type);
  const envelope = { id, subject: caseId, town: 'mu', time: start };
  const event = { ...told, ...envelope, data: { ...(told['data'] as object), cycle: 1, ...data } };
  await memory.platform.bus.publish(topicOf(service), [{ key: caseId, value: JSON.stringify(event) }]);
  await memory.settle();
};

beforeAll(async () => {
  const modules = [SlaTimerModule.with(pack)];
  Object.assign(opened, await openService(memory.platform, { modules, services: [SLA_TIMER], port: 0 }));
  await hears('intake.case-registered.v1', '00000000-0000-4000-8000-000000000001', {
    number,
    policy: 'whole',
  });
  const asked = { number, leg: 1, area: `${area}/hetou/hetou-1/hetou-1-a` };
  await hears('routing.order-offered.v1', '00000000-0000-4000-8000-000000000002', asked);
  await moveTo(plus(start, 3 * hour), memory);
});
afterAll(() => opened.close());

let keys = 0;
const acknowledge = async (name: string) => {
  const response = await fetch(`${opened.url}/api/v1/escalations/${name}/acknowledge`, {
    method: 'POST',
    headers: {
      authorization: 'Bearer secretary',
      'content-type': 'application/json',
      'idempotency-key': `key-${++keys}`,
    },
    body: JSON.stringify({ decision: 'noted' }),
  });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
};

const head = () => memory.platform.eventStore('sla-timer').head();

test('the secretary acknowledges by the number that stands on her letter, as by the id', async () => {
  const byNumber = await acknowledge(number);
  expect(byNumber).toMatchObject({ status: 200, body: { caseId, decision: 'noted' } });
  expect(await acknowledge(caseId)).toMatchObject({ status: 200, body: { caseId } });
});

test('a number that no case has is named, and nothing is recorded', async () => {
  const before = await head();
  expect(await acknowledge('mu-2026-999999')).toMatchObject({
    status: 404,
    body: { code: 'case-unknown' },
  });
  expect(await head()).toBe(before);
});
