/** What the town hears of disputes, interview days and promises: how they go and by when something is owed; nothing that anybody said. */
import { publicEvent } from '@mulin/bus';
import {
  AgreementInEffectV1,
  BookingMovedV1,
  CaseInMediationV1,
  CaseMediatedV1,
  ColourChangedV1,
  ConfirmationDecidedV1,
  ConfirmationSoughtV1,
  ConsentGivenV1,
  CourtAdvisedV1,
  DangerReportedV1,
  DeadlineEndedV1,
  DeadlineHandedOverV1,
  DeadlineSetV1,
  DisputeEndedV1,
  disputeKinds,
  DisputeOpenedV1,
  DisputeReopenedV1,
  InterviewDayCalledOffV1,
  InterviewDayPublishedV1,
  InterviewEndedV1,
  MediatorAssignedV1,
  MediatorChallengedV1,
  otherWays,
  PromiseDroppedV1,
  PromiseKeptV1,
  PromiseMadeV1,
  type PublicEvent,
  SessionCalledOffV1,
  SessionHeldV1,
  SessionPlannedV1,
  TermPerformedV1,
} from '@mulin/contracts';
import { categoryOf, type Event, idOf, type RecordedEvent } from '@mulin/kernel';
import type { Booking, Event as DayEvent } from './domain/day/day-events.js';
import { decider as day } from './domain/day/day-state.js';
import type { DeadlineEvent } from './domain/deadline-events.js';
import type { Agreeing, Event as DisputeEvent } from './domain/dispute/dispute-events.js';
import { decider as dispute } from './domain/dispute/dispute-state.js';
import { decider as promise, type Event as PromiseEvent } from './domain/promise/promise.js';
import * as Referral from './domain/referral.js';

type Of<Type extends DisputeEvent['type']> = RecordedEvent<Extract<DisputeEvent, { type: Type }>>;

const opened = (event: Of<'DisputeOpened'>): PublicEvent => {
  const { openedAt, parties, factsId: _, kind, ...data } = event.data;
  return publicEvent(DisputeOpenedV1, event, openedAt, {
    ...data,
    kind: disputeKinds.find((it) => it === kind) ?? 'other',
    parties: parties.length,
  });
};

const inEffect = (event: Of<'AgreementTookEffect'>): PublicEvent => {
  const { number, effectAt, agreement } = event.data;
  const { version, form, terms } = agreement;
  return publicEvent(AgreementInEffectV1, event, effectAt, {
    number,
    version,
    form,
    terms: terms.map(({ term, party, dueAt }) => ({ term, party, dueAt })),
  });
};

const ended = (event: Of<'DisputeEnded'>): PublicEvent => {
  const { number, outcome, endedAt, otherWays: ways } = event.data;
  const known = otherWays.filter((it) => ways.includes(it));
  return publicEvent(DisputeEndedV1, event, endedAt, { number, outcome, otherWays: known });
};

const deadlineOf = (event: RecordedEvent<DeadlineEvent>, of: 'dispute' | 'promise'): PublicEvent => {
  switch (event.type) {
    case 'DeadlineSet': {
      const { since, ...data } = event.data;
      return publicEvent(DeadlineSetV1, event, since, { of, ...data });
    }
    case 'DeadlineHandedOver': {
      const { at, ...data } = event.data;
      return publicEvent(DeadlineHandedOverV1, event, at, { of, ...data });
    }
    case 'DeadlineEnded': {
      const { endedAt, ...data } = event.data;
      return publicEvent(DeadlineEndedV1, event, endedAt, { of, ...data });
    }
  }
};

const isDeadline = (
  event: RecordedEvent<DisputeEvent> | RecordedEvent<PromiseEvent>,
): event is RecordedEvent<DeadlineEvent> =>
  event.type === 'DeadlineSet' || event.type === 'DeadlineHandedOver' || event.type === 'DeadlineEnded';

const ofAgreement = (event: RecordedEvent<Agreeing>): PublicEvent | null => {
  switch (event.type) {
    case 'AgreementTookEffect':
      return inEffect(event);
    case 'TermPerformed':
      return publicEvent(TermPerformedV1, event, event.data.performedAt, event.data);
    case 'CourtAdvised':
      return publicEvent(CourtAdvisedV1, event, event.data.advisedAt, event.data);
    case 'ConfirmationSought':
      return publicEvent(ConfirmationSoughtV1, event, event.data.soughtAt, event.data);
    case 'ConfirmationDecided':
      return publicEvent(ConfirmationDecidedV1, event, event.data.decidedAt, event.data);
    // A draft, and who has signed it, is of those alone who sign it.
    default:
      return null;
  }
};

