import { on } from '@mulin/bus';
import { CaseRegisteredV1 } from '@mulin/contracts';
import { follow, type Handle, instant } from '@mulin/kernel';
import * as Order from '../domain/order.js';
import { referencesOver } from '../domain/references.js';
import { type FindCustody, routeOf } from '../find-custody.js';

type Parts = Readonly<{ orders: Handle<Order.State, Order.Event>; find: FindCustody }>;

/** Asks who answers there and records the answer, even when it is "nobody"; for the archive, for the record only. */
export const whenCaseRegistered = ({ orders, find }: Parts) =>
  on(CaseRegisteredV1, async (event) => {
    const { number, cycle, menuItem, net, urgency, placeId, archive } = event.data;
    const found = await find({ net, placeId, at: event.time });

    const demand = { number, cycle, menuItem, net, urgency, ...referencesOver({}, event.data) };
    const decide = archive
      ? Order.record(cycle, net, found.custody, instant(event.time))
      : Order.offer(demand, routeOf(found));
    await orders(event.subject, decide, follow(event, 'routing'));
  });
