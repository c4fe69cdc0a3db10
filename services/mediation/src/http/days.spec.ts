/** Interview days as residents, the desk, the secretary and everybody else meet them: over HTTP. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { day, hour, type Instant, instant, plus, uuidOf } from '@mulin/kernel';
import { type Answer, openTown, refusal, type Town } from './a-town.testing.js';

let town: Town;

beforeAll(async () => {
  town = await openTown();
});
afterAll(() => town.close());

type Json = Record<string, unknown>;
const data = (event: Json | undefined) => event?.['data'] as Json;
const typeOf = ({ type }: Json) => String(type).replace(/^mediation\.|\.v1$/g, '');
const toldOf = (subject: string) => town.messages().filter((it) => it['subject'] === subject);
const itemsOf = ({ body }: Answer) => body['items'] as readonly Json[];

let phones = 0;
const phone = () => `1380000${String(++phones).padStart(4, '0')}`;
const somebody = (more: object = {}) => ({ name: 'Sun', phone: phone(), ...more });

/** At this time of a morning in so many days, by the clocks of the town. */
const at = (days: number, clock: string): Instant =>
  instant(`${plus(town.now(), days * day).slice(0, 10)}T${clock}:00+08:00`);

const morning = (days: number) => [
  { from: at(days, '09:00'), until: at(days, '09:30'), capacity: 1 },
  { from: at(days, '09:30'), until: at(days, '10:00'), capacity: 2 },
];

type Day = Readonly<{ id: string; days: number }>;

const publish = (days: number, more: object = {}, who = 'secretary') =>
  town.call(who, 'interview-days', {
    area: 'mu/dongguan',
    place: 'Room 201',
    slots: morning(days),
    ...more,
  });
const published = async (days = 3, more: object = {}): Promise<Day> => {
  const { body } = await publish(days, more);
  return { id: String(body['day']), days };
};
const path = ({ id }: Day, more = '') => `interview-days/${id}${more}`;
const book = (it: Day, slot = 1, more: object = {}, who = 'clerk') =>
  town.call(who, path(it, '/bookings'), { ...somebody(), slot, ...more });
const booked = async (it: Day, slot = 1, more: object = {}, who = 'clerk') =>
  String((await book(it, slot, more, who)).body['booking']);
const act = (it: Day, booking: string, what: string, body: object = {}, who = 'clerk') =>
  town.call(who, path(it, `/bookings/${booking}/${what}`), body);
const slotsOf = async (it: Day) =>
  ((await town.call(null, path(it))).body['slots'] as readonly Json[]).map(({ free }) => free);

/** Until half past eight of that day. */
const comeTo = (it: Day) => town.pass(Date.parse(at(it.days, '08:30')) - Date.parse(town.now()));

const promise = (more: object = {}) => ({
  text: 'A lamp at the east gate, as Sun of Hetou 3 asked.',
  owner: 'member',
  dueAt: plus(town.now(), 10 * day),
  ...more,
});

/** Somebody who waits, on a day that has begun. */
const waiting = async (more: object = {}): Promise<{ it: Day; booking: string }> => {
  const it = await published();
  const booking = await booked(it, 1, more);
  await comeTo(it);
  await act(it, booking, 'check-in');
  return { it, booking };
};
const end = (it: Day, booking: string, body: object, who = 'secretary') =>
  act(it, booking, 'outcome', body, who);

