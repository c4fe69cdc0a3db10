import { describe, expect, test } from '@jest/globals';
import { fold, hour, instant, type Instant, minute, plus } from '@mulin/kernel';
import { scenarios } from '@mulin/testing';
import * as Clocks from './clocks.js';
import type { Deadline, DeadlineCalculator, DeadlineQuery, Terms } from './terms.js';

const scenario = scenarios(Clocks.decider);

const monday = instant('2026-03-02T01:00:00Z');
const at = (hours: number) => plus(monday, hours * hour);

/** Accept within 2 hours, take within 4, complete within 24; who is slow is told half-way, and when it is due. */
const hoursOf: Readonly<Record<string, number>> = { accept: 2, take: 4, complete: 24 };
const shorter: Readonly<Record<string, number>> = { ...hoursOf, complete: 10 };

const calculate = ({ name, policy, startedAt, dueAt: settled }: DeadlineQuery): Deadline => {
  const length = (policy === 'urgent' ? shorter : hoursOf)[name] ?? 1;
  const dueAt = settled ?? plus(startedAt, length * hour);
  return {
    dueAt,
    ladder: [
      { at: plus(dueAt, (-length * hour) / 2), to: 'grid-member', threshold: '50%' },
      { at: dueAt, to: 'community-secretary', threshold: '100%' },
      { at: plus(dueAt, 24 * hour), to: 'town-leader', threshold: '+24h' },
    ],
    policy: `${policy}@1`,
    calendar: 'town@1',
    provisional: false,
  };
};

const isHeld = () => true;
/** The policy names the clocks that every case has; what is done between is in `loop-clocks.spec.ts`. */
const named =
  (of: DeadlineCalculator): DeadlineCalculator =>
  (query) =>
    ['accept', 'take', 'complete', 'arbitrate'].includes(query.name) ? of(query) : null;

const rulesWith = (other: DeadlineCalculator): Clocks.Rules => ({ calculate: named(other), isHeld });
const rules: Clocks.Rules = rulesWith(calculate);
const steps = ['50%/grid-member', '100%/community-secretary', '+24h/town-leader'];
const stepOf = (clock: string, place: number) => `${clock}/${steps[place - 1] ?? ''}`;

const number = 'meixi-2026-000001';
const beginning = {
  cycle: 1,
  number,
  policy: 'ordinary',
  urgency: 'ordinary',
  beganAt: monday,
  archive: null,
};
const leaving = { cycle: 1, area: 'mu/c1', leftAt: at(3) };
const offering = { cycle: 1, leg: 1, offeredAt: at(1) };

type TermsSet = Extract<Clocks.Event, { type: 'TermsSet' }>;

type Rest = Partial<Terms> & Readonly<{ formerlyOwedBy?: Instant | null; owedBy?: Instant }>;

const termsOf = (clock: string, query: DeadlineQuery, rest: Rest = {}): TermsSet => {
  const deadline = calculate(query);
  const ladder = deadline.ladder.map(({ at: moment, to }, place) => {
    return { step: stepOf(clock, place + 1), at: moment, to };
  });
  const terms = {
    clock,
    cycle: 1,
    because: 'started' as const,
    since: query.at,
    startedAt: query.startedAt,
    ...deadline,
    ladder,
  };
  return { type: 'TermsSet', data: { ...terms, owedBy: terms.dueAt, formerlyOwedBy: null, ...rest } };
};
const ordinary = { policy: 'ordinary', urgency: 'ordinary', startedAt: monday, at: monday };

const began: Clocks.Event = { type: 'CycleBegan', data: beginning };
const acceptSet = termsOf('accept/1', { name: 'accept', ...ordinary });
const completeSet = termsOf('complete/1', { name: 'complete', ...ordinary });
const offered: Clocks.Event = { type: 'LegOffered', data: offering };
const takeSet = termsOf('take/1/1', { name: 'take', ...ordinary, startedAt: at(1), at: at(1) });

const accept = { clock: 'accept/1', cycle: 1 };
const take = { clock: 'take/1/1', cycle: 1 };
const complete = { clock: 'complete/1', cycle: 1 };

const acceptedAt = (hours: number): Clocks.Event => ({
  type: 'ClockEnded',
  data: { ...accept, endedAt: at(hours), because: 'offered' },
});
const finishedAt = (hours: number): Clocks.Event => ({
  type: 'ClockEnded',
  data: { ...complete, endedAt: at(hours), because: 'finished' },
});
const takenAt = (hours: number): Clocks.Event => ({
  type: 'ClockEnded',
  data: { ...take, endedAt: at(hours), because: 'taken' },
});
type CycleEnd = 'closed' | 'done' | 'explained' | 'declined' | 'withdrawn' | 'merged';
const cycleEnded = (hours: number, because: CycleEnd): Clocks.Event => ({
  type: 'CycleEnded',
  data: { cycle: 1, endedAt: at(hours), because },
});

