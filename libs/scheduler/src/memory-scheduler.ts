/** Alarms that ring when somebody says that time has come: the scheduler of virtual time. */
import { earliest, type Instant, type Scheduler } from '@mulin/kernel';
import { type DueHandler, fireDue } from './fire-due.js';
import type { Timer } from './timer-table.js';

/**
 * A scheduler for tests and for towns in memory: nothing fires by itself.
 *
 * @param now what counts as due.
 */
export const memoryScheduler = (now: () => Instant) => {
  const timers = new Map<string, Timer>();
  let handler: DueHandler = () => Promise.resolve();

  const put = ({ subject, at, traceparent }: Timer) => {
    const before = timers.get(subject);
    if (before === undefined || at < before.at)
      timers.set(subject, { subject, at, traceparent: traceparent ?? before?.traceparent });
  };

  const scheduler: Scheduler = {
    schedule: async (subject, at, traceparent) => put({ subject, at, traceparent }),
    onDue: (looker) => void (handler = looker),
  };

  return {
    scheduler,

    /** When the next alarm rings; `null`: nothing waits. */
    nextTimerAt: (): Instant | null => earliest(...[...timers.values()].map(({ at }) => at)),

    /** Rings all that is due by now and says how many that was. What could not be looked at stays, and is thrown. */
    fireDue: async (): Promise<number> => {
      const moment = now();
      const due = [...timers.values()].filter(({ at }) => at <= moment);
      if (due.length === 0) return 0;

      // They leave before they ring: what is asked for while they ring is a new alarm.
      for (const { subject } of due) timers.delete(subject);
      const failed = await fireDue(handler, due);
      for (const timer of due) if (failed?.subjects.includes(timer.subject) === true) put(timer);
      if (failed !== null) throw failed.error;
      return due.length;
    },
  };
};
