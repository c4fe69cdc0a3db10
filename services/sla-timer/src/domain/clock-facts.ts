/** What is on record of the clocks of a case, and what each fact makes of them. */
import { type Decider, type Instant, unreachable } from '@mulin/kernel';
import type { Archive, Sort, Terms } from './terms.js';

/** What ended a clock; of two in one millisecond the one that stands further left counts. */
export const endReasons = [
  'offered',
  'taken',
  'finished',
  'closed',
  'returned',
  'declined',
  'withdrawn',
  'merged',
] as const;
export type EndReason = (typeof endReasons)[number];
export type End = Readonly<{ endedAt: Instant; because: EndReason }>;

export type Verdict = 'met' | 'breached' | 'cancelled';

export type Beginning = Sort &
  Readonly<{ cycle: number; number: string; beganAt: Instant; archive: Archive | null }>;
export type Reclassification = Sort & Readonly<{ cycle: number; reclassifiedAt: Instant }>;
export type Joining = Readonly<{ cycle: number; dueAt: Instant; joinedAt: Instant }>;
/** `area`: where it lies, as far as it was told. */
export type Offer = Readonly<{ cycle: number; leg: number; offeredAt: Instant; area?: string }>;
/** Nobody is asked: the arbiter of that area decides who will be. */
export type Leaving = Readonly<{ cycle: number; area: string; leftAt: Instant }>;

type OfClock = Readonly<{ clock: string; cycle: number }>;
type Told = OfClock & Readonly<{ number: string; step: string; to: string; dueAt: Instant }>;

export type Event = Readonly<
  | { type: 'CycleBegan'; data: Beginning }
  | { type: 'CycleReclassified'; data: Reclassification }
  | { type: 'CycleJoined'; data: Joining }
  | { type: 'LegOffered'; data: Offer }
  | { type: 'LeftToArbiter'; data: Leaving }
  | { type: 'ClockEnded'; data: OfClock & End }
  | { type: 'CycleEnded'; data: { cycle: number } & End }
  /** `owedBy`: the due moment that holds now that these terms count, too. */
  | { type: 'TermsSet'; data: Terms & { owedBy: Instant } }
  | { type: 'ClockMet'; data: OfClock & { dueAt: Instant; endedAt: Instant } }
  | { type: 'ClockBreached'; data: OfClock & { dueAt: Instant; endedAt: Instant | null } }
  | { type: 'ClockCancelled'; data: OfClock & End & { dueAt: Instant } }
  | { type: 'BreachRevoked'; data: OfClock & { dueAt: Instant; endedAt: Instant | null } }
  | {
      type: 'StepRaised';
      data: Told & { owedAt: Instant; raisedAt: Instant; lateSeconds: number; answered: boolean };
    }
  | { type: 'StepRevoked'; data: Told & { endedAt: Instant | null } }
>;

const newsTypes = [
  'CycleBegan',
  'CycleReclassified',
  'CycleJoined',
  'LegOffered',
  'LeftToArbiter',
  'ClockEnded',
  'CycleEnded',
] as const;
const verdictTypes = ['ClockMet', 'ClockBreached', 'ClockCancelled', 'BreachRevoked'] as const;

const isOneOf =
  <Type extends Event['type']>(types: readonly Type[]) =>
  <E extends Event>(event: E): event is Extract<E, { type: Type }> =>
    types.some((type) => type === event.type);

/** What was heard from others: everything else follows from it and from the time. */
export type News = Extract<Event, { type: (typeof newsTypes)[number] }>;
export const isNews = isOneOf(newsTypes);

export type Judgement = Extract<Event, { type: (typeof verdictTypes)[number] }>;
export const isJudgement = isOneOf(verdictTypes);

/** What is known of one cycle; any of it may have been heard first. */
export type Cycle = Readonly<{
  began: Beginning | null;
  reclassified: readonly Reclassification[];
  joined: readonly Joining[];
  /** When each leg was offered. */
  legs: Readonly<Record<number, Instant>>;
  /** When it was left to the arbiter; absent in rows that were folded before this was kept. */
  left?: readonly Instant[];
  ends: readonly End[];
}>;

export type Settled = Readonly<{ verdict: Verdict; dueAt: Instant; endedAt: Instant | null }>;
export type Raised = Readonly<{ to: string; owedAt: Instant; raisedAt: Instant; lateSeconds: number }>;

export type Clock = OfClock &
  Readonly<{
    terms: readonly Terms[];
    settled: Settled | null;
    /** The steps that stand, by their names. */
    raised: Readonly<Record<string, Raised>>;
  }>;

