export {
  memoryEventStore,
  type MemoryLog,
  memoryLog,
  type StoreWithCheckpoints,
} from './memory-event-store.js';
export { type PostgresLog, postgresEventStore } from './postgres-event-store.js';
export { memoryView, type Rebuilt, type RunningView } from './memory-view.js';
export { postgresView, type PostgresViewParts } from './postgres-view.js';
