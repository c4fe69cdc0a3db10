import { afterAll, describe, expect, test } from '@jest/globals';
import { instant, type Projection } from '@mulin/kernel';
import type { Database } from '@mulin/postgres';
import { testDatabase } from '@mulin/testing';
import { postgresEventStore } from './postgres-event-store.js';
import { postgresView } from './postgres-view.js';
import { positionOf, viewTable, writeIfAt } from './view-table.js';
import {
  describeViews,
  expectFolded,
  type Noted,
  noted,
  type OpenCase,
  openCases,
  registered,
  tell,
  tellLongStory,
} from './views.contract.js';

const opened = testDatabase();
let schemas = 0;
const patience = 20_000;

afterAll(async () => (await opened).drop());

const begin = async () => {
  const schema = `views_${++schemas}`;
  const { database } = await opened;
  const now = () => instant('2026-05-01T08:00:00Z');
  const store = await postgresEventStore({ database, schema, now });
  const viewOf = <Row extends object>(projection: Projection<Row, Noted>, version = 1) =>
    postgresView({ database, schema, store, projection, version });
  return { database, schema, store, viewOf };
};

describeViews('postgresView', async () => ({ ...(await begin()), close: async () => {} }));

describe('A view that several programs keep', () => {
  test('is folded once, whoever is first, while it is rebuilt', async () => {
    const { store, viewOf } = await begin();
    const views = [viewOf(openCases), viewOf(openCases), viewOf(openCases)] as const;
    const running = views.map(({ run }) => run());
    const [position] = await Promise.all([tellLongStory(store, 200), views[0].rebuild()]);
    for (const { view } of views) expect(await view.showing(position, patience)).toBe(true);
    for (const view of views) await expectFolded(store, view);
    await Promise.all(running.map(({ stop }) => stop()));
  });

  test('is shown by one that only reads', async () => {
    const { store, viewOf } = await begin();
    const keeper = viewOf(openCases).run();
    const reader = viewOf(openCases);
    const position = await tell(store, 'case-lamp', registered(1));
    expect(await reader.view.showing(position, patience)).toBe(true);
    expect(await reader.view.get('lamp')).toMatchObject({ place: 1 });
    await keeper.stop();
    const unseen = await tell(store, 'case-lamp', noted);
    expect(await reader.view.showing(unseen, 30)).toBe(false);
  });

  test('does not go back when it was kept up until the moment the new rows took the place of the old', async () => {
    const { database, schema, store, viewOf } = await begin();
    const kept = viewOf(openCases);
    const running = kept.run();
    let told = await tellLongStory(store, 10);
    const overtaken: Database = {
      ...database,
      transaction: async (work) => {
        told = await tell(store, 'case-late', registered(1), noted);
        await kept.view.showing(told, patience);
        return database.transaction(work);
      },
    };
    await kept.view.showing(told, patience);
    await postgresView({ database: overtaken, schema, store, projection: openCases }).rebuild();
    expect(await viewOf(openCases).view.showing(told, 0)).toBe(true);
    await expectFolded(store, kept);
    await running.stop();
  });

  test('is rebuilt by one of them at a time', async () => {
    const { store, viewOf } = await begin();
    await tellLongStory(store, 50);
    const rebuilt = await Promise.allSettled([viewOf(openCases).rebuild(), viewOf(openCases).rebuild()]);
    expect(rebuilt.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });
});

describe('A view whose program changed', () => {
  const withNotes: Projection<OpenCase, Noted> = {
    ...openCases,
    columns: { ...openCases.columns, notes: ({ notes }) => notes },
  };

  test('is folded anew when it has another column, another rule or another version', async () => {
    const { store, viewOf } = await begin();
    const position = await tell(store, 'case-lamp', registered(1), noted);
    const first = viewOf(openCases);
    const running = first.run();
    await first.view.showing(position, patience);
    await running.stop();

    const untouched = viewOf(openCases);
    expect(await untouched.view.get('lamp')).toMatchObject({ notes: 1 });

    const counted = viewOf(withNotes);
    expect(await counted.view.get('lamp')).toBeNull();
    const again = counted.run();
    expect(await counted.view.showing(position, patience)).toBe(true);
    expect([...(await counted.view.count('notes'))]).toEqual([['1', 1]]);
    await again.stop();

    const silent: typeof withNotes = { ...withNotes, project: (row) => row };
    expect(await viewOf(silent).view.get('lamp')).toBeNull();
    expect(await viewOf(withNotes, 2).view.get('lamp')).toBeNull();
  });

  test('is refused a name that could not be a table', async () => {
    const { viewOf } = await begin();
    expect(() => viewOf({ ...openCases, name: 'open cases; drop' })).toThrow('name');
    expect(() => viewOf({ ...openCases, columns: { 'a"b': () => 1 } })).toThrow('name');
  });
});

describe('Rows and their position', () => {
  test('are not touched by one who is behind', async () => {
    const { database, schema, store, viewOf } = await begin();
    const cases = viewOf(openCases);
    const position = await tell(store, 'case-lamp', registered(1));
    const running = cases.run();
    await cases.view.showing(position, patience);
    await running.stop();

    const table = viewTable(schema, openCases);
    const late: OpenCase = { caseId: 'lamp', menuItem: 'late', place: 0, notes: 0, open: true };
    const changes = new Map([
      ['lamp', late],
      ['drain', late],
    ]);
    const behind = { name: 'open-cases', from: position - 1, to: position + 5 };
    expect(await writeIfAt(database.sql, table, changes, behind)).toBe(false);
    expect(await writeIfAt(database.sql, table, new Map([['lamp', null]]), behind)).toBe(false);
    expect(await cases.view.getMany(['lamp', 'drain'])).toMatchObject([{ menuItem: 'street-lamp' }, null]);
    expect(await positionOf(database.sql, table, 'open-cases')).toBe(position);
  });

  test('are written together or not at all', async () => {
    const { database, schema, store, viewOf } = await begin();
    const cases = viewOf(openCases);
    const position = await tell(store, 'case-lamp', registered(1));
    const running = cases.run();
    await cases.view.showing(position, patience);
    await database.sql(`alter table ${schema}.view_open_cases add constraint never check (key <> 'drain')`);
    const refused = await tell(store, 'case-drain', registered(2), noted);
    expect(await cases.view.showing(refused, 200)).toBe(false);
    const [stands] = await database.sql(`select position from ${schema}.views`);
    expect(stands).toEqual({ position });

    await database.sql(`alter table ${schema}.view_open_cases drop constraint never`);
    expect(await cases.view.showing(refused, patience)).toBe(true);
    expect(await cases.view.get('drain')).toMatchObject({ notes: 1 });
    await running.stop();
  });
});
