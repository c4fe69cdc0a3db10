/** Quarrels before the committee, as parties, mediators and committees meet them: over HTTP. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { day } from '@mulin/kernel';
import { inDays, type Opened, openTown, refusal, type Town } from './a-town.testing.js';

let town: Town;

beforeAll(async () => {
  town = await openTown();
  await town.postMediators(1, ['tang', 'ye']);
});
afterAll(() => town.close());

const at = (it: Opened, path = '') => `disputes/${it.id}${path}`;
const type = ({ type: name }: Record<string, unknown>) => String(name).replace(/^mediation\.|\.v1$/g, '');
const of = (it: Opened) => town.messages().filter(({ subject }) => subject === it.id);
const data = (event: Record<string, unknown> | undefined) => event?.['data'] as Record<string, unknown>;

/** A quarrel whose parties want mediation. */
const willing = async (more: object = {}): Promise<Opened> => {
  const it = await town.quarrel(more);
  const { body } = await town.call('clerk', at(it));
  await town.agreeAll(it, String(body['mediator']));
  return it;
};
const mediatorOf = async (it: Opened) => String((await town.call('clerk', at(it))).body['mediator']);

describe('A quarrel comes before the committee', () => {
  test('and whoever of the roster has least to do has it from the first moment', async () => {
    const [first, second] = [await town.quarrel(), await town.quarrel()];
    expect(new Set([await mediatorOf(first), await mediatorOf(second)])).toEqual(new Set(['tang', 'ye']));
    expect(first.number).toMatch(/^mu-M-2026-\d{6}$/);
    expect(of(first).map(type)).toEqual([
      'dispute-opened',
      'mediator-assigned',
      'deadline-set',
      'deadline-ended',
      'deadline-set',
    ]);
  });

  test('of people who are two: somebody does not quarrel with themselves', async () => {
    const parties = [
      { role: 'applicant', name: 'Sun', phone: '138 0000 0001' },
      { role: 'respondent', name: 'Sun again', phone: '13800000001' },
    ];
    const answer = await town.call('clerk', 'disputes', {
      kind: 'debt-and-contract',
      area: 'mu/dongguan/hetou',
      door: 'walk-in',
      parties,
    });
    expect(refusal(answer)).toBe('409 same-party-twice');
  });

  test('of two sides: two who ask are none', async () => {
    const parties = [
      { role: 'applicant', name: 'A' },
      { role: 'applicant', name: 'B' },
    ];
    const answer = await town.call('clerk', 'disputes', {
      kind: 'other',
      area: 'mu/dongguan/hetou',
      door: 'walk-in',
      parties,
    });
    expect(refusal(answer)).toBe('409 no-two-sides');
  });

  test('and nothing of who they are is told to the town', async () => {
    const it = await town.quarrel();
    const told = JSON.stringify(of(it));
    expect(told).not.toMatch(/Sun|Zhou|1380000|wall/);
  });

  test('from a case, which is told so, and again when it is over', async () => {
    const caseId = '95cf39fa-cdbe-862d-b0af-f9349c54dfd5';
    const it = await town.quarrel({ door: 'case', fromCase: { caseId, number: 'mu-2026-000417' } });
    const ofCase = () => town.messages().filter(({ subject }) => subject === caseId);
    expect(ofCase().map(type)).toEqual(['case-in-mediation']);
    await town.call(await mediatorOf(it), at(it, '/end'), { outcome: 'withdrawn' });
    expect(ofCase().map(type)).toEqual(['case-in-mediation', 'case-mediated']);
    expect(data(ofCase()[1])).toMatchObject({ disputeNumber: it.number, outcome: 'withdrawn' });
  });

  test('from a file of a mediator, whose it stays, however much they have to do', async () => {
    const brought = [await town.quarrel({ door: 'file' }, 'ye'), await town.quarrel({ door: 'file' }, 'ye')];
    expect(await Promise.all(brought.map(mediatorOf))).toEqual(['ye', 'ye']);
    const assigned = brought.flatMap(of).filter((event) => type(event) === 'mediator-assigned');
    expect(assigned.map((event) => data(event)['because'])).toEqual(['named', 'named']);
    const answer = await town.call('other-mediator', 'disputes', {
      kind: 'other',
      area: 'mu/dongguan/hetou',
      door: 'file',
      parties: [
        { role: 'applicant', name: 'A' },
        { role: 'respondent', name: 'B' },
      ],
    });
    expect(refusal(answer)).toBe('409 not-a-mediator');
  });

  test('by a resident, who is one of its parties once, and none of the others', async () => {
    const myself = (role: string, phone: string) => ({ role, name: 'Wang', phone, isMyself: true });
    const both = [myself('applicant', '13800000003'), myself('respondent', '13800000004')];
    const opening = { kind: 'other', area: 'mu/dongguan/hetou', door: 'party' };
    const answered = await town.call('wang', 'disputes', { ...opening, parties: both });
    expect(refusal(answered)).toBe('409 not-a-party');
    const others = both.map(({ isMyself: _, ...party }) => party);
    expect(refusal(await town.call('wang', 'disputes', { ...opening, parties: others }))).toBe(
      '409 not-a-party',
    );
    const fromCase = { caseId: '95cf39fa-cdbe-862d-b0af-f9349c54dfd5', number: 'mu-2026-000417' };
    const [me] = both;
    const foreign = { ...opening, fromCase, parties: [me, others[1]] };
    expect(refusal(await town.call('wang', 'disputes', foreign))).toBe('409 case-by-staff');
  });

  test('at the counter, where nobody is given the codes of the parties', async () => {
    const { body } = await town.call('clerk', 'disputes', {
      kind: 'other',
      area: 'mu/dongguan/hetou',
      door: 'walk-in',
      parties: [
        { role: 'applicant', name: 'A' },
        { role: 'respondent', name: 'B' },
      ],
    });
    expect(body['codes']).toEqual([]);
    const [first] = body['parties'] as { party: string }[];
    const route = `disputes/${String(body['disputeId'])}/parties/${first?.party ?? ''}/code`;
    for (const who of ['clerk', 'committee', 'secretary', 'operator', 'stranger'])
      expect([who, (await town.call(who, route)).status]).toEqual([who, 403]);
    expect((await town.call(String(body['mediator']), route)).status).toBe(200);
  });

  test('by a resident of their own accord, who comes back to it by their account', async () => {
    const it = await town.quarrel(
      {
        door: 'party',
        parties: [
          { role: 'applicant', name: 'Wang', isMyself: true },
          { role: 'respondent', name: 'Zhao' },
        ],
      },
      'wang',
    );
    expect((await town.call('wang', at(it))).status).toBe(200);
    expect(refusal(await town.call('zhao', at(it)))).toBe('403 not-your-dispute');
  });
});

