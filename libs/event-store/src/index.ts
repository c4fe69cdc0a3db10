export {
  memoryEventStore,
  type MemoryLog,
  memoryLog,
  type StoreWithCheckpoints,
} from './memory-event-store.js';
export { type PostgresLog, postgresEventStore } from './postgres-event-store.js';
