/** What is heard once more changes nothing, what is another thing is news; who answers, and for what they were told. */
import { describe, expect, test } from '@jest/globals';
import { type Decision, fold, hour, type Instant, instant, plus, Rejection } from '@mulin/kernel';
import * as Clocks from './clocks.js';
import { changesOfClass, emptyCycle, endsThatStand } from './cycle.js';
import { isLoopClock } from './loop-clocks.js';
import { isSameHearer, isSamePeople } from './roles.js';
import type { Beginning, Notice } from './clock-events.js';

type News = Decision<Clocks.State, Clocks.Event>;

/** A town whose rules owe nothing: only what is heard is on record. */
const rules: Clocks.Rules = { calculate: () => null, isHeld: () => true };
const now = instant('2026-03-20T01:00:00Z');
const at = (date: number, time = 1): Instant =>
  instant(`2026-03-${String(date).padStart(2, '0')}T${String(time).padStart(2, '0')}:00:00Z`);
const area = 'mu/c1/v1/g1/m1';

const began = (cycle = 1, more: Partial<Beginning> = {}): Clocks.Event => ({
  type: 'CycleBegan',
  data: {
    cycle,
    number: 'mu-2026-000001',
    policy: 'ordinary',
    urgency: 'ordinary',
    beganAt: at(2),
    archive: null,
    ...more,
  },
});
const after = (...events: readonly Clocks.Event[]): Clocks.State => fold(Clocks.decider, events);
const heard = (state: Clocks.State, ...news: readonly News[]): Clocks.State =>
  news.reduce((before, it) => fold(Clocks.decider, it(before, now), before), state);

