/** What is sent about disputes. */
import {
  confirmationOutcomes,
  disputeDoors,
  disputeKinds,
  otherWays,
  partyRoles,
  riskColours,
} from '@mulin/contracts';
import { inBothLanguages, Moment } from '@mulin/service';
import { z } from 'zod';
import { stages } from '../../domain/dispute/dispute-state.js';

/** Several pages. */
const longest = 20_000;
export const Text = z.string().trim().min(1).max(longest);
const Line = z.string().trim().min(1).max(200);
const Path = z.string().min(1).max(400);
const Account = z.string().trim().min(1).max(400);

/** The schema of a path parameter that names a dispute: its number or its id. */
export const DisputeName = z.string().min(1).max(200);
export const PartyId = z.uuid();
export const Ordinal = z.coerce.number().int().positive().max(10_000);

const phone = /^[+(（]?[0-9][0-9 ()（）.·-]{3,28}$/;

const NamedParty = z.strictObject({
  role: z.enum(partyRoles),
  /** A company or another body; else a person. */
  isBody: z.boolean().default(false),
  name: Line,
  phone: z
    .string()
    .max(40)
    .regex(
      phone,
      inBothLanguages('a phone number of 5 to 20 digits is needed', '应为 5 至 20 位数字的电话号码'),
    )
    .optional(),
  address: z.string().trim().min(1).max(500).optional(),
  /** The resident who asks is this party. */
  isMyself: z.boolean().optional(),
});

/** More parties than a village has families are a slip of the pen. */
const mostParties = 60;

export const OpenDispute = z.strictObject({
  kind: z.enum(disputeKinds),
  colour: z.enum(riskColours).default('green'),
  area: Path,
  door: z.enum(disputeDoors),
  /** The case it comes from. */
  fromCase: z.strictObject({ caseId: z.uuid(), number: Line }).optional(),
  facts: Text.optional(),
  parties: z.array(NamedParty).min(2).max(mostParties),
});

export const JoinParty = NamedParty;
export const NameRepresentative = z.strictObject({
  name: Line,
  phone: NamedParty.shape.phone,
  /** `special`: may also settle and sign for the party. */
  authority: z.enum(['general', 'special']),
  /** What shows it, such as a letter of the party. */
  evidence: Text,
});
export const DeclareRelation = z.strictObject({
  mediator: Account,
  relation: z.enum(['kin', 'household', 'employer', 'business', 'party-itself']),
});
export const StateConsent = z.strictObject({ isGiven: z.boolean() });
export const MakeStatement = z.strictObject({
  text: Text,
  /** Whether the other parties may read it. */
  isForAll: z.boolean().default(false),
});
export const NoteCaucus = z.strictObject({ text: Text });

export const Recolour = z.strictObject({ colour: z.enum(riskColours) });
/** Absent: whoever of the roster has least to do. */
export const AssignMediator = z.strictObject({ mediator: Account.optional() });
export const ChallengeMediator = z.strictObject({
  party: PartyId,
  because: z.enum(['kin', 'interest', 'partial', 'other']),
});
export const DecideChallenge = z.strictObject({ isUpheld: z.boolean(), mediator: Account.optional() });

export const PlanSession = z.strictObject({
  from: Moment,
  until: Moment,
  /** The id of a home, or `elsewhere`. */
  place: z.string().min(1).max(64),
});
export const HoldSession = z.strictObject({ present: z.array(PartyId).max(mostParties), minutes: Text });
export const Propose = z.strictObject({ text: Text, party: PartyId.optional() });

const Term = z.strictObject({
  party: PartyId,
  toParty: PartyId,
  what: Text,
  /** In cents. */
  amount: z.int().positive().max(1e13).optional(),
  dueAt: Moment.optional(),
});

/** An agreement of more terms is a contract of another kind. */
const mostTerms = 100;

export const DraftAgreement = z.strictObject({
  form: z.enum(['written', 'oral']),
  /** Facts, the heart of the quarrel, and who answers for what. */
  facts: Text.optional(),
  isAboutStatus: z.boolean().default(false),
  terms: z.array(Term).max(mostTerms),
  /** Of an oral one: which parties agreed. */
  agreed: z.array(PartyId).max(mostParties).default([]),
  /** Of an oral one: when it was agreed; absent: now. */
  at: Moment.optional(),
});

export const SignAgreement = z.strictObject({
  /** Which draft was read: another one is not signed by it. */
  version: z.int().positive(),
  by: z.enum(['party', 'mediator', 'committee']),
  /** Of a party: which one. */
  party: PartyId.optional(),
  as: z.enum(['signature', 'fingerprint', 'seal']),
  isByRepresentative: z.boolean().default(false),
  /** When it was signed on paper; absent: now. */
  at: Moment.optional(),
});
export const ExtendSettling = z.strictObject({ until: Moment, agreed: z.array(PartyId).max(mostParties) });

export const PerformTerm = z.strictObject({
  term: z.int().positive().max(mostTerms),
  /** A part, or all of it. */
  isWhole: z.boolean(),
  /** Absent: now. */
  at: Moment.optional(),
});
export const AdviseCourt = z.strictObject({ term: z.int().positive().max(mostTerms) });
export const SeekConfirmation = z.strictObject({
  parties: z.array(PartyId).max(mostParties),
  /** When they asked; absent: now. */
  at: Moment.optional(),
});
export const DecideConfirmation = z.strictObject({ outcome: z.enum(confirmationOutcomes) });

export const ReportDanger = z.strictObject({ text: Text });
export const AcknowledgeDanger = z.strictObject({ danger: z.int().positive() });
export const EndDispute = z.strictObject({
  outcome: z.enum(['no-agreement', 'agreed-not-performed', 'withdrawn', 'passed-on', 'joined']),
  otherWays: z.array(z.enum(otherWays)).max(otherWays.length).default([]),
  /** Of one that is joined: the number or the id of the other dispute. */
  into: DisputeName.optional(),
});
export const CallBack = z.strictObject({ party: PartyId, isKept: z.boolean(), words: Text.optional() });

const page = {
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(500).optional(),
};

export const ListDisputes = z.strictObject({
  state: z.enum(stages).optional(),
  colour: z.enum(riskColours).optional(),
  mediator: Account.optional(),
  area: Path.optional(),
  ...page,
});

export const ListSessions = z.strictObject({
  /** Absent: everybody's of the area, and for mediators their own wherever it is. */
  mediator: Account.optional(),
  from: Moment,
  to: Moment,
  ...page,
});

/** As a party has them on paper. */
export const ShowCode = z.strictObject({ number: Line.max(64), code: Line.max(64) });
