import { describe, expect, test } from '@jest/globals';
import { fold, instant, Rejection } from '@mulin/kernel';
import fc from 'fast-check';
import { marksOf, marksOfReader } from './addressees.js';
import type { ObservedEvent, OfFeedback, OfIntake, OfRouting, OfSlaTimer } from './observed-events.js';
import type { Item } from './item.js';
import { itemsOf } from './items.js';
import * as Matter from './matter.js';

const caseId = '6f1c9a52-8f0e-4b65-9d8f-2f6a0c1e7b11';
const number = 'mu-2026-000417';
const area = 'mu/c1/v1/g1/m1';
const li = 'li-wei';
const wang = 'wang-fang';
const now = instant('2026-03-02T09:00:00Z');

/** Each service counts what it says. */
const teller = () => {
  let hour = 0;
  const counts = new Map<string, number>();
  const next = (from: string) => {
    const count = (counts.get(from) ?? 0) + 1;
    counts.set(from, count);
    return {
      at: `2026-03-02T${String(hour++).padStart(2, '0')}:00:00.000Z`,
      place: `b${String(count).padStart(10, '0')}`,
    };
  };
  return {
    intake: (said: OfIntake): ObservedEvent => ({ from: 'intake', said, ...next('intake') }),
    routing: (said: OfRouting): ObservedEvent => ({ from: 'routing', said, ...next('routing') }),
    timer: (said: OfSlaTimer): ObservedEvent => ({ from: 'sla-timer', said, ...next('sla-timer') }),
    feedback: (said: OfFeedback): ObservedEvent => ({ from: 'feedback', said, ...next('feedback') }),
  };
};

const dueAt = '2026-03-05T09:00:00.000Z';
const registered = { is: 'registered', number, cycle: 1 } as const;
const offeredTo = (member: string, leg = 1, cycle = 1) =>
  ({
    is: 'offered',
    number,
    cycle,
    leg,
    member,
    area,
    urgency: 'ordinary',
    because: 'registered',
    asked: [member],
  }) as const;
const takenBy = (member: string, leg = 1, cycle = 1) => ({ is: 'taken', cycle, leg, member }) as const;
const finishedBy = (member: string, cycle = 1, round = 1) =>
  ({ is: 'finished', cycle, leg: 1, member, number, area, round, handlers: [member] }) as const;
const running = (clock: string, due = dueAt, cycle = 1) =>
  ({ is: 'running', clock, cycle, dueAt: due }) as const;
const over = (clock: string, cycle = 1) => ({ is: 'over', clock, cycle, dueAt: null }) as const;
const toldTo = (to: string, level: 'warning' | 'escalation' = 'escalation', clock = 'complete/1') =>
  ({ is: 'told', clock, cycle: 1, number, to, area, level, dueAt }) as const;

type Who = Readonly<{ id: string; role: string; area: string }>;
const member = (id: string): Who => ({ id, role: 'grid-member', area });
const secretary: Who = { id: 's', role: 'community-secretary', area: 'mu/c1' };
const otherSecretary: Who = { id: 't', role: 'community-secretary', area: 'mu/c2' };
const leader: Who = { id: 'zhao', role: 'grid-leader', area: 'mu/c1/v1/g1' };
const verifier: Who = { id: 'v', role: 'verifier', area: 'mu/c1' };
const clerk: Who = { id: 'clerk', role: 'hotline-clerk', area: 'mu' };

const isFor = (who: Who, it: Item): boolean =>
  !it.except.includes(who.id) && marksOfReader(who).some((mark) => marksOf(it.to).includes(mark));

const all = (heard: readonly ObservedEvent[]): readonly Item[] =>
  Object.values(
    heard.reduce(
      (state, it) => fold(Matter.decider, Matter.observe(caseId, it)(state, now), state),
      Matter.decider.initial,
    ).items,
  );
/** What waits for somebody, and why. */
const inbox = (who: Who, heard: readonly ObservedEvent[]): readonly string[] =>
  all(heard)
    .filter((it) => isFor(who, it))
    .map(({ what, why, until }) => `${what} (${why}) ${until?.slice(0, 10) ?? ''}`.trim())
    .sort();

