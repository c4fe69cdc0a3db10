/** The client of KurrentDB is loaded by nobody who keeps events elsewhere. */
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from '@jest/globals';

const root = fileURLToPath(new URL('../../../../', import.meta.url));
const sources = ['--no-warnings', '--conditions=source', '--import', './infra/scripts/run-sources.mjs'];

/** The packages of npm that a process has loaded once it has run this. */
const loadedBy = async (script: string): Promise<readonly string[]> => {
  const listed = `console.log(Object.keys((await import('node:module')).default._cache).join('\\n'));`;
  const args = [...sources, '--input-type=module', '-e', `${script};${listed}`];
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: root });
  return [
    ...new Set([...stdout.matchAll(/node_modules\/((?:@[\w-]+\/)?[\w-]+)/g)].map(([, name]) => name ?? '')),
  ];
};

const eventStore = `const { openKurrent } = await import('./libs/event-store/src/index.ts')`;
const unreachable = 'kurrentdb://127.0.0.1:1?tls=false&maxDiscoverAttempts=1';

test('whoever keeps events in PostgreSQL does not load it', async () => {
  const loaded = await loadedBy(eventStore);

  expect(loaded).toContain('pg');
  expect(loaded.filter((name) => name.startsWith('@kurrent/'))).toEqual([]);
});

test('whoever connects does', async () => {
  const loaded = await loadedBy(`${eventStore}; await openKurrent('${unreachable}').catch(() => null)`);

  expect(loaded).toEqual(expect.arrayContaining(['@kurrent/kurrentdb-client', '@kurrent/bridge']));
});
