/** Random stories of one order: everything that people do and services tell, in any order, whether it fits or not. */
import { env } from 'node:process';
import {
  type Actor,
  type Area,
  day,
  type Decision,
  fold,
  hour,
  type Instant,
  instant,
  minute,
  plus,
  Rejection,
} from '@mulin/kernel';
import fc from 'fast-check';
import * as Order from './order.js';

export const start = instant('2026-05-01T00:00:00Z');
const members = ['li', 'zhang', 'wu', 'zhao'];
export const demand: Order.Demand = {
  number: 'mu-2026-000001',
  cycle: 1,
  menuItem: 'sanitation',
  net: 'life',
  urgency: 'ordinary',
};

export const at = (member: string): Order.Answerer => ({
  microGrid: `grid-of-${member}`,
  area: 'mu/c1/v1/g1/m',
  member,
});
const memberOf = (unit: string) => unit.replace('grid-of-', '');

/** Who is on duty in which micro-grid, and who is gone: it may be anybody. */
const dutyOf = (nobodyIn: readonly string[], gone: readonly string[]): Order.Duty => ({
  onDuty: (microGrid) => (nobodyIn.includes(memberOf(microGrid)) ? null : memberOf(microGrid)),
  // Of each unit its own, and Zhao beside them.
  allOnDuty: (unit) =>
    (nobodyIn.includes(memberOf(unit)) ? [] : [memberOf(unit), 'zhao']).filter((it) => !gone.includes(it)),
  standIn: (_, instead) => members.find((it) => !instead.includes(it) && !gone.includes(it)) ?? null,
  // Everybody who is at work hears of an emergency, and so does somebody who leads them.
  alarmed: () => [
    ...members.filter((it) => !gone.includes(it)).map((it) => ({ member: it })),
    { member: 'qian', unit: 'mu/c1/v1/g1' },
  ],
  absenceFrom: (_, member) => (gone.includes(member) ? 'gone' : null),
  absence: (member) => (gone.includes(member) ? 'gone' : null),
});
export const duty = dutyOf([], []);

const member = fc.constantFrom(...members);
const unit = member.map((it) => at(it).microGrid);
const route: fc.Arbitrary<Order.Route> = fc.oneof(
  member.map((it) => ({ land: { microGrid: at(it).microGrid, area: at(it).area } })),
  fc.constantFrom<Order.Route>(
    { because: 'nobodys-land', area: 'mu/c1' },
    { because: 'nobody-on-duty', area: 'mu/c2' },
  ),
);

type Decides = Decision<Order.State, Order.Event>;
const { number: _, ...terms } = demand;
const urgency = fc.constantFrom('ordinary', 'ordinary', 'emergency');
const correct = (to: Order.Route, urgencyNow: string, reclassifiedAt: Instant) =>
  Order.reclassify({ ...terms, urgency: urgencyNow, route: to, reclassifiedAt }, duty);
const some = fc.uniqueArray(member, { maxLength: 4 });
/** Areas come from accounts as paths. */
const actor = (id: string, role: Actor['role']): Actor => ({ id, role, area: 'mu' as Area });
const sun = actor('sun', 'community-secretary');
const qian = actor('qian', 'grid-leader');
/** Some of those who look have had it themselves. */
const whoVerifies = fc.oneof(
  fc.constantFrom(actor('gao', 'verifier'), actor('bai', 'verifier')),
  member.map((id) => actor(id, 'verifier')),
);

/**
 * What is told may not be refused; what is asked may. `undoes`: it takes back what was told before, so that what stands
 * on record is known by its cause, and not by the state.
 */
type Move = Readonly<{ told: boolean; undoes?: true; decide: Decides }>;

export const told = (decide: Decides): Move => ({ told: true, decide });
export const asked = (decide: Decides): Move => ({ told: false, decide });

const cycle = fc.constantFrom(1, 1, 2, 3);
const call = fc.constantFrom(1, 1, 1, 2, 3);

/** Somebody, or for the most part whoever is meant: a story in which nobody may do anything tells nothing. */
const holder = fc.oneof(
  { weight: 3, arbitrary: fc.constant('the holder') },
  { weight: 1, arbitrary: fc.constant('somebody asked beside') },
  { weight: 1, arbitrary: member },
);
const named = (name: string, { holder: present }: Order.State): string => {
  if (name === 'somebody asked beside') return present?.alsoAsked[0]?.member ?? 'li';
  return name === 'the holder' ? (present?.member ?? 'li') : name;
};
const helper = fc.oneof(
  { weight: 3, arbitrary: fc.constant('the helper') },
  { weight: 1, arbitrary: member },
);
const helping = (name: string, nth: number, { helpers }: Order.State): string =>
  name === 'the helper' ? (helpers.find((it) => it.call === nth)?.member ?? 'li') : name;

