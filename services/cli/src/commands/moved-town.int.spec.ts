/** A town from PostgreSQL to KurrentDB (the stub, over gRPC) and back, by its copies. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { Unavailable } from '@mulin/kernel';
import { loadRows, openDatabase } from '@mulin/postgres';
import { areDeliveriesHeld, keptFactsOf, postgresPlatform } from '@mulin/service';
import { type KurrentStub, startKurrentStub, testDatabase, until } from '@mulin/testing';
import { prepareTables } from '@mulin/town';
import { surroundingsOf } from '../surroundings.js';
import { tally } from '../whole-town/copy.js';
import { withDrafts, writeCopy } from '../whole-town/write-copy.js';
import { exportCommand, restoreCommand } from './whole-town.js';

jest.setTimeout(120_000);
const folder = mkdtempSync(path.join(tmpdir(), 'mulin-moved-'));
const ends: (() => Promise<unknown>)[] = [];
afterAll(async () => {
  for (const end of ends.reverse()) await end();
  rmSync(folder, { recursive: true, force: true });
});

const masterKey = '0f'.repeat(32);
const newDatabase = async (): Promise<string> => {
  const { url, drop } = await testDatabase();
  ends.push(drop);
  return url;
};
const newStub = async (): Promise<KurrentStub> => {
  const stub = await startKurrentStub();
  ends.push(stub.close);
  return stub;
};

type Where = Readonly<{ home: string; databaseUrl: string; kurrentUrl?: string }>;
const at = ({ home, ...where }: Where, now = '2026-03-02T01:00:00.000Z') =>
  surroundingsOf({
    folder,
    home: path.join(folder, home),
    url: 'http://127.0.0.1:1',
    token: undefined,
    masterKey,
    stamp: () => 'stamp',
    now: () => now,
    ...where,
  });

/** How many events each has: one is longer than what is read at once. */
const sizes = { intake: 1_203, sla_timer: 40 } as const;
const logs = ['intake', 'sla_timer'] as const;
const facts = sizes.intake + sizes.sla_timer;

/** Streams that take turns, ids of both kinds, older versions, Chinese. */
const eventsOf = (log: (typeof logs)[number]) =>
  Array.from({ length: sizes[log] }, (_, n) => ({
    // With holes, as those of a shared numbering have.
    position: 3 * n + 5,
    stream: `case-${log}-${n % 3}`,
    revision: Math.floor(n / 3),
    version: 1 + (n % 2),
    id: n % 2 === 0 ? `${log} ${n}` : `019cadd2-5f4c-7000-8000-${String(n).padStart(12, '0')}`,
    type: 'CaseNoted',
    data: `{"n":${n},"words":"路灯不亮\u2028“${log}”"}`,
    metadata: `{"actor":"clerk-1","recordedAt":"2026-03-02T01:00:00.000Z","town":"mu"}`,
  }));

const rowsIn = async (url: string) => {
  const database = await openDatabase({ url });
  const rows: Record<string, unknown> = {};
  for (const log of logs)
    rows[log] = await database.sql(
      `select stream, revision, version, id, type, data, metadata from ${log}.facts order by position`,
    );
  rows['people'] = await database.sql('select * from vault.person');
  await database.close();
  return rows;
};

const first = { home: 'first', databaseUrl: '' };
beforeAll(async () => {
  first.databaseUrl = await newDatabase();
  const keys = path.join(folder, 'first', 'keys');
  mkdirSync(keys, { recursive: true });
  await prepareTables({ databaseUrl: first.databaseUrl, keys, masterKey, town: 'mu' });
  const database = await openDatabase({ url: first.databaseUrl });
  for (const log of logs)
    await loadRows(
      database.sql,
      `${log}.facts`,
      eventsOf(log).map((event) => JSON.stringify(event)),
    );
  const person = { id: '019cadd2-5f4c-7000-8000-000000000001', generation: 1, master: 'm', wrapped: null };
  await loadRows(database.sql, 'vault.person', [
    JSON.stringify({ ...person, made_at: '2026-03-02T01:00:00Z' }),
  ]);
  await database.close();
  await exportCommand(at(first), { out: 'from-first' });
});

const kurrentTown = async (home: string) => {
  const stub = await newStub();
  const town = { home, databaseUrl: await newDatabase(), kurrentUrl: stub.url };
  return { stub, town };
};

const starts = async ({ databaseUrl, kurrentUrl }: Where) => {
  const keys = path.join(folder, 'started');
  const log = {
    debug: () => undefined,
    info: () => undefined,
    warn: () => undefined,
    error: () => undefined,
  };
  const its = {
    databaseUrl,
    kurrentUrl,
    keys,
    masterKey,
    town: 'mu',
    zone: 'UTC',
    services: ['intake'],
    log,
  };
  await (await postgresPlatform(its)).close();
};

