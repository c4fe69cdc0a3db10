/** Whatever a queue has lost is found again: timers are scheduled anew at start, and each minute what is due is evaluated. */
import {
  type EventStore,
  type Instant,
  minute,
  type ReadModel,
  type Scheduler,
  type Stop,
  Unavailable,
} from '@mulin/kernel';
import type { Due } from '../views/due.js';

type Evaluate = (ids: readonly string[]) => Promise<void>;

type Parts = Readonly<{
  due: Due;
  /** What `due` goes through. */
  view: Pick<ReadModel<object>, 'waitUntil'>;
  store: EventStore;
  scheduler: Pick<Scheduler, 'schedule'>;
  evaluate: Evaluate;
  now: () => Instant;
  every: (ms: number, work: () => Promise<unknown>) => Stop;
}>;

const group = 500;
/** So long the start waits for the view; what it does not show by then is found by the first sweep. */
const viewTimeoutMs = 5_000;

/** How many are evaluated alone at a time: few enough not to drown a town that is in trouble. */
const alone = 8;

const failuresOf = async (evaluate: Evaluate, ids: readonly string[]): Promise<readonly unknown[]> => {
  try {
    await evaluate(ids);
    return [];
  } catch (error) {
    // Where the database is unavailable, it is so for each of them.
    return ids.length === 1 || error instanceof Unavailable ? [error] : failuresOfEach(evaluate, ids);
  }
};

const failuresOfEach = async (evaluate: Evaluate, ids: readonly string[]): Promise<readonly unknown[]> => {
  const failures: unknown[] = [];
  for (let from = 0; from < ids.length; from += alone) {
    const some = ids.slice(from, from + alone);
    const failed = await Promise.all(some.map((id) => failuresOf(evaluate, [id])));
    failures.push(...failed.flat());
  }
  return failures;
};

export const sweep = ({ due, view, store, scheduler, evaluate, now, every }: Parts) => {
  const windAll = async (): Promise<void> => {
    const head = await store.head();
    if (head !== null) await view.waitUntil(head, viewTimeoutMs);
    for await (const page of due(group))
      await Promise.all(page.map(({ id, at }) => (at === null ? undefined : scheduler.schedule(id, at))));
  };

  /**
   * Every page is read before the first evaluation, which moves rows. What cannot be evaluated keeps nothing else
   * from it; the first failure is thrown when all have been evaluated.
   */
  const evaluateDue = async (): Promise<void> => {
    const pages: (readonly string[])[] = [];
    for await (const page of due(group, now())) pages.push(page.map(({ id }) => id));
    const failures: unknown[] = [];
    for (const ids of pages) failures.push(...(await failuresOf(evaluate, ids)));
    if (failures.length > 0) throw failures[0];
  };

  let isWound = false;
  const windOnce = async (): Promise<void> => {
    if (isWound) return;
    await windAll();
    isWound = true;
  };

  /** After a change of its rules the view of a large town is made anew for minutes, which keeps no town from starting. */
  const start = async (): Promise<Stop> => {
    await windOnce().catch((error: unknown) => {
      if (!(error instanceof Unavailable)) throw error;
    });
    return every(minute, async () => {
      await windOnce();
      await evaluateDue();
    });
  };

  return { start, evaluateDue };
};
