/** The shapes that the routes of disputes answer with, and how what changes one is described. */
import {
  disputeDoors,
  disputeKinds,
  disputeOutcomes,
  otherWays,
  partyRoles,
  riskColours,
} from '@mulin/contracts';
import type { LocalizedText } from '@mulin/kernel';
import { type Operation, type Refusals, type Tag, TownTime } from '@mulin/service';
import { z } from 'zod';
import { stages } from '../../domain/dispute/dispute-state.js';

export const tag: Tag = {
  name: 'disputes',
  description: {
    en: 'Quarrels before the mediation committee: parties, consent, sessions, agreements, and whether they are kept.',
    zh: '人民调解：当事人、意愿、调解安排、协议及其履行。',
  },
};

const about = {
  disputeId: z.uuid(),
  number: z.string(),
  kind: z.enum(disputeKinds),
  colour: z.enum(riskColours),
  area: z.string(),
  state: z.enum(stages).meta({ id: 'DisputeStage' }),
  /** The account of whoever mediates; `null`: nobody yet. */
  mediator: z.string().nullable(),
  openedAt: TownTime,
  caseNumber: z.string().nullable(),
  outcome: z.enum(disputeOutcomes).nullable(),
};

export const Summary = z.strictObject({ ...about, parties: z.int() }).meta({ id: 'DisputeSummary' });

const Party = z.strictObject({
  party: z.uuid(),
  role: z.enum(partyRoles),
  isBody: z.boolean(),
  /** `null`: not said yet. */
  consent: z.enum(['given', 'refused']).nullable(),
  representatives: z.array(z.enum(['general', 'special'])),
});

const Session = z.strictObject({
  session: z.int(),
  from: TownTime,
  until: TownTime,
  place: z.string(),
  mediator: z.string(),
  state: z.enum(['planned', 'called-off', 'held']),
  present: z.array(z.uuid()),
});

const Term = z.strictObject({
  term: z.int(),
  party: z.uuid(),
  toParty: z.uuid(),
  amount: z.int().nullable(),
  dueAt: TownTime,
  performedAt: TownTime.nullable(),
  isInPart: z.boolean(),
  isAdvised: z.boolean(),
});

const Agreement = z.strictObject({
  version: z.int(),
  form: z.enum(['written', 'oral']),
  isAboutStatus: z.boolean(),
  terms: z.array(Term),
  signatures: z.array(
    z.strictObject({
      by: z.enum(['party', 'mediator', 'committee']),
      party: z.uuid().nullable(),
      as: z.enum(['signature', 'fingerprint', 'seal']),
      signedAt: TownTime,
    }),
  ),
  effectAt: TownTime.nullable(),
  confirmationSoughtAt: TownTime.nullable(),
  confirmation: z.string().nullable(),
});

export const Dispute = z
  .strictObject({
    ...about,
    door: z.enum(disputeDoors),
    parties: z.array(Party),
    /** A challenge of the mediator waits for the committee. */
    isChallenged: z.boolean(),
    sessions: z.array(Session),
    agreement: Agreement.nullable(),
    dangers: z.array(z.strictObject({ danger: z.int(), at: TownTime, acknowledgedAt: TownTime.nullable() })),
    otherWays: z.array(z.enum(otherWays)),
    endedAt: TownTime.nullable(),
  })
  .meta({ id: 'Dispute' });

export const [one, other] = [
  '0d3f5a52-0d37-8f4d-9f0e-0c1a3a5d7e01',
  '6a1c7f64-94f5-8c86-8b43-9f1f5f1b2c02',
] as const;

export const summary: z.infer<typeof Summary> = {
  disputeId: '95cf39fa-cdbe-862d-b0af-f9349c54dfd5',
  number: 'mu-M-2026-000017',
  kind: 'neighbours',
  colour: 'yellow',
  area: 'mu/dongguan/hetou',
  state: 'asking-consent',
  mediator: 'mediator@mu',
  parties: 2,
  openedAt: '2026-03-04T10:10:00.000+08:00',
  caseNumber: 'mu-2026-000417',
  outcome: null,
};

export const example: z.infer<typeof Dispute> = {
  ...summary,
  door: 'case',
  parties: [
    { party: one, role: 'applicant', isBody: false, consent: 'given', representatives: [] },
    { party: other, role: 'respondent', isBody: false, consent: null, representatives: ['special'] },
  ],
  isChallenged: false,
  sessions: [],
  agreement: null,
  dangers: [],
  otherWays: [],
  endedAt: null,
};

/** Parts of a dispute that are not there. */
const missing: ReadonlySet<string> = new Set(['session-unknown', 'term-unknown', 'danger-unknown']);

/** What anybody is refused who acts on a dispute. */
const acting = (...more: readonly string[]): Refusals => ({
  403: ['not-your-dispute', 'not-your-side'],
  404: ['dispute-unknown', 'party-unknown', ...more.filter((code) => missing.has(code))],
  409: ['dispute-over', ...more.filter((code) => !missing.has(code))],
});

type Words = Readonly<{ summary: LocalizedText; description: LocalizedText }>;
export const words = (title: LocalizedText, description: LocalizedText): Words => ({
  summary: title,
  description,
});
export const both = (en: string, zh: string): LocalizedText => ({ en, zh });

export const changing = (said: Words, ...more: readonly string[]): Operation => ({
  tag,
  ...said,
  answer: Dispute,
  example,
  refusals: acting(...more),
});
