/** The clocks of every case: what others publish and what falls due go in; after each, the next look is scheduled. */
import { on, type Reaction } from '@mulin/bus';
import {
  type Archive,
  CaseClosedV1,
  CaseDeclinedV1,
  CaseMergedV1,
  CaseReclassifiedV1,
  CaseRegisteredV1,
  CaseWithdrawnV1,
  type MovedIn,
  OrderCorrectedV1,
  OrderFinishedV1,
  OrderLeftToArbiterV1,
  OrderOfferedV1,
  OrderReturnedV1,
  OrderTakenV1,
} from '@mulin/contracts';
import {
  newCorrelation,
  causedBy,
  type EventMetadata,
  type Decision,
  type CommandHandler,
  instant,
  type Scheduler,
} from '@mulin/kernel';
import type { z } from 'zod';
import type { EndReason } from '../domain/clocks/clock-events.js';
import * as Clocks from '../domain/clocks/clocks.js';
import { completeClock, takeClock } from '../domain/clocks/terms.js';

const actor = 'sla-timer';

type ClockParts = Readonly<{
  town: string;
  clocks: CommandHandler<Clocks.State, Clocks.Event>;
  scheduler: Scheduler;
  rules: Clocks.Rules;
  newId: () => string;
}>;

type Published = Readonly<{
  id: string;
  town: string;
  correlationid: string;
  subject: string;
  time: string;
  recordedat: string;
  sequence?: string | undefined;
}>;

/** Beside a time that cannot be, or is not known well enough, nobody can say whether it was in time. */
const unjudgedFlags: readonly string[] = ['implausible-time', 'closed-on-due-day'];

const archiveOf = (archive: z.infer<typeof Archive>) => ({
  asOf: instant(archive.asOf),
  dueAt: archive.dueAt === null ? null : instant(archive.dueAt),
  closedAt: archive.closedAt === null ? null : instant(archive.closedAt),
  ...(archive.flags.some((flag) => unjudgedFlags.includes(flag)) ? { isUnjudged: true } : {}),
});

const movedInOf = ({ dueAt }: z.infer<typeof MovedIn>, recordedAt: string) => ({
  at: instant(recordedAt),
  dueAt: dueAt === null ? null : instant(dueAt),
});

/** What a close means to the clocks that still run. None of it answers anything: whoever finished has answered. */
const closings: Readonly<Record<string, EndReason>> = {
  done: 'done',
  explained: 'explained',
  declined: 'declined',
  withdrawn: 'withdrawn',
  duplicate: 'merged',
};

type Decide = Decision<Clocks.State, Clocks.Event>;
type Observe = (event: Published, decide: Decide) => Promise<void>;

const endAt = ({ time }: Published, because: EndReason) => ({ endedAt: instant(time), because });

const optional = <Name extends string, Value>(name: Name, value: Value | undefined) =>
  (value === undefined ? {} : { [name]: value }) as Partial<Record<Name, Value>>;

const registrations = (observe: Observe, rules: Clocks.Rules): readonly Reaction[] => [
  on(CaseRegisteredV1, (event) => {
    const { cycle, number, policy, urgency, itemUrgency, reportedBy, archive, movedIn } = event.data;
    const beginning = {
      cycle,
      number,
      policy,
      urgency,
      ...optional('itemUrgency', itemUrgency),
      ...optional('reportedBy', reportedBy),
      beganAt: instant(event.time),
      archive: archive ? archiveOf(archive) : null,
      ...(movedIn ? { movedIn: movedInOf(movedIn, event.recordedat) } : {}),
    };
    return observe(event, Clocks.begin(beginning, rules));
  }),
  on(CaseReclassifiedV1, (event) => {
    const { cycle, policy, urgency, itemUrgency } = event.data;
    const reclassification = {
      cycle,
      policy,
      urgency,
      ...optional('itemUrgency', itemUrgency),
      ...optional('sequence', event.sequence),
      reclassifiedAt: instant(event.time),
    };
    return observe(event, Clocks.reclassify(reclassification, rules));
  }),
];