describe('A day', () => {
  test('is published by whoever holds it, and read by everybody without a name', async () => {
    const { status, body } = await publish(3);
    expect({ status, body }).toMatchObject({
      status: 201,
      body: { host: 'secretary', heldBy: 'community-secretary', place: 'Room 201', version: 1 },
    });
    const shown = await town.call(null, `interview-days/${String(body['day'])}`);
    expect(shown.body).not.toHaveProperty('host');
    expect(shown.body).toMatchObject({
      slots: [
        { slot: 1, free: 1 },
        { slot: 2, free: 2 },
      ],
    });
    const listed = await town.call(null, 'interview-days?area=mu/dongguan&from=2026-01-01&to=2026-12-31');
    expect(itemsOf(listed)).toContainEqual(shown.body);
    expect(itemsOf(await town.call(null, 'interview-days?area=mu/nanyuan'))).toEqual([]);
    expect(itemsOf(await town.call(null, 'interview-days?to=2026-01-01'))).toEqual([]);
  });

  test('is held by a secretary or town leader of the area, whoever publishes it', async () => {
    expect((await publish(3, { host: 'secretary' }, 'clerk')).status).toBe(201);
    expect((await publish(3, {}, 'town-leader')).body).toMatchObject({ heldBy: 'town-leader' });
    for (const host of ['member', 'other-secretary', 'nobody'])
      expect(refusal(await publish(3, { host }, 'clerk'))).toBe('409 host-unknown');
    expect(refusal(await publish(3, {}, 'clerk'))).toBe('409 host-unknown');
    expect(refusal(await publish(3, {}, 'other-secretary'))).toBe('403 not-your-area');
    expect(refusal(await publish(3, {}, 'member'))).toBe('403 not-allowed');
  });

  test('says where, and gives nobody’s number', async () => {
    expect(refusal(await publish(3, { place: 'call 13800138000' }))).toBe('409 place-personal');
    expect(refusal(await publish(3, { slots: [] }))).toBe('409 no-slots');
    expect(refusal(await publish(-1))).toBe('409 slot-past');
  });

  test('is published again with other slots, and nobody loses theirs', async () => {
    const it = await published();
    await booked(it, 1);
    const [early, late] = morning(3);
    const change = (slots: readonly object[], who = 'secretary') =>
      town.call(who, path(it, '/changes'), { place: 'Room 5', slots });
    expect(refusal(await change([late as object]))).toBe('409 slot-has-bookings');
    expect(refusal(await change([early as object], 'other-secretary'))).toBe('403 not-your-interview-day');
    const { body } = await change([{ ...early, capacity: 2 }]);
    expect(body).toMatchObject({ version: 2, place: 'Room 5', slots: [{ slot: 1, capacity: 2, free: 1 }] });
    expect(toldOf(it.id).map(typeOf)).toEqual(['interview-day-published', 'interview-day-published']);
  });

  test('that nobody published is none', async () => {
    const none = { id: '95cf39fa-cdbe-862d-b0af-f9349c54dfd5', days: 1 };
    expect(refusal(await town.call(null, path(none)))).toBe('404 interview-day-unknown');
    expect(refusal(await book(none))).toBe('404 interview-day-unknown');
    expect(refusal(await town.call('clerk', path(none, '/bookings')))).toBe('404 interview-day-unknown');
  });

  test('is changed by whoever has read how it stands', async () => {
    const it = await published();
    const stale = await town.call(
      'secretary',
      path(it, '/calling-off'),
      { toDay: null },
      { 'if-match': '"7"' },
    );
    expect(refusal(stale)).toBe('412 stale-version');
  });
});

