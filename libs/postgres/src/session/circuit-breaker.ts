/**
 * The circuit breaker (Nygard, Release It!) of a pool. Where a statement was waited for in vain, nothing at all was answered meanwhile, and a new
 * connection is not answered either, PostgreSQL has fallen silent. From then on nobody waits for the same again:
 * whatever is asked fails at once, until it answers. Messages that fail so are held back by the pause gate of libs/bus.
 */
import type { Stop } from '@mulin/kernel';
import { connect, leave, sqlOf } from './connection.js';
import { noAnswer, PostgresUnavailable, sqlState } from '../errors.js';
import { pingMs } from './limits.js';

/** How long after one vain connection the next one is tried, in milliseconds: soon enough for who waits at a screen. */
const againMs = 500;

export type CircuitBreaker = Readonly<{
  /** Throws `PostgresUnavailable` while it is silent. */
  refuse: () => void;
  /** To be called with each answer, also where it is an error of the statement. */
  answered: () => void;
  /** What was asked at this moment (`performance.now()`) has failed so. */
  failed: (askedAt: number, error: unknown) => void;
  close: Stop;
}>;

/** The driver's words for a time that has run out. */
const ranOut =
  /^(?:Query read timeout|timeout e(?:xpired|xceeded)|Connection terminated due to connection timeout)/;

/** Whether this is the client's own word that it has waited in vain. */
export const hasRunOut = (error: unknown): boolean => {
  const said = error instanceof PostgresUnavailable ? error.cause : error;
  return said instanceof Error && ranOut.test(said.message);
};

/** Asked by a connection of its own: those of the pool may be the trouble. A refusal is an answer, too. */
const doesAnswer = async (url: string, applicationName: string): Promise<boolean> => {
  try {
    const client = await connect(url, applicationName);
    await sqlOf(client, { limitMs: pingMs })('select 1').finally(() => void leave(client));
    return true;
  } catch (error) {
    return sqlState(error) !== undefined;
  }
};

/**
 * The breaker of the pool that is connected to `url`; its own connections are called `applicationName`, too. It begins
 * by letting everything pass.
 */
export const circuitBreaker = (url: string, applicationName: string): CircuitBreaker => {
  let answeredAt = 0;
  let isSilent = false;
  let isDoubted = false;
  let isClosed = false;
  let timer: NodeJS.Timeout | undefined;

  const look = async (): Promise<void> => {
    const answers = await doesAnswer(url, applicationName);
    isSilent = !answers && !isClosed;
    isDoubted = isSilent;
    if (isSilent) timer = setTimeout(() => void look(), againMs);
  };

  return {
    refuse: () => {
      if (isSilent) throw new PostgresUnavailable(noAnswer, 'unavailable', undefined);
    },
    answered: () => {
      answeredAt = performance.now();
    },
    failed: (askedAt, error) => {
      if (isDoubted || isClosed || answeredAt > askedAt || !hasRunOut(error)) return;
      isDoubted = true;
      void look();
    },
    close: async () => {
      isClosed = true;
      clearTimeout(timer);
    },
  };
};