describe('Mediation is everybody’s choice', () => {
  test('it begins when every party wants it', async () => {
    const it = await town.quarrel();
    const mediator = await mediatorOf(it);
    const [one, other] = it.parties;
    await town.call(mediator, at(it, `/parties/${one.party}/consent`), { isGiven: true });
    const session = {
      from: inDays(town, 2),
      until: inDays(town, 2).replace('T02', 'T04'),
      place: 'elsewhere',
    };
    expect(refusal(await town.call(mediator, at(it, '/sessions'), session))).toBe('409 consent-missing');
    const token = await town.comeBy(it, other);
    const answer = await town.call(token, at(it, `/parties/${other.party}/consent`), { isGiven: true });
    expect(answer.body['state']).toBe('in-mediation');
  });

  test('a party who refuses ends it, and nothing follows from that', async () => {
    const it = await town.quarrel();
    const token = await town.comeBy(it, it.parties[1]);
    const answer = await town.call(token, at(it, `/parties/${it.parties[1].party}/consent`), {
      isGiven: false,
    });
    expect(answer.body).toMatchObject({ state: 'ended', outcome: 'refused', otherWays: ['court'] });
    // The mediator has asked, which is all that was owed.
    const ended = of(it).filter((event) => type(event) === 'deadline-ended');
    expect(ended.map((event) => data(event)['end'])).toEqual(['answered', 'answered']);
  });

  test('a party who wanted it may end it as long as nothing is agreed', async () => {
    const it = await willing();
    const token = await town.comeBy(it, it.parties[0]);
    const answer = await town.call(token, at(it, `/parties/${it.parties[0].party}/consent`), {
      isGiven: false,
    });
    expect(answer.body).toMatchObject({ state: 'ended', outcome: 'refused' });
  });

  test('whoever joins is asked as well, and has the deadlines of it begin anew', async () => {
    const it = await willing();
    const mediator = await mediatorOf(it);
    const { body } = await town.call(mediator, at(it, '/parties'), { role: 'third-party', name: 'Li' });
    expect(body['state']).toBe('asking-consent');
    const third = (body['parties'] as { party: string }[])[2]?.party ?? '';
    await town.call(mediator, at(it, `/parties/${third}/consent`), { isGiven: true });
    const clocks = of(it).map((event) => `${type(event)} ${String(data(event)['clock'])}`);
    for (const clock of ['consent/2', 'meet/2', 'settle/2'])
      expect(clocks).toContain(`deadline-set ${clock}`);
  });

  test('whoever has said so does not say it twice', async () => {
    const it = await willing();
    const mediator = await mediatorOf(it);
    const answer = await town.call(mediator, at(it, `/parties/${it.parties[0].party}/consent`), {
      isGiven: true,
    });
    expect(refusal(answer)).toBe('409 consent-stated');
  });
});

