/** After the last test: stops the PostgreSQL that this run started, if it started one, and removes its folder. */
import { readFileSync, rmSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const isAlive = (pid) => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

const serverIn = (home) => {
  try {
    return Number.parseInt(readFileSync(path.join(home, 'postgres', 'data', 'postmaster.pid'), 'utf8'), 10);
  } catch {
    return 0;
  }
};

export default async function stopTestDatabase() {
  // Each run has a server of its own, so that several runs at once do not stop each other's.
  const home = path.join(tmpdir(), `mulin-test-${userInfo().uid}`, String(process.pid));
  const server = serverIn(home);
  // Nothing in it is kept, so it need not write anything down.
  if (server > 1 && isAlive(server)) process.kill(server, 'SIGQUIT');
  for (let waited = 0; server > 1 && isAlive(server) && waited < 10_000; waited += 20) await pause(20);
  rmSync(home, { recursive: true, force: true });
}
