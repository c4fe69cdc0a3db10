/** What the town hears of orders. How the land lies, and what only the order itself must know, stays here. */
import { tell } from '@mulin/bus';
import {
  ArchivedCaseRoutedV1,
  OrderFinishedV1,
  OrderLeftToArbiterV1,
  OrderOfferedV1,
  OrderReturnedV1,
  OrderTakenV1,
  type PublicEvent,
} from '@mulin/contracts';
import type { Recorded } from '@mulin/kernel';
import type * as Order from './domain/order.js';
import type { LandFact } from './ports.js';

export type Fact = Order.Event | LandFact;

export const publish = (event: Recorded<Fact>): PublicEvent | null => {
  switch (event.type) {
    case 'OrderOffered':
      return tell(OrderOfferedV1, event, event.data.offeredAt, event.data);
    case 'OrderTaken':
      return tell(OrderTakenV1, event, event.data.takenAt, event.data);
    case 'OrderReturned':
      return tell(OrderReturnedV1, event, event.data.returnedAt, event.data);
    case 'OrderLeftToArbiter':
      return tell(OrderLeftToArbiterV1, event, event.data.leftAt, event.data);
    case 'OrderFinished':
      return tell(OrderFinishedV1, event, event.data.finishedAt, event.data);
    case 'ArchivedCaseRouted':
      return tell(ArchivedCaseRoutedV1, event, event.data.reportedAt, event.data);
    default:
      return null;
  }
};
