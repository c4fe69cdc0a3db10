/** Every case with clocks, and when to look at it next: what the sweep goes through. */
import { idOf, type Instant, type Projection, type ReadModel } from '@mulin/kernel';
import * as Clocks from '../domain/clocks.js';

export type ClocksDue = Readonly<{ caseId: string; state: Clocks.State; nextLook: Instant | null }>;

/** Later than every moment there is, so that those who wait for nothing come last. */
const never = 'never';
/** Earlier than every moment: a clock that could not be computed is tried again by every sweep. */
const always = '';

export const clocksDue: Projection<ClocksDue, Clocks.Event> = {
  name: 'clocks-due',
  version: 5,
  categories: [Clocks.decider.category],
  key: idOf,
  project: (row, event) => {
    const state = Clocks.decider.evolve(row?.state ?? Clocks.decider.initial, event);
    return { caseId: idOf(event), state, nextLook: Clocks.nextLook(state) };
  },
  columns: {
    nextLook: ({ state, nextLook }) => (Clocks.lacksClock(state) ? always : (nextLook ?? never)),
  },
};

/** Those that wait for a look, the next one first, page by page; `until`: only those that are due by then. */
export async function* toLookAt(
  view: ReadModel<ClocksDue>,
  limit: number,
  until?: Instant,
): AsyncGenerator<readonly Readonly<{ caseId: string; at: Instant | null }>[]> {
  for (let cursor: string | undefined; ;) {
    const { items, next } = await view.list({ orderBy: 'nextLook', limit, cursor });
    const waiting = items.flatMap(({ caseId, state, nextLook: at }) => {
      if (Clocks.lacksClock(state)) return [{ caseId, at }];
      return at === null || (until !== undefined && at > until) ? [] : [{ caseId, at }];
    });
    if (waiting.length > 0) yield waiting;
    if (next === null || waiting.length < items.length) return;
    cursor = next;
  }
}

/** How many cases have a deadline that is owed and could not be computed. */
export const countLacking = async (view: ReadModel<ClocksDue>): Promise<number> =>
  (await view.count('nextLook', { nextLook: always })).get(always) ?? 0;