describe('Nobody reads the other side', () => {
  const secrets = ['the fence was mine', 'I would pay half', 'Hetou 4'];

  /** A quarrel in which the respondent said something for the mediator, and something alone. */
  const confided = async () => {
    const it = await willing();
    const mediator = await mediatorOf(it);
    const [one, other] = it.parties;
    await town.call(mediator, at(it, `/parties/${other.party}/statements`), { text: 'the fence was mine' });
    await town.call(mediator, at(it, `/parties/${other.party}/caucus-notes`), { text: 'I would pay half' });
    await town.call(mediator, at(it, `/parties/${one.party}/statements`), {
      text: 'for all to read',
      isForAll: true,
    });
    return { it, mediator, one, other };
  };

  test('by any route: every one of them was tried by every one who is not the mediator', async () => {
    const { it, mediator, one } = await confided();
    const token = await town.comeBy(it, one);
    const readers = [
      'clerk',
      'committee',
      'secretary',
      'town-leader',
      'auditor',
      'operator',
      'member',
      'wang',
      'stranger',
      'ye',
      'tang',
      token,
    ];
    const routes = [
      at(it),
      at(it, '/file'),
      at(it, '/caucus-notes'),
      'disputes',
      `disputes?state=in-mediation`,
      `mediation-calendar?from=2026-01-01T00:00:00Z&to=2027-01-01T00:00:00Z`,
    ];
    for (const who of readers.filter((name) => name !== mediator))
      for (const route of routes) {
        const text = JSON.stringify((await town.call(who, route)).body);
        for (const secret of secrets)
          expect({ who: who === token ? 'party' : who, route, leaks: text.includes(secret) }).toEqual({
            who: who === token ? 'party' : who,
            route,
            leaks: false,
          });
      }
  });

  test('what the applicant told at first is theirs, and what was said where somebody was not there is not', async () => {
    const it = await willing();
    const mediator = await mediatorOf(it);
    const [one, other] = it.parties;
    const from = inDays(town, 30);
    await town.call(mediator, at(it, '/sessions'), {
      from,
      until: from.replace('T02', 'T03'),
      place: 'elsewhere',
    });
    await town.pass(31 * day);
    await town.call(mediator, at(it, '/sessions/1/minutes'), {
      present: [one.party],
      minutes: 'She came alone.',
    });
    const read = async (who: string) => (await town.call(who, at(it, '/file'))).body;
    const [applicant, respondent] = [
      await read(await town.comeBy(it, one)),
      await read(await town.comeBy(it, other)),
    ];
    expect(applicant).toMatchObject({
      facts: expect.stringContaining('wall'),
      minutes: [{ text: 'She came alone.' }],
    });
    expect(respondent).toMatchObject({ facts: null, minutes: [] });
    expect(await read(mediator)).toMatchObject({
      facts: expect.stringContaining('wall'),
      minutes: [{ session: 1 }],
    });
  });

  test('not in what is told, and not in the log', async () => {
    await confided();
    const everywhere = JSON.stringify([town.messages(), town.memory.said()]);
    for (const secret of [...secrets, 'for all to read', '13800000002'])
      expect(everywhere).not.toContain(secret);
  });

  test('the mediator reads both, each party what was said for all; and who read is on record', async () => {
    const { it, mediator, one, other } = await confided();
    const readBy = async (who: string) => (await town.call(who, at(it, '/file'))).body;
    const texts = (file: Record<string, unknown>) =>
      (file['statements'] as { text: string }[]).map(({ text }) => text);
    expect(texts(await readBy(mediator))).toEqual(['for all to read', 'the fence was mine']);
    expect(texts(await readBy(await town.comeBy(it, one)))).toEqual(['for all to read']);
    expect(texts(await readBy(await town.comeBy(it, other)))).toEqual([
      'for all to read',
      'the fence was mine',
    ]);
    const file = await readBy(await town.comeBy(it, one));
    expect(file['parties']).toMatchObject([
      { party: one.party, name: 'Sun', phone: '13800000001' },
      { party: other.party, name: 'Zhou', phone: null, address: null },
    ]);
    expect(
      town.memory.readings().some(({ purpose, actor }) => purpose === 'mediation' && actor === mediator),
    ).toBe(true);
  });

  test('a mediator who comes after does not read what was told to the one before', async () => {
    const { it, mediator } = await confided();
    const next = mediator === 'tang' ? 'ye' : 'tang';
    await town.call(await town.comeBy(it, it.parties[0]), at(it, '/challenges'), {
      party: it.parties[0].party,
      because: 'partial',
    });
    await town.call('committee', at(it, '/challenge-decision'), { isUpheld: true });
    expect(await mediatorOf(it)).toBe(next);
    expect((await town.call(next, at(it, '/caucus-notes'))).body).toEqual({ items: [] });
    expect(refusal(await town.call(mediator, at(it, '/caucus-notes')))).toBe('403 not-your-dispute');
  });

  test('a party speaks for itself alone', async () => {
    const it = await willing();
    const token = await town.comeBy(it, it.parties[0]);
    const answer = await town.call(token, at(it, `/parties/${it.parties[1].party}/statements`), {
      text: 'He agrees.',
    });
    expect(refusal(answer)).toBe('403 not-your-side');
  });

  test('a wrong code opens nothing, nor does the code of another quarrel', async () => {
    const [it, other] = [await town.quarrel(), await town.quarrel()];
    const answer = await town.call(null, 'dispute-access', {
      number: it.number,
      code: other.parties[0].code,
    });
    expect(refusal(answer)).toBe('401 case-code-wrong');
  });
});

describe('Who mediates', () => {
  test('is not kin to a party', async () => {
    const it = await town.quarrel();
    const mediator = await mediatorOf(it);
    const other = mediator === 'tang' ? 'ye' : 'tang';
    await town.call('committee', at(it, `/parties/${it.parties[0].party}/relations`), {
      mediator: other,
      relation: 'kin',
    });
    expect(refusal(await town.call('committee', at(it, '/mediator'), { mediator: other }))).toBe(
      '409 mediator-related',
    );
    expect(refusal(await town.call('committee', at(it, '/mediator'), {}))).toBe('409 no-mediator-free');
    const { body } = await town.call('committee', at(it, '/mediators'));
    const roster = body['items'] as readonly Record<string, unknown>[];
    expect(new Map(roster.map((one) => [one['mediator'], one['isRelated']]))).toEqual(
      new Map([
        [other, true],
        [mediator, false],
      ]),
    );
  });

  test('and where somebody is who has it, the committee decides', async () => {
    const it = await willing();
    const mediator = await mediatorOf(it);
    const token = await town.comeBy(it, it.parties[0]);
    const near = { mediator, relation: 'kin' };
    const { body } = await town.call(token, at(it, `/parties/${it.parties[0].party}/relations`), near);
    expect(body['isChallenged']).toBe(true);
    const after = await town.call('committee', at(it, '/challenge-decision'), { isUpheld: true });
    expect(after.body['mediator']).not.toBe(mediator);
  });

  test('stands on the roster of the area', async () => {
    const it = await town.quarrel();
    expect(refusal(await town.call('committee', at(it, '/mediator'), { mediator: 'stranger' }))).toBe(
      '409 not-a-mediator',
    );
  });

  test('is changed by the committee where a party asks, and their sessions are called off', async () => {
    const it = await willing();
    const mediator = await mediatorOf(it);
    const planned = { from: inDays(town, 20), until: inDays(town, 20).replace('T02', 'T03'), place: 'home' };
    await town.call(mediator, at(it, '/sessions'), planned);
    await town.call(await town.comeBy(it, it.parties[1]), at(it, '/challenges'), {
      party: it.parties[1].party,
      because: 'kin',
    });
    expect(refusal(await town.call(mediator, at(it, '/challenge-decision'), { isUpheld: true }))).toMatch(
      /^403/,
    );
    const { body } = await town.call('committee', at(it, '/challenge-decision'), { isUpheld: true });
    expect(body['mediator']).not.toBe(mediator);
    expect(body['sessions']).toMatchObject([{ state: 'called-off' }]);
    // What was taken for it is free again.
    const another = await willing();
    expect((await town.call(await mediatorOf(another), at(another, '/sessions'), planned)).status).toBe(200);
  });

  test('who has nobody to mediate is the committee’s to see to', async () => {
    await town.postMediators(2, []);
    const it = await town.quarrel();
    expect((await town.call('committee', at(it))).body).toMatchObject({ mediator: null, state: 'opened' });
    await town.postMediators(3, ['tang', 'ye']);
    expect((await town.call('committee', at(it, '/mediator'), {})).body['mediator']).toMatch(/tang|ye/);
  });
});

