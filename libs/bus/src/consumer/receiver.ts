import {
  backoff,
  type Delivered,
  type Instant,
  msBetween,
  type HandlingOutcome,
  type DeadLetterQueue,
} from '@mulin/kernel';
import { faultOf } from '@mulin/postgres';
import { type Logger, reasonOf } from '../log.js';
import { type Envelope, opened } from './opened.js';
import { type Dispatch, InvalidMessage } from './reaction.js';
import { type FailureCounts, failureCounts, type Suspect } from './failure-counts.js';

/** How often a message is tried whose handling fails by an error of ours. */
const attempts = 3;
/** After the first attempt that failed, and after the second one. */
const pauseMs = backoff({ firstMs: 100, longestMs: 200 });

type Parts = Readonly<{
  dispatch: Dispatch;
  deadLetters: Pick<DeadLetterQueue, 'put'>;
  group: string;
  sleep: (ms: number) => Promise<void>;
  now: () => Instant;
  log: Logger;
}>;

/** Handles one message and answers with its outcome. */
export type Receive = (message: Delivered) => Promise<HandlingOutcome>;

/**
 * Makes the function that handles one message and answers with its outcome; it never rejects. It logs one line for each
 * message, without anything of its content.
 *
 * - Not valid JSON, or not valid by its contract: a dead letter at once.
 * - The handler throws an error of its own (also a `Rejection`: what is told must not be refused): tried three times,
 *   then a dead letter.
 * - An engine is not reached (`Unavailable`, and what `faultOf` of libs/postgres calls so): `paused`, as often as it
 *   takes; nothing is counted against the message.
 * - The error does not say which of the two it is: `paused`, until other messages of its type were handled while this
 *   one failed again and again (`failure-counts.ts`); then a dead letter.
 *
 * @param parts.group the consumer group, named in the log and in dead letters.
 * @param parts.sleep waits so many milliseconds between attempts.
 */
export const receiver = (parts: Parts): Receive => {
  const { now, log } = parts;
  const suspects = failureCounts();

  return async (message) => {
    const begun = now();
    const envelope = opened(message);
    const say = (outcome: HandlingOutcome, more: { reason?: string } = {}) => {
      const ms = msBetween(begun, now());
      const { group } = parts;
      log({
        level: levels[outcome],
        text: 'message',
        group,
        ...namesIn(message, envelope),
        outcome,
        ms,
        ...more,
      });
      return outcome;
    };

    try {
      return say(await receiptFor(message, envelope, parts, suspects));
    } catch (error) {
      // Only what must be waited for comes this far; anything else would be a bug of `deadLetters`, and waits, too.
      return say('paused', { reason: reasonOf(error) });
    }
  };
};

const suspectOf = ({ topic, partition, offset }: Delivered, { value }: Envelope): Suspect => ({
  kind: typeof value === 'object' && value !== null && 'type' in value ? String(value.type) : '',
  place: `${topic}/${partition}/${offset}`,
});

const onlyHere = 'It was tried again and again, and this message alone met it.';

const receiptFor = async (
  message: Delivered,
  envelope: Envelope,
  parts: Parts,
  suspects: FailureCounts,
): Promise<HandlingOutcome> => {
  const { dispatch, deadLetters, group, sleep, now } = parts;
  const suspect = suspectOf(message, envelope);
  const setAside = async (reason: string): Promise<HandlingOutcome> => {
    await deadLetters.put({ group, message, reason, at: now() });
    suspects.convicted(suspect);
    return 'set-aside';
  };

  /** Throws what is to be waited for; the answer is the reason to set the message aside. */
  const reasonAgainst = (error: unknown): string | null => {
    const fault = faultOf(error);
    if (fault === 'unavailable') suspects.excused();
    if (fault === 'unavailable' || (fault === 'unclear' && !suspects.struck(suspect))) throw error;
    return fault === 'unclear' ? `${reasonOf(error)} ${onlyHere}` : null;
  };

  const attempt = async (left: number): Promise<HandlingOutcome> => {
    try {
      const outcome = await dispatch(envelope.value);
      suspects.finished(suspect);
      return outcome;
    } catch (error) {
      if (error instanceof InvalidMessage) return setAside(reasonOf(error));
      const reason = reasonAgainst(error) ?? (left === 1 ? reasonOf(error) : null);
      if (reason !== null) return setAside(reason);
      await sleep(pauseMs(attempts - left + 1));
      return attempt(left - 1);
    }
  };

  return envelope.problem === undefined ? attempt(attempts) : setAside(envelope.problem);
};

const levels = { handled: 'debug', ignored: 'debug', 'set-aside': 'error', paused: 'warn' } as const;

/** What the log names a message by. */
const namesIn = ({ topic, partition, offset, key }: Delivered, { value }: Envelope) => {
  const names: Record<string, string | number | null> = { topic, partition, offset, subject: key };
  const fields: object = typeof value === 'object' && value !== null ? value : {};
  for (const [name, field] of Object.entries(fields))
    if (named.has(name) && typeof field === 'string') names[name] = field;
  return names;
};
const named = new Set(['type', 'id', 'town', 'correlationid', 'causationid']);
