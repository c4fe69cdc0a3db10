/** `mulin tables apply`: what services find in PostgreSQL when they start as roles of their own. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { readPack } from '@mulin/service';
import type { Surroundings } from '../surroundings.js';
import { type Outcome, WrongCall } from '../terminal.js';
import { fileOfRole, rolesOfTown } from './roles.js';

const addressIn = async (folder: string, service: string): Promise<string> => {
  const file = fileOfRole(folder, service);
  const text = await readFile(file, 'utf8').catch(() => '');
  if (URL.canParse(text.trim())) return text.trim();
  throw new WrongCall((texts) => texts.tables.noAddress(file));
};

/**
 * Makes, or brings up to date, the tables of every service as their owner, the role of `DATABASE_URL`, and opens them to
 * the roles that `mulin roles apply` made. What is up to date stays as it is.
 */
export const tablesApplyCommand = async (
  surroundings: Surroundings,
  { roles }: { roles: string },
): Promise<Outcome> => {
  const { databaseUrl, resolve, home, masterKey, givenKeys, elsewhere, topicsOf } = surroundings;
  const { prefix: topicPrefix, pack } = topicsOf;
  const ownerUrl = databaseUrl();
  if (ownerUrl === undefined) throw new WrongCall((texts) => texts.roles.databaseUrlNeeded);
  const folder = resolve(roles);
  const addresses = new Map<string, string>();
  for (const service of rolesOfTown) addresses.set(service, await addressIn(folder, service));
  const { town } = readPack(pack).town;
  // A whole town is loaded only where its tables are made.
  const { prepareTablesOf } = await import('@mulin/town');
  const keys = path.join(home, 'keys');
  const its = { ownerUrl, keys, masterKey, givenKeys, town, topicPrefix, ...elsewhere };
  for (const [service, url] of addresses) await prepareTablesOf(service, { ...its, databaseUrl: url });
  const isKurrent = elsewhere.kurrentUrl !== undefined;
  const { ready, eventsIn } = surroundings.texts.tables;
  return {
    json: { services: [...addresses.keys()], eventsIn: isKurrent ? 'kurrentdb' : 'postgres' },
    // Of an empty database this call decides it for good.
    lines: [ready(addresses.size), eventsIn(isKurrent)],
  };
};
