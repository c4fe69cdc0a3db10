/** `npm run bench [-- OPTION …]`, by `help` below: prints figures; asserts none. */
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir, totalmem } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { startEmbedded } from '@mulin/postgres';
import { ratiosOf } from './distributed/loops.js';
import { distributedParts } from './distributed/parts.js';
import { tablesOf } from './distributed/tables.js';
import { parts as usualParts } from './parts.js';

const help = `npm run bench [-- OPTION …]: measures, and asserts nothing.
  --profile distributed  a town of many processes on Kafka, PostgreSQL and Redis, beside one in one process;
                         ends with tables for docs/figures.md (about 20 minutes)
  --only PART,PART       some parts: ${Object.keys(usualParts).join(', ')};
                         of the distributed profile: ${Object.keys(distributedParts()).join(', ')}
  --demands N            of the distributed profile, at once in each town: for a short trial (4000)
  --json FILE            keeps the figures
`;

const { values } = parseArgs({
  options: {
    profile: { type: 'string' },
    only: { type: 'string' },
    json: { type: 'string' },
    demands: { type: 'string' },
    help: { type: 'boolean' },
  },
});
const refuse = (sentence: string): never => {
  process.stderr.write(`${sentence}\n`);
  process.exit(2);
};
if (values.help === true) {
  process.stdout.write(help);
  process.exit(0);
}
const { profile = 'usual' } = values;
if (profile !== 'usual' && profile !== 'distributed') refuse('--profile takes: distributed.');
const demands = values.demands === undefined ? undefined : Number(values.demands);
if (demands !== undefined && !(Number.isInteger(demands) && demands > 0))
  refuse('--demands takes a whole number, 1 or more.');

type Figures = Readonly<Record<string, number>>;

/** On a fresh PostgreSQL, which is gone afterwards. */
const onServer = (measure: (url: string) => Promise<Figures>) => async (): Promise<Figures> => {
  const home = mkdtempSync(path.join(tmpdir(), 'mulin-bench-'));
  chmodSync(home, 0o711);
  const server = await startEmbedded({ home });
  try {
    return await measure(server.url);
  } finally {
    await server.stop();
    rmSync(home, { recursive: true, force: true });
  }
};

const parts: Readonly<Record<string, () => Promise<Figures>>> =
  profile === 'distributed'
    ? distributedParts(demands)
    : Object.fromEntries(Object.entries(usualParts).map(([name, measure]) => [name, onServer(measure)]));
const wanted = values.only?.split(',') ?? Object.keys(parts);
const chosen = Object.entries(parts).filter(([name]) => wanted.includes(name));
if (chosen.length < wanted.length)
  refuse(`--only takes one or more of ${Object.keys(parts).join(', ')}, with commas.`);

const figures: Record<string, number> = {};
const keep = (found: Figures): void => {
  for (const [figure, value] of Object.entries(found)) {
    figures[figure] = Math.round(value * 1_000) / 1_000;
    process.stdout.write(`${figure.padEnd(36)} ${figures[figure]}\n`);
  }
};
for (const [name, measure] of chosen) {
  process.stderr.write(`${name} …\n`);
  keep(await measure());
}
if (profile === 'distributed') keep(ratiosOf(figures));

const machine = {
  cores: cpus().length,
  memory: `${Math.round(totalmem() / 2 ** 30)} GiB`,
  node: process.version,
  load: loadavg().map((load) => Math.round(load * 10) / 10),
};
process.stdout.write(
  `measured on ${machine.cores} cores, ${machine.memory}, Node ${machine.node}, load ${machine.load.join(' ')}\n`,
);
if (profile === 'distributed') process.stdout.write(`\n${tablesOf(figures)}\n`);
if (values.json !== undefined) {
  const folder = process.env['INIT_CWD'] ?? process.cwd();
  writeFileSync(path.resolve(folder, values.json), `${JSON.stringify({ ...figures, machine }, null, 2)}\n`);
}
process.exit(0);
