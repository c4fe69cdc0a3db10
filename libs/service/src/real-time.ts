/** Work that is done again and again in real time. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Stop } from '@mulin/kernel';
import { traceOfError } from './error-line.js';
import type { Log } from './platform.js';

/** One at a time, each `ms` after the last one ended; what fails is said and tried again. */
export const everyInTurn =
  (log: Log) =>
  (ms: number, work: () => Promise<unknown>): Stop => {
    const end = new AbortController();
    const rest = () => pause(ms, undefined, { signal: end.signal, ref: false }).catch(() => undefined);
    const isOver = () => end.signal.aborted;
    const failed = (error: unknown) => log.warn(traceOfError(error), 'a chore failed, and comes again');
    const repeat = async () => {
      for (await rest(); !isOver(); await rest()) await Promise.resolve().then(work).catch(failed);
    };
    const repeating = repeat();
    return () => {
      end.abort();
      return repeating;
    };
  };
