/** An agreement: what it must say, who signs it, and from when it has effect (People's Mediation Law, articles 28 to 30). */
import { day, type Instant, msBetween } from '@mulin/kernel';
import type { Agreement, Deed, SignedAs, Signer, Term } from './dispute-events.js';
import { isConsented, type KeptAgreement, type Known } from './dispute-state.js';
import { type Decides, going, partyIn, timeOfDeed } from './opening.js';
import {
  agreementChanged,
  agreementInEffect,
  alreadySigned,
  consentMissing,
  extensionTooLong,
  noAgreement,
  noSpecialAuthority,
  noTerms,
  notEverybodyAgreed,
  oralIsNotSigned,
  termDuePast,
  termToOneself,
  termWithoutDue,
} from './refusals.js';

/** As somebody wrote it down: a term may lack its date, which is refused. */
export type Draft = Readonly<{
  form: Agreement['form'];
  factsId: string | null;
  isAboutStatus: boolean;
  terms: readonly (Omit<Term, 'term' | 'dueAt'> & Readonly<{ dueAt: Instant | null }>)[];
}>;

const termOf = (it: Known, draft: Draft['terms'][number], nth: number, now: Instant): Term => {
  const { dueAt, ...rest } = draft;
  partyIn(it, rest.party);
  partyIn(it, rest.toParty);
  if (rest.party === rest.toParty) throw termToOneself();
  if (dueAt === null) throw termWithoutDue();
  if (dueAt < now) throw termDuePast();
  return { ...rest, term: nth + 1, dueAt };
};

/** When the last party said that it wants mediation. */
const consentedAt = ({ parties, beganAt }: Known): Instant =>
  parties.reduce((last, { consent }) => (consent !== null && consent.at > last ? consent.at : last), beganAt);

const settling = (it: Known): void => {
  if (!isConsented(it)) throw consentMissing();
  if (it.agreement !== null && it.agreement.effectAt !== null) throw agreementInEffect();
};

const agreementOf = (it: Known, draft: Draft, now: Instant): Agreement => {
  if (draft.terms.length === 0) throw noTerms();
  return {
    ...draft,
    version: it.versions + 1,
    terms: draft.terms.map((term, nth) => termOf(it, term, nth, now)),
  };
};

const inEffect = ({ number }: Known, agreement: Agreement, effectAt: Instant): Deed => ({
  type: 'AgreementTookEffect',
  data: { number, agreement, effectAt },
});

/**
 * A written agreement to be signed; signatures under an earlier draft count no more.
 *
 * Refused: `consent-missing`, `agreement-in-effect`, `no-terms`, `term-without-due`, `term-due-past`,
 * `term-to-oneself`, `party-unknown`.
 */
export const draft =
  (wanted: Draft): Decides =>
  (state, now) => {
    const it = going(state);
    settling(it);
    return [{ type: 'AgreementDrafted', data: { ...agreementOf(it, wanted, now), draftedAt: now } }];
  };

/**
 * What was agreed by word of mouth, recorded by the mediator: it has effect on the day on which it was agreed (article
 * 30), also where it is recorded later. Refused as `draft` is, and: `not-everybody-agreed` where a party is missing in
 * `agreed`, `deed-time` for a time that lies before every party wanted it, or ahead.
 *
 * @param at when it was agreed; `null`: now.
 */
export const recordOral =
  (wanted: Draft, agreed: readonly string[], at: Instant | null = null): Decides =>
  (state, now) => {
    const it = going(state);
    settling(it);
    if (!it.parties.every(({ party }) => agreed.includes(party))) throw notEverybodyAgreed();
    const agreedAt = timeOfDeed(at, consentedAt(it), now);
    const agreement = agreementOf(it, wanted, agreedAt);
    return [
      { type: 'AgreementDrafted', data: { ...agreement, draftedAt: now } },
      inEffect(it, agreement, agreedAt),
    ];
  };

const isSame = (one: Signer, other: Signer): boolean =>
  one.by === other.by && (one.by !== 'party' || (other.by === 'party' && one.party === other.party));

