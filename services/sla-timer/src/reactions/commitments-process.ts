/** The deadlines of disputes and promises: what mediation publishes and what falls due go in; after each, the next look is scheduled. */
import { on, type Reaction } from '@mulin/bus';
import { DeadlineEndedV1, DeadlineHandedOverV1, DeadlineSetV1 } from '@mulin/contracts';
import {
  causedBy,
  type CommandHandler,
  type DecisionContext,
  type Decision,
  instant,
  newCorrelation,
  type Scheduler,
  type TracesOfTimers,
} from '@mulin/kernel';
import * as Commitment from '../domain/commitments/commitment.js';
import { optional, type Published } from './when-order-changes.js';

const actor = 'sla-timer';

type Parts = Readonly<{
  town: string;
  commitments: CommandHandler<Commitment.State, Commitment.Event>;
  /** Of this process alone: its subjects are disputes and promises. */
  scheduler: Pick<Scheduler, 'schedule'>;
  rules: Commitment.Rules;
  newId: () => string;
}>;

type Decide = Decision<Commitment.State, Commitment.Event>;

const reactionsTo = (
  observe: (event: Published, decide: Decide) => Promise<void>,
  rules: Commitment.Rules,
): readonly Reaction[] => [
  on(DeadlineSetV1, (event) => {
    const { number, of, clock, policy, dueAt, area, holder } = event.data;
    const setting = {
      ...{ number, of, clock, policy, area },
      since: instant(event.time),
      ...(dueAt === undefined ? {} : { dueAt: instant(dueAt) }),
      ...optional('holder', holder),
    };
    return observe(event, Commitment.set(setting, rules));
  }),
  on(DeadlineHandedOverV1, (event) => {
    const { clock, holder } = event.data;
    const handover = { clock, holder, at: instant(event.time), ...optional('sequence', event.sequence) };
    return observe(event, Commitment.handOver(handover, rules));
  }),
  on(DeadlineEndedV1, (event) => {
    const { clock, end } = event.data;
    return observe(event, Commitment.end({ clock, end, at: instant(event.time) }, rules));
  }),
];

export const commitmentsProcess = ({ town, commitments, scheduler, rules, newId }: Parts) => {
  // Schedules from state, not from the new events: a crash between the two heals when the message comes again.
  const settle = async (id: string, decide: Decide, context: DecisionContext): Promise<void> => {
    const { state } = await commitments(id, decide, context);
    const next = Commitment.nextEvaluation(state);
    if (next !== null) await scheduler.schedule(id, next, context.traceparent);
  };

  /** All at once: a store that gathers what is written together writes it together. */
  const evaluate = async (ids: readonly string[], traces?: TracesOfTimers): Promise<void> => {
    // Each evaluation is a cause of its own: the same timer may fire twice and find different things.
    const causeOf = (id: string) =>
      newCorrelation({ town, actor, id: newId(), traceparent: traces?.get(id) });
    await Promise.all(ids.map((id) => settle(id, Commitment.evaluate(rules), causeOf(id))));
  };

  const observe = (event: Published, decide: Decide) => settle(event.subject, decide, causedBy(event, actor));
  return { reactions: reactionsTo(observe, rules), evaluate };
};
