import { on } from '@mulin/bus';
import { CaseReclassifiedV1 } from '@mulin/contracts';
import { causedBy, type CommandHandler, instant } from '@mulin/kernel';
import * as Order from '../domain/order/order.js';
import { referencesOver } from '../domain/order/references.js';
import type { FindDuty } from '../queries/find-duty.js';
import type { FindRoute } from '../queries/find-route.js';

type Parts = Readonly<{ orders: CommandHandler<Order.State, Order.Event>; find: FindRoute; duty: FindDuty }>;

/** Asks again whose land it is, now that one knows better what it is about and where. */
export const whenCaseReclassified = ({ orders, find, duty }: Parts) =>
  on(CaseReclassifiedV1, async (event) => {
    const { cycle, menuItem, net, urgency, placeId } = event.data;
    const { route, isErased } = await find({ net, placeId, at: event.time });
    const correction = {
      cycle,
      menuItem,
      net,
      urgency,
      ...referencesOver({}, event.data),
      route,
      reclassifiedAt: instant(event.time),
      ...(event.sequence === undefined ? {} : { sequence: event.sequence }),
    };
    const decide = Order.reclassify(correction, await duty(), { isPlaceErased: isErased });
    await orders(event.subject, decide, causedBy(event, 'routing'));
  });
