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

/** `shared`: any number of holders may share it, and nobody holds it alone meanwhile. Default: alone. */
export type HoldOptions = Readonly<{ shared?: boolean }>;

type AdvisoryLocks = Readonly<{
  hold(key: string, options?: HoldOptions): Promise<AdvisoryLock | null>;
  close: Stop;
}>;

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
    hold: async (key, { shared = false } = {}) =>
      take(await (holder ??= open()), { key, suffix: shared ? '_shared' : '' }),
    close: async () => {
      isClosed = true;
      const session = await holder?.catch(() => undefined);
      await session?.leave();
    },
  };
};

/** Both kinds of one key may be held by one process, which is how it goes from alone to shared without a gap. */
type Wanted = Readonly<{ key: string; suffix: '' | '_shared' }>;

const nameOf = ({ key, suffix }: Wanted): string => `${key} ${suffix}`;

const take = async (holder: Holder, wanted: Wanted): Promise<AdvisoryLock | null> => {
  const { held, ended, isAlive, sql } = holder;
  const name = nameOf(wanted);
  // PostgreSQL would give a session alone what it shares with nobody but itself.
  const isShared = wanted.suffix === '' && held.has(nameOf({ ...wanted, suffix: '_shared' }));
  if (held.has(name) || isShared) return null;
  held.add(name);
  try {
    const [row] = await sql<{ got: boolean }>(
      `select pg_try_advisory_lock${wanted.suffix}(hashtextextended($1, 0)) as got`,
      [wanted.key],
    );
    if (row?.got === true)
      return {
        lost: ended,
        isHeld: () => isAlive() && held.has(name),
        sql,
        release: () => giveBack(holder, wanted),
      };
    held.delete(name);
    return null;
  } catch (error) {
    held.delete(name);
    throw error;
  }
};

const giveBack = async ({ held, isAlive, sql, leave }: Holder, wanted: Wanted) => {
  if (!isAlive() || !held.delete(nameOf(wanted))) return;
  // What cannot be given back alone is given back with the session: nobody may keep what nobody knows of.
  await sql(`select pg_advisory_unlock${wanted.suffix}(hashtextextended($1, 0))`, [wanted.key]).catch(leave);
};
