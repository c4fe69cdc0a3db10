import { on, type Reaction } from '@mulin/bus';
import {
  CaseClosedV1,
  CaseDeclinedV1,
  CaseMergedV1,
  CaseWithdrawnV1,
  type PublicEvent,
} from '@mulin/contracts';
import { causedBy, type CommandHandler, instant } from '@mulin/kernel';
import * as Order from '../domain/order/order.js';

type Parts = Readonly<{ orders: CommandHandler<Order.State, Order.Event> }>;
type Over = PublicEvent<string, { cycle: number }>;

/** Four ways in which nothing is owed any more. Of two cases that were one, the survivor goes on. */
export const whenCaseOver = ({ orders }: Parts): readonly Reaction[] => {
  const end = (because: Order.OverBecause) => (event: Over) =>
    orders(
      event.subject,
      Order.end(event.data.cycle, because, instant(event.time)),
      causedBy(event, 'routing'),
    );

  return [
    on(CaseClosedV1, end('closed')),
    on(CaseDeclinedV1, end('declined')),
    on(CaseWithdrawnV1, end('withdrawn')),
    on(CaseMergedV1, async (event) => {
      if (event.data.part === 'merged') await end('merged')(event);
    }),
  ];
};
