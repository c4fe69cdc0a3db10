/** What is on record of the clocks of a case, and what each event makes of them. */
import { type Decider, type Instant, unreachable } from '@mulin/kernel';
import type { Archive, Classification, MissingReason, Terms } from './terms.js';

/**
 * What ended a clock. Of two in one millisecond the one that stands further left counts; which of them are
 * answers, and to which clock, is said in `clock-status.ts`. `closed` is the close of an archive, and of cases that
 * were closed before `done` and `explained` were told apart from it.
 */
export const endReasons = [
  'offered',
  'taken',
  'finished',
  'decided',
  'closed',
  'done',
  'explained',
  'returned',
  'moved',
  'declined',
  'withdrawn',
  'merged',
] as const;
export type EndReason = (typeof endReasons)[number];
export type End = Readonly<{ endedAt: Instant; because: EndReason }>;

export type Verdict = 'met' | 'breached' | 'cancelled';

export type Beginning = Classification &
  Readonly<{
    cycle: number;
    number: string;
    beganAt: Instant;
    archive: Archive | null;
    /** Whose word `beganAt` is, where it is not the town's own clock. */
    reportedBy?: string;
  }>;

/** `sequence` orders two corrections of one millisecond; absent in what was recorded before it existed. */
export type Reclassification = Classification &
  Readonly<{ cycle: number; reclassifiedAt: Instant; sequence?: string }>;
export type Joining = Readonly<{ cycle: number; dueAt: Instant; joinedAt: Instant }>;
/** `area`: where it lies; `because`: why this leg begins. Absent where it was not told. */
export type Offer = Readonly<{
  cycle: number;
  leg: number;
  offeredAt: Instant;
  area?: string;
  because?: string;
}>;
/** Nobody is asked: the arbiter of that area decides who will be. */
export type Leaving = Readonly<{
  cycle: number;
  area: string;
  leftAt: Instant;
  because?: string;
  turn?: number;
  /** The last leg before; 0: there was none. */
  leg?: number;
}>;
/** The holder keeps it, and by a correction it belongs elsewhere: the arbiter of that area decides. */
export type Doubt = Readonly<{ cycle: number; area: string; askedAt: Instant; turn: number; leg?: number }>;

type OfClock = Readonly<{ clock: string; cycle: number }>;

export type NoticeLevel = 'warning' | 'escalation';

/** Somebody is told of a deadline, and for which addressees of the ladder this counts. */
export type Notice = OfClock &
  Readonly<{
    number: string;
    step: string;
    to: string;
    addressees: readonly string[];
    level: NoticeLevel;
    area: string | null;
    dueAt: Instant;
    owedAt: Instant;
    givenAt: Instant;
    lateSeconds: number;
    answered: boolean;
  }>;

/** Whoever was told is told that it does not concern them; `told`: or what is left of what they know. */
export type Withdrawal = OfClock &
  Readonly<{
    number: string;
    step: string;
    to: string;
    addressees: readonly string[];
    dueAt: Instant;
    because: 'in-time' | 'moved' | 'other-ladder';
    left: 'nothing' | 'warning';
    /** Somebody else of the same name still concerns them, or they were only warned: they hear nothing. */
    isSilent: boolean;
  }>;

/** As steps were recorded before notices were: by their place in the ladder, told one by one. */
type FormerStep = OfClock & Readonly<{ number: string; step: string; to: string; dueAt: Instant }>;

export type Event = Readonly<
  | { type: 'CycleBegan'; data: Beginning }
  | { type: 'CycleReclassified'; data: Reclassification }
  | { type: 'CycleJoined'; data: Joining }
  | { type: 'LegOffered'; data: Offer }
  | { type: 'LeftToArbiter'; data: Leaving }
  | { type: 'ArbiterAsked'; data: Doubt }
  | { type: 'ClockEnded'; data: OfClock & End }
  | { type: 'CycleEnded'; data: { cycle: number } & End }
  /**
   * `owedBy`: the due moment that holds now that these terms count, too. `formerlyOwedBy`: the one before; `null`:
   * none, the clock starts; the same: nobody hears of these terms. Absent in what was recorded before it existed.
   */
  | { type: 'TermsSet'; data: Terms & { owedBy: Instant; formerlyOwedBy?: Instant | null } }
  | { type: 'TermsMissing'; data: OfClock & { number: string; since: Instant; because: MissingReason } }
  | { type: 'ClockMet'; data: OfClock & { dueAt: Instant; endedAt: Instant } }
  | { type: 'ClockBreached'; data: OfClock & { dueAt: Instant; endedAt: Instant | null } }
  | { type: 'ClockCancelled'; data: OfClock & End & { dueAt: Instant } }
  | { type: 'BreachRevoked'; data: OfClock & { dueAt: Instant; endedAt: Instant | null } }
  | { type: 'NoticeGiven'; data: Notice }
  | { type: 'NoticeWithdrawn'; data: Withdrawal }
  | {
      type: 'StepRaised';
      data: FormerStep & { owedAt: Instant; raisedAt: Instant; lateSeconds: number; answered: boolean };
    }
  | { type: 'StepRevoked'; data: FormerStep & { endedAt: Instant | null } }
