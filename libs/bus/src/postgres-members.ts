import { randomUUID } from 'node:crypto';
import type { Database, Hold } from '@mulin/postgres';
import type { Member } from './assignment.js';

type Parts = Readonly<{
  database: Database;
  schema: string;
  group: string;
  topics: readonly string[];
  /** Whatever this program held is not its own any more. */
  lost: () => void;
}>;

/** Who reads as a group now. A member whose own lock is free is dead, and struck off by whoever notices. */
export interface Members {
  /** Our name among them; a new one after everything was lost. `isNew`: nothing is held under it yet. */
  enter(): Promise<Readonly<{ id: string; isNew: boolean }>>;
  living(): Promise<readonly Member[]>;
  leave(): Promise<void>;
}

export const membersChannel = (schema: string) => `${schema}_members`;

export const postgresMembers = ({ database, schema, group, topics, lost }: Parts): Members => {
  const { sql } = database;
  let me: Readonly<{ id: string; hold: Hold }> | null = null;

  const lockOf = (id: string) => `${schema} member ${id}`;
  const tell = () => sql('select pg_notify($1, $2)', [membersChannel(schema), group]);
  const strikeOff = async (id: string, hold: Hold) => {
    await sql(`delete from ${schema}.member where group_name = $1 and id = $2`, [group, id]);
    await hold.release();
  };

  const isAlive = async ({ id }: Member): Promise<boolean> => {
    const hold = id === me?.id ? null : await database.hold(lockOf(id));
    if (hold !== null) await strikeOff(id, hold);
    return hold === null;
  };

  const write = async (id: string, hold: Hold) => {
    try {
      await sql(`insert into ${schema}.member (group_name, id, topics) values ($1, $2, $3)`, [
        group,
        id,
        topics,
      ]);
      await tell();
    } catch (error) {
      await hold.release();
      throw error;
    }
  };

  return {
    enter: async () => {
      if (me !== null) return { id: me.id, isNew: false };
      const id = randomUUID();
      const hold = await database.hold(lockOf(id));
      if (hold === null) throw new Error('A new member of a group is there already.');
      await write(id, hold);
      me = { id, hold };
      void hold.lost.then(() => {
        if (me?.id === id) me = null;
        lost();
      });
      return { id, isNew: true };
    },
    living: async () => {
      const members = await sql<Member>(`select id, topics from ${schema}.member where group_name = $1`, [
        group,
      ]);
      const lives = await Promise.all(members.map(isAlive));
      return members.filter((_, at) => lives[at]);
    },
    leave: async () => {
      if (me === null) return;
      const { id, hold } = me;
      me = null;
      await strikeOff(id, hold);
      await tell();
    },
  };
};
