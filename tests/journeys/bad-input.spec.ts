/** Whatever comes in at the door: one clear sentence, a code that never changes, and nothing is different afterwards. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ask, type Answered, type Call, type Headers } from './http.js';
import { atRiverHead, called, openSampleTown, riverHeadMember, type SampleTown } from './sample-town.js';

let town: SampleTown;
/** Taken by its grid member. */
let taken: string;
/** Offered, and nobody has looked at it. */
let offered: string;
let closed: string;
const closing = { 'idempotency-key': 'closing' };
beforeAll(async () => {
  town = await openSampleTown('2026-03-02T09:00:00+08:00');
  taken = (await called(town)).id;
  await town.post(riverHeadMember, `/api/v1/orders/${taken}/take`);
  offered = (await called(town)).id;
  closed = (await called(town)).id;
  await town.post('hotline-clerk', `/api/v1/cases/${closed}/close`, { outcome: 'explained' }, closing);
});
afterAll(() => town.close());

const services = ['intake', 'routing', 'sla-timer', 'audit', 'inbox', 'feedback', 'mediation'];

/** Every event, every message and every reading of the vault there is. */
const everything = async () => {
  await town.settle();
  const heads = await Promise.all(services.map((service) => town.platform.eventStore(service).head()));
  const told = services.map((service) => town.messages(`mulin.${service}`).length);
  return { heads, told, readings: town.readings().length, setAside: await town.platform.deadLetters.list() };
};

const demand = { menuItem: 'sanitation', words: 'The bin is full.', place: atRiverHead };
const clerk = 'hotline-clerk';

const nested = (depth: number): string => `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`;
const registering = (
  body: object | string,
  headers: Headers = {},
  who: string | undefined = clerk,
): Call => ({
  method: 'POST',
  path: '/api/v1/cases',
  who,
  body,
  headers,
});
const commanding =
  (who: string, path: () => string, body: object | string = {}, headers: Headers = {}) =>
  () => ({
    method: 'POST',
    path: path(),
    who,
    body,
    headers,
  });
const reading = (path: string, who: string | undefined = 'auditor', headers: Headers = {}): Call => ({
  method: 'GET',
  path,
  who,
  headers,
});

type Row = readonly [what: string, status: number, code: string, call: () => Call];

const wrongPeople: readonly Row[] = [
  ['nobody signs in', 401, 'not-signed-in', () => ({ method: 'POST', path: '/api/v1/cases', body: demand })],
  ['a token is nobody’s', 401, 'not-signed-in', () => registering(demand, {}, 'a.b.c')],
  [
    'a token is no bearer’s',
    401,
    'not-signed-in',
    () => registering(demand, { authorization: 'Basic b3A6b3A=' }),
  ],
  ['an auditor registers a demand', 403, 'not-allowed', () => registering(demand, {}, 'auditor')],
  ['a resident reads all cases', 403, 'not-allowed', () => reading('/api/v1/cases', 'resident')],
  ['a clerk takes an order', 403, 'not-allowed', commanding(clerk, () => `/api/v1/orders/${offered}/take`)],
  [
    'a clerk issues tokens',
    403,
    'not-allowed',
    commanding(clerk, () => '/api/v1/tokens', { role: 'operator' }),
  ],
  [
    'a member takes what was offered to somebody else',
    403,
    'not-your-order',
    commanding('grid-member@mu/dongguan/beipo/beipo-1/beipo-1-a', () => `/api/v1/orders/${offered}/take`),
  ],
  [
    'a secretary reads a case of another community',
    403,
    'not-your-area',
    () => reading(`/api/v1/timelines/${offered}`, 'community-secretary@mu/nanyuan'),
  ],
  [
    'a secretary decides in another community',
    403,
    'not-your-area',
    commanding('community-secretary@mu/nanyuan', () => `/api/v1/orders/${offered}/arbitrate`, {
      microGrid: 'liulin-1-a',
    }),
  ],
  [
    'a resident withdraws somebody else’s demand',
    403,
    'not-your-case',
    commanding('resident', () => `/api/v1/cases/${offered}/withdraw`),
  ],
];

