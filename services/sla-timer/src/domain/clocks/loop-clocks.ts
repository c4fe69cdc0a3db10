/**
 * The clocks between taking an order and closing the case: first contact, regular reports, helpers, verification,
 * call-back, and the secretary's answer to what was escalated to her. When each starts and ends follows from what is
 * known of the cycle, in whatever order it was heard.
 */
import { earliest, type Instant, latest } from '@mulin/kernel';
import type { End } from './clock-events.js';
import type { State } from './clock-state.js';
import { type Cycle, emptyCycle } from './cycle.js';
import { type ClockName, completeClock, nameOf } from './terms.js';

export const contactClock = (cycle: number): string => `contact/${cycle}`;
const heartbeatClock = (cycle: number, beat: number): string => `heartbeat/${cycle}/${beat}`;
export const helpClock = (cycle: number, call: number): string => `help/${cycle}/${call}`;
export const verifyClock = (cycle: number, round: number): string => `verify/${cycle}/${round}`;
export const callBackClock = (cycle: number): string => `call-back/${cycle}`;
/** Of which clock it is that the escalation must be acknowledged: `acknowledge/1/take-2` of `take/1/2`. */
const acknowledgeClock = (cycle: number, of: string): string => {
  const [name = of, , ordinal] = of.split('/');
  return `acknowledge/${cycle}/${ordinal === undefined ? name : `${name}-${ordinal}`}`;
};

export type Span = Readonly<{ name: ClockName; clock: string; startedAt: Instant; end: End | null }>;

/** Until when a report is owed, and from when that has been so. */
type DueOfBeat = Readonly<{ dueAt: Instant; dueSince: Instant }>;

/**
 * How a beat is due that began at a moment, as long as it lasted; `null`: nobody has computed it yet, or its policy asks
 * for no reports.
 */
type FindsDue = (clock: string, startedAt: Instant, end: End | null) => DueOfBeat | null;

/** When an escalation of a clock first reached the secretary, by event times alone. */
export type Reached = Readonly<{ clock: string; at: Instant }>;

/** What ended a clock and stands: the end of a finish that a verifier did not confirm does not. */
export const standingEnds = (state: State, number: number, clock: string): readonly End[] => {
  const ends = state.ends[clock] ?? [];
  const refused = state.cycles[number]?.refusals ?? [];
  if (clock !== completeClock(number) || refused.length === 0) return ends;
  return ends.filter(
    ({ because, endedAt }) =>
      because !== 'finished' || refused.every(({ finishedAt }) => finishedAt !== endedAt),
  );
};

const finishesOf = (state: State, number: number): readonly End[] =>
  (state.ends[completeClock(number)] ?? []).filter(({ because }) => because === 'finished');

/** Also of a finish of which only its refusal was heard. */
const stopsOf = (state: State, number: number): readonly Instant[] => [
  ...finishesOf(state, number).map(({ endedAt }) => endedAt),
  ...(state.cycles[number]?.refusals ?? []).map(({ finishedAt }) => finishedAt),
];

const takesOf = ({ ends }: State, number: number): readonly Instant[] =>
  Object.entries(ends)
    .filter(([clock]) => clock.startsWith(`take/${number}/`))
    .flatMap(([, all]) => all.filter(({ because }) => because === 'taken').map(({ endedAt }) => endedAt));

type Stretch = Readonly<{ from: Instant; end: Instant | null }>;

/** When somebody had it to work on: from the first take to a finish, and on from where that was not confirmed. */
const workOf = (state: State, number: number): readonly Stretch[] => {
  const first = earliest(...takesOf(state, number));
  if (first === null) return [];
  const refusals = state.cycles[number]?.refusals ?? [];
  const starts = [first, ...refusals.map(({ refusedAt }) => refusedAt)].sort();
  const stops = stopsOf(state, number);
  return starts.map((from) => ({ from, end: earliest(...stops.filter((at) => at >= from)) }));
};

type Beats = Readonly<{ number: number; reports: readonly Instant[]; dueOf: FindsDue; until: Instant }>;

/** What ends a beat that began then; `null`: nothing yet. */
const endOfBeat = (start: Instant, { end }: Stretch, { reports }: Beats): End | null => {
  const report = earliest(...reports.filter((at) => at > start && (end === null || at < end)));
  if (report !== null) return { endedAt: report, because: 'reported' };
  return end && { endedAt: end, because: 'finished' };
};

/**
 * When what follows a missed beat begins; `null`: not as yet. Of a deadline that was set when it had passed, nobody
 * owes what would have followed meanwhile.
 */
const afterMiss = ({ dueAt, dueSince }: DueOfBeat, until: Instant): Instant | null => {
  const startedAt = latest(dueAt, dueSince);
  return startedAt < until ? startedAt : null;
};

const isInTime = (answer: End, due: DueOfBeat | null) => due === null || answer.endedAt <= due.dueAt;

