/**
 * Whole stories of a case by real policies that differ in all a policy can differ in: whom they tell, at which part
 * of the target, and how long they give. Times are those of the town, +08:00.
 */
import { describe, expect, test } from '@jest/globals';
import { type Decision, fold, type Instant, instant, plus } from '@mulin/kernel';
import type { Calendar } from '@mulin/working-time';
import * as Clocks from './clocks.js';
import { calculateDeadline, type Length, type Policy } from '../policy.js';

const at = (text: string): Instant => instant(`${text.replace(' ', 'T')}:00+08:00`);

const calendar: Calendar = {
  id: 'town',
  version: '1',
  zone: 'Asia/Shanghai',
  week: {
    'mon-fri': [
      ['08:30', '12:00'],
      ['14:00', '17:30'],
    ],
  },
  overrides: {},
  coveredUntil: '2026-12-31',
};

const hours = (amount: number): Length => ({ unit: 'hour', amount });
const workingHours = (amount: number): Length => ({ unit: 'working-hour', amount });

const usual: Policy['ladder'] = [
  { share: 0.5, to: ['grid-member'] },
  { share: 0.8, to: ['grid-leader'] },
  { share: 1, to: ['village-committee', 'community-secretary'] },
  { after: hours(24), to: ['town-leader'] },
];

const policyOf = (id: string, complete: Length, ladder = usual, rest: Partial<Policy> = {}): Policy => ({
  id,
  calendar: 'town',
  clocks: [
    { name: 'accept', length: workingHours(4), urgencies: { emergency: hours(0.25) } },
    { name: 'take', length: workingHours(4), urgencies: { emergency: hours(0.5) } },
    { name: 'complete', length: complete, urgencies: { emergency: hours(2) } },
  ],
  ladder,
  ...rest,
});

const ordinary = policyOf('ordinary', { unit: 'calendar-day', amount: 7 });
const consultation = policyOf('consultation', { unit: 'working-day', amount: 3 });
const complex = policyOf('complex', { unit: 'working-day', amount: 15 });
/** Half-way to the secretary and the grid leader, when it is missed to the town leader. */
const emergency: Policy = {
  id: 'emergency',
  calendar: 'town',
  clocks: [
    { name: 'accept', length: hours(0.25) },
    { name: 'take', length: hours(0.5) },
    { name: 'complete', length: hours(2) },
  ],
  ladder: [
    { share: 0.5, to: ['community-secretary', 'grid-leader'] },
    { share: 1, to: ['town-leader'] },
  ],
};
/** An hour after it was missed the town leader hears, as in the sample pack. */
const sampleEmergency: Policy = {
  ...emergency,
  ladder: [...usual.slice(0, 3), { after: hours(1), to: ['town-leader'] }],
};

const rulesOf = (policies: readonly Policy[], nobody: readonly string[] = []): Clocks.Rules => ({
  calculate: (query) =>
    calculateDeadline(
      {
        policyOf: (id) => {
          const content = policies.find((it) => it.id === id);
          return content && { version: 1, content };
        },
        calendarOf: (id) => (id === calendar.id ? { version: 1, content: calendar } : undefined),
      },
      query,
    ),
  isHeld: (role) => !nobody.includes(role),
});

const town = rulesOf([ordinary, consultation, complex, emergency]);
const sampleTown = rulesOf([ordinary, consultation, complex, sampleEmergency]);

type Heard = readonly [when: string, decide: Decision<Clocks.State, Clocks.Event>];
type Told = readonly [when: string, what: string];

const shown = (moment: Instant): string =>
  new Date(Date.parse(moment) + 8 * 3_600_000).toISOString().slice(5, 16).replace('T', ' ');

/** Who is told what, in the order in which it happens; and the state in the end. */
const live = (rules: Clocks.Rules, heard: readonly Heard[], until: string) => {
  let state = Clocks.decider.initial;
  const told: Told[] = [];
  const decide = (decision: Decision<Clocks.State, Clocks.Event>, now: Instant): number => {
    const events = decision(state, now);
    state = fold(Clocks.decider, events, state);
    for (const { type, data } of events) {
      if (type === 'NoticeGiven') told.push([shown(now), `${data.level} ${data.to} ${data.clock}`]);
      if (type === 'NoticeWithdrawn' && !data.isSilent)
        told.push([shown(now), `revoked ${data.to} ${data.clock} ${data.because}`]);
    }
    return events.length;
  };
  const look = (before: Instant) => {
    for (
      let next = Clocks.nextEvaluation(state);
      next !== null && next <= before;
      next = Clocks.nextEvaluation(state)
    )
      if (decide(Clocks.evaluate(rules), next) === 0)
        throw new Error(`it asked to look at ${next} for nothing`);
  };
  for (const [when, decision] of heard) {
    look(at(when));
    decide(decision, at(when));
  }
  look(at(until));
  const knows = (clock: string) =>
    Object.entries(state.clocks[clock]?.told ?? {})
      .filter(([, it]) => it.level === 'escalation')
      .map(([name]) => name)
      .sort();
  const due = (clock: string) => {
    const moment = Clocks.dueOf(state, clock);
    return moment && shown(moment);
  };
  return { told, state, knows, due };
};

const started = { cycle: 1, number: 'mu-2026-000001', archive: null };

