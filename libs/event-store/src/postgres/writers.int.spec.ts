import { afterAll, describe, expect, test } from '@jest/globals';
import {
  newCorrelation,
  type Position,
  type NewEvent,
  type RecordedEvent,
  type StreamName,
  Unavailable,
} from '@mulin/kernel';
import { type Database, openDatabase } from '@mulin/postgres';
import { tcpProxy, testDatabase, until } from '@mulin/testing';
import type { StoreWithCheckpoints } from '../event-store.js';
import { postgresEventStore } from './postgres-event-store.js';
import { runProgram } from './programs.testing.js';
import { isNamed } from './schema.js';

const opened = testDatabase();
afterAll(async () => (await opened).drop());

const metadata = newCorrelation({ id: 'request-1', town: 'mulin', actor: 'clerk-1' });
const event = (id: string): NewEvent => ({ id, type: 'CaseNoted', data: { words: id }, metadata });

/** The same work in each program: writers that add to a stream of their own and to one that is everybody's. */
const writing = `
const write = async (store, name, writers, rounds) => {
  const metadata = { town: 'mulin', actor: name, correlationId: name, causationId: name };
  const event = (id) => ({ id, type: 'CaseNoted', data: { words: id }, metadata });
  const told = [];
  await Promise.all(Array.from({ length: writers }, async (_, writer) => {
    for (let round = 0; round < rounds; round++) {
      const id = [name, writer, round].join('-');
      const own = [event(id + 'a'), event(id + 'b')];
      await store.appendToStream('case-' + name + writer, own, { expectedRevision: round === 0 ? 'no-stream' : 2 * round - 1 });
      await store.appendToStream('case-everybody', [event(id + 'c')], { expectedRevision: 'any' });
      told.push(id + 'a', id + 'b', id + 'c');
    }
  }));
  return told;
};`;

const program = `
import { openDatabase } from '@mulin/postgres';
import { postgresEventStore } from '@mulin/event-store';
${writing}
const [url, schema, name, writers, rounds] = process.argv.slice(1);
const database = await openDatabase({ url, max: 4 });
const store = await postgresEventStore({ database, schema });
process.stdout.write(JSON.stringify(await write(store, name, Number(writers), Number(rounds))));
await database.close();
`;

/** Two readers: one that is told, and one that asks again and again. */
const reading = (store: StoreWithCheckpoints) => {
  const told: RecordedEvent[] = [];
  const asked: RecordedEvent[] = [];
  let isOver = false;
  const subscription = store.subscribeToAll({ from: null }, async (batch) => void told.push(...batch));
  const asking = (async () => {
    while (!isOver) {
      asked.push(...(await store.readAll({ from: asked.at(-1)?.position ?? null, maxCount: 50 })));
      await new Promise((go) => setTimeout(go, 1));
    }
  })();
  return {
    told,
    asked,
    stop: async () => {
      isOver = true;
      await Promise.all([asking, subscription.stop()]);
    },
  };
};

const waitingForLock = async ({ sql }: Database) => {
  const [row] = await sql<{ waiting: number }>(
    `select count(*)::int as waiting from pg_locks where locktype = 'advisory' and not granted
    and database = (select oid from pg_database where datname = current_database())`,
  );
  return row?.waiting ?? 0;
};

/** A writer that has its place in the log and does not finish, until others wait for it; then it does, or not. */
const stall = async (database: Database, schema: string, id: string, finishes: boolean) => {
  const append = `select ${schema}.append_one('case-stalled', -2, $1, 'CaseNoted', 1, '{}', $2)`;
  const stalled = database.transaction(async (sql) => {
    await sql(append, [id, JSON.stringify(metadata)]);
    await until(async () => (await waitingForLock(database)) >= 1);
    if (!finishes) throw new Error('changed its mind');
  });
  await (finishes ? stalled : expect(stalled).rejects.toThrow('changed its mind'));
};