describe('What waits for whom', () => {
  test('an order that is offered waits for whoever is asked, until it has to be taken', () => {
    const { intake, routing, timer } = teller();
    const heard = [
      intake(registered),
      routing(offeredTo(li)),
      timer(running('take/1/1', '2026-03-02T13:00:00.000Z')),
      timer(running('complete/1')),
    ];
    expect(inbox(member(li), heard)).toEqual(['take (registered) 2026-03-02']);
    expect(inbox(member(wang), heard)).toEqual([]);
  });

  test('once it was taken, the work, the first contact and the next report wait for the holder', () => {
    const { routing, timer } = teller();
    const heard = [
      routing(offeredTo(li)),
      routing(takenBy(li)),
      timer(running('complete/1')),
      timer(running('contact/1', '2026-03-03T09:00:00.000Z')),
      timer(running('heartbeat/1/1', '2026-03-04T09:00:00.000Z')),
      timer(over('heartbeat/1/1')),
      timer(running('heartbeat/1/2', '2026-03-06T09:00:00.000Z')),
    ];
    expect(inbox(member(li), heard)).toEqual([
      'contact (first-contact) 2026-03-03',
      'finish (taken) 2026-03-05',
      'report (next-report) 2026-03-06',
    ]);
    const contacted = [...heard, timer(over('contact/1'))];
    expect(inbox(member(li), contacted)).toEqual([
      'finish (taken) 2026-03-05',
      'report (next-report) 2026-03-06',
    ]);
  });

  test('what was handed over waits for the next, and for the former holder no more', () => {
    const { routing } = teller();
    const heard = [
      routing(offeredTo(li)),
      routing(takenBy(li)),
      routing({ is: 'given-back', cycle: 1 }),
      routing({ ...offeredTo(wang, 2), because: 'handed-over' }),
    ];
    expect(inbox(member(li), heard)).toEqual([]);
    expect(inbox(member(wang), heard)).toEqual(['take (handed-over)']);
  });

  test('an emergency waits for all who are on duty, until the first has taken it', () => {
    const { routing } = teller();
    const offer = routing({ ...offeredTo(li), urgency: 'emergency', asked: [li, wang, 'zhao'] });
    expect([member(li), member(wang), leader].map((who) => inbox(who, [offer]))).toEqual([
      ['take (registered)'],
      ['take (registered)'],
      ['take (registered)'],
    ]);
    expect(all([offer])).toMatchObject([{ isUrgent: true }]);
    const taken = [offer, routing(takenBy(wang))];
    expect([member(li), member(wang), leader].map((who) => inbox(who, taken))).toEqual([
      [],
      ['finish (taken)'],
      [],
    ]);
  });

  test('a helper is waited for until they have done their part, or are waited for no more', () => {
    const { routing, timer } = teller();
    const called = { is: 'helper-called', number, cycle: 1, member: 'fire', area } as const;
    const heard = [
      routing(offeredTo(li)),
      routing(takenBy(li)),
      routing({ ...called, call: 1 }),
      routing({ ...called, call: 2, member: 'water' }),
      timer(running('help/1/1', '2026-03-02T11:00:00.000Z')),
    ];
    expect(inbox(member('fire'), heard)).toEqual(['help (called-in) 2026-03-02']);
    const done = [...heard, routing({ is: 'helper-over', cycle: 1, call: 1 })];
    expect(inbox(member('fire'), done)).toEqual([]);
    expect(inbox(member('water'), done)).toEqual(['help (called-in)']);
  });

  test('where nobody of the unit can come, its holder knows, and nobody else', () => {
    const { routing } = teller();
    const heard = [
      routing(offeredTo(li)),
      routing(takenBy(li)),
      routing({ is: 'helper-called', number, cycle: 1, call: 1, member: 'fire', area }),
      routing({ is: 'helper-over', cycle: 1, call: 1, isUnitEmpty: true }),
    ];
    expect(inbox(member('fire'), heard)).toEqual([]);
    expect(inbox(member(li), heard)).toContain('unhelped (nobody-on-duty)');
  });

  test('a helper who has come instead of whoever was called is waited for in their place', () => {
    const { routing } = teller();
    const called = { is: 'helper-called', number, cycle: 1, call: 1, member: 'fire', area } as const;
    const heard = [
      routing(offeredTo(li)),
      routing(takenBy(li)),
      routing(called),
      routing({ is: 'helper-joined', cycle: 1, call: 1, member: 'water' }),
    ];
    expect(inbox(member('fire'), heard)).toEqual([]);
    expect(inbox(member('water'), heard)).toEqual(['help (called-in)']);
    expect(inbox(member('water'), [...heard, routing({ is: 'helper-over', cycle: 1, call: 1 })])).toEqual([]);
  });

  test('what nobody can be asked for waits for the secretary of that community alone, until she has decided', () => {
    const { routing, timer } = teller();
    const heard = [
      routing({ is: 'left-to-arbiter', number, cycle: 1, because: 'second-return', area, turn: 1 }),
      timer(running('arbitrate/1/1', '2026-03-03T09:00:00.000Z')),
    ];
    expect(inbox(secretary, heard)).toEqual(['decide (second-return) 2026-03-03']);
    expect(inbox(otherSecretary, heard)).toEqual([]);
    expect(inbox(secretary, [...heard, routing({ ...offeredTo(wang, 3), because: 'decided' })])).toEqual([]);
  });

  test('a correction that leads elsewhere waits for the secretary while the holder keeps the order', () => {
    const { routing } = teller();
    const heard = [
      routing(offeredTo(li)),
      routing(takenBy(li)),
      routing({ is: 'corrected', number, cycle: 1, leg: 1, member: li, area: 'mu/c2/v1/g1/m1', turn: 1 }),
    ];
    expect(inbox(otherSecretary, heard)).toEqual(['decide (corrected)']);
    expect(inbox(member(li), heard)).toEqual(['changed (corrected)', 'finish (taken)']);
  });

  test('who had the order does not look whether it is done, also not in the role of a leader', () => {
    const { routing, timer } = teller();
    const heard = [
      routing(offeredTo('zhao')),
      routing(takenBy('zhao')),
      routing(finishedBy('zhao')),
      timer(running('verify/1/1', '2026-03-04T09:00:00.000Z')),
    ];
    expect(inbox(leader, heard)).toEqual([]);
    expect(inbox({ ...leader, id: 'qian' }, heard)).toEqual(['verify (finished) 2026-03-04']);
    expect(inbox(verifier, heard)).toEqual(['verify (finished) 2026-03-04']);
  });

  test('what was refused is back with the holder', () => {
    const { routing } = teller();
    const heard = [
      routing(offeredTo(li)),
      routing(takenBy(li)),
      routing(finishedBy(li)),
      routing({ is: 'finish-refused', number, cycle: 1, leg: 1 }),
    ];
    expect(inbox(member(li), heard)).toEqual(['finish (finish-refused)']);
    expect(inbox(verifier, heard)).toEqual([]);
  });

  test('whoever verified the first time is not asked to look at what was done again', () => {
    const { intake, routing } = teller();
    const heard = [
      routing(finishedBy(li)),
      routing({ is: 'verified', number, cycle: 1, verifier: 'v' }),
      intake({ is: 'reopened', number, cycle: 2 }),
      routing(finishedBy(wang, 2)),
    ];
    expect(inbox(verifier, heard)).toEqual([]);
    expect(inbox({ ...verifier, id: 'w' }, heard)).toEqual(['verify (finished)']);
  });

  test('a call-back waits for clerks who did not handle it, until nobody calls again', () => {
    const { routing, feedback, timer } = teller();
    const heard = [
      routing(finishedBy(li)),
      routing({ is: 'verified', number, cycle: 1, verifier: 'v' }),
      feedback({ is: 'call-back-due', number, cycle: 1, area, handlers: [li, 'wu'] }),
      timer(running('call-back/1', '2026-03-07T09:00:00.000Z')),
    ];
    expect(inbox(clerk, heard)).toEqual(['call-back (verified) 2026-03-07']);
    expect(inbox({ ...clerk, id: 'wu' }, heard)).toEqual([]);
    expect(inbox(clerk, [...heard, feedback({ is: 'call-back-over', cycle: 1 })])).toEqual([]);
  });

  test('who is not content the third time is left to the secretary', () => {
    const { feedback } = teller();
    const asked = feedback({ is: 'secretary-asked', number, cycle: 1, area });
    expect(inbox(secretary, [asked])).toEqual(['conclude (not-content)']);
    expect(inbox(secretary, [asked, feedback({ is: 'concluded', cycle: 1 })])).toEqual([]);
  });

  test('a missed deadline waits for whom it was told to, until it is answered', () => {
    const { routing, timer } = teller();
    const heard = [
      routing(offeredTo(li)),
      routing(takenBy(li)),
      timer(running('complete/1')),
      timer(toldTo('grid-member')),
      timer(toldTo('grid-leader', 'warning')),
      timer(toldTo('community-secretary')),
    ];
    expect(inbox(member(li), heard)).toEqual([
      'escalation (complete) 2026-03-05',
      'finish (taken) 2026-03-05',
    ]);
    expect(inbox(leader, heard)).toEqual(['warning (complete) 2026-03-05']);
    expect(inbox(secretary, heard)).toEqual(['escalation (complete) 2026-03-05']);
    expect(inbox(otherSecretary, heard)).toEqual([]);
    const answered = [...heard, timer(over('complete/1'))];
    expect(inbox(secretary, answered)).toEqual([]);
    expect(inbox(leader, answered)).toEqual([]);
    // The end was refused: it goes on as if it had not stopped.
    expect(inbox(secretary, [...answered, timer(running('complete/1'))])).toEqual([
      'escalation (complete) 2026-03-05',
    ]);
  });

  test('what the secretary must acknowledge is gone once she has, and comes again with the next notice', () => {
    const { routing, timer } = teller();
    const heard = [
      routing(offeredTo(li)),
      timer(running('complete/1')),
      timer(toldTo('community-secretary')),
      timer(running('acknowledge/1/1', '2026-03-06T09:00:00.000Z')),
    ];
    expect(inbox(secretary, heard)).toEqual(['escalation (complete) 2026-03-06']);
    const said = [
      ...heard,
      timer({ is: 'acknowledged', cycle: 1, role: 'community-secretary' }),
      timer(over('acknowledge/1/1')),
    ];
    expect(inbox(secretary, said)).toEqual([]);
    // By her decision the clock ends, without a word of hers.
    expect(inbox(secretary, [...heard, timer(over('acknowledge/1/1'))])).toEqual([]);
    expect(
      inbox(secretary, [...said, timer(toldTo('community-secretary', 'escalation', 'take/1/1'))]),
    ).toEqual(['escalation (take) 2026-03-05']);
  });

  test('who is told that a lateness was none is warned, or has nothing to know', () => {
    const { routing, timer } = teller();
    const heard = [routing(offeredTo(li)), timer(running('complete/1')), timer(toldTo('grid-leader'))];
    const revoked = (isWarningLeft: boolean) =>
      timer({ is: 'revoked', clock: 'complete/1', cycle: 1, to: 'grid-leader', isWarningLeft });
    expect(inbox(leader, [...heard, revoked(true)])).toEqual(['warning (complete) 2026-03-05']);
    expect(inbox(leader, [...heard, revoked(false)])).toEqual([]);
  });

  test('of those who were told in two areas only they hear that it was none whom that concerns', () => {
    const { routing, timer } = teller();
    const told = (area: string) => timer({ ...toldTo('grid-leader'), area });
    const revoked = (area: string) =>
      timer({ is: 'revoked', clock: 'complete/1', cycle: 1, to: 'grid-leader', isWarningLeft: false, area });
    const elsewhere = 'mu/elsewhere/x/y';
    const heard = [routing(offeredTo(li)), timer(running('complete/1')), told(leader.area), told(elsewhere)];
    const late = ['escalation (complete) 2026-03-05'];
    const other = { ...leader, area: elsewhere as typeof leader.area };
    expect([inbox(leader, heard), inbox(other, heard)]).toEqual([late, late]);
    const one = [...heard, revoked(leader.area)];
    expect([inbox(leader, one), inbox(other, one)]).toEqual([[], late]);
    const both = [...one, revoked(elsewhere)];
    expect([inbox(leader, both), inbox(other, both)]).toEqual([[], []]);
  });

  test('what has no clock waits for the secretary until she has decided', () => {
    const { routing, timer } = teller();
    const heard = [
      routing(offeredTo(li)),
      timer({ is: 'missing', clock: 'complete/1', cycle: 1, number, because: 'no-policy' }),
    ];
    expect(inbox(secretary, heard)).toEqual(['decide (clock-missing)']);
    expect(inbox(secretary, [...heard, routing({ ...offeredTo(wang, 2), because: 'decided' })])).toEqual([]);
    expect(inbox(secretary, [...heard, timer(running('complete/1'))])).toEqual([]);
  });

  test('nothing waits for the secretary once the work is done, as the order is hers to decide no more', () => {
    const { routing, timer } = teller();
    const left = routing({
      is: 'left-to-arbiter',
      number,
      cycle: 1,
      because: 'second-return',
      area,
      turn: 1,
    });
    const corrected = [
      routing(offeredTo(li)),
      routing(takenBy(li)),
      routing({ is: 'corrected', number, cycle: 1, leg: 1, member: li, area, turn: 1 }),
    ];
    const clockless = [
      routing(takenBy(li)),
      timer({ is: 'missing', clock: 'complete/1', cycle: 1, number, because: 'no-policy' }),
    ];
    for (const heard of [[left], corrected, clockless]) {
      expect(inbox(secretary, heard)).toHaveLength(1);
      const done = [...heard, routing({ ...finishedBy(li), leg: 2 })];
      expect(inbox(secretary, done)).toEqual([]);
      const refused = [...done, routing({ is: 'finish-refused', number, cycle: 1, leg: 2 })];
      expect(inbox(secretary, refused)).toEqual([]);
    }
  });

  test('a correction that leads back to the holder leaves nothing to decide', () => {
    const { routing } = teller();
    const corrected = { is: 'corrected', number, cycle: 1, leg: 1, member: li, area } as const;
    const away = [routing(offeredTo(li)), routing(takenBy(li)), routing({ ...corrected, turn: 1 })];
    expect(inbox(secretary, away)).toEqual(['decide (corrected)']);
    expect(inbox(secretary, [...away, routing({ ...corrected, turn: null })])).toEqual([]);
  });

  test('what has no clock waits for the secretary also after a leader gave the order to somebody else', () => {
    const { routing, timer } = teller();
    const heard = [
      routing(offeredTo(li)),
      timer({ is: 'missing', clock: 'complete/1', cycle: 1, number, because: 'no-policy' }),
      routing({ ...offeredTo(wang, 2), because: 'reassigned' }),
    ];
    expect(inbox(secretary, heard)).toEqual(['decide (clock-missing)']);
  });

  test('what the resident has added is there for the holder to know', () => {
    const { intake, routing } = teller();
    const heard = [
      routing(offeredTo(li)),
      intake({ is: 'added', number, cycle: 1, kind: 'photo', itemId: 'p1' }),
    ];
    expect(inbox(member(li), heard)).toEqual(['addition (photo)', 'take (registered)']);
  });

  test.each(['ended'] as const)('nothing waits in a case that is over; reopened, it begins anew', (is) => {
    const { intake, routing, timer } = teller();
    const heard = [
      intake(registered),
      routing(offeredTo(li)),
      timer(running('complete/1')),
      timer(toldTo('community-secretary')),
      intake({ is, cycle: 1 }),
    ];
    expect(all(heard)).toEqual([]);
    const again = [...heard, intake({ is: 'reopened', number, cycle: 2 }), routing(offeredTo(wang, 1, 2))];
    expect(inbox(member(wang), again)).toEqual(['take (registered)']);
    expect(inbox(secretary, again)).toEqual([]);
  });

  test('of two reports that were one after all, each waits again', () => {
    const { intake, routing } = teller();
    const heard = [
      routing(offeredTo(li)),
      intake({ is: 'ended', cycle: 1 }),
      intake({ is: 'goes-on', cycle: 1 }),
    ];
    expect(inbox(member(li), heard)).toEqual(['take (registered)']);
  });
});

