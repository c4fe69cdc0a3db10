/** Which of intake's facts the other services hear, and in which words. */
import { tell } from '@mulin/bus';
import {
  CaseClosedV1,
  CaseDeclinedV1,
  CaseReclassifiedV1,
  CaseRegisteredV1,
  CaseWithdrawnV1,
  type PublicEvent,
} from '@mulin/contracts';
import { categoryOf, type Event, type Recorded } from '@mulin/kernel';
import { decider, type Event as CaseEvent } from './domain/case.js';

/** Menu and numbers are intake's own business. */
const isOfCase = (fact: Recorded): fact is Recorded<CaseEvent> => categoryOf(fact) === decider.category;

export const publish = (fact: Recorded<Event>): readonly PublicEvent[] =>
  isOfCase(fact) ? [toldOf(fact)] : [];

const toldOf = (fact: Recorded<CaseEvent>): PublicEvent => {
  switch (fact.type) {
    case 'CaseRegistered':
      return registered(fact);
    case 'CaseDeclined':
      return tell(CaseDeclinedV1, fact, fact.data.declinedAt, fact.data);
    case 'CaseReclassified': {
      const { place, ...data } = fact.data;
      return tell(CaseReclassifiedV1, fact, data.reclassifiedAt, { ...data, placeId: place?.id ?? null });
    }
    case 'CaseWithdrawn':
      return tell(CaseWithdrawnV1, fact, fact.data.withdrawnAt, fact.data);
    case 'CaseClosed':
      return tell(CaseClosedV1, fact, fact.data.closedAt, fact.data);
  }
};

/** Of what is personal, where it is and nothing more: whoever must answer opens it, if the vault lets them. */
const registered = (fact: Recorded<Extract<CaseEvent, { type: 'CaseRegistered' }>>): PublicEvent => {
  const { number, demand, reportedAt, archive } = fact.data;
  const { menuItem, net, urgency, policy, channel, place, words, contact } = demand;
  return tell(CaseRegisteredV1, fact, reportedAt, {
    number,
    cycle: 1,
    menuItem,
    net,
    urgency,
    policy,
    channel,
    placeId: place?.id ?? null,
    wordsId: words.id,
    ...(contact ? { contactId: contact.id } : {}),
    ...(archive ? { archive: { ...archive, flags: [...archive.flags] } } : {}),
  });
};
