import { on, type Reaction } from '@mulin/bus';
import { CaseEscalatedV2, CaseWarnedV2, ClockMissingV1, EscalationRevokedV2 } from '@mulin/contracts';
import { causedBy, type Decision, type Handle, instant } from '@mulin/kernel';
import * as Order from '../domain/order.js';

type Parts = Readonly<{ orders: Handle<Order.State, Order.Event> }>;
type Heard = Parameters<typeof causedBy>[0] & Readonly<{ subject: string }>;

/** Whoever is told of a deadline may know what it is about; whoever is told that it was missed may act. */
export const whenToldOfLateness = ({ orders }: Parts): readonly Reaction[] => {
  const note = (event: Heard, decide: Decision<Order.State, Order.Event>) =>
    orders(event.subject, decide, causedBy(event, 'routing'));

  return [
    on(CaseWarnedV2, (event) => {
      const { cycle, clock, to } = event.data;
      return note(
        event,
        Order.noteLateness({
          cycle: cycle,
          clock: clock,
          to: to,
          level: 'warning',
          toldAt: instant(event.time),
        }),
      );
    }),
    on(CaseEscalatedV2, (event) => {
      const { cycle, clock, to } = event.data;
      return note(
        event,
        Order.noteLateness({
          cycle: cycle,
          clock: clock,
          to: to,
          level: 'escalation',
          toldAt: instant(event.time),
        }),
      );
    }),
    on(EscalationRevokedV2, (event) => {
      const { cycle, clock, to } = event.data;
      return note(event, Order.takeBackLateness(cycle, clock, to));
    }),
    on(ClockMissingV1, (event) => note(event, Order.callArbiter(event.data.cycle, instant(event.time)))),
  ];
};
