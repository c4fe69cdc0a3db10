/** A resident asks to be forgotten: over HTTP, as the operator does it. */
import type { PublicEvent } from '@mulin/contracts';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Actor, type Area, type Instant, instant, plus, hour } from '@mulin/kernel';
import { memoryPlatform, openService } from '@mulin/service';
import { INTAKE, IntakeModule } from '../index.js';

const account = (id: string, role: Actor['role']): Actor => ({ id, role, area: 'mu' as Area });
/** As answers have it; of a whole second. */
const inTown = (at: Instant) => plus(at, 8 * hour).replace('.000Z', '+08:00');
const time: { now: Instant } = { now: instant('2026-03-02T04:00:00Z') };
const memory = memoryPlatform({
  town: 'mu',
  zone: 'Asia/Shanghai',
  now: () => time.now,
  accounts: {
    clerk: account('clerk-1', 'hotline-clerk'),
    wang: account('wang', 'resident'),
    op: account('op', 'operator'),
    audit: account('zhao', 'auditor'),
  },
});
const menu = [
  {
    id: 'street-lamp',
    name: { zh: '路灯', en: 'Street lamp' },
    net: 'life',
    urgency: 'ordinary',
    policy: 'ordinary',
    public: true,
  },
] as const;
const town = { url: '', close: async () => {} };
beforeAll(async () => {
  const modules = [IntakeModule.with({ menu })];
  Object.assign(town, await openService(memory.platform, { modules, services: [INTAKE], port: 0 }));
});
afterAll(() => town.close());

