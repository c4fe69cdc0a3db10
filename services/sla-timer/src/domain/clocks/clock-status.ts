/** What event times alone say of a clock: by when, since when it is over, met or missed, and who must hear. */
import { earliest, type Instant, instant, latest } from '@mulin/kernel';
import { type End, type EndReason, endReasons, type Verdict } from './clock-events.js';
import { type Clock, type State } from './clock-state.js';
import { type Cycle, emptyCycle, type Turn, endsThatStand } from './cycle.js';
import { hasDerivedStart, loopClocksOf, type Reached, type Span, standingEnds } from './loop-clocks.js';
import { hasMovedAfter } from './recipients.js';
import { completeClock, nameOf, ordinalOf, type Terms, takeClock } from './terms.js';
import {
  counting,
  effectiveFrom,
  type EffectiveTerms,
  effectiveTerms,
  type OwedStep,
  startingAt,
  type Uncounted,
} from './terms-in-force.js';

/** A clock as it must be judged: all that was changed about it taken together. */
export type ClockStatus = Readonly<{
  dueAt: Instant;
  /** Those that can still be owed: none at or after the end. */
  ladder: readonly OwedStep[];
  end: End | null;
  /** Of the archive: judged as of then, whatever time it is. */
  asOf: Instant | null;
}>;

const precedence = (because: EndReason): number => endReasons.indexOf(because);

const isSooner = (a: End, b: End): boolean =>
  a.endedAt === b.endedAt ? precedence(a.because) < precedence(b.because) : a.endedAt < b.endedAt;

/** Of several ends the earliest counts. */
const earliestOf = (ends: readonly End[]): End | null =>
  ends.reduce<End | null>((best, end) => (best === null || isSooner(end, best) ? end : best), null);

const moved = (endedAt: Instant): End => ({ endedAt, because: 'moved' });

const isAfterMiss = ({ because }: Cycle['legs'][number]): boolean => because === 'not-taken';

/** What ends the turns that followed only because this one was missed: whoever takes it then answers for them all. */
const endsOfNextTurns = ({ ends }: State, number: number, { legs }: Cycle, leg: number): readonly End[] =>
  Object.entries(legs)
    .filter(([other, offer]) => Number(other) > leg && isAfterMiss(offer))
    .flatMap(([other]) => ends[takeClock(number, Number(other))] ?? [])
    .map(({ endedAt }) => moved(endedAt));

/**
 * Where somebody else is asked, or the arbiter decides, nobody waits any more for who was asked before; but a miss that
 * the next one is asked for is answered by nobody yet, and goes up its ladder.
 */
const endsOfTake = ({ legs, left }: Cycle, leg: number): readonly End[] => {
  const offeredAt = legs[leg]?.offeredAt;
  const next = Object.entries(legs).filter(([other, offer]) => Number(other) > leg && !isAfterMiss(offer));
  const turns = left.filter(
    ({ at, isKept, leg: last }) =>
      !isKept && offeredAt !== undefined && (last === undefined ? at > offeredAt : last >= leg),
  );
  const isReturn = (because: string | undefined) =>
    because === undefined || because === 'returned' || because === 'second-return';
  return [
    ...next.map(([, it]) => ({ endedAt: it.offeredAt, because: it.because })),
    ...turns.map(({ at, because }) => ({ endedAt: at, because })),
  ].map(({ endedAt, because }) => ({ endedAt, because: isReturn(because) ? 'returned' : 'moved' }));
};

/** Whether a correction that leads back to the holder came after the one by which the arbiter was asked. */
const isAfter = ({ settledAt, sequence = '' }: Cycle['settlings'][number], turn: Turn): boolean =>
  settledAt === turn.at ? sequence > (turn.sequence ?? sequence) : settledAt > turn.at;

