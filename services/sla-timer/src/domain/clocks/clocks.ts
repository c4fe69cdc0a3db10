/** By when the town owes an answer, whether it came in time, and who hears of it when it did not. */
import { type Decision, earliest, type Instant, liesIn, plus, Rejection, unreachable } from '@mulin/kernel';
import { decideNow, untold } from './clock-decisions.js';
import {
  type Arrival,
  type Beginning,
  type Call,
  type CallBack,
  type Doubt,
  type End,
  type Event,
  type Joining,
  type Leaving,
  type ObservedEvent,
  type Offer,
  type Reclassification,
  type Refusal,
  type Report,
  type Settling,
  type Unmerging,
} from './clock-events.js';
import { type Clock, evolve, type State } from './clock-state.js';
import { type Cycle, emptyCycle, endsThatStand } from './cycle.js';
import { joinedIn } from './terms-in-force.js';
import { statusOf } from './clock-status.js';
import type { IsHeld } from './recipients.js';
import { settingTerms } from './set-terms.js';
import { completeClock, type DeadlineCalculator } from './terms.js';

export { type Event } from './clock-events.js';
export { decider, type State } from './clock-state.js';

type Decides = Decision<State, Event>;

/** What the town has set down for itself, as it was in force at every moment. */
export type Rules = Readonly<{ calculate: DeadlineCalculator; isHeld: IsHeld }>;

const isEnd = (ends: readonly End[] | undefined, { endedAt, because }: End): boolean =>
  ends?.some((end) => end.endedAt === endedAt && end.because === because) ?? false;

const cycleIn = ({ cycles }: State, number: number): Cycle => cycles[number] ?? emptyCycle;

/** Once it was not said who had been merged: said now, it can be taken apart. */
const hasJoined = ({ joined }: Cycle, { joinedAt, dueAt, from }: Joining): boolean =>
  joined.some((it) => it.joinedAt === joinedAt && it.dueAt === dueAt && it.from === from);

const isReclassified = ({ reclassified }: Cycle, it: Reclassification): boolean =>
  reclassified.some((other) => other.reclassifiedAt === it.reclassifiedAt && other.sequence === it.sequence);

const hasTurn = ({ left }: Cycle, at: Instant, turn = 0): boolean =>
  left.some((it) => it.at === at && it.turn === turn);

const isSettled = ({ settlings }: Cycle, { settledAt, sequence }: Settling): boolean =>
  settlings.some((it) => it.settledAt === settledAt && it.sequence === sequence);

/** Whether this was recorded before. */
const isRecorded = (state: State, { type, data }: ObservedEvent): boolean => {
  const cycle = cycleIn(state, data.cycle);
  switch (type) {
    case 'CycleBegan':
      return cycle.began !== null;
    case 'CycleReclassified':
      return isReclassified(cycle, data);
    case 'CycleJoined':
      return hasJoined(cycle, data);
    case 'LegOffered':
      return cycle.legs[data.leg] !== undefined;
    case 'LeftToArbiter':
      return hasTurn(cycle, data.leftAt, data.turn);
    case 'ArbiterAsked':
      return hasTurn(cycle, data.askedAt, data.turn);
    case 'DoubtSettled':
      return isSettled(cycle, data);
    case 'HolderReported':
      return cycle.reports.includes(data.reportedAt);
    case 'HelperCalled':
      return cycle.calls[data.call] !== undefined;
    case 'HelperJoined':
      return cycle.arrivals[data.call] !== undefined;
    case 'FinishRefused':
      return cycle.refusals.some(({ round }) => round === data.round);
    case 'CallBackDue':
      return cycle.callBackDue !== null;
    case 'CycleUnmerged':
      return cycle.unmerged.some(
        ({ unmergedAt, from }) => unmergedAt === data.unmergedAt && from === data.from,
      );
    case 'ClockEnded':
      return isEnd(state.ends[data.clock], data);
    case 'CycleEnded':
      return isEnd(cycle.ends, data);
    default:
      return unreachable(type);
  }
};