const begins = (rules: Clocks.Rules, when: string, policy = 'ordinary', urgency = 'ordinary'): Heard => [
  when,
  Clocks.begin({ ...started, policy, urgency, itemUrgency: 'ordinary', beganAt: at(when) }, rules),
];
const isOffered = (
  rules: Clocks.Rules,
  when: string,
  leg = 1,
  more: Readonly<{ area?: string; because?: string }> = {},
): Heard => [when, Clocks.offer({ cycle: 1, leg, area: 'mu/c/v/g/m', ...more, offeredAt: at(when) }, rules)];
/** Heard only then. */
const late = (when: string, [, decide]: Heard): Heard => [when, decide];
const isTaken = (rules: Clocks.Rules, when: string): Heard => [
  when,
  Clocks.end('take/1/1', 1, { endedAt: at(when), because: 'taken' }, rules),
];
const corrected = (
  rules: Clocks.Rules,
  when: string,
  to: Readonly<{ policy?: string; urgency?: string; itemUrgency?: string }>,
  heardAt = when,
): Heard => {
  const change = { policy: 'ordinary', urgency: 'ordinary', itemUrgency: 'ordinary', ...to };
  return [heardAt, Clocks.reclassify({ cycle: 1, ...change, reclassifiedAt: at(when) }, rules)];
};
const isLeft = (rules: Clocks.Rules, when: string, turn = 1, because = 'nobodys-land'): Heard => [
  when,
  Clocks.leave({ cycle: 1, area: 'mu/c', because, turn, leftAt: at(when) }, rules),
];

const toEmergency = { urgency: 'emergency' };

describe('Corrected to an emergency', () => {
  test('whoever the emergency owes a word and who has not been told is told once, when it is heard', () => {
    const { told, knows } = live(
      town,
      [
        begins(town, '2026-03-02 09:00'),
        isOffered(town, '2026-03-02 09:00'),
        isTaken(town, '2026-03-02 09:10'),
        corrected(town, '2026-03-05 09:00', toEmergency),
      ],
      '2026-03-20 09:00',
    );
    expect(told).toEqual([
      ['03-05 08:45', 'warning grid-member complete/1'],
      ['03-05 09:00', 'escalation community-secretary complete/1'],
      ['03-05 09:00', 'escalation grid-leader complete/1'],
      ['03-05 09:00', 'escalation town-leader complete/1'],
    ]);
    expect(knows('complete/1')).toEqual(['community-secretary', 'grid-leader', 'town-leader']);
  });

  test('heard weeks late, the same people know in the end, and nobody hears of an emergency that it was none', () => {
    const story = [
      begins(town, '2026-03-02 09:00'),
      isOffered(town, '2026-03-02 09:00'),
      isTaken(town, '2026-03-02 09:10'),
    ];
    const correction = '2026-03-03 09:00';
    const inOrder = live(town, [...story, corrected(town, correction, toEmergency)], '2026-03-30 09:00');
    const late = live(
      town,
      [...story, corrected(town, correction, toEmergency, '2026-03-20 09:00')],
      '2026-03-30 09:00',
    );
    expect(late.knows('complete/1')).toEqual(inOrder.knows('complete/1'));
    expect(late.told.slice(5)).toEqual([
      ['03-20 09:00', 'revoked village-committee complete/1 other-ladder'],
      ['03-20 09:00', 'escalation grid-leader complete/1'],
    ]);
  });

  test('the time to take it shrinks with it', () => {
    const { due } = live(
      town,
      [
        begins(town, '2026-03-06 16:50'),
        isOffered(town, '2026-03-06 16:50'),
        corrected(town, '2026-03-06 17:00', toEmergency),
      ],
      '2026-03-06 17:01',
    );
    expect([due('take/1/1'), due('complete/1')]).toEqual(['03-06 17:20', '03-06 18:50']);
  });

  test('with effect from the report it warns of nothing any more, and tells each person once', () => {
    const { told } = live(
      sampleTown,
      [
        begins(sampleTown, '2026-03-02 09:00'),
        isOffered(sampleTown, '2026-03-02 09:00'),
        isTaken(sampleTown, '2026-03-02 09:10'),
        corrected(sampleTown, '2026-03-04 10:00', toEmergency),
      ],
      '2026-03-20 09:00',
    );
    expect(told).toEqual(
      ['grid-member', 'grid-leader', 'village-committee', 'community-secretary', 'town-leader'].map(
        (role) => ['03-04 10:00', `escalation ${role} complete/1`],
      ),
    );
  });

  test('an ordinary item that was registered as one climbs like one', () => {
    const { told } = live(
      sampleTown,
      [
        begins(sampleTown, '2026-03-02 09:00', 'ordinary', 'emergency'),
        isOffered(sampleTown, '2026-03-02 09:00'),
        isTaken(sampleTown, '2026-03-02 09:10'),
      ],
      '2026-03-02 13:00',
    );
    expect(told.at(-1)).toEqual(['03-02 12:00', 'escalation town-leader complete/1']);
  });

  test('back to what is less urgent, what was missed stays missed', () => {
    const { state } = live(
      town,
      [
        begins(town, '2026-03-02 09:00', 'ordinary', 'emergency'),
        isOffered(town, '2026-03-02 09:00'),
        isTaken(town, '2026-03-02 09:10'),
        corrected(town, '2026-03-02 15:00', {}),
      ],
      '2026-03-02 16:00',
    );
    expect(state.clocks['complete/1']?.settled).toEqual({
      verdict: 'breached',
      dueAt: at('2026-03-02 11:00'),
      endedAt: null,
    });
  });
});

