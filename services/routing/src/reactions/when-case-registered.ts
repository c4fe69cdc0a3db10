import { on } from '@mulin/bus';
import { CaseRegisteredV1 } from '@mulin/contracts';
import { causedBy, type CommandHandler, instant } from '@mulin/kernel';
import * as Order from '../domain/order/order.js';
import { referencesOver } from '../domain/order/references.js';
import type { FindDuty } from '../queries/find-duty.js';
import type { FindRoute } from '../queries/find-route.js';

type Parts = Readonly<{ orders: CommandHandler<Order.State, Order.Event>; find: FindRoute; duty: FindDuty }>;

/** Asks whose land it is and records the answer, even when it is "nobody's"; for the archive, for the record only. */
export const whenCaseRegistered = ({ orders, find, duty }: Parts) =>
  on(CaseRegisteredV1, async (event) => {
    const { number, cycle, menuItem, net, urgency, placeId, archive } = event.data;
    const { route } = await find({ net, placeId, at: event.time });

    const demand = { number, cycle, menuItem, net, urgency, ...referencesOver({}, event.data) };
    const land = placeId === null ? 'no place' : 'land' in route ? route.land : null;
    const decide = archive
      ? Order.record(cycle, net, land, instant(event.time))
      : Order.offer(demand, route, await duty());
    await orders(event.subject, decide, causedBy(event, 'routing'));
  });