/** The arbiter decides by offering it to somebody; a correction, a later turn or the holder's own finish overtakes it. */
const endsOfTurn = (state: State, number: number, cycle: Cycle, turn: number): readonly End[] => {
  const own = cycle.left.find((it) => it.turn === turn);
  if (own === undefined) return [];
  const offers = Object.entries(cycle.legs)
    .filter(([leg, { offeredAt }]) => (own.leg === undefined ? offeredAt > own.at : Number(leg) > own.leg))
    .map(([, offer]) => offer);
  const others = cycle.left.filter((it) => it.turn > turn);
  const settled = own.isKept ? cycle.settlings.filter((it) => isAfter(it, own)) : [];
  const finished = (state.ends[completeClock(number)] ?? []).filter(({ endedAt }) => endedAt > own.at);
  return [
    ...offers.map(({ offeredAt, because }): End => {
      const isDecision = because === undefined || because === 'decided' || because === 'reassigned';
      return isDecision ? { endedAt: offeredAt, because: 'decided' } : moved(offeredAt);
    }),
    ...others.map(({ at }) => moved(at)),
    ...settled.map(({ settledAt }) => moved(settledAt)),
    ...finished.map(({ endedAt }) => moved(endedAt)),
  ];
};

type OfTerms = Pick<Clock, 'clock' | 'cycle' | 'terms'>;

/**
 * A clock that starts where other news may still move it, as it is owed by what is known of the cycle; none where it is
 * not, or not yet: what was counted of it then began where later news says that it did not.
 */
const spanOf = (state: State, { clock, cycle, terms }: OfTerms): Span | undefined => {
  const span = loopClocksIn(state, cycle).get(clock);
  return terms.some(({ startedAt }) => startedAt === span?.startedAt) ? span : undefined;
};

/** What is not owed any more was moved before it began. */
const endsOfSpan = (state: State, clock: Clock | undefined): readonly End[] => {
  if (clock === undefined) return [];
  const span = spanOf(state, clock);
  if (span !== undefined) return span.end === null ? [] : [span.end];
  const startedAt = earliest(...clock.terms.map((terms) => terms.startedAt));
  return startedAt === null ? [] : [moved(startedAt)];
};

/** A verifier answers a finish also by refusing it. */
const endsByRefusal = ({ refusals }: Cycle, round: number): readonly End[] =>
  refusals
    .filter((it) => it.round === round)
    .map(({ refusedAt }) => ({ endedAt: refusedAt, because: 'refused' }));

/** A cycle that was begun after this one leaves nothing of it open. */
const endsByNext = ({ cycles }: State, number: number): readonly End[] =>
  Object.entries(cycles).flatMap(([key, { began }]) =>
    Number(key) > number && began !== null ? [moved(began.beganAt)] : [],
  );

/** What ends a clock without having been told as its end. */
const derivedEnds = (state: State, number: number, clock: string): readonly End[] => {
  const cycle = state.cycles[number];
  if (cycle === undefined) return [];
  switch (nameOf(clock)) {
    case 'heartbeat':
    case 'acknowledge':
      return endsOfSpan(state, state.clocks[clock]);
    case 'verify':
      return endsByRefusal(cycle, ordinalOf(clock));
    case 'accept':
      return Object.values(cycle.legs).map(({ offeredAt }) => ({ endedAt: offeredAt, because: 'offered' }));
    case 'take':
      return [
        ...endsOfTake(cycle, ordinalOf(clock)),
        ...endsOfNextTurns(state, number, cycle, ordinalOf(clock)),
      ];
    case 'arbitrate':
      return endsOfTurn(state, number, cycle, ordinalOf(clock));
    default:
      return [];
  }
};

/**
 * What its source had closed before the case moved in was answered then; but here nobody had been asked by then, so
 * that no other clock of this town ended before it began.
 */
const endsOfCycle = (state: State, number: number, clock: string) => {
  const { ends: told, began, unmerged } = state.cycles[number] ?? emptyCycle;
  const ends = endsThatStand({ ends: told, unmerged });
  const movedInAt = began?.movedIn?.at;
  if (movedInAt === undefined || nameOf(clock) === 'complete') return { ends, instead: null };
  const since = ends.filter(({ endedAt }) => endedAt >= movedInAt);
  return { ends: since, instead: since.length < ends.length ? moved(movedInAt) : null };
};