describe('Corrected after it was missed', () => {
  const missed = (rules: Clocks.Rules): readonly Heard[] => [
    begins(rules, '2026-03-02 09:00'),
    isOffered(rules, '2026-03-02 09:00'),
    isTaken(rules, '2026-03-02 09:10'),
  ];

  test('to an emergency it is told to whoever has only been warned, and again to nobody who knows', () => {
    for (const rules of [town, sampleTown]) {
      const { told } = live(
        rules,
        [...missed(rules), corrected(rules, '2026-03-12 09:00', toEmergency)],
        '2026-03-20 09:00',
      );
      expect(told.filter(([, what]) => what.startsWith('escalation'))).toEqual([
        ['03-09 17:30', 'escalation village-committee complete/1'],
        ['03-09 17:30', 'escalation community-secretary complete/1'],
        ['03-10 17:30', 'escalation town-leader complete/1'],
        ...(rules === town ? [['03-12 09:00', 'escalation grid-leader complete/1']] : []),
      ]);
    }
  });
});

describe('Steps of a correction that came after it was missed', () => {
  const otherwise = (after: Length) =>
    policyOf('other', { unit: 'calendar-day', amount: 9 }, [
      { share: 0.6, to: ['grid-member'] },
      { share: 1, to: ['village-committee'] },
      { after, to: ['town-leader'] },
    ]);
  const lived = (after: Length, begun: string, corrections: readonly string[]) => {
    const rules = rulesOf([ordinary, otherwise(after)]);
    const toOther = (when: string) => corrected(rules, when, { policy: 'other' });
    return live(
      rules,
      [begins(rules, begun), isOffered(rules, begun), isTaken(rules, begun), ...corrections.map(toOther)],
      '2026-03-30 09:00',
    );
  };

  test('are counted from the moment that was missed, and not from another that never held', () => {
    const { told, due } = lived(hours(48), '2026-03-02 09:00', ['2026-03-12 09:00']);
    expect(due('complete/1')).toBe('03-09 17:30');
    expect(told.slice(5)).toEqual([
      ['03-12 09:00', 'escalation grid-member complete/1'],
      ['03-12 09:00', 'escalation town-leader complete/1'],
    ]);
  });

  test('are counted in working time, too', () => {
    // Missed on a Friday; by the other policy it would have been due on Sunday.
    const { told, due } = lived({ unit: 'working-day', amount: 1 }, '2026-02-27 09:00', ['2026-03-07 10:00']);
    expect(due('complete/1')).toBe('03-06 17:30');
    expect(told.at(-1)).toEqual(['03-09 17:30', 'escalation town-leader complete/1']);
  });

  test('are counted by what is known in the end, whatever was heard first', () => {
    const rules = rulesOf([ordinary, complex, otherwise(hours(48))]);
    const begun = begins(rules, '2026-03-02 09:00');
    const toComplex = corrected(rules, '2026-03-04 09:00', { policy: 'complex', itemUrgency: 'complex' });
    const toOther = corrected(rules, '2026-03-12 09:00', { policy: 'other' });
    const whoKnows = (...story: readonly Heard[]) =>
      live(rules, story, '2026-03-30 09:00').knows('complete/1');
    expect(whoKnows(begun, toOther, late('2026-03-13 09:00', toComplex))).toEqual(
      whoKnows(begun, toComplex, toOther),
    );
  });
});

describe('Two corrections', () => {
  test('of which the earlier is heard last leave the deadline that all of them make', () => {
    const { due, state } = live(
      town,
      [
        begins(town, '2026-03-02 09:00', 'consultation'),
        corrected(town, '2026-03-06 13:00', {
          policy: 'complex',
          urgency: 'complex',
          itemUrgency: 'complex',
        }),
        corrected(town, '2026-03-05 09:00', {}, '2026-03-06 14:00'),
      ],
      '2026-03-06 14:00',
    );
    expect(due('complete/1')).toBe('03-23 17:30');
    expect(state.clocks['complete/1']?.settled).toBeNull();
  });

  test('of one millisecond count in the order in which intake recorded them', () => {
    const correction = (policy: string, sequence: string): Heard => [
      '2026-03-03 09:00',
      Clocks.reclassify(
        {
          cycle: 1,
          policy,
          urgency: 'ordinary',
          itemUrgency: 'ordinary',
          sequence,
          reclassifiedAt: at('2026-03-03 09:00'),
        },
        town,
      ),
    ];
    const story = [begins(town, '2026-03-02 09:00')];
    const [one, other] = [correction('complex', '0000000001'), correction('consultation', '0000000002')];
    const inOrder = live(town, [...story, one, other], '2026-03-03 10:00');
    const turned = live(town, [...story, other, one], '2026-03-03 10:00');
    for (const { state } of [inOrder, turned]) {
      expect(Clocks.dueOf(state, 'complete/1')).toBe(at('2026-03-05 17:30'));
    }
  });
});

/** Another report of the same thing, which is owed an answer by then. */
const joined = (rules: Clocks.Rules, when: string, due: string): Heard => [
  when,
  Clocks.join({ cycle: 1, joinedAt: at(when), dueAt: at(due) }, rules),
];