/** Whoever has it, or decides about it, or neither. */
const whoDecides = fc.oneof(
  {
    weight: 3,
    arbitrary: holder.map((who) => (state: Order.State) => actor(named(who, state), 'grid-member')),
  },
  { weight: 2, arbitrary: fc.constantFrom(sun, qian).map((it) => () => it) },
);

/** How long ago it was by the clock of a phone, or a little ahead, or too long ago; mostly nothing. */
const claimed = fc.oneof(
  { weight: 3, arbitrary: fc.constant(null) },
  { weight: 2, arbitrary: fc.constantFrom(0, -minute, minute, hour, 20 * hour, 70 * hour, 80 * hour) },
);
const when = (ago: number | null, now: Instant) => (ago === null ? {} : { at: plus(now, -ago) });

type Weighed = Readonly<{ weight: number; arbitrary: fc.Arbitrary<Move> }>;
const often = (weight: number, arbitrary: fc.Arbitrary<Move>): Weighed => ({ weight, arbitrary });

const tellings: readonly Weighed[] = [
  often(
    3,
    fc
      .tuple(route, some, urgency)
      .map(([it, none, how]) => told(Order.offer({ ...demand, urgency: how }, it, dutyOf(none, [])))),
  ),
  often(
    2,
    fc
      .tuple(route, urgency, fc.nat(20))
      .map(([it, how, days]) => told(correct(it, how, plus(start, days * day)))),
  ),
  often(
    1,
    fc
      .tuple(cycle, fc.nat(60))
      .map(([nth, days]) => told(Order.end(nth, 'withdrawn', plus(start, days * day)))),
  ),
  often(
    2,
    fc.tuple(cycle, route, fc.nat(60)).map(([nth, to, days]) => {
      const because = nth === 2 ? 'redo' : 'asked-again';
      const reopening = { demand: { ...demand, cycle: nth + 1 }, route: to, because } as const;
      return told(Order.reopen({ ...reopening, reopenedAt: plus(start, days * day) }, duty));
    }),
  ),
  often(
    1,
    fc.tuple(cycle, fc.nat(60)).map(([nth, days]) => ({
      ...told(Order.resume(nth, plus(start, days * day), duty)),
      undoes: true as const,
    })),
  ),
  often(
    2,
    fc
      .tuple(fc.constantFrom('grid-leader', 'town-leader', 'community-secretary'), call)
      .chain(([to, nth]) =>
        fc
          .constantFrom('complete/1', 'complete/2', `help/1/${nth}`)
          .map((clock) =>
            told(
              Order.noteLateness({ cycle: 1, clock, to, level: 'escalation', toldAt: plus(start, 6 * day) }),
            ),
          ),
      ),
  ),
];

type Asked = (member: string, when: Readonly<{ at?: Instant }>) => Decides;

/** What whoever has it does, or somebody else tries to. */
const byHolder = (weight: number, decide: Asked): Weighed =>
  often(
    weight,
    fc
      .tuple(holder, claimed)
      .map(([who, ago]) => asked((state, now) => decide(named(who, state), when(ago, now))(state, now))),
  );

const ofHolders: readonly Weighed[] = [
  byHolder(8, (it, at) => Order.take(it, at)),
  byHolder(3, (it) => Order.giveBack(it, 'not-my-area', duty)),
  byHolder(8, (it, at) => Order.finish(it, 'solved', {}, at)),
  byHolder(2, (it, at) => Order.contact(it, 'phone', at)),
  byHolder(2, (it, at) => Order.report(it, { wordsHash: 'h' }, at)),
];

