/** Whatever the order, however often, however late: the same news gives the same verdicts and the same steps. */
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type Decision, fold, hour, type Instant, instant, plus } from '@mulin/kernel';
import * as Clocks from './clocks.js';
import type { EndReason } from './clock-facts.js';
import type { Reckon } from './terms.js';

const origin = instant('2026-03-02T01:00:00Z');
const at = (hours: number) => plus(origin, hours * hour);
const afterAll = at(100_000);

type Policy = Readonly<Record<string, Readonly<{ length: number; steps: readonly number[] }>>>;
type Ended = Readonly<{ clock: string; because: EndReason; at: number }>;
type Cycle = Readonly<{
  start: number;
  offers: readonly number[];
  leavings: readonly number[];
  ends: readonly Ended[];
  changes: readonly Readonly<{ at: number; policy: string }>[];
  joins: readonly Readonly<{ at: number; due: number }>[];
}>;
type World = Readonly<{ policies: Readonly<Record<string, Policy>>; cycles: readonly Cycle[] }>;
type Heard = Readonly<{ decide: Decision<Clocks.State, Clocks.Event>; at: Instant }>;

const hours = (max: number, min = 0) => fc.integer({ min, max });
const clockRule = fc.record({ length: hours(40, 1), steps: fc.array(hours(80, -20), { maxLength: 3 }) });
const policy = fc.record({ accept: clockRule, take: clockRule, complete: clockRule });
const oneOf = <T>(...values: readonly T[]) => fc.constantFrom(...values);

const cycleOf = (number: number) =>
  fc.record({
    start: hours(50),
    offers: fc.array(hours(60), { maxLength: 2 }),
    leavings: fc.uniqueArray(hours(80), { maxLength: 2 }),
    ends: fc.array(
      fc.record({
        clock: oneOf(`take/${number}/1`, `take/${number}/2`, `complete/${number}`, `cycle/${number}`),
        because: oneOf<EndReason>(
          'taken',
          'finished',
          'closed',
          'returned',
          'declined',
          'withdrawn',
          'merged',
        ),
        at: hours(120),
      }),
      { maxLength: 4 },
    ),
    changes: fc.uniqueArray(fc.record({ at: hours(100), policy: oneOf('a', 'b', 'c') }), {
      selector: (change) => change.at,
      maxLength: 2,
    }),
    joins: fc.array(fc.record({ at: hours(100), due: hours(100) }), { maxLength: 2 }),
  });

const world: fc.Arbitrary<World> = fc.record({
  policies: fc.record({ a: policy, b: policy, c: policy }),
  cycles: hours(2, 1).chain((count) =>
    fc.tuple(...Array.from({ length: count }, (_, it) => cycleOf(it + 1))),
  ),
});

const reckonIn =
  ({ policies }: Pick<World, 'policies'>): Reckon =>
  ({ name, policy: id, startedAt, dueAt: settled }) => {
    const rule = policies[id]?.[name];
    if (rule === undefined) return null;
    const dueAt = settled ?? plus(startedAt, rule.length * hour);
    const ladder = rule.steps.map((after) => ({ at: plus(dueAt, after * hour), to: 'community-secretary' }));
    return { dueAt, ladder, policy: `${id}@1`, calendar: 't@1', provisional: false };
  };

const newsOfCycle = (cycle: Cycle, number: number, reckon: Reckon): readonly Heard[] => {
  const { start, offers, leavings, ends, changes, joins } = cycle;
  const about = { number: 'meixi-2026-000001', policy: 'a', urgency: 'ordinary', archive: null };
  return [
    { decide: Clocks.begin({ cycle: number, ...about, beganAt: at(start) }, reckon), at: at(start) },
    ...offers.map((after, place) => {
      const offeredAt = at(start + after);
      return { decide: Clocks.offer({ cycle: number, leg: place + 1, offeredAt }, reckon), at: offeredAt };
    }),
    ...leavings.map((after) => {
      const leftAt = at(start + after);
      return { decide: Clocks.leave({ cycle: number, area: 'mu', leftAt }), at: leftAt };
    }),
    ...ends.map(({ clock, because, at: after }) => {
      const end = { endedAt: at(start + after), because };
      const decide = clock.startsWith('cycle')
        ? Clocks.endCycle(number, end)
        : Clocks.end(clock, number, end);
      return { decide, at: end.endedAt };
    }),
    ...changes.map(({ at: after, policy: to }) => {
      const reclassifiedAt = at(start + after);
      const change = { cycle: number, policy: to, urgency: 'ordinary', reclassifiedAt };
      return { decide: Clocks.reclassify(change, reckon), at: reclassifiedAt };
    }),
    ...joins.map(({ at: after, due }) => {
      const joinedAt = at(start + after);
      return {
        decide: Clocks.join({ cycle: number, joinedAt, dueAt: at(start + due) }, reckon),
        at: joinedAt,
      };
    }),
  ];
};