describe('Two reports that were one, and a correction', () => {
  const ofComplete = ({ told }: Readonly<{ told: readonly Told[] }>) =>
    told.filter(([, what]) => what.endsWith('complete/1'));
  const patient = policyOf('patient', hours(80), [
    { share: 0, to: ['grid-member'] },
    { share: 1, to: ['community-secretary'] },
  ]);
  const silent = policyOf('silent', hours(4), []);
  const rules = rulesOf([ordinary, emergency, patient, silent]);
  const begun = begins(rules, '2026-03-02 09:00', 'patient');
  const left = isLeft(rules, '2026-03-02 14:00');
  const correction = corrected(rules, '2026-03-04 14:00', { policy: 'silent' });
  const merger = joined(rules, '2026-03-04 14:00', '2026-03-02 13:00');

  test.each([
    ['the correction was heard first', [begun, left, correction, merger]],
    ['the merger was heard first', [begun, left, merger, correction]],
    ['the merger was heard days later', [begun, left, correction, late('2026-03-09 09:00', merger)]],
  ])('of one moment leave nobody untold who has the case only since it was late: %s', (_, story) => {
    const { told, knows, due, state } = live(rules, story, '2026-03-20 09:00');
    // The desk was warned at the beginning; the case lay with the secretary, an hour late, before anybody knew.
    expect(told.filter(([, what]) => what.endsWith('complete/1'))).toContainEqual([
      '03-04 14:00',
      'escalation community-secretary complete/1',
    ]);
    expect(knows('complete/1')).toEqual(['grid-member']);
    expect(due('complete/1')).toBe('03-02 13:00');
    expect(state.clocks['complete/1']?.settled).toMatchObject({ verdict: 'breached' });
  });

  test('have the ladder of what the case is seen as, counted from the earlier deadline', () => {
    const story = [
      begins(rules, '2026-03-02 09:00'),
      corrected(rules, '2026-03-02 09:10', { policy: 'emergency', urgency: 'emergency' }),
      joined(rules, '2026-03-02 09:20', '2026-03-02 10:30'),
    ];
    const inOrder = live(rules, story, '2026-03-20 09:00');
    expect(ofComplete(inOrder)).toEqual([
      ['03-02 09:45', 'warning community-secretary complete/1'],
      ['03-02 09:45', 'warning hotline-clerk complete/1'],
      ['03-02 10:30', 'escalation town-leader complete/1'],
    ]);
    const [first, second, third] = story as [Heard, Heard, Heard];
    const mergedFirst = live(rules, [first, third, late('2026-03-02 09:25', second)], '2026-03-20 09:00');
    expect(ofComplete(mergedFirst)).toEqual(ofComplete(inOrder));
  });

  test('of several reports the earliest deadline holds, and its steps are counted from it', () => {
    const { told, due } = live(
      rules,
      [
        begins(rules, '2026-03-02 09:00'),
        isOffered(rules, '2026-03-02 09:00'),
        joined(rules, '2026-03-02 10:00', '2026-03-05 09:00'),
        joined(rules, '2026-03-02 11:00', '2026-03-03 09:00'),
      ],
      '2026-03-03 10:00',
    );
    expect(due('complete/1')).toBe('03-03 09:00');
    expect(ofComplete({ told })).toContainEqual(['03-03 09:00', 'escalation community-secretary complete/1']);
  });

  test('until it was corrected its steps are those of what it was seen as, also where both are due at once', () => {
    const brief = policyOf('brief', { unit: 'working-day', amount: 3 }, [{ share: 1, to: ['town-leader'] }]);
    const others = rulesOf([ordinary, brief]);
    const { told } = live(
      others,
      [
        begins(others, '2026-03-02 09:00'),
        isOffered(others, '2026-03-02 09:00'),
        isTaken(others, '2026-03-02 09:10'),
        corrected(others, '2026-03-04 20:00', { policy: 'brief' }),
        late('2026-03-04 21:00', joined(others, '2026-03-02 11:00', '2026-03-05 17:30')),
      ],
      '2026-03-04 22:00',
    );
    expect(ofComplete({ told })).toContainEqual(['03-04 21:00', 'warning grid-member complete/1']);
  });

  test('people hear of the due moment once, and of the merger as its reason', () => {
    const corrected_ = live(
      rules,
      [
        begins(rules, '2026-03-02 09:00'),
        corrected(rules, '2026-03-02 09:10', { policy: 'emergency', urgency: 'emergency' }),
      ],
      '2026-03-02 09:15',
    );
    const now = at('2026-03-02 09:20');
    const [, merge] = joined(rules, '2026-03-02 09:20', '2026-03-02 10:30');
    const spoken = merge(corrected_.state, now).flatMap(({ type, data }) =>
      type === 'TermsSet' && data.owedBy !== data.formerlyOwedBy ? [data] : [],
    );
    expect(spoken).toMatchObject([
      { clock: 'complete/1', because: 'merged', owedBy: at('2026-03-02 10:30') },
    ]);
  });
});

describe('Two corrections of one moment', () => {
  test('are one: the last of them says what is owed, and nobody was late in between', () => {
    const change = (urgency: string, sequence: string): Heard => [
      '2026-03-05 09:00',
      Clocks.reclassify(
        {
          cycle: 1,
          policy: 'ordinary',
          urgency,
          itemUrgency: 'ordinary',
          sequence,
          reclassifiedAt: at('2026-03-05 09:00'),
        },
        town,
      ),
    ];
    const [up, down] = [change('emergency', '0000000001'), change('ordinary', '0000000002')];
    for (const order of [
      [up, down],
      [down, up],
    ]) {
      const { due, state } = live(town, [begins(town, '2026-03-02 09:00'), ...order], '2026-03-06 09:00');
      expect(due('complete/1')).toBe('03-09 17:30');
      expect(state.clocks['complete/1']?.settled).toBeNull();
    }
  });
});