const wrongBodies: readonly Row[] = [
  ['text that is no JSON', 400, 'malformed-json', () => registering('{"menuItem":')],
  ['a list where an object belongs', 400, 'malformed', () => registering('[]')],
  ['nothing at all', 400, 'malformed', () => registering('')],
  ['a demand without words', 400, 'malformed', () => registering({ menuItem: 'sanitation' })],
  ['words of nothing but blanks', 400, 'malformed', () => registering({ ...demand, words: ' \n ' })],
  [
    'words of 20,001 characters',
    400,
    'malformed',
    () => registering({ ...demand, words: 'ü'.repeat(20_001) }),
  ],
  ['a field that nobody knows', 400, 'malformed', () => registering({ ...demand, colour: 'red' })],
  [
    'a field called __proto__',
    400,
    'malformed',
    () => registering('{"__proto__":{"menuItem":"sanitation"}}'),
  ],
  [
    'a menu item that is none',
    409,
    'no-such-menu-item',
    () => registering({ ...demand, menuItem: 'the-moon' }),
  ],
  ['half a place', 400, 'malformed', () => registering({ ...demand, place: { lat: 36.3 } })],
  ['a place beyond the pole', 400, 'malformed', () => registering({ ...demand, place: { lat: 91, lon: 0 } })],
  ['a phone that is none', 400, 'malformed', () => registering({ ...demand, phone: 'call me' })],
  [
    'a time without an offset',
    400,
    'malformed',
    () => registering({ ...demand, reportedAt: '2026-03-02T08:00:00' }),
  ],
  ['a door that is none', 400, 'malformed', () => registering({ ...demand, channel: 'pigeon' })],
  ['NUL in the words', 400, 'nul-in-text', () => registering({ ...demand, words: 'dark\0gate' })],
  ['half a character in the words', 400, 'broken-text', () => registering('{"words":"\\ud83d"}')],
  ['NUL in the address', 400, 'nul-in-text', () => reading('/api/v1/timelines/mu%00-1')],
  ['a broken escape in the address', 400, 'malformed', () => reading('/api/v1/timelines/%zz')],
  ['33 levels of JSON', 400, 'too-deep', () => registering(nested(33))],
  ['10,000 levels of JSON', 400, 'too-deep', () => registering(nested(10_000))],
  ['three megabytes', 413, 'too-large', () => registering({ ...demand, words: 'a'.repeat(3_000_000) })],
  [
    'XML',
    415,
    'unsupported-media-type',
    () => registering('<demand/>', { 'content-type': 'application/xml' }),
  ],
  ['a form', 415, 'unsupported-media-type', () => registering('a=b', { 'content-type': 'text/plain' })],
  [
    'a closing without an outcome',
    400,
    'malformed',
    commanding(clerk, () => `/api/v1/cases/${offered}/close`),
  ],
  [
    'a return without a reason',
    400,
    'malformed',
    commanding(riverHeadMember, () => `/api/v1/orders/${taken}/return`),
  ],
];

const wrongKeys: readonly Row[] = [
  [
    'no Idempotency-Key',
    400,
    'idempotency-key-missing',
    () => registering(demand, { 'idempotency-key': '' }),
  ],
  [
    'an Idempotency-Key of 201 characters',
    400,
    'idempotency-key-too-long',
    () => registering(demand, { 'idempotency-key': 'k'.repeat(201) }),
  ],
  [
    'a key that was used with other words',
    422,
    'same-id-other-content',
    () => registering({ ...demand, words: 'Something else.' }, { 'idempotency-key': 'key-1' }),
  ],
  [
    'a key that was used with another body',
    422,
    'same-id-other-content',
    commanding(clerk, () => `/api/v1/cases/${closed}/close`, { outcome: 'done' }, closing),
  ],
  [
    'a version that is old',
    412,
    'stale-version',
    commanding(
      riverHeadMember,
      () => `/api/v1/orders/${taken}/finish`,
      { result: 'solved' },
      { 'if-match': '"0"' },
    ),
  ],
  [
    'a version that is none',
    400,
    'if-match-malformed',
    commanding(
      riverHeadMember,
      () => `/api/v1/orders/${taken}/finish`,
      { result: 'solved' },
      { 'if-match': 'new' },
    ),
  ],
  [
    'a position that is none',
    400,
    'mulin-after-malformed',
    () => reading('/api/v1/cases', 'auditor', { 'mulin-after': 'intake' }),
  ],
];

/** An hour before midnight in New York on the last day of the year 9999: elsewhere the year 10000 has begun. */
const yearOfFiveDigits = '9999-12-31T23:00:00-05:00';
const wrongMoments: readonly Row[] = [
  ...['reported', 'taken', 'finished', 'called'].map((what): Row => {
    const at = yearOfFiveDigits;
    const calls = {
      reported: () => registering({ ...demand, reportedAt: at }),
      taken: commanding(riverHeadMember, () => `/api/v1/orders/${offered}/take`, { at }),
      finished: commanding(riverHeadMember, () => `/api/v1/orders/${taken}/finish`, { result: 'solved', at }),
      called: commanding(clerk, () => `/api/v1/cases/${taken}/call-backs`, { outcome: 'reached', at }),
    };
    return [`${what} in a year of five digits`, 400, 'malformed', calls[what as keyof typeof calls]];
  }),
  ...['cases?from', 'cases?to', 'readings?from', 'ratings?to', 'timelines/mu-2026-000001?asOf'].map(
    (asked): Row => [
      `asked for what was then: ${asked}`,
      400,
      'malformed',
      () => reading(`/api/v1/${asked}=${encodeURIComponent(yearOfFiveDigits)}`),
    ],
  ),
  [
    'an order is finished that nobody took',
    409,
    'not-taken',
    commanding(riverHeadMember, () => `/api/v1/orders/${offered}/finish`, { result: 'solved' }),
  ],
  [
    'a secretary decides what is not before him',
    409,
    'not-before-arbiter',
    commanding('community-secretary@mu/dongguan', () => `/api/v1/orders/${taken}/arbitrate`, {
      microGrid: 'hetou-1-b',
    }),
  ],
  [
    'a demand is said to have been made in the future',
    409,
    'reported-in-future',
    () => registering({ ...demand, reportedAt: '2026-04-02T09:00:00+08:00' }),
  ],
  [
    'somebody is named who is not on duty',
    409,
    'not-on-duty',
    commanding('community-secretary@mu/dongguan', () => `/api/v1/orders/${taken}/arbitrate`, {
      microGrid: 'hetou-1-b',
      member: 'nobody',
    }),
  ],
];

