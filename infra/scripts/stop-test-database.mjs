/**
 * After the last test: stops the PostgreSQL that this run started, if it started one, and removes what the run shared. Before
 * the first one the same, for what an earlier run of this process number has left.
 * Run as a program it does so for runs that were killed and could not do it themselves.
 */
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

// Each run has a server of its own, so that several runs at once do not stop each other's.
const runs = path.join(tmpdir(), `mulin-test-${process.getuid?.() ?? 'user'}`);

const read = (file) => (existsSync(file) ? readFileSync(file, 'utf8').trim() : null);

const isAlive = (pid) => {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error.code === 'EPERM';
  }
};

/** A zombie, whose parent is gone and whom nobody buries, still has its number but holds nothing. */
const isGone = (pid) => !isAlive(pid) || / Z /.test(read(`/proc/${pid}/stat`) ?? '');

const stopRun = async (run) => {
  const home = path.join(runs, run);
  const outside = read(path.join(home, 'postgres', 'outside'));
  const folder = outside ?? path.join(home, 'postgres');
  const server = Number.parseInt(read(path.join(folder, 'data', 'postmaster.pid')) ?? '0', 10);
  // Nothing in it is kept, so it need not write anything down.
  if (server > 1 && !isGone(server)) process.kill(server, 'SIGQUIT');
  for (let waited = 0; server > 1 && !isGone(server) && waited < 10_000; waited += 20) await pause(20);
  for (const place of [outside, home])
    if (place !== null) rmSync(place, { recursive: true, force: true, maxRetries: 3 });
};

export default function stopTestDatabase() {
  return stopRun(String(process.pid));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const dead = existsSync(runs) ? readdirSync(runs).filter((run) => !isAlive(Number(run))) : [];
  // Another run may be clearing away the same at this moment.
  for (const run of dead) await stopRun(run).catch(() => undefined);
}
