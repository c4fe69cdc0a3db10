/** Advisory locks that last as long as their connection; all locks of one database lie on one connection. */
import type { Stop } from '@mulin/kernel';
import type pg from 'pg';
import { connect, sqlOf } from './connection.js';

export type Hold = Readonly<{ release: Stop; lost: Promise<void> }>;

export type Holding = Readonly<{ hold(key: string): Promise<Hold | null>; close: Stop }>;

/** PostgreSQL gives one session the same lock twice, so what is held on a connection is known beside it. */
type Line = Readonly<{ client: pg.Client; held: Set<string>; ended: Promise<void>; hasEnded: () => boolean }>;

export const holding = (url: string, applicationName: string): Holding => {
  let line: Promise<Line> | undefined;

  const open = async (): Promise<Line> => {
    let end = () => {};
    let over = false;
    const ended = new Promise<void>((resolve) => (end = resolve));
    try {
      const client = await connect(url, `${applicationName} holds`, () => {
        over = true;
        line = undefined;
        end();
      });
      return { client, held: new Set(), ended, hasEnded: () => over };
    } catch (error) {
      line = undefined;
      throw error;
    }
  };

  const reach = (): Promise<Line> => {
    line ??= open();
    return line;
  };

  const release = async (key: string, { client, held, hasEnded }: Line) => {
    if (hasEnded() || !held.delete(key)) return;
    await client.query('select pg_advisory_unlock(hashtextextended($1, 0))', [key]).catch(() => undefined);
  };

  return {
    hold: async (key) => {
      const mine = await reach();
      if (mine.held.has(key)) return null;
      mine.held.add(key);
      try {
        const [row] = await sqlOf(mine.client)<{ got: boolean }>(
          'select pg_try_advisory_lock(hashtextextended($1, 0)) as got',
          [key],
        );
        if (row?.got === true) return { lost: mine.ended, release: () => release(key, mine) };
        mine.held.delete(key);
        return null;
      } catch (error) {
        mine.held.delete(key);
        throw error;
      }
    },
    close: async () => {
      const open = await line?.catch(() => undefined);
      await open?.client.end().catch(() => undefined);
    },
  };
};
