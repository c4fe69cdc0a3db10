/** What is known of the clocks of a case, as each event leaves it. */
import { type Decider, type Instant, unreachable } from '@mulin/kernel';
import {
  type Beginning,
  type End,
  type Event,
  isNotice,
  isObserved,
  isVerdict,
  type Notice,
  type NoticeEvent,
  type NoticeLevel,
  type ObservedEvent,
  type OfClock,
  type Verdict,
  type VerdictEvent,
  type Withdrawal,
} from './clock-events.js';
import { type Cycle, emptyCycle, type Learned, learned } from './cycle.js';
import { isSameHearer } from './roles.js';
import type { MissingReason, Terms } from './terms.js';

export type Settled = Readonly<{ verdict: Verdict; dueAt: Instant; endedAt: Instant | null }>;

/** What an addressee of the ladder knows, by whoever was told for them. */
export type Notified = Readonly<{
  to: string;
  level: NoticeLevel;
  step: string;
  owedAt: Instant;
  givenAt: Instant;
  /** Where the case lay; `null`: nobody knew. */
  area: string | null;
  /** Told before there were notices: it was not put on record where, and stays with whom it was told. */
  isFormer?: true;
}>;

/** `name`: the addressee of the ladder. */
type NotifiedBefore = Notified & Readonly<{ name: string }>;

export type Clock = OfClock &
  Readonly<{
    terms: readonly Terms[];
    settled: Settled | null;
    /** By the addressee that the ladder names. */
    told: Readonly<Record<string, Notified>>;
    /** What was told for an addressee to others before: it lay with somebody else then. */
    toldBefore: readonly NotifiedBefore[];
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
  const known = state.clocks[clock] ?? { clock, cycle, terms: [], settled: null, told: {}, toldBefore: [] };
  return {
    ...state,
    clocks: { ...state.clocks, [clock]: { ...known, terms: [...known.terms, terms] } },
    missing: clock in state.missing ? without(state.missing, [clock]) : state.missing,
  };
};

const endOf = ({ endedAt, because, member, into, round, day }: End): End => ({
  endedAt,
  because,
  ...(member === undefined ? {} : { member }),
  ...(into === undefined ? {} : { into }),
  ...(round === undefined ? {} : { round }),
  ...(day === undefined ? {} : { day }),
});

/** A historic case that was closed has its end from the file it came in. */
const begun = (state: State, data: Beginning): State => {
  const [endedAt, day] = [data.archive?.closedAt, data.archive?.closedDay];
  return inCycle(state, data.cycle, ({ ends }) => ({
    began: data,
    ends: endedAt ? [...ends, { endedAt, because: 'closed', ...(day ? { day } : {}) }] : ends,
  }));
};

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
    case 'EndRevoked':
      return change(state, data, () => ({ settled: null }));
    default:
      return unreachable(type);
  }
};

/** Whoever was told for an addressee and is not the one who is told now keeps what they know. */
const replaced = ({ told, toldBefore }: Clock, name: string, fresh: Notified): readonly NotifiedBefore[] => {
  const old = told[name];
  const others = toldBefore.filter((it) => it.name !== name || !isSameHearer(it, fresh));
  return old === undefined || isSameHearer(old, fresh) ? others : [...others, { name, ...old }];
};

const noticed = (state: State, { addressees, ...data }: Notice): State => {
  const { to, level, step, owedAt, givenAt, area } = data;
  const fresh: Notified = { to, level, step, owedAt, givenAt, area };
  return change(state, data, (clock) =>
    addressees.reduce<Pick<Clock, 'told' | 'toldBefore'>>(
      ({ told, toldBefore }, name) => ({
        told: { ...told, [name]: fresh },
        toldBefore: replaced({ ...clock, told, toldBefore }, name, fresh),
      }),
      clock,
    ),
  );
};

const withdrawn = (state: State, { addressees, left, to, area, ...data }: Withdrawal): State =>
  change(state, data, ({ told, toldBefore }) => {
    const isMeant = (name: string, it: Notified) =>
      it.to === to && addressees.includes(name) && (area === undefined || area === it.area);
    const after = <It extends Notified>(name: string, it: It): readonly It[] => {
      if (!isMeant(name, it)) return [it];
      return left === 'nothing' ? [] : [{ ...it, level: 'warning' as const }];
    };
    return {
      told: Object.fromEntries(
        Object.entries(told).flatMap(([name, it]) => after(name, it).map((rest) => [name, rest])),
      ),
      toldBefore: toldBefore.flatMap((it) => after(it.name, it)),
    };
  });

type Former<Type extends Event['type']> = Extract<Event, { type: Type }>['data'];

/** To warn of a deadline that had been answered was on record, and nobody was told. */
const formerlyRaised = (state: State, data: Former<'StepRaised'>): State => {
  const { to, dueAt, owedAt, raisedAt, step, answered } = data;
  const level = owedAt >= dueAt ? 'escalation' : 'warning';
  if (answered && level === 'warning') return state;
  return change(state, data, ({ told }) => ({
    told: { ...told, [to]: { to, level, step, owedAt, givenAt: raisedAt, area: null, isFormer: true } },
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

const evolveObserved = (state: State, { type, data }: ObservedEvent): State => {
  switch (type) {
    case 'CycleBegan':
      return begun(state, data);
    case 'CycleEnded':
      return inCycle(state, data.cycle, ({ ends }) => ({ ends: [...ends, endOf(data)] }));
    case 'ClockEnded':
      return ended(state, data);
    default:
      // TypeScript does not narrow the event by a type that was taken out of it.
      return inCycle(state, data.cycle, (cycle) => learned(cycle, { type, data } as Learned));
  }
};

export const evolve = (state: State, event: Event): State => {
  if (isObserved(event)) return evolveObserved(state, event);
  if (isVerdict(event)) return evolveVerdict(state, event);
  if (isNotice(event)) return evolveNotice(state, event);
  switch (event.type) {
    case 'TermsSet':
      return withTerms(state, event.data);
    case 'EscalationAcknowledged':
      return inCycle(state, event.data.cycle, ({ acknowledged }) => ({
        acknowledged: [...acknowledged, { at: event.data.acknowledgedAt, role: event.data.role }],
      }));
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