/** Parties, mediator and committee: who has not signed yet. */
const missingSigners = (it: Known, { signatures }: KeptAgreement): readonly Signer[] => {
  const all: readonly Signer[] = [
    ...it.parties.map(({ party }): Signer => ({ by: 'party', party })),
    { by: 'mediator' },
    { by: 'committee' },
  ];
  return all.filter((signer) => !signatures.some((one) => isSame(one.signer, signer)));
};

const signable = (it: Known): KeptAgreement => {
  if (it.agreement === null) throw noAgreement();
  if (it.agreement.form === 'oral') throw oralIsNotSigned();
  if (it.agreement.effectAt !== null) throw agreementInEffect();
  return it.agreement;
};

const refuseRepresentative = (it: Known, signer: Signer): void => {
  if (signer.by !== 'party') return;
  const { representatives } = partyIn(it, signer.party);
  if (!representatives.some(({ authority }) => authority === 'special')) throw noSpecialAuthority();
};

/** Who has to sign, this one among them. Refused: `party-unknown`, `already-signed`. */
const toSign = (it: Known, agreement: KeptAgreement, signer: Signer): readonly Signer[] => {
  if (signer.by === 'party') partyIn(it, signer.party);
  const missing = missingSigners(it, agreement);
  if (!missing.some((one) => isSame(one, signer))) throw alreadySigned();
  return missing;
};

/**
 * `version`: which draft was read; absent: whichever stands. `at`: when it was signed on paper, where that is recorded later;
 * absent: now.
 */
type Signing = Readonly<{ isByRepresentative?: boolean; version?: number; at?: Instant | undefined }>;

/** The last of the signs gives effect, whichever was recorded last. */
const effectOf = ({ signatures }: KeptAgreement, signedAt: Instant): Instant =>
  signatures.reduce((last, one) => (one.signedAt > last ? one.signedAt : last), signedAt);

/**
 * Somebody's sign is under the agreement. With the last one, of parties, mediator and the committee's seal, it has effect
 * (article 30). Who may sign for whom is for the route.
 *
 * Refused: `no-agreement-drafted`, `oral-not-signed`, `agreement-in-effect`, `already-signed`, `no-special-authority`, and
 * `agreement-changed` where another draft was read than the one that stands, `deed-time` for a time before the draft, or
 * ahead.
 */
export const sign =
  (signer: Signer, as: SignedAs, { isByRepresentative = false, version: read, at }: Signing = {}): Decides =>
  (state, now) => {
    const it = going(state);
    const agreement = signable(it);
    if (read !== undefined && read !== agreement.version) throw agreementChanged();
    if (isByRepresentative) refuseRepresentative(it, signer);
    const missing = toSign(it, agreement, signer);
    const { version } = agreement;
    const signedAt = timeOfDeed(at ?? null, agreement.draftedAt, now);
    const signed: Deed = {
      type: 'AgreementSigned',
      data: { version, signer, as, ...(isByRepresentative ? { isByRepresentative } : {}), signedAt },
    };
    const effectAt = effectOf(agreement, signedAt);
    return missing.length === 1 ? [signed, inEffect(it, plain(agreement), effectAt)] : [signed];
  };

const plain = ({ version, form, factsId, terms, isAboutStatus }: KeptAgreement): Agreement => ({
  version,
  form,
  factsId,
  terms,
  isAboutStatus,
});

/** A mediation "usually takes a month, and may go on with the consent of all" (rules of the ministry, 2002). */
const longestExtensionMs = 30 * day;

/** It goes on for longer, as all parties want. Refused: `not-everybody-agreed`, `extension-too-long`. */
export const extend =
  (until: Instant, agreed: readonly string[]): Decides =>
  (state, now) => {
    const it = going(state);
    settling(it);
    if (!it.parties.every(({ party }) => agreed.includes(party))) throw notEverybodyAgreed();
    const ms = msBetween(now, until);
    if (ms <= 0 || ms > longestExtensionMs) throw extensionTooLong();
    return [{ type: 'SettlingExtended', data: { until, extendedAt: now } }];
  };