describe('Sixteen writers in four programs', () => {
  test('leave no hole, and no reader misses or inverts anything, although some writers stall', async () => {
    const { url, database } = await opened;
    const schema = 'writers';
    const rounds = 30;
    const store = await postgresEventStore({ database, schema });
    const readers = reading(store);

    const programs = ['east', 'south', 'west'].map((name) =>
      runProgram(program, [url, schema, name, '4', String(rounds)]).then((said): string[] =>
        JSON.parse(said),
      ),
    );
    let isStalling = true;
    const here = Array.from({ length: 4 }, async (_, writer) => {
      const ids: string[] = [];
      while (isStalling) {
        const id = `here-${writer}-${ids.length}`;
        await store.appendToStream('case-everybody', [event(id)], { expectedRevision: 'any' });
        ids.push(id);
      }
      return ids;
    });
    // The programs are under way when there are events of each.
    const underWay = () =>
      ['east', 'south', 'west'].every((name) => readers.told.some(({ id }) => id.startsWith(name)));
    await until(underWay);
    const stalls = ['first', 'second', 'third'];
    for (const id of stalls) {
      await stall(database, schema, `stalled-${id}`, true);
      await stall(database, schema, `given-up-${id}`, false);
    }
    isStalling = false;

    const written = [
      ...(await Promise.all([...programs, ...here])).flat(),
      ...stalls.map((id) => `stalled-${id}`),
    ];
    await until(() => readers.told.length >= written.length && readers.asked.length >= written.length);
    await readers.stop();

    const log = await store.readAll({ from: null, maxCount: 100_000 });
    expect(log.map(({ position }) => position)).toEqual(log.map((_, place) => place + 1));
    expect(log.map(({ id }) => id).sort()).toEqual(written.sort());
    expect(readers.told).toEqual(log);
    expect(readers.asked).toEqual(log);
    const everybody = await store.readStream('case-everybody');
    expect(everybody.map(({ revision }) => revision)).toEqual(everybody.map((_, place) => place));
  });
});

describe('A connection that is cut', () => {
  test('in the middle of appends loses and doubles nothing, when the writers ask again', async () => {
    const { url } = await opened;
    const schema = 'cut';
    const writers = await openDatabase({ url, applicationName: 'to be cut' });
    const knife = await openDatabase({ url, applicationName: 'knife', max: 1 });
    const store = await postgresEventStore({ database: writers, schema });
    const told: RecordedEvent[] = [];
    const subscription = store.subscribeToAll({ from: null }, async (batch) => void told.push(...batch));

    let cuts = 0;
    const append = async (stream: StreamName, id: string, expected: number) => {
      const expectedRevision = expected < 0 ? 'no-stream' : expected;
      for (;;) {
        try {
          return await store.appendToStream(stream, [event(id)], { expectedRevision });
        } catch (error) {
          if (!(error instanceof Unavailable)) throw error;
          cuts += 1;
        }
      }
    };
    const work = Array.from({ length: 8 }, async (_, writer) => {
      for (let round = 0; round < 60; round++)
        await append(`case-${writer}`, `${writer}-${round}`, round - 1);
    });
    let isOver = false;
    const cutting = (async () => {
      while (!isOver) {
        await knife.sql(
          `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'to be cut'`,
        );
        await new Promise((go) => setTimeout(go, 20));
        if (cuts > 40) return;
      }
    })();
    await Promise.all(work);
    isOver = true;
    await cutting;
    await until(() => told.length >= 480);
    await subscription.stop();

    const log = await store.readAll({ from: null, maxCount: 10_000 });
    expect(cuts).toBeGreaterThan(0);
    expect(log).toHaveLength(480);
    expect(log.map(({ position }) => position)).toEqual(log.map((_, place) => place + 1));
    expect(told).toEqual(log);
    await Promise.all([writers.close(), knife.close()]);
  });
});

/** A database that says which statements it was asked. */
const watching = (database: Database) => {
  const statements: string[] = [];
  const watched: Database = {
    ...database,
    sql: (text, values, options) => {
      statements.push(text);
      return database.sql(text, values, options);
    },
  };
  return { statements, watched };
};

