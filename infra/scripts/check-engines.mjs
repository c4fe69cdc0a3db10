/**
 * Whether every package that is installed runs on the oldest Node that is promised (`engines` of the root), as its own
 * `engines` say: the direct dependencies, and what they bring along, since `npm ci` warns of each that does not. What
 * can be had in an older version stands in `overrides` of the root. What is optional is left out: npm installs it only
 * where it runs, and does without it elsewhere. Run by `.ci/run` after `npm ci`; exits with 1 and a line for each that
 * refuses.
 */
import { readFileSync } from 'node:fs';
import semver from 'semver';

const { packages } = JSON.parse(readFileSync(new URL('../../package-lock.json', import.meta.url), 'utf8'));
const oldest = semver.minVersion(packages[''].engines.node).version;
const installed = Object.entries(packages).filter(
  ([place, { optional }]) => place.includes('node_modules/') && optional !== true,
);

const refusals = installed
  .filter(([, { engines }]) => engines?.node !== undefined && !semver.satisfies(oldest, engines.node))
  .map(
    ([place, { version, engines }]) =>
      `${place} ${version} wants Node ${engines.node}, and ${oldest} is promised.`,
  );

for (const refusal of refusals) console.error(refusal);
if (refusals.length > 0) process.exit(1);
console.log(`${installed.length} packages run on Node ${oldest}.`);
