import { instant } from '@mulin/kernel';
import { memoryEventStore } from '../memory/memory-event-store.js';
import { memoryProjection } from './memory-projection.js';
import { describeProjections } from './projections.testing.js';

describeProjections('memoryView', async () => {
  const store = memoryEventStore({ now: () => instant('2026-05-01T08:00:00Z') });
  return { store, viewOf: (projection) => memoryProjection({ store, projection }), close: async () => {} };
});