const met = (clock: typeof accept, due: number, hours: number): Clocks.Event => ({
  type: 'ClockMet',
  data: { ...clock, dueAt: at(due), endedAt: at(hours) },
});
const breached = (clock: typeof accept, due: number, hours: number | null = null): Clocks.Event => ({
  type: 'ClockBreached',
  data: { ...clock, dueAt: at(due), endedAt: hours === null ? null : at(hours) },
});
const revoked = (clock: typeof accept, due: number, hours: number | null): Clocks.Event => ({
  type: 'BreachRevoked',
  data: { ...clock, dueAt: at(due), endedAt: hours === null ? null : at(hours) },
});
const cancelled = (
  clock: typeof accept,
  due: number,
  hours: number,
  because: CycleEnd | 'closed-on-due-day',
): Clocks.Event => ({
  type: 'ClockCancelled',
  data: { ...clock, dueAt: at(due), endedAt: at(hours), because },
});

const cancelledTake = (hours: number, because: CycleEnd) => cancelled(take, 5, hours, because);

const roles = ['grid-member', 'community-secretary', 'town-leader'];
const later = (from: Instant, until: Instant) => Math.floor((Date.parse(until) - Date.parse(from)) / 1_000);

type Notice = Extract<Clocks.Event, { type: 'NoticeGiven' }>['data'];

const noticed = (place: number, owed: number, told: Instant, rest: Partial<Notice> = {}): Clocks.Event => {
  const addressee = roles[place - 1] ?? '';
  const { clock } = { ...complete, ...rest };
  return {
    type: 'NoticeGiven',
    data: {
      ...complete,
      number,
      step: stepOf(clock, place),
      to: addressee,
      addressees: [addressee],
      level: place === 1 ? 'warning' : 'escalation',
      area: null,
      dueAt: at(24),
      owedAt: at(owed),
      givenAt: told,
      lateSeconds: later(at(owed), told),
      answered: false,
      ...rest,
    },
  };
};

type Withdrawal = Extract<Clocks.Event, { type: 'NoticeWithdrawn' }>['data'];

const withdrawn = (place: number, rest: Partial<Withdrawal> = {}): Clocks.Event => {
  const addressee = roles[place - 1] ?? '';
  return {
    type: 'NoticeWithdrawn',
    data: {
      ...complete,
      number,
      step: stepOf('complete/1', place),
      to: addressee,
      addressees: [addressee],
      dueAt: at(24),
      because: 'in-time',
      left: 'nothing',
      isSilent: false,
      ...rest,
    },
  };
};

/** A case that was accepted in time, so that only its completion is still owed. */
const accepted = [began, acceptSet, completeSet, acceptedAt(1), met(accept, 2, 1)];
const halfway = noticed(1, 12, plus(at(12), 1));
const secretaryNotified = noticed(2, 24, plus(at(24), 1));

const slowBy = (due: number) => ({
  dueAt: at(due),
  ladder: [due / 2, due, due + 24].map((hours, place) => {
    const [threshold = '', to = ''] = (steps[place] ?? '').split('/');
    return { at: at(hours), to, threshold };
  }),
});
const hoursUntil = (moment: Instant) => later(monday, moment) / 3_600;
const slower = rulesWith((query) => ({
  ...calculate(query),
  ...slowBy(query.dueAt === undefined ? 100 : hoursUntil(query.dueAt)),
}));

const slowSet = (since: Instant, owedBy: Instant, formerlyOwedBy: Instant, missed?: number): Clocks.Event => {
  const { dueAt, ladder } = slowBy(missed ?? 100);
  return {
    type: 'TermsSet',
    data: {
      ...complete,
      because: 'reclassified',
      since,
      startedAt: monday,
      policy: 'complex@1',
      calendar: 'town@1',
      provisional: false,
      owedBy,
      formerlyOwedBy,
      dueAt,
      ladder: ladder.map(({ at: moment, to }, place) => {
        return { step: stepOf('complete/1', place + 1), at: moment, to };
      }),
      ...(missed === undefined ? {} : { missedAt: at(missed) }),
    },
  };
};

const lacking = (clock: string, because: 'no-policy' | 'no-calendar'): Clocks.Event => ({
  type: 'TermsMissing',
  data: { clock, cycle: 1, number, since: monday, because },
});

const closed = { endedAt: at(5), because: 'closed' } as const;

