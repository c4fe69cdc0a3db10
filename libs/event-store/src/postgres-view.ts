/** A view in PostgreSQL: its rows and how far they reach are written by one statement, so that they always agree. */
import type { Event, EventStore, Projection, Subscription } from '@mulin/kernel';
import { type Database, once, type Sql } from '@mulin/postgres';
import type { RunningView } from './memory-view.js';
import { progressing } from './view-progress.js';
import { viewReading } from './view-reading.js';
import { rebuilding } from './view-rebuilding.js';
import { viewFollowing } from './view-following.js';
import { positionOf, prepare, viewTable } from './view-table.js';

export type PostgresViewParts<Row extends object, E extends Event> = Readonly<{
  database: Database;
  schema: string;
  store: EventStore;
  projection: Projection<Row, E>;
  /** Raised when rows must be made anew although the text of the projection is the same. */
  version?: number;
}>;

const lookAgainMs = 15;

/** Its table is made when it is first needed, and made anew, to be folded again, when the projection is another. */
export const postgresView = <Row extends object, E extends Event>(
  parts: PostgresViewParts<Row, E>,
): RunningView<Row> => {
  const { database, schema, store, projection, version = 1 } = parts;
  const { name } = projection;
  const table = viewTable(schema, projection);
  const progress = progressing();
  const sqlWhenReady = once(async (): Promise<Sql> => {
    await prepare(database, { schema, name, table, version });
    return database.sql;
  });
  let running = 0;

  const run = (): Subscription => {
    const { stop } = viewFollowing({ store, projection, table, sqlWhenReady, progress });
    running += 1;
    let stopped: Promise<void> | undefined;
    return { stop: () => (stopped ??= stop().finally(() => (running -= 1))) };
  };

  return {
    view: {
      ...viewReading(table, sqlWhenReady),
      showing: (position, withinMs) =>
        running > 0
          ? progress.until(position, withinMs)
          : showsElsewhere(async () => positionOf(await sqlWhenReady(), table, name), position, withinMs),
    },
    run,
    rebuild: rebuilding({ database, store, projection, table, sqlWhenReady }),
  };
};

/** Where another program keeps the rows, the table alone knows how far they are. */
const showsElsewhere = async (at: () => Promise<number>, position: number, withinMs: number) => {
  const end = performance.now() + withinMs;
  while ((await at()) < position) {
    if (performance.now() >= end) return false;
    await new Promise((resolve) => setTimeout(resolve, lookAgainMs));
  }
  return true;
};
