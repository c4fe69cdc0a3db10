/** A login role for each service of a town, none of which owns anything that another one works with. */
import { randomBytes } from 'node:crypto';
import { type Database, openDatabase } from './database.js';
import { serviceRoleName } from './service-role-name.js';

const attributes = 'login nosuperuser nocreatedb nocreaterole noreplication nobypassrls';
const passwordBytes = 24;

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** A role of one service, in one database. */
type ServiceRole = Readonly<{
  service: string;
  role: string;
  /** `false`: it was there already, and its password is as it was. */
  isMade: boolean;
}>;

const urlFor = (ownerUrl: string, role: string, password: string): string => {
  const address = new URL(ownerUrl);
  address.username = encodeURIComponent(role);
  address.password = password;
  return address.href;
};

type Making = Readonly<{ role: string; database: string; isAnew: boolean }>;

/** The new password; `null`: it keeps the one it has. */
const makeOne = async (
  { sql }: Pick<Database, 'sql'>,
  { role, database, isAnew }: Making,
): Promise<string | null> => {
  const name = quoted(role);
  const isThere = (await sql('select from pg_roles where rolname = $1', [role])).length > 0;
  const password = randomBytes(passwordBytes).toString('base64url');
  if (!isThere) await sql(`create role ${name} ${attributes} password '${password}'`);
  else if (isAnew) await sql(`alter role ${name} password '${password}'`);
  // Whoever owns the tables hands the read models to it, which only its members may.
  await sql(`grant ${name} to current_user`);
  await sql(`grant connect on database ${quoted(database)} to ${name}`);
  return !isThere || isAnew ? password : null;
};

/** The role of an owner may not make other roles. */
export class NoRoleMaker extends Error {
  override readonly name = 'NoRoleMaker';
}

const mayMakeRoles = async ({ sql }: Database): Promise<boolean> => {
  const [row] = await sql<{ may: boolean }>(
    'select rolsuper or rolcreaterole as may from pg_roles where rolname = current_user',
  );
  return row?.may === true;
};

/**
 * Makes a login role for each service (`serviceRoleName`), with a random password, where it is not there yet. It may
 * connect and no more: what it may do with tables it is given by the owner, when its service starts with both.
 *
 * @param ownerUrl the database as a role that owns the town's tables, or will, and may make roles.
 * @param anew whose password is to be another one, as nobody has the one it has.
 * @param keep puts the address of a role that is made where it is found again; nobody could tell its password later.
 * @throws `NoRoleMaker` where this role may not make roles, and what `keep` throws; no role is made then.
 */
export const applyServiceRoles = async (
  ownerUrl: string,
  services: readonly string[],
  {
    anew,
    keep,
  }: Readonly<{
    anew: (service: string) => boolean;
    keep: (service: string, url: string) => Promise<void>;
  }>,
): Promise<readonly ServiceRole[]> => {
  const database = await openDatabase({ url: ownerUrl, max: 2, applicationName: 'mulin roles' });
  try {
    if (!(await mayMakeRoles(database))) throw new NoRoleMaker();
    return await database.transaction(async (sql) => {
      const [here] = await sql<{ name: string }>('select current_database() as name');
      const made: ServiceRole[] = [];
      for (const service of services) {
        const database = here?.name ?? '';
        const role = serviceRoleName(database, service);
        const password = await makeOne({ sql }, { role, database, isAnew: anew(service) });
        const isMade = password !== null;
        if (isMade) await keep(service, urlFor(ownerUrl, role, password));
        made.push({ service, role, isMade });
      }
      return made;
    });
  } finally {
    await database.close();
  }
};