describe('Beginning', () => {
  scenario('a registered case is to be accepted and to be completed')
    .given()
    .at(monday)
    .when(Clocks.begin(beginning, rules))
    .then(began, acceptSet, completeSet);
  scenario('news heard twice begins it once')
    .given(began, acceptSet, completeSet)
    .at(monday)
    .when(Clocks.begin(beginning, rules))
    .thenEcho();
  scenario('whose word its time is, where it is not the town’s own, stands with its deadlines')
    .given()
    .at(at(1))
    .when(Clocks.begin({ ...beginning, reportedBy: 'caller' }, rules))
    .then(
      { type: 'CycleBegan', data: { ...beginning, reportedBy: 'caller' } },
      { ...acceptSet, data: { ...acceptSet.data, reportedBy: 'caller' } },
      { ...completeSet, data: { ...completeSet.data, reportedBy: 'caller' } },
    );
  test('the town’s own word is not told apart, nor is there another one for the time to take it', () => {
    for (const reportedBy of ['town', 'caller']) {
      const events = Clocks.begin({ ...beginning, reportedBy }, rules)(
        fold(Clocks.decider, [offered]),
        at(1),
      );
      const marked = events.flatMap(({ type, data }) =>
        type === 'TermsSet' && 'reportedBy' in data ? [data.clock] : [],
      );
      expect(marked).toEqual(reportedBy === 'town' ? [] : ['accept/1', 'complete/1']);
    }
  });
  scenario('what was done in its very first moment is judged when it is heard')
    .given(finishedAt(0))
    .at(at(1))
    .when(Clocks.begin(beginning, rules))
    .then(began, acceptSet, completeSet, met(complete, 24, 0));
  scenario('rules that lack something are said, with the case and since when')
    .given()
    .at(monday)
    .when(
      Clocks.begin(
        beginning,
        rulesWith(() => ({ missing: 'no-policy' })),
      ),
    )
    .then(began, lacking('accept/1', 'no-policy'), lacking('complete/1', 'no-policy'));
  scenario('and once, however often one looks')
    .given(began, lacking('accept/1', 'no-policy'), lacking('complete/1', 'no-policy'))
    .whenLooking(Clocks.evaluate(rulesWith(() => ({ missing: 'no-policy' }))))
    .thenNothing();
  scenario('but again when they lack something else')
    .given(began, lacking('accept/1', 'no-policy'), lacking('complete/1', 'no-policy'))
    .whenLooking(Clocks.evaluate(rulesWith(() => ({ missing: 'no-calendar' }))))
    .then(lacking('accept/1', 'no-calendar'), lacking('complete/1', 'no-calendar'));
  test('that they lack something is known until they are mended', () => {
    const state = fold(Clocks.decider, [began, lacking('accept/1', 'no-policy')]);
    expect(Clocks.lacksClock(state)).toBe(true);
    expect(Clocks.lacksClock(fold(Clocks.decider, [acceptSet], state))).toBe(false);
    expect(Clocks.lacksClock(fold(Clocks.decider, [began, acceptSet]))).toBe(false);
    expect([
      Clocks.dueOf(state, 'accept/1'),
      Clocks.dueOf(fold(Clocks.decider, [acceptSet]), 'accept/1'),
    ]).toEqual([null, at(2)]);
  });
  scenario('a policy that promises nothing owes nothing')
    .given()
    .at(monday)
    .when(
      Clocks.begin(
        beginning,
        rulesWith(() => null),
      ),
    )
    .then(began);
});

describe('Offering', () => {
  scenario('who offers a case has accepted it, and somebody is to take it')
    .given(began, acceptSet, completeSet)
    .at(at(1))
    .when(Clocks.offer(offering, rules))
    .then(offered, takeSet, met(accept, 2, 1));
  scenario('an offer heard before the case is kept')
    .given()
    .at(at(1))
    .when(Clocks.offer(offering, rules))
    .then(offered);
  scenario('and is judged when the case is heard')
    .given(offered)
    .at(at(1))
    .when(Clocks.begin(beginning, rules))
    .then(began, acceptSet, completeSet, takeSet, met(accept, 2, 1));
  scenario('an offer told twice is one offer')
    .given(began, acceptSet, completeSet, offered, takeSet, met(accept, 2, 1))
    .at(at(1))
    .when(Clocks.offer(offering, rules))
    .thenEcho();
  scenario('a second leg is a clock of its own, and the resident’s own goes on')
    .given(...accepted, offered, takeSet)
    .at(at(3))
    .when(Clocks.offer({ cycle: 1, leg: 2, offeredAt: at(3) }, rules))
    .then(
      { type: 'LegOffered', data: { cycle: 1, leg: 2, offeredAt: at(3) } },
      termsOf('take/1/2', { name: 'take', ...ordinary, startedAt: at(3), at: at(3) }),
      { type: 'ClockCancelled', data: { ...take, dueAt: at(5), endedAt: at(3), because: 'returned' } },
    );
  scenario('an order that is left to the arbiter before it was taken waits for nobody to take it')
    .given(...accepted, offered, takeSet)
    .at(at(3))
    .when(Clocks.leave(leaving, rules))
    .then(
      { type: 'LeftToArbiter', data: leaving },
      { type: 'ClockCancelled', data: { ...take, dueAt: at(5), endedAt: at(3), because: 'returned' } },
    );
  scenario('told twice, it was left once')
    .given(...accepted, offered, takeSet, { type: 'LeftToArbiter', data: leaving })
    .at(at(3))
    .when(Clocks.leave(leaving, rules))
    .thenEcho();
  scenario('whom the arbiter asks afterwards has the full time')
    .given(began, acceptSet, completeSet, { type: 'LeftToArbiter', data: { ...leaving, leftAt: at(0.5) } })
    .at(at(1))
    .when(Clocks.offer(offering, rules))
    .then(offered, takeSet, met(accept, 2, 1));
  scenario('an order that moved on after it was taken was taken')
    .given(...accepted, offered, takeSet, takenAt(2), met(take, 5, 2))
    .at(at(3))
    .when(Clocks.offer({ cycle: 1, leg: 2, offeredAt: at(3) }, rules))
    .then(
      { type: 'LegOffered', data: { cycle: 1, leg: 2, offeredAt: at(3) } },
      termsOf('take/1/2', { name: 'take', ...ordinary, startedAt: at(3), at: at(3) }),
    );
});