const newsOf = (it: World): readonly Heard[] =>
  it.cycles.flatMap((cycle, place) => newsOfCycle(cycle, place + 1, reckonIn(it)));

type Seen = Readonly<{ clock: string; verdict: string; dueAt: Instant; steps: readonly string[] }>;

/** The same answer without any history: one pass over what happened, hour by hour and by times alone. */
const truthOf = (it: World): readonly Seen[] =>
  it.cycles.flatMap((cycle, place) => {
    const number = place + 1;
    const legs = cycle.offers.map((after, leg) => [`take/${number}/${leg + 1}`, 'take', after] as const);
    const clocks = [
      [`accept/${number}`, 'accept', 0],
      [`complete/${number}`, 'complete', 0],
      ...legs,
    ] as const;
    return clocks.map(([clock, name, began]) => truthOfClock(it, cycle, { clock, name, began }));
  });

const order: readonly string[] = [
  'offered',
  'taken',
  'finished',
  'closed',
  'returned',
  'declined',
  'withdrawn',
  'merged',
];

/** Of several ends the earliest; of two in one moment the one that answers. */
const endOf = (cycle: Cycle, clock: string): Ended | undefined => {
  const own = cycle.ends.filter((it) => it.clock === clock || it.clock.startsWith('cycle'));
  const offered = clock.startsWith('accept')
    ? cycle.offers.map((after) => ({ clock, because: 'offered' as const, at: after }))
    : [];
  const leg = clock.startsWith('take') ? Number(clock.split('/')[2]) : Infinity;
  const offeredAt = cycle.offers[leg - 1] ?? Infinity;
  const moved = [...cycle.offers.slice(leg), ...cycle.leavings.filter((after) => after > offeredAt)].map(
    (after) => ({ clock, because: 'returned' as const, at: after }),
  );
  return [...own, ...offered, ...moved].sort(
    (a, b) => a.at - b.at || order.indexOf(a.because) - order.indexOf(b.because),
  )[0];
};

type Change = Readonly<{ at: number; since: number; rank: number; due: number; steps: readonly number[] }>;

const changesOf = ({ policies }: World, cycle: Cycle, name: string, began: number): readonly Change[] => {
  if (name === 'accept') return [];
  const rule = (id: string) => policies[id]?.[name] ?? { length: 0, steps: [] };
  const changes = cycle.changes
    .filter((change) => name === 'complete' || change.at <= began)
    .map((change): Change => {
      const { length, steps } = rule(change.policy);
      return { at: Math.max(change.at, began), since: change.at, rank: 1, due: began + length, steps };
    });
  const joins = name === 'complete' ? cycle.joins : [];
  return [
    ...changes,
    ...joins.map((join): Change => ({
      at: join.at,
      since: join.at,
      rank: 0,
      due: join.due,
      steps: rule('a').steps,
    })),
  ];
};

type Owed = Readonly<{ due: number; ladder: readonly number[]; cap: Change | null }>;

const momentsOf = ({ due, steps }: Pick<Change, 'due' | 'steps'>): readonly number[] =>
  steps.map((after) => due + after);

const capOf = (cap: Change | null, change: Change): Change | null =>
  change.rank === 0 && (cap === null || change.due < cap.due) ? change : cap;

/** What was owed before a change stays; what is owed after it goes by the change, or by an earlier cap. */
const owedAfter = (owed: Owed, change: Change): Owed => {
  const cap = capOf(owed.cap, change);
  const asked = change.rank === 0 ? owed : { due: change.due, ladder: momentsOf(change) };
  const next = cap !== null && cap.due < asked.due ? { due: cap.due, ladder: momentsOf(cap) } : asked;
  const length = Math.max(owed.ladder.length, next.ladder.length);
  const ladder = Array.from({ length }, (_, step) => {
    const old = owed.ladder[step] ?? Infinity;
    return old < change.at ? old : (next.ladder[step] ?? Infinity);
  });
  return { due: owed.due < change.at ? owed.due : next.due, ladder, cap };
};

