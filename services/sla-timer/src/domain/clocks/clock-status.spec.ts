import { describe, expect, test } from '@jest/globals';
import { fold, hour, type Instant, instant, plus } from '@mulin/kernel';
import { type End, type EndReason, endReasons, type Event } from './clock-events.js';
import { decider } from './clock-state.js';
import { type ClockStatus, endOf, isLate, statusOf, verdictOf } from './clock-status.js';
import * as Clocks from './clocks.js';
import type { Deadline, DeadlineCalculator } from './terms.js';

const monday = instant('2026-03-02T01:00:00Z');
const at = (hours: number) => plus(monday, hours * hour);
const hoursOf = (moment: Instant) => (Date.parse(moment) - Date.parse(monday)) / hour;
const cycle = { cycle: 1 };

type Of<Type extends Event['type']> = Extract<Event, { type: Type }>['data'];

const offered = (leg: number, hours: number, because?: string): Event => ({
  type: 'LegOffered',
  data: { ...cycle, leg, offeredAt: at(hours), ...(because === undefined ? {} : { because }) },
});
const left = (turn: number, hours: number, rest: Partial<Of<'LeftToArbiter'>> = {}): Event => ({
  type: 'LeftToArbiter',
  data: { ...cycle, area: 'mu/c1', turn, leftAt: at(hours), ...rest },
});
const asked = (turn: number, hours: number, leg?: number, sequence?: string): Event => ({
  type: 'ArbiterAsked',
  data: {
    ...cycle,
    area: 'mu/c1',
    turn,
    askedAt: at(hours),
    ...(leg === undefined ? {} : { leg }),
    ...(sequence === undefined ? {} : { sequence }),
  },
});
const settled = (hours: number, sequence?: string): Event => ({
  type: 'DoubtSettled',
  data: { ...cycle, settledAt: at(hours), ...(sequence === undefined ? {} : { sequence }) },
});
const refused = (round: number, hours: number): Event => ({
  type: 'FinishRefused',
  data: { ...cycle, round, finishedAt: at(1), refusedAt: at(hours) },
});
const begun = (hours: number, rest: Partial<Of<'CycleBegan'>> = {}): Event => ({
  type: 'CycleBegan',
  data: {
    ...cycle,
    number: 'n',
    policy: 'ordinary',
    urgency: 'u',
    beganAt: at(hours),
    archive: null,
    ...rest,
  },
});
const over = (hours: number, because: EndReason): Event => ({
  type: 'CycleEnded',
  data: { ...cycle, endedAt: at(hours), because },
});
const ended = (clock: string, hours: number, because: EndReason): Event => ({
  type: 'ClockEnded',
  data: { ...cycle, clock, endedAt: at(hours), because },
});

/** `decided 4`, or `null`: it goes on. */
const endIn = (clock: string, ...heard: readonly Event[]) => {
  const end = endOf(fold(decider, heard), 1, clock);
  return end && `${end.because} ${hoursOf(end.endedAt)}`;
};

describe('The turn of an arbiter', () => {
  const turn = 'arbitrate/1/1';

  test.each([
    ['ends when it is offered to somebody', [left(1, 3), offered(1, 4)], 'decided 4'],
    ['ends by a decision', [left(1, 3), offered(1, 4, 'decided')], 'decided 4'],
    ['ends when it is given to somebody else', [asked(1, 3), offered(2, 4, 'reassigned')], 'decided 4'],
    ['is overtaken by a correction', [left(1, 3), offered(1, 4, 'corrected')], 'moved 4'],
    ['is not ended by an offer before it', [left(1, 3), offered(1, 2)], null],
    ['is not ended by an offer of its own moment', [left(1, 3), offered(1, 3)], null],
    ['goes on after the leg that was the last one', [left(1, 3, { leg: 1 }), offered(1, 4)], null],
    ['ends with the next leg, whatever the clocks say', [left(1, 3, { leg: 1 }), offered(2, 2)], 'decided 2'],
    ['asked about a leg ends with the next one', [asked(1, 3, 1), offered(1, 4), offered(2, 5)], 'decided 5'],
    ['is overtaken by a later one', [left(1, 3), left(2, 5)], 'moved 5'],
    ['is not overtaken by one that nobody counted', [left(1, 3), left(0, 5)], null],
    ['is overtaken when the work is done', [asked(1, 3), ended('complete/1', 6, 'finished')], 'moved 6'],
    ['is not overtaken by work done before it', [asked(1, 3), ended('complete/1', 2, 'finished')], null],
    ['is not overtaken by work done as it began', [asked(1, 3), ended('complete/1', 3, 'finished')], null],
    ['that nobody has begun goes on', [left(2, 3), offered(1, 4)], null],
    ['is overtaken by a correction that leads back', [asked(1, 3), settled(4)], 'moved 4'],
    ['goes on after one that came before it', [asked(1, 3), settled(2)], null],
    ['of one moment with one goes on: nobody knows which was first', [asked(1, 3), settled(3, '2')], null],
    ['of one moment with an unnumbered one goes on, too', [asked(1, 3, 1, '2'), settled(3)], null],
  ])('%s', (_, heard, expected) => {
    expect(endIn(turn, ...heard)).toBe(expected);
  });

  test('is its own: what ended the first does not end the second', () => {
    expect(endIn('arbitrate/1/2', left(1, 3), offered(1, 4), left(2, 5))).toBeNull();
    expect(endIn('arbitrate/1/2', left(1, 3), offered(1, 4), left(2, 5), offered(2, 7))).toBe('decided 7');
  });
});