describe('A session', () => {
  const when = (days: number, from: string, until: string) => ({
    from: inDays(town, days).replace('T02:00', `T${from}`),
    until: inDays(town, days).replace('T02:00', `T${until}`),
  });

  test('is not planned for the past, nor backwards', async () => {
    const it = await willing();
    const mediator = await mediatorOf(it);
    const past = { from: '2026-01-01T00:00:00Z', until: '2026-01-01T02:00:00Z', place: 'home' };
    expect(refusal(await town.call(mediator, at(it, '/sessions'), past))).toBe('409 session-past');
    const backwards = { ...when(4, '05:00', '04:00'), place: 'home' };
    expect(refusal(await town.call(mediator, at(it, '/sessions'), backwards))).toBe('409 session-backwards');
    const nowhere = { ...when(4, '04:00', '05:00'), place: 'moon' };
    expect(refusal(await town.call(mediator, at(it, '/sessions'), nowhere))).toBe('409 place-unknown');
  });

  test('takes the mediator and the room once', async () => {
    const [one, other] = [await willing(), await willing()];
    const [first, second] = [await mediatorOf(one), await mediatorOf(other)];
    expect(
      (await town.call(first, at(one, '/sessions'), { ...when(5, '01:00', '03:00'), place: 'home' })).status,
    ).toBe(200);
    const clash = await town.call(second, at(other, '/sessions'), {
      ...when(5, '02:59', '04:00'),
      place: 'home',
    });
    expect(refusal(clash)).toBe('409 doubly-booked');
    // Whoever was refused the room is free at that time.
    expect(
      (await town.call(second, at(other, '/sessions'), { ...when(5, '02:59', '04:00'), place: 'elsewhere' }))
        .status,
    ).toBe(200);
    expect(
      (await town.call(second, at(other, '/sessions'), { ...when(5, '04:00', '05:00'), place: 'home' }))
        .status,
    ).toBe(200);
  });

  test('says how many parties nobody can call, and no more of them', async () => {
    const parties = [
      { role: 'applicant', name: 'Sun' },
      { role: 'respondent', name: 'Zhou', phone: '13800000002' },
    ];
    const planned = async (it: Opened, days: number) => {
      await town.agreeAll(it, await mediatorOf(it));
      const session = { ...when(days, '01:00', '02:00'), place: 'elsewhere' };
      await town.call(await mediatorOf(it), at(it, '/sessions'), session);
      return town
        .messages()
        .filter((told) => told['subject'] === it.id && told['type'] === 'mediation.session-planned.v1')
        .map(({ data }) => data);
    };
    expect(await planned(await town.quarrel({ parties }), 20)).toEqual([
      {
        number: expect.any(String),
        session: 1,
        ...when(20, '01:00', '02:00'),
        place: 'elsewhere',
        withoutPhone: 1,
      },
    ]);
    expect((await planned(await town.quarrel(), 21))[0]).not.toHaveProperty('withoutPhone');
  });

  test('that is moved leaves its time to others', async () => {
    const it = await willing();
    const mediator = await mediatorOf(it);
    await town.call(mediator, at(it, '/sessions'), { ...when(6, '01:00', '02:00'), place: 'home' });
    const moved = await town.call(mediator, at(it, '/sessions/1/time'), {
      ...when(7, '01:00', '02:00'),
      place: 'home',
    });
    expect(moved.body['sessions']).toMatchObject([{ session: 1, state: 'planned' }]);
    const other = await willing();
    expect(
      (
        await town.call(await mediatorOf(other), at(other, '/sessions'), {
          ...when(6, '01:00', '02:00'),
          place: 'home',
        })
      ).status,
    ).toBe(200);
  });

  test('whose move was recorded by a process that ended then leaves its former time to others', async () => {
    const it = await willing();
    const mediator = await mediatorOf(it);
    await town.call(mediator, at(it, '/sessions'), { ...when(16, '01:00', '02:00'), place: 'home' });
    const store = town.memory.platform.eventStore('mediation');
    const known = await store.readStream(`dispute-${it.id}`);
    const planned = known.findLast((event) => event.type === 'SessionPlanned');
    if (planned === undefined) throw new Error('it is planned');
    const { metadata } = planned;
    const data = { ...(planned.data as object), ...when(17, '01:00', '02:00'), booking: 'another' };
    const id = '5b6cbb6b-6a6f-4a37-9c4b-0d8b3f1f7a10';
    const { correlationId, actor, town: of } = metadata;
    await store.appendToStream(
      `dispute-${it.id}`,
      [{ type: 'SessionPlanned', id, data, metadata: { correlationId, actor, town: of, causationId: id } }],
      { expectedRevision: known.length - 1 },
    );
    await town.memory.settle();
    const other = await willing();
    const body = { ...when(16, '01:00', '02:00'), place: 'home' };
    expect((await town.call(await mediatorOf(other), at(other, '/sessions'), body)).status).toBe(200);
  });

  test('that was called off takes no time when its request comes again and again', async () => {
    const it = await willing();
    const mediator = await mediatorOf(it);
    const body = { ...when(18, '01:00', '02:00'), place: 'home' };
    const again = { 'idempotency-key': 'planned-and-called-off' };
    await town.call(mediator, at(it, '/sessions'), body, again);
    await town.call(mediator, at(it, '/sessions/1/call-off'), {});
    for (const _ of ['once more', 'and again']) {
      await town.pass(1_000);
      const { body: said } = await town.call(mediator, at(it, '/sessions'), body, again);
      expect(said['sessions']).toMatchObject([{ state: 'called-off' }]);
    }
    const other = await willing();
    expect((await town.call(await mediatorOf(other), at(other, '/sessions'), body)).status).toBe(200);
  });

  test('that is refused takes nobody’s time, however often it is asked for under one key', async () => {
    const [one, other] = [await willing(), await willing()];
    const body = { ...when(19, '01:00', '02:00'), place: 'home' };
    await town.call(await mediatorOf(one), at(one, '/sessions'), body);
    const refused = await mediatorOf(other);
    for (const _ of ['once', 'once more', 'and again']) {
      await town.pass(1_000);
      const again = { 'idempotency-key': 'refused' };
      expect(refusal(await town.call(refused, at(other, '/sessions'), body, again))).toBe(
        '409 doubly-booked',
      );
    }
    const elsewhere = { ...body, place: 'elsewhere' };
    expect((await town.call(refused, at(other, '/sessions'), elsewhere)).status).toBe(200);
  });

  test('that could not be moved keeps its time, and leaves nothing taken', async () => {
    const [one, other] = [await willing(), await willing()];
    const [first, second] = [await mediatorOf(one), await mediatorOf(other)];
    await town.call(first, at(one, '/sessions'), { ...when(12, '01:00', '02:00'), place: 'home' });
    await town.call(second, at(other, '/sessions'), { ...when(13, '01:00', '02:00'), place: 'home' });
    const taken = { ...when(13, '01:30', '02:30'), place: 'home' };
    expect(refusal(await town.call(first, at(one, '/sessions/1/time'), taken))).toBe('409 doubly-booked');
    // Its own time is still its own.
    const third = await willing();
    const clash = { ...when(12, '01:00', '02:00'), place: 'home' };
    expect(refusal(await town.call(await mediatorOf(third), at(third, '/sessions'), clash))).toBe(
      '409 doubly-booked',
    );
    // Moved within its own time, and to another place, whose former one is free.
    const aside = { ...when(12, '01:30', '02:30'), place: 'elsewhere' };
    expect((await town.call(first, at(one, '/sessions/1/time'), aside)).status).toBe(200);
  });

  test('is held in a home of the town, which whoever plans it can choose', async () => {
    const { body } = await town.call('tang', 'mediation-calendar/homes');
    expect(body['items']).toEqual([
      { id: 'home', name: { en: 'Mu neighbours’ home', zh: '牟邻之家' }, area: 'mu' },
    ]);
  });

  test('stands in the calendar of whoever mediates, and of those who lead the area', async () => {
    const it = await willing();
    const mediator = await mediatorOf(it);
    await town.call(mediator, at(it, '/sessions'), { ...when(9, '01:00', '02:00'), place: 'elsewhere' });
    const range = `from=${when(9, '00:00', '00:00').from}&to=${when(9, '23:00', '23:00').until}`;
    const shown = async (who: string) =>
      ((await town.call(who, `mediation-calendar?${range}`)).body['items'] as unknown[]).length;
    expect([await shown(mediator), await shown('secretary'), await shown('other-secretary')]).toEqual([
      1, 1, 0,
    ]);
  });
});

