import type { EventStore, Filter, Position, RecordedEvent } from './event-store.js';
import type { Stop } from './ports.js';

const pageSize = 1_000;

type Apply = (event: RecordedEvent) => void;

/**
 * Gives `apply` every event of the log that passes the filter, oldest first, and answers with the position of the
 * last one (where there was none, with `start`). `start` is the position after which to begin; `null`: the beginning
 * of the log. Throws what the store throws; what was applied by then stays applied.
 */
export const replayLog = async (
  store: EventStore,
  filter: Filter,
  apply: Apply,
  start: Position | null = null,
): Promise<Position | null> => {
  for (let from = start; ;) {
    const page: readonly RecordedEvent[] = await store.readAll({ from, maxCount: pageSize, filter });
    page.forEach(apply);
    const last = page.at(-1);
    if (last === undefined) return from;
    from = last.position;
  }
};

/**
 * Keeps something in memory that is made of events: resolves when all that is there has been applied, and goes on
 * with whatever any process appends, until stopped. Each event is applied once, in the order of the log. `start` is the
 * position after which to begin; `null`: the beginning of the log.
 */
export const followLog = async (
  store: EventStore,
  filter: Filter,
  apply: Apply,
  start: Position | null = null,
): Promise<Stop> => {
  const from = await replayLog(store, filter, apply, start);
  return store.subscribeToAll({ from, filter }, async (batch) => batch.forEach(apply)).stop;
};