describe('A network that swallows connections', () => {
  test('stops appends for a moment only, and loses and doubles nothing when the writers ask again', async () => {
    const proxy = await tcpProxy((await opened).url);
    const far = await openDatabase({ url: proxy.url, max: 4 });
    const store = await postgresEventStore({ database: far, schema: 'swallowed' });
    const append = async (id: string): Promise<unknown> => {
      try {
        return await store.appendToStream(`case-${id}`, [event(id)], { expectedRevision: 'no-stream' });
      } catch (error) {
        if (!(error instanceof Unavailable)) throw error;
        return append(id);
      }
    };
    const ids = Array.from({ length: 200 }, (_, n) => String(n));
    const work = ids.map(async (id, n) => {
      await new Promise((go) => setTimeout(go, n));
      await append(id);
    });
    await new Promise((go) => setTimeout(go, 80));
    proxy.swallow();
    await Promise.all(work);
    const events = await store.readAll({ from: null, maxCount: 1_000 });
    expect(events.map(({ id }) => Number(id)).sort((a, b) => a - b)).toEqual(ids.map(Number));
    await far.close();
    await proxy.close();
  });
});

describe('Hundreds who decide at the same time', () => {
  test('cost a few statements', async () => {
    const { statements, watched } = watching((await opened).database);
    const store = await postgresEventStore({ database: watched, schema: 'hundreds' });
    const decide = async (stream: StreamName) => {
      const known = await store.readStream(stream);
      await store.appendToStream(stream, [event(`${stream}-event`)], { expectedRevision: 'no-stream' });
      return known.length;
    };
    const cases = Array.from({ length: 300 }, (_, place): StreamName => `case-${place}`);
    await Promise.all(cases.map(decide));
    const asked = (name: string) => statements.filter((text) => text.includes(name)).length;
    expect(asked('append_')).toBeLessThan(5);
    expect(asked('unnest')).toBeLessThan(5);
    expect(await store.head()).toBe(300);
  });
});

describe('A reader far behind', () => {
  test('skips nothing that is committed between two of its pages', async () => {
    const { database } = await opened;
    const writer = await postgresEventStore({ database, schema: 'behind' });
    const append = (stream: StreamName, count: number) =>
      writer.appendToStream(
        stream,
        Array.from({ length: count }, (_, place) => event(`${stream}-${place}`)),
        { expectedRevision: 'no-stream' },
      );
    await append('case-early', 480);

    let late: Promise<unknown> | null = null;
    const slow: Database = {
      ...database,
      // The second page is asked for at once, and answered after much has been committed.
      sql: async (text, values, options) => {
        if (options?.name === 'behind read page' && values?.[0] === 500)
          await (late ??= append('case-late', 220));
        return database.sql(text, values, options);
      },
    };
    const reader = await postgresEventStore({ database: slow, schema: 'behind' });
    const page = await reader.readAll({ from: null, maxCount: 1_000 });

    expect(page.map(({ position }) => position)).toEqual(page.map((_, place) => place + 1));
    // The second page may still be under way when the first one has answered for both.
    await late;
    const rest = await reader.readAll({ from: page.at(-1)?.position ?? null, maxCount: 1_000 });
    expect(page.length + rest.length).toBe(700);
  });
});

