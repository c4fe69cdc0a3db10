/** Whether what is owed in a dispute, or was promised, comes in time, and who hears of it when it does not. */
import { type Decider, type Decision, earliest, type Instant, plus, unreachable } from '@mulin/kernel';
import type { IsHeld } from '../clocks/recipients.js';
import { commitmentNameOf, type DeadlineCalculator, stepName } from '../clocks/terms.js';
import type { End, Event, Handover, ObservedEvent, Setting } from './commitment-events.js';
import { type Clock, endOf, judgements, notices, type Running, untold } from './judging.js';

export type { Event } from './commitment-events.js';

/** By the name of the clock. */
export type State = Readonly<{ clocks: Readonly<Record<string, Clock>> }>;

const unheard: Clock = {
  set: null,
  handovers: [],
  ends: [],
  terms: null,
  missing: null,
  judged: null,
  told: [],
};

const clockIn = ({ clocks }: State, name: string): Clock => clocks[name] ?? unheard;

const evolveClock = (clock: Clock, event: Event): Clock => {
  switch (event.type) {
    case 'DeadlineSet':
      return { ...clock, set: event.data };
    case 'DeadlineHandedOver':
      return { ...clock, handovers: [...clock.handovers, event.data] };
    case 'DeadlineEnded':
      return { ...clock, ends: [...clock.ends, event.data] };
    case 'CommitmentStarted':
      return { ...clock, terms: event.data, missing: null };
    case 'CommitmentMissing':
      return { ...clock, missing: event.data.because };
    case 'CommitmentJudged':
      return { ...clock, judged: event.data };
    case 'CommitmentNoticeGiven':
      return { ...clock, told: [...clock.told, ...event.data.steps] };
    default:
      return unreachable(event);
  }
};

const evolve = (state: State, event: Event): State => {
  const { clock } = event.data;
  return { clocks: { ...state.clocks, [clock]: evolveClock(clockIn(state, clock), event) } };
};

export const decider: Decider<State, Event> = { category: 'commitment', initial: { clocks: {} }, evolve };

type Decides = Decision<State, Event>;

/** What the town has set down for itself, as it was in force at every moment. */
export type Rules = Readonly<{ calculate: DeadlineCalculator; isHeld: IsHeld }>;

/** By the rules of the moment since which it is owed. A clock that its policy does not name cannot be computed. */
const deadlineOf = ({ clock, policy, since, dueAt }: Setting, calculate: DeadlineCalculator) => {
  const name = commitmentNameOf(clock);
  // How urgent a case is has no meaning here: a dispute has a colour, and each colour a policy.
  const query = { policy, urgency: 'ordinary', startedAt: since, at: since };
  const agreed = dueAt === undefined ? {} : { dueAt };
  const deadline = name === undefined ? null : calculate({ name, ...query, ...agreed });
  return deadline ?? { missing: 'no-policy' as const };
};

const termsOf = (set: Setting, calculate: DeadlineCalculator): Event => {
  const { clock, number, of, since } = set;
  const about = { clock, number, of, since };
  const deadline = deadlineOf(set, calculate);
  if ('missing' in deadline)
    return { type: 'CommitmentMissing', data: { ...about, because: deadline.missing } };
  const ladder = deadline.ladder.map(({ at, to, threshold }) => {
    return { step: stepName(clock, threshold, to), at, to };
  });
  return { type: 'CommitmentStarted', data: { ...about, ...deadline, ladder } };
};

/** That it cannot be computed for the same reason as before is not said again. */
const startOf = ({ set, terms, missing }: Clock, { calculate }: Rules): readonly Event[] => {
  if (set === null || terms !== null) return [];
  const event = termsOf(set, calculate);
  return event.type === 'CommitmentMissing' && event.data.because === missing ? [] : [event];
};

const isRunning = (clock: Clock): clock is Running => clock.set !== null && clock.terms !== null;

const decideClock = (clock: Clock, rules: Rules, now: Instant): readonly Event[] => {
  const started = startOf(clock, rules);
  const after = started.reduce(evolveClock, clock);
  if (!isRunning(after)) return started;
  return [...started, ...judgements(after, now), ...notices(after, now, rules.isHeld)];
};

/** Looks at every deadline now, and again for what could not be computed. Early, late, twice or for nothing is harmless. */
export const evaluate =
  (rules: Rules): Decides =>
  ({ clocks }, now) =>
    Object.values(clocks).flatMap((clock) => decideClock(clock, rules, now));

/** Whether this was recorded before. */
const isRecorded = (state: State, { type, data }: ObservedEvent): boolean => {
  const { set, handovers, ends } = clockIn(state, data.clock);
  switch (type) {
    case 'DeadlineSet':
      return set !== null;
    case 'DeadlineHandedOver':
      return handovers.some(({ at, holder }) => at === data.at && holder === data.holder);
    case 'DeadlineEnded':
      return ends.some(({ at, end }) => at === data.at && end === data.end);
    default:
      return unreachable(type);
  }
};

/** Records what happened, and every verdict and notice that follow from it by now. */
const observe =
  (event: ObservedEvent, rules: Rules): Decides =>
  (state, now) => {
    if (isRecorded(state, event)) return [];
    return [event, ...decideClock(clockIn(evolve(state, event), event.data.clock), rules, now)];
  };

/** A deadline is owed, perhaps one that has ended already. Each is set once. */
export const set = (setting: Setting, rules: Rules): Decides =>
  observe({ type: 'DeadlineSet', data: setting }, rules);

/** It is another person's from then on: who had it keeps what they were told. */
export const handOver = (handover: Handover, rules: Rules): Decides =>
  observe({ type: 'DeadlineHandedOver', data: handover }, rules);

/** It is answered, or not owed any more. */
export const end = (ended: End, rules: Rules): Decides =>
  observe({ type: 'DeadlineEnded', data: ended }, rules);

const momentsOf = (clock: Clock): readonly Instant[] => {
  if (!isRunning(clock)) return [];
  const { dueAt } = clock.terms;
  const isUnjudged = clock.judged === null;
  // A warning is owed until it is missed, and no longer.
  const steps = untold(clock).flatMap(({ at }) => (isUnjudged || at >= dueAt ? [at] : []));
  return isUnjudged && endOf(clock) === null ? [dueAt, ...steps] : steps;
};

/** When to look next: just after the first moment that may change something; `null`: nothing will by itself. */
export const nextEvaluation = (state: State): Instant | null => {
  const first = earliest(...Object.values(state.clocks).flatMap(momentsOf));
  return first && plus(first, 1);
};

/** Whether a deadline is owed that could not be computed: the rules of the town may have been mended since. */
export const lacksTerms = ({ clocks }: State): boolean =>
  Object.values(clocks).some(({ missing }) => missing !== null);
