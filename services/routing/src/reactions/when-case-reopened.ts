import { on } from '@mulin/bus';
import { CaseReopenedV1, CaseUnmergedV1 } from '@mulin/contracts';
import { causedBy, type CommandHandler, instant } from '@mulin/kernel';
import * as Order from '../domain/order/order.js';
import { referencesOver } from '../domain/order/references.js';
import type { FindDuty } from '../queries/find-duty.js';
import type { FindRoute } from '../queries/find-route.js';

type Parts = Readonly<{ orders: CommandHandler<Order.State, Order.Event>; find: FindRoute; duty: FindDuty }>;

/** Asks whose land it is by the borders of the moment in which the town owes an answer once more, and who is there. */
export const whenCaseReopened = ({ orders, find, duty }: Parts) =>
  on(CaseReopenedV1, async (event) => {
    const { number, cycle, menuItem, net, urgency, placeId, because } = event.data;
    const { route } = await find({ net, placeId, at: event.time });
    const reopening = {
      demand: { number, cycle, menuItem, net, urgency, ...referencesOver({}, event.data) },
      route,
      because,
      reopenedAt: instant(event.time),
    };
    await orders(event.subject, Order.reopen(reopening, await duty()), causedBy(event, 'routing'));
  });

/** What was merged into another case by mistake is in nobody's hands until it is offered anew. */
export const whenCaseUnmerged = ({ orders, duty }: Pick<Parts, 'orders' | 'duty'>) =>
  on(CaseUnmergedV1, async (event) => {
    const { cycle, part } = event.data;
    if (part !== 'merged') return;
    const resume = Order.resume(cycle, instant(event.time), await duty());
    await orders(event.subject, resume, causedBy(event, 'routing'));
  });
