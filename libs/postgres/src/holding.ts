/** Advisory locks that last as long as their connection; all locks of one database lie on one connection. */
import { type Stop, Unavailable } from '@mulin/kernel';
import { inTurn } from './in-turn.js';
import { connect, leave, type Line, sqlOf } from './connection.js';

export type Hold = Readonly<{ release: Stop; lost: Promise<void> }>;

export type Holding = Readonly<{ hold(key: string): Promise<Hold | null>; close: Stop }>;

/** PostgreSQL gives one session the same lock twice, so what is held on a connection is known beside it. */
type Holder = Line & Readonly<{ held: Set<string>; turn: ReturnType<typeof inTurn> }>;

export const holding = (url: string, applicationName: string): Holding => {
  let holder: Promise<Holder> | undefined;
  let isClosed = false;

  const open = async (): Promise<Holder> => {
    // A lock taken now would be held by nobody who knows of it.
    if (isClosed) throw new Unavailable('This database was closed: nothing can be held any more.');
    try {
      const line = await connect(url, `${applicationName} holds`);
      void line.ended.then(() => (holder = undefined));
      return { ...line, held: new Set(), turn: inTurn() };
    } catch (error) {
      holder = undefined;
      throw error;
    }
  };

  return {
    hold: async (key) => take(await (holder ??= open()), key),
    close: async () => {
      isClosed = true;
      const line = await holder?.catch(() => undefined);
      if (line !== undefined) await leave(line.client);
    },
  };
};

const take = async (holder: Holder, key: string): Promise<Hold | null> => {
  const { client, held, ended, turn } = holder;
  if (held.has(key)) return null;
  held.add(key);
  try {
    const [row] = await turn(() =>
      sqlOf(client)<{ got: boolean }>('select pg_try_advisory_lock(hashtextextended($1, 0)) as got', [key]),
    );
    if (row?.got === true) return { lost: ended, release: () => giveBack(holder, key) };
    held.delete(key);
    return null;
  } catch (error) {
    held.delete(key);
    throw error;
  }
};

const giveBack = async ({ client, held, hasEnded, turn }: Holder, key: string) => {
  if (hasEnded() || !held.delete(key)) return;
  const unlock = 'select pg_advisory_unlock(hashtextextended($1, 0))';
  await turn(() => client.query(unlock, [key])).catch(() => undefined);
};
