import { on } from '@mulin/bus';
import { VerdictGivenV1 } from '@mulin/contracts';
import { causedBy, type CommandHandler, instant } from '@mulin/kernel';
import * as Order from '../domain/order/order.js';
import type { FindDuty } from '../queries/find-duty.js';

type Parts = Readonly<{ orders: CommandHandler<Order.State, Order.Event>; duty: FindDuty }>;

/** The leg of a `take/<cycle>/<leg>`; `null`: it is another clock. */
const legOf = (clock: string): number | null => {
  const [, leg] = /^take\/\d+\/(\d+)$/.exec(clock) ?? [];
  return leg === undefined ? null : Number(leg);
};

/** Whoever was asked has not taken it in time: the next on duty is asked. What was taken late was taken. */
export const whenTurnPasses = ({ orders, duty }: Parts) =>
  on(VerdictGivenV1, async (event) => {
    const { clock, cycle, verdict, dueAt, endedAt } = event.data;
    const leg = legOf(clock);
    if (leg === null || verdict !== 'breached' || endedAt !== null) return;
    const decide = Order.passTurn({ cycle, leg, dueAt: instant(dueAt) }, await duty());
    await orders(event.subject, decide, causedBy(event, 'routing'));
  });
