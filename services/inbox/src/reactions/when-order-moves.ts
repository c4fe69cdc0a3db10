import type { Reaction } from '@mulin/bus';
import {
  FinishRefusedV1,
  HelperCalledV1,
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
import { recording, type Matters } from './record-events.js';

type Of = ReturnType<typeof recording<'routing'>>;

/** What routing tells of an order: in whose hands it is, and who helps. */
export const whenOrderMoves = (matters: Matters): readonly Reaction[] => {
  const of = recording(matters, 'routing');
  const givenBack = ({ cycle }: { cycle: number }) => ({ is: 'given-back', cycle }) as const;
  return [
    of(
      OrderOfferedV1,
      ({ number, cycle, leg, member, area, urgency, because = 'registered', alsoAsked = [] }) => ({
        is: 'offered',
        number,
        cycle,
        leg,
        member,
        area,
        urgency,
        because,
        asked: [...new Set([member, ...alsoAsked])],
      }),
    ),
    of(OrderTakenV1, ({ cycle, leg, member }) => ({ is: 'taken', cycle, leg, member })),
    of(OrderReturnedV1, givenBack),
    of(OrderHandedOverV1, givenBack),
    ...ofTurns(of),
    of(OrderVerifiedV1, ({ number, cycle, verifier }) => ({ is: 'verified', number, cycle, verifier })),
    of(FinishRefusedV1, ({ number, cycle, leg }) => ({ is: 'finish-refused', number, cycle, leg })),
    ...ofHelpers(of),
  ];
};

/** Where it lies with an arbiter, or somebody says that it is done. */
const ofTurns = (of: Of): readonly Reaction[] => [
  of(OrderLeftToArbiterV1, ({ number, cycle, because, area, turn = null }) => ({
    is: 'left-to-arbiter',
    number,
    cycle,
    because,
    area,
    turn,
  })),
  of(OrderCorrectedV1, ({ number, cycle, leg, member, area, turn = null }) => ({
    is: 'corrected',
    number,
    cycle,
    leg,
    member,
    area,
    turn,
  })),
  of(OrderFinishedV1, ({ cycle, leg, member, number = null, area = null, round = null, handlers = [] }) => ({
    is: 'finished',
    cycle,
    leg,
    member,
    number,
    area,
    round,
    handlers,
  })),
];

/** Who was called in beside the holder, and whether they are still waited for. */
const ofHelpers = (of: Of): readonly Reaction[] => {
  const over = ({ cycle, call }: { cycle: number; call: number }) =>
    ({ is: 'helper-over', cycle, call }) as const;
  return [
    of(HelperCalledV1, ({ number, cycle, call, member, area }) => ({
      is: 'helper-called',
      number,
      cycle,
      call,
      member,
      area,
    })),
    of(HelperJoinedV1, ({ cycle, call, member }) => ({ is: 'helper-joined', cycle, call, member })),
    of(HelperFinishedV1, over),
    of(HelperReleasedV1, ({ because, ...data }) =>
      because === 'nobody-on-duty' ? { ...over(data), isUnitEmpty: true } : over(data),
    ),
  ];
};
