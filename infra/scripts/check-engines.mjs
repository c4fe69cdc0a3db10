/**
 * Whether every direct dependency runs on the oldest Node that is promised (`engines` of the root), as its own
 * `engines` say. Run by `.ci/run` after `npm ci`; exits with 1 and a line for each that refuses.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import semver from 'semver';

const root = fileURLToPath(new URL('../../', import.meta.url));
const manifestIn = (folder) => JSON.parse(readFileSync(path.join(root, folder, 'package.json'), 'utf8'));
const hasManifest = (folder) => existsSync(path.join(root, folder, 'package.json'));

const top = manifestIn('');
const oldest = semver.minVersion(top.engines.node).version;

/** The folders that a pattern of `workspaces` means: one by its name, or all in one. */
const matching = (pattern) =>
  pattern.endsWith('/*')
    ? readdirSync(path.join(root, pattern.slice(0, -2))).map((name) => path.join(pattern.slice(0, -2), name))
    : [pattern];
const workspaces = ['', ...top.workspaces.flatMap(matching)].filter(hasManifest);

/** Where npm put a dependency: beside the workspace that asks for it, or at the top. */
const placeOf = (workspace, name) =>
  [path.join(workspace, 'node_modules', name), path.join('node_modules', name)].find(hasManifest);

const refusals = [];
let checked = 0;
for (const workspace of workspaces) {
  const { dependencies = {}, devDependencies = {} } = manifestIn(workspace);
  for (const name of Object.keys({ ...dependencies, ...devDependencies })) {
    const place = placeOf(workspace, name);
    if (place === undefined) {
      refusals.push(`${name} of ${workspace || 'the root'} is not installed.`);
      continue;
    }
    const { version, engines } = manifestIn(place);
    checked += 1;
    if (engines?.node !== undefined && !semver.satisfies(oldest, engines.node))
      refusals.push(`${name} ${version} wants Node ${engines.node}, and ${oldest} is promised.`);
  }
}

for (const refusal of refusals) console.error(refusal);
if (refusals.length > 0) process.exit(1);
console.log(`${checked} direct dependencies run on Node ${oldest}.`);
