/** The desk, as a clerk, a resident and an operator meet it: over HTTP. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Actor, type Area, type Instant, instant, uuidOf } from '@mulin/kernel';
import { memoryPlatform, openService } from '@mulin/service';
import type { MenuItem } from '../domain/menu.js';
import { INTAKE, IntakeModule } from '../index.js';

const noon = instant('2026-03-02T04:00:00Z');
const account = (id: string, role: Actor['role']): Actor => ({ id, role, area: 'mu' as Area });
const menu = [
  {
    id: 'street-lamp',
    name: { zh: '路灯', en: 'Street lamp' },
    net: 'life',
    urgency: 'ordinary',
    policy: 'ordinary',
    public: true,
  },
  {
    id: 'market-noise',
    name: { zh: '市场噪音', en: 'Noise of a market' },
    net: 'commerce',
    urgency: 'urgent',
    policy: 'urgent',
    public: false,
  },
] as const;

const time: { now: Instant } = { now: noon };
const memory = memoryPlatform({
  town: 'mu',
  zone: 'Asia/Shanghai',
  now: () => time.now,
  accounts: {
    clerk: account('clerk-1', 'hotline-clerk'),
    wang: account('wang', 'resident'),
    zhou: account('zhou', 'resident'),
    li: { ...account('li-wei', 'grid-member'), area: 'mu/east/river/r-1/r-1-a' as Area },
    op: account('op', 'operator'),
  },
});
const town = { url: '', close: async () => {} };

beforeAll(async () => {
  const opened = await openService(memory.platform, {
    modules: [IntakeModule.with({ menu })],
    services: [INTAKE],
    port: 0,
  });
  Object.assign(town, opened);
});
afterAll(() => town.close());

let keys = 0;
type Sent = { key?: string; headers?: Record<string, string> };
const send = async (who: string, path: string, body: unknown, { key, headers }: Sent = {}) => {
  const response = await fetch(`${town.url}${path}`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${who}`,
      'content-type': 'application/json',
      'idempotency-key': key ?? `k-${++keys}`,
      ...headers,
    },
    body: JSON.stringify(body),
  });
  await memory.settle();
  return {
    status: response.status,
    headers: response.headers,
    body: (await response.json()) as Record<string, never>,
  };
};
const get = async (who: string, path: string) => {
  const response = await fetch(`${town.url}${path}`, { headers: { authorization: `Bearer ${who}` } });
  return {
    status: response.status,
    headers: response.headers,
    body: (await response.json()) as Record<string, never>,
  };
};
const told = () =>
  (memory.messages('mulin.intake') as { type: string; data: Record<string, unknown> }[]).filter(({ type }) =>
    type.startsWith('intake.case-'),
  );

const dark = {
  menuItem: 'street-lamp',
  words: '学校门口的路灯坏了三天 🌙',
  place: { lat: 36.4, lon: 119.7 },
};
const registered = async (who = 'clerk', body: object = dark): Promise<string> =>
  String((await send(who, '/api/v1/cases', body)).body['caseId']);

describe('A demand', () => {
  test('is registered with a number, told without a word of the resident, and readable with a purpose', async () => {
    const { status, headers, body } = await send('clerk', '/api/v1/cases', {
      ...dark,
      phone: '138-0013-8000',
    });
    expect(status).toBe(201);
    expect(body).toMatchObject({ number: 'mu-2026-000001', state: 'registered', channel: 'hotline-12345' });
    expect(headers.get('etag')).toBe('"0"');
    expect(headers.get('mulin-position')).toMatch(/^intake:\d+$/);

    expect(told().at(-1)).toMatchObject({
      type: 'intake.case-registered.v1',
      data: { menuItem: 'street-lamp' },
    });
    // A street lamp is a public place, so its point is nobody's secret; what was said, and by whom, is.
    expect(told().at(-1)?.data).toMatchObject({ point: { lat: 36.4, lon: 119.7 } });
    expect(JSON.stringify(told())).not.toMatch(/路灯|138/);

    const words = await get('clerk', `/api/v1/cases/${body['caseId']}/words?purpose=answering`);
    expect(words.body).toEqual({
      words: dark.words,
      place: dark.place,
      contact: { phone: '138-0013-8000' },
    });
    expect(memory.readings().at(-1)).toMatchObject({ actor: 'clerk-1', purpose: 'answering' });
    expect((await get('clerk', `/api/v1/cases/${body['caseId']}/words?purpose=curiosity`)).status).toBe(400);
  });

  test('sent again under the same key is the same case; another demand under it is refused', async () => {
    const first = await send('wang', '/api/v1/cases', dark, { key: 'once' });
    const again = await send('wang', '/api/v1/cases', dark, { key: 'once' });
    expect(again).toMatchObject({ status: 201, body: first.body });

    const other = await send('wang', '/api/v1/cases', { ...dark, words: 'other' }, { key: 'once' });
    expect(other).toMatchObject({ status: 422, body: { code: 'same-id-other-content' } });
  });

  test('comes by the door of whoever sends it', async () => {
    expect((await send('wang', '/api/v1/cases', { ...dark, channel: 'file' })).body).toMatchObject({
      channel: 'portal',
    });
    expect((await send('li', '/api/v1/cases', dark)).body).toMatchObject({ channel: 'patrol' });
    expect(
      (await send('clerk', '/api/v1/cases', { ...dark, channel: 'neighbours-hotline' })).body,
    ).toMatchObject({ channel: 'neighbours-hotline' });
  });

  test.each([
    ['without words', { ...dark, words: '  ' }, 400, 'malformed'],
    ['with half a point', { ...dark, place: { lat: 36 } }, 400, 'malformed'],
    ['from nowhere on earth', { ...dark, place: { lat: 136, lon: 0 } }, 400, 'malformed'],
    ['with a letter too long', { ...dark, words: 'x'.repeat(20_001) }, 400, 'malformed'],
    ['with a field nobody knows', { ...dark, colour: 'red' }, 400, 'malformed'],
    ['for what is not on the menu', { ...dark, menuItem: 'moon' }, 409, 'no-such-menu-item'],
    ['of tomorrow', { ...dark, reportedAt: '2026-03-03T12:00:00+08:00' }, 409, 'reported-in-future'],
    ['of last week', { ...dark, reportedAt: '2026-02-23T12:00:00+08:00' }, 409, 'reported-too-long-ago'],
    [
      'of a year that has five digits elsewhere',
      { ...dark, reportedAt: '9999-12-31T23:59:59-05:00' },
      400,
      'malformed',
    ],
    ['of a time without its offset', { ...dark, reportedAt: '2026-03-02T11:00:00' }, 400, 'malformed'],
  ])('%s is refused and changes nothing', async (_, body, status, code) => {
    const before = told().length;
    expect(await send('clerk', '/api/v1/cases', body)).toMatchObject({ status, body: { code, status } });
    expect(told()).toHaveLength(before);
  });
});

describe('A clerk', () => {
  test('declines what is not the town’s, once and for good', async () => {
    const caseId = await registered();
    const decline = { reason: 'not-of-this-town', door: 'county-department' };
    expect(await send('clerk', `/api/v1/cases/${caseId}/decline`, decline)).toMatchObject({
      status: 200,
      body: { state: 'declined' },
    });
    expect(await send('clerk', `/api/v1/cases/${caseId}/close`, { outcome: 'done' })).toMatchObject({
      status: 409,
      body: { code: 'case-declined' },
    });
  });

  test('notes a wrong item and place anew, and the policy follows the item', async () => {
    const caseId = await registered();
    const place = { address: '集市东门' };
    const noted = { reason: 'wrong-menu-item', menuItem: 'market-noise', place };
    expect(await send('clerk', `/api/v1/cases/${caseId}/reclassify`, noted)).toMatchObject({
      body: { menuItem: 'market-noise', net: 'commerce', urgency: 'urgent' },
    });
    expect(told().at(-1)).toMatchObject({ type: 'intake.case-reclassified.v1', data: { policy: 'urgent' } });
    expect((await get('clerk', `/api/v1/cases/${caseId}/words?purpose=call-back`)).body).toMatchObject({
      place,
    });
  });

  test('is told that a correction must correct something', async () => {
    const caseId = await registered();
    expect(
      await send('clerk', `/api/v1/cases/${caseId}/reclassify`, { reason: 'wrong-place' }),
    ).toMatchObject({
      status: 400,
      body: { code: 'malformed' },
    });
  });

  test('does not overwrite what a colleague has changed since', async () => {
    const caseId = await registered();
    await send(
      'clerk',
      `/api/v1/cases/${caseId}/close`,
      { outcome: 'explained' },
      { headers: { 'if-match': '"0"' } },
    );
    const stale = { headers: { 'if-match': '"0"' } };
    const toMarket = { reason: 'wrong-menu-item', menuItem: 'market-noise' };
    expect(await send('clerk', `/api/v1/cases/${caseId}/reclassify`, toMarket, stale)).toMatchObject({
      status: 412,
      body: { code: 'stale-version' },
    });
    expect((await get('clerk', `/api/v1/cases/${caseId}`)).headers.get('etag')).toBe('"1"');
  });

  test('hears plainly that a case is not there', async () => {
    const nobody = '00000000-0000-8000-8000-000000000000';
    expect(await send('clerk', `/api/v1/cases/${nobody}/close`, { outcome: 'done' })).toMatchObject({
      status: 404,
      body: { code: 'case-not-found' },
    });
    expect((await get('clerk', `/api/v1/cases/${nobody}`)).status).toBe(404);
    expect((await get('clerk', '/api/v1/cases/12345')).status).toBe(404);
  });
});

describe('A resident', () => {
  test('takes back what they asked, and nobody else may', async () => {
    const caseId = await registered('wang');
    expect(await send('zhou', `/api/v1/cases/${caseId}/withdraw`, {})).toMatchObject({
      status: 403,
      body: { code: 'not-your-case' },
    });
    expect(await send('wang', `/api/v1/cases/${caseId}/withdraw`, {})).toMatchObject({
      status: 200,
      body: { state: 'withdrawn' },
    });
  });

  test('is called in no event by what somebody without the key could make of their account', async () => {
    const caseId = await registered('wang');
    const [event] = await memory.platform.eventStore('intake').readStream(`case-${caseId}`);
    const guessed = await uuidOf('mu', 'resident', 'wang');
    expect(JSON.stringify(event)).not.toContain(guessed);
    expect(event?.metadata.actor).toBe(memory.platform.pseudonyms.of('mu', 'wang'));
    expect(event?.data).toMatchObject({ demand: { person: event?.metadata.actor } });
  });

  test('takes back what they asked of an older town, which called them by a bare hash', async () => {
    const caseId = await registered('wang');
    const store = memory.platform.eventStore('intake');
    const [event] = await store.readStream(`case-${caseId}`);
    if (event === undefined) throw new Error('the case is recorded');
    const older = await uuidOf('an older case');
    const text = JSON.stringify({ type: event.type, data: event.data, metadata: event.metadata })
      .replaceAll(String(event.metadata.actor), await uuidOf('mu', 'resident', 'wang'))
      .replaceAll(caseId, older);
    await store.appendToStream(`case-${older}`, [{ ...JSON.parse(text), id: 'an-older-event' }], {
      expectedRevision: 'no-stream',
    });
    await memory.settle();
    expect(await send('zhou', `/api/v1/cases/${older}/withdraw`, {})).toMatchObject({
      status: 403,
      body: { code: 'not-your-case' },
    });
    expect(await send('wang', `/api/v1/cases/${older}/withdraw`, {})).toMatchObject({ status: 200 });
  });

  test('may neither close nor decline, nor read what others wrote', async () => {
    const caseId = await registered();
    expect((await send('wang', `/api/v1/cases/${caseId}/close`, { outcome: 'done' })).status).toBe(403);
    expect((await get('wang', `/api/v1/cases/${caseId}/words?purpose=answering`)).status).toBe(403);
  });

  test('sees the menu without signing in', async () => {
    const { items } = (await (await fetch(`${town.url}/api/v1/menu`)).json()) as { items: { id: string }[] };
    expect(items.map(({ id }) => id)).toEqual(['street-lamp', 'market-noise']);
  });
});

describe('An import', () => {
  const row = (sourceId: string, more: object = {}) => ({
    sourceId,
    menuItem: 'street-lamp',
    words: 'a lamp',
    place: null,
    channel: 'file',
    person: null,
    reportedAt: '2015-01-01T08:46:15Z',
    closedAt: '2015-01-06T13:50:05Z',
    dueAt: '2015-01-09T13:30:00Z',
    claim: 'met',
    flags: [],
    ...more,
  });
  const batch = (...rows: object[]) => ({ mode: 'archive', asOf: '2016-01-12T21:00:00Z', rows });
  const outcomes = async (body: object) => {
    const said: Record<string, unknown> = (await send('op', '/api/v1/imports/old-hotline/rows', body)).body;
    return (said['rows'] as { outcome: string; code?: string }[]).map(({ outcome, code }) => code ?? outcome);
  };

  test('registers each row once, however often it comes, and refuses one whose content changed', async () => {
    expect(await outcomes(batch(row('1'), row('2', { closedAt: null })))).toEqual([
      'registered',
      'registered',
    ]);
    const numbers = async () => (await memory.platform.eventStore('intake').readStream('number-2015')).length;
    const taken = await numbers();
    expect(await outcomes(batch(row('2', { closedAt: null }), row('3')))).toEqual(['known', 'registered']);
    for (let again = 0; again < 120; again++) await outcomes(batch(row('3')));
    expect(await numbers()).toBe(taken);
    expect(await outcomes(batch(row('1', { words: 'another lamp' }), row('3')))).toEqual([
      'same-id-other-content',
      'known',
    ]);
    expect(await outcomes(batch(row('1', { dueAt: null })))).toEqual(['same-id-other-content']);
    expect(await outcomes(batch(row('4', { menuItem: 'moon' }), row('5')))).toEqual([
      'no-such-menu-item',
      'registered',
    ]);
  });

  test('is its own guard: rows that cannot be are refused alone, though no command line has looked at them', async () => {
    const cannotBe = [
      row('81', { closedAt: '2027-01-01T00:00:00Z' }),
      row('82', { reportedAt: '1900-01-01T00:00:00Z' }),
      row('83', { place: { lat: 0, lon: 0 } }),
      row('1.39E+10'),
      row('84'),
    ];
    const codes = ['closed-in-future', 'implausible-time', 'implausible-place', 'digits-lost', 'registered'];
    expect(await outcomes(batch(...cannotBe))).toEqual(codes);
    expect(await outcomes({ mode: 'live', rows: [row('85', { closedAt: '2027-01-01T00:00:00Z' })] })).toEqual(
      ['closed-in-future'],
    );
  });

  test('refuses a row that has not the form of one by itself, and says where and, masked, what', async () => {
    const contact = { phone: 'call Wang at noon', name: 'Wang' };
    const rows = [
      row('91'),
      row('92', { contact }),
      row('93', { reportedAt: '3/4/2026' }),
      row('94', { place: { lat: 99, lon: 119 } }),
      row('95', { colour: 'red' }),
      'no row',
      row('96', { contact: { phone: '138.0000.0000' } }),
      row('97', { closedAt: '2027-01-01T00:00:00Z' }),
    ];
    const { status, body } = await send('op', '/api/v1/imports/old-hotline/rows', { ...batch(), rows });
    expect(status).toBe(200);
    const refused = { outcome: 'rejected', code: 'malformed', caseId: null };
    expect(body['rows']).toMatchObject([
      { outcome: 'registered' },
      { ...refused, line: 2, field: 'contact.phone', value: 'c********n' },
      { ...refused, line: 3, field: 'reportedAt', value: '3/4/2026' },
      { ...refused, line: 4, field: 'place.lat', value: '**' },
      { ...refused, line: 5, field: 'colour', value: 'r*d' },
      { ...refused, line: 6, reason: 'Please correct: the row (must be an object).' },
      { outcome: 'registered' },
      {
        outcome: 'rejected',
        code: 'closed-in-future',
        line: 8,
        field: 'closedAt',
        value: '2027-01-01T00:00:00Z',
      },
    ]);
  });

  test('tells the historic times beside the recorded one', async () => {
    await outcomes(batch(row('9')));
    const [registration, closing] = told().slice(-2);
    expect(registration).toMatchObject({
      type: 'intake.case-registered.v1',
      time: '2015-01-01T08:46:15.000Z',
      recordedat: noon,
      data: { number: expect.stringMatching(/^mu-2015-/), archive: { sourceId: '9', claim: 'met' } },
    });
    expect(closing).toMatchObject({ type: 'intake.case-closed.v1', time: '2015-01-06T13:50:05.000Z' });
  });

  test('of a later file brings what has been closed since, and is not refused for its later asOf', async () => {
    await outcomes(batch(row('20', { closedAt: null, claim: null }), row('21')));
    const later = { ...batch(row('20'), row('21')), asOf: '2016-02-12T21:00:00Z' };
    const { body } = await send('op', '/api/v1/imports/old-hotline/rows', later);
    expect(body['rows']).toEqual([
      { caseId: expect.any(String), outcome: 'known', closed: true },
      { caseId: expect.any(String), outcome: 'known' },
    ]);
    expect(told().at(-1)).toMatchObject({
      type: 'intake.case-closed.v1',
      time: '2015-01-06T13:50:05.000Z',
      data: { outcome: 'done', source: { asOf: '2016-02-12T21:00:00.000Z', claim: 'met' } },
    });
    expect(await outcomes(later)).toEqual(['known', 'known']);
    const otherwise = batch(row('20', { dueAt: null }), row('20', { reportedAt: '2015-01-02T08:46:15Z' }));
    expect(await outcomes(otherwise)).toEqual(['same-id-other-content', 'same-id-other-content']);
  });

  test('hears each of several rows of one id in one file, in their order', async () => {
    const open = { closedAt: null, claim: null };
    const rows = batch(row('60', open), row('60'), row('60', { dueAt: null }), row('60', { closedAt: null }));
    const { body } = await send('op', '/api/v1/imports/old-hotline/rows', rows);
    expect(body['rows']).toMatchObject([
      { outcome: 'registered' },
      { outcome: 'known', closed: true },
      { outcome: 'rejected', code: 'same-id-other-content' },
      { outcome: 'rejected', code: 'same-id-other-content' },
    ]);
  });

  test('hears each of two files that come at the same moment', async () => {
    const both = await Promise.all([
      send('op', '/api/v1/imports/old-hotline/rows', batch(row('61'))),
      send(
        'op',
        '/api/v1/imports/old-hotline/rows',
        batch(row('61', { reportedAt: '2015-01-02T08:46:15Z' })),
      ),
    ]);
    const said = both.flatMap(({ body }) => body['rows'] as unknown as { outcome: string }[]);
    expect(said.map(({ outcome }) => outcome).sort()).toEqual(['registered', 'rejected']);
  });

  test('that is live needs no asOf: what is open moves in, of any age, and what is closed is never opened', async () => {
    const live = { mode: 'live', rows: [row('30', { closedAt: null, claim: null }), row('31')] };
    expect(await outcomes(live)).toEqual(['registered', 'registered']);
    const [open, closed, closing] = told().slice(-3);
    expect(open).toMatchObject({
      time: '2015-01-01T08:46:15.000Z',
      data: { movedIn: { batch: 'old-hotline', sourceId: '30', dueAt: '2015-01-09T13:30:00.000Z' } },
    });
    expect(open?.data).not.toHaveProperty('archive');
    expect(closed).toMatchObject({
      data: { archive: { sourceId: '31', closedAt: '2015-01-06T13:50:05.000Z' } },
    });
    expect(closing).toMatchObject({ type: 'intake.case-closed.v1', time: '2015-01-06T13:50:05.000Z' });
    const undated = { ...batch(row('32')), asOf: undefined };
    expect((await send('op', '/api/v1/imports/old-hotline/rows', undated)).status).toBe(400);
  });

  test('keeps the phone as the desk does, and a phone that a source uses as an id with it', async () => {
    const phone = '13700000001';
    const rows = batch(
      row('40', { contact: { phone, name: '王某' }, sourceNumber: 'WX-40' }),
      row('13700000002', { sourceNumber: '13700000003' }),
    );
    expect(await outcomes(rows)).toEqual(['registered', 'registered']);
    expect(await outcomes(rows)).toEqual(['known', 'known']);
    const events = JSON.stringify(
      await memory.platform.eventStore('intake').readAll({ from: null, maxCount: 9_999 }),
    );
    expect(events).not.toMatch(/1370000000/);
    const registrations = told().filter(({ type }) => type === 'intake.case-registered.v1');
    expect(registrations.at(-2)?.data).toMatchObject({
      sourceNumber: 'WX-40',
      contactId: expect.any(String),
    });
    expect(registrations.at(-1)?.data).toMatchObject({
      archive: { sourceId: expect.stringMatching(/^withheld-[0-9a-f]{8}$/) },
      contactId: expect.any(String),
    });
    expect(registrations.at(-1)?.data).not.toHaveProperty('sourceNumber');
  });

  test('is an operator’s, and takes no more than a thousand rows at once', async () => {
    expect((await send('clerk', '/api/v1/imports/old-hotline/rows', batch(row('1')))).status).toBe(403);
    const many = batch(...Array.from({ length: 1_001 }, (_, at) => row(String(at))));
    expect((await send('op', '/api/v1/imports/old-hotline/rows', many)).status).toBe(400);
    expect((await send('op', '/api/v1/imports/Old%20Hotline/rows', batch(row('1')))).status).toBe(400);
  });
});

test('a pack that changed is recorded at the next start, and one that did not records nothing', async () => {
  const store = memory.platform.eventStore('intake');
  const events = async () =>
    (await store.readAll({ from: null, maxCount: 100, filter: { categories: ['menu'] } })).map(
      ({ type }) => type,
    );
  expect(await events()).toEqual(['MenuItemPublished', 'MenuItemPublished']);

  const start = async (packed: readonly MenuItem[]) => {
    const opened = await openService(memory.platform, {
      modules: [IntakeModule.with({ menu: packed })],
      services: [INTAKE],
      port: 0,
    });
    await opened.close();
  };
  const urgentLamp = [{ ...menu[0], urgency: 'urgent' as const }];
  await start(urgentLamp);
  await start(urgentLamp);
  expect((await events()).slice(2)).toEqual(['MenuItemPublished', 'MenuItemDropped']);

  // What it offered before, it may offer again, as often as it likes.
  await start(menu);
  await start(urgentLamp);
  await start(menu);
  expect((await events()).slice(4)).toEqual([
    'MenuItemPublished',
    'MenuItemPublished',
    'MenuItemPublished',
    'MenuItemDropped',
    'MenuItemPublished',
    'MenuItemPublished',
  ]);
});
