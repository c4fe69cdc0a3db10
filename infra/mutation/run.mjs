/** `npm run mutate`: one part after the other, or those that are named; what starts with `-` goes to Stryker. */
import { spawnSync } from 'node:child_process';
import process from 'node:process';
import { parts } from './parts.mjs';
import { read, summaryOf, survivorsOf } from './report.mjs';

const words = process.argv.slice(2);
const options = words.filter((word) => word.startsWith('-'));
const named = words.filter((word) => !word.startsWith('-'));
const unknown = named.filter((name) => !(name in parts));
if (unknown.length > 0)
  throw new Error(`There is no part ${unknown.join(', ')}, only ${Object.keys(parts).join(', ')}.`);

const run = (program, more, env = {}) =>
  spawnSync(process.execPath, [program, ...more], { stdio: 'inherit', env: { ...process.env, ...env } });

for (const name of named.length > 0 ? named : Object.keys(parts)) {
  const stryker = 'node_modules/@stryker-mutator/core/bin/stryker.js';
  const { status } = run(stryker, ['run', ...options], { MULIN_MUTATED_PART: name });
  // Specs that ask PostgreSQL leave a server behind, as Stryker ends its processes without a word.
  run('infra/scripts/stop-test-database.mjs', []);
  if (status !== 0) {
    process.exitCode = 1;
    console.error(`${name} could not be run.`);
    continue;
  }
  const report = read(name);
  for (const line of survivorsOf(report)) console.info(line);
  console.info(summaryOf(name, report));
}
