import { on } from '@mulin/bus';
import { CaseReclassifiedV1 } from '@mulin/contracts';
import { follow, type Handle, instant } from '@mulin/kernel';
import * as Order from '../domain/order.js';
import { type FindCustody, routeOf } from '../find-custody.js';
import type { Grids } from '../ports.js';

type Parts = Readonly<{ orders: Handle<Order.State, Order.Event>; find: FindCustody; grids: () => Grids }>;

/** Asks again who answers, now that one knows better what it is about and where. */
export const whenCaseReclassified = ({ orders, find, grids }: Parts) =>
  on(CaseReclassifiedV1, async (event) => {
    const { cycle, menuItem, net, urgency, placeId } = event.data;
    const route = routeOf(await find({ net, placeId, at: event.time }));
    const reclassifiedAt = instant(event.time);
    const standIn: Order.StandIn = (microGrid, instead) =>
      grids().standIn(microGrid, instead, reclassifiedAt);

    const correction = { cycle, menuItem, net, urgency, placeId, route, reclassifiedAt };
    const decide = Order.reclassify(correction, standIn);
    await orders(event.subject, decide, follow(event, 'routing'));
  });
