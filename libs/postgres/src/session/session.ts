/** A connection of its own with a pulse: for what lives as long as a session does, locks and LISTEN. */
import type pg from 'pg';
import { connect, leave, type Sql, sqlOf } from './connection.js';
import { faultOf, noAnswer, PostgresUnavailable, sqlState } from '../errors.js';
import { serialQueue } from '../serial-queue.js';
import type { Pulse } from './limits.js';

export type Session = Readonly<{
  client: pg.Client;
  /** One statement at a time, on this very session, and on no other when it is over. */
  sql: Sql;
  /** Resolves when it is over, whichever side has noticed. */
  ended: Promise<void>;
  /** Whether it is known to be alive at this very moment. Once it was not, it never is again. */
  isAlive: () => boolean;
  leave: () => Promise<void>;
}>;

const over = () => new PostgresUnavailable(noAnswer, 'unavailable', undefined);

const settingsFor = ({ serverMs }: Pulse) => (serverMs === null ? {} : { idle_session_timeout: serverMs });

export const openSession = async (url: string, name: string, pulse: Pulse): Promise<Session> => {
  const began = performance.now();
  const client = await connect(url, name, settingsFor(pulse));
  const life = lifeOf(client, pulse, began);
  const said = sqlOf(client, { limitMs: pulse.answerMs });
  const turn = serialQueue();

  const sql: Sql = (text, values, options) =>
    turn(async () => {
      if (!life.isAlive()) throw over();
      const askedAt = performance.now();
      try {
        const rows = await said<never>(text, values, options);
        life.answered(askedAt);
        return rows;
      } catch (error) {
        // A refusal is an answer, too; whatever else went wrong, nobody can tell whether there is a session yet.
        if (sqlState(error) === undefined || faultOf(error) === 'unavailable') life.end();
        else life.answered(askedAt);
        throw error;
      }
    });

  const beat = setInterval(() => {
    if (life.isAlive()) void sql('select 1').catch(() => undefined);
  }, pulse.everyMs).unref();
  void life.ended.then(() => clearInterval(beat));

  return { client, sql, ended: life.ended, isAlive: life.isAlive, leave: life.leave };
};

/**
 * A session is alive for so long after a question that was answered, counted from when it was asked: the server
 * cannot have heard it earlier. A program that stood still finds out before it does anything else.
 */
const lifeOf = (client: pg.Client, { aliveMs }: Pulse, began: number) => {
  let isOver = false;
  let heardAt = began;
  let resolveEnded = () => {};
  const ended = new Promise<void>((resolve) => (resolveEnded = resolve));

  const end = () => {
    if (isOver) return;
    isOver = true;
    resolveEnded();
    client.connection.stream.destroy();
  };
  client.once('end', end);

  return {
    ended,
    end,
    isAlive: () => {
      if (!isOver && performance.now() - heardAt > aliveMs) end();
      return !isOver;
    },
    answered: (askedAt: number) => {
      heardAt = Math.max(heardAt, askedAt);
    },
    leave: async () => {
      await leave(client);
      end();
    },
  };
};
