/** What an engine does without room on its disk, and that it goes on when there is some: as chaos relies on. */
import { readFileSync } from 'node:fs';
import process from 'node:process';
import { afterEach, expect, jest, test } from '@jest/globals';
import { openDatabase } from '@mulin/postgres';
import { until } from '../until.js';
import { describeWithOwnEngines } from './describe-on-engine.js';
import type { NativeEngine } from './engine.js';
import { startPostgres } from './postgresql.js';
import { smallDisk } from './small-disk.js';
import { throwAwayFolder } from './program.js';

jest.setTimeout(300_000);

const canMount = (): boolean => {
  const disk = smallDisk(throwAwayFolder('probe'), 1);
  disk?.close();
  return disk !== null;
};

const engines: NativeEngine[] = [];
afterEach(async () => {
  for (const engine of engines.splice(0)) await engine.close();
});

const isMounted = canMount();
if (!isMounted)
  process.stderr.write('NOT TESTED: full disks: none can be mounted (it takes Linux, and root).\n');

await describeWithOwnEngines(['postgresql'], 'A small disk', () => {
  (isMounted ? test : test.skip)(
    'stops PostgreSQL where it is full, which goes on when it is not',
    async () => {
      const engine = await startPostgres({ megabytes: 200 });
      engines.push(engine);
      const database = await openDatabase({ url: engine.url, max: 1, applicationName: 'test' });
      const write = () =>
        database.sql(`insert into kept select n, repeat('x', 1000) from generate_series(1, 20000) as n`);
      const kept = async () =>
        (await database.sql<{ n: number }>('select count(*)::int as n from kept'))[0]?.n;
      try {
        await database.sql('create table kept (n int, words text)');
        engine.disk?.fill();
        await expect(write()).rejects.toThrow();
        engine.disk?.free();
        await engine.standUp();
        await until(async () => (await kept()) === 0);
        await write();
        expect(await kept()).toBe(20_000);
      } finally {
        await database.close();
      }
    },
  );

  (isMounted ? test : test.skip)('is gone with its engine', async () => {
    const ours = new RegExp(`^mulin-small-disk .*/${process.pid}-`, 'gm');
    const mounted = () => readFileSync('/proc/self/mounts', 'utf8').match(ours)?.length ?? 0;
    const before = mounted();
    const engine = await startPostgres({ megabytes: 200 });
    expect(mounted()).toBe(before + 1);
    await engine.close();
    expect(mounted()).toBe(before);
  });
});
