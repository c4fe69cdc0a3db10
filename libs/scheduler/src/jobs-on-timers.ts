/** Jobs that wait as timers: in the same PostgreSQL as all else, or in memory. */
import {
  backoff,
  type Instant,
  type Jobs,
  plus,
  type Scheduler,
  second,
  settledWithin,
  Unavailable,
} from '@mulin/kernel';
import { attemptsAtOnce, inLine } from './in-line.js';

/** Pauses after an attempt that could not be made. */
const pauseMs = backoff({ firstMs: second, longestMs: 60 * second });

/** A group of timers is claimed for twice as long: what takes longer goes on by itself, and the next group may fire. */
const groupMs = 10 * second;

type Attempt = Parameters<Jobs['onJob']>[0];

/** Jobs, and how what is under way is waited for. */
export type JobsOnTimers = Readonly<{
  jobs: Jobs;
  /** Resolves when the attempts that were under way are over; none begins after that. */
  stop: () => Promise<void>;
}>;

/**
 * The `Jobs` of a service where there is no Redis.
 *
 * @param scheduler one that nobody else uses: each of its subjects is a job.
 * @param now the present moment; a job that could not be tried waits from then on.
 * @param failed told of each attempt that rejected, which is made again. Default: nobody is.
 */
export const jobsOnTimers = (
  scheduler: Scheduler,
  now: () => Instant,
  failed: (error: unknown) => void = () => undefined,
): JobsOnTimers => {
  const failures = new Map<string, number>();
  const line = inLine(attemptsAtOnce);

  const again = async (id: string, attempt: Attempt, traceparent: string | undefined): Promise<void> => {
    try {
      const next = await attempt(id, traceparent);
      failures.delete(id);
      if (next !== null) await scheduler.schedule(id, next, traceparent);
    } catch (error) {
      failed(error);
      const count = (failures.get(id) ?? 0) + 1;
      failures.set(id, count);
      await scheduler.schedule(id, plus(now(), pauseMs(count)), traceparent);
    }
  };

  return {
    jobs: {
      add: (id, at, traceparent) => scheduler.schedule(id, at, traceparent),
      onJob: (attempt) =>
        scheduler.onDue(async (ids, traces) => {
          // What cannot even be put back is made good by whoever adds what is overdue.
          const all = ids.map((id) => line.add(id, () => again(id, attempt, traces.get(id))).catch(failed));
          await settledWithin(Promise.all(all), groupMs, { ref: false });
          // Their timers stay for the next start, which finds some of them over.
          if (line.isOver()) throw new Unavailable({ en: 'The jobs have been stopped.', zh: '任务已停止。' });
        }),
    },
    stop: line.end,
  };
};