/** The terms that count: those of the start that stands, and of the corrections that do. */
const termsOf = (state: State, clock: OfTerms) => {
  const startedAt = hasDerivedStart(clock.clock) ? spanOf(state, clock)?.startedAt : undefined;
  return counting(startingAt(clock.terms, startedAt), state.cycles[clock.cycle]);
};

/** Whether all that set terms came when it was over. */
const areAfter = (terms: readonly Terms[], { endedAt }: End): boolean =>
  terms.every((it) => it.because !== 'started' && effectiveFrom(it) >= endedAt);

/** A clock for which the town first asked when it was over was none: nobody was late, or in time, by it. */
const neverCounted = (state: State, clock: Clock | undefined, end: End): End | null => {
  if (clock === undefined) return null;
  const terms = termsOf(state, clock);
  const [first] = terms;
  return first !== undefined && areAfter(terms, end) ? moved(first.startedAt) : null;
};

/** The end of a clock, also of one that has no terms yet; `null`: it goes on, as far as was heard. */
export const endOf = (state: State, number: number, clock: string): End | null => {
  const { ends, instead } = endsOfCycle(state, number, clock);
  const own = standingEnds(state, number, clock);
  const end = earliestOf([
    ...own,
    ...ends,
    ...derivedEnds(state, number, clock),
    ...endsByNext(state, number),
  ]);
  const known = end ?? instead;
  return known && (neverCounted(state, state.clocks[clock], known) ?? known);
};

/** What is owed by all terms of a clock taken together; `null`: it has none. */
export const effectiveOf = (state: State, clock: Clock, end: End | null): EffectiveTerms | null =>
  effectiveTerms(termsOf(state, clock), end?.endedAt);

const dueOfBeat =
  ({ clocks, cycles }: State) =>
  (clock: string, startedAt: Instant, end: End | null) => {
    const known = clocks[clock];
    if (known === undefined) return null;
    const terms = counting(startingAt(known.terms, startedAt), cycles[known.cycle]);
    return end !== null && areAfter(terms, end) ? null : effectiveTerms(terms, end?.endedAt);
  };

const secretary = 'community-secretary';

/**
 * When anybody could be told of it: what was missed behind a finish that nobody confirmed was seen when it was refused.
 */
const seenAt = (state: State, { clock, cycle }: Clock, missedAt: Instant): Instant => {
  if (nameOf(clock) !== 'complete') return missedAt;
  const refusals = state.cycles[cycle]?.refusals ?? [];
  const hidden = refusals.filter(({ finishedAt }) => finishedAt <= missedAt);
  return latest(missedAt, ...hidden.map(({ refusedAt }) => refusedAt));
};

/** The first escalation of each clock to the secretary; to acknowledge is not escalated to her. */
const reachedIn = (state: State, number: number): readonly (Reached & Readonly<{ missedAt: Instant }>)[] =>
  Object.values(state.clocks).flatMap((clock) => {
    if (clock.cycle !== number || nameOf(clock.clock) === 'acknowledge') return [];
    const steps = (statusOf(state, clock)?.ladder ?? []).filter(
      ({ to, level }) => to === secretary && level === 'escalation',
    );
    const at = earliest(...steps.map(({ from }) => from));
    return at === null ? [] : [{ clock: clock.clock, at: seenAt(state, clock, at), missedAt: at }];
  });

/** What was made of a state is made once: many clocks of one case ask for it. */
const made = new WeakMap<State, Map<number, ReadonlyMap<string, Span>>>();
const afterAll = instant('9999-01-01T00:00:00Z');

/** The clocks between taking and closing, as far as their terms are known. */
const loopClocksIn = (state: State, number: number): ReadonlyMap<string, Span> => {
  const ofState = made.get(state) ?? new Map<number, ReadonlyMap<string, Span>>();
  made.set(state, ofState);
  const known = ofState.get(number);
  if (known !== undefined) return known;
  const spans = (reached: readonly Reached[]) =>
    new Map(
      loopClocksOf(state, number, { dueOf: dueOfBeat(state), reached, until: afterAll }).map((it) => [
        it.clock,
        it,
      ]),
    );
  // Whoever asks for a clock that was escalated, to see when it was, finds all but the acknowledgements.
  ofState.set(number, spans([]));
  const all = spans(reachedIn(state, number));
  ofState.set(number, all);
  return all;
};

