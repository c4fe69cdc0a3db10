import { afterAll, describe, expect, test } from '@jest/globals';
import { Unavailable } from '@mulin/kernel';
import { startEmbedded } from './embedded/start.js';
import { type Database, openDatabase } from './index.js';
import { eventually, hasty, trialHome } from './database.testing.js';

const { home, remove } = trialHome();
const server = await startEmbedded({ home, settings: hasty });
const database = await openDatabase({ url: server.url, applicationName: 'first' });
const other = await openDatabase({ url: server.url, applicationName: 'other' });

afterAll(async () => {
  await Promise.all([database.close(), other.close()]);
  await server.stop();
  remove();
});

/** Ends every connection of a program, as an operator or a network would. */
const cutOff = (applicationName: string) =>
  other.sql('select pg_terminate_backend(pid) from pg_stat_activity where application_name = $1', [
    applicationName,
  ]);

const connectionsOf = async (applicationName: string) => {
  const rows = await other.sql('select 1 from pg_stat_activity where application_name = $1', [
    applicationName,
  ]);
  return rows.length;
};

describe('Asking', () => {
  test('large whole numbers are numbers, alone and in lists', async () => {
    const [row] = await database.sql(
      `select 9007199254740991::bigint as one, '{1,null,3}'::bigint[] as many, count(*) as counted from pg_database`,
    );

    expect(row).toEqual({ one: 9_007_199_254_740_991, many: [1, null, 3], counted: expect.any(Number) });
  });

  test('a named statement is prepared once and answers for other values too', async () => {
    const ask = (number: number) =>
      database.sql('select $1::int + 1 as next', [number], { name: 'trial-next' });

    expect(await Promise.all([ask(1), ask(2), ask(3)])).toEqual([
      [{ next: 2 }],
      [{ next: 3 }],
      [{ next: 4 }],
    ]);
    const prepared = await database.transaction(async (sql) => {
      await sql('select $1::int + 1 as next', [7], { name: 'trial-next' });
      return sql(`select name from pg_prepared_statements where name = 'trial-next'`);
    });
    expect(prepared).toEqual([{ name: 'trial-next' }]);
  });

  test('a named statement answers although its table was changed since, on every connection that knew it', async () => {
    await other.sql('create table changing (a int); insert into changing values (1)');
    const rows = () =>
      database.sql('select a, pg_sleep(0.05)::text as slept from changing', [], { name: 'changing' });
    const all = () => Promise.all([rows(), rows(), rows(), rows()]);
    await all();

    await other.sql('alter table changing alter a type text');
    const one = { a: '1', slept: '' };
    expect(await all()).toEqual([[one], [one], [one], [one]]);
    expect(await all()).toEqual([[one], [one], [one], [one]]);
    // A transaction cannot go on, and is not asked again by itself; but its connection fails nobody after it.
    await other.sql('alter table changing alter a type int using a::int');
    const inTransaction = () =>
      database.transaction((sql) => sql('select a from changing', [], { name: 'in transaction' }));
    await inTransaction();
    await other.sql('alter table changing alter a type text');
    await expect(inTransaction()).rejects.toBeInstanceOf(Unavailable);
    expect(await inTransaction()).toEqual([{ a: '1' }]);
  });

  test('of several statements in one text the last one answers', async () => {
    expect(await database.sql('select 1 as one; select 2 as two')).toEqual([{ two: 2 }]);
  });

  test('what PostgreSQL refuses comes as it is', async () => {
    await database.sql('create table taken (id int primary key)');
    await database.sql('insert into taken values (1)');
    await expect(database.sql('insert into taken values (1)')).rejects.toMatchObject({ code: '23505' });
  });

  test('no answer is given before it is on disk, even if the server was told otherwise', async () => {
    await other.sql('alter database mulin set synchronous_commit to off');
    const careful = await openDatabase({ url: server.url });

    expect(await careful.sql('show synchronous_commit')).toEqual([{ synchronous_commit: 'on' }]);
    await careful.close();
  });

  test('nor if the address says otherwise, whose own wishes are kept', async () => {
    await other.sql(`alter database mulin set default_transaction_isolation to 'serializable'`);
    const wishes = '-c synchronous_commit=off -c default_transaction_isolation=serializable -c work_mem=5MB';
    const address = new URL(server.url);
    address.searchParams.set('options', wishes);
    const careful = await openDatabase({ url: address.href });

    const shown = await careful.sql(`select current_setting('synchronous_commit') as commit,
      current_setting('transaction_isolation') as isolation, current_setting('work_mem') as memory`);
    expect(shown).toEqual([{ commit: 'on', isolation: 'read committed', memory: '5MB' }]);
    await careful.close();
    await other.sql('alter database mulin reset default_transaction_isolation');
  });
});

describe('Transactions', () => {
  const names = async () =>
    (await database.sql<{ name: string }>('select name from kept')).map(({ name }) => name);

  test('all of it is kept, or nothing', async () => {
    await database.sql('create table kept (name text)');
    await database.transaction(async (sql) => {
      await sql(`insert into kept values ('one')`);
      await sql(`insert into kept values ('two')`);
    });
    const broken = database.transaction(async (sql) => {
      await sql(`insert into kept values ('three')`);
      throw new Error('changed my mind');
    });

    await expect(broken).rejects.toThrow('changed my mind');
    expect(await names()).toEqual(['one', 'two']);
  });

  test('a failure that was swallowed inside is not taken for success', async () => {
    const swallowed = database.transaction(async (sql) => {
      await sql(`insert into kept values ('four')`);
      await sql('select 1 / 0').catch(() => undefined);
    });

    await expect(swallowed).rejects.toThrow('nothing is kept');
    expect(await names()).not.toContain('four');
  });

  test('one that is cut off in the middle is the world being down, and nothing of it is kept', async () => {
    const lost = await openDatabase({ url: server.url, applicationName: 'cut off' });
    const cut = lost.transaction(async (sql) => {
      await sql(`insert into kept values ('five')`);
      await cutOff('cut off');
      await sql('select 1');
    });

    await expect(cut).rejects.toBeInstanceOf(Unavailable);
    expect(await names()).not.toContain('five');
    expect(await lost.sql('select 1 as one')).toEqual([{ one: 1 }]);
    await lost.close();
  });
});

