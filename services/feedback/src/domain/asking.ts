/** What people ask of the feedback of a case: call-backs, ratings, the secretary's word; and what time itself decides. */
import { type Decision, hour, type Instant, minute, msBetween } from '@mulin/kernel';
import type {
  CallBackOutcome,
  Channel,
  ConcludedBecause,
  Conclusion,
  Event,
  Rated,
} from './rating-events.js';
import type { State } from './rating-state.js';
import {
  beforeItBegan,
  callBackDone,
  callBackFirst,
  deviceTime,
  feedbackOver,
  handledIt,
  nothingToDecide,
  notYetDue,
  ratedWithoutReaching,
  ratingOver,
  tooSoon,
} from './refusals.js';
import { isCalled, isContent, type Open, openIn, ratingUntil, stageOf } from './standing.js';

type Decides = Decision<State, Event>;

/** How far back a phone without signal may say that something happened, and how far ahead its clock may be. */
const latestBack = 72 * hour;
const mostAhead = 5 * minute;

/** Refused to whoever handled it, and where nothing is asked (any more). */
const openFor = (state: State, by: string): Open => {
  const open = openIn(state);
  if (open === null) throw stageOf(state) === null ? notYetDue() : feedbackOver();
  if (open.question.handlers.includes(by)) throw handledIt();
  return open;
};

/** Without its letter: `withLetter` puts it in. */
const concluded = ({ question }: Open, because: ConcludedBecause, concludedAt: Instant): Event => {
  const { number, cycle, result } = question;
  const outcome: Conclusion['outcome'] = result === 'solved' ? 'done' : 'explained';
  return { type: 'CaseConcluded', data: { number, cycle, outcome, because, concludedAt } };
};

const redo = ({ question: { number, cycle } }: Open, demandedAt: Instant): Event => ({
  type: 'RedoDemanded',
  data: { number, cycle, nextCycle: cycle + 1, demandedAt },
});

/** What they said of it; `wordsId`: what they said beside it, in the vault. */
export type Word = Rated & Readonly<{ channel: Channel; wordsId?: string }>;

/** Content: nothing is left to ask. Not content: it is done again, until that is for the secretary to decide. */
const following = (open: Open, rated: Rated, { redos }: State, now: Instant): readonly Event[] => {
  const { number, cycle, area, terms } = open.question;
  if (isContent(rated)) return [concluded(open, 'satisfied', now)];
  if (open.secretaryAskedAt !== null) return [];
  if (redos < terms.redo.atMost) return [redo(open, now)];
  return [{ type: 'SecretaryAsked', data: { number, cycle, area, askedAt: now } }];
};

const isSame = (one: Rated, other: Rated | null): boolean =>
  one.response === other?.response &&
  one.resolution === other.resolution &&
  one.satisfaction === other.satisfaction;

const rating = (state: State, open: Open, word: Word, now: Instant): readonly Event[] => {
  const { number, cycle, area } = open.question;
  const { response, resolution, satisfaction, channel, wordsId } = word;
  const rated = { response, resolution, satisfaction };
  if (wordsId === undefined && isSame(rated, open.rating)) return [];
  const beside = wordsId === undefined ? {} : { wordsId };
  return [
    { type: 'CaseRated', data: { number, cycle, area, channel, ...rated, ...beside, ratedAt: now } },
    ...following(open, rated, state, now),
  ];
};

/** Their days are over, whether anybody has looked by then or not. */
const isTimeOver = (open: Open, now: Instant): boolean =>
  open.secretaryAskedAt === null && now >= ratingUntil(open);

const ratable = (state: State, by: string, now: Instant): Open => {
  if (openIn(state) === null && stageOf(state) !== null) throw ratingOver();
  const open = openFor(state, by);
  if (isTimeOver(open, now)) throw ratingOver();
  return open;
};

/**
 * Whoever asked says what they think of it, or the desk takes it down for them after a call that reached them. Refused:
 * `not-verified-yet`, `rating-over`, `handled-it-yourself`, `call-back-first`.
 *
 * @param by the account that sends it.
 */
export const rate =
  (by: string, word: Word): Decides =>
  (state, now) => {
    const open = ratable(state, by, now);
    const wasReached = open.attempts.some(({ outcome }) => outcome === 'reached');
    if (word.channel === 'desk' && !wasReached) throw callBackFirst();
    return rating(state, open, word, now);
  };

