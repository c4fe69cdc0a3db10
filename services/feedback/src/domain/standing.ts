/** How far a case is with its feedback: what follows from everything that was heard, in whatever order it came. */
import { day, hour, type Instant, latest, plus } from '@mulin/kernel';
import type { Question, Rated } from './rating-events.js';
import { type Cycle, cycleOf, type State } from './rating-state.js';

/**
 * `due`: somebody is to call · `called`: nobody calls again, and their rating is waited for · `secretary`: the community
 * secretary decides · `redo`: it is to be done again · `concluded`: nothing is left to ask · `over`: the case ended or
 * went on without it. `null`: nothing was asked.
 */
export const stages = ['due', 'called', 'secretary', 'redo', 'concluded', 'over'] as const;
type Stage = (typeof stages)[number];

/** What was merged by mistake was never over by it. */
const hasEnded = ({ ends, mergeUndoneAt }: Cycle): boolean =>
  ends.some(
    ({ because, endedAt }) => because !== 'merged' || mergeUndoneAt === null || endedAt > mergeUndoneAt,
  );

/** Whether the town still owes an answer in this cycle, and has none that stands. */
const isRunning = (state: State, number: number): boolean =>
  number >= state.latest && !hasEnded(cycleOf(state, number));

/** Whether somebody other than the handler confirmed the last finish of the cycle. */
const isVerified = ({ verification, refusedRound }: Cycle): boolean =>
  verification !== null && verification.round > refusedRound;

/** Whether whoever asked may be asked in this cycle now. */
const mayBeAsked = (state: State, number: number): boolean =>
  isRunning(state, number) && isVerified(cycleOf(state, number));

/** Whether whoever asked is to be asked in this cycle and was not, because the town asked nobody then. */
export const isUnasked = (state: State, number: number): boolean =>
  cycleOf(state, number).question === null && mayBeAsked(state, number);

const isSettled = ({ redoDemandedAt, conclusion }: Cycle): boolean =>
  redoDemandedAt !== null || conclusion !== null;

/** A cycle in which whoever asked was asked, with what they were asked about. */
export type Open = Cycle & Readonly<{ question: Question }>;

/** Where the work was verified once more, that one is asked about, by the terms of before. */
const openCycle = (cycle: Cycle): Open | null =>
  cycle.question && { ...cycle, question: { ...cycle.question, ...cycle.verification } };

/** The cycle in which whoever asked was asked last, whatever became of it; `null`: in none. */
export const askedLast = ({ cycles }: State): Open | null => {
  const last = Object.values(cycles).findLast(({ question }) => question !== null);
  return last === undefined ? null : openCycle(last);
};

/** The cycle in which they are asked now; `null`: in none. */
export const openIn = (state: State): Open | null => {
  const cycle = askedLast(state);
  if (cycle === null || isSettled(cycle)) return null;
  return mayBeAsked(state, cycle.question.cycle) ? cycle : null;
};

export const isCalled = ({ attempts }: Pick<Cycle, 'attempts'>): boolean =>
  attempts.some(({ isLast }) => isLast);

/** When somebody last spoke with them, and they were asked for a rating. */
const reachedAt = ({ attempts }: Cycle): Instant | null =>
  attempts.findLast(({ outcome }) => outcome === 'reached' || outcome === 'refused')?.madeAt ?? null;

/**
 * Until when they may rate: whole days of 24 hours after they were asked last, the work was verified last, or a merger
 * by mistake was undone, whatever was later.
 */
export const ratingUntil = (open: Open): Instant => {
  const { askedAt, verifiedAt, terms } = open.question;
  const since = latest(askedAt, verifiedAt, open.mergeUndoneAt, reachedAt(open));
  return plus(since, terms.rating.days * day);
};

/** From when on somebody may call again; `null`: nobody called yet. */
export const nextCallFrom = ({ attempts, question }: Open): Instant | null => {
  const moments = attempts.map(({ madeAt }) => madeAt).sort();
  const last = moments.at(-1);
  return last === undefined ? null : plus(last, question.terms.callBack.hoursBetween * hour);
};

/** A redo or a conclusion of its own is what became of it; whatever else ended the case only ends the asking. */
const stageOfAsked = (state: State, cycle: Open): Stage => {
  if (cycle.conclusion !== null) return 'concluded';
  if (cycle.redoDemandedAt !== null) return 'redo';
  if (!mayBeAsked(state, cycle.question.cycle)) return 'over';
  if (cycle.secretaryAskedAt !== null) return 'secretary';
  return isCalled(cycle) || cycle.rating !== null ? 'called' : 'due';
};

export const stageOf = (state: State): Stage | null => {
  const cycle = askedLast(state);
  return cycle && stageOfAsked(state, cycle);
};

/** Since when it stands as it does, as far as this service decides it. */
export const sinceOf = (cycle: Open): Instant =>
  cycle.conclusion?.concludedAt ??
  cycle.redoDemandedAt ??
  cycle.secretaryAskedAt ??
  cycle.attempts.find(({ isLast }) => isLast)?.madeAt ??
  cycle.question.verifiedAt;

/** When to look next, because their time may be over; `null`: nothing is waited for that ends by itself. */
export const nextEvaluation = (state: State): Instant | null => {
  const open = openIn(state);
  return open === null || open.secretaryAskedAt !== null ? null : plus(ratingUntil(open), 1);
};

/** Not solved, or not satisfied: by the five levels of 国办发〔2019〕51号 the last two are negative (差评). */
export const isContent = ({ resolution, satisfaction }: Rated): boolean =>
  resolution !== 'not-solved' && satisfaction !== 'dissatisfied' && satisfaction !== 'very-dissatisfied';
