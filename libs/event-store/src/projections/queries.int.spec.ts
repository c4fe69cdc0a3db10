/** PostgreSQL and memory give the same answer to the same query, whatever the rows and whatever is asked. */
import { afterAll, expect, test } from '@jest/globals';
import { instant, type Query } from '@mulin/kernel';
import { testDatabase } from '@mulin/testing';
import fc from 'fast-check';
import { memoryEventStore } from '../memory/memory-event-store.js';
import { postgresEventStore } from '../postgres/postgres-event-store.js';
import { memoryProjection, type ProjectionRunner } from './memory-projection.js';
import { postgresProjection } from './postgres-projection.js';
import { patience } from './projections.testing.js';
import { type Sample, type SampleColumns, samples, tellSample } from './queries.testing.js';

const opened = testDatabase();
afterAll(async () => (await opened).drop());

const now = () => instant('2026-05-01T08:00:00Z');
let schemas = 0;

// Few different values, so that many rows are equal in some column, and awkward ones among them.
const text = fc.constantFrom('', 'a', 'A', 'ab', 'é', '牟', '\uffee', '\u{20BB7}', '"\\', '%_', 'null');
const integer = fc.constantFrom(0, 1, -1, 10, 9, Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER);
const number = fc.constantFrom(0, -0, 0.5, -0.5, 1e21, 5e-324, 9, 10);
const moment = fc.constantFrom(
  '0000-01-01T00:00:00.000Z',
  '2026-03-02T01:00:00.000Z',
  '2026-03-02T09:00:00.001+08:00',
  '9999-12-31T23:59:59.999Z',
);
const path = fc.constantFrom('', 'mu', 'mu/east', 'mu/east/n-1', 'mu/east-side', 'mu/east0', 'nu/east');
const texts = fc.array(fc.constantFrom('', 'a', 'b', '{', ',', '牟'), { maxLength: 3 });
const orNothing = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { freq: 4, nil: null });

const row: fc.Arbitrary<Sample> = fc.record({
  text: orNothing(text),
  integer: orNothing(integer),
  number: orNothing(number),
  boolean: orNothing(fc.boolean()),
  instant: orNothing(moment),
  path: orNothing(path),
  texts,
});

const some = <Value>(value: fc.Arbitrary<Value>) =>
  fc.oneof(
    orNothing(value),
    fc.record({ not: orNothing(value) }),
    fc.record({ in: fc.array(value, { maxLength: 3 }) }),
    fc.record({ gte: value, lt: value }),
    fc.record({ gt: value }),
    fc.record({ lte: value }),
  );

const comparison = fc.record(
  {
    text: fc.oneof(some(text), fc.record({ contains: text })),
    integer: some(integer),
    number: some(number),
    boolean: some(fc.boolean()),
    instant: some(moment),
    path: fc.oneof(some(path), fc.record({ within: path })),
    texts: fc.oneof(fc.constant(null), fc.record({ hasAny: texts })),
  },
  { requiredKeys: [] },
);
const { where } = fc.letrec((tie) => ({
  where: fc.oneof(
    { maxDepth: 2 },
    fc.constant({}),
    // One or two columns at a time: of seven conditions at once nothing is left.
    comparison.map((it) => Object.fromEntries(Object.entries(it).slice(0, 2))),
    fc.record({ or: fc.array(tie('where'), { maxLength: 3 }) }),
    fc.record({ and: fc.array(tie('where'), { maxLength: 2 }), path: some(path) }, { requiredKeys: ['and'] }),
  ),
}));
const sortable = ['text', 'integer', 'number', 'boolean', 'instant', 'path'] as const;
const orderBy = fc.uniqueArray(
  fc.record({ by: fc.constantFrom(...sortable, 'key'), descending: fc.boolean() }),
  {
    maxLength: 3,
    selector: ({ by }) => by,
  },
);
// What is made at random has the types of the columns, and none that TypeScript could see.
const query = fc.record({ where, orderBy, limit: fc.integer({ min: 1, max: 7 }) }) as fc.Arbitrary<
  Query<SampleColumns>
>;

type View = ProjectionRunner<Sample, SampleColumns>['view'];

const pagesOf = async (view: View, asked: Query<SampleColumns>) => {
  const pages: (readonly Sample[])[] = [];
  for (let cursor: string | undefined; ;) {
    const { items, next } = await view.list({ ...asked, cursor });
    pages.push(items);
    if (next === null) return pages;
    cursor = next;
  }
};

const townOf = async (rows: readonly Sample[]) => {
  const { database } = await opened;
  const schema = `queries_${++schemas}`;
  const stores = [memoryEventStore({ now }), await postgresEventStore({ database, schema, now })] as const;
  const [inMemory, inPostgres] = stores;
  const views = [
    memoryProjection({ store: inMemory, projection: samples }),
    postgresProjection({ database, schema, town: 'mu', store: inPostgres, projection: samples }),
  ] as const;
  for (const [nth, store] of stores.entries()) {
    const running = views[nth]?.run();
    for (const [place, it] of rows.entries()) await tellSample(store, `${place % 40}`, it);
    expect(await views[nth]?.view.waitUntil((await store.head()) ?? 0, patience)).toBe(true);
    await running?.stop();
  }
  return [views[0].view, views[1].view] as const;
};

test('every page of every list, and every count, is the same in PostgreSQL as in memory', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(row, { minLength: 20, maxLength: 60 }),
      fc.array(fc.tuple(query, fc.constantFrom(...sortable)), { minLength: 60, maxLength: 60 }),
      async (rows, asked) => {
        const [inMemory, inPostgres] = await townOf(rows);
        for (const [one, counted] of asked) {
          const pages = await pagesOf(inMemory, one);
          expect(await pagesOf(inPostgres, one)).toEqual(pages);
          expect(pages.slice(1).every(({ length }) => length > 0)).toBe(true);
          expect(await inPostgres.count(counted, one.where)).toEqual(
            await inMemory.count(counted, one.where),
          );
        }
      },
    ),
    { numRuns: 6, endOnFailure: true },
  );
});
