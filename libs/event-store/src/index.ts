export { type StoreWithCheckpoints } from './event-store.js';
export {
  type MemoryEventLog as MemoryLog,
  memoryEventStore,
  memoryEventLog as memoryLog,
} from './memory/memory-event-store.js';
export { logsThere } from './postgres/logs-there.js';
export {
  type PostgresEventStoreOptions as PostgresLog,
  postgresEventStore,
} from './postgres/postgres-event-store.js';
export {
  memoryProjection as memoryView,
  type Rebuilt,
  type ProjectionRunner as RunningView,
} from './projections/memory-projection.js';
export {
  postgresProjection as postgresView,
  type PostgresProjectionParts as PostgresViewParts,
} from './projections/postgres-projection.js';