/** The same as what is owed by now: a beat that follows a missed one, an answer to what has been escalated. */
export const loopClocksBy = (state: State, number: number, now: Instant): readonly Span[] =>
  loopClocksOf(state, number, {
    dueOf: dueOfBeat(state),
    reached: reachedIn(state, number).filter(({ at, missedAt }) => missedAt < now && at <= now),
    until: now,
  });

/** What has to be counted anew, from a due moment that was missed before it came. */
export const uncountedOf = (state: State, clock: Clock): readonly Uncounted[] =>
  effectiveOf(state, clock, endOf(state, clock.cycle, clock.clock))?.uncounted ?? [];

/** What fell due before a case moved in from another system was told there, or to nobody. */
const tellable = (state: State, cycle: number, ladder: readonly OwedStep[]): readonly OwedStep[] => {
  const movedIn = state.cycles[cycle]?.began?.movedIn;
  return movedIn === undefined ? ladder : ladder.filter(({ from }) => from >= movedIn.at);
};

/**
 * It ended on the day on which it was due at some hour, and nobody noted when: in time or not, who knows. A deadline
 * that is a day itself is its last moment, as the end is.
 */
export const isUndecidable = ({ dueAt, end }: Pick<ClockStatus, 'dueAt' | 'end'>): boolean =>
  end?.day !== undefined && end.day.from <= dueAt && dueAt < end.day.until && dueAt !== end.endedAt;

/** No step is owed from then on; of a lateness that nobody can tell, none. */
const lastOwed = (end: End, dueAt: Instant): Instant => (isUndecidable({ dueAt, end }) ? dueAt : end.endedAt);

/** Throws nothing and knows no "now": two towns that heard the same say the same. `null`: it has no terms. */
export const statusOf = (state: State, clock: Clock): ClockStatus | null => {
  const { cycle } = clock;
  const end = endOf(state, cycle, clock.clock);
  const effective = effectiveOf(state, clock, end);
  if (effective === null) return null;
  const { dueAt } = effective;
  const ladder = tellable(
    state,
    cycle,
    end ? effective.ladder.filter(({ from }) => from < lastOwed(end, dueAt)) : effective.ladder,
  );
  const hasMoved = hasMovedAfter(state, clock, end, dueAt);
  return {
    dueAt,
    end,
    asOf: state.cycles[cycle]?.began?.archive?.asOf ?? null,
    // To whoever has had it only since it was late, that is what there is to tell.
    ladder: ladder.map((step) => (hasMoved(step.to) ? { ...step, level: 'escalation' } : step)),
  };
};

/** Which ends answer which clock. A close answers nothing: it would reward whoever closes without doing. */
const answers: Readonly<Record<string, readonly EndReason[]>> = {
  accept: ['offered', 'taken', 'finished', 'closed', 'declined'],
  take: ['offered', 'taken', 'finished', 'closed'],
  complete: ['offered', 'taken', 'finished', 'closed'],
  arbitrate: ['decided'],
  contact: ['contacted'],
  heartbeat: ['reported', 'finished'],
  help: ['helped'],
  verify: ['verified', 'refused'],
  'call-back': ['called-back'],
  acknowledge: ['acknowledged'],
};

/** `open`: nothing can be said yet. A deadline's own millisecond is in time. */
export const verdictOf = (
  clock: string,
  { dueAt, end, asOf }: ClockStatus,
  now: Instant,
): Verdict | 'open' => {
  if (end === null) return (asOf ?? now) > dueAt ? 'breached' : 'open';
  if (isUndecidable({ dueAt, end })) return 'cancelled';
  if (end.endedAt > dueAt) return 'breached';
  return answers[nameOf(clock)]?.includes(end.because) ? 'met' : 'cancelled';
};

/** Whether the deadline was missed by then, answered since or not, as far as anybody can say. */
export const isLate = (status: ClockStatus, now: Instant): boolean =>
  !isUndecidable(status) && (status.end?.endedAt ?? now) > status.dueAt;
