/** `mulin inbox`: what waits for one person. */
import type { Surroundings } from '../surroundings.js';
import { type Outcome, table } from '../terminal.js';

type Item = Readonly<{
  number: string | null;
  whatName: string;
  whyName: string;
  until: string | null;
  read: boolean;
}>;
type Page = Readonly<{ items: readonly Item[]; next: string | null }>;

/** `2026-03-02 09:00`, by the clock of the town. */
const minuteOf = (at: string): string => at.slice(0, 16).replace('T', ' ');

/** Everything that waits for whoever asks, or for `account`; most urgent first. */
export const inboxCommand = async (
  { town, texts: { inbox } }: Surroundings,
  { account }: { account?: string },
): Promise<Outcome> => {
  const items: Item[] = [];
  for (let cursor: string | null = ''; cursor !== null;) {
    const filters = { ...(account === undefined ? {} : { account }), ...(cursor === '' ? {} : { cursor }) };
    const query = new URLSearchParams({ ...filters, limit: '500' }).toString();
    const page: Page = await town().get<Page>(`/api/v1/inbox?${query}`);
    items.push(...page.items);
    cursor = page.next;
  }
  const rows = items.map(({ number, whatName, whyName, until, read }) => [
    read ? '' : inbox.unread,
    number ?? '',
    whatName,
    whyName,
    until === null ? '' : minuteOf(until),
  ]);
  return { json: { items }, lines: items.length === 0 ? [inbox.none] : table(inbox.heads, rows) };
};