describe('The time to take an order', () => {
  const take = 'take/1/1';

  test.each([
    ['ends with the next leg', [offered(1, 1), offered(2, 3)], 'returned 3'],
    ['ends with the next leg as a return', [offered(1, 1), offered(2, 3, 'returned')], 'returned 3'],
    ['ends as moved when somebody else is on duty', [offered(1, 1), offered(2, 3, 'off-duty')], 'moved 3'],
    [
      'goes on when the next is asked because nobody took it',
      [offered(1, 1), offered(2, 3, 'not-taken')],
      null,
    ],
    [
      'ends when the next one takes it',
      [offered(1, 1), offered(2, 3, 'not-taken'), ended('take/1/2', 4, 'taken')],
      'moved 4',
    ],
    [
      'ends when the one after the next gives it back, whatever is heard first',
      [
        ended('take/1/3', 6, 'returned'),
        offered(3, 5, 'not-taken'),
        offered(1, 1),
        offered(2, 3, 'not-taken'),
      ],
      'moved 6',
    ],
    [
      'ends when it leaves those who let it pass',
      [offered(1, 1), offered(2, 3, 'not-taken'), offered(3, 5, 'reassigned'), ended('take/1/3', 6, 'taken')],
      'moved 5',
    ],
    ['does not end with the leg before', [offered(0, 3), offered(1, 1)], null],
    ['ends when it is left to the arbiter', [offered(1, 1), left(1, 3)], 'returned 3'],
    ['ends with a second return', [offered(1, 1), left(1, 3, { because: 'second-return' })], 'returned 3'],
    ['ends as moved by a correction', [offered(1, 1), left(1, 3, { because: 'nobodys-land' })], 'moved 3'],
    ['does not end when it was left before', [offered(1, 4), left(1, 3)], null],
    ['does not end when it was left as it began', [offered(1, 3), left(1, 3)], null],
    ['ends with its leg, whatever the clocks say', [offered(1, 4), left(1, 3, { leg: 1 })], 'returned 3'],
    ['ends with a later leg', [offered(1, 1), left(1, 3, { leg: 2 })], 'returned 3'],
    ['does not end with the leg before it', [offered(1, 1), left(1, 3, { leg: 0 })], null],
    ['goes on while the arbiter only looks', [offered(1, 1), asked(1, 3, 1), asked(2, 4)], null],
    ['does not end before it was heard of', [left(1, 3, { leg: 1 })], null],
    [
      'ends with the next leg, though a phone says that the next one had taken it before',
      [offered(1, 1), offered(2, 3, 'returned'), ended('take/1/2', 2, 'taken')],
      'returned 3',
    ],
  ])('%s', (_, heard, expected) => {
    expect(endIn(take, ...heard)).toBe(expected);
  });

  test('goes on though somebody says late that they took it while they were asked before', () => {
    const passed = [offered(1, 1), offered(2, 3, 'not-taken'), offered(3, 5, 'not-taken')];
    expect(endIn('take/1/3', ...passed, ended('take/1/2', 4, 'taken'))).toBeNull();
  });
});

describe('The time to verify a finish', () => {
  test('ends when it is refused, and with the refusal of no other one', () => {
    expect(endIn('verify/1/2', refused(1, 3))).toBeNull();
    expect(endIn('verify/1/2', refused(1, 3), refused(2, 5))).toBe('refused 5');
  });
});

