/**
 * How long PostgreSQL is waited for, in milliseconds. A connection that a network has swallowed, or a server that
 * stands still, says nothing at all: without a limit whoever asked would wait for ever.
 */

/** For a new connection, and for one of the pool. */
export const connectMs = 10_000;
/** For a connection of its own, which is tried again and again. */
export const sessionConnectMs = 4_000;

/**
 * For one statement. The server ends it itself at this limit, and says so; the client gives the connection up a
 * moment later. What is known to take longer names its own limit.
 */
export const statementMs = 10_000;
export const graceMs = 1_000;

/** For migrations, for making a table anew, for whole copies: nobody waits for them but an operator. */
export const longMs = 600_000;

/** A connection of the pool that rested for longer is asked first whether it is still there. */
export const restedMs = 5_000;
export const pingMs = 2_000;

/** A transaction whose client does nothing for so long is over, and its locks are free. */
export const idleInTransactionMs = 30_000;

/** For a polite goodbye; then the socket is closed from this side. */
export const goodbyeMs = 1_000;
/** For what is under way when a database is closed. */
export const closeMs = 3_000;

/** How soon a session of its own (locks, LISTEN) is known to be dead. */
export type Pulse = Readonly<{
  /** So often it is asked something. */
  everyMs: number;
  /** So long it may take to answer. */
  answerMs: number;
  /** So long after the last question that was answered it counts as alive here. */
  aliveMs: number;
  /** So long after the last question the server ends it by itself; `null`: never. */
  serverMs: number | null;
}>;

/**
 * Of locks. Whoever holds one gives it up (`aliveMs` after it last asked) before the server gives it to somebody
 * else (`serverMs` after it was last asked), so that two never hold it, however long a program or a network
 * stands still. What a frozen program held is free after `serverMs`.
 */
export const lockPulse: Pulse = { everyMs: 1_000, answerMs: 2_500, aliveMs: 5_000, serverMs: 6_000 };

/** Of LISTEN. Who listens looks for themselves now and then, too, so that this may take a little longer. */
export const listenPulse: Pulse = { everyMs: 3_000, answerMs: 3_000, aliveMs: 10_000, serverMs: null };