describe('Heard once more', () => {
  const settle = (settledAt: Instant, sequence?: string): News =>
    Clocks.settleDoubt({ cycle: 1, settledAt, ...(sequence === undefined ? {} : { sequence }) }, rules);
  const leave = (leftAt: Instant, turn?: number): News =>
    Clocks.leave({ cycle: 1, area, leftAt, ...(turn === undefined ? {} : { turn }) }, rules);
  const doubt = (askedAt: Instant, turn: number): News =>
    Clocks.askArbiter({ cycle: 1, area, askedAt, turn }, rules);
  const unmerge = (unmergedAt: Instant, from?: string): News =>
    Clocks.unmerge({ cycle: 1, unmergedAt, ...(from === undefined ? {} : { from }) }, rules);
  const reclassify = (reclassifiedAt: Instant, sequence?: string): News =>
    Clocks.reclassify(
      {
        cycle: 1,
        policy: 'other',
        urgency: 'ordinary',
        reclassifiedAt,
        ...(sequence === undefined ? {} : { sequence }),
      },
      rules,
    );
  const offer = (leg: number): News => Clocks.offer({ cycle: 1, leg, area, offeredAt: at(3) }, rules);
  const call = (nth: number): News => Clocks.call({ cycle: 1, call: nth, calledAt: at(3) }, rules);
  const refuse = (round: number): News =>
    Clocks.refuse({ cycle: 1, round, finishedAt: at(3), refusedAt: at(4) }, rules);

  test.each<[string, News, readonly News[]]>([
    ['an offer', offer(1), [offer(2)]],
    ['a correction', reclassify(at(3), '1'), [reclassify(at(3), '2'), reclassify(at(4), '1')]],
    ['what was left to the arbiter', leave(at(3), 1), [leave(at(3), 2), leave(at(4), 1)]],
    ['a doubt', doubt(at(3), 1), [doubt(at(3), 2)]],
    ['a settled doubt', settle(at(3), '1'), [settle(at(3), '2'), settle(at(4), '1')]],
    [
      'a report',
      Clocks.report({ cycle: 1, reportedAt: at(3) }, rules),
      [Clocks.report({ cycle: 1, reportedAt: at(4) }, rules)],
    ],
    ['a call for help', call(1), [call(2)]],
    ['a refusal', refuse(1), [refuse(2)]],
    ['an undone merger', unmerge(at(3)), [unmerge(at(4)), unmerge(at(3), 'other')]],
    [
      'the end of a clock',
      Clocks.end('complete/1', 1, { endedAt: at(3), because: 'finished' }, rules),
      [
        Clocks.end('complete/1', 1, { endedAt: at(4), because: 'finished' }, rules),
        Clocks.end('complete/1', 1, { endedAt: at(3), because: 'closed' }, rules),
        Clocks.end('take/1/1', 1, { endedAt: at(3), because: 'finished' }, rules),
      ],
    ],
  ])('%s changes nothing, and another one is news', (_, first, others) => {
    const start = after(began());
    expect(first(start, now)).toHaveLength(1);
    expect(first(heard(start, first), now)).toEqual([]);
    for (const other of others) {
      expect(other(heard(start, first), now)).toHaveLength(1);
      expect(first(heard(start, other, first), now)).toEqual([]);
    }
  });

  test('a call-back is owed from when it was owed first', () => {
    const due = (dueSince: Instant): News => Clocks.callBack({ cycle: 1, dueSince }, rules);
    const once = heard(after(began()), due(at(5)));
    expect(due(at(6))(once, now)).toEqual([]);
    expect(once.cycles[1]?.callBackDue).toBe(at(5));
  });

  test('a turn of the arbiter that was named goes on, by whatever correction it is named again', () => {
    const asked = heard(after(began()), doubt(at(3), 1));
    expect(doubt(at(4), 1)(asked, now)).toEqual([]);
    const left = heard(after(began()), leave(at(3), 1));
    expect(doubt(at(4), 1)(left, now)).toHaveLength(1);
    // One news of routing is one turn, whichever of the two it was first read as.
    expect(doubt(at(3), 1)(left, now)).toEqual([]);
  });

  test('a merger told of the latest cycle says who was merged, where that is known', () => {
    const told = (from?: string) =>
      Clocks.joinLatest({ dueAt: at(5), joinedAt: at(3), ...(from === undefined ? {} : { from }) }, rules)(
        after(began(1), began(2)),
        now,
      );
    expect(told('other')).toEqual([
      { type: 'CycleJoined', data: { cycle: 2, dueAt: at(5), joinedAt: at(3), from: 'other' } },
    ]);
    expect(told()).toStrictEqual([
      { type: 'CycleJoined', data: { cycle: 2, dueAt: at(5), joinedAt: at(3) } },
    ]);
  });
});

const set = (cycle: number, dueAt: Instant, clock = `complete/${cycle}`): Clocks.Event => ({
  type: 'TermsSet',
  data: {
    clock,
    cycle,
    because: 'started',
    since: at(2),
    startedAt: at(2),
    dueAt,
    ladder: [],
    policy: 'ordinary',
    calendar: 'town',
    provisional: false,
    owedBy: dueAt,
    formerlyOwedBy: null,
  },
});

