import {
  type Delivered,
  type Instant,
  msBetween,
  type Receipt,
  type SetAsides,
  Unavailable,
} from '@mulin/kernel';
import { type Log, reasonOf } from './log.js';
import { type Dispatch, NotAsClaimed } from './reaction.js';

const attempts = 3;
const firstWaitMs = 100;

type Parts = Readonly<{
  dispatch: Dispatch;
  setAsides: Pick<SetAsides, 'put'>;
  group: string;
  sleep: (ms: number) => Promise<void>;
  now: () => Instant;
  log: Log;
}>;

export type Receive = (message: Delivered) => Promise<Receipt>;

/**
 * One receipt for each message. What is not what it claims is set aside at once; a bug of ours (a told
 * decision that refuses is one) is tried three times before. While the world is down the message is `paused`,
 * and nothing is counted.
 */
export const receiver = (parts: Parts): Receive => {
  const { now, log } = parts;

  return async (message) => {
    const begun = now();
    const envelope = opened(message);
    const say = (outcome: Receipt, more: { reason?: string } = {}) => {
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
      return say(await receiptFor(message, envelope, parts));
    } catch (error) {
      // Only the world being down comes this far; anything else would be a bug of `setAsides`, and waits too.
      return say('paused', { reason: reasonOf(error) });
    }
  };
};

const receiptFor = async (message: Delivered, envelope: Envelope, parts: Parts): Promise<Receipt> => {
  const { dispatch, setAsides, group, sleep, now } = parts;
  const setAside = async (reason: string): Promise<Receipt> => {
    await setAsides.put({ group, message, reason, at: now() });
    return 'set-aside';
  };

  const attempt = async (left: number): Promise<Receipt> => {
    try {
      return await dispatch(envelope.value);
    } catch (error) {
      if (error instanceof Unavailable) throw error;
      if (error instanceof NotAsClaimed || left === 1) return setAside(reasonOf(error));
      await sleep(firstWaitMs * 2 ** (attempts - left));
      return attempt(left - 1);
    }
  };

  return envelope.problem === undefined ? attempt(attempts) : setAside(envelope.problem);
};

const levels = { handled: 'info', ignored: 'info', 'set-aside': 'error', paused: 'warn' } as const;

type Envelope = Readonly<{ value: unknown; problem?: string }>;

const opened = ({ value }: Delivered): Envelope => {
  try {
    return { value: JSON.parse(value) };
  } catch {
    // The parser's own words quote what it read, which may be anything.
    return { value: null, problem: 'NotAsClaimed: no JSON' };
  }
};

/** What the log names a message by. */
const namesIn = ({ topic, partition, offset, key }: Delivered, { value }: Envelope) => {
  const names: Record<string, string | number | null> = { topic, partition, offset, subject: key };
  const fields: object = typeof value === 'object' && value !== null ? value : {};
  for (const [name, field] of Object.entries(fields))
    if (named.has(name) && typeof field === 'string') names[name] = field;
  return names;
};
const named = new Set(['type', 'id', 'town', 'correlationid', 'causationid']);
