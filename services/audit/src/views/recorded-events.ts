/** The one kind of event that audit has, and the views are folded from: what a service told, as it came. */
import type * as told from '@mulin/contracts';
import { type Contract, contracts, type PublicEvent } from '@mulin/contracts';
import {
  idOf,
  instant,
  type NewEvent,
  type RecordedEvent,
  type StreamName,
  type UpcastContext,
  type Upcasts,
  withoutImplied,
} from '@mulin/kernel';

export type PublicEventRecorded = Readonly<{ type: 'EventHeard'; data: PublicEvent }>;

/** A public event as audit's log has it: `data` is what the publisher said, the rest says when audit heard it. */
export type RecordedPublicEvent = RecordedEvent<PublicEventRecorded>;

export const category = 'history';
/** How things and people are called, beside the history of cases: it is read whole, and often. */
export const referenceCategory = 'reference';

const referenceTypes: readonly string[] = [
  'intake.menu-item-published.v1',
  'routing.area-named.v1',
  'routing.micro-grid-drawn.v1',
  'routing.micro-grid-given-up.v1',
  'routing.roster-posted.v1',
  'routing.roster-taken-down.v1',
  'routing.leave-recorded.v1',
  'routing.leave-ended.v1',
] satisfies readonly ReferenceType[];

type ReferenceType =
  | 'intake.menu-item-published.v1'
  | 'routing.area-named.v1'
  | 'routing.micro-grid-drawn.v1'
  | 'routing.micro-grid-given-up.v1'
  | 'routing.roster-posted.v1'
  | 'routing.roster-taken-down.v1'
  | 'routing.leave-recorded.v1'
  | 'routing.leave-ended.v1';

/** What mediation says of a case, whose dispute has a history of its own. */
const mediationOfCases = ['mediation.case-in-mediation.v1', 'mediation.case-mediated.v1'] as const;

type OfDisputes =
  | Exclude<Extract<KnownType, `mediation.${string}`>, (typeof mediationOfCases)[number]>
  | Extract<KnownType, `sla-timer.commitment-${string}`>;

/** What is published of disputes and promises, which are no cases. */
export type DisputeEvent = Extract<KnownEvent, { type: OfDisputes }>;

/** What is published of cases, and not of disputes, nor of how things and people are called. */
export type CaseEvent = Exclude<KnownEvent, { type: ReferenceType | OfDisputes }>;

const isOfDispute = ({ type }: Pick<PublicEvent, 'type'>): boolean =>
  type.startsWith('sla-timer.commitment-') ||
  (type.startsWith('mediation.') && !mediationOfCases.some((it) => it === type));

const isReference = ({ type }: Pick<PublicEvent, 'type'>): boolean => referenceTypes.includes(type);

export const historyOf = (subject: string): StreamName => `${category}-${subject}`;

/** Where an event is kept. */
export const streamFor = (event: PublicEvent): StreamName =>
  isReference(event) ? `${referenceCategory}-${event.subject}` : historyOf(event.subject);

type EventOf<One> = One extends Contract<infer Type, infer Data> ? PublicEvent<Type, Data> : never;
type Contracts = typeof told;

/** An event of a type that has a contract. */
export type KnownEvent = { [Name in keyof Contracts]: EventOf<Contracts[Name]> }[keyof Contracts];
export type KnownType = KnownEvent['type'];

const byType: ReadonlyMap<string, Contract> = new Map(contracts.map((contract) => [contract.type, contract]));

export const contractOf = (type: string): Contract | undefined => byType.get(type);

/** `null`: of a type that has no contract here. What is kept was looked at by its contract when it came. */
export const knownOf = (event: PublicEvent): KnownEvent | null =>
  // The map is made of the very contracts that the type is made of.
  byType.has(event.type) ? (event as KnownEvent) : null;

/** `null`: of no case, or of a type that has no contract here. */
export const caseEventOf = (event: PublicEvent): CaseEvent | null => {
  const known = isReference(event) || isOfDispute(event) ? null : knownOf(event);
  return known as CaseEvent | null; // All others that have a contract are of cases.
};

/** `null`: of no dispute or promise, or of a type that has no contract here. */
export const disputeEventOf = (event: PublicEvent): DisputeEvent | null =>
  // What was looked for is all that is of disputes.
  isOfDispute(event) ? (knownOf(event) as DisputeEvent | null) : null;

/** Which service told it. */
export const producerOf = ({ type }: Pick<PublicEvent, 'type'>): string => type.split('.', 1)[0] ?? type;

/** The recorded event takes the id of the public one, so that hearing it twice is hearing it once. */
export const toRecord = (event: PublicEvent): NewEvent<PublicEventRecorded> => ({
  type: 'EventHeard',
  data: event,
  id: event.id,
  notBefore: instant(event.recordedat),
  metadata: {
    town: event.town,
    actor: 'audit',
    correlationId: event.correlationid,
    causationId: event.id,
    ...(event.traceparent === undefined ? {} : { traceparent: event.traceparent }),
  },
});

/** What the envelope of an event says that its place in the log of audit says, too. */
const impliedBy = (type: string, event: UpcastContext): Partial<Record<string, unknown>> => {
  const { town, correlationId, traceparent } = event.metadata;
  const producer = producerOf({ type });
  return {
    specversion: '1.0',
    id: event.id,
    subject: idOf(event),
    source: `/${town}/${producer}`,
    town,
    correlationid: correlationId,
    actor: producer,
    dataschema: `urn:mulin:${type}`,
    ...(traceparent === undefined ? {} : { traceparent }),
  };
};

/** Half of an event is implied. No envelope has a `null` there (`anyEvent` of the contracts). */
const keptForm = withoutImplied<PublicEvent>(({ type }, event) => impliedBy(type, event));

/** Version 1 was the whole event, and version 3 is again; version 2 is what is kept of it. */
export const upcasts = { EventHeard: [keptForm.down, keptForm] } satisfies Upcasts;