describe('A world that is down', () => {
  test('a server that is not there is Unavailable, at once and with its cause', async () => {
    const opening = openDatabase({ url: 'postgresql://mulin:x@127.0.0.1:1/mulin' });

    await expect(opening).rejects.toBeInstanceOf(Unavailable);
    await expect(opening).rejects.toHaveProperty('cause.code', 'ECONNREFUSED');
  });

  test('idle connections that are cut off end nobody, and the next question is answered', async () => {
    const idle = await openDatabase({ url: server.url, applicationName: 'idle' });
    await cutOff('idle');
    await eventually(async () => (await connectionsOf('idle')) === 0);

    await eventually(async () => (await idle.sql('select 1')).length === 1);
    await idle.close();
  });

  test('a question that is cut off is Unavailable', async () => {
    const asking = await openDatabase({ url: server.url, applicationName: 'asking' });
    const asked = asking.sql('select pg_sleep(60)');
    const refused = expect(asked).rejects.toBeInstanceOf(Unavailable);
    await eventually(async () => (await cutOff('asking')).length > 0);

    await refused;
    await asking.close();
  });

  test('closing twice is closing once, and a closed database is not there', async () => {
    const closed = await openDatabase({ url: server.url });
    await Promise.all([closed.close(), closed.close()]);

    await expect(closed.sql('select 1')).rejects.toBeInstanceOf(Unavailable);
  });
});

describe('Listening', () => {
  const tell = (channel: string, payload: string) =>
    other.sql('select pg_notify($1, $2)', [channel, payload]);

  test('each hears its own channel, all on one connection', async () => {
    const heard: string[] = [];
    const note = (prefix: string) => (payload: string) => {
      if (payload !== '') heard.push(prefix + payload);
    };
    const [stopOne] = await Promise.all([
      database.listen('trial one', note('1')),
      database.listen('trial one', note('2')),
      database.listen('Trial "Two"', note('3')),
    ]);
    await tell('trial one', 'a');
    await tell('Trial "Two"', 'b');
    await eventually(() => heard.length === 3);
    expect(heard).toEqual(['1a', '2a', '3b']);

    await stopOne();
    await tell('trial one', 'c');
    await eventually(() => heard.length === 4);
    expect(heard).toEqual(['1a', '2a', '3b', '2c']);
    expect(await connectionsOf('first listens')).toBe(1);
  });

  test('a lost connection comes back by itself: everyone looks again, and hears what comes then', async () => {
    const heard: string[] = [];
    const stop = await database.listen('trial lost', (payload) => heard.push(payload));
    heard.length = 0;
    await cutOff('first listens');

    await eventually(() => heard.includes(''));
    await tell('trial lost', 'again');
    await eventually(() => heard.includes('again'));
    await stop();
  });

  test('who begins to listen just when the connection is lost is heard all the same', async () => {
    await cutOff('first listens');
    const heard: string[] = [];
    const stop = await database.listen('trial late', (payload) => heard.push(payload));

    await eventually(async () => {
      await tell('trial late', 'now');
      return heard.includes('now');
    });
    await stop();
  });

  test('a name that PostgreSQL would cut is refused', async () => {
    await expect(database.listen('x'.repeat(64), () => {})).rejects.toThrow('too long');
  });
});

describe('Holding', () => {
  const held = async (by: Database, key: string) => {
    const hold = await by.hold(key);
    if (hold === null) throw new Error(`${key} is held by somebody else`);
    return hold;
  };

  test('one holds it, others do not get it, here or elsewhere, until it is given back', async () => {
    const hold = await held(database, 'relay');

    expect(await other.hold('relay')).toBeNull();
    expect(await database.hold('relay')).toBeNull();
    const apart = await held(other, 'sweep');
    await hold.release();
    const next = await held(other, 'relay');
    expect(await database.hold('relay')).toBeNull();
    await Promise.all([next.release(), apart.release()]);
  });

  test('many share it, and nobody has it alone meanwhile; alone becomes shared without a gap', async () => {
    const shared = { shared: true };
    const alone = await held(database, 'many');
    expect(await other.hold('many', shared)).toBeNull();
    const first = await database.hold('many', shared);
    await alone.release();

    const second = await other.hold('many', shared);
    expect([await database.hold('many'), await other.hold('many')]).toEqual([null, null]);
    await second?.release();
    expect([await database.hold('many'), await other.hold('many')]).toEqual([null, null]);
    await first?.release();
    await (await held(other, 'many')).release();
  });

  test('of many who want it at once one gets it', async () => {
    const wishes = await Promise.all([1, 2, 3, 4].flatMap(() => [database.hold('rush'), other.hold('rush')]));
    const got = wishes.filter((hold) => hold !== null);

    expect(got).toHaveLength(1);
    await got[0]?.release();
  });

  test('whose connection is lost is told so, and can hold it again', async () => {
    const hold = await held(database, 'fragile');
    await cutOff('first holds');
    await hold.lost;

    const again = await held(database, 'fragile');
    await hold.release();
    expect(await other.hold('fragile')).toBeNull();
    await again.release();
  });
});
