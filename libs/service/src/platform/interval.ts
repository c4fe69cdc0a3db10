/** Work that is done again and again in real time. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Stop } from '@mulin/kernel';
import { errorLogFields } from '../observability/error-log-fields.js';
import type { Logger } from './platform.js';

/** One at a time, each `ms` after the last one ended; what fails is said and tried again. */
export const repeatSerially =
  (log: Logger) =>
  (ms: number, work: () => Promise<unknown>): Stop => {
    const end = new AbortController();
    const rest = () => pause(ms, undefined, { signal: end.signal, ref: false }).catch(() => undefined);
    const isOver = () => end.signal.aborted;
    const failed = (error: unknown) => log.warn(errorLogFields(error), 'maintenance job failed, will retry');
    const repeat = async () => {
      for (await rest(); !isOver(); await rest()) await Promise.resolve().then(work).catch(failed);
    };
    const repeating = repeat();
    return () => {
      end.abort();
      return repeating;
    };
  };
