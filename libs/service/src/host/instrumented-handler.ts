/** The loop that writes facts, with one line in the log and one count for each decision. */
import {
  Busy,
  type Decider,
  type Event,
  type CommandHandler,
  commandHandler,
  Rejection,
  Unavailable,
  type Upcasts,
  second,
} from '@mulin/kernel';
import type { Platform } from '../platform/platform.js';

/** What became of a decision that recorded nothing and threw. */
const outcomeOf = (error: unknown): string => {
  if (error instanceof Rejection) return `rejected ${error.code}`;
  if (error instanceof Busy) return 'busy';
  return error instanceof Unavailable ? 'paused' : 'failed';
};

export const instrumentedHandler = <State, E extends Event>(
  { eventStore, now, sleep, log, meter, town }: Platform,
  service: string,
  decider: Decider<State, E>,
  upcasts?: Upcasts,
): CommandHandler<State, E> => {
  const handle = commandHandler(eventStore(service, upcasts), decider, now, { sleep, random: Math.random });

  return async (id, decide, context, options) => {
    const startedAt = performance.now();
    const tell = (outcome: string, facts: number) => {
      const ms = performance.now() - startedAt;
      const [word = outcome] = outcome.split(' ', 1);
      meter.count('commands', { service, category: decider.category, outcome: word });
      meter.observe('command_duration_seconds', { service }, ms / second);
      log.info(
        {
          town,
          service,
          subject: id,
          decision: decider.category,
          outcome: facts > 0 ? `recorded ${facts}` : outcome,
          ms: Math.round(ms * 10) / 10,
          correlationid: context.correlationId,
          causationid: context.causationId,
        },
        'decision',
      );
    };

    try {
      const handled = await handle(id, decide, context, options);
      tell(handled.events.length > 0 ? 'recorded' : 'nothing', handled.events.length);
      return handled;
    } catch (error) {
      tell(outcomeOf(error), 0);
      throw error;
    }
  };
};