/** The clocks of one case, and all that was heard of its cycles. */
export type State = Readonly<{
  cycles: Readonly<Record<number, Cycle>>;
  clocks: Readonly<Record<string, Clock>>;
  /** Ends of single clocks, which may be heard of before their clock. */
  ends: Readonly<Record<string, readonly End[]>>;
}>;

export const unheard: Cycle = { began: null, reclassified: [], joined: [], legs: {}, ends: [] };

const inCycle = (state: State, number: number, how: (cycle: Cycle) => Partial<Cycle>): State => {
  const cycle = state.cycles[number] ?? unheard;
  return { ...state, cycles: { ...state.cycles, [number]: { ...cycle, ...how(cycle) } } };
};

const change = (state: State, { clock: name }: OfClock, how: (clock: Clock) => Partial<Clock>): State => {
  const clock = state.clocks[name];
  return clock ? { ...state, clocks: { ...state.clocks, [name]: { ...clock, ...how(clock) } } } : state;
};

export const withTerms = (state: State, terms: Terms): State => {
  const { clock, cycle } = terms;
  const known = state.clocks[clock] ?? { clock, cycle, terms: [], settled: null, raised: {} };
  return { ...state, clocks: { ...state.clocks, [clock]: { ...known, terms: [...known.terms, terms] } } };
};

const without = (raised: Clock['raised'], step: string): Clock['raised'] =>
  Object.fromEntries(Object.entries(raised).filter(([name]) => name !== step));

const endOf = ({ endedAt, because }: End): End => ({ endedAt, because });

/** A historic case that was closed has its end from the file it came in. */
const begun = (state: State, data: Beginning): State =>
  inCycle(state, data.cycle, ({ ends }) => ({
    began: data,
    ends: data.archive?.closedAt ? [...ends, { endedAt: data.archive.closedAt, because: 'closed' }] : ends,
  }));

const evolveJudgement = (state: State, { type, data }: Judgement): State => {
  const { dueAt, endedAt } = data;
  switch (type) {
    case 'ClockMet':
      return change(state, data, () => ({ settled: { verdict: 'met', dueAt, endedAt } }));
    case 'ClockBreached':
      return change(state, data, () => ({ settled: { verdict: 'breached', dueAt, endedAt } }));
    case 'ClockCancelled':
      return change(state, data, () => ({ settled: { verdict: 'cancelled', dueAt, endedAt } }));
    case 'BreachRevoked':
      return change(state, data, () => ({ settled: null }));
    default:
      return unreachable(type);
  }
};

const ended = (state: State, data: OfClock & End): State => ({
  ...state,
  ends: { ...state.ends, [data.clock]: [...(state.ends[data.clock] ?? []), endOf(data)] },
});

const evolveNews = (state: State, { type, data }: News): State => {
  switch (type) {
    case 'CycleBegan':
      return begun(state, data);
    case 'CycleReclassified':
      return inCycle(state, data.cycle, ({ reclassified }) => ({ reclassified: [...reclassified, data] }));
    case 'CycleJoined':
      return inCycle(state, data.cycle, ({ joined }) => ({ joined: [...joined, data] }));
    case 'LegOffered':
      return inCycle(state, data.cycle, ({ legs }) => ({ legs: { ...legs, [data.leg]: data.offeredAt } }));
    case 'LeftToArbiter':
      return inCycle(state, data.cycle, ({ left = [] }) => ({ left: [...left, data.leftAt] }));
    case 'CycleEnded':
      return inCycle(state, data.cycle, ({ ends }) => ({ ends: [...ends, endOf(data)] }));
    case 'ClockEnded':
      return ended(state, data);
    default:
      return unreachable(type);
  }
};

export const evolve = (state: State, event: Event): State => {
  if (isNews(event)) return evolveNews(state, event);
  if (isJudgement(event)) return evolveJudgement(state, event);
  switch (event.type) {
    case 'TermsSet':
      return withTerms(state, event.data);
    case 'StepRaised': {
      const { step, to, owedAt, raisedAt, lateSeconds } = event.data;
      return change(state, event.data, ({ raised }) => ({
        raised: { ...raised, [step]: { to, owedAt, raisedAt, lateSeconds } },
      }));
    }
    case 'StepRevoked': {
      const { step } = event.data;
      return change(state, event.data, ({ raised }) => ({ raised: without(raised, step) }));
    }
    default:
      return unreachable(event);
  }
};

export const decider: Decider<State, Event> = {
  category: 'clocks',
  initial: { cycles: {}, clocks: {}, ends: {} },
  evolve,
};
