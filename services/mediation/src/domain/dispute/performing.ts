/** What was agreed is done or not, and what a court may do (People's Mediation Law, articles 31 to 33). */
import type { Instant } from '@mulin/kernel';
import type { Deed, Term } from './dispute-events.js';
import type { KeptAgreement, Known } from './dispute-state.js';
import { type Decides, going, timeOfDeed } from './opening.js';
import {
  alreadyPerformed,
  confirmationNotSought,
  confirmationSought,
  noAgreement,
  notConfirmable,
  notDueYet,
  notInEffect,
  notJoint,
  performedBeforeEffect,
  unknownDispute,
  unknownTerm,
  windowOver,
} from './refusals.js';

/** An agreement that has effect. */
type InEffect = KeptAgreement & Readonly<{ effectAt: Instant }>;

export const inEffectIn = ({ agreement }: Known): InEffect => {
  if (agreement === null) throw noAgreement();
  if (agreement.effectAt === null) throw notInEffect();
  return { ...agreement, effectAt: agreement.effectAt };
};

export const termIn = ({ terms }: KeptAgreement, term: number): Term => {
  const found = terms.find((it) => it.term === term);
  if (found === undefined) throw unknownTerm();
  return found;
};

const openTerm = (agreement: InEffect, term: number): Term => {
  const found = termIn(agreement, term);
  if (agreement.performed[term] !== undefined) throw alreadyPerformed();
  return found;
};

const isLast = ({ terms, performed }: InEffect, term: number): boolean =>
  terms.every((it) => it.term === term || performed[it.term] !== undefined);

/**
 * A term was performed, all of it or a part; with the last one the dispute is over. `at`: when, not before the agreement
 * had effect, nor in the future.
 *
 * Refused: `agreement-not-in-effect`, `term-unknown`, `term-performed`, `performed-before-effect`.
 */
export const perform =
  (term: number, isWhole: boolean, at: Instant | null): Decides =>
  (state, now) => {
    const it = going(state);
    const agreement = inEffectIn(it);
    openTerm(agreement, term);
    const performedAt = at ?? now;
    if (performedAt < agreement.effectAt || performedAt > now) throw performedBeforeEffect();
    const { number } = it;
    const done: Deed = {
      type: 'TermPerformed',
      data: { number, version: agreement.version, term, isWhole, performedAt },
    };
    if (!isWhole || !isLast(agreement, term)) return [done];
    const over = { number, outcome: 'agreed-and-performed', otherWays: [], endedAt: now } as const;
    return [done, { type: 'DisputeEnded', data: over }];
  };

/** Whoever was promised something was told that a court may help (article 32). Refused: `term-not-due`. */
export const adviseCourt =
  (term: number): Decides =>
  (state, now) => {
    const it = going(state);
    const agreement = inEffectIn(it);
    const { dueAt } = openTerm(agreement, term);
    if (now <= dueAt) throw notDueYet();
    if (agreement.advised.includes(term)) return [];
    return [
      {
        type: 'CourtAdvised',
        data: { number: it.number, version: agreement.version, term, advisedAt: now },
      },
    ];
  };

/** Whether a term is overdue and the parties know what a court can do. */
export const isBreached = ({ terms, performed, advised }: InEffect, now: Instant): boolean =>
  terms.some(({ term, dueAt }) => performed[term] === undefined && dueAt < now && advised.includes(term));

/**
 * The parties have asked a court together to confirm their agreement.
 *
 * @param windowEnds the last moment of the thirty days after it had effect, counted by the Civil Code (articles 201 to
 *   203: the day itself is not counted, and a last day that is a holiday moves on).
 *
 * @param at when they asked, where that is recorded later; `null`: now.
 *
 * Refused: `not-confirmable` (Supreme People's Court 法释〔2011〕5号, article 4), `not-joint`, `confirmation-window-over`,
 * `confirmation-sought` while they wait, or after the court has decided; `deed-time` before the agreement had effect, or
 * ahead.
 */
export const seekConfirmation =
  (
    parties: readonly string[],
    windowEnds: (effectAt: Instant) => Instant,
    at: Instant | null = null,
  ): Decides =>
  (state, now) => {
    const it = going(state);
    const agreement = inEffectIn(it);
    const { version, effectAt, isAboutStatus } = agreement;
    if (isAboutStatus) throw notConfirmable();
    if (isBeforeCourt(agreement)) throw confirmationSought();
    if (!it.parties.every(({ party }) => parties.includes(party))) throw notJoint();
    const soughtAt = timeOfDeed(at, effectAt, now);
    if (soughtAt > windowEnds(effectAt)) throw windowOver();
    return [{ type: 'ConfirmationSought', data: { number: it.number, version, soughtAt } }];
  };

/** What was withdrawn, or not accepted, may be asked again as long as the window is open. */
const mayAskAgain = ['withdrawn', 'not-accepted'];

/** Whether a court was asked, and has it or has decided it. */
const isBeforeCourt = ({ soughtAt, confirmation }: InEffect): boolean =>
  soughtAt !== null && (confirmation === null || !mayAskAgain.includes(confirmation.outcome));

type Said = 'confirmed' | 'rejected' | 'not-accepted' | 'withdrawn';

/** What the court said, also after everything was performed. Refused: `dispute-unknown`, `confirmation-not-sought`. */
export const decideConfirmation =
  (outcome: Said): Decides =>
  (state, now) => {
    const it = state;
    if (it === null) throw unknownDispute('');
    const { version, soughtAt, confirmation } = inEffectIn(it);
    if (soughtAt === null || confirmation !== null) throw confirmationNotSought();
    return [{ type: 'ConfirmationDecided', data: { number: it.number, version, outcome, decidedAt: now } }];
  };
