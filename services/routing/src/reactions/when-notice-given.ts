import { on, type Reaction } from '@mulin/bus';
import {
  CaseEscalatedV1,
  CaseEscalatedV2,
  CaseWarnedV1,
  CaseWarnedV2,
  ClockMissingV1,
  EscalationRevokedV1,
  EscalationRevokedV2,
} from '@mulin/contracts';
import { causedBy, type Decision, type CommandHandler, instant } from '@mulin/kernel';
import * as Order from '../domain/order/order.js';

type Parts = Readonly<{ orders: CommandHandler<Order.State, Order.Event> }>;
type ConsumedEvent = Parameters<typeof causedBy>[0] & Readonly<{ subject: string; time: string }>;
type Addressed = Readonly<{ cycle: number; clock: string; to: string }>;
/** The program before this one did not say where the case lies. */
type Notice = ConsumedEvent & Readonly<{ data: Addressed & Readonly<{ area?: string | null }> }>;

/** Whoever is told of a deadline may know what it is about; whoever is told that it was missed may act. */
export const whenNoticeGiven = ({ orders }: Parts): readonly Reaction[] => {
  const note = (event: ConsumedEvent, decide: Decision<Order.State, Order.Event>) =>
    orders(event.subject, decide, causedBy(event, 'routing'));

  const noted = (level: Order.NoticeLevel) => (event: Notice) => {
    const { cycle, clock, to, area = null } = event.data;
    const toldAt = instant(event.time);
    return note(event, Order.noteLateness({ cycle, clock, to, level, area, toldAt }));
  };
  type Withdrawal = ConsumedEvent &
    Readonly<{ data: Addressed & Readonly<{ left?: 'warning' | undefined }> }>;
  const takenBack = (event: Withdrawal) => {
    const { cycle, clock, to, left } = event.data;
    const decide =
      left === undefined
        ? Order.takeBackLateness(cycle, clock, to)
        : Order.leaveWarning({ cycle, clock, to }, instant(event.time));
    return note(event, decide);
  };

  return [
    on(CaseWarnedV1, noted('warning')),
    on(CaseWarnedV2, noted('warning')),
    on(CaseEscalatedV1, noted('escalation')),
    on(CaseEscalatedV2, noted('escalation')),
    on(EscalationRevokedV1, takenBack),
    on(EscalationRevokedV2, takenBack),
    on(ClockMissingV1, (event) => note(event, Order.callArbiter(event.data.cycle, instant(event.time)))),
  ];
};
