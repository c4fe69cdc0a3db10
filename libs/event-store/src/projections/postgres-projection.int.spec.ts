import { afterAll, describe, expect, test } from '@jest/globals';
import { column, type Columns, type EventStore, instant, type Projection, Unavailable } from '@mulin/kernel';
import type { Database } from '@mulin/postgres';
import { testDatabase } from '@mulin/testing';
import { postgresEventStore } from '../postgres/postgres-event-store.js';
import { postgresProjection } from './postgres-projection.js';
import { standingOf, writeIfAt } from './standing.js';
import { readModelTable } from './table.js';
import {
  describeProjections,
  expectFolded,
  type Noted,
  noted,
  type OpenCase,
  openCases,
  registered,
  tell,
  tellLongStory,
} from './projections.testing.js';
import { describeQueries } from './queries.testing.js';

const opened = testDatabase();
let schemas = 0;
const patience = 20_000;

afterAll(async () => (await opened).drop());

const begin = async () => {
  const schema = `views_${++schemas}`;
  const { database } = await opened;
  const now = () => instant('2026-05-01T08:00:00Z');
  const store = await postgresEventStore({ database, schema, now });
  const town = 'mulin';
  const viewOf = <Row extends object, C extends Columns<Row>>(
    projection: Projection<Row, Noted, C>,
    from: EventStore = store,
  ) => postgresProjection({ database, schema, town, store: from, projection });
  return { database, schema, store, viewOf, town };
};

const trial = async () => ({ ...(await begin()), close: async () => {} });
describeProjections('postgresView', trial);
describeQueries('postgresView', trial);

describe('A view that several programs keep', () => {
  test('is folded once, whoever is first, while it is rebuilt', async () => {
    const { store, viewOf } = await begin();
    const views = [viewOf(openCases), viewOf(openCases), viewOf(openCases)] as const;
    const running = views.map(({ run }) => run());
    const [position] = await Promise.all([tellLongStory(store, 200), views[0].rebuild()]);
    for (const { view } of views) expect(await view.waitUntil(position, patience)).toBe(true);
    for (const view of views) await expectFolded(store, view);
    await Promise.all(running.map(({ stop }) => stop()));
  });

  test('is shown by one that only reads', async () => {
    const { store, viewOf } = await begin();
    const keeper = viewOf(openCases).run();
    const reader = viewOf(openCases);
    const position = await tell(store, 'case-lamp', registered(1));
    expect(await reader.view.waitUntil(position, patience)).toBe(true);
    expect(await reader.view.get('lamp')).toMatchObject({ place: 1 });
    await keeper.stop();
    const unseen = await tell(store, 'case-lamp', noted);
    expect(await reader.view.waitUntil(unseen, 30)).toBe(false);
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
        await kept.view.waitUntil(told, patience);
        return database.transaction(work);
      },
    };
    await kept.view.waitUntil(told, patience);
    await postgresProjection({
      database: overtaken,
      schema,
      town: 'mulin',
      store,
      projection: openCases,
    }).rebuild();
    expect(await viewOf(openCases).view.waitUntil(told, 0)).toBe(true);
    await expectFolded(store, kept);
    await running.stop();
  });

  test('is rebuilt by one of them at a time', async () => {
    const { store, viewOf } = await begin();
    await tellLongStory(store, 50);
    const rebuilt = await Promise.allSettled([viewOf(openCases).rebuild(), viewOf(openCases).rebuild()]);
    expect(rebuilt.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(rebuilt.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { code: 'view-being-rebuilt' },
    });
  });
});