describe('What was escalated', () => {
  const given = (to: string, more: Partial<Notice> = {}): Clocks.Event => ({
    type: 'NoticeGiven',
    data: {
      clock: 'complete/1',
      cycle: 1,
      number: 'mu-2026-000001',
      step: `complete/1/100%/${to}`,
      to,
      addressees: [to],
      level: 'escalation',
      area: 'mu/c1',
      dueAt: at(5),
      owedAt: at(5),
      givenAt: at(5),
      lateSeconds: 0,
      answered: false,
      ...more,
    },
  });
  const secretary = { by: 'wu', role: 'community-secretary', area: 'mu/c1', decision: 'noted' };
  const start = [began(1), set(1, at(5)), began(2), set(2, at(9))];
  const answers = (word: Clocks.Answer, ...events: readonly Clocks.Event[]) => {
    try {
      return Clocks.acknowledge(word, rules)(after(...start, ...events), now).filter(
        ({ type }) => type === 'EscalationAcknowledged',
      );
    } catch (error) {
      if (error instanceof Rejection) return [error.code, error.sentence];
      throw error;
    }
  };
  const nothing = [
    'nothing-escalated',
    {
      en: 'Nothing of this case was escalated to you, so there is nothing to acknowledge.',
      zh: '该案件没有上报给您的超期事项，无需签收。',
    },
  ];
  const word = (cycle: number, acknowledgedAt = now, role = secretary.role): Clocks.Event => ({
    type: 'EscalationAcknowledged',
    data: { cycle, number: 'mu-2026-000001', by: 'wu', role, decision: 'noted', acknowledgedAt },
  });

  test('is answered by whom it was escalated to, where they answer', () => {
    expect(answers(secretary, given('community-secretary'))).toEqual([word(1)]);
    expect(answers(secretary, given('town-leader'))).toEqual(nothing);
    expect(answers({ ...secretary, area: 'mu/c2' }, given('community-secretary'))).toEqual(nothing);
    expect(answers(secretary, given('community-secretary', { area: null }))).toEqual([word(1)]);
  });

  test('is no warning', () => {
    expect(answers(secretary, given('community-secretary', { level: 'warning' }))).toEqual(nothing);
  });

  test('is answered for the latest cycle, and there for all that was escalated by then', () => {
    const first = given('community-secretary');
    const second = given('community-secretary', { clock: 'complete/2', cycle: 2, givenAt: at(9) });
    for (const told of [
      [first, second],
      [second, first],
    ])
      expect(answers(secretary, ...told)).toEqual([word(2)]);
    expect(answers(secretary, second, first, word(2, at(9)))).toEqual([]);
    expect(answers(secretary, second, first, word(2, plus(at(9), -1)))).toEqual([word(2)]);
    expect(answers(secretary, second, first, word(2, at(10), 'town-leader'))).toEqual([word(2)]);
  });

  test('is answered anew once something later was escalated in the same cycle, whichever clock was set first', () => {
    const leg = set(1, at(7), 'take/1/1');
    const told = (ofWhole: Instant, ofLeg: Instant) => [
      leg,
      given('community-secretary', { givenAt: ofWhole }),
      given('community-secretary', { clock: 'take/1/1', givenAt: ofLeg }),
    ];
    expect(answers(secretary, ...told(at(5), at(7)), word(1, at(6)))).toEqual([word(1)]);
    expect(answers(secretary, ...told(at(7), at(5)), word(1, at(6)))).toEqual([word(1)]);
    expect(answers(secretary, ...told(at(5), at(7)), word(1, at(8)))).toEqual([]);
  });
});

describe('An end stands', () => {
  const merged = (date: number) => ({ endedAt: at(date), because: 'merged', into: 'other' }) as const;
  const standing = (...unmerged: readonly { unmergedAt: Instant; from?: string }[]) =>
    endsThatStand({ ends: [merged(5)], unmerged }).length;

  test('until it is taken apart, and again where it is merged after that', () => {
    expect(standing()).toBe(1);
    expect(standing({ unmergedAt: at(6) })).toBe(0);
    expect(standing({ unmergedAt: at(5) })).toBe(0);
    expect(standing({ unmergedAt: at(4) })).toBe(1);
    expect(standing({ unmergedAt: at(4) }, { unmergedAt: at(6) })).toBe(0);
  });

  test('where it is another case that was taken apart from this one, or no merger at all', () => {
    expect(standing({ unmergedAt: at(6), from: 'third' })).toBe(1);
    const ends = [{ endedAt: at(5), because: 'withdrawn' }] as const;
    expect(endsThatStand({ ends, unmerged: [{ unmergedAt: at(6) }] })).toHaveLength(1);
  });

  test('so another case answers, by the earliest deadline of all', () => {
    const state = after(began(), set(1, at(9)));
    const end = Clocks.endCycle(1, merged(5), rules);
    expect(Clocks.answeredBy(state)).toBeNull();
    expect(Clocks.answeredBy(heard(state, end))).toEqual({ caseId: 'other', joinedAt: at(5), dueAt: at(9) });
    expect(
      Clocks.answeredBy(heard(state, end, Clocks.unmerge({ cycle: 1, unmergedAt: at(6) }, rules))),
    ).toBeNull();
  });
});

