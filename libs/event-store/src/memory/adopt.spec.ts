import { instant } from '@mulin/kernel';
import { describeAdopting } from '../adopting.testing.js';
import { adoptIntoMemory } from './adopt.js';
import { memoryEventLog, memoryEventStore } from './memory-event-store.js';

const now = () => instant('2026-05-01T08:00:00Z');

describeAdopting('memoryEventStore', {
  open: async () => {
    const [one, other] = [memoryEventLog(), memoryEventLog()];
    return {
      stores: [memoryEventStore({ now, log: one }), memoryEventStore({ now, log: other })],
      adopt: async ([first, second]) =>
        adoptIntoMemory([
          { log: one, ...first },
          { log: other, ...second },
        ]),
    };
  },
});