/** A whole demand: late, escalated, acknowledged, helped, refused, done again, and open in its second cycle. */
const wholeLife = (): readonly ObservedEvent[] => {
  const { intake, routing, timer, feedback } = teller();
  return [
    intake(registered),
    routing(offeredTo(li)),
    timer(running('complete/1')),
    timer(running('take/1/1')),
    timer(toldTo('grid-leader', 'warning')),
    routing(takenBy(li)),
    timer(over('take/1/1')),
    timer(toldTo('community-secretary')),
    timer(running('acknowledge/1/1')),
    timer({ is: 'acknowledged', cycle: 1, role: 'community-secretary' }),
    timer(over('acknowledge/1/1')),
    routing({ is: 'given-back', cycle: 1 }),
    routing({ ...offeredTo(wang, 2), because: 'handed-over' }),
    routing(takenBy(wang, 2)),
    routing({ is: 'helper-called', number, cycle: 1, call: 1, member: 'fire', area }),
    timer(running('help/1/1')),
    routing({ is: 'helper-over', cycle: 1, call: 1 }),
    routing(finishedBy(wang)),
    timer(over('complete/1')),
    routing({ is: 'finish-refused', number, cycle: 1, leg: 2 }),
    timer(running('complete/1')),
    routing(finishedBy(wang, 1, 2)),
    routing({ is: 'verified', number, cycle: 1, verifier: 'v' }),
    feedback({ is: 'call-back-due', number, cycle: 1, area, handlers: [li, wang] }),
    feedback({ is: 'call-back-over', cycle: 1 }),
    feedback({ is: 'concluded', cycle: 1 }),
    intake({ is: 'reopened', number, cycle: 2 }),
    timer(running('complete/2', dueAt, 2)),
    routing({ ...offeredTo(li, 1, 2), because: 'redo' }),
    intake({ is: 'added', number, cycle: 2, kind: 'words', itemId: 'w' }),
  ];
};