const deciding = (state: State, { calculate, isHeld }: Rules, now: Instant): readonly Event[] => {
  const { events, after } = settingTerms(state, calculate, now);
  return [...events, ...decideNow(after, now, isHeld)];
};

/** Records what happened elsewhere, the terms it sets, and every verdict and notice that follow from it by now. */
const observe =
  (event: ObservedEvent, rules: Rules): Decides =>
  (state, now) =>
    isRecorded(state, event) ? [] : [event, ...deciding(evolve(state, event), rules, now)];

/** The town owes an answer, perhaps one that was given already. */
export const begin = (beginning: Beginning, rules: Rules): Decides =>
  observe({ type: 'CycleBegan', data: beginning }, rules);

/** Other terms from that moment on, for every clock that runs. What was met or missed before it stays so. */
export const reclassify = (reclassification: Reclassification, rules: Rules): Decides =>
  observe({ type: 'CycleReclassified', data: reclassification }, rules);

/** Another report was the same thing: the earlier of the two deadlines holds. */
export const join = (joining: Joining, rules: Rules): Decides =>
  observe({ type: 'CycleJoined', data: joining }, rules);

const latestCycle = ({ cycles }: State): number => Math.max(1, ...Object.keys(cycles).map(Number));

/** The same, told by somebody who does not know which cycle runs there. */
export const joinLatest =
  ({ dueAt, joinedAt, from }: Omit<Joining, 'cycle'>, rules: Rules): Decides =>
  (state, now) => {
    const joining = { cycle: latestCycle(state), dueAt, joinedAt, ...(from === undefined ? {} : { from }) };
    return join(joining, rules)(state, now);
  };

/** Somebody is asked to take the order: the town has accepted the case, and this leg begins. */
export const offer = (leg: Offer, rules: Rules): Decides => observe({ type: 'LegOffered', data: leg }, rules);

/** Nobody is asked for now: who was asked before need not answer any more, and the arbiter has a clock. */
export const leave = (leaving: Leaving, rules: Rules): Decides =>
  observe({ type: 'LeftToArbiter', data: leaving }, rules);

/**
 * The holder goes on, and the arbiter is to decide whether it should be somebody else. A correction of something else
 * meanwhile names the same turn again, which goes on as it began.
 */
export const askArbiter =
  (doubt: Doubt, rules: Rules): Decides =>
  (state, now) => {
    const isAsked = state.cycles[doubt.cycle]?.left.some(({ turn, isKept }) => isKept && turn === doubt.turn);
    return isAsked === true ? [] : observe({ type: 'ArbiterAsked', data: doubt }, rules)(state, now);
  };

/** The holder keeps it, and nothing is left for the arbiter to decide. */
export const settleDoubt = (settling: Settling, rules: Rules): Decides =>
  observe({ type: 'DoubtSettled', data: settling }, rules);

/** One clock has come to its end, perhaps before its start was heard. */
export const end = (
  clock: string,
  cycle: number,
  { endedAt, because, round, member }: End,
  rules: Rules,
): Decides => {
  const which = { ...(round === undefined ? {} : { round }), ...(member === undefined ? {} : { member }) };
  return observe({ type: 'ClockEnded', data: { clock, cycle, endedAt, because, ...which } }, rules);
};

/** The whole cycle is over: so is every clock of it that still runs. */
export const endCycle = (cycle: number, end: End, rules: Rules): Decides =>
  observe({ type: 'CycleEnded', data: { cycle, ...end } }, rules);

/** The holder reported what counts. */
export const report = (report_: Report, rules: Rules): Decides =>
  observe({ type: 'HolderReported', data: report_ }, rules);

/** A helper was called in, and has a clock of their own. */
export const call = (called: Call, rules: Rules): Decides =>
  observe({ type: 'HelperCalled', data: called }, rules);

/** Whoever was called in has come: they may see the case from then on. */
export const arrive = (arrival: Arrival, rules: Rules): Decides =>
  observe({ type: 'HelperJoined', data: arrival }, rules);

/** A finish was not confirmed: the resident's clock goes on as if it had not stopped. */
export const refuse = (refusal: Refusal, rules: Rules): Decides =>
  observe({ type: 'FinishRefused', data: refusal }, rules);

