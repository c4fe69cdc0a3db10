/**
 * Runs one service as a process of its own: `npm run service -- intake`. It builds nothing, since several start at once
 * and would write the same files: it runs what `npm run build` has made, and refuses where that is not of these sources.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import process from 'node:process';

const refuse = (sentence) => {
  process.stderr.write(`${sentence}\n`);
  process.exit(2);
};

const [name = ''] = process.argv.slice(2);
const folder = new URL(`../../services/${name}/`, import.meta.url);
if (!/^[a-z-]+$/.test(name) || !existsSync(new URL('src/main.ts', folder)))
  refuse('Name a service: npm run service -- intake');

/** Says what it would build, and writes nothing. */
const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc');
const { stdout, status } = spawnSync(process.execPath, [tsc, '-b', '--dry', folder.pathname], {
  encoding: 'utf8',
});
if (status !== 0 || /would build project/.test(stdout))
  refuse('The sources have changed since they were built: run npm run build first.');
await import(new URL('dist/main.js', folder).href);