describe('Booking', () => {
  test('by account, by code of a case, and at the desk', async () => {
    const it = await published(3, { slots: [{ ...morning(3)[0], capacity: 5 }] });
    const byCode = await town.memory.platform.identity.issueForCase(
      '95cf39fa-cdbe-862d-b0af-f9349c54dfd5',
      60,
    );
    const doors = [
      await book(it, 1, {}, 'wang'),
      await book(it, 1, { cases: ['mu-2026-000001'] }, byCode.token),
      await book(it, 1),
    ].map(({ body }) => body['door']);
    expect(doors).toEqual(['portal', 'code', 'desk']);
    expect(itemsOf(await town.call(byCode.token, 'interview-bookings'))).toMatchObject([
      { day: it.id, state: 'booked', cases: ['mu-2026-000001'] },
    ]);
    expect(itemsOf(await town.call('wang', 'interview-bookings'))).toHaveLength(1);
    expect(itemsOf(await town.call('zhao', 'interview-bookings'))).toEqual([]);
    expect(refusal(await book(it, 1, {}, 'member'))).toBe('403 not-allowed');
  });

  test('nobody has two places of one day, by phone or by account', async () => {
    const it = await published();
    const same = { phone: '13911112222' };
    await booked(it, 1, same);
    // Whoever names a neighbour's phone is told nothing of them.
    const neighbour = await published();
    await booked(neighbour, 1, same);
    expect((await book(neighbour, 2, same, 'zhao')).status).toBe(201);
    expect(refusal(await book(it, 2, { phone: '139 1111 2222' }))).toBe('409 booked-already');
    await booked(it, 2, {}, 'wang');
    expect(refusal(await book(it, 2, {}, 'wang'))).toBe('409 booked-already');
    expect(await slotsOf(it)).toEqual([0, 1]);
  });

  test('a slot that is full, in the past or not there', async () => {
    const it = await published();
    await booked(it, 1);
    expect(refusal(await book(it, 1))).toBe('409 slot-full');
    expect(refusal(await book(it, 3))).toBe('404 slot-unknown');
    await town.pass(3 * day + hour);
    expect(refusal(await book(it, 2))).toBe('409 slot-past');
    await town.pass(day);
    expect(refusal(await book(it, 2))).toBe('409 interview-day-over');
  });

  test('that is refused leaves nothing in the vault', async () => {
    const it = await published();
    const vault = town.memory.platform.vault('mediation', { kinds: [], purposes: [] });
    const isKept = async (key: string) => {
      const route = path(it, '/bookings');
      await town.call('clerk', route, { ...somebody(), slot: 1 }, { 'idempotency-key': key });
      const request = await uuidOf('mu', 'clerk', `POST /api/v1/${route}`, key);
      return (await vault.ownerOf(await uuidOf(request, 'details'))) !== null;
    };
    expect([await isKept('first of all'), await isKept('second of all')]).toEqual([true, false]);
  });

  test('of many at once no more have a place than there are', async () => {
    const it = await published();
    const answers = await Promise.all(Array.from({ length: 8 }, () => book(it, 2)));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 201, 409, 409, 409, 409, 409, 409]);
  });

  test('sent twice under one key is one, with other words under it is refused', async () => {
    const it = await published();
    const body = { ...somebody(), slot: 2 };
    const key = { 'idempotency-key': 'booked once' };
    const [one, other] = [
      await town.call('clerk', path(it, '/bookings'), body, key),
      await town.call('clerk', path(it, '/bookings'), body, key),
    ];
    expect(other.body).toEqual(one.body);
    expect(await slotsOf(it)).toEqual([1, 1]);
    expect(refusal(await town.call('clerk', path(it, '/bookings'), { ...body, slot: 1 }, key))).toMatch(
      /^422/,
    );
  });

  test('is moved and cancelled by whoever it is, or the desk', async () => {
    const it = await published();
    const booking = await booked(it, 1, {}, 'wang');
    expect(refusal(await act(it, booking, 'slot', { slot: 2 }, 'zhao'))).toBe('403 not-your-booking');
    expect((await act(it, booking, 'slot', { slot: 2 }, 'wang')).body).toMatchObject({ slot: 2 });
    expect(await slotsOf(it)).toEqual([1, 1]);
    expect(refusal(await act(it, booking, 'cancellation', {}, 'zhao'))).toBe('403 not-your-booking');
    expect((await act(it, booking, 'cancellation', {}, 'clerk')).body).toMatchObject({ state: 'cancelled' });
    expect(await slotsOf(it)).toEqual([1, 2]);
    expect(refusal(await act(it, booking, 'slot', { slot: 1 }, 'wang'))).toBe('409 booking-over');
    expect(refusal(await act(it, it.id, 'cancellation', {}, 'clerk'))).toBe('404 booking-unknown');
  });

  test('is moved by whoever has read how it stands', async () => {
    const it = await published();
    const booking = await booked(it, 1);
    const seen = { 'if-match': '"7"' };
    const at = path(it, `/bookings/${booking}/slot`);
    expect(refusal(await town.call('secretary', at, { slot: 2 }, seen))).toBe('412 stale-version');
    const { etag } = await act(it, booking, 'slot', { slot: 2 });
    expect((await town.call('secretary', at, { slot: 1 }, { 'if-match': String(etag) })).status).toBe(200);
  });

  test('is moved by whoever holds the day, too, and given up by neither them nor another host', async () => {
    const it = await published();
    const { body } = await publish(4, {}, 'town-leader');
    const other = { id: String(body['day']), days: 4 };
    const booking = await booked(it, 1, {}, 'wang');
    const elsewhere = await booked(other, 1);
    expect(await act(it, booking, 'slot', { slot: 2 }, 'secretary')).toMatchObject({
      status: 200,
      body: { slot: 2, state: 'booked' },
    });
    expect(await slotsOf(it)).toEqual([1, 1]);
    // What is right for the resident is right for the host: no room, and a slot that is there.
    await booked(it, 1);
    expect(refusal(await act(it, booking, 'slot', { slot: 1 }, 'secretary'))).toBe('409 slot-full');
    expect(refusal(await act(it, booking, 'slot', { slot: 9 }, 'secretary'))).toBe('404 slot-unknown');
    // Whoever may hold a day, and does not hold this one.
    for (const who of ['other-secretary', 'town-leader'])
      expect(refusal(await act(it, booking, 'slot', { slot: 1 }, who))).toBe('403 not-your-interview-day');
    expect(refusal(await act(other, elsewhere, 'slot', { slot: 2 }, 'secretary'))).toBe(
      '403 not-your-interview-day',
    );
    expect((await act(other, elsewhere, 'slot', { slot: 2 }, 'town-leader')).status).toBe(200);
    // A booking of another day is none of their own.
    expect(refusal(await act(it, elsewhere, 'slot', { slot: 2 }, 'secretary'))).toBe('404 booking-unknown');
    for (const who of ['member', 'committee', 'tang', 'auditor'])
      expect(refusal(await act(it, booking, 'slot', { slot: 1 }, who))).toBe('403 not-allowed');
    expect(refusal(await act(it, booking, 'cancellation', {}, 'secretary'))).toBe('403 not-allowed');
  });

  test('that is over, or of a day that was called off, is moved by nobody', async () => {
    const { it, booking } = await waiting();
    expect(refusal(await act(it, booking, 'slot', { slot: 2 }, 'secretary'))).toBe('409 booking-over');
    const off = await published();
    const expected = await booked(off);
    await town.call('secretary', path(off, '/calling-off'), { toDay: null });
    expect(refusal(await act(off, expected, 'slot', { slot: 2 }, 'secretary'))).toBe(
      '409 interview-day-called-off',
    );
  });

  test('tells no name and no number to anybody but the vault', async () => {
    const it = await published();
    await book(it, 1, { name: 'Ouyang', phone: '13955556666', topic: 'The lamp.' });
    expect(JSON.stringify(town.messages())).not.toMatch(/Ouyang|13955556666|lamp\./);
    const recorded = await town.memory.platform.operations.recorded('mediation', ['day']);
    expect(JSON.stringify(recorded)).not.toMatch(/Ouyang|13955556666|lamp\./);
  });
});

