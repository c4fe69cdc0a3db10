/** Who is told what, for whom, and what of it is taken back. */
import { describe, expect, test } from '@jest/globals';
import { type Decision, fold, hour, type Instant, instant, plus } from '@mulin/kernel';
import type { Event } from './clock-events.js';
import * as Clocks from './clocks.js';
import type { DeadlineCalculator } from './terms.js';

const monday = instant('2026-03-02T01:00:00Z');
const at = (hours: number) => plus(monday, hours * hour);
const hoursOf = (moment: Instant) => Math.floor((Date.parse(moment) - Date.parse(monday)) / hour);

/** In hours. */
const oneMs = 1 / hour;

type Rung = readonly [hours: number, to: string, threshold: string];

const member: Rung = [12, 'grid-member', '50%'];
const secretary: Rung = [24, 'community-secretary', '100%'];
/** Whom each policy tells, after how many hours, and by when it is due. */
const policies: Readonly<Record<string, Readonly<{ due: number; ladder: readonly Rung[] }>>> = {
  // The later step stands first: the order in a policy is nobody's.
  ordinary: { due: 24, ladder: [secretary, member, [48, 'town-leader', '+24h']] },
  inOrder: { due: 24, ladder: [member, secretary] },
  double: { due: 24, ladder: [secretary, [24, 'village-committee', '100%']] },
  half: { due: 24, ladder: [secretary, [12, 'village-committee', '50%']] },
  single: { due: 24, ladder: [secretary] },
  reminding: { due: 40, ladder: [[30, 'grid-member', '75%']] },
  long: {
    due: 100,
    ladder: [
      [50, 'grid-member', '50%'],
      [100, 'community-secretary', '100%'],
    ],
  },
  /** Owes the member a word in the moment in which `ordinary` does, by another step. */
  likewise: { due: 48, ladder: [[12, 'grid-member', '25%']] },
  early: {
    due: 24,
    ladder: [
      [12, 'village-committee', '50%'],
      [12, 'community-secretary', '50%'],
    ],
  },
  twice: {
    due: 24,
    ladder: [
      [12, 'grid-member', '50%'],
      [24, 'grid-member', '100%'],
    ],
  },
  /** Owes the member a word a millisecond later than `ordinary`. */
  odd: { due: 40, ladder: [[12 + oneMs, 'grid-member', '30%']] },
  nobody: { due: 200, ladder: [] },
  short: { due: 22, ladder: [] },
};
const calculate: DeadlineCalculator = ({ name, policy, startedAt, dueAt: settled }) => {
  // These policies name the clocks that every case has, and no others.
  if (!['accept', 'take', 'complete', 'arbitrate'].includes(name)) return null;
  const rule = policies[policy];
  if (rule === undefined || name === 'take' || name === 'arbitrate') return null;
  const accept = { due: 2, ladder: [[1, 'grid-member', '50%'] as const] };
  const { due, ladder } = name === 'accept' ? accept : rule;
  return {
    dueAt: settled ?? plus(startedAt, due * hour),
    ladder: ladder.map(([hours, to, threshold]) => ({ at: plus(startedAt, hours * hour), to, threshold })),
    policy,
    calendar: 'town',
    provisional: false,
  };
};

type Heard = readonly [hours: number, decide: (rules: Clocks.Rules) => Decision<Clocks.State, Event>];

const begins = (policy = 'ordinary'): Heard => [
  0,
  (rules) =>
    Clocks.begin({ cycle: 1, number: 'n', policy, urgency: 'u', beganAt: monday, archive: null }, rules),
];
const accepted: Heard = [
  0,
  (rules) => Clocks.offer({ cycle: 1, leg: 1, area: 'mu/c/v/g/m', offeredAt: monday }, rules),
];
const looks = (hours: number): Heard => [hours, (rules) => Clocks.evaluate(rules)];
const corrected = (hours: number, policy: string, heard: number): Heard => [
  heard,
  (rules) => Clocks.reclassify({ cycle: 1, policy, urgency: 'u', reclassifiedAt: at(hours) }, rules),
];
const finished = (hours: number, heard = hours): Heard => [
  heard,
  (rules) => Clocks.end('complete/1', 1, { endedAt: at(hours), because: 'finished' }, rules),
];
const everybody = ['grid-member', 'grid-leader', 'village-committee', 'community-secretary', 'town-leader'];
const now = (hours: number) => plus(at(hours), 1);

