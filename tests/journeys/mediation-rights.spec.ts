/**
 * Who may do and see what in quarrels, on interview days and of promises: every route that the town describes, asked by
 * every role, near and far, by both sides, by their codes and by that of another quarrel. What is expected stands here
 * once more, by hand.
 */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Answered, ask, itemsOf, type Json } from './http.js';
import {
  dayOf,
  host,
  type Local,
  mediating,
  openDay,
  openMediationTown,
  openPromise,
  openQuarrel,
  owner,
  people,
  type Quarrel,
  quarrelOf,
  slots,
  visitor,
} from './mediation-town.js';
import type { SampleTown } from './sample-town.js';

const near = (...roles: readonly Local[]) => roles.map((role) => `near-${role}`);
const both = (...roles: readonly Local[]) => roles.flatMap((role) => [`near-${role}`, `far-${role}`]);
const desk = 'hotline-clerk';
/** The applicant and the respondent by the codes of their sides, and a party of another quarrel. */
const [ownCode, otherCode, foreignCode] = ['own-code', 'other-code', 'foreign-code'];
const everybody = [...people.map(({ id }) => id), ownCode, otherCode, foreignCode];

const leaders = ['grid-leader', 'village-committee', 'community-secretary'] as const;
const committee = near('village-committee', 'community-secretary');
const parties = ['asker', ownCode, otherCode];
const applicant = ['asker', ownCode];
const residents = ['asker', 'resident', ownCode, otherCode, foreignCode];
const seeing = [desk, 'town-leader', 'auditor', 'operator', mediating, ...near(...leaders, 'mediator')];
const atDay = [desk, host];

type World = Quarrel & Readonly<{ day: string; booking: string; promise: string }>;
type Row = Readonly<{
  may: readonly string[];
  call: (world: World, who: string) => Readonly<{ path: string; body?: object }>;
  /** What shows that it was allowed; else any answer but that they may not. */
  isDone?: (answered: Answered, world: World) => boolean;
}>;

const inQuarrel = (rest: string, body?: (world: World, who: string) => object): Pick<Row, 'call'> => ({
  call: (world, who) => ({
    path: `/api/v1/disputes/${world.id}${rest.replace('{party}', world.own)}`,
    ...(body === undefined ? {} : { body: body(world, who) }),
  }),
});
const onDay = (rest: string, body?: () => object): Pick<Row, 'call'> => ({
  call: ({ day, booking }) => ({
    path: `/api/v1/interview-days/${day}${rest.replace('{booking}', booking)}`,
    ...(body === undefined ? {} : { body: body() }),
  }),
});
const ofPromise = (rest: string, body?: object): Pick<Row, 'call'> => ({
  call: ({ promise }) => ({ path: `/api/v1/promises/${promise}${rest}`, ...(body ? { body } : {}) }),
});
const at = (path: string): Pick<Row, 'call'> => ({ call: () => ({ path }) });
const lists =
  (field: string, of: (world: World) => string): NonNullable<Row['isDone']> =>
  ({ status, body }, world) =>
    status === 200 && itemsOf(body).some((item) => item[field] === of(world));

const meeting = { from: '2028-06-01T01:00:00Z', until: '2028-06-01T02:00:00Z', place: 'elsewhere' };
const signs = ({ own: party }: World, who: string) => {
  if (who === mediating) return { version: 1, by: 'mediator', as: 'signature' };
  return committee.includes(who)
    ? { version: 1, by: 'committee', as: 'seal' }
    : { version: 1, by: 'party', party, as: 'signature' };
};

