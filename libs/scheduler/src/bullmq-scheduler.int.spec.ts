import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { hour, type Instant, instant, minute, msOf, plus, second, type Stop } from '@mulin/kernel';
import { type Database, openDatabase } from '@mulin/postgres';
import { describeScheduler, type TestDatabase, testDatabase, until } from '@mulin/testing';
import { bullmqScheduler } from './bullmq-scheduler.js';

const now = (): Instant => instant(Date.now());
const moment = () => new Promise((resolve) => setTimeout(resolve, 20));
let towns = 0;
/** A town's schema and queue of its own, so that the trials of one server do not ring each other's alarms. */
const nextTown = () => `town${++towns}`;

describe('On PostgreSQL', () => {
  let server: TestDatabase;
  let database: Database;
  beforeAll(async () => {
    server = await testDatabase();
    database = server.database;
  });
  afterAll(() => server.drop());

  describeScheduler('bullmqScheduler', async () => {
    const town = nextTown();
    // No sweep comes to the rescue of what the jobs forget.
    const { scheduler, start, stop } = bullmqScheduler({
      database,
      schema: town,
      town,
      service: town,
      sweepMs: 24 * hour,
    });
    return { scheduler, now, start, pass: async () => void (await moment()), close: stop };
  });

  const running: Stop[] = [];
  afterEach(() => Promise.all(running.splice(0).map((stop) => stop())));

  /** A program of this town that rings until it is stopped, and sweeps often. */
  const opened = async (
    town: string,
    handler?: (subjects: readonly string[]) => Promise<void>,
    sweepMs = second / 2,
  ) => {
    const troubles: unknown[] = [];
    const seen: string[] = [];
    const alarms = bullmqScheduler({
      database,
      schema: town,
      town,
      service: town,
      sweepMs,
      log: (_, error) => void troubles.push(error),
    });
    running.push(alarms.stop);
    alarms.scheduler.onDue(handler ?? (async (subjects) => void seen.push(...subjects)));
    await alarms.start();
    return { ...alarms, seen, troubles };
  };

  const jobs = async (town: string) => {
    const rows = await database.sql<{ id: string }>(
      'select id from bullmq.job where queue = $1 order by id',
      [town],
    );
    return rows.map(({ id }) => id);
  };

  const open = async (town: string) => {
    const [row] = await database.sql<{ count: number }>(`select count(*) from ${town}_alarms.alarm`);
    return row?.count;
  };

  test('In a town whose daily role owns nothing, timers are fired by jobs, without any sweep', async () => {
    const here = await testDatabase();
    const { url, ownerUrl } = await here.roles();
    const daily = await openDatabase({ url, ownerUrl, applicationName: 'test' });
    const town = nextTown();
    const troubles: unknown[] = [];
    const seen: string[] = [];
    const alarms = bullmqScheduler({
      database: daily,
      schema: town,
      town,
      service: town,
      sweepMs: 24 * hour,
      log: (_, error) => void troubles.push(error),
    });
    alarms.scheduler.onDue(async (subjects) => void seen.push(...subjects));
    await alarms.start();
    try {
      await alarms.scheduler.schedule('case-1', plus(now(), second));
      await until(() => seen.length + troubles.length > 0);
      expect(troubles).toEqual([]);
      expect(seen).toEqual(['case-1']);
    } finally {
      await alarms.stop();
      await daily.close();
      await here.drop();
    }
  });

  test('An alarm carries its town, also one that was wound before alarms did', async () => {
    const town = nextTown();
    const alarms = await opened(town, async () => undefined, 24 * hour);
    await alarms.scheduler.schedule('case-new', plus(now(), hour));
    await alarms.stop();
    const { sql } = database;
    await sql(`insert into ${town}_alarms.alarm (subject, at) values ('case-old', $1)`, [msOf(now()) + hour]);
    await sql(
      `insert into ${town}_alarms.alarm (subject, at, claim) values ('case-rang', $1, gen_random_uuid())`,
      [msOf(now()) + hour],
    );
    await opened(town, async () => undefined, 24 * hour);
    expect(await sql(`select subject, town, claim from ${town}_alarms.alarm order by subject`)).toEqual(
      ['case-new', 'case-old', 'case-rang'].map((subject) => ({ subject, town, claim: null })),
    );
  });

  test('One that cannot be kept hinders none of those that are asked for with it', async () => {
    const town = nextTown();
    const { scheduler } = await opened(town);
    const subjects = Array.from({ length: 21 }, (_, n) => (n === 9 ? 'no\0subject' : `case-${n}`));
    const asked = await Promise.allSettled(
      subjects.map((subject) => scheduler.schedule(subject, plus(now(), hour))),
    );
    expect(asked.flatMap(({ status }, n) => (status === 'rejected' ? [n] : []))).toEqual([9]);
    expect(await open(town)).toBe(20);
  });

  test('Alarms of one second are one job, whose id is the second', async () => {
    const town = nextTown();
    const alarms = await opened(town);
    const at = plus(instant(Math.floor(msOf(now()) / 60_000) * 60_000), 60 * minute);
    await Promise.all(
      Array.from({ length: 40 }, (_, place) => alarms.scheduler.schedule(`case-${place}`, plus(at, place))),
    );
    await alarms.rebuild([{ subject: 'case-40', at: plus(at, 5 * second) }]);
    await until(async () => (await jobs(town)).length === 2);
    expect(await jobs(town)).toEqual([`due-${msOf(at) / 1000}`, `due-${msOf(at) / 1000 + 5}`]);
    expect(await open(town)).toBe(41);
  });

  test('What rang leaves neither an alarm nor a job behind, and no trouble', async () => {
    const town = nextTown();
    const alarms = await opened(town);
    await alarms.scheduler.schedule('case-1', now());
    await until(async () => (await open(town)) === 0 && (await jobs(town)).length === 0);
    expect([await open(town), await jobs(town), alarms.seen]).toEqual([0, [], ['case-1']]);
    expect(alarms.troubles).toEqual([]);
  });

  test('What fell due while nobody was there rings when somebody is', async () => {
    const town = nextTown();
    const before = await opened(town);
    const at = plus(now(), second);
    await before.scheduler.schedule('case-1', at);
    await before.stop();
    await until(() => now() > at);
    expect(before.seen).toEqual([]);

    const after = await opened(town);
    await until(() => after.seen.length > 0);
    expect(after.seen).toEqual(['case-1']);
  });

  test('An alarm that is set before the start rings after it', async () => {
    const town = nextTown();
    const seen: string[] = [];
    const alarms = bullmqScheduler({ database, schema: town, town, service: town, sweepMs: 24 * hour });
    running.push(alarms.stop);
    alarms.scheduler.onDue(async (subjects) => void seen.push(...subjects));
    await alarms.scheduler.schedule('case-1', plus(now(), second));
    await alarms.start();
    await until(() => seen.length > 0);
    expect(seen).toEqual(['case-1']);
  });

  test('A queue that lost all its jobs has them again after the next start, or the sweep rings without them', async () => {
    const town = nextTown();
    const before = await opened(town);
    const at = plus(now(), 60 * minute);
    await before.scheduler.schedule('far', at);
    await before.scheduler.schedule('near', plus(now(), 2 * second));
    await until(async () => (await jobs(town)).length === 2);
    await database.sql('delete from bullmq.job where queue = $1', [town]);
    await until(() => before.seen.length > 0);
    expect(before.seen).toEqual(['near']);
    await before.stop();

    expect(await jobs(town)).toEqual([]);
    await opened(town);
    await until(async () => (await jobs(town)).length > 0);
    expect(await jobs(town)).toEqual([`due-${Math.floor(msOf(at) / 1000)}`]);
  });

  test('An alarm set between the last look at a second and the end of its job rings', async () => {
    const town = nextTown();
    const seen: string[] = [];
    const gates = new Map<string, Promise<void>>();
    const handler = async (subjects: readonly string[]) => {
      seen.push(...subjects);
      for (const subject of subjects) await gates.get(subject);
    };
    const alarms = await opened(town, handler, 24 * hour);

    /** `false`: something else than its own job rang the first one, such as the sweep of the start. */
    const ringsLate = async (first: string): Promise<boolean> => {
      let letGo: () => void = () => undefined;
      gates.set(first, new Promise<void>((resolve) => (letGo = resolve)));
      // In the middle of a second, so that this second lasts.
      await until(() => msOf(now()) % second < 200);
      await alarms.scheduler.schedule(first, now());
      await until(() => seen.includes(first));
      const isByJob = await database.transaction(async (sql) => {
        const locked = await sql('select 1 from bullmq.job where queue = $1 for update', [town]);
        letGo();
        if (locked.length !== 1) return false;
        await until(async () => {
          // Who waits is read once in a transaction, unless that is forgotten.
          await sql('select pg_stat_clear_snapshot()');
          const waiting = await sql(`select 1 from pg_stat_activity
            where datname = current_database() and wait_event_type = 'Lock'`);
          return waiting.length > 0;
        });
        await alarms.scheduler.schedule('last', now());
        // What is added now is left alone: the job of this second is still there.
        await until(async () => (await open(town)) === 1 && (await jobs(town)).length === 1);
        for (let left = 10; left > 0; left--) await moment();
        return true;
      });
      if (!isByJob) await until(async () => (await jobs(town)).length === 0);
      return isByJob;
    };

    let tries = 1;
    while (!(await ringsLate(`case-${tries}`))) tries++;
    await until(() => seen.includes('last'));
    expect(seen).toEqual([...Array.from({ length: tries }, (_, nth) => `case-${nth + 1}`), 'last']);
  });

  test('A table that was lost is made again from what the events ask for', async () => {
    const town = nextTown();
    const alarms = await opened(town);
    await alarms.scheduler.schedule('case-1', plus(now(), 60 * minute));
    await database.sql(`truncate ${town}_alarms.alarm`);
    const asked = Array.from({ length: 2_500 }, (_, place) => ({
      subject: `case-${place}`,
      at: plus(now(), (60 + (place % 10)) * minute),
    }));
    expect(await alarms.rebuild(asked)).toBe(2_500);
    expect(await open(town)).toBe(2_500);
  });

  test('Whoever stops in the middle of looking has the same subjects brought to the next one', async () => {
    const town = nextTown();
    const met: string[] = [];
    const dying = await opened(town, async (subjects) => {
      met.push(...subjects);
      throw new Error('the power is gone');
    });
    await dying.scheduler.schedule('case-1', now());
    await until(() => met.length > 0);
    await dying.stop();

    const next = await opened(town);
    await until(() => next.seen.length > 0);
    expect(next.seen).toEqual(['case-1']);
  });

  /** Whether what one program is doing is still its own after another one has started beside it. */
  const keepsItsClaim = async (): Promise<boolean> => {
    const town = nextTown();
    let letGo = () => undefined as void;
    const held = new Promise<void>((resolve) => (letGo = resolve));
    const begun: string[] = [];
    const first = await opened(town, async (subjects) => {
      begun.push(...subjects);
      await held;
    });
    await first.scheduler.schedule('case-1', now());
    await until(() => begun.length > 0);

    const claim = async () => {
      const [row] = await database.sql<{ claim: string | null }>(`select claim from ${town}_alarms.alarm`);
      return row?.claim;
    };
    const before = await claim();
    await opened(town, undefined, 24 * hour);
    const isKept = typeof before === 'string' && (await claim()) === before;
    letGo();
    await until(async () => (await open(town)) === 0);
    return isKept;
  };

  test('Whoever starts beside another leaves to it what it is doing just now', async () => {
    // A machine that stands still for seconds loses the session by which the first is known to be there.
    let isKept = false;
    for (let left = 5; left > 0 && !isKept; left--) isKept = await keepsItsClaim();
    expect(isKept).toBe(true);
  });

  test('Two programs of one town share the alarms, and none is lost', async () => {
    const town = nextTown();
    const [one, two] = [await opened(town), await opened(town)];
    const at = plus(now(), 500);
    const subjects = Array.from({ length: 3_000 }, (_, place) => `case-${place}`);
    await Promise.all(
      subjects.map((subject, place) => (place % 2 ? one : two).scheduler.schedule(subject, at)),
    );
    await until(() => new Set([...one.seen, ...two.seen]).size === 3_000);
    expect(new Set([...one.seen, ...two.seen]).size).toBe(3_000);
  });

  test('Connections that are cut, again and again, stop neither the setting nor the ringing', async () => {
    const town = nextTown();
    const alarms = await opened(town);
    const cut = () =>
      database
        .sql(
          `select pg_terminate_backend(pid) from pg_stat_activity
              where datname = current_database() and pid <> pg_backend_pid()`,
        )
        .catch(() => undefined);
    const persist = async (subject: string) => {
      for (let left = 50; left > 0; left--) {
        try {
          return await alarms.scheduler.schedule(subject, plus(now(), 200));
        } catch {
          await moment();
        }
      }
    };
    for (let round = 0; round < 6; round++) {
      await Promise.all([persist(`case-${round}`), cut()]);
      await until(() => alarms.seen.includes(`case-${round}`));
    }
    expect([...new Set(alarms.seen)].sort()).toEqual([0, 1, 2, 3, 4, 5].map((round) => `case-${round}`));
  });
});
