import { instant } from '@mulin/kernel';
import { memoryEventStore } from './memory-event-store.js';
import { memoryView } from './memory-view.js';
import { describeViews } from './views.contract.js';

describeViews('memoryView', async () => {
  const store = memoryEventStore({ now: () => instant('2026-05-01T08:00:00Z') });
  return { store, viewOf: (projection) => memoryView({ store, projection }), close: async () => {} };
});