const matrix: Readonly<Record<string, Row>> = {
  'post /api/v1/disputes': {
    call: (_, who) => ({ path: '/api/v1/disputes', body: quarrelOf(who) }),
    may: [desk, mediating, 'asker', 'resident', ...near(...leaders, 'grid-member', 'mediator')],
  },
  'get /api/v1/disputes': {
    ...at('/api/v1/disputes?limit=200'),
    may: [...seeing, 'near-verifier'],
    isDone: lists('disputeId', ({ id }) => id),
  },
  'get /api/v1/disputes/{dispute}': { ...inQuarrel(''), may: [...seeing, ...parties] },
  'get /api/v1/disputes/{dispute}/file': { ...inQuarrel('/file'), may: [mediating, ...parties] },
  'get /api/v1/disputes/{dispute}/file.pdf': { ...inQuarrel('/file.pdf'), may: [mediating, ...parties] },
  'get /api/v1/disputes/{dispute}/agreement.pdf': {
    ...inQuarrel('/agreement.pdf'),
    may: [mediating, ...parties],
  },
  'get /api/v1/disputes/{dispute}/caucus-notes': { ...inQuarrel('/caucus-notes'), may: [mediating] },
  'get /api/v1/disputes/{dispute}/parties/{party}/code': {
    ...inQuarrel('/parties/{party}/code'),
    may: [mediating],
  },
  'get /api/v1/disputes/{dispute}/dangers': {
    ...inQuarrel('/dangers'),
    may: [mediating, 'town-leader', 'near-community-secretary'],
  },
  'get /api/v1/mediation-calendar': {
    ...at('/api/v1/mediation-calendar?from=2026-03-01T00:00:00Z&to=2026-12-01T00:00:00Z&limit=200'),
    may: [mediating, 'town-leader', ...near(...leaders, 'mediator')],
    isDone: lists('disputeId', ({ id }) => id),
  },
  'get /api/v1/mediation-calendar/homes': {
    ...at('/api/v1/mediation-calendar/homes'),
    may: [mediating, 'town-leader', ...both(...leaders, 'mediator')],
  },
  'get /api/v1/disputes/{dispute}/mediators': { ...inQuarrel('/mediators'), may: committee },
  'post /api/v1/disputes/{dispute}/parties': {
    ...inQuarrel('/parties', () => ({ role: 'third-party', ...visitor(), cases: undefined })),
    may: [mediating],
  },
  'post /api/v1/disputes/{dispute}/parties/{party}/representatives': {
    ...inQuarrel('/parties/{party}/representatives', () => ({
      name: 'Li',
      authority: 'general',
      evidence: 'A letter.',
    })),
    may: [mediating, ...applicant],
  },
  'post /api/v1/disputes/{dispute}/parties/{party}/relations': {
    ...inQuarrel('/parties/{party}/relations', () => ({ mediator: 'near-mediator', relation: 'kin' })),
    may: [mediating, 'near-mediator', ...committee, ...applicant],
  },
  'post /api/v1/disputes/{dispute}/parties/{party}/consent': {
    ...inQuarrel('/parties/{party}/consent', () => ({ isGiven: true })),
    may: [mediating, ...applicant],
  },
  'post /api/v1/disputes/{dispute}/parties/{party}/statements': {
    ...inQuarrel('/parties/{party}/statements', () => ({ text: 'It takes my light.' })),
    may: [mediating, ...applicant],
  },
  'post /api/v1/disputes/{dispute}/parties/{party}/caucus-notes': {
    ...inQuarrel('/parties/{party}/caucus-notes', () => ({ text: 'They would pay half.' })),
    may: [mediating],
  },
  'post /api/v1/disputes/{dispute}/mediator': {
    ...inQuarrel('/mediator', () => ({ mediator: 'nobody' })),
    may: committee,
  },
  'post /api/v1/disputes/{dispute}/challenges': {
    ...inQuarrel('/challenges', ({ own: party }) => ({ party, because: 'other' })),
    may: [mediating, ...applicant],
  },
  'post /api/v1/disputes/{dispute}/challenge-decision': {
    ...inQuarrel('/challenge-decision', () => ({ isUpheld: false })),
    may: committee,
  },
  'post /api/v1/disputes/{dispute}/sessions': { ...inQuarrel('/sessions', () => meeting), may: [mediating] },
  'post /api/v1/disputes/{dispute}/sessions/{session}/time': {
    ...inQuarrel('/sessions/1/time', () => meeting),
    may: [mediating],
  },
  'post /api/v1/disputes/{dispute}/sessions/{session}/call-off': {
    ...inQuarrel('/sessions/1/call-off', () => ({})),
    may: [mediating],
  },
  'post /api/v1/disputes/{dispute}/sessions/{session}/minutes': {
    ...inQuarrel('/sessions/1/minutes', () => ({ present: [], minutes: 'Nobody came.' })),
    may: [mediating],
  },
  'post /api/v1/disputes/{dispute}/proposals': {
    ...inQuarrel('/proposals', () => ({ text: 'Move it back.' })),
    may: [mediating, ...parties],
  },
  'post /api/v1/disputes/{dispute}/agreement': {
    ...inQuarrel('/agreement', () => ({ form: 'written', terms: [] })),
    may: [mediating],
  },
  'post /api/v1/disputes/{dispute}/signatures': {
    ...inQuarrel('/signatures', signs),
    may: [mediating, ...committee, ...applicant],
  },
  'post /api/v1/disputes/{dispute}/extension': {
    ...inQuarrel('/extension', () => ({ until: '2026-06-01T00:00:00Z', agreed: [] })),
    may: [mediating],
  },
  'post /api/v1/disputes/{dispute}/performance': {
    ...inQuarrel('/performance', () => ({ term: 1, isWhole: true })),
    may: [mediating, ...parties],
  },
  'post /api/v1/disputes/{dispute}/court-advice': {
    ...inQuarrel('/court-advice', () => ({ term: 1 })),
    may: [mediating],
  },
  'post /api/v1/disputes/{dispute}/confirmation': {
    ...inQuarrel('/confirmation', () => ({ parties: [] })),
    may: [mediating],
  },
  'post /api/v1/disputes/{dispute}/confirmation-decision': {
    ...inQuarrel('/confirmation-decision', () => ({ outcome: 'confirmed' })),
    may: [mediating],
  },
  'post /api/v1/disputes/{dispute}/call-backs': {
    ...inQuarrel('/call-backs', ({ own: party }) => ({ party, isKept: true })),
    may: [mediating],
  },
  'post /api/v1/disputes/{dispute}/colour': {
    ...inQuarrel('/colour', () => ({ colour: 'red' })),
    may: [mediating, ...committee],
  },
  'post /api/v1/disputes/{dispute}/dangers': {
    ...inQuarrel('/dangers', () => ({ text: 'He has a stick.' })),
    may: [desk, mediating, ...near('grid-leader', 'village-committee', 'grid-member', 'mediator')],
  },
  'post /api/v1/disputes/{dispute}/danger-acknowledgements': {
    ...inQuarrel('/danger-acknowledgements', () => ({ danger: 1 })),
    may: ['town-leader', 'near-community-secretary'],
  },
  'post /api/v1/disputes/{dispute}/end': {
    ...inQuarrel('/end', () => ({ outcome: 'no-agreement' })),
    may: [mediating],
  },
  'post /api/v1/disputes/{dispute}/reopening': {
    ...inQuarrel('/reopening', () => ({})),
    may: [mediating, ...committee],
  },

  'post /api/v1/interview-days': {
    call: () => ({ path: '/api/v1/interview-days', body: dayOf }),
    may: [desk, 'town-leader', host],
  },
  'post /api/v1/interview-days/{day}/changes': {
    ...onDay('/changes', () => ({ place: 'Room 202', slots })),
    may: [desk, 'town-leader', host],
  },
  'post /api/v1/interview-days/{day}/calling-off': {
    ...onDay('/calling-off', () => ({ toDay: null })),
    may: [desk, 'town-leader', host],
  },
  'get /api/v1/interview-bookings': { ...at('/api/v1/interview-bookings'), may: [desk, ...residents] },
  'get /api/v1/interview-bookings/to-tell': {
    ...at('/api/v1/interview-bookings/to-tell'),
    may: [desk, 'town-leader', ...both('community-secretary')],
  },
  'post /api/v1/interview-days/{day}/bookings': {
    ...onDay('/bookings', () => ({ ...visitor(), slot: 1 })),
    may: [desk, ...residents],
  },
  'get /api/v1/interview-days/{day}/bookings': { ...onDay('/bookings'), may: atDay },
  'get /api/v1/interview-days/{day}/bookings/{booking}/file': {
    ...onDay('/bookings/{booking}/file'),
    may: atDay,
  },
  'post /api/v1/interview-days/{day}/bookings/{booking}/slot': {
    ...onDay('/bookings/{booking}/slot', () => ({ slot: 2 })),
    may: [desk, host, 'asker'],
  },
  'post /api/v1/interview-days/{day}/bookings/{booking}/cancellation': {
    ...onDay('/bookings/{booking}/cancellation', () => ({})),
    may: [desk, 'asker'],
  },
  'post /api/v1/interview-days/{day}/bookings/{booking}/told': {
    ...onDay('/bookings/{booking}/told', () => ({})),
    may: atDay,
  },
  'post /api/v1/interview-days/{day}/bookings/{booking}/cases': {
    ...onDay('/bookings/{booking}/cases', () => ({ cases: ['mu-2026-000001'] })),
    may: atDay,
  },
  'post /api/v1/interview-days/{day}/bookings/{booking}/check-in': {
    ...onDay('/bookings/{booking}/check-in', () => ({})),
    may: atDay,
  },
  'post /api/v1/interview-days/{day}/walk-ins': { ...onDay('/walk-ins', visitor), may: atDay },
  'post /api/v1/interview-days/{day}/bookings/{booking}/outcome': {
    ...onDay('/bookings/{booking}/outcome', () => ({ outcome: 'advised' })),
    may: [host],
  },

  'get /api/v1/promises': {
    ...at('/api/v1/promises?limit=200'),
    may: [desk, 'town-leader', 'auditor', 'operator', host, owner],
    isDone: lists('promiseId', ({ promise }) => promise),
  },
  'get /api/v1/promises/{promise}': {
    ...ofPromise(''),
    may: [desk, 'town-leader', 'auditor', 'operator', host, owner],
  },
  'get /api/v1/promises/{promise}/words': { ...ofPromise('/words'), may: ['town-leader', host, owner] },
  'post /api/v1/promises/{promise}/owner': {
    ...ofPromise('/owner', { owner: 'nobody-known' }),
    may: ['town-leader', host, owner],
  },
  'post /api/v1/promises/{promise}/keeping': {
    ...ofPromise('/keeping', { done: 'It shines.' }),
    may: [owner],
  },
  'post /api/v1/promises/{promise}/dropping': {
    ...ofPromise('/dropping', { reason: 'No power there.' }),
    may: ['town-leader', host, owner],
  },
};

