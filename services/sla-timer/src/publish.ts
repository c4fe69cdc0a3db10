/** What the town hears of deadlines. */
import { publicEvent } from '@mulin/bus';
import {
  addressees,
  BreachRevokedV1,
  commitmentAddressees,
  CommitmentJudgedV1,
  commitmentKinds,
  CommitmentMissingV1,
  CommitmentNoticeV1,
  CommitmentStartedV1,
  cancelReasons,
  CaseEscalatedV1,
  CaseEscalatedV2,
  CaseWarnedV1,
  CaseWarnedV2,
  ClockCancelledV2,
  ClockChangedV1,
  ClockMissingV1,
  ClockStartedV1,
  EndRevokedV1,
  EscalationAcknowledgedV1,
  EscalationRevokedV1,
  EscalationRevokedV2,
  ladderRoles,
  type PublicEvent,
  reportedBy,
  secretaryDecisions,
  VerdictGivenV1,
} from '@mulin/contracts';
import { categoryOf, type Event, type Instant, type RecordedEvent } from '@mulin/kernel';
import {
  isNotice,
  isObserved,
  isVerdict,
  type NoticeEvent,
  type VerdictEvent,
} from './domain/clocks/clock-events.js';
import { effectiveFrom } from './domain/clocks/terms-in-force.js';
import { decider, type Event as ClockEvent } from './domain/clocks/clocks.js';
import * as Commitment from './domain/commitments/commitment.js';

type Of<Type extends ClockEvent['type']> = RecordedEvent<Extract<ClockEvent, { type: Type }>>;

const roleOf = (to: string) => addressees.find((role) => role === to);

/** A role nobody can have is told nothing: the check of a pack says so beforehand. */
const given = (event: Of<'NoticeGiven'>): PublicEvent | null => {
  const { addressees: wanted, level, ...data } = event.data;
  const to = roleOf(data.to);
  if (to === undefined) return null;
  const insteadOf = wanted.filter((name) => name !== to).flatMap((name) => roleOf(name) ?? []);
  const payload = { ...data, to, insteadOf };
  return level === 'warning'
    ? publicEvent(CaseWarnedV2, event, data.givenAt, payload)
    : publicEvent(CaseEscalatedV2, event, data.givenAt, payload);
};

const withdrawn = (event: Of<'NoticeWithdrawn'>): PublicEvent | null => {
  const { left, isSilent, ...data } = event.data;
  const to = roleOf(data.to);
  if (to === undefined || isSilent) return null;
  const payload = { ...data, to, ...(left === 'warning' ? { left } : {}) };
  return publicEvent(EscalationRevokedV2, event, event.metadata.recordedAt, payload);
};

/** As steps were published that were recorded before there were notices. */
const former = (event: Of<'StepRaised'> | Of<'StepRevoked'>): PublicEvent | null => {
  const to = ladderRoles.find((role) => role === event.data.to);
  if (to === undefined) return null;
  if (event.type === 'StepRevoked')
    return publicEvent(EscalationRevokedV1, event, sinceWhen(event), { ...event.data, to });
  const { owedAt, dueAt, answered } = event.data;
  if (owedAt >= dueAt) return publicEvent(CaseEscalatedV1, event, owedAt, { ...event.data, to });
  return answered ? null : publicEvent(CaseWarnedV1, event, owedAt, { ...event.data, to });
};

const noticeOf = (event: RecordedEvent<NoticeEvent>): PublicEvent | null => {
  if (event.type === 'NoticeGiven') return given(event);
  return event.type === 'NoticeWithdrawn' ? withdrawn(event) : former(event);
};

const cancelled = (event: Of<'ClockCancelled'>): PublicEvent => {
  const because = cancelReasons.find((reason) => reason === event.data.because) ?? 'closed';
  return publicEvent(ClockCancelledV2, event, event.data.endedAt, { ...event.data, because });
};

/** A lateness is none since its answer; where only the deadline was moved, since that was put on record. */
const sinceWhen = ({ data, metadata }: Of<'BreachRevoked' | 'StepRevoked'>): Instant =>
  data.endedAt ?? metadata.recordedAt;

const verdictOf = (event: RecordedEvent<VerdictEvent>): PublicEvent => {
  switch (event.type) {
    case 'ClockMet':
      return publicEvent(VerdictGivenV1, event, event.data.endedAt, { ...event.data, verdict: 'met' });
    case 'ClockBreached':
      return publicEvent(VerdictGivenV1, event, event.data.dueAt, { ...event.data, verdict: 'breached' });
    case 'BreachRevoked':
      return publicEvent(BreachRevokedV1, event, sinceWhen(event), event.data);
    case 'ClockCancelled':
      return cancelled(event);
    case 'EndRevoked':
      return publicEvent(EndRevokedV1, event, event.metadata.recordedAt, event.data);
  }
};

