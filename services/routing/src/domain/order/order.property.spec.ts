import { expect, test } from '@jest/globals';
import {
  type Actor,
  type Area,
  day,
  type Decision,
  fold,
  type Instant,
  instant,
  plus,
  Rejection,
} from '@mulin/kernel';
import fc from 'fast-check';
import * as Order from './order.js';

const start = instant('2026-05-01T00:00:00Z');
const members = ['li', 'zhang', 'wu', 'zhao'];
const demand: Order.Demand = {
  number: 'mu-2026-000001',
  cycle: 1,
  menuItem: 'sanitation',
  net: 'life',
  urgency: 'ordinary',
};

const at = (member: string): Order.Answerer => ({
  microGrid: `grid-of-${member}`,
  area: 'mu/c1/v1/g1/m',
  member,
});
const memberOf = (microGrid: string) => microGrid.replace('grid-of-', '');

/** Who is on duty in which micro-grid, and who is gone: it may be anybody. */
const dutyOf = (nobodyIn: readonly string[], gone: readonly string[]): Order.Duty => ({
  onDuty: (microGrid) => (nobodyIn.includes(memberOf(microGrid)) ? null : memberOf(microGrid)),
  allOnDuty: (microGrid) => (nobodyIn.includes(memberOf(microGrid)) ? [] : [memberOf(microGrid)]),
  standIn: (_, instead) => members.find((it) => !instead.includes(it) && !gone.includes(it)) ?? null,
  alarmed: () => [],
  absenceFrom: () => null,
  absence: (member) => (gone.includes(member) ? 'gone' : null),
});
const duty = dutyOf([], []);

const member = fc.constantFrom(...members);
const route: fc.Arbitrary<Order.Route> = fc.oneof(
  member.map((it) => ({ land: { microGrid: at(it).microGrid, area: at(it).area } })),
  fc.constantFrom<Order.Route>(
    { because: 'nobodys-land', area: 'mu/c1' },
    { because: 'nobody-on-duty', area: 'mu/c2' },
  ),
);

type Decides = Decision<Order.State, Order.Event>;
const { number: _, ...terms } = demand;
const correct = (to: Order.Route, reclassifiedAt: Instant) =>
  Order.reclassify({ ...terms, route: to, reclassifiedAt }, duty);
const some = fc.uniqueArray(member, { maxLength: 4 });
/** Areas come from accounts as paths. */
const sun: Actor = { id: 'sun', role: 'community-secretary', area: 'mu' as Area };
const qian: Actor = { id: 'qian', role: 'grid-leader', area: 'mu' as Area };

type Move = Readonly<{ told: boolean; decide: Decides }>;

const told = (decide: Decides): Move => ({ told: true, decide });
const asked = (decide: Decides): Move => ({ told: false, decide });

const move: fc.Arbitrary<Move> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.tuple(route, some).map(([it, none]) => told(Order.offer(demand, it, dutyOf(none, [])))),
  },
  {
    weight: 2,
    arbitrary: fc.tuple(route, fc.nat(20)).map(([it, days]) => told(correct(it, plus(start, days * day)))),
  },
  { weight: 1, arbitrary: fc.constant(told(Order.end(1, 'withdrawn', plus(start, 5 * day)))) },
  { weight: 6, arbitrary: member.map((it) => asked(Order.take(it))) },
  { weight: 6, arbitrary: member.map((it) => asked(Order.giveBack(it, 'not-my-area', duty))) },
  { weight: 3, arbitrary: member.map((it) => asked(Order.finish(it, 'solved'))) },
  { weight: 4, arbitrary: member.map((it) => asked(Order.arbitrate(sun, at(it)))) },
  { weight: 2, arbitrary: member.map((it) => asked(Order.arbitrate(qian, at(it)))) },
  { weight: 2, arbitrary: some.map((gone) => asked(Order.handOn(dutyOf([], gone)))) },
  {
    weight: 1,
    arbitrary: fc.constantFrom('grid-leader', 'town-leader').map((to) =>
      told(
        Order.noteLateness({
          cycle: 1,
          clock: 'complete/1',
          to: to,
          level: 'escalation',
          toldAt: plus(start, 6 * day),
        }),
      ),
    ),
  },
);

