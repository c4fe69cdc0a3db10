/** Events of a megabyte and more: none ends the program, and none keeps another from being read. */
import { afterAll, describe, expect, test } from '@jest/globals';
import {
  newCorrelation,
  idOf,
  type Projection,
  type NewEvent,
  type RecordedEvent,
  type StreamName,
} from '@mulin/kernel';
import type { Database } from '@mulin/postgres';
import { testDatabase } from '@mulin/testing';
import { postgresEventStore } from './postgres-event-store.js';
import { postgresProjection } from '../projections/postgres-projection.js';

const opened = testDatabase();
afterAll(async () => (await opened).drop());

type Noted = Readonly<{ type: 'CaseNoted'; data: Readonly<{ words: string }> }>;

const metadata = newCorrelation({ id: 'request-1', town: 'mulin', actor: 'clerk-1' });
const megabyte = 'x'.repeat(1_000_000);
const event = (id: string, words = id): NewEvent<Noted> => ({
  id,
  type: 'CaseNoted',
  data: { words },
  metadata,
});
const idsOf = (events: readonly RecordedEvent[]) => events.map(({ id }) => id);

/** Whatever is asked of PostgreSQL, the longest text of an answer is noted. */
const measured = (database: Database) => {
  const longest = { characters: 0 };
  const sql: Database['sql'] = async (text, values, options) => {
    const rows = await database.sql<Record<string, unknown>>(text, values, options);
    for (const row of rows)
      for (const value of Object.values(row))
        if (typeof value === 'string') longest.characters = Math.max(longest.characters, value.length);
    // As it was answered; only its texts were looked at.
    return rows as never;
  };
  return { database: { ...database, sql }, longest };
};

describe('A stream of many large events', () => {
  test('is read in texts of which none grows with the stream', async () => {
    const { database, longest } = measured((await opened).database);
    const store = await postgresEventStore({ database, schema: 'large' });
    const ids = Array.from({ length: 160 }, (_, n) => `event-${n}`);
    await Promise.all(
      ids.map((id) =>
        store.appendToStream(`case-${id}`, [event(id, megabyte.slice(0, 100_000))], {
          expectedRevision: 'any',
        }),
      ),
    );
    for (const id of ids)
      await store.appendToStream('case-all', [event(`${id}-all`, megabyte.slice(0, 100_000))], {
        expectedRevision: 'any',
      });

    expect(idsOf(await store.readStream('case-all'))).toEqual(ids.map((id) => `${id}-all`));
    expect(idsOf(await store.readStream('case-all', { fromRevision: 60, maxCount: 70 }))).toEqual(
      ids.slice(60, 130).map((id) => `${id}-all`),
    );
    expect((await store.readAll({ from: null, maxCount: 1_000 })).length).toBe(320);
    // 64 of them, with what stands between them.
    expect(longest.characters).toBeLessThan(6_500_000);
  });
});

describe('A batch of rows that is too much for one statement', () => {
  test('is written in parts, when it is followed and when it is made anew', async () => {
    const { database } = await opened;
    const store = await postgresEventStore({ database, schema: 'large_rows' });
    const words: Projection<{ id: string; words: string }, Noted> = {
      name: 'words',
      version: 1,
      categories: ['case'],
      key: idOf,
      project: (_, event) => ({ id: idOf(event), words: event.data.words.repeat(4) }),
      columns: {},
    };
    const streams = Array.from({ length: 12 }, (_, n): StreamName => `case-${n}`);
    for (const stream of streams)
      await store.appendToStream(stream, [event(stream, megabyte)], { expectedRevision: 'any' });
    const view = postgresProjection({ database, schema: 'large_rows', town: 'mu', store, projection: words });
    const { stop } = view.run();
    expect(await view.view.waitUntil(12, 20_000)).toBe(true);
    await stop();
    expect(await view.rebuild()).toMatchObject({ facts: 12, rows: 12 });
    expect((await view.view.list({})).items.every((row) => row.words.length === 4_000_000)).toBe(true);
  });
});
