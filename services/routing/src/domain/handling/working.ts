/** What whoever has an order does about it: take it, get in touch, say how it stands, finish it. */
import { type Decision, type Instant, latest } from '@mulin/kernel';
import { type Asking, landOf, nextLeg, nextTurn, offerTo, unitOf } from '../order/order-asking.js';
import type { ContactManner, Event, Leg, Result } from '../order/order-events.js';
import { areaOf, demandOf, hasOnlyPassed, legOf } from '../order/order-questions.js';
import type { Holder, State } from '../order/order-state.js';
import { notTaken } from '../order/refusals.js';
import { type Claimed, timeOf } from './device-time.js';
import { alsoAskedNow, type NameDuty, refuseTakenByOther } from './emergency.js';
import { isAwaited } from './helpers.js';
import { finishNeedsNewPhoto, finishNeedsPhoto, finishNeedsWords, helpersNotDone } from './refusals.js';
import { contentOf, hasSubstance, isNothing, isSame, lackOf, type Proof, type Report } from './reports.js';

type Decides = Decision<State, Event>;

/** Somebody's leg, and the order in their hands; refused (`not-yours` and others) to whoever does not have it. */
const handed = (state: State, member: string): Readonly<{ leg: Leg; holder: Holder }> => {
  const leg = legOf(state, member);
  const { holder } = state;
  if (holder === null) throw new Error('somebody has this leg');
  return { leg, holder };
};

/** The leg of those who are asked beside somebody, as theirs. */
const askedLeg = (state: State, member: string): Readonly<{ leg: Leg; holder: Holder }> => {
  const { holder } = state;
  if (holder === null) throw new Error('somebody is asked');
  return { leg: { cycle: demandOf(state).cycle, leg: holder.leg, member }, holder };
};

/** The same of whoever has taken it. */
const taken = (state: State, member: string) => {
  const { leg, holder } = handed(state, member);
  if (holder.takenAt === null) throw notTaken();
  const early = state.takenInTime;
  return { leg, since: early?.leg === holder.leg ? early.takenAt : holder.takenAt };
};

/** The turn of theirs that was thought to have passed, where nothing but that has brought it to whoever has it now. */
const passedTurnOf = (state: State, holder: Holder, member: string) => {
  const wasAsked = (it: State['notTaken'][number]) =>
    it.member === member || it.alsoAsked.some((other) => other.member === member);
  const turn = state.notTaken.findLast((it) => it.leg < holder.leg && wasAsked(it));
  // What somebody decided meanwhile stands.
  const isDecided = holder.because !== 'not-taken' || holder.unit !== turn?.unit;
  return turn && !isDecided && hasOnlyPassed(state, turn.leg, holder.leg) ? turn : null;
};

/**
 * What somebody took in time by the clock of a device, which was heard only when it had gone on to somebody who has
 * not taken it: their turn did not pass, and it is theirs again. `null`: there was no such turn.
 */
const takenInTime = (
  state: State,
  member: string,
  claimed: Claimed,
  now: Instant,
): readonly Event[] | null => {
  const { demand, holder, status } = state;
  const { at } = claimed;
  if (demand === null || holder === null || status !== 'offered' || at === undefined) return null;
  const turn = passedTurnOf(state, holder, member);
  if (turn === null || at > turn.dueAt) return null;
  const { at: takenAt, ...timed } = timeOf(claimed, now, turn.offeredAt);
  const also = turn.alsoAsked.find((it) => it.member === member);
  const unit = unitOf({ ...holder, ...(also === undefined ? {} : { unit: also.unit }) });
  const leg = nextLeg(state);
  const asking: Asking = { because: 'taken-in-time', leg, turn: nextTurn(state), now, from: holder.member };
  return [
    { type: 'OrderTaken', data: { cycle: demand.cycle, leg: turn.leg, member, takenAt, ...timed } },
    offerTo(demand, { ...landOf(holder), ...unit, member }, asking),
    { type: 'OrderTaken', data: { cycle: demand.cycle, leg, member, takenAt: now } },
  ];
};

/**
 * Whoever it was offered to takes it and answers for it from now on; of an emergency, whoever of those asked is first.
 *
 * @throws `Rejection` `taken-by-other` for those who were asked at the same time and come later.
 */