describe('What was heard', () => {
  const turn = (leftAt: Instant, nth: number) => ({ ...leaving, leftAt, turn: nth });
  const doubt = (askedAt: Instant, nth: number) => ({ cycle: 1, area: 'mu/c1', askedAt, turn: nth });
  const kinds = (...decisions: readonly ReturnType<typeof Clocks.begin>[]) =>
    decisions.map((decide, nth) => {
      const events = decisions
        .slice(0, nth)
        .reduce(
          (state, earlier) => fold(Clocks.decider, earlier(state, at(3)), state),
          Clocks.decider.initial,
        );
      return decide(events, at(3)).map(({ type }) => type);
    });

  test.each([
    ['a turn of the arbiter', Clocks.leave(turn(at(3), 1), rules), Clocks.leave(turn(at(3), 2), rules)],
    ['a time it was left', Clocks.leave(turn(at(3), 1), rules), Clocks.leave(turn(at(2), 1), rules)],
    [
      'a question to the arbiter',
      Clocks.askArbiter(doubt(at(3), 1), rules),
      Clocks.askArbiter(doubt(at(3), 2), rules),
    ],
    [
      'an end',
      Clocks.end('complete/1', 1, { endedAt: at(2), because: 'finished' }, rules),
      Clocks.end('complete/1', 1, { endedAt: at(2), because: 'returned' }, rules),
    ],
    [
      'the end of a case',
      Clocks.endCycle(1, { endedAt: at(2), because: 'done' }, rules),
      Clocks.endCycle(1, { endedAt: at(1), because: 'done' }, rules),
    ],
    [
      'another report of the same',
      Clocks.join({ cycle: 1, dueAt: at(18), joinedAt: at(2) }, rules),
      Clocks.join({ cycle: 1, dueAt: at(12), joinedAt: at(2) }, rules),
    ],
  ])('of %s is on record once, and another one is another', (_, one, another) => {
    const [first, again, other, otherAgain] = kinds(one, one, another, another);
    expect([first?.length, again, other, otherAgain]).toEqual([1, [], first, []]);
  });

  test('of a turn that was not counted is told apart from a first one', () => {
    expect(kinds(Clocks.leave(leaving, rules), Clocks.leave({ ...leaving, turn: 1 }, rules))).toEqual([
      ['LeftToArbiter'],
      ['LeftToArbiter'],
    ]);
  });
});

describe('A correction of the very first moment', () => {
  const urgent = { cycle: 1, policy: 'urgent', urgency: 'ordinary', reclassifiedAt: monday };
  scenario('has terms of its own')
    .given(began, acceptSet, completeSet)
    .at(at(0.5))
    .when(Clocks.reclassify(urgent, rules))
    .then(
      { type: 'CycleReclassified', data: urgent },
      termsOf(
        'accept/1',
        { name: 'accept', ...ordinary, policy: 'urgent' },
        { because: 'reclassified', formerlyOwedBy: at(2) },
      ),
      termsOf(
        'complete/1',
        { name: 'complete', ...ordinary, policy: 'urgent' },
        { because: 'reclassified', formerlyOwedBy: at(24) },
      ),
    );
});

describe('Ending', () => {
  const finish = (hours: number) =>
    Clocks.end('complete/1', 1, { endedAt: at(hours), because: 'finished' }, rules);

  scenario('work finished in time')
    .given(...accepted)
    .at(at(3))
    .when(finish(3))
    .then(finishedAt(3), met(complete, 24, 3));
  scenario('the deadline’s own millisecond is in time')
    .given(...accepted, halfway)
    .at(at(24))
    .when(finish(24))
    .then(finishedAt(24), met(complete, 24, 24));
  scenario('work finished in the very moment of the demand')
    .given(...accepted)
    .at(monday)
    .when(finish(0))
    .then(finishedAt(0), met(complete, 24, 0));
  scenario('a millisecond later is late, though no alarm has rung, and the secretary hears of it')
    .given(...accepted, halfway)
    .at(plus(at(24), 1))
    .when(Clocks.end('complete/1', 1, { endedAt: plus(at(24), 1), because: 'finished' }, rules))
    .then(
      { type: 'ClockEnded', data: { ...complete, endedAt: plus(at(24), 1), because: 'finished' } },
      { type: 'ClockBreached', data: { ...complete, dueAt: at(24), endedAt: plus(at(24), 1) } },
      noticed(2, 24, plus(at(24), 1), { answered: true }),
    );
  scenario('told twice, ended once')
    .given(...accepted, finishedAt(3), met(complete, 24, 3))
    .at(at(3))
    .when(finish(3))
    .thenEcho();
  scenario('an order taken in time')
    .given(...accepted, offered, takeSet)
    .at(at(2))
    .when(Clocks.end('take/1/1', 1, { endedAt: at(2), because: 'taken' }, rules))
    .then(takenAt(2), met(take, 5, 2));
  scenario('an order given back before it was taken was not taken: no verdict')
    .given(...accepted, offered, takeSet)
    .at(at(2))
    .when(Clocks.end('take/1/1', 1, { endedAt: at(2), because: 'returned' }, rules))
    .then(
      { type: 'ClockEnded', data: { ...take, endedAt: at(2), because: 'returned' } },
      { type: 'ClockCancelled', data: { ...take, dueAt: at(5), endedAt: at(2), because: 'returned' } },
    );
  scenario('an order given back after it was taken was taken')
    .given(...accepted, offered, takeSet, takenAt(2), met(take, 5, 2))
    .at(at(3))
    .when(Clocks.end('take/1/1', 1, { endedAt: at(3), because: 'returned' }, rules))
    .then({ type: 'ClockEnded', data: { ...take, endedAt: at(3), because: 'returned' } });
  scenario('whoever gives it back too late was too late')
    .given(...accepted, offered, takeSet)
    .at(at(5.5))
    .when(Clocks.end('take/1/1', 1, { endedAt: at(5.5), because: 'returned' }, rules))
    .then(
      { type: 'ClockEnded', data: { ...take, endedAt: at(5.5), because: 'returned' } },
      breached(take, 5, 5.5),
      noticed(2, 5, at(5.5), { ...take, step: stepOf('take/1/1', 2), dueAt: at(5), answered: true }),
    );
});