/**
 * When the next beat begins: with a report in time, or when this one was missed, which was before the end of the work;
 * `null`: it does not, as yet.
 */
const nextBeat = (due: DueOfBeat | null, answer: End | null, until: Instant) => {
  if (answer !== null && isInTime(answer, due)) return answer.because === 'reported' ? answer.endedAt : null;
  return due && afterMiss(due, until);
};

/** A report that counts, or the end of the work, ends a beat; one that was missed is followed by the next all the same. */
const beatsIn = (stretch: Stretch, before: number, beats: Beats): readonly Span[] => {
  const spans: Span[] = [];
  let startedAt: Instant | null = stretch.from;
  while (startedAt !== null) {
    const clock = heartbeatClock(beats.number, before + spans.length + 1);
    const end = endOfBeat(startedAt, stretch, beats);
    spans.push({ name: 'heartbeat', clock, startedAt, end });
    startedAt = nextBeat(beats.dueOf(clock, startedAt, end), end, beats.until);
  }
  return spans;
};

const heartbeatsOf = (state: State, beats: Beats): readonly Span[] =>
  workOf(state, beats.number).reduce<readonly Span[]>(
    (spans, stretch) => [...spans, ...beatsIn(stretch, spans.length, beats)],
    [],
  );

/** Ends that were told of a clock by its name. */
const toldEnd = (state: State, clock: string): End | null =>
  (state.ends[clock] ?? []).reduce<End | null>(
    (best, end) => (best === null || end.endedAt < best.endedAt ? end : best),
    null,
  );

const span = (state: State, name: ClockName, clock: string, startedAt: Instant): Span => ({
  name,
  clock,
  startedAt,
  end: toldEnd(state, clock),
});

const secretary = 'community-secretary';

/** A verifier confirms a finish, or refuses it. */
const verification = (state: State, number: number, round: number, startedAt: Instant): Span => {
  const confirmed = span(state, 'verify', verifyClock(number, round), startedAt);
  const refusal = state.cycles[number]?.refusals.find((it) => it.round === round);
  return refusal === undefined
    ? confirmed
    : { ...confirmed, end: { endedAt: refusal.refusedAt, because: 'refused' } };
};

/**
 * The clock is the secretary's: what those above her say does not answer it. What she decides about an order, by asking
 * somebody else or calling somebody in, does.
 */
const answersIn = ({ acknowledged, legs, calls }: Cycle): readonly Instant[] => [
  ...acknowledged.flatMap(({ at, role }) => (role === secretary ? [at] : [])),
  ...Object.values(legs).flatMap(({ byRole, offeredAt }) => (byRole === secretary ? [offeredAt] : [])),
  ...Object.values(calls).flatMap(({ byRole, calledAt }) => (byRole === secretary ? [calledAt] : [])),
];

/** She answers for every escalation that is open then: with a word of hers, or by deciding about the order. */
const acknowledgesOf = (number: number, cycle: Cycle, reached: readonly Reached[]): readonly Span[] =>
  reached.map(({ clock, at }) => {
    const answer = earliest(...answersIn(cycle).filter((it) => it >= at));
    return {
      name: 'acknowledge',
      clock: acknowledgeClock(number, clock),
      startedAt: at,
      end: answer && { endedAt: answer, because: 'acknowledged' },
    };
  });

type Known = Readonly<{ dueOf: FindsDue; reached: readonly Reached[]; until: Instant }>;

/** Every such clock of a cycle that has begun, by what is known now. */
export const loopClocksOf = (state: State, number: number, known: Known): readonly Span[] => {
  const cycle = state.cycles[number] ?? emptyCycle;
  const { began, calls, callBackDue } = cycle;
  if (began === null || began.archive !== null) return [];
  const rounds = finishesOf(state, number).filter(({ round }) => round !== undefined);
  return [
    span(state, 'contact', contactClock(number), began.movedIn?.at ?? began.beganAt),
    ...heartbeatsOf(state, { number, reports: cycle.reports, dueOf: known.dueOf, until: known.until }),
    ...Object.entries(calls).map(([call, { calledAt }]) =>
      span(state, 'help', helpClock(number, Number(call)), calledAt),
    ),
    ...rounds.map(({ round = 0, endedAt }) => verification(state, number, round, endedAt)),
    ...(callBackDue === null ? [] : [span(state, 'call-back', callBackClock(number), callBackDue)]),
    ...acknowledgesOf(number, cycle, known.reached),
  ];
};

const names: readonly string[] = ['contact', 'heartbeat', 'help', 'verify', 'call-back', 'acknowledge'];

/** Whether a clock is one of these, which a policy may name or not. */
export const isLoopClock = (name: string): boolean => names.includes(name);

const derived: readonly string[] = ['heartbeat', 'acknowledge'];

/** Whether a clock starts where other news than its own may still move it. */
export const hasDerivedStart = (clock: string): boolean => derived.includes(nameOf(clock));
