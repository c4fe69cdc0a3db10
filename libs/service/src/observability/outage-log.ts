/**
 * A log in which an engine that is down is one matter, however many parts of the town notice it: one line when it
 * goes, one a minute while it is away, and one when it is back. What each part has to say of it is at `debug`.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { within } from '@mulin/kernel';
import type { Logger, LogLine } from '../platform/platform.js';
import { errorLogFields } from './error-log-fields.js';

/** Asks an engine by its name; rejects where it does not answer. */
type Probes = Readonly<Record<string, () => Promise<unknown>>>;

type Options = Readonly<{
  probes: Probes;
  /** How often an engine that is away is asked, how long it has for an answer, and how often it is said again. */
  againMs?: number;
  patienceMs?: number;
  remindMs?: number;
  nowMs?: () => number;
}>;

/** How drivers and adapters say that they cannot reach what they stand on. */
const signs =
  /does not answer|^Unavailable|Connection terminated|connection timeout|timeout expired|session ended|ECONNREFUSED|ECONNRESET|EPIPE|Connection is closed|terminating connection|database system is|max retries per request/i;

const isSign = ({ error, reason }: LogLine, message: string): boolean =>
  error === 'Unavailable' ||
  error === 'PostgresUnavailable' ||
  signs.test(String(reason ?? '')) ||
  message === 'paused';

/** A part that is well again, after it noticed what was said for all of them. */
const isEcho = (message: string): boolean => /: over$|is held again$/.test(message);
const echoMs = 60_000;

type Away = { since: number; saidAt: number };

/** What is known of each engine, and what is said when that changes. */
const engines = (
  log: Logger,
  { probes, patienceMs = 2_000, remindMs = 60_000 }: Options,
  nowMs: () => number,
) => {
  const away = new Map<string, Away>();
  const secondsSince = (at: number) => Math.round((nowMs() - at) / 1_000);

  const gone = (engine: string, error: unknown) => {
    const known = away.get(engine);
    if (known !== undefined && nowMs() - known.saidAt < remindMs) return;
    const since = known?.since ?? nowMs();
    away.set(engine, { since, saidAt: nowMs() });
    const line = { engine, seconds: secondsSince(since), ...errorLogFields(error) };
    log.warn(
      line,
      known === undefined ? 'an engine does not answer; the town waits for it' : 'still no answer',
    );
  };

  const back = (engine: string) => {
    const known = away.get(engine);
    if (known === undefined) return;
    away.delete(engine);
    log.info({ engine, seconds: secondsSince(known.since) }, 'an engine answers again');
  };

  return {
    /** Whether any is away. */
    ask: async (): Promise<boolean> => {
      for (const [engine, probe] of Object.entries(probes))
        await within(probe(), patienceMs, { ref: false }).then(
          () => back(engine),
          (error: unknown) => gone(engine, error),
        );
      return away.size > 0;
    },
  };
};

/** A sign while every engine answers is written as it came. `close` ends the asking. */
export const outageLog = (log: Logger, options: Options): Readonly<{ log: Logger; close: () => void }> => {
  const { againMs = 1_000, nowMs = () => performance.now() } = options;
  const known = engines(log, options, nowMs);
  const over = new AbortController();
  let watching = false;
  let endedAt = -Infinity;

  const watch = async (write: () => void) => {
    let wasAway = false;
    while (!over.signal.aborted && (await known.ask())) {
      wasAway = true;
      await pause(againMs, undefined, { ref: false, signal: over.signal }).catch(() => undefined);
    }
    if (!wasAway && !over.signal.aborted) write();
    watching = false;
    endedAt = nowMs();
  };

  const noticing =
    (level: 'warn' | 'error'): Logger['warn'] =>
    (line, message) => {
      if (!isSign(line, message) || over.signal.aborted) return log[level](line, message);
      if (watching) return log.debug(line, message);
      watching = true;
      void watch(() => log[level](line, message));
    };

  return {
    log: {
      debug: log.debug,
      info: (line, message) =>
        isEcho(message) && (watching || nowMs() - endedAt < echoMs)
          ? log.debug(line, message)
          : log.info(line, message),
      warn: noticing('warn'),
      error: noticing('error'),
    },
    close: () => over.abort(),
  };
};
