/** A dispute ends, begins anew, or turns into something worse. */
import type { Instant } from '@mulin/kernel';
import type { Deed, Outcome } from './dispute-events.js';
import type { Known } from './dispute-state.js';
import { type Decides, going } from './opening.js';
import { inEffectIn, isBreached } from './performing.js';
import {
  acknowledgedAlready,
  agreementInEffect,
  joinedElsewhere,
  joinedToNothing,
  nothingBreached,
  notOver,
  otherWaysUntold,
  unknownDanger,
  unknownDispute,
} from './refusals.js';

/** How somebody ends it who mediates; what follows by itself (performed, refused) is decided elsewhere. */
type Ended = Exclude<Outcome, 'agreed-and-performed' | 'refused'>;

type End = Readonly<{ outcome: Ended; otherWays: readonly string[]; into?: string }>;

/** Whoever did not agree, or is sent on, is told what is open to them (People's Mediation Law, article 26). */
const needsWays: readonly Ended[] = ['no-agreement', 'agreed-not-performed', 'passed-on'];

const refuseEnd = (it: Known, outcome: Ended, now: Instant): void => {
  if (outcome === 'agreed-not-performed') {
    if (!isBreached(inEffectIn(it), now)) throw nothingBreached();
    return;
  }
  if (it.agreement !== null && it.agreement.effectAt !== null) throw agreementInEffect();
};

/**
 * It is over.
 *
 * Refused: `other-ways-untold` where no agreement was reached, or kept, and nothing is named; `agreement-in-effect` for
 * what is agreed already; `joined-to-nothing`; `nothing-breached` where it is said not to be kept and no overdue term was told of the court.
 */
export const end =
  ({ outcome, otherWays, into }: End): Decides =>
  (state, now) => {
    const it = going(state);
    if ((outcome === 'joined') !== (into !== undefined)) throw joinedToNothing();
    if (needsWays.includes(outcome) && otherWays.length === 0) throw otherWaysUntold();
    refuseEnd(it, outcome, now);
    const data = { number: it.number, outcome, otherWays, endedAt: now };
    return [{ type: 'DisputeEnded', data: into === undefined ? data : { ...data, into } }];
  };

/** It is before the committee again, and everybody is asked anew. Refused: `dispute-not-over`, `dispute-joined`,
 * `agreement-in-effect`. */
export const reopen: Decides = (state, now) => {
  if (state === null) throw unknownDispute('');
  if (state.end === null) throw notOver();
  if (state.end.outcome === 'joined') throw joinedElsewhere();
  // What binds goes on binding: whoever does not keep it is before a court.
  if (state.agreement !== null && state.agreement.effectAt !== null) throw agreementInEffect();
  return [{ type: 'DisputeReopened', data: { number: state.number, reopenedAt: now } }];
};

/** It may turn into harm: whoever leads the area is told at once (People's Mediation Law, article 25). */
export const reportDanger =
  (textId: string): Decides =>
  (state, now) => {
    const { number, area, dangers } = going(state);
    const danger = dangers.length + 1;
    const reported: Deed = {
      type: 'DangerReported',
      data: { number, danger, area, textId, reportedAt: now },
    };
    return [reported];
  };

/** Whoever leads the area has taken it up. Also after the dispute is over. */
export const acknowledgeDanger =
  (danger: number, by: string): Decides =>
  (state, now) => {
    if (state === null) throw unknownDispute('');
    const known = state.dangers.find((it) => it.danger === danger);
    if (known === undefined) throw unknownDanger();
    if (known.acknowledgedAt !== null) throw acknowledgedAlready();
    return [{ type: 'DangerAcknowledged', data: { danger, by, acknowledgedAt: now } }];
  };

/** Whoever was asked some time later whether it holds; also after the dispute is over. */
export const callBack =
  (party: string, isKept: boolean, wordsId?: string): Decides =>
  (state, now) => {
    if (state === null) throw unknownDispute('');
    inEffectIn(state);
    const said = wordsId === undefined ? {} : { wordsId };
    return [{ type: 'CalledBack', data: { party, isKept, ...said, calledAt: now } }];
  };
