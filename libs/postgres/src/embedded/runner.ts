/** As whom PostgreSQL runs: it refuses to be root, so root lends it the user "nobody". */
import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';

/** `null`: as whoever runs this program. */
export type Runner = Readonly<{ uid: number; gid: number }> | null;

const nobody: Runner = { uid: 65_534, gid: 65_534 };

export const isRoot = (): boolean => process.getuid?.() === 0;

export const runnerHere = (): Runner => {
  if (!isRoot()) return null;
  const line = /^nobody:[^:]*:(\d+):(\d+):/m.exec(readFileSync('/etc/passwd', 'utf8'));
  return line === null ? nobody : { uid: Number(line[1]), gid: Number(line[2]) };
};

const mayRun = (place: string, runner: Runner): boolean => {
  const { mode, uid, gid } = statSync(place);
  if (runner === null) return (mode & 0o111) !== 0;
  if (uid === runner.uid) return (mode & 0o100) !== 0;
  return (mode & (gid === runner.gid ? 0o010 : 0o001)) !== 0;
};

/** Whether this user can get to a place and through it: every folder above it, and itself. */
export const isPassable = (place: string, runner: Runner): boolean => {
  const above = path.dirname(place);
  if (!mayRun(place, runner)) return false;
  return runner === null || above === place || isPassable(above, runner);
};
