export { type StoreWithCheckpoints } from './event-store.js';
export { type MemoryLog, memoryEventStore, memoryLog } from './memory-event-store.js';
export { logsThere } from './logs-there.js';
export { type PostgresLog, postgresEventStore } from './postgres-event-store.js';
export { memoryView, type Rebuilt, type RunningView } from './memory-view.js';
export { postgresView, type PostgresViewParts } from './postgres-view.js';