const ofMediators = (event: RecordedEvent<DisputeEvent>): PublicEvent | null => {
  switch (event.type) {
    case 'MediatorAssigned':
      return publicEvent(MediatorAssignedV1, event, event.data.assignedAt, event.data);
    case 'MediatorChallenged': {
      const { number, mediator, area, challengedAt } = event.data;
      return publicEvent(MediatorChallengedV1, event, challengedAt, { number, mediator, area });
    }
    case 'ConsentStated':
      return publicEvent(ConsentGivenV1, event, event.data.statedAt, event.data);
    case 'ColourChanged':
      return publicEvent(ColourChangedV1, event, event.data.changedAt, event.data);
    default:
      return ofSessions(event);
  }
};

const ofSessions = (event: RecordedEvent<DisputeEvent>): PublicEvent | null => {
  switch (event.type) {
    case 'SessionPlanned':
      return publicEvent(SessionPlannedV1, event, event.data.plannedAt, event.data);
    case 'SessionCalledOff':
      return publicEvent(SessionCalledOffV1, event, event.data.calledOffAt, event.data);
    case 'SessionHeld': {
      const { number, session, present, parties, beganAt } = event.data;
      return publicEvent(SessionHeldV1, event, beganAt, {
        number,
        session,
        present: present.length,
        parties,
      });
    }
    default:
      return ofAgreement(event as RecordedEvent<Agreeing>); // what is none of these is private
  }
};

const ofDispute = (event: RecordedEvent<DisputeEvent>): PublicEvent | null => {
  if (isDeadline(event)) return deadlineOf(event, 'dispute');
  switch (event.type) {
    case 'DisputeOpened':
      return opened(event);
    case 'DangerReported':
      return publicEvent(DangerReportedV1, event, event.data.reportedAt, event.data);
    case 'DisputeEnded':
      return ended(event);
    case 'DisputeReopened':
      return publicEvent(DisputeReopenedV1, event, event.data.reopenedAt, event.data);
    default:
      return ofMediators(event);
  }
};

const ofReferral = (event: RecordedEvent<Referral.Event>): PublicEvent => {
  const { disputeId, disputeNumber, at } = event.data;
  return event.type === 'CaseReferred'
    ? publicEvent(CaseInMediationV1, event, at, { disputeId, disputeNumber })
    : publicEvent(CaseMediatedV1, event, at, { disputeId, disputeNumber, outcome: event.data.outcome });
};

const ofBooking = (event: RecordedEvent<Booking>): PublicEvent | null => {
  switch (event.type) {
    case 'BookingMoved': {
      const { booking, slot, from, movedAt } = event.data;
      return publicEvent(BookingMovedV1, event, movedAt, { booking, to: { day: idOf(event), slot, from } });
    }
    case 'BookingPassedOn':
      return publicEvent(BookingMovedV1, event, event.data.passedOnAt, event.data);
    // Who comes is known to whoever holds the day, and to the desk.
    default:
      return null;
  }
};

const ofDay = (event: RecordedEvent<DayEvent>): PublicEvent | null => {
  switch (event.type) {
    case 'DayPublished':
      return publicEvent(InterviewDayPublishedV1, event, event.data.publishedAt, {
        ...event.data,
        slots: [...event.data.slots],
      });
    case 'DayCalledOff':
      return publicEvent(InterviewDayCalledOffV1, event, event.data.calledOffAt, event.data);
    case 'InterviewEnded': {
      const { booking, outcome, promises, endedAt } = event.data;
      const made = promises.map((it) => it.promise);
      return publicEvent(InterviewEndedV1, event, endedAt, { booking, outcome, promises: made });
    }
    case 'CheckedIn':
    case 'WalkedIn':
      return null;
    default:
      return ofBooking(event);
  }
};

const ofPromise = (event: RecordedEvent<PromiseEvent>): PublicEvent | null => {
  if (isDeadline(event)) return deadlineOf(event, 'promise');
  switch (event.type) {
    case 'PromiseMade': {
      const { about, madeAt, ...data } = event.data;
      return publicEvent(PromiseMadeV1, event, madeAt, { ...data, ...(about === null ? {} : { about }) });
    }
    case 'PromiseKept':
      return publicEvent(PromiseKeptV1, event, event.data.keptAt, event.data);
    case 'PromiseDropped':
      return publicEvent(PromiseDroppedV1, event, event.data.droppedAt, event.data);
    // Its deadline says whose it is.
    case 'PromiseHandedOver':
      return null;
  }
};

const isOf = <E extends Event>(event: RecordedEvent, category: string): event is RecordedEvent<E> =>
  categoryOf(event) === category;

/** Diaries and rosters are nobody else's business. */
export const publish = (event: RecordedEvent<Event>): PublicEvent | null => {
  if (isOf<DisputeEvent>(event, dispute.category)) return ofDispute(event);
  if (isOf<DayEvent>(event, day.category)) return ofDay(event);
  if (isOf<PromiseEvent>(event, promise.category)) return ofPromise(event);
  return isOf<Referral.Event>(event, Referral.decider.category) ? ofReferral(event) : null;
};
