/** A dispute as people and programs read it; what was said in it is in its file. */
import { type Known, stageOf } from '../domain/dispute/dispute-state.js';

const partyOf = ({ party, role, isBody, consent, representatives }: Known['parties'][number]) => ({
  party,
  role,
  isBody,
  consent: consent === null ? null : consent.isGiven ? ('given' as const) : ('refused' as const),
  representatives: representatives.map(({ authority }) => authority),
});

const sessionOf = ({
  minutesId: _,
  booking: __,
  former: ___,
  present,
  ...session
}: Known['sessions'][number]) => ({
  ...session,
  present: [...present],
});

const termsOf = (agreement: NonNullable<Known['agreement']>) =>
  agreement.terms.map(({ term, party, toParty, amount, dueAt }) => ({
    term,
    party,
    toParty,
    amount: amount ?? null,
    dueAt,
    performedAt: agreement.performed[term] ?? null,
    isInPart: agreement.inPart.includes(term),
    isAdvised: agreement.advised.includes(term),
  }));

const agreementOf = (agreement: Known['agreement']) =>
  agreement && {
    version: agreement.version,
    form: agreement.form,
    isAboutStatus: agreement.isAboutStatus,
    terms: termsOf(agreement),
    signatures: agreement.signatures.map(({ signer, as, signedAt }) => ({
      by: signer.by,
      party: signer.by === 'party' ? signer.party : null,
      as,
      signedAt,
    })),
    effectAt: agreement.effectAt,
    confirmationSoughtAt: agreement.soughtAt,
    confirmation: agreement.confirmation?.outcome ?? null,
  };

/** Of a list: no more than helps to find it. */
export const summaryOf = (disputeId: string, it: Known) => ({
  disputeId,
  number: it.number,
  kind: it.kind,
  colour: it.colour,
  area: it.area,
  state: stageOf(it),
  mediator: it.mediator?.mediator ?? null,
  parties: it.parties.length,
  openedAt: it.openedAt,
  caseNumber: it.fromCase?.number ?? null,
  outcome: it.end?.outcome ?? null,
});

/** Of what has effect, that it has; who owes how much, and what is still being talked of, is theirs who agree. */
const outsideOf = (agreement: ReturnType<typeof agreementOf>) =>
  agreement === null || agreement.effectAt === null
    ? null
    : { ...agreement, terms: agreement.terms.map((term) => ({ ...term, amount: null })), signatures: [] };

/** `isInside`: for whoever may see what was agreed (`insideOf`). */
export const disputeOf = (disputeId: string, it: Known, isInside: boolean) => ({
  ...summaryOf(disputeId, it),
  door: it.door,
  parties: it.parties.map(partyOf),
  isChallenged: it.challenge !== null,
  sessions: it.sessions.map(sessionOf),
  agreement: isInside ? agreementOf(it.agreement) : outsideOf(agreementOf(it.agreement)),
  dangers: it.dangers.map(({ danger, at, acknowledgedAt }) => ({ danger, at, acknowledgedAt })),
  otherWays: [...(it.end?.otherWays ?? [])],
  endedAt: it.end?.at ?? null,
});
