import { type Actor, type Area, type ListedAccount, recent, type Role, roles } from '@mulin/kernel';
import type { Database } from '@mulin/postgres';
import type { Accounts } from './accounts.js';
import { prepareIdentity } from './identity-schema.js';

/** A role that was taken away is gone within this time in every process. */
const trustMs = 1_000;
/** Bounds the memory of a process; an account that was forgotten is looked up again. */
const trustedAtMost = 10_000;

type Page = Parameters<Accounts['list']>[0];
type Row = { id: string; role: string; area: string; disabled: boolean; name: string | null };
type Trusted = Readonly<{ until: number; actor: Promise<Actor | null> }>;

const isRole = (text: string): text is Role => roles.some((role) => role === text);

/** A role this program does not know opens nothing. */
const listedOf = ({ id, role, area, disabled, name }: Row): ListedAccount | null =>
  // Written by `add`, `ensure` and `change` alone, from an `Area`.
  isRole(role)
    ? { account: id, role, area: area as Area, disabled, ...(name === null ? {} : { name }) }
    : null;

const actorOf = (row: Row): Actor | null => {
  const listed = listedOf(row);
  if (listed === null || listed.disabled) return null;
  const { account: id, role, area } = listed;
  return { id, role, area };
};

/** Accounts as they stand in the table. */
const looking = ({ sql }: Database) => ({
  look: async (id: string): Promise<Actor | null> => {
    const text = 'select id, role, area, disabled, name from identity.account where id = $1';
    const [row] = await sql<Row>(text, [id], { name: 'identity-find' });
    return row ? actorOf(row) : null;
  },
  list: async ({ after = '', limit }: Page): Promise<readonly ListedAccount[]> => {
    const text = `select id, role, area, disabled, name from identity.account
      where id collate "C" > $1 order by id collate "C" limit $2`;
    const rows = await sql<Row>(text, [after, limit]);
    return rows.map(listedOf).filter((it) => it !== null);
  },
  lookForDisabled: async (): Promise<ReadonlySet<string>> => {
    const text = 'select id from identity.account where disabled';
    const rows = await sql<Pick<Row, 'id'>>(text, [], { name: 'identity-disabled' });
    return new Set(rows.map(({ id }) => id));
  },
});

/** What was looked up is good for a moment; what changes here is looked up anew at once. */
const trusting = ({ look, lookForDisabled }: ReturnType<typeof looking>) => {
  const trusted = recent<string, Trusted>(trustedAtMost / 2);
  let gone: Readonly<{ until: number; ids: Promise<ReadonlySet<string>> }> | null = null;

  const find = (id: string): Promise<Actor | null> => {
    const now = performance.now();
    const known = trusted.get(id);
    if (known && known.until > now) return known.actor;
    const actor = look(id);
    trusted.set(id, { until: now + trustMs, actor });
    actor.catch(() => trusted.delete(id));
    return actor;
  };

  const disabled = (): Promise<ReadonlySet<string>> => {
    const now = performance.now();
    if (gone !== null && gone.until > now) return gone.ids;
    const ids = lookForDisabled();
    gone = { until: now + trustMs, ids };
    ids.catch(() => (gone = null));
    return ids;
  };

  return {
    find,
    disabled,
    forget: (id: string): void => {
      trusted.delete(id);
      gone = null;
    },
  };
};

const naming = ({ sql }: Database, forget: (id: string) => void): Pick<Accounts, 'nameOf' | 'add'> => ({
  nameOf: async (id) => {
    const text = 'select name from identity.account where id = $1';
    const [row] = await sql<Pick<Row, 'name'>>(text, [id]);
    return row?.name ?? null;
  },
  add: async (accounts) => {
    const rows = await sql<Pick<Row, 'id'>>(
      `insert into identity.account (id, role, area, name)
       select * from unnest($1::text[], $2::text[], $3::text[], $4::text[])
       on conflict do nothing returning id`,
      [
        accounts.map(({ actor }) => actor.id),
        accounts.map(({ actor }) => actor.role),
        accounts.map(({ actor }) => actor.area),
        accounts.map(({ name }) => name),
      ],
    );
    for (const { id } of rows) forget(id);
    return new Set(rows.map(({ id }) => id));
  },
});

const changing =
  ({ transaction }: Database, forget: (id: string) => void): Accounts['change'] =>
  async (id, decide) => {
    const changed = await transaction(async (sql) => {
      const text = 'select id, role, area, disabled, name from identity.account where id = $1 for update';
      const [row] = await sql<Row>(text, [id]);
      const listed = row === undefined ? null : listedOf(row);
      if (listed === null) return null;
      const was = { role: listed.role, area: listed.area, name: listed.name ?? null };
      const { role, area, name } = decide(was);
      const update = 'update identity.account set role = $2, area = $3, name = $4 where id = $1';
      await sql(update, [id, role, area, name]);
      return { was, is: { role, area, name } };
    });
    forget(id);
    return changed;
  };

/**
 * The accounts of a town in its database, whose tables it makes or migrates. What another process changed is seen
 * within a second, what this one changed at once.
 *
 * @throws `MigrationRefused` where the tables are newer than the program; `Unavailable` where PostgreSQL is not
 *   reached.
 */
export const postgresAccounts = async (database: Database): Promise<Accounts> => {
  await prepareIdentity(database);
  const table = looking(database);
  const { find, disabled, forget } = trusting(table);

  return {
    find,
    disabled,
    ...naming(database, forget),
    ensure: async ({ id, role, area }) => {
      await database.sql(
        'insert into identity.account (id, role, area) values ($1, $2, $3) on conflict do nothing',
        [id, role, area],
      );
      forget(id);
      return table.look(id);
    },
    list: table.list,
    enable: async (id) => {
      const text = 'update identity.account set disabled = false where id = $1 and disabled returning id';
      const rows = await database.sql(text, [id]);
      forget(id);
      return rows.length > 0;
    },
    disable: async (id) => {
      await database.sql('update identity.account set disabled = true where id = $1', [id]);
      forget(id);
    },
    change: changing(database, forget),
  };
};