describe('The queue', () => {
  test('has a number for each who comes, booked or not, once', async () => {
    const it = await published();
    const [one, other] = [await booked(it, 1), await booked(it, 2)];
    expect(refusal(await act(it, one, 'check-in'))).toBe('409 not-today');
    await comeTo(it);
    expect((await act(it, other, 'check-in')).body).toMatchObject({ queue: 1, state: 'here' });
    const walked = await town.call('clerk', path(it, '/walk-ins'), { name: 'Li' });
    expect(walked).toMatchObject({ status: 201, body: { queue: 2, door: 'walk-in', slot: null } });
    expect(refusal(await act(it, other, 'check-in'))).toBe('409 checked-in-already');
    const listed = itemsOf(await town.call('secretary', path(it, '/bookings')));
    expect(listed.map(({ booking }) => booking)).toEqual([other, walked.body['booking'], one]);
  });

  test('is for whoever holds the day, and the desk', async () => {
    const it = await published();
    const booking = await booked(it);
    for (const who of ['other-secretary', 'town-leader']) {
      expect(refusal(await town.call(who, path(it, '/bookings')))).toBe('403 not-your-interview-day');
      expect(refusal(await town.call(who, path(it, `/bookings/${booking}/file`)))).toBe(
        '403 not-your-interview-day',
      );
    }
    for (const who of ['member', 'wang', 'auditor'])
      expect(refusal(await town.call(who, path(it, '/bookings')))).toBe('403 not-allowed');
    await comeTo(it);
    expect(refusal(await town.call('town-leader', path(it, '/walk-ins'), somebody()))).toBe(
      '403 not-your-interview-day',
    );
  });

  test('nobody waits twice', async () => {
    const { it } = await waiting({ phone: '13977778888' });
    expect(refusal(await town.call('clerk', path(it, '/walk-ins'), somebody({ phone: '13977778888' })))).toBe(
      '409 booked-already',
    );
  });
});