describe('What lies with the arbiter', () => {
  test('is told to the secretary at once, and has a clock of hers', () => {
    const { told, due } = live(
      town,
      [begins(town, '2026-03-02 09:00'), isLeft(town, '2026-03-02 09:00')],
      '2026-03-02 09:30',
    );
    expect(told).toEqual([['03-02 09:00', 'warning community-secretary arbitrate/1/1']]);
    expect(due('arbitrate/1/1')).toBe('03-02 15:00');
  });

  test('has a clock of hers also by a policy that knows the completion alone', () => {
    const bare = { ...ordinary, clocks: ordinary.clocks.filter(({ name }) => name === 'complete') };
    const rules = rulesOf([bare]);
    const { told, due } = live(
      rules,
      [begins(rules, '2026-03-02 09:00'), isLeft(rules, '2026-03-02 09:00')],
      '2026-03-02 09:30',
    );
    expect(told).toEqual([['03-02 09:00', 'warning community-secretary arbitrate/1/1']]);
    expect(due('arbitrate/1/1')).toBe('03-09 17:30');
  });

  test('is accepted by her or by nobody: the clock of acceptance speaks to her and not to a grid', () => {
    const { told } = live(
      town,
      [begins(town, '2026-03-02 09:00'), isLeft(town, '2026-03-02 09:00')],
      '2026-03-03 16:00',
    );
    const accepting = told.filter(([, what]) => what.endsWith('accept/1'));
    expect(accepting).toEqual([
      ['03-02 11:00', 'warning community-secretary accept/1'],
      ['03-02 14:12', 'warning community-secretary accept/1'],
      ['03-02 15:00', 'escalation community-secretary accept/1'],
      ['03-03 15:00', 'escalation town-leader accept/1'],
    ]);
  });

  test('before anybody has looked where it lies, the desk accepts it', () => {
    const { told } = live(town, [begins(town, '2026-03-02 09:00')], '2026-03-02 11:01');
    expect(told).toEqual([['03-02 11:00', 'warning hotline-clerk accept/1']]);
  });

  test('is reminded of in place of a grid member whom nobody has asked, who hears of it when they are', () => {
    const story = [begins(town, '2026-03-02 09:00'), isLeft(town, '2026-03-02 09:00')];
    const { told } = live(
      town,
      [...story, isOffered(town, '2026-03-07 10:00', 1, { because: 'decided' })],
      '2026-03-07 10:01',
    );
    expect(told.filter(([, what]) => what.endsWith('complete/1'))).toEqual([
      ['03-05 08:45', 'warning community-secretary complete/1'],
      ['03-06 16:12', 'warning community-secretary complete/1'],
      ['03-07 10:00', 'warning grid-member complete/1'],
      ['03-07 10:00', 'warning grid-leader complete/1'],
    ]);
  });

  test('after two returns is reminded of in place of the grid member, too, though they had been asked', () => {
    const { told } = live(
      town,
      [
        begins(town, '2026-03-02 09:00'),
        isOffered(town, '2026-03-02 09:00'),
        isOffered(town, '2026-03-02 09:30', 2, { because: 'returned' }),
        isLeft(town, '2026-03-02 10:00', 1, 'second-return'),
      ],
      '2026-03-05 09:00',
    );
    expect(told.at(-1)).toEqual(['03-05 08:45', 'warning community-secretary complete/1']);
  });

  test('before it did was the desk’s: no grid member is reminded before anybody was asked', () => {
    const { told, knows } = live(
      town,
      [begins(town, '2026-03-02 09:00'), [...late('2026-03-10 09:00', isOffered(town, '2026-03-02 09:00'))]],
      '2026-03-10 09:01',
    );
    expect(told.filter(([, what]) => what.includes('complete/1'))).toEqual([
      ['03-05 08:45', 'warning hotline-clerk complete/1'],
      ['03-06 16:12', 'warning hotline-clerk complete/1'],
      ['03-09 17:30', 'escalation hotline-clerk complete/1'],
      ['03-09 17:30', 'escalation community-secretary complete/1'],
      ['03-10 09:00', 'revoked hotline-clerk complete/1 other-ladder'],
      ['03-10 09:00', 'escalation grid-member complete/1'],
      ['03-10 09:00', 'escalation grid-leader complete/1'],
      ['03-10 09:00', 'escalation village-committee complete/1'],
    ]);
    expect(knows('complete/1')).toContain('village-committee');
  });

  test('is told to the same people, whenever it is heard that it does', () => {
    const early = { ...complex, ladder: [{ share: 0.2, to: ['grid-leader'] }] };
    const rules = rulesOf([emergency, early]);
    const begun = begins(rules, '2026-03-03 14:48', 'emergency', 'emergency');
    const left = isLeft(rules, '2026-03-03 14:59');
    const toComplex = corrected(rules, '2026-03-06 23:31', { policy: 'complex', itemUrgency: 'complex' });
    const recipientsOf = (...story: readonly Heard[]) => {
      const clock = live(rules, story, '2026-03-30 09:00').state.clocks['accept/1'];
      return Object.entries(clock?.told ?? {}).map(([name, it]) => [name, it.to, it.level]);
    };
    expect(recipientsOf(begun, left, toComplex)).toEqual([
      ['community-secretary', 'community-secretary', 'warning'],
      ['grid-leader', 'community-secretary', 'escalation'],
      ['town-leader', 'town-leader', 'escalation'],
    ]);
    expect(recipientsOf(begun, toComplex, late('2026-03-22 09:00', left)).sort()).toEqual(
      recipientsOf(begun, left, toComplex).sort(),
    );
  });

  test('and was told before notices were stays with whom it was told: nobody is told otherwise, or twice', () => {
    const { state } = live(
      town,
      [begins(town, '2026-03-02 09:00'), isLeft(town, '2026-03-02 09:00')],
      '2026-03-02 09:00',
    );
    const owedAt = at('2026-03-02 15:00');
    const raised = ['village-committee', 'community-secretary'].map((to): Clocks.Event => {
      const about = { clock: 'accept/1', cycle: 1, number: started.number, dueAt: owedAt };
      const step = { ...about, step: `accept/1/100%/${to}`, to, owedAt, raisedAt: plus(owedAt, 1) };
      return { type: 'StepRaised', data: { ...step, lateSeconds: 0, answered: false } };
    });
    const [when, decided] = isOffered(town, '2026-03-03 10:00', 1, { because: 'decided' });
    const events = decided(fold(Clocks.decider, raised, state), at(when));
    const ofAccepting = events.filter(({ data }) => 'clock' in data && data.clock === 'accept/1');
    expect(ofAccepting.map(({ type }) => type)).toEqual(['ClockBreached']);
  });

  test('her word ends her clock', () => {
    const { state } = live(
      town,
      [
        begins(town, '2026-03-02 09:00'),
        isLeft(town, '2026-03-02 09:00'),
        isOffered(town, '2026-03-02 10:00'),
      ],
      '2026-03-02 10:30',
    );
    expect(state.clocks['arbitrate/1/1']?.settled?.verdict).toBe('met');
  });

  test('a correction of what somebody has taken gives her a clock, and the holder goes on', () => {
    const { state, told } = live(
      town,
      [
        begins(town, '2026-03-02 09:00'),
        isOffered(town, '2026-03-02 09:00'),
        isTaken(town, '2026-03-02 09:10'),
        [
          '2026-03-02 10:00',
          Clocks.askArbiter({ cycle: 1, area: 'mu/c2', turn: 1, askedAt: at('2026-03-02 10:00') }, town),
        ],
      ],
      '2026-03-02 10:05',
    );
    expect(told).toEqual([['03-02 10:00', 'warning community-secretary arbitrate/1/1']]);
    expect(state.clocks['take/1/1']?.settled?.verdict).toBe('met');
  });
});