/** A clock starts, or is due at another moment than before: that alone is everybody's business. */
const termsOf = (event: Of<'TermsSet'>): PublicEvent | null => {
  const { owedBy: dueAt, formerlyOwedBy: formerDueAt, reportedBy: word, ...data } = event.data;
  if (formerDueAt === dueAt) return null;
  if (formerDueAt)
    return publicEvent(ClockChangedV1, event, effectiveFrom(data), { ...data, dueAt, formerDueAt });
  const by = reportedBy.find((it) => it === word);
  return publicEvent(ClockStartedV1, event, data.startedAt, {
    ...data,
    dueAt,
    ...(by ? { reportedBy: by } : {}),
  });
};

const acknowledged = (event: Of<'EscalationAcknowledged'>): PublicEvent | null => {
  const role = roleOf(event.data.role);
  const decision = secretaryDecisions.find((it) => it === event.data.decision);
  if (role === undefined || decision === undefined) return null;
  return publicEvent(EscalationAcknowledgedV1, event, event.data.acknowledgedAt, {
    ...event.data,
    role,
    decision,
  });
};

/** What was heard from others is theirs to publish. */
const publicEventOf = (event: RecordedEvent<ClockEvent>): PublicEvent | null => {
  if (isObserved(event)) return null;
  if (isVerdict(event)) return verdictOf(event);
  if (isNotice(event)) return noticeOf(event);
  if (event.type === 'TermsSet') return termsOf(event);
  return event.type === 'EscalationAcknowledged'
    ? acknowledged(event)
    : publicEvent(ClockMissingV1, event, event.metadata.recordedAt, event.data);
};

type Commits<Type extends Commitment.Event['type']> = RecordedEvent<
  Extract<Commitment.Event, { type: Type }>
>;

const addresseeOf = (to: string) => commitmentAddressees.find((role) => role === to);

/** A role nobody can have is told nothing. */
const commitmentNotice = (
  event: Commits<'CommitmentNoticeGiven'>,
  of: (typeof commitmentKinds)[number],
): PublicEvent | null => {
  const { addressees: wanted, givenAt, ...data } = event.data;
  const to = addresseeOf(data.to);
  if (to === undefined) return null;
  const insteadOf = wanted.filter((it) => it !== to).flatMap((it) => addresseeOf(it) ?? []);
  return publicEvent(CommitmentNoticeV1, event, givenAt, { ...data, of, to, insteadOf });
};

const judged = (event: Commits<'CommitmentJudged'>, of: (typeof commitmentKinds)[number]): PublicEvent => {
  const { verdict, dueAt, endedAt } = event.data;
  // A miss is one since it was due, whenever it is answered.
  const since = verdict === 'breached' ? dueAt : (endedAt ?? dueAt);
  return publicEvent(CommitmentJudgedV1, event, since, { ...event.data, of });
};

/** What was heard from mediation is its own to publish. */
const ofCommitments = (event: RecordedEvent<Commitment.Event>): PublicEvent | null => {
  if (!('of' in event.data)) return null;
  const { of: kind } = event.data;
  const of = commitmentKinds.find((it) => it === kind);
  if (of === undefined) return null;
  switch (event.type) {
    case 'CommitmentStarted':
      return publicEvent(CommitmentStartedV1, event, event.data.since, { ...event.data, of });
    case 'CommitmentJudged':
      return judged(event, of);
    case 'CommitmentNoticeGiven':
      return commitmentNotice(event, of);
    case 'CommitmentMissing':
      return publicEvent(CommitmentMissingV1, event, event.data.since, { ...event.data, of });
    default:
      return null;
  }
};

/** Policies and calendars are published to nobody: each clock names the versions it goes by. */
const isOfClocks = (event: RecordedEvent): event is RecordedEvent<ClockEvent> =>
  categoryOf(event) === decider.category;

const isOfCommitments = (event: RecordedEvent): event is RecordedEvent<Commitment.Event> =>
  categoryOf(event) === Commitment.decider.category;

export const publish = (event: RecordedEvent<Event>): PublicEvent | null => {
  if (isOfCommitments(event)) return ofCommitments(event);
  return isOfClocks(event) ? publicEventOf(event) : null;
};
