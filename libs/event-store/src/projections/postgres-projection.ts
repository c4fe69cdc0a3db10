/** A view in PostgreSQL: its rows and how far they reach are written by one statement, so that they always agree. */
import type { Columns, Event, EventStore, Projection, Subscription } from '@mulin/kernel';
import { type Database, once, type Sql } from '@mulin/postgres';
import type { ProjectionRunner } from './memory-projection.js';
import { progressing } from './progress.js';
import { readModelOf } from './read-model.js';
import { rebuilding } from './rebuild.js';
import { projectionRunner } from './runner.js';
import { prepare, standingOf } from './standing.js';
import { readModelTable } from './table.js';

export type PostgresProjectionParts<
  Row extends object,
  E extends Event,
  C extends Columns<Row> = Columns<Row>,
> = Readonly<{
  database: Database;
  schema: string;
  /** Whose rows these are; each row carries it. */
  town: string;
  store: EventStore;
  projection: Projection<Row, E, C>;
}>;

const lookAgainMs = 15;

/**
 * Its table is made when it is first needed. When the version of the projection is another, or its columns are,
 * the rows are made anew beside as soon as it runs, and until then readers see the old ones.
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

/** Where another program keeps the rows, the table alone knows how far they are. */
const showsElsewhere = async (at: () => Promise<number>, position: number, withinMs: number) => {
  const end = performance.now() + withinMs;
  while ((await at()) < position) {
    if (performance.now() >= end) return false;
    await new Promise((resolve) => setTimeout(resolve, lookAgainMs));
  }
  return true;
};