describe('The end of the case', () => {
  scenario('every clock that still runs ends with it')
    .given(...accepted, offered, takeSet)
    .at(at(2))
    .when(Clocks.endCycle(1, { endedAt: at(2), because: 'done' }, rules))
    .then(cycleEnded(2, 'done'), cancelled(complete, 24, 2, 'done'), cancelledTake(2, 'done'));
  scenario('explained by the desk, it is no answer either: nobody has taken or finished it')
    .given(...accepted, offered, takeSet)
    .at(at(2))
    .when(Clocks.endCycle(1, { endedAt: at(2), because: 'explained' }, rules))
    .then(cycleEnded(2, 'explained'), cancelled(complete, 24, 2, 'explained'), cancelledTake(2, 'explained'));
  scenario('a case that was closed as it once was keeps what it was given')
    .given(...accepted, offered, takeSet)
    .at(at(2))
    .when(Clocks.endCycle(1, { endedAt: at(2), because: 'closed' }, rules))
    .then(cycleEnded(2, 'closed'), met(complete, 24, 2), met(take, 5, 2));
  scenario('what was finished before stays finished then')
    .given(...accepted, finishedAt(3), met(complete, 24, 3))
    .at(at(5))
    .when(Clocks.endCycle(1, closed, rules))
    .then(cycleEnded(5, 'closed'));
  scenario('to decline in time is to answer in time whether one accepts; nothing else is owed')
    .given(began, acceptSet, completeSet)
    .at(at(1))
    .when(Clocks.endCycle(1, { endedAt: at(1), because: 'declined' }, rules))
    .then(cycleEnded(1, 'declined'), met(accept, 2, 1), cancelled(complete, 24, 1, 'declined'));
  scenario('a withdrawn demand is owed no answer: no verdict')
    .given(...accepted)
    .at(at(3))
    .when(Clocks.endCycle(1, { endedAt: at(3), because: 'withdrawn' }, rules))
    .then(cycleEnded(3, 'withdrawn'), cancelled(complete, 24, 3, 'withdrawn'));
  scenario('withdrawn after it was missed, it stays missed')
    .given(...accepted, halfway, breached(complete, 24), secretaryNotified)
    .at(at(30))
    .when(Clocks.endCycle(1, { endedAt: at(30), because: 'withdrawn' }, rules))
    .then(cycleEnded(30, 'withdrawn'), breached(complete, 24, 30));
  scenario('a second cycle has its own clocks, and the first keeps its verdict')
    .given(...accepted, finishedAt(3), met(complete, 24, 3), cycleEnded(5, 'closed'))
    .at(at(30))
    .when(Clocks.begin({ ...beginning, cycle: 2, beganAt: at(30) }, rules))
    .then(
      { type: 'CycleBegan', data: { ...beginning, cycle: 2, beganAt: at(30) } },
      termsOf('accept/2', { name: 'accept', ...ordinary, startedAt: at(30), at: at(30) }, { cycle: 2 }),
      termsOf('complete/2', { name: 'complete', ...ordinary, startedAt: at(30), at: at(30) }, { cycle: 2 }),
    );
});

describe('News in any order', () => {
  scenario('a close heard before its case is kept')
    .given()
    .when(Clocks.endCycle(1, closed, rules))
    .then(cycleEnded(5, 'closed'));
  scenario('and judges the case when it is heard')
    .given(cycleEnded(1, 'closed'))
    .at(at(1))
    .when(Clocks.begin(beginning, rules))
    .then(began, acceptSet, completeSet, met(accept, 2, 1), met(complete, 24, 1));
  scenario('an answer in time that is heard late takes the breach back, and whoever was told is told so')
    .given(...accepted, halfway, breached(complete, 24), secretaryNotified)
    .at(at(30))
    .when(Clocks.end('complete/1', 1, { endedAt: at(20), because: 'finished' }, rules))
    .then(finishedAt(20), withdrawn(2), revoked(complete, 24, 20), met(complete, 24, 20));
  scenario('of two ends the earlier counts, even if it is heard later')
    .given(...accepted, halfway, finishedAt(20), met(complete, 24, 20))
    .at(at(30))
    .when(Clocks.end('complete/1', 1, { endedAt: at(18), because: 'finished' }, rules))
    .then(finishedAt(18), met(complete, 24, 18));
  scenario('a late answer takes back only the steps it came before')
    .given(...accepted, halfway, breached(complete, 24), secretaryNotified, noticed(3, 48, plus(at(48), 1)))
    .at(at(50))
    .when(Clocks.end('complete/1', 1, { endedAt: at(30), because: 'finished' }, rules))
    .then(finishedAt(30), withdrawn(3, { because: 'other-ladder' }), breached(complete, 24, 30));
});