/** What is recorded; whoever is told something may not refuse, so only the asked may be told no. */
const decided = (
  { told, decide }: Move,
  events: readonly Order.Event[],
  now: Instant,
): readonly Order.Event[] => {
  try {
    return decide(fold(Order.decider, events), now);
  } catch (error) {
    if (told || !(error instanceof Rejection)) throw error;
    return [];
  }
};

const story = (moves: readonly Move[]): readonly Order.Event[] =>
  moves.reduce<readonly Order.Event[]>(
    (events, it, place) => [...events, ...decided(it, events, plus(start, place * day))],
    [],
  );

const stories = (holds: (events: readonly Order.Event[], moves: readonly Move[]) => void) =>
  fc.assert(
    fc.property(fc.array(move, { maxLength: 25 }), (moves) => holds(story(moves), moves)),
    { numRuns: 500 },
  );

const offersIn = (events: readonly Order.Event[]) =>
  events.flatMap((event) => (event.type === 'OrderOffered' ? [event.data] : []));

test('legs are numbered one after the other, whatever people do', () => {
  stories((events) => {
    const legs = offersIn(events).map(({ leg }) => leg);
    expect(legs).toEqual(legs.map((_, place) => place + 1));
  });
});

test('nothing but a correction is returned more than twice, and never to the one who returned it last', () => {
  stories((events) => {
    expect(events.filter(({ type }) => type === 'OrderReturned').length).toBeLessThanOrEqual(2);
    events.forEach((event, place) => {
      const next = events[place + 1];
      if (event.type !== 'OrderReturned') return;
      expect(['OrderOffered', 'OrderLeftToArbiter']).toContain(next?.type);
      if (next?.type === 'OrderOffered') expect(next.data.member).not.toBe(event.data.member);
    });
  });
});

test('nobody but who decides for a person asks those again who have given it back', () => {
  const returnedOnce = [
    told(Order.offer(demand, { land: at('li') }, duty)),
    asked(Order.giveBack('li', 'not-my-area', duty)),
  ];
  stories((_, moves) => {
    const events = story([...returnedOnce, ...moves]);
    events.forEach((event, place) => {
      if (event.type !== 'OrderOffered' || event.data.by !== null) return;
      const before = events
        .slice(0, place)
        .flatMap((it) => (it.type === 'OrderReturned' ? [it.data.member] : []));
      expect(before).not.toContain(event.data.member);
    });
  });
});

test('an order that is registered and not over is always in somebody’s hands or before the arbiter', () => {
  stories((events) => {
    const { status, demand: known, holder, left, isForArbiter } = fold(Order.decider, events);
    if (known === null || status === 'over') return;
    expect(status).not.toBe('none');
    if (status === 'with-arbiter')
      expect({ left, isForArbiter }).toMatchObject({ isForArbiter: true, left: {} });
    else expect(holder).not.toBeNull();
  });
});

test('nothing happens to an order after its end but what is put on record', () => {
  stories((events) => {
    const end = events.findIndex(({ type }) => type === 'OrderOver');
    if (end < 0) return;
    const onRecord = ['OrderReclassified', 'LatenessTold'];
    expect(events.slice(end + 1).filter(({ type }) => !onRecord.includes(type))).toEqual([]);
  });
});

test('everything told again, in the same order, records nothing new', () => {
  stories((events, moves) => {
    const again = moves
      .filter(({ told }) => told)
      .reduce<readonly Order.Event[]>(
        (known, it) => [...known, ...decided(it, known, plus(start, 400 * day))],
        events,
      );
    expect(again).toEqual(events);
  });
});
