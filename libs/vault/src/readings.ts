/** Who opened what, and what for: people one by one, services counted by the day. */
import type { Instant, Reading } from '@mulin/kernel';
import { batcher, type Database } from '@mulin/postgres';
import { schema } from './schema.js';

/** `item`: what was opened; `null`: nothing, somebody looked for a phone. */
type Noted = Reading & Readonly<{ service: string; item: string | null; at: Instant }>;

const insert = `
  insert into ${schema}.reading (at, service, actor, purpose, item, about, town)
  select *, $7 from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::uuid[], $6::text[])`;
const add = `
  insert into ${schema}.reading_count as c (day, service, purpose, count, town)
  select *, $5 from unnest($1::text[], $2::text[], $3::text[], $4::bigint[])
  on conflict (day, service, purpose) do update set count = c.count + excluded.count`;

/** How long counts of services' own readings are in memory only, in milliseconds. */
const flushEveryMs = 5_000;

/** Told of trouble that is overcome by itself, once for each time that it begins. */
export type Troubled = (error: unknown) => void;

/** Services' own readings, counted in memory and kept now and then. */
const countingIn = ({ sql }: Database, town: string, troubled: Troubled) => {
  let counts = new Map<string, number>();
  let isTroubled = false;

  return {
    count: (key: string): void => void counts.set(key, (counts.get(key) ?? 0) + 1),
    flush: async (): Promise<void> => {
      const [taken, rows] = [counts, [...counts].map(([key, count]) => [...key.split('\n'), count] as const)];
      if (rows.length === 0) return;
      counts = new Map();
      try {
        await sql(add, [...[0, 1, 2, 3].map((at) => rows.map((row) => row[at])), town]);
        isTroubled = false;
      } catch (error) {
        if (!isTroubled) troubled(error);
        isTroubled = true;
        // Counted again with the next: a world that is down loses no count while this program runs.
        for (const [key, count] of taken) counts.set(key, (counts.get(key) ?? 0) + count);
      }
    },
  };
};

/**
 * Writes down who read what: a reading by a person before `note` resolves, a service's own reading as a count by day,
 * kept every five seconds and by `close`. A crash loses counts of at most five seconds, and no reading of a person.
 *
 * @param town its slug.
 * @param troubled told when counts could not be kept; they are kept with the next ones.
 */
export const readingBook = (database: Database, town: string, troubled: Troubled) => {
  const { count, flush } = countingIn(database, town, troubled);
  const timer = setInterval(() => void flush(), flushEveryMs);
  timer.unref();

  const write = batcher<Noted, null>({
    carry: async (noted) => {
      const columns = (['at', 'service', 'actor', 'purpose', 'item', 'about'] as const).map((name) =>
        noted.map((it) => it[name] ?? null),
      );
      await database.sql(insert, [...columns, town]);
      return noted.map(() => null);
    },
  });

  return {
    /** A person's reading is on record before they see anything. */
    note: async (noted: Noted): Promise<void> => {
      if (noted.actor !== noted.service) return void (await write(noted));
      count([noted.at.slice(0, 10), noted.service, noted.purpose].join('\n'));
    },
    close: async (): Promise<void> => {
      clearInterval(timer);
      await flush();
    },
  };
};