describe('An interview', () => {
  test('has at hand who comes, what about, their cases and what they were promised, on record', async () => {
    const who = { name: 'Ouyang', phone: '13966667777', topic: 'The lamp.', cases: ['mu-2026-000001'] };
    const first = await waiting(who);
    await end(first.it, first.booking, { outcome: 'promised', promises: [promise()] });
    const it = await published();
    const booking = await booked(it, 1, who);
    expect((await act(it, booking, 'cases', { cases: ['mu-2026-000002'] })).body).toMatchObject({
      cases: ['mu-2026-000001', 'mu-2026-000002'],
    });
    const { body } = await town.call('secretary', path(it, `/bookings/${booking}/file`));
    expect(body).toMatchObject({
      name: 'Ouyang',
      phone: '13966667777',
      topic: 'The lamp.',
      cases: ['mu-2026-000001', 'mu-2026-000002'],
      promises: [{ state: 'open', owner: 'member', text: promise().text }],
    });
    const atTheDesk = await town.call('clerk', path(it, `/bookings/${booking}/file`));
    expect(atTheDesk.body['promises']).toMatchObject([{ state: 'open', text: null }]);
    expect(town.memory.readings()).toContainEqual(
      expect.objectContaining({ actor: 'secretary', purpose: 'interview', about: it.id, kind: 'visitor' }),
    );
  });

  test('ends once, with whoever holds the day', async () => {
    const { it, booking } = await waiting();
    expect(refusal(await end(it, booking, { outcome: 'decided' }, 'clerk'))).toBe('403 not-allowed');
    expect(refusal(await end(it, booking, { outcome: 'decided' }, 'town-leader'))).toBe(
      '403 not-your-interview-day',
    );
    const decided = await end(it, booking, { outcome: 'decided', words: 'The wall goes.' });
    expect(decided.body).toMatchObject({ state: 'seen', outcome: 'decided' });
    expect(refusal(await end(it, booking, { outcome: 'advised', words: 'No.' }))).toBe('409 interview-ended');
    const file = await town.call('secretary', path(it, `/bookings/${booking}/file`));
    expect(file.body['words']).toBe('The wall goes.');
    // The desk calls people in, and reads nothing of what was said to them.
    expect((await town.call('clerk', path(it, `/bookings/${booking}/file`))).body['words']).toBeNull();
    expect(toldOf(it.id).map(typeOf)).toContain('interview-ended');
  });

  test('is not over for somebody who has not come', async () => {
    const it = await published();
    const booking = await booked(it);
    await comeTo(it);
    expect(refusal(await end(it, booking, { outcome: 'decided' }))).toBe('409 not-checked-in');
    expect(refusal(await end(it, booking, { outcome: 'not-there' }))).toBe('409 slot-not-begun');
    await town.pass(hour);
    expect((await end(it, booking, { outcome: 'not-there' })).body).toMatchObject({ state: 'not-there' });
  });

  test('promises something that somebody keeps by a date', async () => {
    const { it, booking } = await waiting({});
    const refused = async (more: object) =>
      refusal(await end(it, booking, { outcome: 'promised', promises: [promise(more)] }));
    expect(await refused({ owner: undefined })).toBe('409 promise-without-owner');
    expect(await refused({ dueAt: undefined })).toBe('409 promise-without-due');
    expect(await refused({ dueAt: town.now() })).toBe('409 promise-due-past');
    expect(await refused({ owner: 'nobody' })).toBe('409 owner-unknown');
    expect(await refused({ owner: 'wang' })).toBe('409 owner-unknown');
    expect(await refused({ publicText: 'call 13800138000' })).toBe('409 public-text-personal');
    expect(refusal(await end(it, booking, { outcome: 'promised' }))).toBe('409 promise-missing');
    expect(refusal(await end(it, booking, { outcome: 'advised', promises: [promise()] }))).toBe(
      '409 not-promised',
    );
    const about = { caseId: '95cf39fa-cdbe-862d-b0af-f9349c54dfd5', number: 'mu-2026-000001' };
    const body = { outcome: 'promised', promises: [promise({ about }), promise()] };
    const key = { 'idempotency-key': 'promised once' };
    const outcome = path(it, `/bookings/${booking}/outcome`);
    const one = await town.call('secretary', outcome, body, key);
    const made = one.body['promises'] as readonly Json[];
    expect(made.map(({ number }) => number)).toEqual([
      expect.stringMatching(/^mu-P-2026-\d{6}$/),
      expect.stringMatching(/^mu-P-2026-\d{6}$/),
    ]);
    expect((await town.call('secretary', outcome, body, key)).body).toEqual(one.body);
    const [first] = made.map(({ promise: id }) => String(id));
    expect(
      toldOf(first ?? '').map((event) => [typeOf(event), data(event)['owner'] ?? data(event)['holder']]),
    ).toEqual([
      ['promise-made', 'member'],
      ['deadline-set', 'member'],
    ]);
    expect(data(toldOf(first ?? '')[0])).toMatchObject({ area: 'mu/dongguan', day: it.id, about });
    expect(data(toldOf(first ?? '')[1])).toMatchObject({
      of: 'promise',
      policy: 'promise',
      clock: 'promise/1',
    });
    expect(JSON.stringify(town.messages())).not.toContain('as Sun of Hetou 3 asked');
  });
});

