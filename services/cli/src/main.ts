import { randomBytes } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { environmentOf } from './environment.js';
import { runProgram } from './program.js';
import { surroundingsOf } from './surroundings.js';

const project = fileURLToPath(new URL('../../../', import.meta.url));
const found = environmentOf(process.env, { project, here: process.cwd() });

process.exitCode = await runProgram(
  process.argv.slice(2),
  (url) =>
    surroundingsOf({
      ...found,
      url: url ?? found.url,
      now: () => new Date().toISOString(),
      stamp: () => `${new Date().toISOString().slice(0, 10)}-${randomBytes(3).toString('hex')}`,
    }),
  found,
);
