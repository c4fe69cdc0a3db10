/** What the town hears of orders and of its land: the borders, and what only the order itself must know, stay here. */
import { publicEvent } from '@mulin/bus';
import {
  ArchivedCaseRoutedV1,
  AreaNamedV1,
  ContactMadeV1,
  FinishRefusedV1,
  HelperCalledV1,
  HelperFinishedV1,
  HelperJoinedV1,
  HelperReleasedV1,
  LeaveEndedV1,
  LeaveRecordedV1,
  MicroGridDrawnV1,
  MicroGridGivenUpV1,
  OrderCorrectedV1,
  OrderFinishedV1,
  OrderHandedOverV1,
  OrderLeftToArbiterV1,
  OrderOfferedV1,
  OrderReturnedV1,
  OrderTakenV1,
  OrderVerifiedV1,
  ProgressReportedV1,
  type PublicEvent,
  RosterPostedV1,
  RosterTakenDownV1,
  urgencies,
} from '@mulin/contracts';
import type { RecordedEvent } from '@mulin/kernel';
import type * as AreaName from './domain/land/area-name.js';
import type { HelperEvent } from './domain/handling/helpers.js';
import type * as Order from './domain/order/order.js';
import type { LandEvent } from './domain/land/land.js';
import type * as Leave from './domain/leave/leave.js';

export type ReferenceEvent = LandEvent | AreaName.Event | Leave.Event;
export type Event = Order.Event | ReferenceEvent;

type Of<Type extends Event['type']> = RecordedEvent<Extract<Event, { type: Type }>>;

const offered = (event: Of<'OrderOffered'>): PublicEvent => {
  const { gridNet, alsoAsked = [], ...data } = event.data;
  return publicEvent(OrderOfferedV1, event, data.offeredAt, {
    ...data,
    ...(gridNet === undefined ? {} : { microGridNet: gridNet }),
    ...(alsoAsked.length === 0 ? {} : { alsoAsked: alsoAsked.map(({ member }) => member) }),
  });
};

const taken = (event: Of<'OrderTaken'>): PublicEvent => {
  const { unit: _, ...data } = event.data;
  return publicEvent(OrderTakenV1, event, data.takenAt, data);
};

/** Only whoever has the order, and keeps it, is told of a correction; an urgency nobody knows is left as it was. */
const corrected = (event: Of<'OrderReclassified'>): PublicEvent | null => {
  const { told, reclassifiedAt, ...data } = event.data;
  const urgency = urgencies.find((it) => it === data.urgency);
  if (told === undefined || urgency === undefined) return null;
  return publicEvent(OrderCorrectedV1, event, reclassifiedAt, { ...data, ...told, urgency });
};

const finished = (event: Of<'OrderFinished'>): PublicEvent => {
  const { handlers, ...data } = event.data;
  return publicEvent(OrderFinishedV1, event, data.finishedAt, {
    ...data,
    ...(handlers === undefined ? {} : { handlers: [...handlers] }),
  });
};

/** Who leads what, who serves where, and how it is called: what others need to address and to name people. */
const ofReference = (event: RecordedEvent<ReferenceEvent>): PublicEvent | null => {
  const at = event.metadata.recordedAt;
  switch (event.type) {
    case 'AreaNamed':
      return publicEvent(AreaNamedV1, event, at, event.data);
    case 'MicroGridDrawn': {
      const { microGrid, ...data } = event.data;
      return publicEvent(MicroGridDrawnV1, event, data.since ?? at, { ...microGrid, ...data });
    }
    case 'MicroGridGivenUp':
      return publicEvent(MicroGridGivenUpV1, event, event.data.since, event.data);
    case 'RosterPosted': {
      const { duties, planned: _, ofPack: __, leave: ___, ...data } = event.data;
      return publicEvent(RosterPostedV1, event, data.since ?? at, { ...data, duties: [...duties] });
    }
    case 'RosterTakenDown':
      return publicEvent(RosterTakenDownV1, event, event.data.since, event.data);
    case 'LeaveRecorded': {
      const { leave, version, recordedAt } = event.data;
      return publicEvent(LeaveRecordedV1, event, recordedAt, { ...leave, version });
    }
    case 'LeaveEnded': {
      const { endedAt, ...data } = event.data;
      return publicEvent(LeaveEndedV1, event, endedAt, data);
    }
    case 'LeavePlanned':
    case 'ShiftSet':
      // The rosters say it; who works at which hour is routing's own matter.
      return null;
  }
};

const ofHelper = (event: Of<HelperEvent['type']>): PublicEvent => {
  switch (event.type) {
    case 'HelperCalled':
      return publicEvent(HelperCalledV1, event, event.data.calledAt, event.data);
    case 'HelperJoined':
      return publicEvent(HelperJoinedV1, event, event.data.joinedAt, event.data);
    case 'HelperFinished':
      return publicEvent(HelperFinishedV1, event, event.data.finishedAt, event.data);
    case 'HelperReleased':
      return publicEvent(HelperReleasedV1, event, event.data.releasedAt, event.data);
  }
};

const ofOrder = (event: RecordedEvent<Order.Event>): PublicEvent | null => {
  switch (event.type) {
    case 'OrderOffered':
      return offered(event);
    case 'OrderTaken':
      return taken(event);
    case 'ContactMade':
      return publicEvent(ContactMadeV1, event, event.data.contactedAt, event.data);
    case 'ProgressReported':
      return publicEvent(ProgressReportedV1, event, event.data.reportedAt, event.data);
    case 'OrderReturned':
      return publicEvent(OrderReturnedV1, event, event.data.returnedAt, event.data);
    case 'OrderHandedOver':
      return publicEvent(OrderHandedOverV1, event, event.data.handedOverAt, event.data);
    case 'OrderLeftToArbiter': {
      const { land: _, ...data } = event.data;
      return publicEvent(OrderLeftToArbiterV1, event, data.leftAt, data);
    }
    case 'OrderFinished':
      return finished(event);
    case 'OrderVerified':
      return publicEvent(OrderVerifiedV1, event, event.data.verifiedAt, {
        ...event.data,
        handlers: [...event.data.handlers],
      });
    case 'FinishRefused':
      return publicEvent(FinishRefusedV1, event, event.data.refusedAt, event.data);
    case 'HelperCalled':
    case 'HelperJoined':
    case 'HelperFinished':
    case 'HelperReleased':
      return ofHelper(event);
    case 'OrderReclassified':
      return corrected(event);
    case 'ArchivedCaseRouted':
      return publicEvent(ArchivedCaseRoutedV1, event, event.data.reportedAt, event.data);
    default:
      return null;
  }
};

const referenceTypes: readonly string[] = [
  'AreaNamed',
  'MicroGridDrawn',
  'MicroGridGivenUp',
  'RosterPosted',
  'RosterTakenDown',
  'ShiftSet',
  'LeavePlanned',
  'LeaveRecorded',
  'LeaveEnded',
] satisfies readonly ReferenceEvent['type'][];

const isReference = (event: RecordedEvent<Event>): event is RecordedEvent<ReferenceEvent> =>
  referenceTypes.includes(event.type);

export const publish = (event: RecordedEvent<Event>): PublicEvent | null =>
  isReference(event) ? ofReference(event) : ofOrder(event as RecordedEvent<Order.Event>); // The only others there are.
