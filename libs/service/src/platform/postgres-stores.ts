/** The logs of the services of a process, in PostgreSQL. */
import { adoptIntoPostgres, postgresEventStore, type StoreWithCheckpoints } from '@mulin/event-store';
import type { Instant } from '@mulin/kernel';
import type { Database } from '@mulin/postgres';
import { pgSchemaOf } from '../host/pg-schema.js';
import type { Platform } from './platform.js';
import { publishedPositions } from './published.js';
import { upcastsPerService } from './registry.js';

type Parts = Readonly<{ services: readonly string[]; isShared?: boolean; now: () => Instant }>;

/**
 * Opens a log for each service, and moves its tables to what this program knows.
 *
 * @param parts.isShared whether processes of other services are to know how far these have published.
 * @throws what `migrate` throws. `eventStore` throws an `Error` for a service that was not named.
 */
export const storesIn = async (database: Database, { services, isShared = false, now }: Parts) => {
  const upcasts = upcastsPerService();
  const stores = new Map<string, StoreWithCheckpoints>();
  for (const service of services)
    stores.set(
      service,
      await postgresEventStore({ database, schema: pgSchemaOf(service), now, upcasts: upcasts.of(service) }),
    );

  const eventStore = (service: string, more = {}): StoreWithCheckpoints => {
    const store = stores.get(service);
    if (store === undefined) throw new Error(`${service} was not named among the services of this platform`);
    upcasts.learn(service, more);
    return store;
  };
  const adopt: Platform['adopt'] = (logs) =>
    adoptIntoPostgres(
      database,
      Object.entries(logs).map(([service, events]) => ({
        ...events,
        schema: pgSchemaOf(service),
        upcasts: upcasts.of(service),
      })),
    );
  const positions = publishedPositions(database, {
    own: (service) => stores.get(service)?.checkpoints,
    isShared,
  });
  return {
    eventStore,
    adopt,
    checkpoints: (service: string) => positions.checkpoints(service, eventStore(service).checkpoints),
    published: positions.published,
  };
};
