import { instant } from '@mulin/kernel';
import { describeEventStore } from '@mulin/testing';
import { memoryEventStore, memoryEventLog } from './memory-event-store.js';

const now = () => instant('2026-05-01T08:00:00Z');

describeEventStore('memoryEventStore', async () => {
  const log = memoryEventLog();
  return {
    open: async (upcasts = {}) => memoryEventStore({ now, upcasts, log }),
    close: async () => {},
  };
});
