import { instant, type Upcasts } from '@mulin/kernel';
import { describeCheckpoints, describeEventStore } from '@mulin/testing';
import { memoryEventStore, memoryEventLog } from './memory-event-store.js';

const now = () => instant('2026-05-01T08:00:00Z');

const begun = async () => {
  const log = memoryEventLog();
  return {
    open: async (upcasts: Upcasts = {}) => memoryEventStore({ now, upcasts, log }),
    close: async () => {},
  };
};

describeEventStore('memoryEventStore', begun);
describeCheckpoints('memoryEventStore', begun);
