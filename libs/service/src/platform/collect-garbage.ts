/** Removes from the vault what no event refers to; nothing at all unless every log of the town was asked. */
import { logsThere } from '@mulin/event-store';
import type { EventStore } from '@mulin/kernel';
import type { Database } from '@mulin/postgres';
import type { NamedIn, TownVault } from '@mulin/vault';
import { errorLogFields } from '../observability/error-log-fields.js';
import { type ServiceLog, referencedItems } from './referenced-items.js';
import type { Logger as TownLog } from './platform.js';
import { pgSchemaOf } from '../host/pg-schema.js';

/** Asks services that other processes run which items their events name. */
export type NamedItems = Readonly<{
  services: readonly string[];
  /** Throws where one of them cannot be asked. */
  namedIn: NamedIn;
}>;

type Parts = Readonly<{
  database: Database;
  /** The services of this platform, and the store of each, whatever engine keeps it. */
  services: readonly string[];
  eventStore: (service: string) => EventStore;
  /** Opens the log of a service that is not at work, by its schema, whatever engine keeps it. */
  openLog: (schema: string) => Promise<EventStore>;
  /** Services that are asked instead of their logs being read here. Default: none. */
  namedItems?: NamedItems | undefined;
}>;

/**
 * The services of this platform, and whoever else has or had a log in this database: a service that is not at work
 * may still refer to what residents said. Throws where one cannot be opened.
 */
const allLogs =
  ({ database, services, eventStore, openLog, namedItems }: Parts) =>
  async (): Promise<readonly ServiceLog[]> => {
    const own = services.map((service): ServiceLog => ({ service, store: eventStore(service) }));
    const known = new Set([...services, ...(namedItems?.services ?? [])].map(pgSchemaOf));
    const others: ServiceLog[] = [];
    for (const schema of await logsThere(database)) {
      if (known.has(schema)) continue;
      others.push({
        service: schema,
        store: await openLog(schema),
      });
    }
    return [...own, ...others];
  };

/** What services elsewhere name, and what is named in logs that lie here beside. */
const namedAnywhere =
  (parts: Parts, stopped: AbortSignal): NamedIn =>
  async (ids) => {
    const { namedItems } = parts;
    if (namedItems === undefined) return referencedItems(allLogs(parts), stopped)(ids);
    const beside = referencedItems(allLogs(parts), stopped, { mayBeEmpty: true });
    return new Set([...(await namedItems.namedIn(ids)), ...(await beside(ids))]);
  };

/** Says how many items are gone. When it refuses, it says so aloud, and removes nothing. */
export const collectGarbage =
  (
    parts: Parts & Readonly<{ vault: Pick<TownVault, 'forgetUnreferenced'>; log: TownLog }>,
    stopped: AbortSignal,
  ) =>
  async (): Promise<number> => {
    try {
      return await parts.vault.forgetUnreferenced(namedAnywhere(parts, stopped));
    } catch (error) {
      if (!stopped.aborted)
        parts.log.error(errorLogFields(error), 'no item of the vault was removed: not every log answered');
      throw error;
    }
  };
