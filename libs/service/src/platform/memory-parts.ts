/** What the memory platform is made of beside the adapters' own parts. */
import { type Bus, type Instant, msBetween } from '@mulin/kernel';
import type { Logger, LogLine, Platform } from './platform.js';

/** A line that was logged. */
export type LogEntry = Readonly<{ level: keyof Logger; message: string; line: LogLine }>;

/** A log that can be read back. */
export const recordingLogger = () => {
  const said: LogEntry[] = [];
  const say = (level: keyof Logger) => (line: LogLine, message: string) =>
    void said.push({ level, message, line });
  const log: Logger = { debug: say('debug'), info: say('info'), warn: say('warn'), error: say('error') };
  return { log, said: (): readonly LogEntry[] => said };
};

/** A bus that also remembers in which order things were told. */
export const recordingBus = ({ publish, subscribe, lag, offsets }: Bus) => {
  const told = new Map<string, unknown[]>();
  const bus: Bus = {
    subscribe,
    lag,
    offsets,
    publish: async (topic, messages) => {
      const ends = await publish(topic, messages);
      const values = messages.map(({ value }) => JSON.parse(value) as unknown);
      told.set(topic, [...(told.get(topic) ?? []), ...values]);
      return ends;
    },
  };
  return { bus, messages: (topic: string): readonly unknown[] => told.get(topic) ?? [] };
};

type Chore = { everyMs: number; since: Instant; work: () => Promise<unknown> };

/** What is done again and again: at most once in each settling, when its time has come. */
export const virtualJobs = (now: () => Instant) => {
  const chores = new Set<Chore>();
  const every: Platform['every'] = (everyMs, work) => {
    const chore = { everyMs, since: now(), work };
    chores.add(chore);
    return async () => void chores.delete(chore);
  };
  const doDue = async (): Promise<number> => {
    const due = [...chores].filter(({ since, everyMs }) => msBetween(since, now()) >= everyMs);
    for (const chore of due) {
      chore.since = now();
      await chore.work();
    }
    return due.length;
  };
  return { every, doDue };
};

/** Ids that are the same in every run. */
export const countedIds = (): (() => string) => {
  let count = 0;
  return () => `00000000-0000-8000-b000-${String(++count).padStart(12, '0')}`;
};
