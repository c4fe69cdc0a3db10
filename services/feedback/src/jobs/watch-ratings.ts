/** Whoever asked has some days for a rating: their end is found by timers, and by a sweep of what a queue has lost. */
import {
  type EventStore,
  type Instant,
  minute,
  type Scheduler,
  type Stop,
  type TracesOfTimers,
  Unavailable,
} from '@mulin/kernel';
import type { State } from '../domain/rating-state.js';
import { type AskingRow, type AskingsView, dueForEvaluation } from '../views/askings.js';

type Parts = Readonly<{
  view: Pick<AskingsView, 'list' | 'waitUntil'>;
  store: Pick<EventStore, 'head'>;
  scheduler: Pick<Scheduler, 'onDue'>;
  schedule: (caseId: string, state: State) => Promise<void>;
  /** Evaluates one case now. */
  evaluate: (caseId: string, traceparent?: string) => Promise<unknown>;
  now: () => Instant;
  every: (ms: number, work: () => Promise<unknown>) => Stop;
}>;

const group = 200;
/** So long the start waits for the view; what it does not show by then is found by the first sweep. */
const viewTimeoutMs = 5_000;

/** Each alone: a case that cannot be evaluated keeps no other from it. */
const evaluateEach = async (
  evaluate: Parts['evaluate'],
  caseIds: readonly string[],
  traces?: TracesOfTimers,
): Promise<void> => {
  const evaluated = await Promise.allSettled(caseIds.map((caseId) => evaluate(caseId, traces?.get(caseId))));
  for (const it of evaluated) if (it.status === 'rejected') throw it.reason;
};

export const watchRatings = ({ view, store, scheduler, schedule, evaluate, now, every }: Parts) => {
  const scheduleAll = async (): Promise<void> => {
    const head = await store.head();
    if (head !== null) await view.waitUntil(head, viewTimeoutMs);
    for await (const rows of dueForEvaluation(view, group))
      await Promise.all(rows.map(({ caseId, state }) => schedule(caseId, state)));
  };

  /** Every page is read before the first evaluation, which moves rows. */
  const evaluateDue = async (): Promise<void> => {
    const due: AskingRow[] = [];
    for await (const rows of dueForEvaluation(view, group, now())) due.push(...rows);
    await evaluateEach(
      evaluate,
      due.map(({ caseId }) => caseId),
    );
  };

  const start = async (): Promise<Stop> => {
    scheduler.onDue((caseIds, traces) => evaluateEach(evaluate, caseIds, traces));
    await scheduleAll().catch((error: unknown) => {
      // While the view is made anew the sweep finds what is due.
      if (!(error instanceof Unavailable)) throw error;
    });
    return every(minute, evaluateDue);
  };

  return { start, evaluateDue };
};
