import type { Reaction } from '@mulin/bus';
import {
  CommitmentJudgedV1,
  CommitmentNoticeV1,
  CommitmentStartedV1,
  DangerReportedV1,
  DeadlineEndedV1,
  DeadlineHandedOverV1,
  DeadlineSetV1,
  DisputeEndedV1,
  DisputeOpenedV1,
  DisputeReopenedV1,
  MediatorAssignedV1,
  MediatorChallengedV1,
  SessionCalledOffV1,
  SessionHeldV1,
  SessionPlannedV1,
} from '@mulin/contracts';
import { recording, type Matters } from './record-events.js';

/** What mediation tells of a dispute or a promise: who has it, what it owes, and whether it is over. */
const told = (matters: Matters): readonly Reaction[] => {
  const of = recording(matters, 'mediation');
  return [
    of(DisputeOpenedV1, ({ number, area }) => ({ is: 'opened', number, area })),
    of(MediatorAssignedV1, ({ number, mediator, because, area }) => ({
      is: 'assigned',
      number,
      mediator,
      because,
      area,
    })),
    of(MediatorChallengedV1, ({ number, area }) => ({ is: 'challenged', number, area })),
    of(DangerReportedV1, ({ number, danger, area }) => ({ is: 'danger', number, danger, area })),
    of(DisputeEndedV1, ({ number }) => ({ is: 'dispute-over', number })),
    of(DisputeReopenedV1, ({ number }) => ({ is: 'dispute-reopened', number })),
    of(DeadlineSetV1, ({ number, of: kind, clock, area, holder = null, dueAt = null }) => ({
      is: 'deadline-set',
      number,
      of: kind,
      clock,
      area,
      holder,
      dueAt,
    })),
    of(DeadlineHandedOverV1, ({ number, of: kind, clock, holder }) => ({
      is: 'deadline-given',
      number,
      of: kind,
      clock,
      holder,
    })),
    of(DeadlineEndedV1, ({ number, of: kind, clock }) => ({ is: 'deadline-over', number, of: kind, clock })),
  ];
};

/** When people are to meet. */
const met = (matters: Matters): readonly Reaction[] => {
  const of = recording(matters, 'mediation');
  return [
    of(SessionPlannedV1, ({ number, session, from, withoutPhone = 0 }) => ({
      is: 'session-planned',
      number,
      session,
      from,
      withoutPhone,
    })),
    of(SessionCalledOffV1, ({ number, session }) => ({ is: 'session-called-off', number, session })),
    of(SessionHeldV1, ({ number, session }) => ({ is: 'session-held', number, session })),
  ];
};

/** What sla-timer tells of their deadlines: until when each is owed, and who was told of one. */
const timed = (matters: Matters): readonly Reaction[] => {
  const of = recording(matters, 'commitments');
  return [
    of(CommitmentStartedV1, ({ number, of: kind, clock, dueAt }) => ({
      is: 'running',
      number,
      of: kind,
      clock,
      dueAt,
    })),
    // A deadline that was missed runs on until somebody has answered.
    of(CommitmentJudgedV1, ({ number, of: kind, clock, dueAt, endedAt }) => ({
      is: endedAt === null ? 'running' : 'over',
      number,
      of: kind,
      clock,
      dueAt,
    })),
    // One that was told after the answer waits for nobody.
    of(CommitmentNoticeV1, ({ number, of: kind, clock, to, holder = null, area, level, dueAt, answered }) =>
      answered ? null : { is: 'told', number, of: kind, clock, to, holder, area, level, dueAt },
    ),
  ];
};

export const whenDisputeMoves = (matters: Matters): readonly Reaction[] => [
  ...told(matters),
  ...met(matters),
  ...timed(matters),
];
