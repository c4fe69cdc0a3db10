import { instant } from '@mulin/kernel';
import { memoryEventStore } from '../memory/memory-event-store.js';
import { memoryProjection } from './memory-projection.js';
import { describeProjections, type ProjectionTrial } from './projections.testing.js';
import { describeQueries } from './queries.testing.js';

const begin = async (): Promise<ProjectionTrial> => {
  const store = memoryEventStore({ now: () => instant('2026-05-01T08:00:00Z') });
  return { store, viewOf: (projection) => memoryProjection({ store, projection }), close: async () => {} };
};

describeProjections('memoryView', begin);
describeQueries('memoryView', begin);