>;

const observedTypes = [
  'CycleBegan',
  'CycleReclassified',
  'CycleJoined',
  'LegOffered',
  'LeftToArbiter',
  'ArbiterAsked',
  'ClockEnded',
  'CycleEnded',
] as const;
const verdictTypes = ['ClockMet', 'ClockBreached', 'ClockCancelled', 'BreachRevoked'] as const;
const noticeTypes = ['NoticeGiven', 'NoticeWithdrawn', 'StepRaised', 'StepRevoked'] as const;

const isOneOf =
  <Type extends Event['type']>(types: readonly Type[]) =>
  <E extends Event>(event: E): event is Extract<E, { type: Type }> =>
    types.some((type) => type === event.type);

/** What was heard from others: everything else follows from it and from the time. */
export type ObservedEvent = Extract<Event, { type: (typeof observedTypes)[number] }>;
export const isObserved = isOneOf(observedTypes);

export type VerdictEvent = Extract<Event, { type: (typeof verdictTypes)[number] }>;
export const isVerdict = isOneOf(verdictTypes);

export type NoticeEvent = Extract<Event, { type: (typeof noticeTypes)[number] }>;
export const isNotice = isOneOf(noticeTypes);

/** A turn of the arbiter; `isKept`: the holder keeps the order meanwhile. */
export type Turn = Readonly<{
  turn: number;
  area: string;
  at: Instant;
  isKept: boolean;
  because?: string;
  leg?: number;
}>;

/** What is known of one cycle; any of it may have been heard first. */
export type Cycle = Readonly<{
  began: Beginning | null;
  reclassified: readonly Reclassification[];
  joined: readonly Joining[];
  legs: Readonly<Record<number, Omit<Offer, 'cycle' | 'leg'>>>;
  /** When it was left to an arbiter; `turn` is 0 where it was not told. */
  left: readonly Turn[];
  ends: readonly End[];
}>;

export type Settled = Readonly<{ verdict: Verdict; dueAt: Instant; endedAt: Instant | null }>;

/** What an addressee of the ladder knows, by whoever was told for them. */
export type Told = Readonly<{
  to: string;
  level: NoticeLevel;
  step: string;
  owedAt: Instant;
  givenAt: Instant;
}>;

export type Clock = OfClock &
  Readonly<{
    terms: readonly Terms[];
    settled: Settled | null;
    /** By the addressee that the ladder names. */
    told: Readonly<Record<string, Told>>;
  }>;

/** The clocks of one case, and all that was heard of its cycles. */
export type State = Readonly<{
  cycles: Readonly<Record<number, Cycle>>;
  clocks: Readonly<Record<string, Clock>>;
  /** Ends of single clocks, which may be heard of before their clock. */
  ends: Readonly<Record<string, readonly End[]>>;
  /** Clocks that are owed and could not be computed. */
  missing: Readonly<Record<string, MissingReason>>;
}>;

export const emptyCycle: Cycle = {
  began: null,
  reclassified: [],
  joined: [],
  legs: {},
  left: [],
  ends: [],
};

const inCycle = (state: State, number: number, how: (cycle: Cycle) => Partial<Cycle>): State => {
  const cycle = state.cycles[number] ?? emptyCycle;
  return { ...state, cycles: { ...state.cycles, [number]: { ...cycle, ...how(cycle) } } };
};

const change = (state: State, { clock: name }: OfClock, how: (clock: Clock) => Partial<Clock>): State => {
  const clock = state.clocks[name];
  return clock ? { ...state, clocks: { ...state.clocks, [name]: { ...clock, ...how(clock) } } } : state;
};

const without = <Value>(record: Readonly<Record<string, Value>>, names: readonly string[]) =>
  Object.fromEntries(Object.entries(record).filter(([name]) => !names.includes(name)));

export const withTerms = (state: State, terms: Terms): State => {
  const { clock, cycle } = terms;
  const known = state.clocks[clock] ?? { clock, cycle, terms: [], settled: null, told: {} };
  return {
    ...state,
    clocks: { ...state.clocks, [clock]: { ...known, terms: [...known.terms, terms] } },
    missing: clock in state.missing ? without(state.missing, [clock]) : state.missing,
  };
};

const endOf = ({ endedAt, because }: End): End => ({ endedAt, because });