export type CallBack = Readonly<{
  caller: string;
  outcome: CallBackOutcome;
  /** What they said of it on the phone. */
  word?: Word | undefined;
  /** When it was, by the clock of a phone; absent: now. */
  at?: Instant | undefined;
}>;

const momentOf = ({ at }: CallBack, { question }: Open, now: Instant): Instant => {
  if (at === undefined) return now;
  if (msBetween(at, now) > latestBack || msBetween(now, at) > mostAhead) throw deviceTime();
  if (at < question.verifiedAt) throw beforeItBegan();
  return at;
};

const refuseTooSoon = ({ attempts, question }: Open, at: Instant): void => {
  const apart = question.terms.callBack.hoursBetween * hour;
  if (attempts.some(({ madeAt }) => Math.abs(msBetween(madeAt, at)) < apart)) throw tooSoon();
};

const spokenTo: ReadonlySet<CallBackOutcome> = new Set<CallBackOutcome>(['reached', 'refused']);

type Made = Extract<Event, { type: 'CallBackMade' }>;

const attemptIn = (open: Open, call: CallBack, now: Instant): Made => {
  const { caller, outcome } = call;
  const madeAt = momentOf(call, open, now);
  refuseTooSoon(open, madeAt);
  const { cycle, terms } = open.question;
  const attempt = open.attempts.length + 1;
  const isLast = spokenTo.has(outcome) || attempt >= terms.callBack.attempts;
  return { type: 'CallBackMade', data: { cycle, attempt, caller, outcome, isLast, madeAt } };
};

/** Tried as often as the town does, and nobody was reached. */
const isGivenUp = ({ rating }: Open, { data: { isLast, outcome } }: Made): boolean =>
  isLast && !spokenTo.has(outcome) && rating === null;

/**
 * Somebody who did not handle it has called, or tried to, at another hour than before. What they said beside it counts
 * as their rating. When it was tried as often as the town does without reaching them, nothing is left to ask. Refused:
 * `not-verified-yet`, `feedback-over`, `handled-it-yourself`, `rated-without-reaching`, `call-back-done`, `device-time`,
 * `before-it-began`, `too-soon`.
 */
export const callBack =
  (call: CallBack): Decides =>
  (state, now) => {
    const { caller, outcome, word } = call;
    const open = openFor(state, caller);
    if (word !== undefined && outcome !== 'reached') throw ratedWithoutReaching();
    if (isCalled(open)) throw callBackDone();
    if (isTimeOver(open, now)) throw feedbackOver();
    const made = attemptIn(open, call, now);
    if (word !== undefined) return [made, ...rating(state, open, word, now)];
    return isGivenUp(open, made) ? [made, concluded(open, 'not-reached', now)] : [made];
  };

/**
 * The secretary decides what becomes of a case that whoever asked is still not content with. Refused:
 * `nothing-to-decide`, `handled-it-yourself`.
 */
export const decide =
  (by: string, decision: 'close' | 'redo'): Decides =>
  (state, now) => {
    const open = openIn(state);
    if (open === null || open.secretaryAskedAt === null) throw nothingToDecide();
    if (open.question.handlers.includes(by)) throw handledIt();
    return decision === 'redo' ? [redo(open, now)] : [concluded(open, 'secretary-decided', now)];
  };

/** Their days are over without a word, since the moment in which they were. Early, late or twice is harmless. */
export const evaluate: Decides = (state, now) => {
  const open = openIn(state);
  return open !== null && isTimeOver(open, now) ? [concluded(open, 'no-rating', ratingUntil(open))] : [];
};

/** The conclusion among what was decided; `null`: there is none. */
export const conclusionIn = (events: readonly Event[]): Conclusion | null =>
  events.flatMap((event) => (event.type === 'CaseConcluded' ? [event.data] : []))[0] ?? null;

/** The same, with the letter that tells whoever asked of it. */
export const withLetter = (events: readonly Event[], letterId: string): readonly Event[] =>
  events.map((event) =>
    event.type === 'CaseConcluded' ? { ...event, data: { ...event.data, letterId } } : event,
  );
