export { type AdoptedEvents } from './adopting.js';
export { type StoreWithCheckpoints } from './event-store.js';
export { adoptIntoMemory } from './memory/adopt.js';
export { type MemoryEventLog, memoryEventStore, memoryEventLog } from './memory/memory-event-store.js';
export { adoptIntoPostgres } from './postgres/adopt.js';
export { logsThere } from './postgres/logs-there.js';
export { type PostgresEventStoreOptions, postgresEventStore } from './postgres/postgres-event-store.js';
export { memoryProjection, type Rebuilt, type ProjectionRunner } from './projections/memory-projection.js';
export { postgresProjection, type PostgresProjectionParts } from './projections/postgres-projection.js';
