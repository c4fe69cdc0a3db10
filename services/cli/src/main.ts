import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { environmentOf, secretsOf } from './environment.js';
import { runProgram } from './program.js';
import { surroundingsOf } from './surroundings.js';

const project = fileURLToPath(new URL('../../../', import.meta.url));
// The project's own manifest, which has a version.
const { version } = JSON.parse(readFileSync(`${project}package.json`, 'utf8')) as { version: string };
const at = { project, here: process.cwd() };
const found = environmentOf(process.env, at);
const secrets = await secretsOf(process.env);

// Whoever reads no further (`| head`) has what they wanted.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

process.exitCode = await runProgram(
  process.argv.slice(2),
  (url, language) =>
    surroundingsOf({
      ...environmentOf(secrets(), at),
      language,
      url: url ?? found.url,
      now: () => new Date().toISOString(),
      stamp: () => `${new Date().toISOString().slice(0, 10)}-${randomBytes(3).toString('hex')}`,
    }),
  { ...found, version },
);
