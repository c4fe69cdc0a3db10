/** A town in the foreground of a terminal: stopped by a signal, and not by a fault that nobody waited for. */
import type { LocalizedText, Stop } from '@mulin/kernel';
import { meansDown } from '@mulin/postgres';
import { isForPeople, type RunningTown } from './start-town.js';

/** So long a stop may take before it is one without grace. */
const patienceMs = 30_000;

const write = (text: string): void => void process.stderr.write(`${text}\n`);

/** Says a sentence to the person at the terminal, in one of the languages. */
export const remarking =
  (language: keyof LocalizedText) =>
  (sentence: LocalizedText): void =>
    write(sentence[language]);

/** What was asked for wrongly is said in one sentence; anything else is a fault of ours, with its trace. */
export const givingUp =
  (remark: (sentence: LocalizedText) => void) =>
  (error: unknown): void => {
    const isTheirs = error instanceof Error && isForPeople(error);
    if (isTheirs) remark(error.sentence);
    else if (error instanceof Error) write(error.stack ?? error.message);
    process.exit(isTheirs ? 2 : 1);
  };

/** Also while it still starts; `last` is done when the town has stopped. */
export const stopOnSignal = (starting: Promise<RunningTown>, last: Stop): void => {
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

/** There may be nobody to start the town again, so it goes on wherever it can. */
export const surviveFaults = (): void => {
  process.on('unhandledRejection', (error) => write(String(error)));
  // Who lost PostgreSQL finds it again by itself; a driver's connection that nobody listened to is no loss.
  process.on('uncaughtException', (error) => {
    write(error.stack ?? error.message);
    if (!meansDown(error)) process.exit(1);
  });
};