describe('A correction of what somebody has taken', () => {
  const taken = [
    begins(town, '2026-03-02 09:00'),
    isOffered(town, '2026-03-02 09:00'),
    isTaken(town, '2026-03-02 09:10'),
  ];
  const asks = (when: string, turn = 1, sequence?: string): Heard => {
    const which = { turn, leg: 1, ...(sequence === undefined ? {} : { sequence }) };
    return [when, Clocks.askArbiter({ cycle: 1, area: 'mu/c', ...which, askedAt: at(when) }, town)];
  };
  const settles = (when: string, sequence?: string): Heard => {
    const order = sequence === undefined ? {} : { sequence };
    return [when, Clocks.settleDoubt({ cycle: 1, settledAt: at(when), ...order }, town)];
  };
  const verdictOf = ({ state }: ReturnType<typeof live>, turn = 1) =>
    state.clocks[`arbitrate/1/${turn}`]?.settled;
  const [elsewhere, back] = [asks('2026-03-02 09:20'), settles('2026-03-02 09:25')];
  const until = '2026-03-04 09:00';

  test('that leads back to them leaves the secretary nothing to decide, and nobody hears of a lateness', () => {
    const story = live(town, [...taken, elsewhere, back], until);
    expect(verdictOf(story)).toMatchObject({ verdict: 'cancelled', endedAt: at('2026-03-02 09:25') });
    expect(story.told).toEqual([['03-02 09:20', 'warning community-secretary arbitrate/1/1']]);
  });

  test('that leads back to them counts also if it is heard first, or twice', () => {
    const story = live(
      town,
      [...taken, back, late('2026-03-02 09:30', elsewhere), late('2026-03-02 09:31', back)],
      until,
    );
    expect(verdictOf(story)?.verdict).toBe('cancelled');
    expect(story.told).toEqual([]);
  });

  test('that leads back to them, and is heard when the secretary was late, was in time', () => {
    const story = live(town, [...taken, elsewhere, late('2026-03-02 16:00', back)], until);
    expect(verdictOf(story)?.verdict).toBe('cancelled');
    expect(story.told.slice(-2).sort()).toEqual([
      ['03-02 16:00', 'revoked community-secretary arbitrate/1/1 in-time'],
      ['03-02 16:00', 'revoked town-leader arbitrate/1/1 in-time'],
    ]);
  });

  test('that leads elsewhere again is a turn of its own, which no earlier word ends', () => {
    const again = asks('2026-03-02 10:00', 2);
    const story = live(town, [...taken, elsewhere, back, again], '2026-03-02 10:01');
    expect([verdictOf(story)?.verdict, verdictOf(story, 2)]).toEqual(['cancelled', null]);
  });

  test('of one millisecond with another counts in the order of routing’s log', () => {
    const when = '2026-03-02 09:20';
    const backLast = [asks(when, 1, '0000000004'), settles(when, '0000000005')];
    const backFirst = [settles(when, '0000000004'), asks(when, 1, '0000000005')];
    for (const news of [backLast, [...backLast].reverse()])
      expect(verdictOf(live(town, [...taken, ...news], when))?.verdict).toBe('cancelled');
    for (const news of [backFirst, [...backFirst].reverse()])
      expect(verdictOf(live(town, [...taken, ...news], when))).toBeNull();
  });

  test('takes nothing from the secretary that nobody holds', () => {
    const story = live(
      town,
      [begins(town, '2026-03-02 09:00'), isLeft(town, '2026-03-02 09:00'), settles('2026-03-02 09:25')],
      '2026-03-02 09:30',
    );
    expect(verdictOf(story)).toBeNull();
  });
});