describe('A cycle that was begun after this one', () => {
  const next = { cycle: 2 };

  test('leaves nothing of this one open', () => {
    expect(endIn('complete/1', begun(0), begun(5, next))).toBe('moved 5');
    expect(endIn('complete/1', begun(0), begun(5, next), ended('complete/1', 4, 'finished'))).toBe(
      'finished 4',
    );
  });

  test('ends nothing before one knows when it began, and nothing of its own', () => {
    const unheard: Event = { type: 'LegOffered', data: { cycle: 2, leg: 1, offeredAt: at(6) } };
    expect(endIn('complete/1', begun(0), unheard)).toBeNull();
    expect(endIn('complete/1', begun(5))).toBeNull();
  });
});

describe('A case that had moved in from another system', () => {
  const movedIn = begun(-9, { movedIn: { at: at(0), dueAt: null } });
  const bySource = over(-2, 'closed');

  test('was completed when its source had closed it, and here nobody was asked by then', () => {
    expect(endIn('complete/1', movedIn, bySource)).toBe('closed -2');
    expect(endIn('accept/1', movedIn, bySource)).toBe('moved 0');
    expect(endIn('contact/1', movedIn, bySource)).toBe('moved 0');
  });

  test('ends here with what ends it here, from the moment on in which it came', () => {
    for (const clock of ['complete/1', 'accept/1']) {
      expect(endIn(clock, movedIn)).toBeNull();
      expect(endIn(clock, movedIn, over(0, 'withdrawn'))).toBe('withdrawn 0');
    }
    expect(endIn('accept/1', movedIn, bySource, over(3, 'withdrawn'))).toBe('withdrawn 3');
    expect(endIn('accept/1', begun(-9), bySource)).toBe('closed -2');
  });
});

describe('Of several ends', () => {
  test.each([
    ['take/1/1', 'taken', 'returned', 'taken 2'],
    ['complete/1', 'finished', 'closed', 'finished 2'],
    ['complete/1', 'done', 'withdrawn', 'done 2'],
  ] as const)(
    'of %s in one millisecond the answer counts, whichever was heard first',
    (clock, a, b, expected) => {
      expect(endIn(clock, ended(clock, 2, a), ended(clock, 2, b))).toBe(expected);
      expect(endIn(clock, ended(clock, 2, b), ended(clock, 2, a))).toBe(expected);
    },
  );

  test('the earliest counts, be it that of the whole case', () => {
    const whole = over(3, 'withdrawn');
    expect(endIn('complete/1', ended('complete/1', 4, 'finished'), whole)).toBe('withdrawn 3');
    expect(endIn('complete/1', whole, ended('complete/1', 2, 'finished'))).toBe('finished 2');
  });

  test('none is known of a case that nobody has heard of, and the first offer is that of acceptance', () => {
    expect(endIn('accept/1')).toBeNull();
    expect(endIn('accept/1', offered(2, 3), offered(1, 1))).toBe('offered 1');
    expect(endIn('complete/1', offered(1, 1), left(1, 3))).toBeNull();
  });
});

describe('A verdict', () => {
  const statusBy = (end: End | null, asOf: Instant | null = null): ClockStatus => {
    return { dueAt: at(24), ladder: [], end, asOf };
  };

  test.each([
    ['accept/1', 'offered taken finished closed declined'],
    ['take/1/1', 'offered taken finished closed'],
    ['complete/1', 'offered taken finished closed'],
    ['arbitrate/1/1', 'decided'],
    ['contact/1', 'contacted'],
    ['heartbeat/1/1', 'reported finished'],
    ['help/1/1', 'helped'],
    ['verify/1/1', 'verified refused'],
    ['call-back/1', 'called-back'],
    ['acknowledge/1/complete', 'acknowledged'],
    ['unheard-of/1', ''],
  ])('on %s: these ends in time meet it, and no other', (clock, expected) => {
    const verdict = (because: EndReason) => verdictOf(clock, statusBy({ endedAt: at(24), because }), at(99));
    const meeting = endReasons.filter((because) => verdict(because) === 'met');
    expect([...meeting].sort()).toEqual(expected.split(' ').filter(Boolean).sort());
    for (const because of endReasons.filter((it) => !meeting.includes(it)))
      expect(verdict(because)).toBe('cancelled');
    expect(verdictOf(clock, statusBy({ endedAt: plus(at(24), 1), because: 'offered' }), at(99))).toBe(
      'breached',
    );
  });

  test('has until the deadline, its own millisecond included; history until its own time', () => {
    expect(verdictOf('complete/1', statusBy(null), at(24))).toBe('open');
    expect(verdictOf('complete/1', statusBy(null), plus(at(24), 1))).toBe('breached');
    expect(verdictOf('complete/1', statusBy(null, at(9)), at(99))).toBe('open');
    expect([at(24), plus(at(24), 1)].map((now) => isLate(statusBy(null), now))).toEqual([false, true]);
    const end: End = { endedAt: at(24), because: 'finished' };
    expect(isLate(statusBy(end), at(99))).toBe(false);
  });

  test('is none where it was closed at some hour of the day on which it was due, its first moment included', () => {
    const closedOn = (from: number, until: number) => {
      const day = { from: at(from), until: at(until) };
      const status = statusBy({ endedAt: plus(at(until), -1), because: 'closed', day });
      return [verdictOf('complete/1', status, at(99)), isLate(status, at(99))];
    };
    expect(closedOn(20, 44)).toEqual(['cancelled', false]);
    expect(closedOn(24, 48)).toEqual(['cancelled', false]);
    // That day was over in the moment in which it was due.
    expect(closedOn(0, 24)).toEqual(['met', false]);
    expect(closedOn(25, 49)).toEqual(['breached', true]);
  });
});

