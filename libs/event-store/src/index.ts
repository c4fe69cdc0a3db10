export { type StoreWithCheckpoints } from './event-store.js';
export {
  type MemoryEventLog as MemoryLog,
  memoryEventStore,
  memoryEventLog as memoryLog,
} from './memory-event-store.js';
export { logsThere } from './logs-there.js';
export { type PostgresEventStoreOptions as PostgresLog, postgresEventStore } from './postgres-event-store.js';
export {
  memoryProjection as memoryView,
  type Rebuilt,
  type ProjectionRunner as RunningView,
} from './memory-view.js';
export {
  postgresProjection as postgresView,
  type PostgresProjectionParts as PostgresViewParts,
} from './postgres-view.js';