describe('A view whose program changed', () => {
  /** The next version counts double, and can be found by it. */
  const doubled = {
    ...openCases,
    version: 2,
    project: (row, event) =>
      event.type === 'CaseNoted' ? row && { ...row, notes: row.notes + 2 } : openCases.project(row, event),
    columns: { ...openCases.columns, notes: column.integer(({ notes }) => notes) },
  } satisfies Projection<OpenCase, Noted>;

  /** A town in which the first version ran, and told a long story. */
  const aged = async () => {
    const trial = await begin();
    await tellLongStory(trial.store, 40);
    const position = await tell(trial.store, 'case-lamp', registered(1), noted);
    const first = trial.viewOf(openCases);
    const running = first.run();
    await first.view.waitUntil(position, patience);
    await running.stop();
    return { ...trial, position };
  };

  /** A store whose events are read only as far as it is let: by so many pages. */
  const held = (store: EventStore) => {
    let open = () => {};
    const gate = new Promise<void>((resolve) => (open = resolve));
    let asked = () => {};
    const isAsked = new Promise<void>((resolve) => (asked = resolve));
    const holding: EventStore = {
      ...store,
      readAll: async (options) => {
        asked();
        await gate;
        return store.readAll(options);
      },
    };
    return { holding, open: () => open(), isAsked };
  };

  const marked = async ({ database, schema }: Awaited<ReturnType<typeof begin>>) => {
    const mark = `update ${schema}.view_open_cases set row = replace(row, '"notes":1', '"notes":77') where key = 'lamp'`;
    await database.sql(mark);
  };

  test('is not made anew because a variable in it is called otherwise', async () => {
    const trial = await aged();
    await marked(trial);
    const renamed: typeof openCases = {
      ...openCases,
      key: (event) => openCases.key(event),
      project: (before, event) => openCases.project(before, event),
      columns: { ...openCases.columns, place: column.number((it: OpenCase) => it.place) },
    };
    const again = trial.viewOf(renamed);
    const running = again.run();
    const position = await tell(trial.store, 'case-drain', registered(1));
    expect(await again.view.waitUntil(position, patience)).toBe(true);
    expect(await again.view.get('lamp')).toMatchObject({ notes: 77 });
    await running.stop();
  });

  test('is made anew beside when its version was raised: readers see the old rows until then', async () => {
    const { store, viewOf, position } = await aged();
    const { holding, open, isAsked } = held(store);
    const next = viewOf(doubled, holding);
    const reader = viewOf(doubled);
    const running = next.run();
    await isAsked;
    expect(next.state()).toEqual({ position: 0, isBuilding: true });
    for (const { view } of [next, reader]) {
      expect(await view.get('lamp')).toMatchObject({ notes: 1 });
      expect(
        (await view.list({ where: { menuItem: 'street-lamp' }, limit: 500 })).items.length,
      ).toBeGreaterThan(9);
      await expect(view.list({ where: { notes: 1 } })).rejects.toBeInstanceOf(Unavailable);
      await expect(view.count('notes')).rejects.toBeInstanceOf(Unavailable);
      expect(await view.waitUntil(position, 0)).toBe(false);
    }

    open();
    for (const { view } of [next, reader]) {
      expect(await view.waitUntil(position, patience)).toBe(true);
      expect(await view.get('lamp')).toMatchObject({ notes: 2 });
      expect((await view.list({ where: { notes: 2 }, limit: 500 })).items).toContainEqual(
        expect.objectContaining({ caseId: 'lamp' }),
      );
    }
    expect(next.state()).toEqual({ position, isBuilding: false });
    await running.stop();
  });

  test('begins anew after a crash in the middle, and shows the old rows until it is done', async () => {
    const { database, schema, store, viewOf, position } = await aged();
    let pages = 0;
    let crashed = () => {};
    const hasCrashed = new Promise<void>((resolve) => (crashed = resolve));
    const crashing: EventStore = {
      ...store,
      // The first page is folded, and then the program is gone.
      readAll: async (options) => {
        if (++pages === 1) return (await store.readAll(options)).slice(0, 50);
        crashed();
        throw new Error('killed');
      },
    };
    const died = viewOf(doubled, crashing).run();
    await hasCrashed;
    await died.stop();
    await database.sql(
      `create table if not exists ${schema}.view_open_cases_next (key text primary key, rubbish text)`,
    );
    expect(await viewOf(doubled).view.get('lamp')).toMatchObject({ notes: 1 });

    const next = viewOf(doubled);
    const running = next.run();
    expect(await next.view.waitUntil(position, patience)).toBe(true);
    expect(await next.view.get('lamp')).toMatchObject({ notes: 2 });
    expect(await database.sql(`select from pg_tables where tablename = 'view_open_cases_next'`)).toEqual([]);
    await running.stop();
  });

  test('is left as it is when it is stopped while it is made anew', async () => {
    const { store, viewOf } = await aged();
    const { holding, open, isAsked } = held(store);
    const running = viewOf(doubled, holding).run();
    await isAsked;
    const stopped = running.stop();
    open();
    await stopped;
    expect(await viewOf(doubled).view.get('lamp')).toMatchObject({ notes: 1 });
  });

  test('is made anew by one of several programs, and kept by all of them', async () => {
    const { store, viewOf } = await aged();
    const views = [viewOf(doubled), viewOf(doubled), viewOf(doubled)] as const;
    const running = views.map(({ run }) => run());
    const position = await tell(store, 'case-lamp', noted);
    for (const { view } of views) {
      expect(await view.waitUntil(position, patience)).toBe(true);
      expect(await view.get('lamp')).toMatchObject({ notes: 4 });
    }
    await Promise.all(running.map(({ stop }) => stop()));
  });

  test('is not taken back by a program of the version before that still runs', async () => {
    const { store, viewOf } = await aged();
    const old = viewOf(openCases);
    const still = old.run();
    await old.view.waitUntil(await tell(store, 'case-drain', registered(1)), patience);

    const next = viewOf(doubled);
    const running = next.run();
    const position = await tell(store, 'case-lamp', noted);
    expect(await next.view.waitUntil(position, patience)).toBe(true);
    const later = await tell(store, 'case-lamp', noted);
    expect(await next.view.waitUntil(later, patience)).toBe(true);
    expect(await next.view.get('lamp')).toMatchObject({ notes: 6 });
    await Promise.all([still.stop(), running.stop()]);
  });

  test('of a town from before there were versions is made anew once, beside', async () => {
    const { database, schema, store, viewOf } = await begin();
    const position = await tell(store, 'case-lamp', registered(1), noted);
    const columns = ['menuItem', 'place', 'open', 'late']
      .map((name) => `, "by_${name}" text not null`)
      .join('');
    await database.sql(`
      create table ${schema}.views (name text primary key, shape text not null, position bigint not null);
      create table ${schema}.view_open_cases (key text primary key, row text not null${columns});
      insert into ${schema}.views values ('open-cases', '1 ${'5e'.repeat(32)}', 2);
      insert into ${schema}.view_open_cases values
        ('lamp', '{"caseId":"lamp","notes":77}', '3street-lamp', '2bff0000000000000', '1t', '0')`);

    const { holding, open, isAsked } = held(store);
    const cases = viewOf(openCases, holding);
    const running = cases.run();
    await isAsked;
    expect(await cases.view.get('lamp')).toMatchObject({ notes: 77 });
    expect((await cases.view.list({})).items).toMatchObject([{ notes: 77 }]);
    // As texts they were another thing: nothing is found by what it is not.
    await expect(cases.view.list({ where: { open: true } })).rejects.toBeInstanceOf(Unavailable);
    open();
    expect(await cases.view.waitUntil(position, patience)).toBe(true);
    await expectFolded(store, cases);
    await running.stop();
    expect(await database.sql(`select name, town, position from ${schema}.views`)).toEqual([
      { name: 'open-cases', town: 'mulin', position },
    ]);
    expect(await database.sql(`select key, town from ${schema}.view_open_cases`)).toEqual([
      { key: 'lamp', town: 'mulin' },
    ]);

    await marked({ database, schema, store, viewOf, town: 'mulin' });
    const again = viewOf(openCases);
    const second = again.run();
    expect(await again.view.waitUntil(position, patience)).toBe(true);
    expect(await again.view.get('lamp')).toMatchObject({ notes: 77 });
    await second.stop();
  });

  test('takes the place of a former view, of which nothing is left', async () => {
    const { database, schema, store, viewOf } = await begin();
    const former = { ...openCases, name: 'late-cases' };
    const position = await tell(store, 'case-lamp', registered(1));
    for (const projection of [former, { ...openCases, replaces: ['late-cases', 'never-there'] }]) {
      const kept = viewOf(projection);
      const { stop } = kept.run();
      expect(await kept.view.waitUntil(position, patience)).toBe(true);
      await stop();
    }
    expect(await database.sql(`select name from ${schema}.views`)).toEqual([{ name: 'open-cases' }]);
    const left = `select from pg_tables where schemaname = $1 and tablename = 'view_late_cases'`;
    expect(await database.sql(left, [schema])).toEqual([]);
  });

  test('is refused a name that could not be a table', async () => {
    const { viewOf } = await begin();
    expect(() => viewOf({ ...openCases, name: 'open cases; drop' })).toThrow('name');
    expect(() => viewOf({ ...openCases, columns: { 'a"b': column.integer(() => 1) } })).toThrow('name');
  });
});

