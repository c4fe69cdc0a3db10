/** Advisory locks that last as long as their session; all locks of one database lie on one session. */
import { type Stop, Unavailable } from '@mulin/kernel';
import type { Sql } from './connection.js';
import { lockPulse } from './limits.js';
import { openSession, type Session } from './session.js';

/** An advisory lock of PostgreSQL that a process holds. */
export type AdvisoryLock = Readonly<{
  release: Stop;
  /** Resolves when the lock is not held any more: it was released, or its session was lost. */
  lost: Promise<void>;
  /**
   * Whether this process holds it at this moment. A process that was suspended for too long finds that it does not,
   * before another one can get it; once `false`, it stays `false`.
   */
  isHeld: () => boolean;
  /** Statements on the session that holds the lock, which therefore are only carried out while it is held. */
  sql: Sql;
}>;

type AdvisoryLocks = Readonly<{ hold(key: string): Promise<AdvisoryLock | null>; close: Stop }>;

/** PostgreSQL gives one session the same lock twice, so what is held on a session is known beside it. */
type Holder = Session & Readonly<{ held: Set<string> }>;

export const advisoryLocks = (url: string, applicationName: string): AdvisoryLocks => {
  let holder: Promise<Holder> | undefined;
  let isClosed = false;

  const open = async (): Promise<Holder> => {
    // A lock taken now would be held by nobody who knows of it.
    if (isClosed)
      throw new Unavailable({
        en: 'This database was closed: nothing can be held any more.',
        zh: '数据库连接已关闭，无法再加锁。',
      });
    try {
      const session = await openSession(url, `${applicationName} holds`, lockPulse);
      void session.ended.then(() => (holder = undefined));
      return { ...session, held: new Set() };
    } catch (error) {
      holder = undefined;
      throw error;
    }
  };

  return {
    hold: async (key) => take(await (holder ??= open()), key),
    close: async () => {
      isClosed = true;
      const session = await holder?.catch(() => undefined);
      await session?.leave();
    },
  };
};

const take = async (holder: Holder, key: string): Promise<AdvisoryLock | null> => {
  const { held, ended, isAlive, sql } = holder;
  if (held.has(key)) return null;
  held.add(key);
  try {
    const [row] = await sql<{ got: boolean }>('select pg_try_advisory_lock(hashtextextended($1, 0)) as got', [
      key,
    ]);
    if (row?.got === true)
      return {
        lost: ended,
        isHeld: () => isAlive() && held.has(key),
        sql,
        release: () => giveBack(holder, key),
      };
    held.delete(key);
    return null;
  } catch (error) {
    held.delete(key);
    throw error;
  }
};

const giveBack = async ({ held, isAlive, sql, leave }: Holder, key: string) => {
  if (!isAlive() || !held.delete(key)) return;
  // What cannot be given back alone is given back with the session: nobody may keep what nobody knows of.
  await sql('select pg_advisory_unlock(hashtextextended($1, 0))', [key]).catch(leave);
};