describe('A promise', () => {
  const made = async (more: object = {}, visitor: object = {}, who = 'clerk') => {
    const it = await published();
    const booking = await booked(it, 1, visitor, who);
    await comeTo(it);
    await act(it, booking, 'check-in');
    const { body } = await end(it, booking, { outcome: 'promised', promises: [promise(more)] });
    const [first] = body['promises'] as readonly Json[];
    return { id: String(first?.['promise']), number: String(first?.['number']) };
  };
  const onPromise = (id: string, what: string, body: object, who = 'member') =>
    town.call(who, `promises/${id}/${what}`, body);
  const publicly = async (number: string, query = '') =>
    itemsOf(await town.call(null, `promises/public?limit=200${query}`)).find((it) => it['number'] === number);

  test('is kept by whoever has it, once', async () => {
    const { id, number } = await made();
    expect(refusal(await onPromise(id, 'keeping', { done: 'x' }, 'secretary'))).toBe('403 not-your-promise');
    expect((await onPromise(number, 'keeping', { done: 'The lamp hangs.' })).body).toMatchObject({
      state: 'kept',
    });
    expect(refusal(await onPromise(id, 'keeping', { done: 'again' }))).toBe('409 promise-over');
    expect(toldOf(id).slice(2).map(typeOf)).toEqual(['promise-kept', 'deadline-ended']);
    expect((await town.call('secretary', `promises/${id}/words`)).body).toEqual({
      text: promise().text,
      publicText: null,
      done: 'The lamp hangs.',
      reason: null,
    });
    expect(town.memory.readings()).toContainEqual(
      expect.objectContaining({ actor: 'secretary', purpose: 'interview', about: id, kind: 'promise-text' }),
    );
  });

  test('is somebody else’s, with the same date', async () => {
    const { id } = await made();
    expect(refusal(await onPromise(id, 'owner', { owner: 'nobody' }, 'secretary'))).toBe('409 owner-unknown');
    expect(refusal(await onPromise(id, 'owner', { owner: 'member' }, 'secretary'))).toBe('409 owner-has-it');
    expect(refusal(await onPromise(id, 'owner', { owner: 'tang' }, 'other-secretary'))).toBe(
      '403 not-your-promise',
    );
    expect((await onPromise(id, 'owner', { owner: 'tang' }, 'secretary')).body).toMatchObject({
      owner: 'tang',
    });
    expect(refusal(await town.call('member', `promises/${id}`))).toBe('403 not-your-promise');
    expect((await onPromise(id, 'keeping', { done: 'x' }, 'tang')).status).toBe(200);
    expect(toldOf(id).map(typeOf)).toEqual([
      'promise-made',
      'deadline-set',
      'deadline-handed-over',
      'promise-kept',
      'deadline-ended',
    ]);
  });

  test('that is declared not to be kept is broken, with its reason', async () => {
    const { id, number } = await made({ publicText: 'A lamp at the east gate' });
    expect(refusal(await onPromise(id, 'dropping', { reason: 'x' }, 'stranger'))).toBe(
      '403 not-your-promise',
    );
    await onPromise(id, 'dropping', { reason: 'The wall is private.' });
    expect(await publicly(number)).toMatchObject({ state: 'broken', text: 'A lamp at the east gate' });
    expect(
      toldOf(id)
        .slice(2)
        .map((event) => [typeOf(event), data(event)['end']]),
    ).toEqual([
      ['promise-dropped', undefined],
      ['deadline-ended', 'cancelled'],
    ]);
    expect((await town.call('town-leader', `promises/${id}/words`)).body).toMatchObject({
      reason: 'The wall is private.',
    });
  });

  test('is open, then broken, then late for everybody, by its moments alone', async () => {
    const { id, number } = await made();
    const before = (await town.call(null, 'promises/public')).body['totals'] as Record<string, number>;
    expect(await publicly(number, '&state=open')).toEqual({
      number,
      area: 'mu/dongguan',
      state: 'open',
      text: null,
      madeAt: expect.any(String),
      dueAt: expect.any(String),
      keptAt: null,
    });
    await town.pass(11 * day);
    expect(await publicly(number, '&state=open')).toBeUndefined();
    expect(await publicly(number, '&state=broken')).toMatchObject({ state: 'broken' });
    await onPromise(id, 'keeping', { done: 'x' });
    expect(await publicly(number, '&state=broken')).toBeUndefined();
    expect(await publicly(number, '&state=late')).toMatchObject({ state: 'late' });
    const after = (await town.call(null, 'promises/public')).body['totals'] as Record<string, number>;
    expect(after['late']).toBe((before['late'] ?? 0) + 1);
    const sum = (totals: Record<string, number>) => Object.values(totals).reduce((all, it) => all + it, 0);
    expect(sum(after)).toBe(sum(before));
    expect(itemsOf(await town.call(null, 'promises/public?area=mu/nanyuan'))).toEqual([]);
  });

  test('is seen by its owner, those who lead the area, and whoever it was made to', async () => {
    const { id, number } = await made({}, {}, 'wang');
    const listed = async (who: string, query = '') =>
      itemsOf(await town.call(who, `promises?limit=200${query}`)).map((it) => it['promiseId']);
    expect(await listed('member')).toContain(id);
    expect(await listed('secretary', '&state=open&owner=member&area=mu/dongguan')).toContain(id);
    expect(await listed('secretary', '&state=kept')).not.toContain(id);
    expect(await listed('other-secretary')).toEqual([]);
    expect(await listed('tang', '&state=open')).not.toContain(id);
    expect(refusal(await town.call('wang', 'promises'))).toBe('403 not-allowed');
    const own = itemsOf(await town.call('wang', 'interview-bookings'));
    expect(own.flatMap((it) => it['promises'])).toContainEqual(
      expect.objectContaining({ number, state: 'open', text: promise().text }),
    );
    expect(JSON.stringify(own)).not.toContain('"member"');
    expect(refusal(await town.call('secretary', 'promises/mu-P-2026-999999'))).toBe('404 promise-unknown');
  });
});

