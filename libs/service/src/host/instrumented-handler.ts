/** The loop that writes events, with one line in the log (most of them at `debug`) and one count for each decision. */
import {
  Busy,
  type Decider,
  type Event,
  type DecisionContext,
  type RecordedEvent,
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

type Command = Readonly<{ service: string; category: string; id: string; context: DecisionContext }>;

/**
 * Whether a request of somebody has begun something: that is worth a line at the usual level, so that a demand has
 * one. Whatever follows from it, in whichever service, is a detail.
 */
const hasBegun = (
  { correlationId, causationId }: DecisionContext,
  events: readonly RecordedEvent[],
): boolean => correlationId === causationId && events[0]?.revision === 0;

/** One line and one count for what became of a command, with how long it took. */
const telling = (
  { log, meter, town }: Pick<Platform, 'log' | 'meter' | 'town'>,
  { service, category, id, context }: Command,
) => {
  const startedAt = performance.now();
  return (outcome: string, events: readonly RecordedEvent[]): void => {
    const ms = performance.now() - startedAt;
    const [word = outcome] = outcome.split(' ', 1);
    meter.count('commands', { service, category, outcome: word });
    meter.observe('command_duration_seconds', { service }, ms / second);
    log[hasBegun(context, events) ? 'info' : 'debug'](
      {
        town,
        service,
        subject: id,
        decision: category,
        outcome: events.length > 0 ? `recorded ${events.length}` : outcome,
        ms: Math.round(ms * 10) / 10,
        correlationid: context.correlationId,
        causationid: context.causationId,
      },
      'decision',
    );
  };
};

/**
 * The command handler of a service (see `CommandHandler`), with one line in the log (most of them at `debug`), one
 * count (`commands`), one duration and one span (`decide <category>`) for each decision. It decides, repeats and
 * throws as the handler of the kernel does.
 *
 * @param service whose event store it appends to.
 * @param upcasts of events of older shapes. Default: those that the service has named before.
 */
export const instrumentedHandler = <State, E extends Event>(
  { eventStore, now, sleep, log, meter, town, requestHash }: Platform,
  service: string,
  decider: Decider<State, E>,
  upcasts?: Upcasts,
): CommandHandler<State, E> => {
  const how = { sleep, random: Math.random, isSameBody: requestHash.isSame };
  const store = eventStore(service, upcasts);
  const handle = commandHandler(store, decider, now, how);
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
        tell(handled.events.length > 0 ? 'recorded' : 'nothing', handled.events);
        note({ 'mulin.events': handled.events.length });
        return handled;
      } catch (error) {
        const outcome = outcomeOf(error);
        tell(outcome, []);
        note({ 'mulin.outcome': outcome });
        throw error;
      }
    });
  };
  return Object.assign(command, { query: handle.query });
};
