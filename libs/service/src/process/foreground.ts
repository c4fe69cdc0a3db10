/** A process in the foreground of a terminal: stopped by a signal, and not by a fault that nobody waited for. */
import type { LocalizedText } from '@mulin/kernel';
import { meansDown } from '@mulin/postgres';
import { exportTraces } from './export-traces.js';
import { isForPeople } from './startable.js';
import type { RunningProcess, StartNotice } from './start-process.js';

/** So long a stop may take before it is one without grace. */
const patienceMs = 30_000;

type Variables = Readonly<Record<string, string | undefined>>;

/** The language that the locale of a terminal asks for (POSIX); English where it asks for none that we speak. */
export const terminalLanguage = ({ LC_ALL, LC_MESSAGES, LANG }: Variables): keyof LocalizedText =>
  /^zh/i.test(LC_ALL || LC_MESSAGES || LANG || '') ? 'zh' : 'en';

const write = (text: string): void => void process.stderr.write(`${text}\n`);

/** What was asked for wrongly is said in one sentence; anything else is a fault of ours, with its trace. */
const givingUp =
  (remark: StartNotice['remark']) =>
  (error: unknown): void => {
    const isTheirs = isForPeople(error);
    if (isTheirs) remark(error.sentence);
    else if (error instanceof Error) write(error.stack ?? error.message);
    process.exit(isTheirs ? 2 : 1);
  };

/** Also while it still starts; `last` is done when it has stopped. */
const stopOnSignal = (starting: Promise<RunningProcess>, last: () => Promise<unknown>): void => {
  const stop = async (signal: NodeJS.Signals) => {
    setTimeout(() => process.exit(1), patienceMs).unref();
    await (await starting).stop(signal);
    await last();
    process.exit(0);
  };
  const stopOrFail = (signal: NodeJS.Signals) => void stop(signal).catch(() => process.exit(1));
  process.once('SIGTERM', stopOrFail);
  process.once('SIGINT', stopOrFail);
};

/** There may be nobody to start it again, so it goes on wherever it can. */
const surviveFaults = (): void => {
  process.on('unhandledRejection', (error) => write(String(error)));
  // Who lost PostgreSQL finds it again by itself; a driver's connection that nobody listened to is no loss.
  process.on('uncaughtException', (error) => {
    write(error.stack ?? error.message);
    if (!meansDown(error)) process.exit(1);
  });
};

/** Whoever reads lines of JSON is given nothing else, at whichever level its log is. */
const jsonOf = (line: object): string =>
  JSON.stringify({ level: 'info', time: new Date().toISOString(), ...line });

/** What runs in the foreground. */
type Program = Readonly<{
  /** What answers, in the line that says where. */
  called: string;
  /** What its spans are of. Default: `mulin`. */
  traced?: string;
  /** @param here the folder that relative paths of the environment are meant from. */
  start: (here: string, notice: StartNotice) => Promise<RunningProcess>;
  /** Said before it starts, and when it answers, to a person at a terminal. Default: nothing. */
  hints?: Readonly<{ starting: LocalizedText | null; next: (url: string) => LocalizedText | null }>;
}>;

/**
 * Runs a program until a signal ends it (exit 0). It says on standard output where it answers (`… is ready at URL`,
 * or a line of JSON where its log is there, too).
 * What somebody can mend ends it with one sentence and exit 2, a fault of ours with its trace and exit 1.
 *
 * @param env the environment, which also says in which language a person at the terminal is spoken to.
 */
export const runInForeground = ({ called, traced, start, hints }: Program, env: Variables): void => {
  const language = terminalLanguage(env);
  const remark = (sentence: LocalizedText): void => write(sentence[language]);
  const giveUp = givingUp(remark);

  const run = async (): Promise<void> => {
    if (hints?.starting) remark(hints.starting);
    const stopTracing = await exportTraces(env, traced === undefined ? {} : { name: traced });
    const starting = start(env['INIT_CWD'] ?? process.cwd(), { remark, taken: giveUp });
    stopOnSignal(starting, stopTracing);
    const { url, readyLine } = await starting;
    const ready = readyLine === undefined ? `${called} is ready at ${url}` : jsonOf(readyLine);
    process.stdout.write(`${ready}\n`);
    const next = hints?.next(url);
    if (next) remark(next);
  };

  surviveFaults();
  run().catch(giveUp);
};
