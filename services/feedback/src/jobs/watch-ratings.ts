/** Whoever asked has some days for a rating: their end is found by timers, and by a sweep of what a queue has lost. */
import { type EventStore, type Instant, minute, type Scheduler, type Stop, Unavailable } from '@mulin/kernel';
import type { State } from '../domain/rating-state.js';
import { type AskingRow, type AskingsView, toLookAt } from '../views/askings.js';

type Parts = Readonly<{
  view: Pick<AskingsView, 'list' | 'waitUntil'>;
  store: Pick<EventStore, 'head'>;
  scheduler: Pick<Scheduler, 'onDue'>;
  schedule: (caseId: string, state: State) => Promise<void>;
  /** Looks at one case now. */
  look: (caseId: string) => Promise<unknown>;
  now: () => Instant;
  every: (ms: number, work: () => Promise<unknown>) => Stop;
}>;

const group = 200;
/** So long the start waits for the view; what it does not show by then is found by the first sweep. */
const viewTimeoutMs = 5_000;

/** Each alone: a case that cannot be looked at keeps no other from it. */
const lookAtEach = async (look: Parts['look'], caseIds: readonly string[]): Promise<void> => {
  const looked = await Promise.allSettled(caseIds.map((caseId) => look(caseId)));
  for (const it of looked) if (it.status === 'rejected') throw it.reason;
};

export const watchRatings = ({ view, store, scheduler, schedule, look, now, every }: Parts) => {
  const scheduleAll = async (): Promise<void> => {
    const head = await store.head();
    if (head !== null) await view.waitUntil(head, viewTimeoutMs);
    for await (const rows of toLookAt(view, group))
      await Promise.all(rows.map(({ caseId, state }) => schedule(caseId, state)));
  };

  /** Every page is read before the first look: looking moves the rows. */
  const lookAtDue = async (): Promise<void> => {
    const due: AskingRow[] = [];
    for await (const rows of toLookAt(view, group, now())) due.push(...rows);
    await lookAtEach(
      look,
      due.map(({ caseId }) => caseId),
    );
  };

  const start = async (): Promise<Stop> => {
    scheduler.onDue((caseIds) => lookAtEach(look, caseIds));
    await scheduleAll().catch((error: unknown) => {
      // While the view is made anew the sweep finds what is due.
      if (!(error instanceof Unavailable)) throw error;
    });
    return every(minute, lookAtDue);
  };

  return { start, lookAtDue };
};