describe('An agreement', () => {
  /** Held a session, and ready to agree. */
  const heard = async (): Promise<{ it: Opened; mediator: string }> => {
    const it = await willing();
    const mediator = await mediatorOf(it);
    const from = inDays(town, 3);
    await town.call(mediator, at(it, '/sessions'), {
      from,
      until: from.replace('T02', 'T03'),
      place: 'elsewhere',
    });
    expect(
      refusal(await town.call(mediator, at(it, '/sessions/1/minutes'), { present: [], minutes: 'x' })),
    ).toBe('409 session-not-begun');
    await town.pass(4 * day);
    await town.call(mediator, at(it, '/sessions/1/minutes'), {
      present: it.parties.map(({ party }) => party),
      minutes: 'Both were heard.',
    });
    return { it, mediator };
  };
  const term = (it: Opened, dueAt?: string) => ({
    party: it.parties[1].party,
    toParty: it.parties[0].party,
    what: 'moves the wall back',
    ...(dueAt === undefined ? {} : { dueAt }),
  });
  const written = (it: Opened, dueAt = town.at(20 * day)) => ({ form: 'written', terms: [term(it, dueAt)] });
  const signed = async (it: Opened, mediator: string) => {
    await town.call(mediator, at(it, '/agreement'), written(it));
    for (const { party } of it.parties)
      await town.call(mediator, at(it, '/signatures'), { version: 1, by: 'party', party, as: 'fingerprint' });
    await town.call(mediator, at(it, '/signatures'), { version: 1, by: 'mediator', as: 'signature' });
    return town.call('committee', at(it, '/signatures'), { version: 1, by: 'committee', as: 'seal' });
  };

  test('says who does what by when', async () => {
    const { it, mediator } = await heard();
    const draft = async (terms: readonly object[]) =>
      refusal(await town.call(mediator, at(it, '/agreement'), { form: 'written', terms }));
    expect(await draft([])).toBe('409 no-terms');
    expect(await draft([term(it)])).toBe('409 term-without-due');
    expect(await draft([term(it, '2026-01-01T00:00:00Z')])).toBe('409 term-due-past');
    expect(await draft([{ ...term(it, town.at(day)), toParty: it.parties[1].party }])).toBe(
      '409 term-to-oneself',
    );
    expect(await draft([{ ...term(it, town.at(day)), toParty: it.id }])).toBe('404 party-unknown');
  });

  test('has effect with the last of parties, mediator and seal, and each signs once and for themselves', async () => {
    const { it, mediator } = await heard();
    const [one, other] = it.parties;
    await town.call(mediator, at(it, '/agreement'), written(it));
    const token = await town.comeBy(it, one);
    const sign = async (who: string, body: object) =>
      town.call(who, at(it, '/signatures'), { version: 1, as: 'signature', ...body });
    expect(refusal(await sign(token, { by: 'party', party: other.party }))).toBe('403 signs-for-another');
    expect(refusal(await sign(token, { by: 'mediator' }))).toBe('403 signs-for-another');
    expect(refusal(await sign(mediator, { by: 'committee' }))).toBe('403 signs-for-another');
    expect((await sign(token, { by: 'party', party: one.party })).status).toBe(200);
    expect(refusal(await sign(token, { by: 'party', party: one.party }))).toBe('409 already-signed');
    expect(refusal(await sign(mediator, { by: 'party', party: other.party, isByRepresentative: true }))).toBe(
      '409 no-special-authority',
    );
    await town.call(mediator, at(it, `/parties/${other.party}/representatives`), {
      name: 'Li',
      authority: 'special',
      evidence: 'a letter',
    });
    await sign(mediator, { by: 'party', party: other.party, isByRepresentative: true });
    await sign(mediator, { by: 'mediator' });
    const last = await sign('committee', { by: 'committee' });
    expect(last.body).toMatchObject({ state: 'to-perform', agreement: { effectAt: expect.any(String) } });
    expect(of(it).filter((event) => type(event) === 'agreement-in-effect')).toHaveLength(1);
    const clocks = of(it)
      .filter((event) => type(event) === 'deadline-set')
      .map((event) => data(event)['clock']);
    expect(clocks).toEqual(['assign/1', 'consent/1', 'meet/1', 'settle/1', 'perform/1/1', 'confirm/1']);
  });

  test('is for those who agree: others see that there is one when it has effect, and no sum', async () => {
    const { it, mediator } = await heard();
    const draft = { form: 'written', terms: [{ ...term(it, town.at(9 * day)), amount: 770_000 }] };
    await town.call(mediator, at(it, '/agreement'), draft);
    for (const who of ['clerk', 'auditor', 'town-leader']) {
      const seen = await town.call(who, at(it));
      expect([who, seen.body['agreement']]).toEqual([who, null]);
    }
    expect(JSON.stringify((await town.call('committee', at(it))).body)).toContain('770000');
  });

  test('that was drafted anew is signed anew', async () => {
    const { it, mediator } = await heard();
    await town.call(mediator, at(it, '/agreement'), written(it));
    await town.call(mediator, at(it, '/signatures'), { version: 1, by: 'mediator', as: 'signature' });
    const { body } = await town.call(mediator, at(it, '/agreement'), written(it));
    expect(body['agreement']).toMatchObject({ version: 2, signatures: [] });
    const old = { version: 1, by: 'mediator', as: 'signature' };
    expect(refusal(await town.call(mediator, at(it, '/signatures'), old))).toBe('409 agreement-changed');
  });

  test('by word of mouth has effect when everybody agreed', async () => {
    const { it, mediator } = await heard();
    const oral = { form: 'oral', terms: [term(it, town.at(5 * day))] };
    const half = { ...oral, agreed: [it.parties[0].party] };
    expect(refusal(await town.call(mediator, at(it, '/agreement'), half))).toBe('409 not-everybody-agreed');
    const all = { ...oral, agreed: it.parties.map(({ party }) => party) };
    expect((await town.call(mediator, at(it, '/agreement'), all)).body['state']).toBe('to-perform');
    expect(
      refusal(
        await town.call(mediator, at(it, '/signatures'), { version: 1, by: 'mediator', as: 'signature' }),
      ),
    ).toBe('409 oral-not-signed');
  });

  test('is performed by the word of whoever it was owed to, in parts, and then the dispute is over', async () => {
    const { it, mediator } = await heard();
    await signed(it, mediator);
    const [owed, owing] = [await town.comeBy(it, it.parties[0]), await town.comeBy(it, it.parties[1])];
    const perform = (who: string, body: object) =>
      town.call(who, at(it, '/performance'), { term: 1, ...body });
    expect(refusal(await perform(owing, { isWhole: true }))).toBe('403 confirms-own-performance');
    expect(refusal(await perform(owed, { isWhole: true, at: '2026-01-01T00:00:00Z' }))).toBe(
      '409 performed-before-effect',
    );
    expect((await perform(owed, { isWhole: false })).body).toMatchObject({
      state: 'to-perform',
      agreement: { terms: [{ isInPart: true, performedAt: null }] },
    });
    expect(refusal(await perform(owed, { isWhole: true, term: 2 }))).toBe('404 term-unknown');
    expect((await perform(owed, { isWhole: true })).body).toMatchObject({
      state: 'ended',
      outcome: 'agreed-and-performed',
    });
    const ends = Object.fromEntries(
      of(it)
        .filter((event) => type(event) === 'deadline-ended')
        .map((event) => [data(event)['clock'], data(event)['end']]),
    );
    expect(ends).toEqual({
      'assign/1': 'answered',
      'consent/1': 'answered',
      'meet/1': 'answered',
      'settle/1': 'answered',
      'perform/1/1': 'answered',
      'confirm/1': 'cancelled',
    });
    expect(
      (await town.call(mediator, at(it, '/call-backs'), { party: it.parties[0].party, isKept: true })).status,
    ).toBe(200);
  });

  test('that is not kept: the court is told of first, then it ends', async () => {
    const { it, mediator } = await heard();
    await signed(it, mediator);
    const end = { outcome: 'agreed-not-performed', otherWays: ['court'] };
    expect(refusal(await town.call(mediator, at(it, '/court-advice'), { term: 1 }))).toBe('409 term-not-due');
    await town.pass(21 * day);
    expect(refusal(await town.call(mediator, at(it, '/end'), end))).toBe('409 nothing-breached');
    await town.call(mediator, at(it, '/court-advice'), { term: 1 });
    expect((await town.call(mediator, at(it, '/end'), end)).body).toMatchObject({
      state: 'ended',
      outcome: 'agreed-not-performed',
    });
  });

  test('is brought before a court by all parties, within thirty days, once', async () => {
    const { it, mediator } = await heard();
    await signed(it, mediator);
    const [one, other] = it.parties;
    const seek = async (parties: readonly string[]) =>
      town.call(mediator, at(it, '/confirmation'), { parties });
    expect(refusal(await seek([one.party]))).toBe('409 not-joint');
    expect(
      refusal(await town.call(mediator, at(it, '/confirmation-decision'), { outcome: 'confirmed' })),
    ).toBe('409 confirmation-not-sought');
    await town.pass(29 * day);
    expect((await seek([one.party, other.party])).status).toBe(200);
    expect(refusal(await seek([one.party, other.party]))).toBe('409 confirmation-sought');
    const decided = await town.call(mediator, at(it, '/confirmation-decision'), { outcome: 'confirmed' });
    expect(decided.body['agreement']).toMatchObject({ confirmation: 'confirmed' });

    const late = await heard();
    await signed(late.it, late.mediator);
    await town.pass(40 * day);
    const parties = late.it.parties.map(({ party }) => party);
    expect(refusal(await town.call(late.mediator, at(late.it, '/confirmation'), { parties }))).toBe(
      '409 confirmation-window-over',
    );
  });

  test('that was signed on paper days ago binds since then, and so does the window of the court', async () => {
    const { it, mediator } = await heard();
    const [one, other] = it.parties;
    await town.call(mediator, at(it, '/agreement'), written(it));
    const drafted = town.now();
    await town.pass(3 * day);
    const sign = (who: string, body: object) =>
      town.call(who, at(it, '/signatures'), { version: 1, as: 'signature', ...body });
    const before = { by: 'mediator', at: town.at(-4 * day) };
    expect(refusal(await sign(mediator, before))).toBe('409 deed-time');
    expect(refusal(await sign(mediator, { by: 'mediator', at: town.at(day) }))).toBe('409 deed-time');
    for (const { party } of [one, other]) await sign(mediator, { by: 'party', party, at: drafted });
    await sign('committee', { by: 'committee', at: town.at(-day) });
    const { body } = await sign(mediator, { by: 'mediator', at: drafted });
    const effectAt = (body['agreement'] as { effectAt: string }).effectAt;
    expect(new Date(effectAt).toISOString()).toBe(town.at(-day));
    // Asked in time, typed too late.
    const parties = [one.party, other.party];
    await town.pass(40 * day);
    expect(refusal(await town.call(mediator, at(it, '/confirmation'), { parties }))).toBe(
      '409 confirmation-window-over',
    );
    const asked = { parties, at: town.at(-20 * day) };
    expect((await town.call(mediator, at(it, '/confirmation'), asked)).status).toBe(200);
  });

  test('is before a court until it has decided, also when everything is performed; what was withdrawn is asked anew', async () => {
    const { it, mediator } = await heard();
    await signed(it, mediator);
    const parties = it.parties.map(({ party }) => party);
    const ask = () => town.call(mediator, at(it, '/confirmation'), { parties });
    const decide = (outcome: string) => town.call(mediator, at(it, '/confirmation-decision'), { outcome });
    await ask();
    await decide('withdrawn');
    expect((await ask()).status).toBe(200);
    await town.call(mediator, at(it, '/performance'), { term: 1, isWhole: true });
    expect((await decide('confirmed')).body['agreement']).toMatchObject({ confirmation: 'confirmed' });
    expect(refusal(await decide('rejected'))).toBe('409 confirmation-not-sought');
  });

  test('about a marriage is confirmed by no court', async () => {
    const { it, mediator } = await heard();
    const oral = {
      form: 'oral',
      isAboutStatus: true,
      terms: [term(it, town.at(5 * day))],
      agreed: it.parties.map(({ party }) => party),
    };
    await town.call(mediator, at(it, '/agreement'), oral);
    const parties = it.parties.map(({ party }) => party);
    expect(refusal(await town.call(mediator, at(it, '/confirmation'), { parties }))).toBe(
      '409 not-confirmable',
    );
  });

  test('takes longer only as all parties want, and for a month at most', async () => {
    const { it, mediator } = await heard();
    const extend = async (until: string, agreed: readonly string[]) =>
      town.call(mediator, at(it, '/extension'), { until, agreed });
    const all = it.parties.map(({ party }) => party);
    expect(refusal(await extend(town.at(10 * day), all.slice(1)))).toBe('409 not-everybody-agreed');
    expect(refusal(await extend(town.at(31 * day), all))).toBe('409 extension-too-long');
    expect((await extend(town.at(10 * day), all)).status).toBe(200);
    const settling = of(it).filter(
      (event) =>
        ['deadline-set', 'deadline-ended'].includes(type(event)) &&
        String(data(event)['clock']).startsWith('settle/'),
    );
    expect(settling.map((event) => [type(event), data(event)['clock'], data(event)['end']])).toEqual([
      ['deadline-set', 'settle/1', undefined],
      ['deadline-ended', 'settle/1', 'cancelled'],
      ['deadline-set', 'settle/2', undefined],
    ]);
  });
});