/** Whoever asked is to be called back. */
export const callBack = (due: CallBack, rules: Rules): Decides =>
  observe({ type: 'CallBackDue', data: due }, rules);

/** What was merged are two things after all. */
export const unmerge = (unmerging: Unmerging, rules: Rules): Decides =>
  observe({ type: 'CycleUnmerged', data: unmerging }, rules);

/** What somebody does about a lateness that was escalated to their role where they answer. */
export type Answer = Readonly<{ by: string; role: string; area: string; decision: string }>;

/**
 * Somebody to whom a lateness was escalated says what they do about it: for the latest cycle of which anything was.
 * Refused where nothing was. Said again, it stays as it was said first.
 */
export const acknowledge =
  ({ by, role, area, decision }: Answer, rules: Rules): Decides =>
  (state, now) => {
    const [newest] = escalationsTo(state, role, area);
    if (newest === undefined) throw nothingEscalated();
    const { cycle, givenAt } = newest;
    if (cycleIn(state, cycle).acknowledged.some((it) => it.role === role && it.at >= givenAt)) return [];
    const data = { cycle, number: cycleIn(state, cycle).began?.number ?? '', by, role, decision };
    const event: Event = { type: 'EscalationAcknowledged', data: { ...data, acknowledgedAt: now } };
    return [event, ...deciding(evolve(state, event), rules, now)];
  };

/** What was escalated to a role there, the latest first. */
const escalationsTo = (state: State, role: string, area: string) =>
  Object.values(state.clocks)
    .flatMap(({ told, cycle }) =>
      Object.values(told)
        .filter((it) => it.to === role && it.level === 'escalation')
        .filter((it) => it.area === null || liesIn(it.area, area))
        .map(({ givenAt }) => ({ cycle, givenAt })),
    )
    .sort((a, b) => b.cycle - a.cycle || (a.givenAt < b.givenAt ? 1 : -1));

const nothingEscalated = () =>
  new Rejection('nothing-escalated', {
    en: 'Nothing of this case was escalated to you, so there is nothing to acknowledge.',
    zh: '该案件没有上报给您的超期事项，无需签收。',
  });

/** Looks at every clock now, and again for what could not be computed. Early, late, twice or for nothing is harmless. */
export const evaluate =
  (rules: Rules): Decides =>
  (state, now) =>
    deciding(state, rules, now);

/** By when a clock is owed now; `null`: there is no such clock. */
export const dueOf = (state: State, name: string): Instant | null => {
  const clock = state.clocks[name];
  return clock === undefined ? null : (statusOf(state, clock)?.dueAt ?? null);
};

/**
 * Which case answers for this one, since when, and by when at the latest: by the deadline of this one, or of another
 * one that this one answered for. `null`: none does, or nothing is owed.
 */
export const answeredBy = (state: State): (Omit<Joining, 'cycle'> & Readonly<{ caseId: string }>) | null => {
  const number = latestCycle(state);
  const cycle = cycleIn(state, number);
  const [ends, joined] = [endsThatStand(cycle), joinedIn(cycle)];
  const dueAt = earliest(dueOf(state, completeClock(number)), ...joined.map((it) => it.dueAt));
  const end = ends.find(({ into }) => into !== undefined);
  if (end?.into === undefined || dueAt === null) return null;
  return { caseId: end.into, joinedAt: end.endedAt, dueAt };
};

const momentsOf = (state: State, clock: Clock): readonly Instant[] => {
  const status = statusOf(state, clock);
  if (status === null || status.asOf !== null) return [];
  const steps = untold(clock, status).map(({ from }) => from);
  return status.end === null && clock.settled === null ? [status.dueAt, ...steps] : steps;
};

/** When to look next: just after the first moment that may change something. History is never looked at. */
export const nextEvaluation = (state: State): Instant | null => {
  const first = earliest(...Object.values(state.clocks).flatMap((clock) => momentsOf(state, clock)));
  return first && plus(first, 1);
};

/** Whether a clock is owed that could not be computed: the rules of the town may have been mended since. */
export const lacksClock = ({ missing }: State): boolean => Object.keys(missing).length > 0;