const none = '00000000-0000-4000-8000-000000000000';
const wrongPlaces: readonly Row[] = [
  ['an address where nothing is', 404, 'no-such-route', () => reading('/api/v1/lamps')],
  [
    'a method that nothing answers',
    404,
    'no-such-route',
    () => ({ ...reading('/api/v1/cases'), method: 'DELETE' }),
  ],
  ['a case that is none', 404, 'case-unknown', () => reading('/api/v1/timelines/mu-2026-999999')],
  ['a number that is none', 404, 'case-unknown', () => reading('/api/v1/cases/seven', clerk)],
  [
    'the words of a case that is none',
    404,
    'case-not-found',
    () => reading(`/api/v1/cases/${none}/words?purpose=answering`, clerk),
  ],
  ['words without a purpose', 400, 'malformed', () => reading(`/api/v1/cases/${offered}/words`, clerk)],
  [
    'words for a purpose that is none',
    400,
    'malformed',
    () => reading(`/api/v1/cases/${offered}/words?purpose=fun`, clerk),
  ],
  [
    'an order that is none',
    404,
    'no-such-order',
    commanding(riverHeadMember, () => `/api/v1/orders/${none}/take`),
  ],
  [
    'a micro-grid that is none',
    404,
    'no-such-micro-grid',
    commanding('community-secretary@mu/dongguan', () => `/api/v1/orders/${offered}/arbitrate`, {
      microGrid: 'atlantis',
    }),
  ],
  ['a page of none', 400, 'malformed', () => reading('/api/v1/cases?limit=0')],
  ['a page without end', 400, 'malformed', () => reading('/api/v1/cases?limit=100000')],
  ['a cursor that is none', 400, 'malformed-cursor', () => reading('/api/v1/cases?cursor=!!')],
  ['a cursor of another list', 400, 'malformed-cursor', () => reading('/api/v1/escalations?cursor=bm8')],
  ['a state that is none', 400, 'malformed', () => reading('/api/v1/cases?state=asleep')],
  ['a role that hears of no lateness', 400, 'malformed', () => reading('/api/v1/escalations?to=resident')],
  ['a day that is none', 400, 'malformed', () => reading(`/api/v1/timelines/${offered}?asOf=yesterday`)],
];

const hasHan = (text: unknown) => /\p{Script=Han}/u.test(String(text));
const isOneSentence = (text: string) => /^\S.{3,600}[.。]$/u.test(text);

const isProblem = (answered: Answered, call: Call, status: number, code: string) =>
  expect({
    status: answered.status,
    type: answered.headers.get('content-type'),
    body: answered.body,
  }).toEqual({
    status,
    type: 'application/problem+json; charset=utf-8',
    body: {
      type: `urn:mulin:problem:${code}`,
      title: expect.any(String),
      status,
      detail: expect.any(String),
      code,
      instance: call.path.split('?')[0],
    },
  });

describe.each([
  ['Somebody who may not', wrongPeople],
  ['A body that is wrong', wrongBodies],
  ['A key or a version that is wrong', wrongKeys],
  ['A moment that is wrong', wrongMoments],
  ['A place where nothing is', wrongPlaces],
] as const)('%s', (_, rows) => {
  test.each(rows)(
    '%s: %i %s, in both languages, and nothing changes',
    async (_what, status, code, callOf) => {
      const before = await everything();
      const call = callOf();
      const inEnglish = await ask(town.url, {
        ...call,
        headers: { ...call.headers, 'accept-language': 'en' },
      });
      const inChinese = await ask(town.url, {
        ...call,
        headers: { ...call.headers, 'accept-language': 'zh-CN,en;q=0.5' },
      });
      isProblem(inEnglish, call, status, code);
      isProblem(inChinese, call, status, code);

      const [en, zh] = [String(inEnglish.body['detail']), String(inChinese.body['detail'])];
      expect({ en, zh, han: [hasHan(en), hasHan(zh)] }).toEqual({ en, zh, han: [false, true] });
      expect([en, isOneSentence(en), zh, isOneSentence(zh)]).toEqual([en, true, zh, true]);
      expect(await everything()).toEqual(before);
    },
  );
});

describe('Any Unicode', () => {
  test('is kept and given back to the letter', async () => {
    const words = '门口的灯不亮 🕯️ \u202eabc\u0301 \ud83d\ude00 ﷽ \t"\\';
    const { id } = await called(town, { address: '东关 ②号 🏠' }, { words });
    expect(await town.read(clerk, `/api/v1/cases/${id}/words?purpose=answering`)).toMatchObject({
      words,
      place: { address: '东关 ②号 🏠' },
    });
  });
});