const ends = (observe: Observe, rules: Clocks.Rules): readonly Reaction[] => {
  const endCycle = (event: Published & { data: { cycle: number } }, because: EndReason) =>
    observe(event, Clocks.endCycle(event.data.cycle, endAt(event, because), rules));
  return [
    on(CaseMergedV1, async (event) => {
      const { cycle, part, dueAt } = event.data;
      if (part === 'merged') return endCycle(event, 'merged');
      if (dueAt === null) return undefined;
      const joining = { cycle, dueAt: instant(dueAt), joinedAt: instant(event.time) };
      return observe(event, Clocks.join(joining, rules));
    }),
    on(CaseDeclinedV1, (event) => endCycle(event, 'declined')),
    on(CaseWithdrawnV1, (event) => endCycle(event, 'withdrawn')),
    // The source decides when its own case was answered.
    on(CaseClosedV1, (event) => {
      const { cycle, outcome, duplicateOf, source } = event.data;
      const because = source ? 'closed' : (closings[outcome] ?? 'done');
      const end = { ...endAt(event, because), ...optional('into', duplicateOf?.caseId) };
      return observe(event, Clocks.endCycle(cycle, end, rules));
    }),
  ];
};

const orders = (observe: Observe, rules: Clocks.Rules): readonly Reaction[] => [
  on(OrderOfferedV1, (event) => {
    const { cycle, leg, area, because } = event.data;
    const offer = { cycle, leg, area, ...optional('because', because), offeredAt: instant(event.time) };
    return observe(event, Clocks.offer(offer, rules));
  }),
  on(OrderLeftToArbiterV1, (event) => {
    const { cycle, area, because, turn, leg } = event.data;
    const which = { ...optional('turn', turn), ...optional('leg', leg) };
    const leaving = { cycle, area, because, ...which, leftAt: instant(event.time) };
    return observe(event, Clocks.leave(leaving, rules));
  }),
  on(OrderCorrectedV1, (event) => {
    const { cycle, area, turn, leg } = event.data;
    const [at, order] = [instant(event.time), optional('sequence', event.sequence)];
    // Without a turn it leads to whoever has it: nothing is left to decide.
    if (turn === undefined)
      return observe(event, Clocks.settleDoubt({ cycle, settledAt: at, ...order }, rules));
    return observe(event, Clocks.askArbiter({ cycle, area, turn, leg, askedAt: at, ...order }, rules));
  }),
  on(OrderTakenV1, (event) => {
    const { cycle, leg } = event.data;
    return observe(event, Clocks.end(takeClock(cycle, leg), cycle, endAt(event, 'taken'), rules));
  }),
  on(OrderReturnedV1, (event) => {
    const { cycle, leg } = event.data;
    return observe(event, Clocks.end(takeClock(cycle, leg), cycle, endAt(event, 'returned'), rules));
  }),
  on(OrderFinishedV1, (event) => {
    const { cycle } = event.data;
    return observe(event, Clocks.end(completeClock(cycle), cycle, endAt(event, 'finished'), rules));
  }),
];

export const clocksProcess = ({ town, clocks, scheduler, rules, newId }: ClockParts) => {
  // Schedules from state, not from the new events: a crash between the two heals when the message comes again.
  const settle = async (caseId: string, decide: Decide, context: EventMetadata) => {
    const { state } = await clocks(caseId, decide, context);
    const next = Clocks.nextLook(state);
    if (next !== null) await scheduler.schedule(caseId, next);
    return state;
  };

  /** What was closed as a duplicate leaves its deadline to the case that answers for it, and so on along a chain. */
  const observeAll = async (event: Published, decide: Decide, seen: readonly string[]): Promise<void> => {
    const state = await settle(event.subject, decide, causedBy(event, actor));
    const other = Clocks.answeredBy(state);
    if (other === null || seen.includes(other.caseId)) return;
    const there = { ...event, subject: other.caseId };
    await observeAll(there, Clocks.joinLatest(other, rules), [...seen, other.caseId]);
  };
  const observe: Observe = (event, decide) => observeAll(event, decide, [event.subject]);

  // Each look is a cause of its own: the same timer may fire twice and find different things.
  const lookAt = (caseId: string) =>
    settle(caseId, Clocks.look(rules), newCorrelation({ town, actor, id: newId() }));

  /** All at once: a store that gathers what is written together writes it together. */
  const look = async (caseIds: readonly string[]): Promise<void> => {
    await Promise.all(caseIds.map(lookAt));
  };

  const reactions: readonly Reaction[] = [registrations, ends, orders].flatMap((of) => of(observe, rules));
  return { reactions, look };
};
