/** How a view is gone through page by page for what waits to be evaluated. */
import type { Instant, Page } from '@mulin/kernel';

/** What waits, and until when; `null`: it waits for rules that the town lacks. */
type Waiting = Readonly<{ id: string; at: Instant | null }>;

/**
 * Those that wait to be evaluated, the next one first, page by page; `until`: only those that are due by then. What
 * lacks its terms waits always.
 */
export type Due = (limit: number, until?: Instant) => AsyncGenerator<readonly Waiting[]>;

/** The moments by which a page is asked for: any, or those until then. */
export const dueUntil = (until: Instant | undefined) =>
  until === undefined ? { not: null } : { lte: until };

/** All pages of a list. */
export async function* pagesOf<Row>(
  list: (cursor: string | undefined) => Promise<Page<Row>>,
  waitingOf: (row: Row) => Waiting,
): AsyncGenerator<readonly Waiting[]> {
  for (let cursor: string | undefined; ;) {
    const { items, next } = await list(cursor);
    if (items.length > 0) yield items.map(waitingOf);
    if (next === null) return;
    cursor = next;
  }
}