test('each event goes from PostgreSQL to KurrentDB and back as it is, in the order of its log, with who it is about', async () => {
  const { town } = await kurrentTown('second');
  const moved = await restoreCommand(at(town), 'from-first');
  const back = await exportCommand(at(town), { out: 'from-second' });
  const { logs: sums } = moved.json as { logs: object };
  expect(Object.keys(sums).sort()).toEqual([...logs]);
  expect(back.json).toMatchObject({ facts, logs: sums });

  const third = { home: 'third', databaseUrl: await newDatabase() };
  expect((await restoreCommand(at(third), 'from-second')).json).toMatchObject({ logs: sums });
  expect(await rowsIn(third.databaseUrl)).toEqual(await rowsIn(first.databaseUrl));
  for (const { databaseUrl } of [town, third]) {
    const database = await openDatabase({ url: databaseUrl });
    expect(await areDeliveriesHeld(database.sql)).toBe(true);
    await database.close();
  }
  await starts(town);
});

const writtenIn = async ({ databaseUrl, kurrentUrl }: Where): Promise<number> => {
  const database = await openDatabase({ url: databaseUrl });
  const kept = await keptFactsOf(database, kurrentUrl);
  const events = (await kept?.log('intake').read(null, sizes.intake)) ?? [];
  await kept?.close();
  await database.close();
  return events.length;
};

describe('A move that was stopped half-way', () => {
  test('is no town, takes no other copy, and goes on with its own', async () => {
    const { stub, town } = await kurrentTown('stopped');
    stub.rules.batchesToTake = 150;
    const stopped = restoreCommand(at(town), 'from-first').catch((error: unknown) => error);
    await until(async () => stub.rules.batchesToTake === 0);
    stub.kill();
    expect(await stopped).toBeInstanceOf(Unavailable);
    await stub.restart();
    stub.rules.batchesToTake = Number.POSITIVE_INFINITY;
    const already = await writtenIn(town);
    expect(already).toBeGreaterThan(100);
    expect(already).toBeLessThan(sizes.intake);

    await expect(starts(town)).rejects.toMatchObject({ code: 'restore-unfinished' });
    // A copy of it would look whole.
    await expect(exportCommand(at(town), { out: 'half' })).rejects.toMatchObject({
      code: 'restore-unfinished',
    });
    await exportCommand(at(first, '2026-03-03T01:00:00.000Z'), { out: 'a-day-later' });
    await expect(restoreCommand(at(town), 'a-day-later')).rejects.toMatchObject({ code: 'other-copy-begun' });

    expect((await restoreCommand(at(town), 'from-first')).json).toMatchObject({ facts });
    await starts(town);
    await expect(restoreCommand(at(town), 'from-first')).rejects.toThrow('A town lives here already');
  });

  test('whose last answer was lost writes nothing twice', async () => {
    const { stub, town } = await kurrentTown('lost');
    // The first is that of the town's name.
    stub.rules.answersToLose = 2;
    for (let tries = 0; tries < 2; tries++)
      await expect(restoreCommand(at(town), 'from-first')).rejects.toBeDefined();
    expect((await restoreCommand(at(town), 'from-first')).json).toMatchObject({ facts });
  });
});