describe('In whatever order it is heard', () => {
  const life = wholeLife();

  test('the inbox is the same, after each part of the story', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: life.length }),
        fc.shuffledSubarray([...life.keys()], { minLength: life.length }),
        fc.array(fc.nat(life.length - 1), { maxLength: 5 }),
        (length, order, twice) => {
          const part = order.filter((place) => place < length);
          const heard = [...part, ...twice.filter((place) => place < length)].flatMap(
            (place) => life[place] ?? [],
          );
          const inOrder = itemsOf(caseId, life.slice(0, length));
          expect([...all(heard)].sort(byId)).toEqual([...inOrder].sort(byId));
        },
      ),
    );
  });

  test('what is heard twice is recorded once', () => {
    const [first] = life;
    if (first === undefined) throw new Error('there is a story');
    const state = fold(Matter.decider, Matter.observe(caseId, first)(Matter.decider.initial, now));
    expect(Matter.observe(caseId, first)(state, now)).toEqual([]);
  });
});

const byId = (one: Item, other: Item): number => (one.id < other.id ? -1 : 1);

describe('Reading and putting away', () => {
  const { routing, timer } = teller();
  const state = [
    routing(offeredTo(li)),
    timer(running('complete/1')),
    timer(toldTo('grid-leader', 'warning')),
  ].reduce(
    (before, it) => fold(Matter.decider, Matter.observe(caseId, it)(before, now), before),
    Matter.decider.initial,
  );
  const readerOf = (who: Who) => ({ account: who.id, isFor: (it: Item) => isFor(who, it) });
  const order = `${caseId}.take-1-1`;
  const warning = `${caseId}.told-complete-1-grid-leader`;
  const refusal = (decide: () => unknown): string => {
    try {
      decide();
    } catch (error) {
      if (error instanceof Rejection) return error.code;
      throw error;
    }
    return 'nothing was refused';
  };

  test('is on record once', () => {
    const [event] = Matter.read(order, readerOf(member(li)))(state, now);
    expect(event).toEqual({ type: 'ItemRead', data: { id: order, account: li, at: now } });
    const after = fold(Matter.decider, event === undefined ? [] : [event], state);
    expect(Matter.read(order, readerOf(member(li)))(after, now)).toEqual([]);
  });

  test('what has to be decided stays; what is there to be known can be put away, for oneself', () => {
    expect(refusal(() => Matter.putAway(order, readerOf(member(li)))(state, now))).toBe('item-not-decided');
    expect(Matter.putAway(warning, readerOf(leader))(state, now)).toMatchObject([{ type: 'ItemDone' }]);
  });

  test('what waits for somebody else is unknown', () => {
    expect(refusal(() => Matter.read(order, readerOf(member(wang)))(state, now))).toBe('item-unknown');
    expect(refusal(() => Matter.putAway(warning, readerOf(secretary))(state, now))).toBe('item-unknown');
    expect(refusal(() => Matter.read('nothing', readerOf(secretary))(state, now))).toBe('item-unknown');
  });
});