const truthOfClock = (
  it: World,
  cycle: Cycle,
  { clock, name, began }: Readonly<{ clock: string; name: string; began: number }>,
): Seen => {
  const end = endOf(cycle, clock);
  const until = end?.at ?? Infinity;
  const { length, steps } = it.policies['a']?.[name] ?? { length: 0, steps: [] };
  const due = began + length;
  const owed = [...changesOf(it, cycle, name, began)]
    .sort((a, b) => a.at - b.at || a.rank - b.rank || a.since - b.since || a.due - b.due)
    .filter((change) => change.at < until)
    .reduce<Owed>(owedAfter, { due, ladder: momentsOf({ due, steps }), cap: null });
  return {
    clock,
    verdict: verdictOf(clock, owed.due, end),
    dueAt: at(cycle.start + owed.due),
    steps: owed.ladder.flatMap((moment, step) =>
      Number.isFinite(moment) && moment < until ? [`${clock}/${step + 1}`] : [],
    ),
  };
};

const verdictOf = (clock: string, due: number, end: Ended | undefined): string => {
  if (end === undefined || end.at > due) return 'breached';
  const answers = ['offered', 'taken', 'finished', 'closed'];
  const isAnswer =
    answers.includes(end.because) || (end.because === 'declined' && clock.startsWith('accept'));
  return isAnswer ? 'met' : 'cancelled';
};

const told = (story: readonly Heard[], from = Clocks.decider.initial): Clocks.State =>
  [...story]
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
    .reduce((state, { decide, at: now }) => fold(Clocks.decider, decide(state, now), state), from);

const byClock = (a: Seen, b: Seen) => (a.clock < b.clock ? -1 : 1);

const seen = ({ clocks }: Clocks.State): readonly Seen[] =>
  Object.values(clocks)
    .map(({ clock, settled, raised }) => ({
      clock,
      verdict: settled?.verdict ?? 'open',
      dueAt: settled?.dueAt ?? origin,
      steps: Object.keys(raised).sort(),
    }))
    .sort(byClock);

const sorted = (truth: readonly Seen[]): readonly Seen[] => [...truth].sort(byClock);

const story = world.chain((it) => {
  const news = newsOf(it);
  return fc.record({
    world: fc.constant(it),
    news: fc.constant(news),
    // Each piece of news is heard one to three times, each time with its own delay.
    delays: fc.tuple(...news.map(() => fc.array(hours(300), { minLength: 1, maxLength: 3 }))),
    looks: fc.array(hours(400), { maxLength: 6 }),
  });
});

const hearings = (news: readonly Heard[], delays: readonly (readonly number[])[]): readonly Heard[] =>
  news.flatMap(({ decide, at: from }, index) =>
    (delays[index] ?? []).map((delay) => ({ decide, at: plus(from, delay * hour) })),
  );

const stories = { numRuns: 1_000 };

test('verdicts, deadlines and steps follow from event times, not from when anybody heard or looked', () => {
  fc.assert(
    fc.property(story, ({ world: it, news, delays, looks }) => {
      const alarms = [...looks.map(at), afterAll].map((time) => ({ decide: Clocks.look, at: time }));
      expect(seen(told([...alarms, ...hearings(news, delays)]))).toEqual(sorted(truthOf(it)));
    }),
    stories,
  );
});

test('the looks it asks for are enough, and each of them finds something', () => {
  fc.assert(
    fc.property(story, ({ world: it, news, delays }) => {
      let state = told(hearings(news, delays));
      for (let next = Clocks.nextLook(state); next !== null; next = Clocks.nextLook(state)) {
        const found = Clocks.look(state, next);
        expect(found).not.toEqual([]);
        state = fold(Clocks.decider, found, state);
      }
      expect(seen(state)).toEqual(sorted(truthOf(it)));
    }),
    stories,
  );
});

test('the whole story told again, and backwards, adds nothing', () => {
  fc.assert(
    fc.property(story, ({ news, delays }) => {
      const state = told(hearings(news, delays));
      const again = [...news, ...[...news].reverse()];
      expect(again.flatMap(({ decide }) => decide(state, afterAll))).toEqual([]);
    }),
    stories,
  );
});
