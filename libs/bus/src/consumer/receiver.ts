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
import { type FailureCounts, strikes, type Suspect } from './failure-counts.js';

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

export type Receive = (message: Delivered) => Promise<HandlingOutcome>;

/**
 * One receipt for each message. What is not what it claims is set aside at once; a bug of ours (a told
 * decision that refuses is one) is tried three times before. While the world is down the message is `paused`,
 * and nothing is counted. Where an error does not say whose fault it is, it is `paused`, too, until others
 * of its type have got through where this one did not, again and again: then it is set aside.
 */
export const receiver = (parts: Parts): Receive => {
  const { now, log } = parts;
  const suspects = strikes();

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
      // Only the world being down comes this far; anything else would be a bug of `deadLetters`, and waits too.
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
      const receipt = await dispatch(envelope.value);
      suspects.finished(suspect);
      return receipt;
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
