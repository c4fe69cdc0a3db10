import { on } from '@mulin/bus';
import { CaseReclassifiedV1 } from '@mulin/contracts';
import { follow, type Handle, instant } from '@mulin/kernel';
import * as Order from '../domain/order.js';
import { type FindCustody, routeOf } from '../find-custody.js';

type Parts = Readonly<{ orders: Handle<Order.State, Order.Event>; find: FindCustody }>;

/** Asks again who answers, now that one knows better what it is about and where. */
export const whenCaseReclassified = ({ orders, find }: Parts) =>
  on(CaseReclassifiedV1, async (event) => {
    const { cycle, menuItem, net, urgency, placeId } = event.data;
    const route = routeOf(await find({ net, placeId, at: event.time }));

    const decide = Order.reclassify(cycle, { menuItem, net, urgency }, route, instant(event.time));
    await orders(event.subject, decide, follow(event, 'routing'));
  });
