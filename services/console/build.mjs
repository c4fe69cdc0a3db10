/** Builds the console where something of it has changed: types of the API first, then the pages. `--force` builds anyway. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

const here = fileURLToPath(new URL('.', import.meta.url));
const root = path.join(here, '../..');
const stamp = path.join(here, 'dist/built-from.txt');

const filesIn = (folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => path.join(parentPath, name));

/** What of the libraries runs in a browser: words and rights of the town, how files of other systems and packs are read. */
const libraries = ['libs/kernel', 'libs/working-time', 'libs/pack', 'libs/imports', 'contracts'];

/** Everything that the pages are made of: their sources, those of the libraries, mappings, the API, the versions. */
const sources = [
  ...filesIn(path.join(here, 'src')).filter((file) => !file.endsWith('schema.d.ts')),
  ...filesIn(path.join(here, 'public')),
  ...libraries
    .flatMap((library) => filesIn(path.join(root, library, 'src')))
    .filter((file) => !file.endsWith('.spec.ts')),
  ...filesIn(path.join(root, 'infra/mappings')),
  ...filesIn(path.join(root, 'infra/calendars')),
  ...['index.html', 'vite.config.mts', 'package.json'].map((name) => path.join(here, name)),
  path.join(root, 'contracts/documents/openapi.en.json'),
].sort();

const hash = createHash('sha256');
for (const file of sources) hash.update(path.relative(root, file)).update('\0').update(readFileSync(file));
const now = hash.digest('hex');

const isBuilt = existsSync(stamp) && readFileSync(stamp, 'utf8') === now;
if (!isBuilt || process.argv.includes('--force')) {
  // Whoever builds from a test has another one set, with which React is made for development.
  process.env.NODE_ENV = 'production';
  await import('./write-client.mjs');
  process.chdir(here);
  const { build } = await import('vite');
  await build({ configFile: path.join(here, 'vite.config.mts'), logLevel: 'warn' });
  writeFileSync(stamp, now);
}
