/** Somebody who did not handle it looks whether the work is done. */
import { type Actor, type Decision, type Instant, latest, mayReach } from '@mulin/kernel';
import type { Event, RefusalReason } from '../order/order-events.js';
import { areaOf, demandOf } from '../order/order-questions.js';
import type { State } from '../order/order-state.js';
import { isOver, notYourArea } from '../order/refusals.js';
import { alreadyVerified, notFinished, verifiesOwnWork } from './refusals.js';

/** What a verifier has found. `wordsId`: what they say of it, in the vault. */
type Finding = Readonly<
  { wordsId?: string | undefined } & (
    { outcome: 'confirmed' } | { outcome: 'refused'; reason: RefusalReason }
  )
>;

/** Nobody looks at work in which they had a hand, and nobody confirms twice what had to be done again. */
const refuseOwnWork = ({ handlers, verifiedBy }: State, { id }: Actor): void => {
  if (handlers.includes(id) || verifiedBy.includes(id)) throw verifiesOwnWork();
};

const refuseUnfinished = ({ status }: State): void => {
  if (status === 'over') throw isOver();
  if (status === 'verified') throw alreadyVerified();
  if (status !== 'finished') throw notFinished();
};

/**
 * Confirmed, it waits for whoever asked to be called. Refused, it goes on in the hands of its holder, in the same leg,
 * as if it had not been finished.
 */
export const verify =
  (by: Actor, finding: Finding): Decision<State, Event> =>
  (state, now) => {
    const { number, cycle } = demandOf(state);
    const area = areaOf(state);
    if (!mayReach('order.verify', by, { area, ties: ['to-verify'] })) throw notYourArea();
    if (isConfirmedBy(state, by, finding)) return [];
    refuseUnfinished(state);
    refuseOwnWork(state, by);
    return [found({ number, cycle, area }, state, { by: by.id, finding, now })];
  };

const isConfirmedBy = ({ status, verifiedBy }: State, { id }: Actor, { outcome }: Finding): boolean =>
  status === 'verified' && outcome === 'confirmed' && verifiedBy.at(-1) === id;

type Looking = Readonly<{ by: string; finding: Finding; now: Instant }>;

const found = (
  { area, ...order }: Readonly<{ number: string; cycle: number; area: string }>,
  { holder, round, handlers, finishedAt, result }: State,
  { by, finding, now }: Looking,
): Event => {
  if (holder === null || finishedAt === null || result === null) throw notFinished();
  // A phone that is a little ahead may have finished it later than now.
  const at = latest(now, finishedAt);
  const { wordsId } = finding;
  const said = wordsId === undefined ? {} : { wordsId };
  const looked = { ...order, leg: holder.leg, round, verifier: by, ...said };
  return finding.outcome === 'confirmed'
    ? { type: 'OrderVerified', data: { ...looked, result, area, handlers, verifiedAt: at } }
    : { type: 'FinishRefused', data: { ...looked, reason: finding.reason, finishedAt, refusedAt: at } };
};
