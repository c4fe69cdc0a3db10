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
export const receiver = ({ dispatch, setAsides, group, sleep, now, log }: Parts): Receive => {
  const setAside = async (message: Delivered, reason: string): Promise<Receipt> => {
    await setAsides.put({ group, message, reason, at: now() });
    return 'set-aside';
  };

  const attempt = async (message: Delivered, value: unknown, left: number): Promise<Receipt> => {
    try {
      return await dispatch(value);
    } catch (error) {
      if (error instanceof Unavailable) throw error;
      if (error instanceof NotAsClaimed || left === 1) return setAside(message, reasonOf(error));
      await sleep(firstWaitMs * 2 ** (attempts - left));
      return attempt(message, value, left - 1);
    }
  };

  const receive = async (message: Delivered, envelope: Envelope): Promise<Receipt> => {
    if (envelope.problem !== undefined) return setAside(message, envelope.problem);
    return attempt(message, envelope.value, attempts);
  };

  return async (message) => {
    const begun = now();
    const envelope = opened(message);
    const line = (receipt: Receipt, reason: string | null) =>
      log({
        level: levels[receipt],
        text: 'message',
        group,
        ...namesIn(message, envelope.value),
        outcome: receipt,
        ms: msBetween(begun, now()),
        ...(reason === null ? {} : { reason }),
      });

    try {
      const receipt = await receive(message, envelope);
      line(receipt, null);
      return receipt;
    } catch (error) {
      // Only the world being down comes this far; anything else would be a bug of `setAsides`, and waits too.
      line('paused', reasonOf(error));
      return 'paused';
    }
  };
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
const namesIn = ({ topic, partition, offset, key }: Delivered, value: unknown) => {
  const names: Record<string, string | number | null> = { topic, partition, offset, subject: key };
  const fields: object = typeof value === 'object' && value !== null ? value : {};
  for (const [name, field] of Object.entries(fields))
    if (named.has(name) && typeof field === 'string') names[name] = field;
  return names;
};
const named = new Set(['type', 'id', 'town', 'correlationid', 'causationid']);
