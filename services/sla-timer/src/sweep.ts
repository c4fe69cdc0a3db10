/** Whatever a queue has lost is found again: alarms are wound anew at start, and each minute somebody looks. */
import { type EventStore, type Instant, minute, type Scheduler, type Stop, type View } from '@mulin/kernel';
import { type ClocksDue, toLookAt } from './views/clocks-due.js';

type Parts = Readonly<{
  view: View<ClocksDue>;
  store: EventStore;
  scheduler: Scheduler;
  look: (caseIds: readonly string[]) => Promise<void>;
  now: () => Instant;
  every: (ms: number, work: () => Promise<unknown>) => Stop;
}>;

const group = 500;
/** So long the start waits for the view; what it does not show by then is found by the first sweep. */
const patienceMs = 5_000;

export const sweep = ({ view, store, scheduler, look, now, every }: Parts) => {
  const windAll = async (): Promise<void> => {
    const head = await store.head();
    if (head !== null) await view.showing(head, patienceMs);
    for await (const cases of toLookAt(view, group))
      await Promise.all(cases.map(({ caseId, at }) => scheduler.wake(caseId, at)));
  };

  /** Every page is read before the first look: looking moves the rows. */
  const lookAtDue = async (): Promise<void> => {
    const due: (readonly string[])[] = [];
    for await (const cases of toLookAt(view, group, now())) due.push(cases.map(({ caseId }) => caseId));
    for (const caseIds of due) await look(caseIds);
  };

  const start = async (): Promise<Stop> => {
    await windAll();
    return every(minute, lookAtDue);
  };

  return { start, lookAtDue };
};