type Answer = { status: number; body: Record<string, unknown> };
let keys = 0;
const ask = async (who: string, path: string, body?: object, key = `k-${++keys}`): Promise<Answer> => {
  const response = await fetch(`${town.url}/api/v1/${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: {
      authorization: `Bearer ${who}`,
      ...(body === undefined ? {} : { 'content-type': 'application/json', 'idempotency-key': key }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  await memory.settle();
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
};

const demand = (more: object = {}) => ({
  menuItem: 'street-lamp',
  words: '学校门口的路灯坏了三天',
  place: { lat: 36.4, lon: 119.7 },
  name: 'Mrs Wang',
  ...more,
});
const registered = async (phone: string, who = 'clerk') =>
  String((await ask(who, 'cases', demand(who === 'clerk' ? { phone } : {}))).body['caseId']);
const wordsOf = async (caseId: string) =>
  (await ask('clerk', `cases/${caseId}/words?purpose=answering`)).body;
const erase = (caseId: string, reason: string, who = 'op') =>
  ask(who, `cases/${caseId}/erase-person`, { reason });

const nothing = { words: null, place: null, contact: null };
const personIn = async (caseId: string) => {
  const [event] = await memory.platform.eventStore('intake').readStream(`case-${caseId}`);
  return (event?.data as { demand: { person: string } }).demand.person;
};

describe('A person who is erased', () => {
  test('has words, place and contact for nobody any more, in all of their cases; the events stand', async () => {
    const [one, other, neighbour] = [
      await registered('13800138000'),
      await registered('138-0013-8000'),
      await registered('13900139000'),
    ];
    const events = await memory.platform.eventStore('intake').readStream(`case-${one}`);
    expect(await erase(one, 'asked-for')).toEqual({
      status: 200,
      body: {
        caseId: one,
        number: 'mu-2026-000001',
        erased: true,
        erasedAt: '2026-03-02T12:00:00+08:00',
        reason: 'asked-for',
      },
    });
    expect(await wordsOf(one)).toEqual(nothing);
    expect(await wordsOf(other)).toEqual(nothing);
    expect(await wordsOf(neighbour)).toMatchObject({ words: demand().words });
    expect(await memory.platform.eventStore('intake').readStream(`case-${one}`)).toEqual(events);
    expect(await ask('clerk', `cases/${one}`)).toMatchObject({ status: 200, body: { state: 'registered' } });
  });

  test('is found by their phone no more: who calls next is somebody new', async () => {
    const before = await registered('13700137000');
    const same = await registered('13700137000');
    expect(await personIn(same)).toBe(await personIn(before));
    await erase(before, 'asked-for');
    const after = await registered('13700137000');
    expect(await personIn(after)).not.toBe(await personIn(before));
    expect(await wordsOf(after)).toMatchObject({ words: demand().words, contact: { phone: '13700137000' } });
    expect(await wordsOf(before)).toEqual(nothing);
  });

  test('is erased once: a second erasure says when the first one was, and why', async () => {
    const caseId = await registered('13600136000');
    await erase(caseId, 'consent-withdrawn');
    const at = time.now;
    time.now = plus(time.now, hour);
    expect(await erase(caseId, 'no-longer-needed')).toMatchObject({
      status: 200,
      body: { erased: false, erasedAt: inTown(at), reason: 'consent-withdrawn' },
    });
    const { body } = await ask('audit', 'erasures');
    expect((body['items'] as { caseId: string }[]).filter((it) => it.caseId === caseId)).toHaveLength(1);
  });

  test('keeps their case when the demand is sent again, and the words do not come back', async () => {
    const body = demand({ phone: '13500135000' });
    const first = await ask('clerk', 'cases', body, 'once');
    await erase(String(first.body['caseId']), 'asked-for');
    expect(await ask('clerk', 'cases', body, 'once')).toEqual(first);
    expect(await wordsOf(String(first.body['caseId']))).toEqual(nothing);
  });

  test('may be a resident with an account, who may ask again and be erased again', async () => {
    const one = await registered('', 'wang');
    await erase(one, 'asked-for');
    const other = await registered('', 'wang');
    expect([await wordsOf(one), await wordsOf(other)]).toMatchObject([nothing, { words: demand().words }]);
    expect(await erase(other, 'asked-for')).toMatchObject({ body: { erased: true } });
    expect(await wordsOf(other)).toEqual(nothing);
  });
});

describe('A person who asked in a case in which another one was noted', () => {
  /** What was kept when it was registered, or first corrected: no case refers to it any more. */
  const referencesIn = async (caseId: string, nth: number): Promise<readonly string[]> => {
    const events = await memory.platform.eventStore('intake').readStream(`case-${caseId}`);
    const { demand, ...data } = events[nth]?.data as Record<string, Record<string, { id: string }>>;
    const { words, place, contact } = demand ?? (data as unknown as NonNullable<typeof demand>);
    return [words, place, contact].flatMap((it) => it?.id ?? []);
  };
  const opened = async (ids: readonly string[]) => {
    const grant = { kinds: ['words', 'place', 'contact'], purposes: ['answering'] };
    const vault = memory.platform.vault('intake', grant);
    return Promise.all(ids.map((id) => vault.read(id, { actor: 'intake', purpose: 'answering' })));
  };
  const correct = (caseId: string, body: object) =>
    ask('clerk', `cases/${caseId}/reclassify`, { reason: 'wrong-person', ...body });
  const gone = [null, null, null];

  test('is erased with what had been kept under the other, who keeps what is their own', async () => {
    const [id, own] = [await registered('13100131000'), await registered('13100131000')];
    const first = await referencesIn(id, 0);
    await correct(id, { phone: '13100131001', name: 'Mrs Zhou' });
    expect(await opened(first)).toMatchObject([demand().words, demand().place, { phone: '13100131000' }]);

    expect(await erase(id, 'asked-for')).toMatchObject({ body: { erased: true } });
    expect(await wordsOf(id)).toEqual(nothing);
    expect(await opened(first)).toEqual(gone);
    expect(await wordsOf(own)).toMatchObject({ words: demand().words, contact: { phone: '13100131000' } });
  });

  test('is erased so in all of their cases, by whichever they are found', async () => {
    const [id, other] = [await registered('13100131002'), await registered('13100131003')];
    const first = await referencesIn(id, 0);
    await correct(id, { phone: '13100131003' });
    await erase(other, 'asked-for');
    expect([await wordsOf(id), await wordsOf(other)]).toEqual([nothing, nothing]);
    expect(await opened(first)).toEqual(gone);
  });

  test('is erased so also when several were noted one after another, and the place was corrected between', async () => {
    const id = await registered('13100131004');
    const first = await referencesIn(id, 0);
    await ask('clerk', `cases/${id}/reclassify`, { reason: 'wrong-place', place: { lat: 36.5, lon: 119.8 } });
    await correct(id, { phone: '13100131005' });
    const second = await referencesIn(id, 2);
    await correct(id, { name: 'Mr Sun' });
    expect(second).toHaveLength(3);
    await erase(id, 'asked-for');
    expect([await opened(first), await opened(second)]).toEqual([gone, gone]);
  });

  test('loses nothing of it by the erasure of who was noted by mistake', async () => {
    const [id, own] = [await registered('13100131006'), await registered('13100131006')];
    const first = await referencesIn(id, 0);
    await correct(id, { phone: '13100131007' });
    await erase(own, 'asked-for');
    expect(await opened(first)).toEqual(gone);
    expect(await wordsOf(id)).toMatchObject({ words: demand().words, contact: { phone: '13100131007' } });
  });

  test('is not erased with the words of another where the correction was refused', async () => {
    const [id, own] = [await registered('13100131008'), await registered('13100131009')];
    await ask('clerk', `cases/${id}/withdraw`, {});
    expect(await correct(id, { phone: '13100131009' })).toMatchObject({ status: 409 });
    await erase(own, 'asked-for');
    expect(await wordsOf(id)).toMatchObject({ words: demand().words, contact: { phone: '13100131008' } });
  });

  test('whose correction is sent again afterwards stays erased', async () => {
    const id = await registered('13100131010');
    const body = { reason: 'wrong-person', phone: '13100131011' };
    const first = await ask('clerk', `cases/${id}/reclassify`, body, 'person-once');
    const left = await referencesIn(id, 0);
    await erase(id, 'asked-for');
    expect(await ask('clerk', `cases/${id}/reclassify`, body, 'person-once')).toEqual(first);
    expect([await wordsOf(id), await opened(left)]).toEqual([nothing, gone]);
  });
});

describe('An erasure', () => {
  test('is on record: who, when, why and by which case, without a word of the resident', async () => {
    const caseId = await registered('13400134000');
    time.now = plus(time.now, hour);
    await erase(caseId, 'kept-unlawfully');
    const { body } = await ask('op', 'erasures?limit=1');
    expect(body['items']).toEqual([
      {
        id: expect.any(String),
        caseId,
        number: expect.stringMatching(/^mu-2026-/),
        reason: 'kept-unlawfully',
        erasedAt: inTown(time.now),
        by: 'op',
      },
    ]);
    expect(memory.erasures().at(-1)).toMatchObject({
      service: 'intake',
      actor: 'op',
      purpose: 'erasure/kept-unlawfully',
      person: await personIn(caseId),
    });
    const events = await memory.platform.eventStore('intake').readAll({
      from: null,
      maxCount: 1_000,
      filter: { categories: ['person'] },
    });
    expect(JSON.stringify([body, events, memory.said()])).not.toMatch(/路灯|138001|Wang/);
    // The others hear that it was done, and of nobody.
    const told = memory.messages('mulin.intake') as readonly PublicEvent[]; // What intake has told.
    expect(told.filter(({ type, subject }) => type.includes('erased') && subject === caseId)).toMatchObject([
      { actor: 'op', actorrole: 'operator', data: { reason: 'kept-unlawfully' } },
    ]);
    expect(JSON.stringify(told)).not.toMatch(/138001|Wang/);
  });

  test('is the operator’s alone, with a reason, of a case that there is', async () => {
    const caseId = await registered('13300133000');
    for (const who of ['clerk', 'wang', 'audit'])
      expect(await erase(caseId, 'asked-for', who)).toMatchObject({ status: 403 });
    expect(await erase(caseId, 'because')).toMatchObject({ status: 400, body: { code: 'malformed' } });
    expect(await erase('6f0a1c1e-0000-8000-b000-000000000000', 'asked-for')).toMatchObject({
      status: 404,
      body: { code: 'case-not-found' },
    });
    expect(await ask('clerk', 'erasures')).toMatchObject({ status: 403 });
    expect(await wordsOf(caseId)).toMatchObject({ words: demand().words });
  });

  test('that ended before it was on record is recorded when it is asked for again', async () => {
    const caseId = await registered('13200132000');
    const vault = memory.platform.vault('intake', { kinds: [], purposes: ['erasure/asked-for'] });
    const person = (await personIn(caseId)) as Parameters<typeof vault.shred>[0];
    await vault.shred(person, { actor: 'op', purpose: 'erasure/asked-for' });
    expect(await erase(caseId, 'asked-for')).toMatchObject({ status: 200, body: { erased: true } });
  });
});
