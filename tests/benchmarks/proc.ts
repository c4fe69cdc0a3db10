/** What Linux says of processes in `/proc`. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';

/** Linux counts processor time in hundredths of a second, on every architecture that Node runs on. */
const msPerTick = 10;
const bytesPerKilobyte = 1_024;

type ProcessTimes = Readonly<{ parent: number; ms: number; buriedMs: number }>;

/** Whether processor times are to be had here. */
export const hasProc = (): boolean => existsSync('/proc/self/stat');

/** `null`: there is no such process, or no `/proc`. */
const timesOf = (pid: number | string): ProcessTimes | null => {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name of the program, in parentheses, may hold anything; state, parent and the rest follow it.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const sum = (...places: readonly number[]) =>
      places.reduce((all, place) => all + Number(fields[place]), 0) * msPerTick;
    return { parent: Number(fields[1]), ms: sum(11, 12), buriedMs: sum(13, 14) };
  } catch {
    return null;
  }
};

/** The parent of a process; 0: it is not there. */
export const parentOf = (pid: number): number => timesOf(pid)?.parent ?? 0;

/** Processor time of a process so far, user and system, in milliseconds; 0: it is not there. */
export const processorMs = (pid: number): number => timesOf(pid)?.ms ?? 0;

/** The same of a process and all its children; those that have ended count, where it has waited for them. */
export const processorMsOfTree = (pid: number): number => {
  const its = timesOf(pid);
  const children = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(timesOf)
    .filter((child) => child?.parent === pid);
  const living = children.reduce((sum, child) => sum + (child?.ms ?? 0), 0);
  return living + (its?.ms ?? 0) + (its?.buriedMs ?? 0);
};

/** The resident memory of a process (`VmRSS`), in bytes; 0: it is not there. */
export const residentBytes = (pid: number): number => {
  try {
    const kilobytes = /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return Number(kilobytes ?? 0) * bytesPerKilobyte;
  } catch {
    return 0;
  }
};
