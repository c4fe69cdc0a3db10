import { type Actor, type Area, type Role, roles } from '@mulin/kernel';
import { type Database, migrate } from '@mulin/postgres';
import type { Accounts } from './accounts.js';

const schema = 'identity';
const migrations = [
  {
    id: '001-accounts',
    sql: `create table identity.account (
      id text primary key,
      role text not null,
      area text not null,
      disabled boolean not null default false
    )`,
  },
];

/** A role that was taken away is gone within this time in every process. */
const trustMs = 1_000;
const trustedAtMost = 10_000;

type Row = { id: string; role: string; area: string; disabled: boolean };
type Trusted = Readonly<{ until: number; actor: Promise<Actor | null> }>;

const isRole = (text: string): text is Role => roles.some((role) => role === text);

/** A role this program does not know opens nothing. */
const actorOf = ({ id, role, area, disabled }: Row): Actor | null =>
  // Written by `ensure` and `move` alone, from an `Area`.
  disabled || !isRole(role) ? null : { id, role, area: area as Area };

export const postgresAccounts = async (database: Database): Promise<Accounts> => {
  await migrate(database, schema, migrations);
  const trusted = new Map<string, Trusted>();

  const look = async (id: string): Promise<Actor | null> => {
    const sql = 'select id, role, area, disabled from identity.account where id = $1';
    const [row] = await database.sql<Row>(sql, [id], { name: 'identity-find' });
    return row ? actorOf(row) : null;
  };

  const find = (id: string): Promise<Actor | null> => {
    const now = performance.now();
    const known = trusted.get(id);
    if (known && known.until > now) return known.actor;
    if (trusted.size >= trustedAtMost) trusted.clear();
    const actor = look(id);
    trusted.set(id, { until: now + trustMs, actor });
    actor.catch(() => trusted.delete(id));
    return actor;
  };

  let gone: Readonly<{ until: number; ids: Promise<ReadonlySet<string>> }> | null = null;
  const lookForDisabled = async (): Promise<ReadonlySet<string>> => {
    const sql = 'select id from identity.account where disabled';
    const rows = await database.sql<Pick<Row, 'id'>>(sql, [], { name: 'identity-disabled' });
    return new Set(rows.map(({ id }) => id));
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
    ensure: async ({ id, role, area }) => {
      await database.sql(
        'insert into identity.account (id, role, area) values ($1, $2, $3) on conflict do nothing',
        [id, role, area],
      );
      trusted.delete(id);
      return (await look(id)) ?? { id, role, area };
    },
    disable: async (id) => {
      await database.sql('update identity.account set disabled = true where id = $1', [id]);
      trusted.delete(id);
      gone = null;
    },
    move: async ({ id, role, area }) => {
      await database.sql('update identity.account set role = $2, area = $3 where id = $1', [id, role, area]);
      trusted.delete(id);
    },
  };
};