describe('What is late and moves to another community', () => {
  const missed = [
    begins(sampleTown, '2026-03-02 09:00'),
    isOffered(sampleTown, '2026-03-02 09:00'),
    isTaken(sampleTown, '2026-03-02 09:10'),
  ];
  const moves = isOffered(sampleTown, '2026-03-11 09:00', 2, { area: 'mu/d/v/g/m', because: 'decided' });
  const ofCompletion = ({ told }: Pick<ReturnType<typeof live>, 'told'>) =>
    told.filter(([, what]) => what.endsWith('complete/1'));

  test('is told to the people there, and not again to the town leader, who is the same', () => {
    expect(ofCompletion(live(sampleTown, [...missed, moves], '2026-03-20 09:00')).slice(4)).toEqual([
      ['03-10 17:30', 'escalation town-leader complete/1'],
      ['03-11 09:00', 'escalation grid-member complete/1'],
      ['03-11 09:00', 'escalation grid-leader complete/1'],
      ['03-11 09:00', 'escalation village-committee complete/1'],
      ['03-11 09:00', 'escalation community-secretary complete/1'],
    ]);
  });

  test('within its community it is told to the new grid alone', () => {
    const within = isOffered(sampleTown, '2026-03-11 09:00', 2, { area: 'mu/c/v/h/m', because: 'decided' });
    expect(ofCompletion(live(sampleTown, [...missed, within], '2026-03-20 09:00')).slice(5)).toEqual([
      ['03-11 09:00', 'escalation grid-member complete/1'],
      ['03-11 09:00', 'escalation grid-leader complete/1'],
    ]);
  });

  test('is told to the same people there, though all of it is heard when it is finished', () => {
    const finished: Heard = [
      '2026-03-12 09:00',
      Clocks.end('complete/1', 1, { endedAt: at('2026-03-12 09:00'), because: 'finished' }, sampleTown),
    ];
    const inTime = live(sampleTown, [...missed, moves, finished], '2026-03-20 09:00');
    const afterwards = [...missed, finished, moves].map((it) => late('2026-03-13 09:00', it));
    expect(live(sampleTown, afterwards, '2026-03-20 09:00').knows('complete/1')).toEqual(
      inTime.knows('complete/1'),
    );
    expect(inTime.knows('complete/1')).toContain('grid-member');
  });

  test('names the place where it lies now, and that of a clock which ended before it moved', () => {
    const { state } = live(sampleTown, [begins(sampleTown, '2026-03-02 09:00')], '2026-03-02 09:00');
    const untaken = isOffered(sampleTown, '2026-03-02 09:00')[1];
    const heard = fold(Clocks.decider, untaken(state, at('2026-03-02 09:00')), state);
    const areas = moves[1](heard, at('2026-03-11 09:00')).flatMap(({ type, data }) =>
      type === 'NoticeGiven' ? [`${data.clock} ${data.to} ${data.area}`] : [],
    );
    const above = ['community-secretary', 'town-leader', 'village-committee'];
    expect(areas.sort()).toEqual([
      ...[...above, 'grid-leader', 'grid-member'].map((role) => `complete/1 ${role} mu/d/v/g/m`).sort(),
      ...above.map((role) => `take/1/1 ${role} mu/c/v/g/m`),
    ]);
  });

  test('is told to the people there and taken back from those here, when it is heard that it lay there by then', () => {
    const before = isOffered(sampleTown, '2026-03-06 09:00', 2, { area: 'mu/d/v/g/m', because: 'decided' });
    const { told } = live(sampleTown, [...missed, late('2026-03-11 09:00', before)], '2026-03-20 09:00');
    expect(ofCompletion({ told: told.filter(([when]) => when === '03-11 09:00') })).toEqual(
      ['grid-member', 'grid-leader', 'village-committee', 'community-secretary'].map((role) => [
        '03-11 09:00',
        `escalation ${role} complete/1`,
      ]),
    );
    expect(told.filter(([, what]) => what.startsWith('revoked'))).toEqual(
      ['village-committee', 'community-secretary'].map((role) => [
        '03-11 09:00',
        `revoked ${role} complete/1 other-ladder`,
      ]),
    );
  });

  test('is not told again to the people there, when it is heard that those before them had no part in it', () => {
    const third = isOffered(sampleTown, '2026-03-11 09:00', 3, { area: 'mu/d/v/g/m', because: 'decided' });
    const second = isOffered(sampleTown, '2026-03-06 09:00', 2, { area: 'mu/e/v/g/m', because: 'decided' });
    const heard = live(sampleTown, [...missed, third, late('2026-03-12 09:00', second)], '2026-03-20 09:00');
    expect(ofCompletion(heard).filter(([when]) => when >= '03-12')).toEqual([]);
    const { told = {}, toldBefore = [] } = heard.state.clocks['complete/1'] ?? {};
    expect(told['community-secretary']).toMatchObject({
      area: 'mu/d/v/g/m',
      givenAt: at('2026-03-11 09:00'),
    });
    // Where it was before, only the warning of that time was theirs.
    expect(toldBefore.map(({ name, area }) => `${name} ${area}`)).toEqual(['grid-member mu/c/v/g/m']);
  });

  test('is taken back from the people of both, when it is heard that it was in time', () => {
    const others = { because: 'decided', area: 'mu/d' };
    const { told, knows } = live(
      sampleTown,
      [
        ...missed,
        [
          '2026-03-11 09:00',
          Clocks.leave({ cycle: 1, turn: 1, leg: 1, leftAt: at('2026-03-11 09:00'), ...others }, sampleTown),
        ],
        late('2026-03-12 09:00', [
          '2026-03-09 17:00',
          Clocks.end('complete/1', 1, { endedAt: at('2026-03-09 17:00'), because: 'finished' }, sampleTown),
        ]),
      ],
      '2026-03-20 09:00',
    );
    expect(knows('complete/1')).toEqual([]);
    expect(told.filter(([when]) => when === '03-12 09:00').map(([, what]) => what)).toEqual(
      ['community-secretary', 'town-leader', 'village-committee'].map(
        (role) => `revoked ${role} complete/1 in-time`,
      ),
    );
  });
});

