/** Whatever a queue has lost is found again: timers are scheduled anew at start, and each minute what is due is evaluated. */
import { type EventStore, type Instant, minute, type Scheduler, type Stop, Unavailable } from '@mulin/kernel';
import { type ClocksView, dueForEvaluation } from '../views/clocks-due.js';

type Evaluate = (caseIds: readonly string[]) => Promise<void>;

type Parts = Readonly<{
  view: Pick<ClocksView, 'list' | 'waitUntil'>;
  store: EventStore;
  scheduler: Scheduler;
  evaluate: Evaluate;
  now: () => Instant;
  every: (ms: number, work: () => Promise<unknown>) => Stop;
}>;

const group = 500;
/** So long the start waits for the view; what it does not show by then is found by the first sweep. */
const viewTimeoutMs = 5_000;

/** How many cases are evaluated alone at a time: few enough not to drown a town that is in trouble. */
const alone = 8;

const failuresOf = async (evaluate: Evaluate, caseIds: readonly string[]): Promise<readonly unknown[]> => {
  try {
    await evaluate(caseIds);
    return [];
  } catch (error) {
    // Where the database is unavailable, it is so for each of them.
    return caseIds.length === 1 || error instanceof Unavailable ? [error] : failuresOfEach(evaluate, caseIds);
  }
};

const failuresOfEach = async (
  evaluate: Evaluate,
  caseIds: readonly string[],
): Promise<readonly unknown[]> => {
  const failures: unknown[] = [];
  for (let from = 0; from < caseIds.length; from += alone) {
    const some = caseIds.slice(from, from + alone);
    const failed = await Promise.all(some.map((caseId) => failuresOf(evaluate, [caseId])));
    failures.push(...failed.flat());
  }
  return failures;
};

export const sweep = ({ view, store, scheduler, evaluate, now, every }: Parts) => {
  const windAll = async (): Promise<void> => {
    const head = await store.head();
    if (head !== null) await view.waitUntil(head, viewTimeoutMs);
    for await (const cases of dueForEvaluation(view, group))
      await Promise.all(
        cases.map(({ caseId, at }) => (at === null ? undefined : scheduler.schedule(caseId, at))),
      );
  };

  /**
   * Every page is read before the first evaluation, which moves rows. A case that cannot be evaluated keeps no
   * other from it; the first failure is thrown when all have been evaluated.
   */
  const evaluateDue = async (): Promise<void> => {
    const due: (readonly string[])[] = [];
    for await (const cases of dueForEvaluation(view, group, now()))
      due.push(cases.map(({ caseId }) => caseId));
    const failures: unknown[] = [];
    for (const caseIds of due) failures.push(...(await failuresOf(evaluate, caseIds)));
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
