/** The clocks of every case: news and alarms go in; after each, the next look is wound. */
import { on, type Reaction } from '@mulin/bus';
import {
  type Archive,
  CaseClosedV1,
  CaseDeclinedV1,
  CaseMergedV1,
  CaseReclassifiedV1,
  CaseRegisteredV1,
  CaseWithdrawnV1,
  OrderFinishedV1,
  OrderLeftToArbiterV1,
  OrderOfferedV1,
  OrderReturnedV1,
  OrderTakenV1,
} from '@mulin/contracts';
import {
  begin,
  type Context,
  type Decision,
  follow,
  type Handle,
  instant,
  type Scheduler,
} from '@mulin/kernel';
import type { z } from 'zod';
import type { EndReason } from './domain/clock-facts.js';
import * as Clocks from './domain/clocks.js';
import { completeClock, type Reckon, takeClock } from './domain/terms.js';

const actor = 'sla-timer';

export type ClockParts = Readonly<{
  town: string;
  clocks: Handle<Clocks.State, Clocks.Event>;
  scheduler: Scheduler;
  reckon: Reckon;
  newId: () => string;
}>;

type Heard = Readonly<{ id: string; town: string; correlationid: string; subject: string; time: string }>;

const archiveOf = (archive: z.infer<typeof Archive>) => ({
  asOf: instant(archive.asOf),
  dueAt: archive.dueAt === null ? null : instant(archive.dueAt),
  closedAt: archive.closedAt === null ? null : instant(archive.closedAt),
});

/** A case that was closed because nothing is owed any more was not answered by that. */
const closings: Readonly<Record<string, EndReason>> = {
  declined: 'declined',
  withdrawn: 'withdrawn',
  duplicate: 'merged',
};

type Hear = (event: Heard, decide: Decision<Clocks.State, Clocks.Event>) => Promise<void>;

const endAt = ({ time }: Heard, because: EndReason) => ({ endedAt: instant(time), because });

const ofIntake = (hear: Hear, reckon: Reckon): readonly Reaction[] => [
  on(CaseRegisteredV1, (event) => {
    const { cycle, number, policy, urgency, archive } = event.data;
    const history = archive ? archiveOf(archive) : null;
    const beginning = { cycle, number, policy, urgency, beganAt: instant(event.time), archive: history };
    return hear(event, Clocks.begin(beginning, reckon));
  }),
  on(CaseReclassifiedV1, (event) => {
    const { cycle, policy, urgency } = event.data;
    const reclassifiedAt = instant(event.time);
    return hear(event, Clocks.reclassify({ cycle, policy, urgency, reclassifiedAt }, reckon));
  }),
  on(CaseMergedV1, async (event) => {
    const { cycle, part, dueAt } = event.data;
    if (part === 'merged') return hear(event, Clocks.endCycle(cycle, endAt(event, 'merged')));
    if (dueAt === null) return undefined;
    const joining = { cycle, dueAt: instant(dueAt), joinedAt: instant(event.time) };
    return hear(event, Clocks.join(joining, reckon));
  }),
  on(CaseDeclinedV1, (event) => hear(event, Clocks.endCycle(event.data.cycle, endAt(event, 'declined')))),
  on(CaseWithdrawnV1, (event) => hear(event, Clocks.endCycle(event.data.cycle, endAt(event, 'withdrawn')))),
  on(CaseClosedV1, (event) => {
    const { cycle, outcome } = event.data;
    return hear(event, Clocks.endCycle(cycle, endAt(event, closings[outcome] ?? 'closed')));
  }),
];

const ofRouting = (hear: Hear, reckon: Reckon): readonly Reaction[] => [
  on(OrderOfferedV1, (event) => {
    const { cycle, leg, area } = event.data;
    return hear(event, Clocks.offer({ cycle, leg, area, offeredAt: instant(event.time) }, reckon));
  }),
  on(OrderLeftToArbiterV1, (event) => {
    const { cycle, area } = event.data;
    return hear(event, Clocks.leave({ cycle, area, leftAt: instant(event.time) }));
  }),
  on(OrderTakenV1, (event) => {
    const { cycle, leg } = event.data;
    return hear(event, Clocks.end(takeClock(cycle, leg), cycle, endAt(event, 'taken')));
  }),
  on(OrderReturnedV1, (event) => {
    const { cycle, leg } = event.data;
    return hear(event, Clocks.end(takeClock(cycle, leg), cycle, endAt(event, 'returned')));
  }),
  on(OrderFinishedV1, (event) => {
    const { cycle } = event.data;
    return hear(event, Clocks.end(completeClock(cycle), cycle, endAt(event, 'finished')));
  }),
];

export const keepClocks = ({ town, clocks, scheduler, reckon, newId }: ClockParts) => {
  // Winds from state, not from the new facts: a crash between the two heals when the news comes again.
  const settle = async (
    caseId: string,
    decide: Decision<Clocks.State, Clocks.Event>,
    context: Context,
  ): Promise<void> => {
    const { state } = await clocks(caseId, decide, context);
    const next = Clocks.nextLook(state);
    if (next !== null) await scheduler.wake(caseId, next);
  };

  const hear: Hear = (event, decide) => settle(event.subject, decide, follow(event, actor));

  // Each look is a cause of its own: the same alarm may ring twice and see different things.
  const lookAt = (caseId: string) => settle(caseId, Clocks.look, begin({ town, actor, id: newId() }));

  /** All at once: a store that gathers what is written together writes it together. */
  const look = async (caseIds: readonly string[]): Promise<void> => {
    await Promise.all(caseIds.map(lookAt));
  };

  return { reactions: [...ofIntake(hear, reckon), ...ofRouting(hear, reckon)], look };
};
