/** Who may sign in to a town, and by what. */
import {
  caseCodesOf,
  type GivenKeys,
  identityOf,
  keyedHashOf,
  openKeys,
  postgresAccounts,
  postgresCredentials,
  signInOf,
} from '@mulin/identity';
import type { Instant } from '@mulin/kernel';
import type { Database } from '@mulin/postgres';
import { internalRequests } from '../http/internal-requests.js';

type Wanted = Readonly<{
  /** The folder of the town's keys. */
  keys: string;
  /** Keys that stand instead of those of the folder. */
  given: GivenKeys;
  master: Uint8Array;
  town: string;
  now: () => Instant;
}>;

/** Throws as `openKeys` and migrations do. */
export const peopleIn = async (database: Database, { keys: folder, given, master, town, now }: Wanted) => {
  const keys = await openKeys(folder, given);
  const accounts = await postgresAccounts(database);
  const identity = identityOf({ accounts, keys, town, now });
  const store = await postgresCredentials(database);
  const hash = keyedHashOf(master);
  return {
    identity,
    signIn: signInOf({ store, lookUp: identity.find, hash, now }),
    caseCodes: caseCodesOf(master),
    internal: internalRequests((text) => hash('internal', text)),
  };
};