describe('Corrections', () => {
  const correction = (reclassifiedAt: Instant, sequence: string, urgency: string) => ({
    cycle: 1,
    policy: 'ordinary',
    urgency,
    reclassifiedAt,
    sequence,
  });
  const changes = (more: Partial<Beginning>, ...reclassified: ReturnType<typeof correction>[]) => {
    const begun = began(1, more);
    if (begun.type !== 'CycleBegan') throw new Error('it began');
    return changesOfClass({ ...emptyCycle, began: begun.data, reclassified }).map(
      ({ classification }) => classification,
    );
  };

  test('of what is done again are of what is done again', () => {
    const emergency = correction(at(3), '1', 'emergency');
    expect(changes({ isRedo: true }, emergency)).toStrictEqual([
      { policy: 'ordinary', urgency: 'emergency', isRedo: true },
    ]);
    expect(changes({}, emergency)).toStrictEqual([{ policy: 'ordinary', urgency: 'emergency' }]);
  });

  test('count in their order, of one moment by their sequence', () => {
    const [first, second] = [correction(at(3), '1', 'emergency'), correction(at(3), '2', 'ordinary')];
    const urgencies = (...all: ReturnType<typeof correction>[]) =>
      changes({}, ...all).map(({ urgency }) => urgency);
    expect(urgencies(second, first)).toEqual(['emergency', 'ordinary']);
    expect(urgencies(first, second)).toEqual(['emergency', 'ordinary']);
    expect(urgencies(correction(at(4), '0', 'ordinary'), first)).toEqual(['emergency', 'ordinary']);
  });
});

describe('The same people', () => {
  test('have a role in two areas where what it answers for is the same, as far as that is known', () => {
    expect(isSamePeople('grid-leader', 'mu/c1/v1/g1/m1', 'mu/c1/v1/g1/m2')).toBe(true);
    expect(isSamePeople('grid-leader', 'mu/c1/v1/g1/m1', 'mu/c1/v1/g2/m1')).toBe(false);
    expect(isSamePeople('community-secretary', 'mu/c1/v1', 'mu/c1/v2/g1')).toBe(true);
    expect(isSamePeople('community-secretary', 'mu/c1', 'mu/c2')).toBe(false);
    expect(isSamePeople('town-leader', 'mu/c1', 'mu/c2')).toBe(true);
    expect(isSamePeople('grid-leader', null, 'mu/c1/v1/g1')).toBe(true);
    expect(isSamePeople('grid-leader', 'mu/c1/v1/g1', null)).toBe(true);
    expect(isSamePeople('hotline-clerk', 'mu/c1', 'mu/c2')).toBe(true);
    expect(isSamePeople('grid-leader', 'm/uc1/v1/g1/m1', 'mu/c1/v1/g1/m1')).toBe(false);
  });

  test('are told only where the role is the same, too', () => {
    const hearer = (to: string, where: string) => ({ to, area: where });
    expect(isSameHearer(hearer('grid-leader', area), hearer('grid-leader', area))).toBe(true);
    expect(isSameHearer(hearer('grid-leader', area), hearer('village-committee', area))).toBe(false);
    expect(isSameHearer(hearer('grid-leader', area), hearer('grid-leader', 'mu/c1/v1/g2/m1'))).toBe(false);
  });
});

test.each(['contact', 'heartbeat', 'help', 'verify', 'call-back', 'acknowledge'])(
  'A town need keep no clock of: %s',
  (name) => {
    expect(isLoopClock(name)).toBe(true);
    expect(isLoopClock('complete')).toBe(false);
  },
);

test('What has no clock is not looked at again, and what has one just after its deadline', () => {
  expect(Clocks.nextEvaluation(after(began()))).toBeNull();
  expect(Clocks.nextEvaluation(after(began(), set(1, plus(now, hour))))).toBe(plus(now, hour + 1));
});