/** A historic case that was closed has its end from the file it came in. */
const begun = (state: State, data: Beginning): State =>
  inCycle(state, data.cycle, ({ ends }) => ({
    began: data,
    ends: data.archive?.closedAt ? [...ends, { endedAt: data.archive.closedAt, because: 'closed' }] : ends,
  }));

const evolveVerdict = (state: State, { type, data }: VerdictEvent): State => {
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

const noticed = (state: State, { addressees, ...data }: Notice): State => {
  const { to, level, step, owedAt, givenAt } = data;
  const fresh = Object.fromEntries(addressees.map((name) => [name, { to, level, step, owedAt, givenAt }]));
  return change(state, data, ({ told }) => ({ told: { ...told, ...fresh } }));
};

const withdrawn = (state: State, { addressees, left, ...data }: Withdrawal): State =>
  change(state, data, ({ told }) => {
    if (left === 'nothing') return { told: without(told, addressees) };
    const warned = Object.entries(told)
      .filter(([name]) => addressees.includes(name))
      .map(([name, it]) => [name, { ...it, level: 'warning' as const }]);
    return { told: { ...told, ...Object.fromEntries(warned) } };
  });

type Former<Type extends Event['type']> = Extract<Event, { type: Type }>['data'];

/** To warn of a deadline that had been answered was on record, and nobody was told. */
const formerlyRaised = (state: State, data: Former<'StepRaised'>): State => {
  const { to, dueAt, owedAt, raisedAt, step, answered } = data;
  const level = owedAt >= dueAt ? 'escalation' : 'warning';
  if (answered && level === 'warning') return state;
  return change(state, data, ({ told }) => ({
    told: { ...told, [to]: { to, level, step, owedAt, givenAt: raisedAt } },
  }));
};

const evolveNotice = (state: State, { type, data }: NoticeEvent): State => {
  switch (type) {
    case 'NoticeGiven':
      return noticed(state, data);
    case 'NoticeWithdrawn':
      return withdrawn(state, data);
    case 'StepRaised':
      return formerlyRaised(state, data);
    case 'StepRevoked':
      return change(state, data, ({ told }) => ({ told: without(told, [data.to]) }));
    default:
      return unreachable(type);
  }
};

const ended = (state: State, data: OfClock & End): State => ({
  ...state,
  ends: { ...state.ends, [data.clock]: [...(state.ends[data.clock] ?? []), endOf(data)] },
});

const leftBy = ({ area, leftAt, turn = 0, because, leg }: Leaving): Turn => ({
  turn,
  area,
  at: leftAt,
  isKept: false,
  ...(because === undefined ? {} : { because }),
  ...(leg === undefined ? {} : { leg }),
});

const askedBy = ({ area, askedAt, turn, leg }: Doubt): Turn => ({
  turn,
  area,
  at: askedAt,
  isKept: true,
  ...(leg === undefined ? {} : { leg }),
});

const evolveObserved = (state: State, { type, data }: ObservedEvent): State => {
  switch (type) {
    case 'CycleBegan':
      return begun(state, data);
    case 'CycleReclassified':
      return inCycle(state, data.cycle, ({ reclassified }) => ({ reclassified: [...reclassified, data] }));
    case 'CycleJoined':
      return inCycle(state, data.cycle, ({ joined }) => ({ joined: [...joined, data] }));
    case 'LegOffered': {
      const { cycle, leg, ...offer } = data;
      return inCycle(state, cycle, ({ legs }) => ({ legs: { ...legs, [leg]: offer } }));
    }
    case 'LeftToArbiter':
      return inCycle(state, data.cycle, ({ left }) => ({ left: [...left, leftBy(data)] }));
    case 'ArbiterAsked':
      return inCycle(state, data.cycle, ({ left }) => ({ left: [...left, askedBy(data)] }));
    case 'CycleEnded':
      return inCycle(state, data.cycle, ({ ends }) => ({ ends: [...ends, endOf(data)] }));
    case 'ClockEnded':
      return ended(state, data);
    default:
      return unreachable(type);
  }
};

export const evolve = (state: State, event: Event): State => {
  if (isObserved(event)) return evolveObserved(state, event);
  if (isVerdict(event)) return evolveVerdict(state, event);
  if (isNotice(event)) return evolveNotice(state, event);
  switch (event.type) {
    case 'TermsSet':
      return withTerms(state, event.data);
    case 'TermsMissing':
      return { ...state, missing: { ...state.missing, [event.data.clock]: event.data.because } };
    default:
      return unreachable(event);
  }
};

export const decider: Decider<State, Event> = {
  category: 'clocks',
  initial: { cycles: {}, clocks: {}, ends: {}, missing: {} },
  evolve,
};