describe('A role that nobody holds', () => {
  test('any more when it is told is told to the next above, though somebody held it when it was owed', () => {
    const until = at('2026-03-10 00:00');
    const rules: Clocks.Rules = {
      ...sampleTown,
      isHeld: (role, _, when) => role !== 'village-committee' || when < until,
    };
    const story = [
      begins(rules, '2026-03-02 09:00'),
      isOffered(rules, '2026-03-02 09:00'),
      isTaken(rules, '2026-03-02 09:10'),
    ];
    const [first, ...rest] = story.map((it) => late('2026-03-12 09:00', it));
    const afterAnOutage = live(rules, first === undefined ? [] : [first, ...rest], '2026-03-12 09:01');
    expect(afterAnOutage.told.filter(([, what]) => /committee/.test(what))).toEqual([]);
    expect(afterAnOutage.state.clocks['complete/1']?.told['village-committee']?.to).toBe(
      'community-secretary',
    );

    // Who was told in their time was told.
    const inTime = live(rules, story, '2026-03-12 09:01');
    expect(inTime.told.filter(([, what]) => /committee/.test(what))).toEqual([
      ['03-09 17:30', 'escalation village-committee complete/1'],
    ]);
  });

  test('hands its word to the next above, who hears all of it in one notice, and is marked as standing in', () => {
    const rules = rulesOf([ordinary, emergency], ['village-committee', 'grid-leader']);
    const { told, state } = live(
      rules,
      [
        begins(rules, '2026-03-02 09:00'),
        isOffered(rules, '2026-03-02 09:00'),
        isTaken(rules, '2026-03-02 09:10'),
      ],
      '2026-03-09 18:00',
    );
    expect(told.map(([, what]) => what)).toEqual([
      'warning grid-member complete/1',
      'warning community-secretary complete/1',
      'escalation community-secretary complete/1',
    ]);
    expect(Object.keys(state.clocks['complete/1']?.told ?? {}).sort()).toEqual([
      'community-secretary',
      'grid-leader',
      'grid-member',
      'village-committee',
    ]);
  });

  test('is told itself where nobody is above, so that nothing is told to nobody', () => {
    const rules = rulesOf([ordinary], ['community-secretary', 'town-leader']);
    const { told } = live(
      rules,
      [begins(rules, '2026-03-02 09:00'), isLeft(rules, '2026-03-02 09:00')],
      '2026-03-02 09:30',
    );
    expect(told).toEqual([['03-02 09:00', 'warning community-secretary arbitrate/1/1']]);
  });
});

describe('Rules that lack something', () => {
  test('are said aloud, and the clock starts when they are mended', () => {
    const broken = rulesOf([ordinary]);
    const { state } = live(broken, [begins(broken, '2026-03-02 09:00', 'gone')], '2026-03-02 10:00');
    expect(state.missing).toEqual({ 'accept/1': 'no-policy', 'complete/1': 'no-policy' });
    expect(Clocks.evaluate(broken)(state, at('2026-03-02 10:00'))).toEqual([]);

    const mended = rulesOf([ordinary, { ...ordinary, id: 'gone' }]);
    const events = Clocks.evaluate(mended)(state, at('2026-03-02 10:00'));
    const after = fold(Clocks.decider, events, state);
    expect(after.missing).toEqual({});
    expect(Clocks.dueOf(after, 'complete/1')).toBe(at('2026-03-09 17:30'));
  });

  test('a calendar by which nothing can be counted is said, too', () => {
    const never: Calendar = { ...calendar, week: {} };
    const rules: Clocks.Rules = {
      ...town,
      calculate: (query) =>
        calculateDeadline(
          {
            policyOf: () => ({ version: 1, content: ordinary }),
            calendarOf: () => ({ version: 1, content: never }),
          },
          query,
        ),
    };
    const { state } = live(rules, [begins(rules, '2026-03-02 09:00')], '2026-03-02 10:00');
    expect(state.missing).toEqual({ 'accept/1': 'uncountable', 'complete/1': 'uncountable' });
  });
});
