import type { Reaction } from '@mulin/bus';
import {
  BreachRevokedV1,
  CaseEscalatedV1,
  CaseEscalatedV2,
  CaseWarnedV1,
  CaseWarnedV2,
  ClockCancelledV1,
  ClockCancelledV2,
  ClockChangedV1,
  ClockMissingV1,
  ClockStartedV1,
  EndRevokedV1,
  EscalationAcknowledgedV1,
  EscalationRevokedV1,
  EscalationRevokedV2,
  VerdictGivenV1,
} from '@mulin/contracts';
import { recording, type Matters } from './record-events.js';

type Clock = Readonly<{ clock: string; cycle: number }>;
type Ending = Clock & Readonly<{ dueAt: string; endedAt: string | null }>;
type Notice = Clock & Readonly<{ number: string; to: string; dueAt: string }>;

const running = ({ clock, cycle, dueAt }: Clock & { dueAt: string }) =>
  ({ is: 'running', clock, cycle, dueAt }) as const;
const over = ({ clock, cycle }: Clock, dueAt: string | null) =>
  ({ is: 'over', clock, cycle, dueAt }) as const;
/** A deadline that was missed runs on until somebody has answered. */
const overOnceAnswered = (data: Ending) => (data.endedAt === null ? running(data) : over(data, data.dueAt));

const told = (level: 'warning' | 'escalation', data: Notice, area: string | null) => {
  const { clock, cycle, number, to, dueAt } = data;
  return { is: 'told', clock, cycle, number, to, area, level, dueAt } as const;
};
type Revoked = Clock & Readonly<{ to: string; area?: string | null | undefined }>;

const revoked = ({ clock, cycle, to, area }: Revoked, isWarningLeft: boolean) => {
  const said = { is: 'revoked', clock, cycle, to, isWarningLeft } as const;
  return area === undefined ? said : { ...said, area };
};

/** What sla-timer tells of deadlines: until when each thing is owed, and who was told of one. */
export const whenDeadlineMoves = (matters: Matters): readonly Reaction[] => {
  const of = recording(matters, 'sla-timer');
  return [
    of(ClockStartedV1, running),
    of(ClockChangedV1, running),
    of(VerdictGivenV1, overOnceAnswered),
    of(BreachRevokedV1, overOnceAnswered),
    of(EndRevokedV1, running),
    of(ClockCancelledV1, (data) => over(data, null)),
    of(ClockCancelledV2, (data) => over(data, data.dueAt)),
    of(ClockMissingV1, ({ number, clock, cycle, because }) => ({
      is: 'missing',
      number,
      clock,
      cycle,
      because,
    })),
    of(CaseWarnedV1, (data) => told('warning', data, null)),
    of(CaseWarnedV2, (data) => told('warning', data, data.area)),
    // One that was told after the answer waits for nobody.
    of(CaseEscalatedV1, (data) => (data.answered ? null : told('escalation', data, null))),
    of(CaseEscalatedV2, (data) => (data.answered ? null : told('escalation', data, data.area))),
    of(EscalationRevokedV1, (data) => revoked(data, false)),
    of(EscalationRevokedV2, (data) => revoked(data, data.left !== undefined)),
    of(EscalationAcknowledgedV1, ({ cycle, role }) => ({ is: 'acknowledged', cycle, role })),
  ];
};
