/** What the town hears of deadlines. */
import { tell } from '@mulin/bus';
import {
  BreachRevokedV1,
  CaseEscalatedV1,
  CaseWarnedV1,
  ClockCancelledV1,
  ClockStartedV1,
  EscalationRevokedV1,
  ladderRoles,
  type PublicEvent,
  VerdictGivenV1,
} from '@mulin/contracts';
import { categoryOf, type Event, type Instant, type Recorded } from '@mulin/kernel';
import { isJudgement, isNews, type Judgement } from './domain/clock-facts.js';
import { decider, type Event as ClockEvent } from './domain/clocks.js';

type Of<Type extends ClockEvent['type']> = Recorded<Extract<ClockEvent, { type: Type }>>;

const roleOf = (to: string) => ladderRoles.find((role) => role === to);

const reasons = ['withdrawn', 'merged', 'declined', 'returned'] as const;

/** A role that is on no ladder is told nothing: the check of a pack says so beforehand. */
const raised = (fact: Of<'StepRaised'>): PublicEvent | null => {
  const { owedAt, dueAt, answered } = fact.data;
  const to = roleOf(fact.data.to);
  if (to === undefined) return null;
  if (owedAt >= dueAt) return tell(CaseEscalatedV1, fact, owedAt, { ...fact.data, to });
  // To warn of a deadline when the answer is there would help nobody.
  return answered ? null : tell(CaseWarnedV1, fact, owedAt, { ...fact.data, to });
};

/** A lateness is none since its answer; where only the deadline was moved, since that was put on record. */
const sinceWhen = ({ data, metadata }: Of<'BreachRevoked'> | Of<'StepRevoked'>): Instant =>
  data.endedAt ?? metadata.recordedAt;

const revoked = (fact: Of<'StepRevoked'>): PublicEvent | null => {
  const to = roleOf(fact.data.to);
  return to === undefined ? null : tell(EscalationRevokedV1, fact, sinceWhen(fact), { ...fact.data, to });
};

const cancelled = (fact: Of<'ClockCancelled'>): PublicEvent => {
  const because = reasons.find((reason) => reason === fact.data.because) ?? 'withdrawn';
  return tell(ClockCancelledV1, fact, fact.data.endedAt, { ...fact.data, because });
};

const judgement = (fact: Recorded<Judgement>): PublicEvent => {
  switch (fact.type) {
    case 'ClockMet':
      return tell(VerdictGivenV1, fact, fact.data.endedAt, { ...fact.data, verdict: 'met' });
    case 'ClockBreached':
      return tell(VerdictGivenV1, fact, fact.data.dueAt, { ...fact.data, verdict: 'breached' });
    case 'BreachRevoked':
      return tell(BreachRevokedV1, fact, sinceWhen(fact), fact.data);
    case 'ClockCancelled':
      return cancelled(fact);
  }
};

/** What was heard from others is theirs to tell. */
const toldOf = (fact: Recorded<ClockEvent>): PublicEvent | null => {
  if (isNews(fact)) return null;
  if (isJudgement(fact)) return judgement(fact);
  switch (fact.type) {
    case 'TermsSet':
      return tell(ClockStartedV1, fact, fact.data.startedAt, { ...fact.data, dueAt: fact.data.owedBy });
    case 'StepRaised':
      return raised(fact);
    case 'StepRevoked':
      return revoked(fact);
  }
};

/** Policies and calendars are told to nobody: each clock names the versions it goes by. */
const isOfClocks = (fact: Recorded): fact is Recorded<ClockEvent> => categoryOf(fact) === decider.category;

export const publish = (fact: Recorded<Event>): PublicEvent | null =>
  isOfClocks(fact) ? toldOf(fact) : null;
