import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { runProgram } from './program.js';
import { surroundingsOf } from './surroundings.js';

const project = fileURLToPath(new URL('../../../', import.meta.url));
const { env } = process;
// npm runs every script in the project's folder; files are meant from where the caller stands.
const folder = env['INIT_CWD'] ?? process.cwd();

process.exitCode = await runProgram(process.argv.slice(2), (url) =>
  surroundingsOf({
    folder,
    home: path.resolve(folder, env['MULIN_HOME'] ?? path.join(project, '.mulin')),
    url: url ?? env['MULIN_URL'] ?? `http://127.0.0.1:${env['MULIN_PORT'] ?? '3110'}`,
    token: env['MULIN_TOKEN'],
    databaseUrl: env['DATABASE_URL'],
    masterKey: env['MULIN_MASTER_KEY'],
    now: () => new Date().toISOString(),
    stamp: () => `${new Date().toISOString().slice(0, 10)}-${randomBytes(3).toString('hex')}`,
  }),
);
