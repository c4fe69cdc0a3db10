import { randomUUID } from 'node:crypto';
import type { Database, AdvisoryLock } from '@mulin/postgres';
import type { Member } from '../consumer/assignment.js';
import { type Logger, reasonOf } from '../log.js';

type Parts = Readonly<{
  database: Database;
  schema: string;
  group: string;
  topics: readonly string[];
  /** Whatever this program held is not its own any more. */
  lost: () => void;
  log: Logger;
}>;

/** Who reads as a group now. A member whose own lock is free is dead, and struck off by whoever notices. */
interface Members {
  /** Our name among them; another one, under which nothing is held yet, after everything was lost. */
  enter(): Promise<string>;
  living(): Promise<readonly Member[]>;
  /** Never fails: who cannot say goodbye is missed by the others soon enough. */
  leave(): Promise<void>;
}

export const membersChannel = (schema: string) => `${schema}_members`;

type Me = Readonly<{ id: string; hold: AdvisoryLock }>;

export const postgresMembers = (parts: Parts): Members => {
  const list = membersList(parts);
  let me: Me | null = null;

  const lose = ({ id }: Me) => {
    if (me?.id === id) me = null;
    parts.lost();
  };

  return {
    enter: async () => {
      if (me !== null) return me.id;
      const entered = await enter(parts.database, list);
      me = entered;
      void entered.hold.lost.then(() => lose(entered));
      return entered.id;
    },
    living: async () => {
      const members = await list.all();
      const mine = me?.id;
      const lives = await Promise.all(
        members.map(({ id }) => id === mine || isAlive(id, parts.database, list)),
      );
      return members.filter((_, at) => lives[at]);
    },
    leave: async () => {
      if (me === null) return;
      const { id, hold } = me;
      me = null;
      try {
        await list.strikeOff(id);
      } catch (error) {
        const [text, reason] = ['leaving the consumer group failed', reasonOf(error)];
        parts.log({ level: 'warn', text, group: parts.group, reason });
      }
      // Whoever finds the name with its lock free strikes it off; with the lock kept, nobody ever would.
      await hold.release();
      await list.tellOthers().catch(() => undefined);
    },
  };
};

const enter = async (database: Database, list: MembersList): Promise<Me> => {
  const id = randomUUID();
  const hold = await database.hold(list.lockOf(id));
  if (hold === null) throw new Error('A new member of a group is there already.');
  try {
    await list.write(id);
    return { id, hold };
  } catch (error) {
    await hold.release();
    throw error;
  }
};

const isAlive = async (id: string, database: Database, list: MembersList): Promise<boolean> => {
  const hold = await database.hold(list.lockOf(id));
  if (hold === null) return true;
  try {
    await list.strikeOff(id);
  } finally {
    // Kept, it would make the dead look alive, and their partitions nobody's.
    await hold.release();
  }
  return false;
};

type MembersList = ReturnType<typeof membersList>;

const membersList = ({ database: { sql }, schema, group, topics }: Parts) => {
  const tellOthers = async () => {
    await sql('select pg_notify($1, $2)', [membersChannel(schema), group]);
  };

  return {
    tellOthers,
    lockOf: (id: string) => `${schema} member ${id}`,
    all: () => sql<Member>(`select id, topics from ${schema}.member where group_name = $1`, [group]),
    write: async (id: string) => {
      await sql(`insert into ${schema}.member (group_name, id, topics) values ($1, $2, $3)`, [
        group,
        id,
        topics,
      ]);
      await tellOthers();
    },
    strikeOff: async (id: string) => {
      await sql(`delete from ${schema}.member where group_name = $1 and id = $2`, [group, id]);
    },
  };
};