describe('Another kind of demand than was noted', () => {
  const urgent = { cycle: 1, policy: 'urgent', urgency: 'ordinary', reclassifiedAt: at(4) };
  const changed: Clocks.Event = { type: 'CycleReclassified', data: urgent };
  const urgentSet = termsOf(
    'complete/1',
    { name: 'complete', ...ordinary, policy: 'urgent', at: at(4) },
    { because: 'reclassified', formerlyOwedBy: at(24) },
  );
  const urgentAccept = termsOf(
    'accept/1',
    { name: 'accept', ...ordinary, policy: 'urgent', at: at(4) },
    { because: 'reclassified', owedBy: at(2), formerlyOwedBy: null },
  );
  const lateFor = (to: string, addressee: string): Partial<Notice> => ({
    to,
    addressees: [addressee],
    level: 'escalation',
    dueAt: at(2),
  });

  scenario('has other terms from the same start, and keeps the verdict it has')
    .given(...accepted)
    .at(at(4))
    .when(Clocks.reclassify(urgent, rules))
    .then(changed, urgentSet);
  scenario('told twice, changed once')
    .given(...accepted, changed, urgentSet)
    .at(at(4))
    .when(Clocks.reclassify(urgent, rules))
    .thenEcho();
  scenario('what was finished before is not judged anew')
    .given(...accepted, finishedAt(3), met(complete, 24, 3))
    .at(at(4))
    .when(Clocks.reclassify(urgent, rules))
    .then(changed);
  scenario('heard before the case it is kept, and counts')
    .given(changed)
    .at(at(4))
    .when(Clocks.begin(beginning, rules))
    .then(
      began,
      // People hear of a clock once, by when it is due after all.
      { ...acceptSet, data: { ...acceptSet.data, formerlyOwedBy: at(2) } },
      urgentAccept,
      { ...completeSet, data: { ...completeSet.data, formerlyOwedBy: at(24) } },
      { ...urgentSet, data: { ...urgentSet.data, formerlyOwedBy: null } },
      breached(accept, 2),
      noticed(1, 1, at(4), { ...accept, ...lateFor('hotline-clerk', 'grid-member') }),
      noticed(2, 2, at(4), { ...accept, ...lateFor('community-secretary', 'community-secretary') }),
    );
  scenario('heard late, what it makes late is late at once')
    .given(...accepted)
    .at(at(11))
    .when(Clocks.reclassify(urgent, rules))
    .then(
      changed,
      urgentSet,
      breached(complete, 10),
      noticed(1, 5, at(11), { dueAt: at(10), level: 'escalation' }),
      noticed(2, 10, at(11), { dueAt: at(10) }),
    );
  scenario('in the very moment of the answer changes nothing about it')
    .given(...accepted, finishedAt(4), met(complete, 24, 4))
    .at(at(4))
    .when(Clocks.reclassify(urgent, rules))
    .then(changed);
  scenario('what was missed before the change stays missed by the old deadline')
    .given(...accepted, halfway, breached(complete, 24), secretaryNotified)
    .at(at(30))
    .when(Clocks.reclassify({ ...urgent, policy: 'complex', reclassifiedAt: at(30) }, slower))
    .then(
      {
        type: 'CycleReclassified',
        data: { ...urgent, policy: 'complex', reclassifiedAt: at(30) },
      },
      slowSet(at(30), at(24), at(24)),
      // Its steps are counted from the deadline that was missed.
      slowSet(at(30), at(24), at(24), 24),
    );
  scenario('a later deadline that is heard late takes the breach back')
    .given(...accepted, halfway, breached(complete, 24), secretaryNotified)
    .at(at(30))
    .when(Clocks.reclassify({ ...urgent, policy: 'complex', reclassifiedAt: at(20) }, slower))
    .then(
      {
        type: 'CycleReclassified',
        data: { ...urgent, policy: 'complex', reclassifiedAt: at(20) },
      },
      slowSet(at(20), at(100), at(24)),
      // The reminder of the grid member was owed before the change, and stands.
      withdrawn(2, { dueAt: at(100), because: 'moved' }),
      revoked(complete, 100, null),
    );
});

