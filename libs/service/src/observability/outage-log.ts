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

/**
 * How drivers and adapters say that they cannot reach an engine. Adapters put every error of the connection to
 * PostgreSQL into words of their own (`faults.ts` of libs/postgres), so a bare one is of Redis.
 */
const signsOf: Readonly<Record<string, RegExp>> = {
  PostgreSQL:
    /PostgreSQL|Connection terminated|connection timeout|timeout expired|session ended|terminating connection|database system is/i,
  Redis:
    /Redis|MISCONF|OOM command|READONLY|NOREPLICAS|Connection is closed|Command timed out|max retries per request|ECONNREFUSED|ECONNRESET|EPIPE/i,
  Kafka: /Kafka|the group has not heard of this member/,
  KurrentDB: /KurrentDB/,
};
/** An engine is away, and the line does not say which. */
const isSomeEngine = ({ error, reason }: LogLine, message: string): boolean =>
  error === 'Unavailable' ||
  /^Unavailable|does not answer/i.test(String(reason ?? '')) ||
  message === 'paused';

/** Of which engines a line says that they are away; empty: of none, so that it is about something else. */
const enginesIn = (line: LogLine, message: string, known: readonly string[]): readonly string[] => {
  const reason = String(line['reason'] ?? '');
  const named = known.filter((engine) => signsOf[engine]?.test(reason) === true);
  if (named.length > 0) return named;
  return isSomeEngine(line, message) ? known : [];
};

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
    isAway: (names: readonly string[]): boolean => names.some((engine) => away.has(engine)),
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

type Held = Readonly<{ engines: readonly string[]; quiet: () => void; write: () => void }>;

/** As it was found when the engines were asked, which was after these lines. */
const decide = (lines: readonly Held[], isQuiet: (about: readonly string[]) => boolean) => {
  for (const { engines: about, quiet, write } of lines)
    if (isQuiet(about)) quiet();
    else write();
};

const infoOf =
  (log: Logger, isQuiet: () => boolean): Logger['info'] =>
  (line, message) =>
    isEcho(message) && isQuiet() ? log.debug(line, message) : log.info(line, message);

/**
 * The log, with what is said of engines that are away put at `debug`. A line about an engine of which nobody knows yet
 * whether it is away is held until it was asked, and then written as it came where it answers. `close` ends the asking.
 */
export const outageLog = (log: Logger, options: Options): Readonly<{ log: Logger; close: () => void }> => {
  const { probes, againMs = 1_000, nowMs = () => performance.now() } = options;
  const names = Object.keys(probes);
  const known = engines(log, options, nowMs);
  const over = new AbortController();
  const held: Held[] = [];
  const isQuiet = (about: readonly string[]) => !over.signal.aborted && known.isAway(about);
  let watching = false;
  let endedAt = -Infinity;

  const watch = async () => {
    watching = true;
    for (let isAway = true; !over.signal.aborted && (isAway || held.length > 0);) {
      const before = held.splice(0);
      isAway = await known.ask();
      decide(before, isQuiet);
      if (isAway) await pause(againMs, undefined, { ref: false, signal: over.signal }).catch(() => undefined);
    }
    decide(held.splice(0), isQuiet);
    [watching, endedAt] = [false, nowMs()];
  };

  const noticing =
    (level: 'warn' | 'error'): Logger['warn'] =>
    (line, message) => {
      const about = enginesIn(line, message, names);
      if (about.length === 0 || over.signal.aborted) return log[level](line, message);
      if (watching && known.isAway(about)) return log.debug(line, message);
      const write = () => log[level](line, message);
      held.push({ engines: about, quiet: () => log.debug(line, message), write });
      if (!watching) void watch();
    };

  return {
    log: {
      debug: log.debug,
      info: infoOf(log, () => watching || nowMs() - endedAt < echoMs),
      warn: noticing('warn'),
      error: noticing('error'),
    },
    close: () => over.abort(),
  };
};
