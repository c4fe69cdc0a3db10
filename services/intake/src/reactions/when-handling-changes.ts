/** What intake must know of others: what became of the order, and who was told of a deadline. */
import { on, type Reaction } from '@mulin/bus';
import {
  CaseEscalatedV1,
  CaseEscalatedV2,
  CaseWarnedV1,
  CaseWarnedV2,
  EscalationRevokedV1,
  EscalationRevokedV2,
  OrderCorrectedV1,
  OrderFinishedV1,
  OrderLeftToArbiterV1,
  OrderOfferedV1,
  OrderReturnedV1,
  OrderTakenV1,
} from '@mulin/contracts';
import { causedBy, type Decision, type CommandHandler, instant } from '@mulin/kernel';
import * as Handling from '../domain/handling.js';

type Parts = Readonly<{ handling: CommandHandler<Handling.State, Handling.Event> }>;
type Heard = Parameters<typeof causedBy>[0] & Readonly<{ subject: string; time: string }>;

export const whenHandlingChanges = ({ handling }: Parts): readonly Reaction[] => {
  const note = (event: Heard, decide: Decision<Handling.State, Handling.Event>) =>
    handling(event.subject, decide, causedBy(event, 'intake'));

  type Leg = Readonly<{ cycle: number; leg: number; member: string }>;
  const moved = (event: Heard & { data: Leg }, state: Handling.HandlingState, area: string | null = null) => {
    const { cycle, leg, member } = event.data;
    return note(event, Handling.move({ cycle, leg, state, member, area, at: instant(event.time) }));
  };
  type Addressed = Readonly<{ cycle: number; clock: string; to: string }>;
  /** The program before this one did not say where the case lies. */
  const noted = (event: Heard & { data: Addressed & { area?: string | null } }) => {
    const { cycle, clock, to, area = null } = event.data;
    return note(event, Handling.noteLateness({ cycle, clock, to, area }));
  };
  /** Who is left with a warning still hears of it. */
  const takenBack = async (event: Heard & { data: Addressed & { left?: 'warning' | undefined } }) => {
    if (event.data.left === 'warning') return;
    const { cycle, clock, to } = event.data;
    await note(event, Handling.takeBackLateness({ cycle, clock, to }));
  };

  return [
    on(OrderOfferedV1, (event) => moved(event, 'offered', event.data.area)),
    on(OrderTakenV1, (event) => moved(event, 'taken')),
    on(OrderReturnedV1, (event) => moved(event, 'returned')),
    on(OrderFinishedV1, (event) => moved(event, 'finished')),
    on(OrderLeftToArbiterV1, (event) => {
      const { cycle, area, leg } = event.data;
      const left = { cycle, state: 'with-arbiter', member: null, area, at: instant(event.time) } as const;
      return note(event, Handling.move(leg === undefined ? left : { ...left, leg }));
    }),
    on(OrderCorrectedV1, (event) => {
      const { cycle, leg, turn } = event.data;
      return note(event, Handling.doubt(cycle, leg, turn !== undefined));
    }),
    on(CaseWarnedV1, noted),
    on(CaseWarnedV2, noted),
    on(CaseEscalatedV1, noted),
    on(CaseEscalatedV2, noted),
    on(EscalationRevokedV1, takenBack),
    on(EscalationRevokedV2, takenBack),
  ];
};
