import { instant } from '@mulin/kernel';
import { describeHandle } from './handle.contract.js';
import { memoryEventStore, memoryLog } from './memory-event-store.js';

describeHandle('a log in memory', async () => {
  const log = memoryLog();
  const now = () => instant('2026-05-01T08:00:00Z');
  return { open: async () => memoryEventStore({ now, log }), close: async () => {} };
});
