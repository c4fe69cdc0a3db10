/** What is counted as open, late and escalated is what the town owes: history of an archive is not in it. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Actor, type Area, instant } from '@mulin/kernel';
import { memoryPlatform, type RunningApp, openService, topicOf } from '@mulin/service';
import { sample } from '@mulin/testing';
import { AUDIT, AuditModule } from '../../index.js';

const leader: Actor = { id: 'town-leader', role: 'town-leader', area: 'mu' as Area }; // As looked up.
const town = memoryPlatform({
  town: 'mu',
  zone: 'Asia/Shanghai',
  now: () => instant('2026-03-10T00:00:00Z'),
  accounts: { 'town-leader': leader },
});
let opened: RunningApp;
let told = 0;

const idOf = (nth: number) => `95cf39fa-cdbe-862d-b0af-00000000000${nth}`;
const numberOf = (nth: number) => `mu-2026-00000${nth}`;

const tell = async (name: string, nth: number, data: object, time = '2026-03-02T01:00:00.000Z') => {
  const known = sample(name);
  const subject = idOf(nth);
  const message = {
    ...known,
    town: 'mu',
    id: `00000000-0000-8000-b000-${String(++told).padStart(12, '0')}`,
    sequence: String(told).padStart(10, '0'),
    subject,
    time,
    data: { ...(known['data'] as object), number: numberOf(nth), cycle: 1, ...data },
  };
  await town.platform.bus.publish(topicOf(name.split('.', 1)[0] ?? ''), [
    { key: subject, value: JSON.stringify(message) },
  ]);
  await town.settle();
};

const archive = {
  batch: 'old-hotline',
  sourceId: 'HL-2019/77',
  asOf: '2026-03-01T00:00:00.000Z',
  dueAt: null,
  closedAt: null,
  claim: null,
  flags: [],
};
const lake = { area: 'mu/north/lake/l-1/l-1-a', microGrid: 'l-1-a' };
const late = { clock: 'complete/1', verdict: 'breached', endedAt: null, dueAt: '2026-03-05T09:00:00.000Z' };

const register = (nth: number, data: object, time?: string) =>
  tell(
    'intake.case-registered.v1',
    nth,
    { net: 'life', menuItem: 'street-lamp', contactId: undefined, ...data },
    time,
  );
const live = async (nth: number) => {
  await register(nth, {});
  await tell('routing.order-offered.v1', nth, { ...lake, member: 'zhao-min' });
};
const history = async (nth: number, reportedAt: string) => {
  await register(nth, { archive: { ...archive, sourceId: `HL-${nth}` } }, reportedAt);
  await tell('routing.archived-case-routed.v1', nth, { ...lake, net: 'life', isPlaceless: false });
};

const get = async (path: string) => {
  const response = await fetch(`${opened.url}/api/v1/${path}`, {
    headers: { authorization: 'Bearer town-leader', 'accept-language': 'en' },
  });
  return (await response.json()) as unknown;
};
const numbers = async (query: string): Promise<string> => {
  const { items } = (await get(`cases?${query}`)) as { items: readonly { number: string }[] };
  return items
    .map(({ number }) => number.at(-1))
    .sort()
    .join('');
};

beforeAll(async () => {
  opened = await openService(town.platform, { modules: [AuditModule.with()], services: [AUDIT], port: 0 });
  for (const nth of [1, 2]) await live(nth);
  await history(3, '2026-03-01T01:00:00.000Z');
  for (const nth of [4, 5]) await history(nth, '2019-05-06T01:00:00.000Z');
  for (const nth of [2, 4]) await tell('sla-timer.verdict-given.v1', nth, late);
  for (const nth of [2, 4])
    await tell('sla-timer.case-escalated.v1', nth, { clock: 'complete/1', area: lake.area });
  // A later file of the source closes one.
  await tell(
    'intake.case-closed.v1',
    5,
    { outcome: 'done', duplicateOf: undefined, source: { asOf: '2026-03-09T00:00:00.000Z', claim: null } },
    '2026-03-08T01:00:00.000Z',
  );
});
afterAll(() => opened.close());

const counts = { open: 2, late: 1, escalated: 1, closed: 1 };

describe('A case of the archive', () => {
  test.each([
    ['area', 'mu/north'],
    ['grid', 'l-1-a'],
    ['net', 'life'],
  ])('is not open, late or escalated by %s, and was closed when its source closed it', async (by, id) => {
    const { places } = (await get(`load?by=${by}&from=2026-03-01&to=2026-03-10`)) as { places: unknown };
    expect(places).toEqual([expect.objectContaining({ id, ...counts })]);
  });

  test.each([
    ['open', 'open=true', '12'],
    ['late', 'open=true&late=true', '2'],
    ['escalated', 'open=true&escalated=true', '2'],
    ['closed', 'state=closed&closedFrom=2026-02-28T16:00:00Z&closedTo=2026-03-10T16:00:00Z', '5'],
  ] as const)('and the list behind a number has exactly those: %s', async (measure, query, cases) => {
    for (const place of ['area=mu/north', 'grid=l-1-a', 'net=life'])
      expect(await numbers(`${place}&${query}`)).toBe(cases);
    expect(cases).toHaveLength(counts[measure]);
  });

  test('is found as one to which no answer is owed, as late as it was, and by its import', async () => {
    expect(await numbers('open=false')).toBe('345');
    expect(await numbers('late=true')).toBe('24');
    expect(await numbers('state=registered')).toBe('34');
    expect(await numbers('batch=old-hotline')).toBe('345');
  });

  test('counts on the days on which it was reported, closed and late, as it was then', async () => {
    const { days } = (await get('load?by=day&from=2019-05-01&to=2019-05-31')) as { days: unknown };
    expect(days).toEqual([{ day: '2019-05-06', opened: 2, closed: 0, late: 0 }]);
  });

  test('is no likely double of what is registered: nobody answers it', async () => {
    const { items } = (await get('cases/alike?menuItem=street-lamp&grid=l-1-a&days=90')) as {
      items: readonly { number: string }[];
    };
    expect(items.map(({ number }) => number).sort()).toEqual([1, 2].map(numberOf));
  });
});

test('what lies nobody knows where is the town’s, and of it, too, what is owed is open', async () => {
  await register(6, {});
  await register(7, { archive });
  const { places } = (await get('load?by=area&from=2026-03-01&to=2026-03-10')) as {
    places: readonly unknown[];
  };
  expect(places).toContainEqual({ id: 'mu', name: 'mu', open: 1, late: 0, escalated: 0, closed: 0 });
});
