/** The two ordinary roles of a town: one owns its tables and migrates them, the other does the daily work. */
import { createHmac } from 'node:crypto';
import type pg from 'pg';
import { connect, leave } from '../session/connection.js';
import { longMs } from '../session/limits.js';

/** Addresses of one database, each with a role of its own. Neither role is a superuser, nor may it make roles. */
export type RoleUrls = Readonly<{
  /** For the daily work: reads, and writes what its grants allow. It owns nothing but the read models. */
  url: string;
  /** Owns schemas and tables: for migrations alone. */
  ownerUrl: string;
}>;

const ownerRole = 'mulin_owner';
const townRole = 'mulin_town';

const attributes = 'login nosuperuser nocreatedb nocreaterole noreplication nobypassrls';

/** Made of the superuser's password, which it does not give away: there is no second file to keep or to lose. */
const passwordOf = (role: string, secret: string): string =>
  createHmac('sha256', secret).update(`password of ${role}`).digest('base64url');

const urlFor = (url: string, role: string, secret: string): string => {
  const address = new URL(url);
  address.username = role;
  address.password = passwordOf(role, secret);
  return address.href;
};

const roleUrls = (superuserUrl: string, secret: string): RoleUrls => ({
  url: urlFor(superuserUrl, townRole, secret),
  ownerUrl: urlFor(superuserUrl, ownerRole, secret),
});

/** Only what differs is altered: a role is the whole server's, and other databases of it may be in use. */
const makeRole = async (client: pg.Client, role: string, secret: string) => {
  const { rowCount } = await client.query('select from pg_roles where rolname = $1', [role]);
  await client.query(
    `${rowCount === 0 ? 'create' : 'alter'} role ${role} ${attributes} password '${passwordOf(role, secret)}'`,
  );
};

/**
 * What an older town, or a person at a prompt, made as superuser becomes the owner's: schemas and what is in them.
 * A sequence, index or type that belongs to a table goes with the table.
 */
const handOver = `
do $hand_over$
declare
  it record;
begin
  for it in
    select format('schema %I', n.nspname) as called from pg_namespace n
      where n.nspname !~ '^pg_' and n.nspname not in ('information_schema', 'public')
        and n.nspowner = current_user::regrole
    union all
    select format('%s %s', case c.relkind when 'S' then 'sequence' when 'v' then 'view' else 'table' end, c.oid::regclass)
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'p', 'v', 'S') and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
        and c.relowner = current_user::regrole
        and not exists (select from pg_depend d
          where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype in ('a', 'i', 'e'))
    union all
    select format('routine %s', p.oid::regprocedure)
      from pg_proc p join pg_namespace n on n.oid = p.pronamespace
      where n.nspname !~ '^pg_' and n.nspname <> 'information_schema' and p.proowner = current_user::regrole
        and not exists (select from pg_depend d
          where d.classid = 'pg_proc'::regclass and d.objid = p.oid and d.deptype = 'e')
    union all
    select format('type %s', t.oid::regtype)
      from pg_type t join pg_namespace n on n.oid = t.typnamespace
      where n.nspname !~ '^pg_' and n.nspname <> 'information_schema' and t.typowner = current_user::regrole
        and t.typtype in ('e', 'd', 'r', 'c') and t.typrelid = 0
        and not exists (select from pg_depend d
          where d.classid = 'pg_type'::regclass and d.objid = t.oid and d.deptype in ('i', 'e'))
  loop
    execute format('alter %s owner to ${ownerRole}', it.called);
  end loop;
end $hand_over$`;

/** The owner may hand a table to the town's role, which the members of a role may; never the other way round. */
const rightsIn = (database: string) => `
alter database ${database} owner to ${ownerRole};
revoke all on database ${database} from public;
grant connect on database ${database} to ${townRole};
grant ${townRole} to ${ownerRole};`;

const within = async (url: string, work: (client: pg.Client) => Promise<void>): Promise<void> => {
  const client = await connect(url, 'mulin roles', { statement_timeout: longMs });
  try {
    await client.query('begin');
    // Programs that do this at the same time wait for each other.
    await client.query(`select pg_advisory_xact_lock(hashtextextended('roles of a town', 0))`);
    await work(client);
    await client.query('commit');
  } finally {
    await leave(client);
  }
};

const isSafe = /^[a-z_][a-z0-9_]*$/;

/**
 * Makes both roles where they are missing, and hands over to the owner what the superuser still owns in this database:
 * of an older town, all of its tables. Done at each start; where nothing is left to do it changes nothing.
 *
 * @param superuserUrl the database, as superuser.
 * @param secret what the passwords of both roles are made of.
 * @throws the error of the driver.
 */
export const prepareRoles = async (superuserUrl: string, secret: string): Promise<RoleUrls> => {
  const address = new URL(superuserUrl);
  const database = address.pathname.slice(1);
  if (!isSafe.test(database)) throw new Error(`"${database}" is no name for a database of a town.`);
  address.pathname = '/postgres';
  await within(address.href, async (client) => {
    await makeRole(client, ownerRole, secret);
    await makeRole(client, townRole, secret);
  });
  await within(superuserUrl, async (client) => {
    await client.query(rightsIn(database));
    await client.query(handOver);
  });
  return roleUrls(superuserUrl, secret);
};
