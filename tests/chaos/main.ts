/** `mulin chaos`: what happens goes to standard error, the report as JSON to standard output. */
import process from 'node:process';
import { parseArgs } from 'node:util';
import { runChaos } from './run.js';

const { values } = parseArgs({
  options: { seed: { type: 'string' }, minutes: { type: 'string' }, each: { type: 'string' } },
});
const report = await runChaos({
  seed: Number(values.seed ?? 1),
  minutes: Number(values.minutes ?? 5),
  each: Number(values.each ?? 2),
  say: (line) => process.stderr.write(`${line}\n`),
});
process.stdout.write(`${JSON.stringify(report)}\n`);
process.exit(report.ok ? 0 : 1);
