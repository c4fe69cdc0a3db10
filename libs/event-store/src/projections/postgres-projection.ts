/** A read model in PostgreSQL: its rows and how far they reach are written by one statement, so that they always agree. */
import type { Columns, Event, EventStore, Projection, Subscription } from '@mulin/kernel';
import { type Database, once, type Sql } from '@mulin/postgres';
import type { ProjectionRunner } from './memory-projection.js';
import { progressing } from './progress.js';
import { readModelOf } from './read-model.js';
import { rebuilding } from './rebuild.js';
import { projectionRunner } from './runner.js';
import { prepare, standingOf } from './standing.js';
import { readModelTable } from './table.js';

/** What a projection in PostgreSQL is made of. */
export type PostgresProjectionParts<
  Row extends object,
  E extends Event,
  C extends Columns<Row> = Columns<Row>,
> = Readonly<{
  database: Database;
  /** Where its table is: the schema of the service. */
  schema: string;
  /** The town whose rows these are; each row carries it. */
  town: string;
  store: EventStore;
  projection: Projection<Row, E, C>;
}>;

/** Between looks at how far another process has come: less than anybody notices, and 70 small queries a second. */
const lookAgainMs = 15;

/**
 * Keeps the rows of a projection in a table of PostgreSQL. The table is made when it is first needed; nothing is folded
 * before `run`. Several processes may run it: rows and position are written together, so that none folds an event that
 * another one has folded. Where the stored rows are those of another version or other columns of the projection, they
 * are rebuilt beside as soon as it runs, and readers see the old ones until then.
 */
export const postgresProjection = <Row extends object, E extends Event, C extends Columns<Row>>(
  parts: PostgresProjectionParts<Row, E, C>,
): ProjectionRunner<Row, C> => {
  const { database, schema, store, projection } = parts;
  const table = readModelTable(parts, projection);
  const progress = progressing();
  const sqlWhenReady = once(async (): Promise<Sql> => {
    await prepare(database, schema, table);
    return database.sql;
  });
  const rebuild = rebuilding({ database, store, projection, table, sqlWhenReady });
  const positionShown = async () => {
    const { isOurs, position } = await standingOf(await sqlWhenReady(), table);
    return isOurs ? position : 0;
  };
  let running = 0;

  const run = (): Subscription => {
    const { stop } = projectionRunner({ store, projection, table, sqlWhenReady, progress, rebuild });
    running += 1;
    let stopped: Promise<void> | undefined;
    return { stop: () => (stopped ??= stop().finally(() => (running -= 1))) };
  };

  return {
    view: {
      ...readModelOf<Row, C>(table, projection.columns, sqlWhenReady),
      waitUntil: (position, withinMs) =>
        running > 0 ? progress.until(position, withinMs) : showsElsewhere(positionShown, position, withinMs),
    },
    run,
    rebuild: () => rebuild(),
    state: () => ({ position: progress.at(), isBuilding: progress.isBuilding() }),
  };
};

/** Where another process folds, only the table says how far its rows are. */
const showsElsewhere = async (at: () => Promise<number>, position: number, withinMs: number) => {
  const end = performance.now() + withinMs;
  while ((await at()) < position) {
    if (performance.now() >= end) return false;
    await new Promise((resolve) => setTimeout(resolve, lookAgainMs));
  }
  return true;
};
