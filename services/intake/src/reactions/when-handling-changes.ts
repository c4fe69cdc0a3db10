/** What intake must know of others: what became of the order, and who was told of a deadline. */
import { on, type Reaction } from '@mulin/bus';
import {
  CaseEscalatedV1,
  CaseEscalatedV2,
  CaseWarnedV1,
  CaseWarnedV2,
  EscalationRevokedV1,
  EscalationRevokedV2,
  FinishRefusedV1,
  HelperFinishedV1,
  HelperJoinedV1,
  HelperReleasedV1,
  OrderCorrectedV1,
  OrderFinishedV1,
  OrderHandedOverV1,
  OrderLeftToArbiterV1,
  OrderOfferedV1,
  OrderReturnedV1,
  OrderTakenV1,
  OrderVerifiedV1,
} from '@mulin/contracts';
import { causedBy, type Decision, type CommandHandler, instant } from '@mulin/kernel';
import * as Handling from '../domain/handling.js';

type Parts = Readonly<{ handling: CommandHandler<Handling.State, Handling.Event> }>;
type ConsumedEvent = Parameters<typeof causedBy>[0] & Readonly<{ subject: string; time: string }>;

type Note = (event: ConsumedEvent, decide: Decision<Handling.State, Handling.Event>) => Promise<unknown>;

type Leg = Readonly<{ cycle: number; leg: number; member: string; round?: number | undefined }>;
type Looked = Readonly<{ cycle: number; leg: number; round: number }>;

const ofOrders = (note: Note): readonly Reaction[] => {
  const moved = async (
    event: ConsumedEvent & { data: Leg },
    state: Handling.HandlingState,
    area: string | null = null,
  ) => {
    const { cycle, leg, member, round } = event.data;
    const at = instant(event.time);
    const rounds = round === undefined ? {} : { round };
    await note(event, Handling.move({ cycle, leg, ...rounds, state, member, area, at }));
  };
  /** Somebody else has looked; it stays whose it was. */
  const lookedAt = async (event: ConsumedEvent & { data: Looked }, state: 'verified' | 'taken') => {
    const { cycle, leg, round } = event.data;
    await note(event, Handling.lookedAt({ cycle, leg, round, state, at: instant(event.time) }));
  };

  return [
    on(OrderOfferedV1, (event) => moved(event, 'offered', event.data.area)),
    on(OrderTakenV1, (event) => moved(event, 'taken')),
    on(OrderReturnedV1, (event) => moved(event, 'returned')),
    on(OrderHandedOverV1, (event) => moved(event, 'returned')),
    on(OrderFinishedV1, (event) => moved(event, 'finished')),
    on(OrderVerifiedV1, (event) => lookedAt(event, 'verified')),
    on(FinishRefusedV1, (event) => lookedAt(event, 'taken')),
    on(OrderLeftToArbiterV1, async (event) => {
      const { cycle, area, leg } = event.data;
      const left = { cycle, state: 'with-arbiter', member: null, area, at: instant(event.time) } as const;
      await note(event, Handling.move(leg === undefined ? left : { ...left, leg }));
    }),
    on(OrderCorrectedV1, async (event) => {
      const { cycle, leg, turn } = event.data;
      await note(event, Handling.doubt(cycle, leg, turn !== undefined));
    }),
  ];
};

type Helping = ConsumedEvent & Readonly<{ data: Readonly<{ cycle: number; call: number; member: string }> }>;

const ofHelpers = (note: Note): readonly Reaction[] => {
  const helping = (isOver: boolean) => async (event: Helping) => {
    const { cycle, call, member } = event.data;
    await note(event, Handling.noteHelp({ cycle, call, member, isOver }));
  };
  return [
    on(HelperJoinedV1, helping(false)),
    on(HelperFinishedV1, helping(true)),
    on(HelperReleasedV1, helping(true)),
  ];
};

type Addressed = Readonly<{ cycle: number; clock: string; to: string }>;

const ofNotices = (note: Note): readonly Reaction[] => {
  /** The program before this one did not say where the case lies. */
  const noted = async (event: ConsumedEvent & { data: Addressed & { area?: string | null } }) => {
    const { cycle, clock, to, area = null } = event.data;
    await note(event, Handling.noteLateness({ cycle, clock, to, area }));
  };
  /** Who is left with a warning still hears of it. */
  const takenBack = async (event: ConsumedEvent & { data: Addressed & { left?: 'warning' | undefined } }) => {
    if (event.data.left === 'warning') return;
    const { cycle, clock, to } = event.data;
    await note(event, Handling.takeBackLateness({ cycle, clock, to }));
  };

  return [
    on(CaseWarnedV1, noted),
    on(CaseWarnedV2, noted),
    on(CaseEscalatedV1, noted),
    on(CaseEscalatedV2, noted),
    on(EscalationRevokedV1, takenBack),
    on(EscalationRevokedV2, takenBack),
  ];
};

export const whenHandlingChanges = ({ handling }: Parts): readonly Reaction[] => {
  const note: Note = (event, decide) => handling(event.subject, decide, causedBy(event, 'intake'));
  return [...ofOrders(note), ...ofHelpers(note), ...ofNotices(note)];
};