/** What the last thing that was heard makes known of completing the case, in words. */
const lastOf = (heard: readonly Heard[], held: readonly string[] = everybody, clock = 'complete/1') => {
  const rules: Clocks.Rules = { calculate, isHeld: (role) => held.includes(role) };
  let state = Clocks.decider.initial;
  let last: readonly Event[] = [];
  for (const [hours, decide] of heard) {
    last = decide(rules)(state, now(hours));
    state = fold(Clocks.decider, last, state);
  }
  // What follows from it was decided with it.
  expect(Clocks.evaluate(rules)(state, now(heard.at(-1)?.[0] ?? 0))).toEqual([]);
  return last.flatMap(({ type, data }): readonly string[] => {
    if (!('clock' in data) || data.clock !== clock) return [];
    switch (type) {
      case 'NoticeGiven': {
        const { to, addressees, level, step, dueAt, owedAt } = data;
        const times = `owed ${hoursOf(owedAt)} due ${hoursOf(dueAt)}`;
        return [`${level} to ${to} for ${addressees.join(' ')}: ${step.slice(clock.length + 1)}, ${times}`];
      }
      case 'NoticeWithdrawn': {
        const { to, addressees, left, because, isSilent } = data;
        const silence = isSilent ? ' silently' : '';
        const place = data.area === undefined ? '' : ` in ${data.area}`;
        return [`back from ${to}${place} for ${addressees.join(' ')}${silence}: ${left} left, ${because}`];
      }
      case 'ClockMet':
        return [`met ${hoursOf(data.endedAt)} due ${hoursOf(data.dueAt)}`];
      case 'ClockBreached':
        return [`breached due ${hoursOf(data.dueAt)}`];
      case 'EndRevoked':
        return [`goes on due ${hoursOf(data.dueAt)}`];
      case 'BreachRevoked':
        return [`revoked due ${hoursOf(data.dueAt)}`];
      default:
        return [];
    }
  });
};

describe('One notice', () => {
  test('tells somebody all that is owed to them by now, and names the last of it', () => {
    const held = ['community-secretary', 'town-leader'];
    for (const policy of ['ordinary', 'inOrder'])
      expect(lastOf([begins(policy), accepted, looks(30)], held)).toEqual([
        'breached due 24',
        'escalation to community-secretary for community-secretary grid-member: 100%/community-secretary, owed 24 due 24',
      ]);
  });

  test('is a warning up to the deadline and in its own millisecond, and more from then on', () => {
    const heldUp = (moment: Instant): readonly Event[] => {
      const rules: Clocks.Rules = { calculate, isHeld: () => true };
      const events = [begins(), accepted].reduce<readonly Event[]>(
        (known, [, decide]) => [...known, ...decide(rules)(fold(Clocks.decider, known), monday)],
        [],
      );
      return Clocks.evaluate(rules)(fold(Clocks.decider, events), moment);
    };
    expect(heldUp(at(24))).toMatchObject([{ type: 'NoticeGiven', data: { level: 'warning' } }]);
    expect(heldUp(now(24)).map(({ data }) => 'level' in data && data.level)).toEqual([
      false,
      'escalation',
      'escalation',
    ]);
  });

  test('is not given again of what somebody knows, and is of what is owed anew', () => {
    const warned = [begins(), accepted, looks(12)];
    expect(lastOf([...warned, looks(13)])).toEqual([]);
    expect(lastOf([...warned, corrected(20, 'reminding', 31)])).toEqual([
      'warning to grid-member for grid-member: 75%/grid-member, owed 30 due 40',
    ]);
  });
});

test('A notice is no word of a step that other terms owe in its own millisecond', () => {
  const heard = [begins(), accepted, looks(12), corrected(20, 'odd', 20)];
  expect(lastOf(heard)).toEqual(['warning to grid-member for grid-member: 30%/grid-member, owed 12 due 40']);
});

