/** What a database says of the town that it holds: which one it is, and in which form its data are written. */
import { Unavailable } from '@mulin/kernel';
import { type Database, migrate, type Migration, sqlState } from '@mulin/postgres';
import { ConfigurationError } from './config.js';

/**
 * The form in which processes of a town write for each other: events, messages, read models, timers. Processes of two
 * forms never work at the same time, and a program of an older one does not start on data of a newer one. It is raised
 * with each change that the version before would refuse or read wrongly.
 */
export const dataVersion = 5;

const migrations: readonly Migration[] = [
  {
    id: '001-town',
    sql: 'create table mulin.town (only_one boolean primary key default true check (only_one), slug text not null)',
  },
  {
    id: '002-heartbeat',
    sql: 'create table mulin.heartbeat (only_one boolean primary key default true check (only_one), at timestamptz not null)',
  },
  {
    id: '003-town-id',
    sql: 'alter table mulin.town add column id uuid not null default gen_random_uuid()',
  },
  {
    id: '004-published',
    sql: 'create table mulin.published (service text primary key, position bigint not null)',
  },
  {
    id: '005-packs',
    sql: `create table mulin.pack (number bigint primary key generated always as identity, fingerprint text not null,
      at timestamptz not null default now())`,
  },
  {
    id: '006-request-counts',
    // Of no worth after a minute: a crash may empty it.
    sql: `create unlogged table mulin.request_count (minute bigint, caller text, count integer not null,
      primary key (minute, caller))`,
  },
  {
    id: '007-facts-elsewhere',
    sql: 'create table mulin.facts_elsewhere (only_one boolean primary key default true check (only_one), engine text not null)',
  },
  {
    id: '008-deliveries-held',
    sql: `create table mulin.deliveries_held (only_one boolean primary key default true check (only_one),
      since timestamptz not null default now())`,
  },
  {
    id: '009-facts-engine',
    // Of a town whose logs were in KurrentDB before this, what they are called there is not known: it says so again.
    sql: `alter table mulin.facts_elsewhere rename to facts_engine;
      alter table mulin.facts_engine add town text, add prefix text`,
  },
  {
    id: '010-restoring',
    sql: `create table mulin.restoring (only_one boolean primary key default true check (only_one),
      copy text not null)`,
  },
  {
    id: '011-data-version',
    sql: `create table mulin.data_version (only_one boolean primary key default true check (only_one),
      version integer not null)`,
  },
];

type Sql = Pick<Database, 'sql'>;
type Readable = Pick<Database, 'sql' | 'owner'>;

/** No such table, no such schema, or not ours to read: nothing was prepared. */
const unreadable: ReadonlySet<string> = new Set(['42P01', '42501', '3F000']);

/** A role that begins is given its rights only when it has the town: until then the owner of the tables reads for it. */
const readAs = <Row extends object>({ sql, owner }: Readable, statement: string): Promise<readonly Row[]> =>
  owner === undefined ? sql<Row>(statement) : owner.transaction((asOwner) => asOwner<Row>(statement));

/** The row of a table that holds one; `null`: there is none, or no such table yet. */
const rowOf = async <Row extends object>(database: Readable, statement: string): Promise<Row | null> => {
  try {
    const [row] = await readAs<Row>(database, statement);
    return row ?? null;
  } catch (error) {
    const cause = error instanceof Unavailable ? error.cause : error;
    if (unreadable.has(sqlState(cause) ?? '')) return null;
    throw error;
  }
};

/** @throws `ConfigurationError` `data-of-another-town`. */
export const refuseAnotherTown = async (database: Readable, town: string): Promise<void> => {
  const row = await rowOf<{ slug: string }>(database, 'select slug from mulin.town');
  if (row !== null && row.slug !== town)
    throw new ConfigurationError('data-of-another-town', {
      en: `The data here belong to the town ${row.slug}, and the pack describes ${town}: choose another MULIN_HOME or DATABASE_URL.`,
      zh: `此处的数据属于镇 ${row.slug}，而配置包描述的是 ${town}：请另选 MULIN_HOME 或 DATABASE_URL。`,
    });
};

/**
 * Whether the data are in the form of this program; where they are not, they are in an older one, or there are none.
 *
 * @throws `ConfigurationError` `data-of-newer-version` where a newer program has written them.
 */
export const isOfVersion = async (database: Readable, version: number): Promise<boolean> => {
  const row = await rowOf<{ version: number }>(database, 'select version from mulin.data_version');
  if (row !== null && row.version > version)
    throw new ConfigurationError('data-of-newer-version', {
      en: `The data here were written by a newer Mulin (form ${row.version}, and this program knows ${version}): start that version, or a newer one.`,
      zh: `此处的数据由更新版本的牟邻写入（数据格式 ${row.version}，本程序支持至 ${version}）：请启动该版本或更新的版本。`,
    });
  return row?.version === version;
};

/** Brings the tables that all processes share up to date, and notes the town. Throws as `migrate` does. */
export const noteTown = async (database: Database, town: string): Promise<void> => {
  await migrate(database, 'mulin', migrations);
  await database.sql('insert into mulin.town (slug) values ($1) on conflict do nothing', [town]);
};

/** Whoever has the town alone says in which form it is written from now on. `noteTown` first. */
export const noteVersion = async ({ sql }: Sql, version: number): Promise<void> => {
  await sql(
    `insert into mulin.data_version as noted (version) values ($1)
       on conflict (only_one) do update set version = excluded.version where noted.version < excluded.version`,
    [version],
  );
};

/** What tells this town from another of its name, in another database: a UUID that stays. `noteTown` first. */
export const townIdIn = async ({ sql }: Sql): Promise<string | null> => {
  const [row] = await sql<{ id: string }>('select id from mulin.town');
  return row?.id ?? null;
};