/** These say nothing of anybody, or ask for a code of their own. */
const open = [
  'post /api/v1/dispute-access',
  'get /api/v1/interview-days',
  'get /api/v1/interview-days/{day}',
  'get /api/v1/promises/public',
];

const it: { town?: SampleTown; day?: string; promise?: string; foreign?: string } = {};
const town = (): SampleTown => {
  if (it.town === undefined) throw new Error('the town is open while its story is told');
  return it.town;
};

beforeAll(async () => {
  it.town = await openMediationTown();
  const { day, booking } = await openDay(town());
  await town().until('2026-03-03T08:30:00+08:00');
  it.foreign = (await openQuarrel(town())).codes.own;
  it.promise = await openPromise(town(), day, booking);
});
afterAll(() => town().close());

const worldOf = async (): Promise<World> => {
  const quarrel = await openQuarrel(town());
  return { ...quarrel, ...(await openDay(town())), promise: it.promise ?? '' };
};

const read: { world?: Promise<World> } = {};

/** Reading changes nothing: what is read by one is read by all, and codes are not asked for too often. */
const worldFor = (name: string): Promise<World> =>
  name.startsWith('get ') ? (read.world ??= worldOf()) : worldOf();

const tokenOf = ({ codes }: World, who: string): string =>
  ({ [ownCode]: codes.own, [otherCode]: codes.other, [foreignCode]: it.foreign })[who] ?? who;

