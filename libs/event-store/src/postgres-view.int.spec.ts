import { afterAll, describe, expect, test } from '@jest/globals';
import { instant, type Projection } from '@mulin/kernel';
import { testDatabase } from '@mulin/testing';
import { postgresEventStore } from './postgres-event-store.js';
import { postgresView } from './postgres-view.js';
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
