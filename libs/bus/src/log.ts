/** One structured line. It names what happened and where, never what a message says of a person. */
export type LogLine = Readonly<
  { level: 'info' | 'warn' | 'error'; text: string } & Record<string, string | number | null>
>;

export type Log = (line: LogLine) => void;

export const silent: Log = () => {};

export const reasonOf = (error: unknown): string =>
  error instanceof Error ? `${error.name}: ${error.message}` : String(error);
