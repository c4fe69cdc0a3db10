import { z } from 'zod';
import { mayGrow } from './compatible.js';

/**
 * A list of words that may grow without a new version of the contracts that use it, because nobody decides by
 * them: who reads is brought up to date before who tells, and a message that came too early is set aside
 * until then. Every other list is closed: a new word in it is a new version.
 */
const growing = { [mayGrow]: true };

/** The doors a demand comes through. */
export const channels = [
  'portal',
  'hotline-12345',
  'neighbours-hotline',
  'open311',
  'patrol',
  'file',
  'interview-day',
] as const;
export const Channel = z.enum(channels).meta(growing);

/** How soon a demand must be seen to; the policy of its menu item says what that means in time. */
export const urgencies = ['emergency', 'urgent', 'ordinary', 'complex'] as const;
export const Urgency = z.enum(urgencies);

export const nets = ['life', 'production', 'commerce'] as const;
export const Net = z.enum(nets);

/**
 * Why a person was erased, in the order of article 47 of the Personal Information Protection Law: they asked for it,
 * they took their consent back, nobody needs it any more, or it should never have been kept.
 */
export const erasureReasons = [
  'asked-for',
  'consent-withdrawn',
  'no-longer-needed',
  'kept-unlawfully',
] as const;
export const ErasureReason = z.enum(erasureReasons).meta(growing);

/** How a case ended. */
export const outcomes = ['done', 'explained', 'declined', 'withdrawn', 'duplicate'] as const;
export const Outcome = z.enum(outcomes);

export const declineReasons = [
  'not-of-this-town',
  'before-a-court',
  'already-decided',
  'not-a-public-matter',
  'not-understandable',
] as const;
export const DeclineReason = z.enum(declineReasons).meta(growing);

/** Where a demand that is not this town's is taken up. Codes, so that nobody's name gets into an event. */
export const doors = [
  'government-hotline',
  'county-department',
  'county-court',
  'police',
  'labour-arbitration',
  'petition-office',
  'neighbouring-town',
  'utility-company',
] as const;

export const reclassifyReasons = ['wrong-menu-item', 'wrong-place', 'wrong-urgency', 'wrong-person'] as const;
export const ReclassifyReason = z.enum(reclassifyReasons).meta(growing);

export const returnReasons = ['not-my-area', 'not-my-power', 'needs-other-unit', 'place-not-found'] as const;
export const ReturnReason = z.enum(returnReasons).meta(growing);

/** Whom the first version of a notice could be addressed to. Closed: `addressees` is the list of today. */
export const ladderRoles = [
  'grid-member',
  'grid-leader',
  'village-committee',
  'community-secretary',
  'town-leader',
] as const;
export const LadderRole = z.enum(ladderRoles);

/** Who can be told of a deadline: the desk, whoever verifies, and from the holder of an order upwards. */
export const addressees = ['hotline-clerk', 'verifier', ...ladderRoles] as const;
export const Addressee = z.enum(addressees).meta(growing);

/** Whose word the time of a report is: the town's own clock, whoever wrote it down, or the file it came in. */
export const reportedBy = ['town', 'caller', 'source'] as const;
export const ReportedBy = z.enum(reportedBy).meta(growing);

/** Why an order is offered to somebody. */
export const offerReasons = [
  'registered',
  'returned',
  'corrected',
  'decided',
  'reassigned',
  'off-duty',
  'account-disabled',
  'not-taken',
  'taken-in-time',
  'handed-over',
  'redo',
] as const;
export const OfferReason = z.enum(offerReasons).meta(growing);

/** How the holder of an order got in touch with whoever asked; `nobody-there` is an attempt and no contact. */
export const contactManners = ['face-to-face', 'phone', 'message', 'nobody-there'] as const;
export const ContactManner = z.enum(contactManners).meta(growing);

/** Whose clock said when it happened: the town's own, or that of the phone of whoever did it. */
export const timedBy = ['town', 'device'] as const;
export const TimedBy = z.enum(timedBy).meta(growing);

/** What a progress report held. */
export const reportContents = ['none', 'text', 'photo', 'text-and-photo'] as const;
export const ReportContent = z.enum(reportContents).meta(growing);

/** Which way an order went from one unit to another, by the levels of the town. */
export const handOverDirections = ['up', 'down', 'sideways'] as const;
export const HandOverDirection = z.enum(handOverDirections);

/** Why an order was handed over. */
export const handOverReasons = ['needs-other-unit', 'beyond-my-power', 'needs-several', 'leave'] as const;
export const HandOverReason = z.enum(handOverReasons).meta(growing);

/** Why a helper is not waited for any more. */
export const releaseReasons = [
  'overruled',
  'not-needed',
  'case-over',
  'off-duty',
  'account-disabled',
  'nobody-on-duty',
] as const;
export const ReleaseReason = z.enum(releaseReasons).meta(growing);