describe('A dispute', () => {
  test('that is not settled ends when the parties know what else is open to them', async () => {
    const it = await willing();
    const mediator = await mediatorOf(it);
    expect(refusal(await town.call(mediator, at(it, '/end'), { outcome: 'no-agreement' }))).toBe(
      '409 other-ways-untold',
    );
    const { body } = await town.call(mediator, at(it, '/end'), {
      outcome: 'no-agreement',
      otherWays: ['court', 'arbitration'],
    });
    expect(body).toMatchObject({ state: 'ended', otherWays: ['court', 'arbitration'] });
    expect(refusal(await town.call(mediator, at(it, '/proposals'), { text: 'once more' }))).toBe(
      '409 dispute-over',
    );
    const again = await town.call('committee', at(it, '/reopening'), {});
    expect(again.body).toMatchObject({ state: 'asking-consent', outcome: null });
    expect(refusal(await town.call('committee', at(it, '/reopening'), {}))).toBe('409 dispute-not-over');
  });

  test('that may turn into harm is the secretary’s at once', async () => {
    const it = await town.quarrel();
    await town.call('committee', at(it, '/dangers'), { text: 'He has a stick.' });
    const set = of(it)
      .filter((event) => data(event)['clock'] === 'danger/1')
      .map(type);
    expect(set).toEqual(['deadline-set']);
    expect(
      refusal(await town.call('other-secretary', at(it, '/danger-acknowledgements'), { danger: 1 })),
    ).toBe('403 not-your-dispute');
    await town.call('secretary', at(it, '/danger-acknowledgements'), { danger: 1 });
    expect(refusal(await town.call('secretary', at(it, '/danger-acknowledgements'), { danger: 1 }))).toBe(
      '409 danger-acknowledged',
    );
  });

  test('that turned graver has the deadlines of its colour', async () => {
    const it = await willing();
    await town.call('secretary', at(it, '/colour'), { colour: 'red' });
    const policies = of(it)
      .filter((event) => type(event) === 'deadline-set')
      .map((event) => [data(event)['clock'], data(event)['policy']]);
    expect(policies.slice(-1)).toEqual([['settle/2', 'mediation-red']]);
  });

  test('joined to another goes on there, and nowhere else', async () => {
    const [one, other] = [await town.quarrel(), await town.quarrel()];
    const mediator = await mediatorOf(one);
    await town.call('committee', at(other, '/mediator'), { mediator });
    expect(refusal(await town.call(mediator, at(one, '/end'), { outcome: 'joined' }))).toBe(
      '409 joined-to-nothing',
    );
    expect(refusal(await town.call(mediator, at(one, '/end'), { outcome: 'joined', into: one.number }))).toBe(
      '409 joined-to-itself',
    );
    await town.call(mediator, at(one, '/end'), { outcome: 'joined', into: other.number });
    expect(refusal(await town.call('committee', at(one, '/reopening'), {}))).toBe('409 dispute-joined');
  });

  test('sent twice under one key is one, with other words under it is refused', async () => {
    const body = {
      kind: 'neighbours',
      area: 'mu/dongguan/hetou',
      door: 'walk-in',
      parties: [
        { role: 'applicant', name: 'A' },
        { role: 'respondent', name: 'B' },
      ],
    };
    const key = { 'idempotency-key': 'once' };
    const [one, other] = [
      await town.call('clerk', 'disputes', body, key),
      await town.call('clerk', 'disputes', body, key),
    ];
    expect(other.body['number']).toBe(one.body['number']);
    const next = await town.call('clerk', 'disputes', body);
    const numberOf = ({ body: { number } }: typeof one) => Number(String(number).slice(-6));
    expect(numberOf(next) - numberOf(one)).toBe(1);
    expect(refusal(await town.call('clerk', 'disputes', { ...body, kind: 'family' }, key))).toMatch(/^422/);
  });

  test('whatever is sent twice under one key is done once, and answered as it was', async () => {
    const it = await willing();
    const mediator = await mediatorOf(it);
    const twice = async (path: string, body: object) => {
      const key = { 'idempotency-key': `twice ${path}` };
      const first = await town.call(mediator, at(it, path), body, key);
      const second = await town.call(mediator, at(it, path), body, key);
      expect({ path, ...second }).toEqual({ path, ...first });
      expect({ path, status: first.status }).toEqual({ path, status: 200 });
    };
    const [one, other] = it.parties;
    const from = inDays(town, 40);
    await twice('/sessions', { from, until: from.replace('T02', 'T03'), place: 'home' });
    await twice('/proposals', { text: 'half each' });
    await twice('/parties', { role: 'third-party', name: 'Li', phone: '13800000009' });
    const third =
      ((await town.call(mediator, at(it))).body['parties'] as { party: string }[])[2]?.party ?? '';
    await twice(`/parties/${third}/consent`, { isGiven: true });
    const terms = [{ party: other.party, toParty: one.party, what: 'pays', dueAt: town.at(3 * day) }];
    await twice('/agreement', { form: 'oral', terms, agreed: [one.party, other.party, third] });
    await twice('/performance', { term: 1, isWhole: true });
  });

  test('is changed by whoever has read how it stands', async () => {
    const it = await town.quarrel();
    const { etag } = await town.call('secretary', at(it));
    await town.call('secretary', at(it, '/colour'), { colour: 'green' });
    const stale = await town.call(
      'secretary',
      at(it, '/colour'),
      { colour: 'red' },
      { 'if-match': etag ?? '' },
    );
    expect(refusal(stale)).toBe('412 stale-version');
  });

  test('is no business of another area', async () => {
    const it = await town.quarrel();
    expect(refusal(await town.call('other-secretary', at(it)))).toBe('403 not-your-dispute');
    expect(refusal(await town.call('clerk', at({ ...it, id: 'mu-M-2026-999999' })))).toBe(
      '404 dispute-unknown',
    );
    const listed = (await town.call('other-secretary', 'disputes')).body['items'];
    expect(listed).toEqual([]);
  });
});