const ofOthers: readonly Weighed[] = [
  often(
    3,
    member.map((it) => asked(Order.arbitrate(sun, at(it)))),
  ),
  often(
    2,
    member.map((it) => asked(Order.arbitrate(qian, at(it)))),
  ),
  often(
    2,
    some.map((gone) => asked(Order.handOn(dutyOf([], gone)))),
  ),
  // Of whoever is asked now, or of a turn that is over; by the watch of the deadlines, which is not asked twice.
  often(
    3,
    fc.tuple(fc.boolean(), some).map(([isOfNow, none]) =>
      asked((state, now) => {
        const { cycle: present } = state.demand ?? demand;
        const leg = Math.max(1, (state.holder?.leg ?? 1) - (isOfNow ? 0 : 1));
        return Order.passTurn({ cycle: present, leg, dueAt: now }, dutyOf(none, []))(state, now);
      }),
    ),
  ),
  often(
    3,
    fc
      .tuple(whoDecides, unit)
      .map(([by, to]) =>
        asked((state, now) => Order.handOver(by(state), { to, reason: 'needs-several' }, duty)(state, now)),
      ),
  ),
  often(
    6,
    fc
      .tuple(whoVerifies, fc.boolean())
      .map(([by, isDone]) =>
        asked(
          Order.verify(by, isDone ? { outcome: 'confirmed' } : { outcome: 'refused', reason: 'not-done' }),
        ),
      ),
  ),
];

type Helps = (member: string, nth: number, when: Readonly<{ at?: Instant }>) => Decides;

const byHelper = (weight: number, decide: Helps): Weighed =>
  often(
    weight,
    fc
      .tuple(helper, call, claimed)
      .map(([who, nth, ago]) =>
        asked((state, now) => decide(helping(who, nth, state), nth, when(ago, now))(state, now)),
      ),
  );

const ofHelpers: readonly Weighed[] = [
  often(
    5,
    fc
      .tuple(whoDecides, unit)
      .map(([by, it]) => asked((state, now) => Order.callIn(by(state), { unit: it }, duty)(state, now))),
  ),
  often(
    3,
    some.map((gone) => asked(Order.replaceHelpers(dutyOf([], gone)))),
  ),
  // Whoever was called has gone: by chance alone they are seldom among those who have.
  often(
    4,
    fc.constant(
      asked((state, now) => {
        const called = state.helpers.filter(({ end }) => end === null).map((it) => it.member);
        return Order.replaceHelpers(dutyOf([], called))(state, now);
      }),
    ),
  ),
  byHelper(6, (it, nth, at) => Order.join(it, nth, duty, at)),
  byHelper(6, (it, nth, at) => Order.finishHelp(it, nth, duty, at)),
  often(
    4,
    fc
      .tuple(whoDecides, call, fc.constantFrom('overruled', 'not-needed'))
      .map(([by, nth, because]) => asked((state, now) => Order.release(by(state), nth, because)(state, now))),
  ),
];

const move = fc.oneof(...tellings, ...ofHolders, ...ofOthers, ...ofHelpers);

/** What is recorded; whoever is told something may not refuse, so only the asked may be told no. */
export const decided = (
  { told: isTold, decide }: Move,
  events: readonly Order.Event[],
  now: Instant,
): readonly Order.Event[] => {
  try {
    return decide(fold(Order.decider, events), now);
  } catch (error) {
    if (isTold || !(error instanceof Rejection)) throw error;
    return [];
  }
};

/** A move a day. */
const story = (moves: readonly Move[]): readonly Order.Event[] =>
  moves.reduce<readonly Order.Event[]>(
    (events, it, place) => [...events, ...decided(it, events, plus(start, place * day))],
    [],
  );

/** Begun by `first`, random moves follow. `STORIES_SEED` and `STORIES_RUNS` choose which, and how many. */
export const stories = (
  holds: (events: readonly Order.Event[], moves: readonly Move[]) => void,
  first: readonly Move[] = [],
): void => {
  const { STORIES_SEED: seed = 20_261_126, STORIES_RUNS: runs = 300 } = env;
  fc.assert(
    fc.property(fc.array(move, { maxLength: 60, size: 'max' }), (moves) =>
      holds(story([...first, ...moves]), [...first, ...moves]),
    ),
    { numRuns: Number(runs), seed: Number(seed) },
  );
};

/** What was recorded cycle by cycle; what came before the first offer is left out. */
export const cyclesIn = (events: readonly Order.Event[]): readonly (readonly Order.Event[])[] =>
  events.reduce<readonly (readonly Order.Event[])[]>(
    (cycles, event) =>
      event.type === 'OrderReopened' || cycles.length === 0
        ? [...cycles, [event]]
        : [...cycles.slice(0, -1), [...(cycles.at(-1) ?? []), event]],
    [],
  );

/** Offered to Li, who has taken it. */
export const begun: readonly Move[] = [
  told(Order.offer(demand, { land: at('li') }, duty)),
  asked(Order.take('li')),
];

/** An emergency, offered to Li and to everybody else who is at work. */
export const alarmed: readonly Move[] = [
  told(Order.offer({ ...demand, urgency: 'emergency' }, { land: at('li') }, duty)),
];