describe('What is refused changes nothing:', () => {
  test('a town whose events are in KurrentDB without its server, or with another one', async () => {
    const { town } = await kurrentTown('refused');
    await restoreCommand(at(town), 'from-first');
    const { kurrentUrl: _, ...without } = town;
    await expect(exportCommand(at(without), { out: 'no' })).rejects.toMatchObject({
      code: 'facts-in-kurrentdb',
    });
    const other = await newStub();
    await expect(exportCommand(at({ ...town, kurrentUrl: other.url }), { out: 'no' })).rejects.toMatchObject({
      code: 'kurrentdb-of-another-town',
    });
    await expect(exportCommand(at({ ...first, kurrentUrl: other.url }), { out: 'no' })).rejects.toMatchObject(
      { code: 'facts-in-postgres' },
    );
  });

  test('a town whose database does not say yet where its events are', async () => {
    const { town } = await kurrentTown('older');
    await restoreCommand(at(town), 'from-first');
    const database = await openDatabase({ url: town.databaseUrl });
    await database.sql(`alter table mulin.facts_engine rename to facts_elsewhere`);
    await database.close();
    for (const refused of [
      () => exportCommand(at(town), { out: 'no' }),
      () => restoreCommand(at(town), 'from-first'),
      () => restoreCommand(at({ ...town, home: 'elsewhere' }), 'from-second'),
    ])
      await expect(refused()).rejects.toMatchObject({ code: 'facts-engine-unknown' });
  });

  test('a second restore while one is at work', async () => {
    const { town } = await kurrentTown('twice');
    const both = await Promise.allSettled([
      restoreCommand(at(town), 'from-first'),
      restoreCommand(at({ ...town, home: 'twice-more' }), 'from-first'),
    ]);
    const refused = both.flatMap((it) => (it.status === 'rejected' ? [it.reason as unknown] : []));
    expect(refused).toEqual([expect.objectContaining({ code: 'restore-at-work' })]);
    expect((await exportCommand(at(town), { out: 'of-one' })).json).toMatchObject({ facts });
  });

  test('a copy of an older version, whose events are in no order, though PostgreSQL takes it', async () => {
    const linesOf = (file: string) =>
      gunzipSync(readFileSync(path.join(folder, file)))
        .toString()
        .trimEnd()
        .split('\n')
        .slice(0, -1);
    const write = (file: string, lines: readonly string[]) => {
      const counted = tally();
      for (const line of lines) counted.line(line);
      const { logs: _, ...foot } = counted.foot();
      writeFileSync(path.join(folder, file), gzipSync(`${[...lines, JSON.stringify(foot)].join('\n')}\n`));
      return foot.sha256;
    };
    const turned = linesOf('from-first').map((line) => {
      const value = JSON.parse(line) as { rows?: unknown[] };
      return JSON.stringify(value.rows === undefined ? value : { ...value, rows: value.rows.reverse() });
    });
    const opens = write('unordered', turned);
    const keys = linesOf('from-first.keys').map((line) =>
      line.startsWith('{"opens"') ? JSON.stringify({ opens }) : line,
    );
    write('unordered.keys', keys);

    const { town } = await kurrentTown('ordered');
    await expect(restoreCommand(at(town), 'unordered')).rejects.toMatchObject({ code: 'copy-unordered' });
    expect((await restoreCommand(at(town), 'from-first')).json).toMatchObject({ facts });
    const inPostgres = { home: 'turned', databaseUrl: await newDatabase() };
    await restoreCommand(at(inPostgres), 'unordered');
    expect(await rowsIn(inPostgres.databaseUrl)).toEqual(await rowsIn(first.databaseUrl));
  });

  test('an event that KurrentDB does not take', async () => {
    const large = { home: 'large', databaseUrl: await newDatabase() };
    await restoreCommand(at(large), 'from-first');
    const database = await openDatabase({ url: large.databaseUrl });
    const [event] = eventsOf('intake');
    const more = {
      position: 9_999,
      stream: 'case-large',
      id: 'large',
      data: `{"words":"${'x'.repeat(1_100_000)}"}`,
    };
    await loadRows(database.sql, 'intake.facts', [JSON.stringify({ ...event, ...more })]);
    await database.close();
    await exportCommand(at(large), { out: 'too-large' });
    const { town } = await kurrentTown('small');
    await expect(restoreCommand(at(town), 'too-large')).rejects.toMatchObject({ code: 'too-large' });
    expect((await restoreCommand(at(town), 'from-first')).json).toMatchObject({ facts });
  });

  test('a KurrentDB in which another town lives', async () => {
    const { town } = await kurrentTown('taken');
    await restoreCommand(at(town), 'from-first');
    const into = { ...town, home: 'intruder', databaseUrl: await newDatabase() };
    await expect(restoreCommand(at(into), 'from-first')).rejects.toMatchObject({
      code: 'kurrentdb-of-another-town',
    });
    const { json } = await exportCommand(at(town), { out: 'still' });
    expect(json).toMatchObject({ facts });
  });
});

test('a copy beside a running town holds nothing that came after the moment at which it was begun', async () => {
  const { town } = await kurrentTown('running');
  await restoreCommand(at(town), 'from-first');
  const database = await openDatabase({ url: town.databaseUrl });
  ends.push(database.close);
  const kept = await keptFactsOf(database, town.kurrentUrl);
  if (kept === null) throw new Error('its events are in KurrentDB');
  ends.push(kept.close);
  const later = (log: string) => ({ stream: `case-${log}-later`, revision: 0, id: `${log} later` }) as const;
  const [some] = eventsOf('intake');
  if (some === undefined) throw new Error('there are events');
  let isLater = false;
  // A case, and what another service does about it, while the first of the logs is being read.
  const during = (log: string) => ({
    ...kept.log(log),
    read: async (...asked: Parameters<ReturnType<typeof kept.log>['read']>) => {
      if (!isLater)
        for (const name of logs)
          await kept.log(name).write([{ ...some, ...later(name), stream: later(name).stream }]);
      isLater = true;
      return kept.log(log).read(...asked);
    },
  });
  const file = path.join(folder, 'beside-running');
  const foot = await withDrafts({ file, stamp: 'stamp' }, (drafts) =>
    writeCopy(database, {
      drafts,
      keysFolder: path.join(folder, 'running', 'keys'),
      town: 'mu',
      at: '2026-03-02T01:00:00.000Z',
      kept: { ...kept, log: during },
    }),
  );
  expect(foot).toMatchObject({ facts });
});
