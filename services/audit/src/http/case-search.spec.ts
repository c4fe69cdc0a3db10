/** Finding a case: by what a clerk knows of it, and by what changed since somebody last asked. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Actor, type Area, instant, type Role } from '@mulin/kernel';
import { memoryPlatform, type RunningApp, openService, topicOf } from '@mulin/service';
import { sample } from '@mulin/testing';
import { AUDIT, AuditModule } from '../index.js';

const at = (role: Role, area: string): Actor => ({ id: role, role, area: area as Area }); // As looked up.
const accounts = {
  'hotline-clerk': at('hotline-clerk', 'mu'),
  'clerk-of-east': { ...at('hotline-clerk', 'mu/east'), id: 'clerk-of-east' },
  auditor: at('auditor', 'mu'),
  'town-leader': at('town-leader', 'mu'),
  'grid-member': at('grid-member', 'mu/east/river/r-1/r-1-a'),
};
type Who = keyof typeof accounts;

const town = memoryPlatform({
  town: 'mu',
  zone: 'Asia/Shanghai',
  now: () => instant('2026-03-10T00:00:00Z'),
  accounts,
});
let opened: RunningApp;
let told = 0;

const idOf = (nth: number) => `95cf39fa-cdbe-862d-b0af-00000000000${nth}`;
const contactOf = (nth: number) => `7fec1ca5-f649-86b9-bbfb-00000000000${nth}`;

const tell = async (name: string, subject: string, data: object, more: object = {}) => {
  const known = sample(name);
  const id = `00000000-0000-8000-b000-${String(++told).padStart(12, '0')}`;
  const sequence = String(told).padStart(10, '0');
  const message = {
    ...known,
    ...more,
    town: 'mu',
    id,
    sequence,
    subject,
    data: { ...(known['data'] as object), ...data },
  };
  await town.platform.bus.publish(topicOf(name.split('.', 1)[0] ?? ''), [
    { key: subject, value: JSON.stringify(message) },
  ]);
  await town.settle();
};

const register = (nth: number, data: object, time = `2026-03-0${nth}T01:00:00.000Z`) =>
  tell(
    'intake.case-registered.v1',
    idOf(nth),
    { number: `mu-2026-00000${nth}`, contactId: undefined, ...data },
    { time },
  );
const offer = (nth: number, area: string, member: string) =>
  tell('routing.order-offered.v1', idOf(nth), {
    number: `mu-2026-00000${nth}`,
    area,
    microGrid: area.split('/').at(-1),
    member,
    cycle: 1,
  });

const ask = async (query: string, who: Who = 'hotline-clerk', language = 'en') => {
  const response = await fetch(`${opened.url}/api/v1/cases${query}`, {
    headers: { authorization: `Bearer ${who}`, 'accept-language': language },
  });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
};
const found = async (query: string, who?: Who): Promise<string> => {
  const { body } = await ask(query, who);
  return (body['items'] as readonly { number: string }[]).map(({ number }) => number.at(-1)).join('');
};

const east = 'mu/east/river/r-1/r-1-a';
const west = 'mu/west/hill/h-1/h-1-a';
const archive = {
  batch: 'old-hotline',
  sourceId: 'HL-2019/77',
  asOf: '2026-03-01T00:00:00.000Z',
  dueAt: null,
  closedAt: null,
  claim: null,
  flags: [],
};

beforeAll(async () => {
  opened = await openService(town.platform, { modules: [AuditModule.with()], services: [AUDIT], port: 0 });
  await tell('intake.menu-item-published.v1', 'street-lamp', {
    id: 'street-lamp',
    name: { en: 'Street lamp', zh: '路灯' },
  });
  await tell('routing.area-named.v1', 'mu/west', {
    path: 'mu/west',
    name: { en: 'Westside', zh: '西苑社区' },
  });
  await register(1, { menuItem: 'street-lamp', net: 'life', channel: 'portal', contactId: contactOf(1) });
  await register(2, { menuItem: 'blocked-drain', net: 'production', channel: 'hotline-12345' });
  await register(3, { menuItem: 'blocked-drain', archive });
  await offer(1, east, 'li-wei');
  await offer(2, west, 'wu-fang');
  const breached = { clock: 'complete/1', cycle: 1, verdict: 'breached', endedAt: null };
  await tell('sla-timer.verdict-given.v1', idOf(2), breached);

  const vault = town.platform.vault('intake', { kinds: ['contact'], purposes: [] });
  const person = await vault.personOfPhone('13800138000');
  await vault.keep([{ id: contactOf(1), person, kind: 'contact', content: { phone: '13800138000' } }]);
});
afterAll(() => opened.close());

describe('A case is found', () => {
  test.each([
    ['by the town’s number', '?number=mu-2026-000002', '2'],
    ['by the number that its source gives it', `?number=${encodeURIComponent('HL-2019/77')}`, '3'],
    ['by a part of a number', '?q=00002', '2'],
    ['by the name of its item', `?q=${encodeURIComponent('路灯')}`, '1'],
    ['by the name of its area', '?q=westside', '2'],
    ['by its item', '?menuItem=blocked-drain', '32'],
    ['by an area in which it lies', '?area=mu/east', '1'],
    ['by who holds it', '?holder=wu-fang', '2'],
    ['by its state', '?state=registered', '3'],
    ['because it is late', '?late=true', '2'],
    ['because it is not', '?late=false', '31'],
    ['because the town still owes an answer', '?open=true', '21'],
    ['because it owes none: what is over, and history', '?open=false', '3'],
    ['because it is open and late, as the load counts it', '?open=true&late=true', '2'],
    ['by when it was reported', '?from=2026-03-02T09:00:00%2B08:00&to=2026-03-03T01:00:00Z', '2'],
    ['by its door', '?channel=hotline-12345', '2'],
    ['by its net', '?net=production', '2'],
    ['by several things together', '?menuItem=blocked-drain&late=false&area=mu', '3'],
    ['by nothing, newest first', '', '321'],
  ])('%s', async (_, query, numbers) => {
    expect(await found(query)).toBe(numbers);
  });

  test('page by page, and the last page is not empty', async () => {
    const first = await ask('?limit=2');
    const second = await ask(`?limit=2&cursor=${String(first.body['next'])}`);
    expect([first, second].map(({ body }) => (body['items'] as unknown[]).length)).toEqual([2, 1]);
    expect(second.body['next']).toBeNull();
    expect((await ask('?limit=3')).body['next']).toBeNull();
  });
});

describe('By a phone', () => {
  const phone = encodeURIComponent('+86 138-0013-8000');

  test('it is found by those who may read it, however it is written, and that is on record', async () => {
    expect(await found(`?phone=${phone}&purpose=call-back`)).toBe('1');
    expect(await found('?phone=13900139000&purpose=call-back')).toBe('');
    const { items } = await town.platform.readings.list({ actor: 'hotline-clerk', limit: 5 });
    expect(items[0]).toMatchObject({ purpose: 'call-back', service: 'audit', kind: null, isErasure: false });
  });

  test('by nobody without a purpose, by nobody else, and by a leader only where they were told', async () => {
    expect(await ask(`?phone=${phone}`)).toMatchObject({ status: 400, body: { code: 'purpose-missing' } });
    expect(await ask(`?phone=${phone}&purpose=call-back`, 'auditor')).toMatchObject({ status: 403 });
    expect(await found(`?phone=${phone}&purpose=call-back`, 'town-leader')).toBe('');
    expect(await ask('?phone=unknown&purpose=call-back')).toMatchObject({
      status: 400,
      body: { code: 'phone-not-readable' },
    });
  });
});

describe('Whoever is bound to an area', () => {
  test('finds what lies there, also a clerk', async () => {
    expect(await found('', 'clerk-of-east')).toBe('1');
    expect(await found('?area=mu/west', 'clerk-of-east')).toBe('');
    expect(await found('?number=mu-2026-000002', 'clerk-of-east')).toBe('');
  });

  test('and may not know who holds what, asks for nobody but themselves', async () => {
    expect(await ask('?holder=li-wei', 'grid-member')).toMatchObject({ status: 403 });
    expect(await found('?holder=grid-member', 'grid-member')).toBe('');
  });
});

test('what nobody knows is refused with what is possible, in the reader’s language', async () => {
  const english = await ask('?colour=red');
  expect(english).toMatchObject({ status: 400, body: { code: 'unknown-parameter' } });
  expect(english.body['detail']).toMatch(
    /no parameter colour here; possible are: number, phone, .*cursor\.$/,
  );
  expect((await ask('?colour=red', 'auditor', 'zh')).body['detail']).toMatch(
    /没有参数 colour；可用的参数有：number/,
  );
});

test.each([
  ['area=mu/nowhere', 400, 'area-unknown', '本镇没有区域 mu/nowhere。'],
  ['grid=r-9-z', 404, 'no-such-micro-grid', '本镇没有微网格 r-9-z。'],
  ['menuItem=unheard-of', 404, 'no-such-menu-item', '本镇服务菜单中没有“unheard-of”这一项。'],
  ['holder=li-wie', 404, 'account-unknown', '没有账号 li-wie。'],
  ['batch=never', 404, 'no-such-import', '没有名为“never”的导入。'],
])('an empty list never hides a name that nobody knows: %s', async (query, status, code, detail) => {
  expect(await ask(`?${query}`, 'auditor', 'zh')).toMatchObject({ status, body: { code, detail } });
});

test('a name that only cases know, as of an older pack, is known', async () => {
  expect(await found('?batch=old-hotline')).toBe('3');
  expect(await found('?grid=r-1-a')).toBe('1');
  expect(await ask('?channel=pigeon')).toMatchObject({ status: 400, body: { code: 'malformed' } });
});

describe('What changed', () => {
  const from = async (after: number, more = '') => {
    const { body } = await ask(`?after=${after}${more}`);
    const items = body['items'] as readonly { number: string }[];
    return { numbers: items.map(({ number }) => number.at(-1)).join(''), position: Number(body['position']) };
  };

  test('is told in the order of the last changes, from a position on, in pages without gaps', async () => {
    const all = await from(0);
    expect(all.numbers).toBe('312');
    const first = await from(0, '&limit=1');
    const second = await from(first.position, '&limit=1');
    const third = await from(second.position, '&limit=1');
    expect([first, second, third].map(({ numbers }) => numbers).join('')).toBe('312');
    expect(await from(third.position)).toEqual({ numbers: '', position: third.position });
  });

  test('comes again when it changes again', async () => {
    const { position } = await from(0);
    await tell('intake.case-closed.v1', idOf(1), { cycle: 1, outcome: 'done' });
    const later = await from(position);
    expect(later.numbers).toBe('1');
    expect(later.position).toBeGreaterThan(position);
  });
});

describe('One case', () => {
  const story = async (name: string, who: Who = 'auditor') => {
    const response = await fetch(`${opened.url}/api/v1/timelines/${encodeURIComponent(name)}`, {
      headers: { authorization: `Bearer ${who}` },
    });
    return { status: response.status, body: (await response.json()) as Record<string, unknown> };
  };

  test('is named by the number of its source, too', async () => {
    expect(await story('HL-2019/77')).toMatchObject({ status: 200, body: { number: 'mu-2026-000003' } });
    expect(await story('HL-2019/78')).toMatchObject({ status: 404, body: { code: 'case-unknown' } });
  });

  test('is asked for where several sources use one number, among those that the reader sees', async () => {
    await register(4, { archive: { ...archive, batch: 'other', sourceId: 'A-1' } });
    await register(5, { archive: { ...archive, batch: 'third', sourceId: 'A-1' } });
    await offer(5, east, 'li-wei');
    const all = await story('A-1');
    expect(all).toMatchObject({ status: 409, body: { code: 'case-ambiguous' } });
    expect(all.body['detail']).toMatch(/mu-2026-000004, mu-2026-000005\.$/);
    expect(await story('A-1', 'clerk-of-east')).toMatchObject({
      status: 200,
      body: { number: 'mu-2026-000005' },
    });
  });
});

describe('The same cases are counted', () => {
  const load = async (query: string, who: Who = 'town-leader') => {
    const response = await fetch(`${opened.url}/api/v1/load?from=2026-03-01&to=2026-03-10&${query}`, {
      headers: { authorization: `Bearer ${who}`, 'accept-language': 'en' },
    });
    return { status: response.status, body: (await response.json()) as Record<string, unknown> };
  };
  const placesOf = async (query: string, who?: Who) => (await load(query, who)).body['places'];
  const none = { open: 0, late: 0, escalated: 0, closed: 0 };
  const north = 'mu/north/lake/l-1/l-1-a';

  beforeAll(async () => {
    await register(6, { menuItem: 'street-lamp', net: 'life' }, '2026-03-06T01:00:00.000Z');
    await register(7, { menuItem: 'blocked-drain', net: 'production' }, '2026-03-06T17:00:00.000Z');
    for (const nth of [6, 7]) await offer(nth, north, 'zhao-min');
    await tell(
      'intake.case-closed.v1',
      idOf(6),
      { number: 'mu-2026-000006', cycle: 1, outcome: 'done', duplicateOf: undefined, source: undefined },
      { time: '2026-03-07T17:00:00.000Z' },
    );
    const breached = { clock: 'complete/1', cycle: 1, verdict: 'breached', endedAt: null };
    await tell('sla-timer.verdict-given.v1', idOf(7), { ...breached, dueAt: '2026-03-08T15:59:00.000Z' });
    await tell('sla-timer.case-escalated.v1', idOf(7), { clock: 'complete/1', cycle: 1, area: north });
  });

  test('by the areas below the one asked about: open, of these late and escalated, and closed', async () => {
    const counts = { open: 1, late: 1, escalated: 1, closed: 1 };
    expect(await placesOf('by=area')).toEqual(
      expect.arrayContaining([{ id: 'mu/north', name: 'mu/north', ...counts }]),
    );
    expect(await placesOf('by=area&area=mu/north')).toEqual([
      { id: 'mu/north/lake', name: 'mu/north/lake', ...counts },
    ]);
  });

  test('by micro-grid and by net', async () => {
    expect(await placesOf('by=grid&area=mu/north')).toEqual([
      { id: 'l-1-a', name: 'l-1-a', open: 1, late: 1, escalated: 1, closed: 1 },
    ]);
    expect(await placesOf('by=net&area=mu/north')).toEqual([
      { id: 'life', name: 'life', ...none, closed: 1 },
      { id: 'production', name: 'production', ...none, open: 1, late: 1, escalated: 1 },
    ]);
  });

  test('by the days of the town, which begin eight hours before those of Greenwich', async () => {
    const { body } = await load('by=day&area=mu/north');
    expect(body['days']).toEqual([
      { day: '2026-03-06', opened: 1, closed: 0, late: 0 },
      { day: '2026-03-07', opened: 1, closed: 0, late: 0 },
      { day: '2026-03-08', opened: 0, closed: 1, late: 1 },
    ]);
  });

  test.each([
    ['what is open', 'open=true', 1],
    ['what was escalated', 'escalated=true', 1],
    ['what was closed on the day', 'closedFrom=2026-03-07T16:00:00Z&closedTo=2026-03-08T16:00:00Z', 1],
    ['what was closed on the day before', 'closedFrom=2026-03-06T16:00:00Z&closedTo=2026-03-07T16:00:00Z', 0],
    ['what was first late on the day', 'missedFrom=2026-03-07T16:00:00Z&missedTo=2026-03-08T16:00:00Z', 1],
    ['what was first late after it', 'missedFrom=2026-03-08T16:00:00Z', 0],
  ])('and the list has as many cases as are counted: %s', async (_, query, count) => {
    const response = await fetch(`${opened.url}/api/v1/cases?area=mu/north&${query}`, {
      headers: { authorization: 'Bearer town-leader' },
    });
    const { items } = (await response.json()) as { items: unknown[] };
    expect(items).toHaveLength(count);
  });

  test('in the period that is asked for, its last day included', async () => {
    const closedBy = async (to: string) => {
      const response = await fetch(
        `${opened.url}/api/v1/load?by=net&area=mu/north&from=2026-03-01&to=${to}`,
        { headers: { authorization: 'Bearer town-leader' } },
      );
      const { places } = (await response.json()) as { places: readonly { id: string; closed: number }[] };
      return places.find(({ id }) => id === 'life')?.closed ?? 0;
    };
    expect([await closedBy('2026-03-07'), await closedBy('2026-03-08')]).toEqual([0, 1]);
  });

  test('as far as the reader may see them, and of a period that is one', async () => {
    const seen = (await placesOf('by=area', 'clerk-of-east')) as readonly { id: string }[];
    expect(seen.map(({ id }) => id)).toEqual(['mu/east']);
    expect(await load('by=area&area=mu/nowhere')).toMatchObject({
      status: 400,
      body: { code: 'area-unknown' },
    });
    const long = await fetch(`${opened.url}/api/v1/load?by=day&from=2020-01-01&to=2026-03-10`, {
      headers: { authorization: 'Bearer town-leader' },
    });
    expect(await long.json()).toMatchObject({ code: 'period-too-long' });
  });
});

describe('What may be the same as something that is being registered', () => {
  const alike = async (query: string, who: Who = 'hotline-clerk') => {
    const { status, body } = await ask(`/alike?menuItem=street-lamp&${query}`, who);
    const items = (body['items'] ?? []) as readonly Record<string, unknown>[];
    return { status, body, items: items.map(({ number, metres, because }) => ({ number, metres, because })) };
  };
  const here = { lat: 36.373, lon: 119.744 };
  const far = { lat: 36.3745, lon: 119.744 };
  const [second, third, fourth] = [8, 9, 0].map((nth) => `mu-2026-00000${nth}`);
  const lamp = { menuItem: 'street-lamp', net: 'life' };

  beforeAll(async () => {
    const time = '2026-03-09T01:00:00.000Z';
    await register(8, { ...lamp, point: { lat: 36.3733, lon: 119.744 } }, time);
    await register(9, { ...lamp, point: far }, time);
    await register(0, { ...lamp, point: here }, '2026-01-09T01:00:00.000Z');
    for (const nth of [8, 9, 0]) await offer(nth, west, 'wu-fang');
  });

  test('lies close by or in the same micro-grid, the nearest first; not what was reported long ago', async () => {
    expect((await alike(`lat=${here.lat}&lon=${here.lon}`)).items).toEqual([
      { number: second, metres: 33, because: ['close-by'] },
    ]);
    expect((await alike(`grid=h-1-a&lat=${here.lat}&lon=${here.lon}`)).items).toEqual([
      { number: second, metres: 33, because: ['same-micro-grid', 'close-by'] },
      { number: third, metres: 167, because: ['same-micro-grid'] },
    ]);
    const older = await alike(`grid=h-1-a&lat=${here.lat}&lon=${here.lon}&days=90`);
    expect(older.items[0]).toEqual({ number: fourth, metres: 0, because: ['same-micro-grid', 'close-by'] });
  });

  test('is of the same item, open, and the reader’s to find; nothing is alike without a place', async () => {
    expect((await alike('grid=h-1-a')).items).toHaveLength(2);
    expect((await ask('/alike?menuItem=blocked-drain&grid=h-1-a&days=1')).body['items']).toEqual([]);
    expect((await alike('grid=h-1-a', 'clerk-of-east')).items).toEqual([]);
    expect((await alike('days=90')).items).toEqual([]);
    await tell('intake.case-withdrawn.v1', idOf(8), { number: second, cycle: 1 });
    expect((await alike('grid=h-1-a')).items).toEqual([
      { number: third, metres: null, because: ['same-micro-grid'] },
    ]);
  });

  test('of an item or in a micro-grid that nobody knows is refused', async () => {
    expect(await ask('/alike?menuItem=the-moon&grid=h-1-a')).toMatchObject({ status: 404 });
    expect(await alike('grid=nowhere')).toMatchObject({ status: 404, body: { code: 'no-such-micro-grid' } });
  });
});