/** Policies by how many hours they give; whom they tell is what they differ in. */
const ladders: Readonly<Record<string, readonly (readonly [share: number, to: string])[]>> = {
  ordinary: [
    [0.5, 'grid-member'],
    [1, 'secretary'],
    [2, 'leader'],
  ],
  other: [[1, 'committee']],
};
const by =
  (lengths: Readonly<Record<string, number>>, second = lengths): DeadlineCalculator =>
  ({ name, policy, startedAt, at: moment, dueAt: settled }) => {
    const hours = (moment > at(15) ? second : lengths)[policy];
    if (name !== 'complete' || hours === undefined) return null;
    const dueAt = settled ?? plus(startedAt, hours * hour);
    const length = Date.parse(dueAt) - Date.parse(startedAt);
    const ladder = (ladders[policy] ?? ladders['ordinary'] ?? []).map(([share, to]) => {
      return { at: plus(startedAt, length * share), to, threshold: `${share * 100}%` };
    });
    return { dueAt, ladder, policy, calendar: 'town', provisional: false } satisfies Deadline;
  };

const lengths = { ordinary: 24, urgent: 10, complex: 100, short: 20, other: 18 };

type Step = readonly [to: string, hours: number, level: string];

/** By when, and who must hear when: of a case that began on Monday, after all of this was heard. */
const story = (...heard: readonly ((rules: Clocks.Rules) => Parameters<typeof run>[1])[]) =>
  told(by(lengths), ...heard);
const run = (state: Clocks.State, decide: ReturnType<typeof Clocks.begin>) =>
  fold(decider, decide(state, at(0.1)), state);
const told = (
  calculate: DeadlineCalculator,
  ...heard: readonly ((rules: Clocks.Rules) => Parameters<typeof run>[1])[]
): Readonly<{ due: number; steps: readonly Step[] }> => {
  const rules = { calculate, isHeld: () => true };
  const began = { ...cycle, number: 'n', policy: 'ordinary', urgency: 'u', beganAt: monday, archive: null };
  const decisions = [Clocks.begin(began, rules), ...heard.map((it) => it(rules))];
  const state = decisions.reduce(run, decider.initial);
  const clock = state.clocks['complete/1'];
  const status = clock && statusOf(state, clock);
  if (!status) throw new Error('there is a clock');
  const steps = status.ladder.map(({ to, from, level }): Step => [to, hoursOf(from), level]);
  return { due: hoursOf(status.dueAt), steps };
};

const corrected =
  (hours: number, policy: string, sequence?: string) =>
  (rules: Clocks.Rules): ReturnType<typeof Clocks.begin> =>
    Clocks.reclassify(
      {
        ...cycle,
        policy,
        urgency: 'u',
        reclassifiedAt: at(hours),
        ...(sequence === undefined ? {} : { sequence }),
      },
      rules,
    );
const joined =
  (hours: number, due: number) =>
  (rules: Clocks.Rules): ReturnType<typeof Clocks.begin> =>
    Clocks.join({ ...cycle, dueAt: at(due), joinedAt: at(hours) }, rules);
const finished =
  (hours: number) =>
  (rules: Clocks.Rules): ReturnType<typeof Clocks.begin> =>
    Clocks.end('complete/1', 1, { endedAt: at(hours), because: 'finished' }, rules);

const member: Step = ['grid-member', 12, 'warning'];

