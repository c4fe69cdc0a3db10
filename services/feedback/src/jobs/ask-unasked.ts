/** A town that begins to ask has whoever was not asked yet asked: of work that was verified before, and is not over. */
import { type EventStore, type Stop, Unavailable } from '@mulin/kernel';
import { type AskingRow, type AskingsView, unasked } from '../views/askings.js';

type Parts = Readonly<{
  view: Pick<AskingsView, 'list' | 'waitUntil'>;
  store: Pick<EventStore, 'head'>;
  /** Asks in one case, if that is due. */
  ask: (caseId: string) => Promise<unknown>;
}>;

const group = 200;
/** So long the start waits for the view; who is not in it by then is asked at the next start. */
const viewTimeoutMs = 5_000;

/** To be started where the pack says how to ask. What is asked goes out of the list, so all of it is read first. */
export const askUnasked =
  ({ view, store, ask }: Parts) =>
  async (): Promise<Stop> => {
    try {
      const head = await store.head();
      if (head !== null) await view.waitUntil(head, viewTimeoutMs);
      const waiting: AskingRow[] = [];
      for await (const rows of unasked(view, group)) waiting.push(...rows);
      for (const { caseId } of waiting) await ask(caseId);
    } catch (error) {
      // While the view is made anew nobody can be found: the next start finds them.
      if (!(error instanceof Unavailable)) throw error;
    }
    return async () => {};
  };
