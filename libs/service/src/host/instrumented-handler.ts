/** The loop that writes facts, with one line in the log and one count for each decision. */
import {
  Busy,
  type Decider,
  type Event,
  type EventMetadata,
  type CommandHandler,
  type CommandResult,
  commandHandler,
  Rejection,
  Unavailable,
  type Upcasts,
  second,
} from '@mulin/kernel';
import { inSpan } from '../observability/tracing.js';
import type { Platform } from '../platform/platform.js';

/** What became of a decision that recorded nothing and threw. */
const outcomeOf = (error: unknown): string => {
  if (error instanceof Rejection) return `rejected ${error.code}`;
  if (error instanceof Busy) return 'busy';
  return error instanceof Unavailable ? 'paused' : 'failed';
};

type Command = Readonly<{ service: string; category: string; id: string; context: EventMetadata }>;

/** One line and one count for what became of a command, with how long it took. */
const telling = (
  { log, meter, town }: Pick<Platform, 'log' | 'meter' | 'town'>,
  { service, category, id, context }: Command,
) => {
  const startedAt = performance.now();
  return (outcome: string, events: number): void => {
    const ms = performance.now() - startedAt;
    const [word = outcome] = outcome.split(' ', 1);
    meter.count('commands', { service, category, outcome: word });
    meter.observe('command_duration_seconds', { service }, ms / second);
    log.info(
      {
        town,
        service,
        subject: id,
        decision: category,
        outcome: events > 0 ? `recorded ${events}` : outcome,
        ms: Math.round(ms * 10) / 10,
        correlationid: context.correlationId,
        causationid: context.causationId,
      },
      'decision',
    );
  };
};

export const instrumentedHandler = <State, E extends Event>(
  { eventStore, now, sleep, log, meter, town }: Platform,
  service: string,
  decider: Decider<State, E>,
  upcasts?: Upcasts,
): CommandHandler<State, E> => {
  const handle = commandHandler(eventStore(service, upcasts), decider, now, { sleep, random: Math.random });

  const { category } = decider;

  const command = async (
    ...[id, decide, context, options]: Parameters<CommandHandler<State, E>>
  ): Promise<CommandResult<State, E>> => {
    const tell = telling({ log, meter, town }, { service, category, id, context });
    const attributes = { 'mulin.service': service, 'mulin.stream.category': category, 'mulin.stream.id': id };
    const traced = { name: `decide ${category}`, attributes, traceparent: context.traceparent };
    return inSpan(traced, async (at, note) => {
      try {
        const handled = await handle(id, decide, { ...context, ...at }, options);
        tell(handled.events.length > 0 ? 'recorded' : 'nothing', handled.events.length);
        note({ 'mulin.events': handled.events.length });
        return handled;
      } catch (error) {
        const outcome = outcomeOf(error);
        tell(outcome, 0);
        note({ 'mulin.outcome': outcome });
        throw error;
      }
    });
  };
  return Object.assign(command, { query: handle.query });
};