/** What a verifier found who does not confirm that the work is done. */
export const refusalReasons = ['not-done', 'partly-done', 'wrong-place', 'no-proof'] as const;
export const RefusalReason = z.enum(refusalReasons).meta(growing);

/** What a secretary decides about what reached her. */
export const secretaryDecisions = ['noted', 'ruled', 'handed-over', 'called-in', 'interview'] as const;
export const SecretaryDecision = z.enum(secretaryDecisions).meta(growing);

/** How a call-back went. */
export const callBackOutcomes = ['reached', 'no-answer', 'wrong-number', 'call-later', 'refused'] as const;
export const CallBackOutcome = z.enum(callBackOutcomes).meta(growing);

/** Where a rating was given. */
export const ratingChannels = ['link', 'portal', 'desk'] as const;
export const RatingChannel = z.enum(ratingChannels).meta(growing);

/** Whether anybody got in touch, by the word of whoever asked. */
export const responses = ['responded', 'not-responded'] as const;
/** Whether it is solved, by the word of whoever asked. */
export const resolutions = ['solved', 'partly-solved', 'not-solved'] as const;
/** The five levels by which the public rates a service (好差评, 国办发〔2019〕51号). */
export const satisfactions = [
  'very-satisfied',
  'satisfied',
  'fairly-satisfied',
  'dissatisfied',
  'very-dissatisfied',
] as const;
export const Rating = z.object({
  response: z.enum(responses),
  resolution: z.enum(resolutions),
  satisfaction: z.enum(satisfactions),
});

/** Why the town asks no more of a cycle: what was said, or that nobody can be asked. */
export const conclusionReasons = ['satisfied', 'no-rating', 'not-reached', 'secretary-decided'] as const;
export const ConclusionReason = z.enum(conclusionReasons).meta(growing);

/** Why a cycle of a case may be taken out of the rates (剔除). */
export const exemptionReasons = [
  'no-competence',
  'against-law-or-policy',
  'force-majeure',
  'complainant-unreachable',
  'duplicate',
  'other-owner',
] as const;
export const ExemptionReason = z.enum(exemptionReasons);

/** Why a case begins another cycle. */
export const reopenReasons = ['redo', 'asked-again', 'closed-by-mistake'] as const;
export const ReopenReason = z.enum(reopenReasons).meta(growing);

/** What was added to a case; what it says lies in the vault. */
export const additionKinds = ['words', 'photo', 'note'] as const;
export const AdditionKind = z.enum(additionKinds).meta(growing);

/** Why a deadline holds, or is another one than before. */
export const termsReasons = ['started', 'merged', 'reclassified'] as const;
export const TermsReason = z.enum(termsReasons).meta(growing);

/**
 * Why a clock is over without a verdict. `closed-on-due-day`: its source noted only the day of the closing, and it was
 * due at some hour of it.
 */
export const cancelReasons = [
  'withdrawn',
  'merged',
  'declined',
  'returned',
  'moved',
  'closed',
  'released',
  'closed-on-due-day',
] as const;
export const CancelReason = z.enum(cancelReasons).meta(growing);

/** Why a deadline could not be computed. */
export const missingReasons = ['no-policy', 'no-calendar', 'uncountable'] as const;
export const MissingReason = z.enum(missingReasons).meta(growing);

export const Verdict = z.enum(['met', 'breached']);
export const Cycle = z.int().positive();

/**
 * What was wrong with a row of a file, which was kept all the same. `implausible-time`, `implausible-place`: a closing,
 * a deadline or a place that cannot be was left out. `closed-on-due-day`: only the day of its closing is known, and it
 * was due at some hour of it. `masked-phone`: its source covers the digits. `due-before-reported`: it was owed before it
 * was asked.
 */
export const flags = [
  'closed-before-opened',
  'unknown-menu-item',
  'no-place',
  'place-outside-town',
  'date-without-time',
  'implausible-time',
  'implausible-place',
  'closed-on-due-day',
  'masked-phone',
  'due-before-reported',
] as const;

/** Of a row with one of these nobody can say whether it was in time. */
export const undecidableFlags: readonly (typeof flags)[number][] = [
  'implausible-time',
  'implausible-place',
  'closed-on-due-day',
];
export const Flag = z.enum(flags).meta(growing);

/**
 * The times of a row that its source knows only by their day. A report is then the first moment of that day; a deadline
 * or a closing its last one, or the end of business where the import was told when that is.
 */
export const rowTimes = ['reportedAt', 'dueAt', 'closedAt'] as const;
export type RowTime = (typeof rowTimes)[number];
export const RowTime = z.enum(rowTimes).meta(growing);