describe('What is recorded', () => {
  test('is announced to other programs, without waiting for their next look', async () => {
    const { database } = await opened;
    const store = await postgresEventStore({ database, schema: 'announced' });
    const heard: string[] = [];
    const deaf = await database.listen('announced_facts', (payload) => void heard.push(payload));
    await store.appendToStream('case-a', ['a', 'b'].map(event), { expectedRevision: 'any' });
    await store.appendToStream('case-a', [event('c')], { expectedRevision: 'any' });
    await until(() => heard.includes('3'));
    await deaf();
    expect(heard).toContain('3');
  });

  test('is announced although the first word of it is lost', async () => {
    const { database } = await opened;
    let lost = 0;
    const shaky: Database = {
      ...database,
      sql: async (text, values, options) => {
        if (text.includes('pg_notify') && ++lost === 1) throw new Unavailable('the connection is gone');
        return database.sql(text, values, options);
      },
    };
    const store = await postgresEventStore({ database: shaky, schema: 'repeated' });
    const heard: string[] = [];
    const deaf = await database.listen('repeated_facts', (payload) => void heard.push(payload));
    await store.appendToStream('case-a', [event('a')], { expectedRevision: 'any' });
    await until(() => heard.includes('1'));
    await deaf();
    expect(heard).toContain('1');
  });

  test('by one who is followed is not read again', async () => {
    const { statements, watched } = watching((await opened).database);
    const store = await postgresEventStore({ database: watched, schema: 'followed' });
    const told: string[][] = [[], [], []];
    const subscriptions = told.map((ids) =>
      store.subscribeToAll({ from: null }, async (batch) => void ids.push(...batch.map(({ id }) => id))),
    );
    await store.appendToStream('case-a', [event('a')], { expectedRevision: 'any' });
    await until(() => told.every((ids) => ids.length === 1));
    statements.length = 0;
    for (const id of ['b', 'c', 'd'])
      await store.appendToStream('case-a', [event(id)], { expectedRevision: 'any' });
    await until(() => told.every((ids) => ids.length === 4));
    await Promise.all(subscriptions.map(({ stop }) => stop()));
    expect(told).toEqual(told.map(() => ['a', 'b', 'c', 'd']));
    expect(statements.filter((text) => text.includes('string_agg'))).toEqual([]);
  });
});

describe('A server of years', () => {
  test('keeps what it was given as canonical text, which can be hashed again', async () => {
    const { database } = await opened;
    const store = await postgresEventStore({ database, schema: 'texts' });
    const data = { b: 2, a: '牟邻', c: [{ z: 1, y: 0.1 }] };
    await store.appendToStream('case-a', [{ ...event('a'), data }], { expectedRevision: 'any' });
    const [row] = await database.sql<{ data: string; metadata: string; version: number }>(
      'select data, metadata, version from texts.facts',
    );
    expect(row?.data).toBe('{"a":"牟邻","b":2,"c":[{"y":0.1,"z":1}]}');
    expect(row?.metadata).toMatch(/^\{"actor":"clerk-1","causationId":.*"recordedAt":"20.*"town":"mulin"\}$/);
    expect(row?.version).toBe(1);
  });

  test('reads only the end of a log that is long', async () => {
    const { database } = await opened;
    const store = await postgresEventStore({ database, schema: 'texts' });
    const head = (await store.head()) ?? (0 as Position);
    await store.appendToStream('case-b', ['b', 'c', 'd'].map(event), { expectedRevision: 'any' });
    const end = await store.readAll({ from: head, maxCount: 2 });
    expect(end.map(({ id }) => id)).toEqual(['b', 'c']);
  });

  test('finds streams and ids by their hashes, and still has each only once', async () => {
    const { database } = await opened;
    const store = await postgresEventStore({ database, schema: 'hashed' });
    await store.appendToStream('case-a', ['a', 'b'].map(event), { expectedRevision: 'any' });
    const copied = (columns: string) =>
      database.sql(
        `insert into hashed.facts select position + 10, ${columns}, type, version, data, metadata
         from hashed.facts where id = 'a'`,
      );
    await expect(copied("'case-b', 0, id")).rejects.toThrow(/facts_by_id/);
    await expect(copied("stream, revision, 'another'")).rejects.toThrow(/facts_by_stream/);

    const plans = await database.transaction(async (sql) => {
      await sql('set local enable_seqscan = off');
      const asked = [
        ['f.stream', 'case-a'],
        ['f.id', 'a'],
      ] as const;
      return Promise.all(
        asked.map(async ([column, name]) => {
          const plan = await sql(
            `explain select from hashed.facts f where ${isNamed(column, '$1::text')}`.replaceAll(
              '$1',
              `'${name}'`,
            ),
          );
          return JSON.stringify(plan);
        }),
      );
    });
    expect(plans).toEqual([
      expect.stringContaining('facts_by_stream'),
      expect.stringContaining('facts_by_id'),
    ]);
  });
});