describe('A day that is called off', () => {
  const off = (it: Day, toDay: string | null, who = 'secretary') =>
    town.call(who, path(it, '/calling-off'), { toDay });
  const toTell = async () => itemsOf(await town.call('clerk', 'interview-bookings/to-tell'));

  test('sends whoever had booked to another day, the earliest first, and the desk tells them', async () => {
    const [it, other] = [await published(3), await published(4)];
    const late = await booked(it, 2);
    const early = await booked(it, 1, {}, 'wang');
    const none = await booked(it, 2);
    await booked(other, 2);
    await booked(other, 2);
    expect((await off(it, other.id)).body).toMatchObject({ isCalledOff: true, toDay: other.id });
    expect(await slotsOf(other)).toEqual([0, 0]);
    const told = toldOf(it.id).filter((event) => typeOf(event) === 'booking-moved');
    expect(told.map((event) => [data(event)['booking'], data(event)['to']])).toEqual([
      [early, { day: other.id, slot: 1, from: at(4, '09:00') }],
      [late, null],
      [none, null],
    ]);
    const waits = (await toTell()).filter(({ day: of }) => of === it.id);
    expect(waits.map(({ booking, to }) => [booking, (to as Json | null)?.['slot'] ?? null])).toEqual(
      expect.arrayContaining([
        [early, 1],
        [late, null],
        [none, null],
      ]),
    );
    expect(itemsOf(await town.call('wang', 'interview-bookings'))).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ day: it.id, state: 'passed-on' }),
        expect.objectContaining({ day: other.id, booking: early, state: 'booked' }),
      ]),
    );
    await act(it, late, 'told');
    expect((await toTell()).map(({ booking }) => booking)).not.toContain(late);
    expect(refusal(await act(other, early, 'told'))).toBe('409 nothing-to-tell');
  });

  test('whose other day is called off as well sends people on, and they are told once', async () => {
    const [it, second, third] = [await published(3), await published(4), await published(5)];
    const booking = await booked(it, 1);
    await off(it, second.id);
    await off(second, third.id);
    expect(await slotsOf(third)).toEqual([0, 2]);
    const waits = (await toTell()).filter((one) => one['booking'] === booking);
    expect(waits).toMatchObject([{ day: second.id, to: { day: third.id } }]);
  });

  test('is no day any more', async () => {
    const it = await published();
    const booking = await booked(it, 1, {}, 'wang');
    await off(it, null);
    expect(refusal(await book(it, 2))).toBe('409 interview-day-called-off');
    expect(refusal(await act(it, booking, 'cancellation', {}, 'wang'))).toBe('409 interview-day-called-off');
    expect((await off(it, null)).status).toBe(200);
    expect(
      itemsOf(await town.call(null, 'interview-days')).find((one) => one['day'] === it.id),
    ).toMatchObject({
      isCalledOff: true,
    });
  });

  test('goes to a day that is still held, and to another one than itself', async () => {
    const [it, other] = [await published(), await published()];
    await off(other, null);
    for (const target of [it.id, other.id, '95cf39fa-cdbe-862d-b0af-f9349c54dfd5'])
      expect(refusal(await off(it, target))).toBe('409 target-day-closed');
    expect(refusal(await off(it, null, 'other-secretary'))).toBe('403 not-your-interview-day');
  });
});
