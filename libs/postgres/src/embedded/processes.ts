/** Which processes of this machine are still there, and which are what their number once was. */
import { readdirSync, readFileSync } from 'node:fs';
import { codeOf } from '../errors.js';

const read = (file: string): string | null => {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
};

/** Without /proc (macOS, Windows) a process is known by its number alone. */
const hasProc = read('/proc/self/stat') !== null;

export const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
  return !isZombie(pid);
};

/** The fields of a process from its state on; its name may hold anything, so they are counted from its end. */
const statOf = (pid: number): readonly string[] => {
  const stat = read(`/proc/${pid}/stat`);
  return stat === null ? [] : stat.slice(stat.lastIndexOf(')') + 2).split(' ');
};

const isZombie = (pid: number): boolean => statOf(pid)[0] === 'Z';

const startedField = 19;

/** The same text only for the same process: numbers come back, after a restart of the machine above all. */
export const identityOf = (pid: number): string =>
  [pid, statOf(pid)[startedField] ?? '', read('/proc/sys/kernel/random/boot_id')?.trim() ?? ''].join(' ');

export const isStill = (identity: string): boolean => {
  const pid = Number.parseInt(identity, 10);
  return pid > 0 && isAlive(pid) && identityOf(pid) === identity;
};

/** The words a process was started with; `null` where this machine does not tell. */
export const commandOf = (pid: number): readonly string[] | null =>
  hasProc ? (read(`/proc/${pid}/cmdline`)?.split('\0').filter(Boolean) ?? []) : null;

/** Processes whose title begins so. PostgreSQL's own children carry the name of their cluster in it. */
export const pidsTitled = (title: string): readonly number[] => {
  if (!hasProc) return [];
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => commandOf(pid)?.[0]?.startsWith(title) === true);
};

/** False where it is gone already. */
export const signal = (pid: number, name: NodeJS.Signals): boolean => {
  try {
    return process.kill(pid, name);
  } catch {
    return false;
  }
};
