/** How fast the whole log is read, and a view folded from it. */
import { randomUUID } from 'node:crypto';
import { postgresEventStore, postgresProjection } from '@mulin/event-store';
import {
  column,
  type Event,
  type EventStore,
  idOf,
  instant,
  type Position,
  type Projection,
  type RecordedEvent,
} from '@mulin/kernel';
import { openDatabase } from '@mulin/postgres';
import { eventOf } from './append.js';

const count = 200_000;
const eventsOfCase = 5;
const casesAtOnce = 100;
const page = 2_000;
const times = 3;

type Registered = Event & Readonly<{ data: { menuItem: string; microGrid: string; reportedAt: string } }>;
type Counted = Readonly<{
  caseId: string;
  menuItem: string;
  microGrid: string;
  events: number;
  last: string;
}>;

const countedCases: Projection<Counted, Registered> = {
  name: 'counted-cases',
  version: 1,
  categories: ['case'],
  key: idOf,
  project: (row, event) => ({
    caseId: idOf(event),
    menuItem: event.data.menuItem,
    microGrid: event.data.microGrid,
    events: (row?.events ?? 0) + 1,
    last: event.metadata.recordedAt,
  }),
  columns: {
    microGrid: column.text((row) => row.microGrid),
    events: column.integer((row) => row.events),
    last: column.text((row) => row.last),
  },
};

const fill = async (store: EventStore) => {
  for (let done = 0; done < count; done += eventsOfCase * casesAtOnce)
    await Promise.all(
      Array.from({ length: casesAtOnce }, (_, place) => {
        const events = Array.from({ length: eventsOfCase }, () => eventOf(randomUUID(), done + place));
        return store.appendToStream(`case-${randomUUID()}`, events, { expectedRevision: 'no-stream' });
      }),
    );
};

const readEverything = async (store: EventStore): Promise<number> => {
  const began = performance.now();
  let from: Position | null = null;
  let read = 0;
  for (;;) {
    const found: readonly RecordedEvent[] = await store.readAll({ from, maxCount: page });
    read += found.length;
    from = found.at(-1)?.position ?? from;
    if (found.length === 0) return (1_000 * read) / (performance.now() - began);
  }
};

export const benchRead = async (url: string): Promise<Record<string, number>> => {
  const database = await openDatabase({ url });
  const schema = 'bench_read';
  const store = await postgresEventStore({ database, schema, now: () => instant(Date.now()) });
  await fill(store);

  await readEverything(store);
  let reading = 0;
  for (let time = 0; time < times; time++) reading += (await readEverything(store)) / times;
  const { rebuild } = postgresProjection({
    database,
    schema,
    town: 'bench',
    store,
    projection: countedCases,
  });
  const rebuilt = await rebuild();
  await database.close();
  return {
    'readAll.factsPerSecond': reading,
    'rebuild.factsPerSecond': rebuilt.facts / rebuilt.seconds,
  };
};