describe('Rows and their position', () => {
  test('are not touched by one who is behind', async () => {
    const { database, schema, store, viewOf } = await begin();
    const cases = viewOf(openCases);
    const position = await tell(store, 'case-lamp', registered(1));
    const running = cases.run();
    await cases.view.waitUntil(position, patience);
    await running.stop();

    const table = readModelTable({ schema, town: 'mulin' }, openCases);
    const late: OpenCase = { caseId: 'lamp', menuItem: 'late', place: 0, notes: 0, open: true };
    const changes = new Map([
      ['lamp', late],
      ['drain', late],
    ]);
    const behind = { from: position - 1, to: position + 5 };
    expect(await writeIfAt(database.sql, table, changes, behind)).toBe(false);
    expect(await writeIfAt(database.sql, table, new Map([['lamp', null]]), behind)).toBe(false);
    expect(await cases.view.getMany(['lamp', 'drain'])).toMatchObject([{ menuItem: 'street-lamp' }, null]);
    expect(await standingOf(database.sql, table)).toEqual({ isOurs: true, position });
  });

  test('are written together or not at all', async () => {
    const { database, schema, store, viewOf } = await begin();
    const cases = viewOf(openCases);
    const position = await tell(store, 'case-lamp', registered(1));
    const running = cases.run();
    await cases.view.waitUntil(position, patience);
    await database.sql(`alter table ${schema}.view_open_cases add constraint never check (key <> 'drain')`);
    const refused = await tell(store, 'case-drain', registered(2), noted);
    expect(await cases.view.waitUntil(refused, 200)).toBe(false);
    const [stands] = await database.sql(`select position from ${schema}.views`);
    expect(stands).toEqual({ position });

    await database.sql(`alter table ${schema}.view_open_cases drop constraint never`);
    expect(await cases.view.waitUntil(refused, patience)).toBe(true);
    expect(await cases.view.get('drain')).toMatchObject({ notes: 1 });
    await running.stop();
  });
});