describe('Two reports that were one', () => {
  const joining = { cycle: 1, dueAt: at(18), joinedAt: at(4) };
  const joined: Clocks.Event = { type: 'CycleJoined', data: joining };
  const joinedSet = (dueAt: Instant) =>
    termsOf(
      'complete/1',
      { name: 'complete', ...ordinary, at: at(4), dueAt },
      { because: 'merged', formerlyOwedBy: at(24) },
    );

  scenario('are answered by the earlier deadline')
    .given(...accepted)
    .at(at(4))
    .when(Clocks.join(joining, rules))
    .then(joined, joinedSet(at(18)));
  scenario('have one deadline for the answer, and each its own for what the desk has to do')
    .given(began, acceptSet, completeSet)
    .at(at(0.5))
    .when(Clocks.join({ ...joining, joinedAt: at(0.5) }, rules))
    .then(
      { type: 'CycleJoined', data: { ...joining, joinedAt: at(0.5) } },
      termsOf(
        'complete/1',
        { name: 'complete', ...ordinary, at: at(0.5), dueAt: at(18) },
        { because: 'merged', formerlyOwedBy: at(24) },
      ),
    );
  scenario('and a third of the same moment that is owed earlier')
    .given(...accepted, joined, joinedSet(at(18)))
    .at(at(4))
    .when(Clocks.join({ ...joining, dueAt: at(12) }, rules))
    .then(
      { type: 'CycleJoined', data: { ...joining, dueAt: at(12) } },
      termsOf(
        'complete/1',
        { name: 'complete', ...ordinary, at: at(4), dueAt: at(12) },
        { because: 'merged', formerlyOwedBy: at(18) },
      ),
    );
  test('and a third that has the same deadline is on record, too', () => {
    const before = [...accepted, joined, joinedSet(at(18))];
    const third = Clocks.join({ ...joining, joinedAt: at(5) }, rules)(fold(Clocks.decider, before), at(5));
    expect(third.map(({ type }) => type)).toEqual(['CycleJoined', 'TermsSet']);
  });
  test('and a later one moves nothing', () => {
    const state = fold(Clocks.decider, accepted);
    const set = Clocks.join({ ...joining, dueAt: at(90) }, rules)(state, at(4))[1];
    expect(set).toMatchObject({ type: 'TermsSet', data: { dueAt: at(90), owedBy: at(24) } });
  });
});

describe('History from a file', () => {
  const archive = { asOf: at(100), dueAt: at(24), closedAt: at(20) };
  const history = { ...beginning, archive };
  const known: Clocks.Event = { type: 'CycleBegan', data: history };
  const set: Clocks.Event = {
    type: 'TermsSet',
    data: {
      ...complete,
      because: 'started',
      since: monday,
      startedAt: monday,
      dueAt: at(24),
      ladder: [],
      policy: 'archive',
      calendar: 'archive',
      provisional: false,
      owedBy: at(24),
      formerlyOwedBy: null,
    },
  };
  const began = (rest: object): Clocks.Event => ({
    type: 'CycleBegan',
    data: { ...history, archive: { ...archive, ...rest } },
  });
  const begin = (rest: object) => Clocks.begin({ ...history, archive: { ...archive, ...rest } }, rules);

  scenario('is judged by the target its source had set')
    .given()
    .at(at(9_000))
    .when(begin({}))
    .then(known, set, met(complete, 24, 20));
  scenario('was late when it was closed late')
    .given()
    .at(at(9_000))
    .when(begin({ closedAt: at(25) }))
    .then(began({ closedAt: at(25) }), set, breached(complete, 24, 25));
  scenario('was late when it was still open after its target')
    .given()
    .at(at(9_000))
    .when(begin({ closedAt: null }))
    .then(began({ closedAt: null }), set, breached(complete, 24));
  scenario('was still running when it was still open before its target, however long ago that is')
    .given()
    .at(at(9_000))
    .when(begin({ closedAt: null, asOf: at(24) }))
    .then(began({ closedAt: null, asOf: at(24) }), set);
  scenario('that was closed before it was opened is judged by those times as they are')
    .given()
    .at(at(9_000))
    .when(begin({ closedAt: at(-3) }))
    .then(began({ closedAt: at(-3) }), set, met(complete, 24, -3));
  scenario('without a target is judged by the policy, and nobody is told')
    .given()
    .at(at(9_000))
    .when(begin({ dueAt: null, closedAt: at(30) }))
    .then(
      began({ dueAt: null, closedAt: at(30) }),
      {
        ...set,
        data: { ...set.data, policy: 'ordinary@1', calendar: 'town@1' },
      } as Clocks.Event,
      breached(complete, 24, 30),
    );
  scenario('that nothing is promised for has no deadline')
    .given()
    .at(at(9_000))
    .when(
      Clocks.begin(
        { ...history, archive: { ...archive, dueAt: null } },
        rulesWith(() => null),
      ),
    )
    .then(began({ dueAt: null }));
  scenario('whose deadline cannot be computed says so')
    .given()
    .at(at(9_000))
    .when(
      Clocks.begin(
        { ...history, archive: { ...archive, dueAt: null } },
        rulesWith(() => ({ missing: 'no-policy' })),
      ),
    )
    .then(began({ dueAt: null }), lacking('complete/1', 'no-policy'));
  scenario('that is looked at years later says the same')
    .given(began({ closedAt: null, asOf: at(24) }), set)
    .at(at(90_000))
    .whenLooking(Clocks.evaluate(rules))
    .thenNothing();
});

