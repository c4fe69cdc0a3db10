export {
  memoryEventStore,
  type MemoryLog,
  memoryLog,
  type StoreWithCheckpoints,
} from './memory-event-store.js';
