/** The ways to wait: longer after each failure, no longer than a limit, and until something becomes true. */

/** Beyond this many doublings every pause is the longest one; a power of two without end would be no number. */
const mostDoublings = 50;

/** The pause in milliseconds after the nth failure in a row; the first failure is 1. */
export type Backoff = (failures: number) => number;

/**
 * Exponential back-off: `firstMs` after the first failure, twice as long after each further one, at most `longestMs`.
 * It counts and waits for nothing itself, so that whoever retries decides what a failure is and how to be woken.
 *
 * @param firstMs pause after the first failure, in milliseconds.
 * @param longestMs no pause is longer, in milliseconds.
 * @param random from 0 to 1, without 1. If given, each pause is this share of its length (full jitter), so that
 *   processes that failed together do not retry together. Default: no jitter.
 * @see https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/
 */
export const backoff =
  ({
    firstMs,
    longestMs,
    random,
  }: {
    firstMs: number;
    longestMs: number;
    random?: (() => number) | undefined;
  }): Backoff =>
  (failures) => {
    const ms = Math.min(longestMs, firstMs * 2 ** Math.min(failures - 1, mostDoublings));
    return random === undefined ? ms : random() * ms;
  };

/** Thrown by `within` when the time was over first. */
export class TimedOut extends Error {
  override readonly name = 'TimedOut';
}

type Limit = Readonly<{
  /** `false`: the timer alone does not keep the process running (`unref` of Node). Default: `true`. */
  ref?: boolean;
}>;

/** Resolves with `true` as soon as the work has ended, in whichever way, and with `false` after `ms`. */
const endsWithin = (work: Promise<unknown>, ms: number, { ref = true }: Limit): Promise<boolean> =>
  new Promise((resolve) => {
    const timer = setTimeout(() => resolve(false), ms);
    if (!ref) timer.unref();
    const end = () => {
      clearTimeout(timer);
      resolve(true);
    };
    work.then(end, end);
  });

/**
 * Waits for `work`, but at most `ms` milliseconds. The work itself is not stopped; how it fails is not told here.
 *
 * @returns whether it was settled by then, fulfilled or rejected. Never rejects.
 */
export const settledWithin = (work: Promise<unknown>, ms: number, limit: Limit = {}): Promise<boolean> =>
  endsWithin(work, ms, limit);

/**
 * The result of `work`, if it comes within `ms` milliseconds. The work itself is not stopped; a result or an error
 * that comes later is ignored.
 *
 * @throws what `work` throws, or `TimedOut` ("it does not answer") when the time is over first.
 */
export const within = async <Result>(
  work: Promise<Result>,
  ms: number,
  limit: Limit = {},
): Promise<Result> => {
  if (await endsWithin(work, ms, limit)) return work;
  throw new TimedOut('it does not answer');
};

/**
 * Asks again and again until it is so: for what other processes change, of which nobody here is told. Where this
 * process changes it, `waiters` polls nothing.
 *
 * @param isSo asked one at a time; what it throws ends the waiting.
 * @param pauseMs the pause in milliseconds after the nth question in vain; the last one is cut to the time that is left.
 * @param withinMs how long it asks, in milliseconds; it asks at least once, and once more when the time is over.
 * @returns whether it was so by then.
 */
export const pollUntil = async (
  isSo: () => Promise<boolean>,
  { pauseMs, withinMs }: Readonly<{ pauseMs: Backoff; withinMs: number }>,
): Promise<boolean> => {
  const end = performance.now() + withinMs;
  for (let asked = 1; ; asked++) {
    if (await isSo()) return true;
    const leftMs = end - performance.now();
    if (leftMs <= 0) return false;
    await new Promise((resolve) => void setTimeout(resolve, Math.min(pauseMs(asked), leftMs)));
  }
};

/** Who waits, and how they are woken. */
export type Waiters = Readonly<{
  /** Resolves with `true` as soon as it is so, at once if it is already; with `false` after `withinMs` milliseconds. */
  until: (isSo: () => boolean, withinMs: number) => Promise<boolean>;
  /** To be called whenever what somebody waits for may have become true. */
  check: () => void;
  /** How many wait just now. */
  count: () => number;
}>;

/** Those who wait in this process until something becomes true. Nothing is polled: whoever changes it calls `check`. */
export const waiters = (): Waiters => {
  const waiting = new Set<() => void>();

  const until = (isSo: () => boolean, withinMs: number): Promise<boolean> =>
    new Promise((resolve) => {
      const answer = () => {
        clearTimeout(timer);
        waiting.delete(look);
        resolve(isSo());
      };
      const look = () => {
        if (isSo()) answer();
      };
      const timer = setTimeout(answer, withinMs);
      waiting.add(look);
      look();
    });

  return {
    until,
    check: () => {
      for (const look of [...waiting]) look();
    },
    count: () => waiting.size,
  };
};