describe('What was told is taken back', () => {
  const late = [begins(), accepted, looks(12), looks(49)];

  test('from everybody to whom nothing is owed any more, and why is said', () => {
    expect(lastOf([...late, corrected(20, 'long', 50)])).toEqual([
      // The grid member was warned, and that was owed.
      'back from community-secretary for community-secretary: nothing left, moved',
      'back from town-leader for town-leader: nothing left, moved',
      'revoked due 100',
    ]);
    expect(lastOf([...late, finished(20, 50)])).toEqual([
      'back from community-secretary for community-secretary: nothing left, in-time',
      'back from town-leader for town-leader: nothing left, in-time',
      'revoked due 24',
      'met 20 due 24',
    ]);
  });

  test('but for the warning, where that is owed still', () => {
    const outage = [begins(), accepted, looks(49)];
    expect(lastOf([...outage, corrected(20, 'long', 50)])).toEqual([
      'back from community-secretary for community-secretary: nothing left, moved',
      'back from grid-member for grid-member: warning left, moved',
      'back from town-leader for town-leader: nothing left, moved',
      'revoked due 100',
    ]);
  });

  test('silently from whoever was only warned', () => {
    const warned = [begins(), accepted, looks(12)];
    expect(lastOf([...warned, corrected(5, 'nobody', 13)])).toEqual([
      'back from grid-member for grid-member silently: nothing left, moved',
    ]);
  });

  test('aloud from whoever was told of a lateness for one of several', () => {
    const held = ['community-secretary'];
    const both = [begins('half'), accepted, looks(12), looks(25)];
    expect(lastOf(both, held)).toEqual([
      'breached due 24',
      'escalation to community-secretary for community-secretary: 100%/community-secretary, owed 24 due 24',
    ]);
    expect(lastOf([...both, corrected(5, 'nobody', 26)], held)).toEqual([
      'back from community-secretary for community-secretary village-committee: nothing left, moved',
      'revoked due 200',
    ]);
  });

  test('silently from whoever still hears of it for somebody else', () => {
    const held = ['community-secretary'];
    const both = [begins('double'), accepted, looks(25)];
    expect(lastOf(both, held)).toEqual([
      'breached due 24',
      'escalation to community-secretary for community-secretary village-committee: 100%/community-secretary, owed 24 due 24',
    ]);
    expect(lastOf([...both, corrected(5, 'single', 26)], held)).toEqual([
      'back from community-secretary for village-committee silently: nothing left, other-ladder',
    ]);
    // Where the committee has people of its own, what the secretary hears is no reason to be silent to them.
    expect(lastOf([...both, corrected(5, 'single', 26)])).toEqual([
      'back from village-committee for village-committee: nothing left, other-ladder',
    ]);
  });

  test('and told to whom it concerns, when one hears late who that was', () => {
    const leaves: Heard = [
      1.5,
      (rules) => Clocks.leave({ cycle: 1, area: 'mu/c', leftAt: at(0.5), turn: 1 }, rules),
    ];
    expect(lastOf([begins(), looks(1), leaves], everybody, 'accept/1')).toEqual([
      'back from hotline-clerk for grid-member silently: nothing left, moved',
      'warning to community-secretary for grid-member: 50%/grid-member, owed 1 due 2',
    ]);
  });
});

describe('A verdict', () => {
  test('of a finish that was refused is that of the finish after it, without another word of the first', () => {
    const first: Heard = [
      20,
      (rules) => Clocks.end('complete/1', 1, { endedAt: at(20), because: 'finished', round: 1 }, rules),
    ];
    const refused: Heard = [
      31,
      (rules) => Clocks.refuse({ cycle: 1, round: 1, finishedAt: at(20), refusedAt: at(21) }, rules),
    ];
    expect(lastOf([begins('nobody'), accepted, first, finished(201), refused])).toEqual(['breached due 200']);
  });

  test('is said again when its deadline was another one', () => {
    expect(lastOf([begins(), accepted, finished(20), corrected(4, 'short', 21)])).toEqual(['met 20 due 22']);
  });
});

