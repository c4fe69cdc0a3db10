/** The clocks of every case: what others publish and what falls due go in; after each, the next look is scheduled. */
import { on, type Reaction } from '@mulin/bus';
import {
  type Archive,
  CaseClosedV1,
  CaseDeclinedV1,
  CaseMergedV1,
  CaseReclassifiedV1,
  CaseRegisteredV1,
  CaseReopenedV1,
  CaseUnmergedV1,
  CaseWithdrawnV1,
  type MovedIn,
} from '@mulin/contracts';
import {
  newCorrelation,
  causedBy,
  type DecisionContext,
  type CommandHandler,
  instant,
  type Scheduler,
  type TracesOfTimers,
} from '@mulin/kernel';
import type { z } from 'zod';
import type { Dependencies } from '../dependencies.js';
import type { EndReason } from '../domain/clocks/clock-events.js';
import * as Clocks from '../domain/clocks/clocks.js';
import { closedDayOf, endReasonOf, isUnjudged } from '../domain/endings.js';
import {
  type Decide,
  endAt,
  type Observe,
  optional,
  type Published,
  whenHandled,
  whenOrderChanges,
} from './when-order-changes.js';

const actor = 'sla-timer';

type ClockParts = Readonly<{
  town: string;
  /** In which days of files are days. */
  zone: string;
  clocks: CommandHandler<Clocks.State, Clocks.Event>;
  scheduler: Scheduler;
  rules: Clocks.Rules;
  newId: () => string;
}>;

const momentOf = (time: string | null) => (time === null ? null : instant(time));

const archiveOf = (zone: string, archive: z.infer<typeof Archive>) => ({
  asOf: instant(archive.asOf),
  dueAt: momentOf(archive.dueAt),
  closedAt: momentOf(archive.closedAt),
  ...optional('closedDay', closedDayOf(zone, archive.days ?? [], momentOf(archive.closedAt))),
  ...(isUnjudged(archive.flags) ? { isUnjudged: true } : {}),
});

const movedInOf = ({ dueAt }: z.infer<typeof MovedIn>, recordedAt: string) => ({
  at: instant(recordedAt),
  dueAt: momentOf(dueAt),
});

const registrations = (observe: Observe, rules: Clocks.Rules, zone: string): readonly Reaction[] => [
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
      archive: archive ? archiveOf(zone, archive) : null,
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

/** The next cycle begins. */
const reopenings = (observe: Observe, rules: Clocks.Rules): readonly Reaction[] => [
  on(CaseReopenedV1, (event) => {
    const { cycle, number, policy, urgency, itemUrgency, because } = event.data;
    const beginning = {
      cycle,
      number,
      policy,
      urgency,
      ...optional('itemUrgency', itemUrgency),
      ...(because === 'redo' ? { isRedo: true } : {}),
      beganAt: instant(event.time),
      archive: null,
    };
    return observe(event, Clocks.begin(beginning, rules));
  }),
];

const ends = (observe: Observe, rules: Clocks.Rules, zone: string): readonly Reaction[] => {
  const endCycle = (event: Published & { data: { cycle: number } }, because: EndReason) =>
    observe(event, Clocks.endCycle(event.data.cycle, endAt(event, because), rules));
  return [
    on(CaseMergedV1, async (event) => {
      const { cycle, part, dueAt, mergedId } = event.data;
      if (part === 'merged') return endCycle(event, 'merged');
      if (dueAt === null) return undefined;
      const joining = { cycle, dueAt: instant(dueAt), joinedAt: instant(event.time), from: mergedId };
      return observe(event, Clocks.join(joining, rules));
    }),
    on(CaseUnmergedV1, (event) => {
      const { cycle, part, mergedId } = event.data;
      const from = part === 'survivor' ? { from: mergedId } : {};
      return observe(event, Clocks.unmerge({ cycle, unmergedAt: instant(event.time), ...from }, rules));
    }),
    on(CaseDeclinedV1, (event) => endCycle(event, 'declined')),
    on(CaseWithdrawnV1, (event) => endCycle(event, 'withdrawn')),
    // The source decides when its own case was answered.
    on(CaseClosedV1, (event) => {
      const { cycle, outcome, duplicateOf, source } = event.data;
      const because = endReasonOf(outcome, Boolean(source));
      const day = source ? closedDayOf(zone, source.days ?? [], instant(event.time)) : undefined;
      const end = {
        ...endAt(event, because),
        ...optional('into', duplicateOf?.caseId),
        ...optional('day', day),
      };
      return observe(event, Clocks.endCycle(cycle, end, rules));
    }),
  ];
};

/** Somebody to whom a lateness was escalated says what they do about it. */
const acknowledging =
  (
    clocks: ClockParts['clocks'],
    rules: Clocks.Rules,
    schedule: (caseId: string, state: Clocks.State, context: DecisionContext) => Promise<void>,
  ): Dependencies['acknowledge'] =>
  async (caseId, answer, context, options) => {
    const decide = Clocks.acknowledge(answer, rules);
    const { state, position, revision } = await clocks(caseId, decide, context, options);
    await schedule(caseId, state, context);
    return { position, revision };
  };

export const clocksProcess = ({ town, zone, clocks, scheduler, rules, newId }: ClockParts) => {
  const schedule = async (caseId: string, state: Clocks.State, context: DecisionContext): Promise<void> => {
    const next = Clocks.nextEvaluation(state);
    if (next !== null) await scheduler.schedule(caseId, next, context.traceparent);
  };

  // Schedules from state, not from the new events: a crash between the two heals when the message comes again.
  const settle = async (caseId: string, decide: Decide, context: DecisionContext) => {
    const { state } = await clocks(caseId, decide, context);
    await schedule(caseId, state, context);
    return state;
  };

  /** What was closed as a duplicate leaves its deadline to the case that answers for it, and so on along a chain. */
  const observeAll = async (event: Published, decide: Decide, seen: readonly string[]): Promise<void> => {
    const state = await settle(event.subject, decide, causedBy(event, actor));
    const other = Clocks.answeredBy(state);
    if (other === null || seen.includes(other.caseId)) return;
    const there = { ...event, subject: other.caseId };
    const joining = { ...other, from: event.subject };
    await observeAll(there, Clocks.joinLatest(joining, rules), [...seen, other.caseId]);
  };
  const observe: Observe = (event, decide) => observeAll(event, decide, [event.subject]);

  // Each evaluation is a cause of its own: the same timer may fire twice and find different things.
  const evaluate = (caseId: string, traceparent?: string) =>
    settle(caseId, Clocks.evaluate(rules), newCorrelation({ town, actor, id: newId(), traceparent }));

  /** All at once: a store that gathers what is written together writes it together. */
  const evaluateAll = async (caseIds: readonly string[], traces?: TracesOfTimers): Promise<void> => {
    await Promise.all(caseIds.map((caseId) => evaluate(caseId, traces?.get(caseId))));
  };

  const reactions: readonly Reaction[] = [
    registrations,
    reopenings,
    ends,
    whenOrderChanges,
    whenHandled,
  ].flatMap((of) => of(observe, rules, zone));
  return { reactions, evaluate: evaluateAll, acknowledge: acknowledging(clocks, rules, schedule) };
};
