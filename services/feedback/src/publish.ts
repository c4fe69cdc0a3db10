/** What the town hears of feedback: what was heard of others, and what was said in words, stays here. */
import { publicEvent } from '@mulin/bus';
import {
  CallBackDueV1,
  CallBackMadeV1,
  CaseConcludedV1,
  CaseRatedV1,
  ExemptionAppealedV1,
  ExemptionAskedV1,
  ExemptionDecidedV1,
  ExemptionSettledV1,
  type PublicEvent,
  RedoDemandedV1,
  SecretaryAskedV1,
} from '@mulin/contracts';
import { categoryOf, type Event, type RecordedEvent } from '@mulin/kernel';
import type { Event as RatingEvent } from './domain/rating-events.js';
import { decider } from './domain/rating-state.js';
import type { Event as RateEvent } from './domain/rates/rate-events.js';
import { decider as rates } from './domain/rates/rate-state.js';

const isOfRating = (event: RecordedEvent): event is RecordedEvent<RatingEvent> =>
  categoryOf(event) === decider.category;

const ofRating = (event: RecordedEvent<RatingEvent>): PublicEvent | null => {
  switch (event.type) {
    case 'CallBackDue': {
      const { handlers, ...data } = event.data;
      return publicEvent(CallBackDueV1, event, data.verifiedAt, { ...data, handlers: [...handlers] });
    }
    case 'CallBackMade':
      return publicEvent(CallBackMadeV1, event, event.data.madeAt, event.data);
    case 'CaseRated':
      return publicEvent(CaseRatedV1, event, event.data.ratedAt, event.data);
    case 'RedoDemanded':
      return publicEvent(RedoDemandedV1, event, event.data.demandedAt, event.data);
    case 'SecretaryAsked':
      return publicEvent(SecretaryAskedV1, event, event.data.askedAt, event.data);
    case 'CaseConcluded':
      return publicEvent(CaseConcludedV1, event, event.data.concludedAt, event.data);
    default:
      return null;
  }
};

const isOfRate = (event: RecordedEvent): event is RecordedEvent<RateEvent> =>
  categoryOf(event) === rates.category;

/** What rates are made of is told by whoever it was heard of. */
const ofRate = (event: RecordedEvent<RateEvent>): PublicEvent | null => {
  switch (event.type) {
    case 'ExemptionAsked': {
      const { by, askedAt, ...data } = event.data;
      return publicEvent(ExemptionAskedV1, event, askedAt, { ...data, by: by.account });
    }
    case 'ExemptionDecided': {
      const { by, decidedAt, ...data } = event.data;
      return publicEvent(ExemptionDecidedV1, event, decidedAt, { ...data, by: by.account });
    }
    case 'ExemptionAppealed': {
      const { by, appealedAt, ...data } = event.data;
      return publicEvent(ExemptionAppealedV1, event, appealedAt, { ...data, by: by.account });
    }
    case 'ExemptionSettled': {
      const { by, settledAt, ...data } = event.data;
      return publicEvent(ExemptionSettledV1, event, settledAt, { ...data, by: by.account });
    }
    default:
      return null;
  }
};

/** How things are called is published by whoever calls them so. */
export const publish = (event: RecordedEvent<Event>): PublicEvent | null =>
  isOfRating(event) ? ofRating(event) : isOfRate(event) ? ofRate(event) : null;