const askAs = async (name: string, { call, isDone }: Row, world: World, who: string): Promise<string> => {
  const [method = 'get'] = name.split(' ');
  const answered = await ask(town().url, {
    ...call(world, who),
    method: method.toUpperCase(),
    who: tokenOf(world, who),
  });
  const { status, body } = answered;
  if (status === 403) return 'no';
  if (isDone !== undefined) return isDone(answered, world) ? 'yes' : 'no';
  // What is refused for what it says, and not for who says it, is theirs to ask.
  if (status < 300 || [404, 409, 422].includes(status)) return 'yes';
  return `${status} ${JSON.stringify(body).slice(0, 200)}`;
};

describe.each(Object.entries(matrix))('%s', (name, row) => {
  test('is for these and for nobody else', async () => {
    const world = await worldFor(name);
    const answers: Record<string, string> = {};
    for (const who of everybody) answers[who] = await askAs(name, row, world, who);
    const expected = Object.fromEntries(
      everybody.map((who) => [who, row.may.includes(who) ? 'yes' : 'no'] as const),
    );
    expect(answers).toEqual(expected);
  });

  test('is not for nobody', async () => {
    const [method = 'get'] = name.split(' ');
    const world: World = {
      id: '5a426c8b-5fa7-8f64-b945-4ec3b1ac88f4',
      number: '',
      own: 'o',
      other: 'p',
      codes: { own: '', other: '' },
      day: 'd',
      booking: 'b',
      promise: 'p',
    };
    const called = { ...row.call(world, 'nobody'), method: method.toUpperCase() };
    expect(await ask(town().url, called)).toMatchObject({ status: 401, body: { code: 'not-signed-in' } });
  });
});

test('no route of quarrels, days and promises is missing here', async () => {
  const { body } = await ask(town().url, { method: 'GET', path: '/openapi.json' });
  const routes = Object.entries(body['paths'] as Readonly<Record<string, Json>>).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method} ${path}`),
  );
  const isOfMediation = (route: string) =>
    / \/api\/v1\/(disputes|dispute-access|mediation-calendar|interview-|promises)/.test(route) &&
    !route.endsWith('/timeline');
  expect(routes.filter(isOfMediation).sort()).toEqual([...Object.keys(matrix), ...open].sort());
});

/** That answers are as described is asked by `ask` itself. */
test.each(['danger-acknowledgements', 'sessions/99/time', 'sessions/99/call-off', 'sessions/99/minutes'])(
  'what is not there is said to whoever may know it: %s',
  async (path) => {
    const { id } = await openQuarrel(town());
    const who = path.startsWith('danger') ? 'town-leader' : mediating;
    const body = path.startsWith('danger')
      ? { danger: 99 }
      : { 'call-off': {}, minutes: { present: [], minutes: 'x' }, time: meeting }[path.split('/')[2] ?? ''];
    const called = { method: 'POST', path: `/api/v1/disputes/${id}/${path}`, who, body };
    expect(await ask(town().url, called)).toMatchObject({ status: 404 });
  },
);
