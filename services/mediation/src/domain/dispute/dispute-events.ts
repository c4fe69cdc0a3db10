/** What is recorded of a dispute. Who people are and what they say lies in the vault; here stand references and codes. */
import type { Instant, PersonId } from '@mulin/kernel';
import type { DeadlineEvent } from '../deadline-events.js';

export type Colour = 'red' | 'yellow' | 'green';
export type Door = 'case' | 'walk-in' | 'party' | 'interview-day' | 'file';
export type PartyRole = 'applicant' | 'respondent' | 'third-party';
export type Outcome =
  | 'agreed-and-performed'
  | 'agreed-not-performed'
  | 'no-agreement'
  | 'refused'
  | 'withdrawn'
  | 'passed-on'
  | 'joined';

/** A person or a body whose quarrel it is. `details`: name, phone and address, in the vault. */
export type Party = Readonly<{
  party: string;
  role: PartyRole;
  isBody: boolean;
  person: PersonId;
  detailsId: string;
  /** A resident's account, as its pseudonym; absent: they have none here. */
  account?: string;
}>;

/**
 * `special`: may also give way, settle and sign, which has to be said (as Civil Procedure Law, 2023 text, article 62, asks
 * of whoever stands in for a party).
 */
export type Authority = 'general' | 'special';

/** Whether a mediator is near a party. */
export type Relation = 'kin' | 'household' | 'employer' | 'business' | 'party-itself';

export type Details = Readonly<{
  number: string;
  kind: string;
  colour: Colour;
  area: string;
  door: Door;
  fromCase?: Readonly<{ caseId: string; number: string }>;
  parties: readonly Party[];
  /** What the quarrel is, in the vault. */
  factsId: string | null;
}>;

/** What one party owes another by an agreement. `whatId`: in words, in the vault. */
export type Term = Readonly<{
  term: number;
  party: string;
  toParty: string;
  whatId: string;
  /** In cents; absent: it is not about money. */
  amount?: number;
  dueAt: Instant;
}>;

export type Agreement = Readonly<{
  version: number;
  form: 'written' | 'oral';
  /** Facts, the heart of the quarrel, and who answers for what (People's Mediation Law, article 29), in the vault. */
  factsId: string | null;
  terms: readonly Term[];
  /** About marriage, adoption or whose child somebody is: no court confirms that. */
  isAboutStatus: boolean;
}>;

/** Whose sign stands under an agreement: a party, the mediator, or the seal of the committee. */
export type Signer = Readonly<{ by: 'party'; party: string }> | Readonly<{ by: 'mediator' | 'committee' }>;
export type SignedAs = 'signature' | 'fingerprint' | 'seal';

type Fact<Type extends string, Data> = Readonly<{ type: Type; data: Readonly<Data> }>;

export type Fundamental =
  | Fact<'DisputeOpened', Details & { openedAt: Instant }>
  | Fact<'PartyJoined', Party & { joinedAt: Instant }>
  | Fact<'RepresentativeNamed', { party: string; detailsId: string; authority: Authority; namedAt: Instant }>
  | Fact<'RelationDeclared', { party: string; mediator: string; relation: Relation; declaredAt: Instant }>
  | Fact<'ColourChanged', { number: string; colour: Colour; before: Colour; changedAt: Instant }>
  | Fact<
      'ConsentStated',
      { number: string; party: string; isGiven: boolean; isEverybodys: boolean; statedAt: Instant }
    >
  | Fact<
      'MediatorAssigned',
      {
        number: string;
        mediator: string;
        insteadOf?: string;
        because: 'load' | 'named' | 'replaced';
        area: string;
        assignedAt: Instant;
      }
    >
  | Fact<
      'MediatorChallenged',
      {
        number: string;
        party: string;
        mediator: string;
        because: string;
        area: string;
        challengedAt: Instant;
      }
    >
  | Fact<'ChallengeDecided', { mediator: string; isUpheld: boolean; decidedAt: Instant }>
  | Fact<'StatementMade', { party: string; statementId: string; isForAll: boolean; madeAt: Instant }>
  | Fact<'CaucusNoted', { party: string; noteId: string; mediator: string; notedAt: Instant }>;

export type Meeting =
  | Fact<
      'SessionPlanned',
      {
        number: string;
        area: string;
        session: number;
        from: Instant;
        until: Instant;
        place: string;
        /** What was taken for it in the diaries of whoever mediates, and of the place. */
        booking: string;
        mediator: string;
        /** How many parties have no phone; absent: none. */
        withoutPhone?: number;
        plannedAt: Instant;
      }
    >
  | Fact<'SessionCalledOff', { number: string; session: number; calledOffAt: Instant }>
  | Fact<
      'SessionHeld',
      {
        number: string;
        session: number;
        present: readonly string[];
        parties: number;
        minutesId: string;
        /** Proves that the minutes are these. */
        minutesHash: string;
        beganAt: Instant;
      }
    >
  | Fact<'ProposalMade', { proposal: number; from: 'mediator' | string; textId: string; madeAt: Instant }>;

export type Agreeing =
  | Fact<'AgreementDrafted', Agreement & { draftedAt: Instant }>
  | Fact<
      'AgreementSigned',
      { version: number; signer: Signer; as: SignedAs; isByRepresentative?: true; signedAt: Instant }
    >
  | Fact<'AgreementTookEffect', { number: string; agreement: Agreement; effectAt: Instant }>
  | Fact<'SettlingExtended', { until: Instant; extendedAt: Instant }>
  | Fact<
      'TermPerformed',
      { number: string; version: number; term: number; isWhole: boolean; performedAt: Instant }
    >
  | Fact<'CourtAdvised', { number: string; version: number; term: number; advisedAt: Instant }>
  | Fact<'ConfirmationSought', { number: string; version: number; soughtAt: Instant }>
  | Fact<
      'ConfirmationDecided',
      {
        number: string;
        version: number;
        outcome: 'confirmed' | 'rejected' | 'not-accepted' | 'withdrawn';
        decidedAt: Instant;
      }
    >;

export type Ending =
  | Fact<
      'DangerReported',
      { number: string; danger: number; area: string; textId: string; reportedAt: Instant }
    >
  | Fact<'DangerAcknowledged', { danger: number; by: string; acknowledgedAt: Instant }>
  | Fact<
      'DisputeEnded',
      { number: string; outcome: Outcome; otherWays: readonly string[]; into?: string; endedAt: Instant }
    >
  | Fact<'DisputeReopened', { number: string; reopenedAt: Instant }>
  | Fact<'CalledBack', { party: string; isKept: boolean; wordsId?: string; calledAt: Instant }>;

/** What somebody did, before what it means to deadlines. */
export type Deed = Fundamental | Meeting | Agreeing | Ending;
export type Event = Deed | DeadlineEvent;