describe('Told by a process whose clock runs ahead', () => {
  test('of a step that is owed no more is taken back, though another one is owed in the same moment', () => {
    expect(lastOf([begins(), accepted, looks(12), corrected(11, 'likewise', 11)])).toEqual([
      'back from grid-member for grid-member silently: nothing left, moved',
    ]);
  });

  test('of a step that is owed no more is taken back, though another one is due in this very millisecond', () => {
    expect(lastOf([begins(), accepted, looks(12), corrected(11, 'likewise', 12 - oneMs)])).toEqual([
      'back from grid-member for grid-member silently: nothing left, moved',
    ]);
  });

  test('that it goes to others after its deadline is told once, also to whoever hears of it for two', () => {
    const rules: Clocks.Rules = { calculate, isHeld: (role) => role === 'community-secretary' };
    const moved: Heard = [
      20,
      () =>
        Clocks.offer({ cycle: 1, leg: 2, area: 'mu/c/w/g/m', because: 'decided', offeredAt: at(25) }, rules),
    ];
    const notices = (heard: readonly Heard[]) =>
      heard
        .reduce<readonly Event[]>(
          (known, [hours, decide]) => [...known, ...decide(rules)(fold(Clocks.decider, known), now(hours))],
          [],
        )
        .filter(({ type, data }) => type === 'NoticeGiven' && data.clock === 'complete/1');
    const before = [begins('early'), accepted, moved];
    expect(notices(before)).toMatchObject([
      { data: { addressees: ['community-secretary', 'village-committee'] } },
    ]);
    expect(notices([...before, looks(21), looks(22)])).toHaveLength(1);
  });

  test('of a lateness stays told, though by this clock only the warning before it is owed yet', () => {
    expect(lastOf([begins('twice'), accepted, looks(12), looks(24), looks(20)])).toEqual([]);
  });
});

describe('Two corrections of what was missed before', () => {
  const [long, reminding] = [corrected(30, 'long', 30), corrected(40, 'reminding', 40)];

  test('owe each the steps of its own', () => {
    expect(lastOf([begins('single'), accepted, looks(24), long, reminding])).toEqual([
      'escalation to grid-member for grid-member: 75%/grid-member, owed 30 due 24',
    ]);
  });

  test('are both counted from the moment that was missed, also when they are heard before the case', () => {
    const rules: Clocks.Rules = { calculate, isHeld: () => true };
    const before = [long, reminding].flatMap(([hours, decide]) =>
      decide(rules)(Clocks.decider.initial, now(hours)),
    );
    const [, begin] = begins('single');
    const anew = begin(rules)(fold(Clocks.decider, before), now(50)).flatMap(({ type, data }) =>
      type === 'TermsSet' && data.clock === 'complete/1' && data.missedAt !== undefined ? [data.policy] : [],
    );
    expect(anew).toEqual(['long', 'reminding']);
  });
});

describe('A case that was closed as the duplicate of another one', () => {
  const rules: Clocks.Rules = { calculate, isHeld: () => true };
  const closed = (hours: number, cycle = 1, because: 'merged' | 'withdrawn' = 'merged') =>
    Clocks.endCycle(
      cycle,
      { endedAt: at(hours), because, ...(because === 'merged' ? { into: 'other' } : {}) },
      rules,
    );
  const beginning = (cycle: number, hours = 0) =>
    Clocks.begin(
      { cycle, number: 'n', policy: 'single', urgency: 'u', beganAt: at(hours), archive: null },
      rules,
    );
  const after = (...decisions: readonly Decision<Clocks.State, Event>[]) =>
    decisions.reduce(
      (state, decide) => fold(Clocks.decider, decide(state, at(6)), state),
      Clocks.decider.initial,
    );
  const joined = Clocks.joinLatest({ dueAt: at(10), joinedAt: at(5) }, rules);

  test('leaves its deadline to the one that answers for it', () => {
    expect(Clocks.answeredBy(after(beginning(1), closed(5)))).toEqual({
      caseId: 'other',
      joinedAt: at(5),
      dueAt: at(24),
    });
    expect(Clocks.answeredBy(after(beginning(1)))).toBeNull();
    expect(Clocks.answeredBy(after(closed(5)))).toBeNull();
  });

  test('leaves the earliest of those that it answered for, also one that it hears of only then', () => {
    for (const state of [after(beginning(1), joined, closed(5)), after(beginning(1), closed(5), joined)])
      expect(Clocks.answeredBy(state)).toMatchObject({ dueAt: at(10) });
  });

  test('whichever of several words of its end names the other', () => {
    expect(Clocks.answeredBy(after(beginning(1), closed(6, 1, 'withdrawn'), closed(5)))).toMatchObject({
      caseId: 'other',
      joinedAt: at(5),
    });
  });

  test('is asked of its latest cycle, which others join', () => {
    const again = after(beginning(1), beginning(2, 4), joined);
    expect([again.cycles[1]?.joined, again.cycles[2]?.joined]).toMatchObject([[], [{ dueAt: at(10) }]]);
    expect(Clocks.answeredBy(after(beginning(1), closed(3), beginning(2, 4)))).toBeNull();
  });
});