describe('A correction', () => {
  test('adds its own steps to those that were owed before it', () => {
    expect(story()).toEqual({
      due: 24,
      steps: [member, ['secretary', 24, 'escalation'], ['leader', 48, 'escalation']],
    });
    expect(story(corrected(20, 'complex'))).toEqual({
      due: 100,
      steps: [member, ['secretary', 100, 'escalation'], ['leader', 200, 'escalation']],
    });
    // A step whose moment is that of the correction is not owed before it.
    expect(story(corrected(12, 'complex')).steps).toEqual([
      ['grid-member', 50, 'warning'],
      ['secretary', 100, 'escalation'],
      ['leader', 200, 'escalation'],
    ]);
  });

  test('that makes it late at once tells of it also whoever was warned, and each of them once', () => {
    expect(story(corrected(20, 'urgent'))).toEqual({
      due: 10,
      steps: [
        ['grid-member', 20, 'escalation'],
        ['secretary', 20, 'escalation'],
        ['leader', 20, 'escalation'],
      ],
    });
    // Due in the very moment of the correction.
    expect(story(corrected(20, 'short')).steps).toContainEqual(['grid-member', 20, 'escalation']);
  });

  test('that still leaves time does not warn again whoever was warned', () => {
    expect(story(corrected(17, 'short'))).toEqual({
      due: 20,
      steps: [member, ['secretary', 20, 'escalation'], ['leader', 40, 'escalation']],
    });
  });

  test('after the deadline leaves it missed; in its own millisecond it is in time', () => {
    expect(story(corrected(25, 'complex')).due).toBe(24);
    expect(story(corrected(24, 'complex')).due).toBe(100);
  });

  test('of one millisecond as another one, and recorded after it, is the one that counts', () => {
    for (const order of [
      [corrected(5, 'urgent'), corrected(5, 'complex', '0000000001')],
      [corrected(5, 'complex', '0000000001'), corrected(5, 'urgent')],
    ])
      expect(story(...order).due).toBe(100);
  });

  test('after the end touches nothing, even if it was heard before; in its very moment neither', () => {
    expect(story(corrected(21, 'urgent'), finished(20)).due).toBe(24);
    expect(story(corrected(20, 'urgent'), finished(20)).due).toBe(24);
    expect(story(finished(20), corrected(20, 'urgent')).due).toBe(24);
    expect(story(finished(20), corrected(4, 'urgent')).due).toBe(10);
  });

  test('that was none, as one hears later, counts no more', () => {
    const rules = by({ ...lengths, urgent: 30 }, { ...lengths, urgent: 40 });
    expect(told(rules, corrected(20, 'urgent')).due).toBe(40);
    expect(told(rules, corrected(20, 'urgent'), corrected(10, 'urgent')).due).toBe(30);
    expect(told(rules, corrected(10, 'urgent'), corrected(20, 'urgent')).due).toBe(30);
  });
});

describe('Reports that were one', () => {
  test('are answered by the earliest deadline of all, also after a correction', () => {
    expect(story(joined(4, 18)).due).toBe(18);
    expect(story(joined(4, 18), joined(5, 20)).due).toBe(18);
    expect(story(joined(4, 20), joined(5, 18)).due).toBe(18);
    expect(story(joined(4, 18), joined(5, 20), corrected(6, 'complex')).due).toBe(18);
    expect(story(joined(4, 20), joined(5, 18), corrected(6, 'complex')).due).toBe(18);
    expect(story(corrected(6, 'complex'), corrected(7, 'ordinary'), joined(4, 18)).due).toBe(18);
  });

  test('are told of as the correction says whose deadline is the same', () => {
    expect(story(joined(4, 18), corrected(6, 'other')).steps).toEqual([['committee', 18, 'escalation']]);
  });
});

test('Of what moved in, the steps before it came were told where it came from; the others are owed here', () => {
  const movedInAt = (hours: number) => {
    const rules = { calculate: by(lengths), isHeld: () => true };
    const movedIn = { at: at(hours), dueAt: null };
    const began = { ...cycle, number: 'n', policy: 'ordinary', urgency: 'u', beganAt: monday, archive: null };
    const state = run(decider.initial, Clocks.begin({ ...began, movedIn }, rules));
    const clock = state.clocks['complete/1'];
    return clock && statusOf(state, clock)?.ladder.map(({ to }) => to);
  };
  expect(movedInAt(5)).toEqual(['grid-member', 'secretary', 'leader']);
  expect(movedInAt(12)).toEqual(['grid-member', 'secretary', 'leader']);
  expect(movedInAt(13)).toEqual(['secretary', 'leader']);
});

test('A step at the very end of a clock is not owed any more', () => {
  expect(story(finished(24)).steps).toEqual([member]);
  expect(story(finished(12)).steps).toEqual([]);
});