export const take =
  (member: string, claimed: Claimed = {}, nameDuty?: NameDuty): Decides =>
  (state, now) => {
    const again = takenInTime(state, member, claimed, now);
    if (again !== null) return again;
    refuseTakenByOther(state, member, nameDuty);
    const also = alsoAskedNow(state, member);
    const { leg, holder } = also === null ? handed(state, member) : askedLeg(state, member);
    if (state.status === 'taken') return [];
    const { at, ...timed } = timeOf(claimed, now, holder.offeredAt);
    const unit = also?.unit === undefined ? {} : { unit: also.unit };
    return [{ type: 'OrderTaken', data: { ...leg, ...unit, takenAt: at, ...timed } }];
  };

/** The holder has got in touch with whoever asked, or nobody was there. The same of one moment is said once. */
export const contact =
  (member: string, manner: ContactManner, claimed: Claimed = {}): Decides =>
  (state, now) => {
    const { leg, since } = taken(state, member);
    const { at, ...timed } = timeOf(claimed, now, since);
    if (at === state.contactedAt && manner === state.contactedBy) return [];
    return [{ type: 'ContactMade', data: { ...leg, manner, contactedAt: at, ...timed } }];
  };

/**
 * The holder says how it stands; the same of one moment once. Whether that counts, so that the next report is owed from
 * then, is in the event.
 */
export const report =
  (member: string, said: Report, claimed: Claimed = {}): Decides =>
  (state, now) => {
    const { leg, since } = taken(state, member);
    const { at, ...timed } = timeOf(claimed, now, since);
    if (at === state.reportedAt && isSame(state.lastReport, said)) return [];
    const counts = hasSubstance(state.reported, said);
    const data = { ...leg, ...keptOf(said), content: contentOf(said), counts, reportedAt: at, ...timed };
    return [{ type: 'ProgressReported', data }];
  };

/** What was said and shown, without what is not there. */
const keptOf = ({ wordsId, wordsHash, photoIds = [] }: Report) => ({
  ...(wordsId === undefined ? {} : { wordsId }),
  ...(wordsHash === undefined ? {} : { wordsHash }),
  ...(photoIds.length === 0 ? {} : { photoIds }),
});

/**
 * What the menu demands of the finish of an item; absent: nothing. `copies`: which of its photos are the same picture as
 * one that was shown of an attempt before.
 */
type Demanding = Readonly<{ demandedFor?: (menuItem: string) => Proof; copies?: readonly string[] }>;

const lacks = { photo: finishNeedsPhoto, 'new-photo': finishNeedsNewPhoto, words: finishNeedsWords };

const refuseWithout = (demanded: Proof, said: Report, old: readonly string[]): void => {
  const lack = lackOf(demanded, said, old);
  if (lack !== null) throw lacks[lack]();
};

const isFinishedAs = ({ status, holder, result: told }: State, member: string, result: Result): boolean =>
  status === 'finished' && holder?.member === member && told === result;

/**
 * The holder says that the work is done. Somebody else looks at it before the case is closed.
 *
 * @throws `Rejection` `finish-needs-photo`, `finish-needs-new-photo` or `finish-needs-words` where the menu demands what
 *   is not there: a photo of an attempt that was refused, or of the cycle before, shows no other one.
 */
export const finish =
  (
    member: string,
    result: Result,
    said: Report = {},
    { demandedFor = () => ({}), copies = [], ...claimed }: Claimed & Demanding = {},
  ): Decides =>
  (state, now) => {
    // What is added to it would be dropped without a word: it is refused as any other second finish.
    if (isNothing(said) && isFinishedAs(state, member, result)) return [];
    const { leg, since } = taken(state, member);
    refuseWithout(demandedFor(demandOf(state).menuItem), said, [...state.reported.stale, ...copies]);
    const { refusedAt, handlers, round } = state;
    if (state.helpers.some(isAwaited)) throw helpersNotDone();
    const helped = state.helpers.map(({ endedAt }) => endedAt);
    // A finish follows on the take, on what was refused before, and on all who helped.
    const { at, ...timed } = timeOf(claimed, now, latest(since, refusedAt, ...helped));
    const { wordsHash: _, ...shown } = keptOf(said);
    const known = { number: demandOf(state).number, area: areaOf(state), round: round + 1, handlers };
    return [
      { type: 'OrderFinished', data: { ...leg, result, ...known, ...shown, finishedAt: at, ...timed } },
    ];
  };
