/** `npm run bench [-- --only PART,PART] [-- --json FILE]`: prints figures; asserts none. */
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir, totalmem } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { startEmbedded } from '@mulin/postgres';
import { parts } from './parts.js';

const { values } = parseArgs({ options: { only: { type: 'string' }, json: { type: 'string' } } });
const wanted = values.only?.split(',') ?? Object.keys(parts);
const chosen = Object.entries(parts).filter(([name]) => wanted.includes(name));
if (chosen.length < wanted.length) {
  process.stderr.write(`--only takes one or more of ${Object.keys(parts).join(', ')}, with commas.\n`);
  process.exit(2);
}

const figures: Record<string, number> = {};
for (const [name, measure] of chosen) {
  process.stderr.write(`${name} …\n`);
  const home = mkdtempSync(path.join(tmpdir(), 'mulin-bench-'));
  chmodSync(home, 0o711);
  const server = await startEmbedded({ home });
  try {
    for (const [figure, value] of Object.entries(await measure(server.url))) {
      figures[figure] = Math.round(value * 1_000) / 1_000;
      process.stdout.write(`${figure.padEnd(36)} ${figures[figure]}\n`);
    }
  } finally {
    await server.stop();
    rmSync(home, { recursive: true, force: true });
  }
}

const machine = {
  cores: cpus().length,
  memory: `${Math.round(totalmem() / 2 ** 30)} GiB`,
  node: process.version,
};
process.stdout.write(`measured on ${machine.cores} cores, ${machine.memory}, Node ${machine.node}\n`);
if (values.json !== undefined) {
  const folder = process.env['INIT_CWD'] ?? process.cwd();
  writeFileSync(path.resolve(folder, values.json), `${JSON.stringify({ ...figures, machine }, null, 2)}\n`);
}
process.exit(0);
