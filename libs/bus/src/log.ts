import { type RecurringErrorReport, recurringErrorReport } from '@mulin/postgres';

/** One structured line. It names what happened and where, never what a message says of a person. */
export type LogLine = Readonly<
  { level: 'debug' | 'info' | 'warn' | 'error'; text: string } & Record<string, string | number | null>
>;

/** Takes each line that is logged. */
export type Logger = (line: LogLine) => void;

/** Logs nothing. */
export const silent: Logger = () => {};

/** Logs a recurring error of a group: when it begins, now and then while it lasts, and when it is over. */
export const troubleIn = (log: Logger, text: string, group: string): RecurringErrorReport =>
  recurringErrorReport({
    lasts: (error, times) => log({ level: 'warn', text, group, times, reason: reasonOf(error) }),
    ended: (seconds) => log({ level: 'info', text: `${text}: over`, group, seconds }),
  });

/** The name and message of an error, for the log. */
export const reasonOf = (error: unknown): string =>
  error instanceof Error ? `${error.name}: ${error.message}` : String(error);
