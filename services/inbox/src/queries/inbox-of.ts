/** What waits for one person, most urgent first. */
import type { Actor, Page } from '@mulin/kernel';
import { isLeftOut, marksOfReader } from '../domain/addressees.js';
import type { Item } from '../domain/item.js';
import type { ItemRow, Items } from '../views/items.js';
import { reasonOf, taskWords } from '../domain/texts/words.js';

type Language = 'en' | 'zh';
/** Whose inbox it is. */
export type Reader = Pick<Actor, 'id' | 'role' | 'area'>;

/** Whether it waits for this reader: for their account, or for their role where they answer. */
export const isFor = (
  reader: Reader,
  marks: readonly string[],
  item: Pick<Item, 'except' | 'notOf'>,
): boolean => !isLeftOut(reader, item) && marksOfReader(reader).some((mark) => marks.includes(mark));

/** One thing as it is shown. */
export const shown = (item: Item, isRead: boolean, language: Language) => ({
  id: item.id,
  number: item.number,
  caseId: item.caseId,
  of: item.of ?? 'case',
  kind: item.kind,
  what: item.what,
  whatName: taskWords[item.what][language],
  why: item.why,
  whyName: reasonOf(item.why)[language],
  since: item.since,
  until: item.until,
  area: item.area,
  isUrgent: item.isUrgent,
  read: isRead,
});

type Shown = ReturnType<typeof shown>;
type InboxQuery = Readonly<{ limit: number; cursor?: string | undefined }>;

const orderBy = [{ by: 'until' }] as const;

/** Not what they had a hand in themselves, nor what they have put away. */
export const isWaiting = (reader: Reader, row: ItemRow): boolean =>
  !isLeftOut(reader, row) && !row.done.includes(reader.id);

/**
 * A page of what waits for a reader, by when it is due; what has no deadline comes last.
 *
 * @param asked.limit at most so many items.
 * @throws `Rejection` `malformed-cursor` for a cursor that no such list gave.
 */
export const inboxOf = async (
  items: Items,
  reader: Reader,
  { limit, cursor }: InboxQuery,
  language: Language,
): Promise<Page<Shown>> => {
  const where = { to: { hasAny: marksOfReader(reader) } };
  const found: ItemRow[] = [];
  let next: string | null = cursor ?? null;
  do {
    const page: Page<ItemRow> = await items.list({
      where,
      orderBy,
      limit: limit - found.length,
      ...(next === null ? {} : { cursor: next }),
    });
    found.push(...page.items.filter((row) => isWaiting(reader, row)));
    next = page.next;
  } while (next !== null && found.length < limit);
  return { items: found.map((row) => shown(row, row.read.includes(reader.id), language)), next };
};