/** A day that ends with the 26th hour of the story and begins with the 20th. */
describe('A source that notes only the day of a closing', () => {
  const day = (from: number, last: number) => ({ from: at(from), until: plus(at(last), 1) });
  const closedOn = (from: number, last: number): Clocks.Event => ({
    type: 'CycleEnded',
    data: { cycle: 1, endedAt: at(last), because: 'closed', day: day(from, last) },
  });
  const close = (from: number, last: number) =>
    Clocks.endCycle(1, { endedAt: at(last), because: 'closed', day: day(from, last) }, rules);
  const undecided = cancelled(complete, 24, 26, 'closed-on-due-day');

  scenario('leaves undecided what was due at some hour of it')
    .given(...accepted)
    .at(at(20))
    .when(close(20, 26))
    .then(closedOn(20, 26), undecided);
  scenario('takes back the lateness of which the town had told, for nobody knows')
    .given(...accepted, halfway, breached(complete, 24), secretaryNotified)
    .at(at(30))
    .when(close(20, 26))
    .then(closedOn(20, 26), withdrawn(2, { because: 'undecided' }), revoked(complete, 24, 26), undecided);
  scenario('closed it in time where that day ends before it was due')
    .given(...accepted)
    .at(at(30))
    .when(close(14, 20))
    .then(closedOn(14, 20), met(complete, 24, 20));
  scenario('closed it in time where the deadline is that day, too')
    .given(...accepted)
    .at(at(30))
    .when(close(18, 24))
    .then(closedOn(18, 24), met(complete, 24, 24));
  scenario('closed it late where that day begins after it was due')
    .given(...accepted)
    .at(at(25))
    .when(close(25, 31))
    .then(closedOn(25, 31), breached(complete, 24, 31), noticed(2, 24, at(25), { answered: true }));
});

describe('Looking', () => {
  scenario('nothing is late yet')
    .given(...accepted)
    .at(at(12))
    .whenLooking(Clocks.evaluate(rules))
    .thenNothing();
  scenario('half-way the grid member is reminded')
    .given(...accepted)
    .at(plus(at(12), 1))
    .whenLooking(Clocks.evaluate(rules))
    .then(halfway);
  scenario('at its own millisecond a deadline is not missed')
    .given(...accepted, halfway)
    .at(at(24))
    .whenLooking(Clocks.evaluate(rules))
    .thenNothing();
  scenario('a lateness is seen, and the secretary told')
    .given(...accepted, halfway)
    .at(plus(at(24), 1))
    .whenLooking(Clocks.evaluate(rules))
    .then(breached(complete, 24), secretaryNotified);
  scenario('after an outage every step is taken, and says how late')
    .given(...accepted)
    .at(at(49))
    .whenLooking(Clocks.evaluate(rules))
    .then(
      breached(complete, 24),
      noticed(1, 12, at(49), { level: 'escalation' }),
      noticed(2, 24, at(49)),
      noticed(3, 48, at(49)),
    );
  scenario('a step is taken once, however often one looks')
    .given(...accepted, halfway, breached(complete, 24), secretaryNotified)
    .at(at(40))
    .whenLooking(Clocks.evaluate(rules))
    .thenNothing();
  scenario('a clock on the wall that runs slow takes nothing back')
    .given(...accepted, halfway, breached(complete, 24), secretaryNotified)
    .at(plus(at(24), -2 * minute))
    .whenLooking(Clocks.evaluate(rules))
    .thenNothing();
  scenario('an answered clock is silent')
    .given(...accepted, finishedAt(3), met(complete, 24, 3))
    .at(at(60))
    .whenLooking(Clocks.evaluate(rules))
    .thenNothing();
});

test.each([
  ['half-way to the nearest deadline', [began, acceptSet, completeSet], plus(at(1), 1)],
  ['half-way, once accepted', accepted, plus(at(12), 1)],
  ['the deadline, once the member was reminded', [...accepted, halfway], plus(at(24), 1)],
  [
    'the next step, once it is missed',
    [...accepted, halfway, breached(complete, 24), secretaryNotified],
    plus(at(48), 1),
  ],
  ['nothing, once answered', [...accepted, finishedAt(3), met(complete, 24, 3)], null],
  ['nothing, for a case nobody knows', [], null],
  ['nothing, while only its end is known', [cycleEnded(5, 'closed')], null],
])('the next look is at %s', (_, events, expected) => {
  expect(Clocks.nextEvaluation(fold(Clocks.decider, events))).toBe(expected);
});

test('a deadline is looked at even where its policy has nobody to tell', () => {
  const silent = rulesWith((query) => ({ ...calculate(query), ladder: [] }));
  const events = Clocks.begin(beginning, silent)(Clocks.decider.initial, monday);
  expect(Clocks.nextEvaluation(fold(Clocks.decider, events))).toBe(plus(at(2), 1));
});

test('history is never looked at', () => {
  const archive = { asOf: at(10), dueAt: at(24), closedAt: null };
  const events = Clocks.begin({ ...beginning, archive }, rules)(Clocks.decider.initial, at(10));
  expect(Clocks.nextEvaluation(fold(Clocks.decider, events))).toBeNull();
});
