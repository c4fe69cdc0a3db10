import { instant } from '@mulin/kernel';
import { describeCommandHandler } from './command-handler.testing.js';
import { memoryEventStore, memoryEventLog } from './memory/memory-event-store.js';

describeCommandHandler('a log in memory', async () => {
  const log = memoryEventLog();
  const now = () => instant('2026-05-01T08:00:00Z');
  return { open: async () => memoryEventStore({ now, log }), close: async () => {} };
});
