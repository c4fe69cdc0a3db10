/** One list of two: what is due first comes first, wherever it comes from, page by page. */
import type { Page } from '@mulin/kernel';
import type { Notice } from '../../views/notices.js';
import type { Escalation, Own } from './rows.js';

/** Rows of one view, each of which may concern several people. */
export type Listing<Row> = Readonly<{
  /** Sorted by `dueOf`; what has nothing there comes first. */
  page: (limit: number, cursor: string | undefined) => Promise<Page<Row>>;
  cursorAfter: (row: Row) => string;
  dueOf: (row: Row) => string | null;
  /** Of a row what the reader may see. */
  noticesOf: (row: Row) => readonly Notice[];
  escalationOf: (row: Row, own: Own) => Escalation;
}>;

type Entry = Readonly<{ dueAt: string | null; escalation: Escalation }>;

/** What a list has next; `after`: where it goes on after so many of these; `null`: it has no more. */
type Part = Readonly<{ entries: readonly Entry[]; after: (count: number) => string | null }>;

const none: Part = { entries: [], after: () => null };

const byPerson = (notices: readonly Notice[]): readonly Own[] => {
  const groups = new Map<string, [Notice, ...Notice[]]>();
  for (const it of notices) {
    const group = groups.get(it.to);
    if (group === undefined) groups.set(it.to, [it]);
    else group.push(it);
  }
  return [...groups.values()];
};

/** A row may concern several people: a page that ends within one says after whom of it the next one begins. */
type Place = Readonly<{ rows: string | undefined; after: string | null }>;

const placeOf = (cursor: string): Place => {
  const [rows = '', after] = cursor.split('~');
  return { rows: rows === '' ? undefined : rows, after: after ?? null };
};

const cursorOf = ({ rows = '', after }: Place): string => (after === null ? rows : `${rows}~${after}`);

const partOf = async <Row>(listing: Listing<Row>, limit: number, cursor: string | null): Promise<Part> => {
  if (cursor === null) return none;
  const place = placeOf(cursor);
  const page = await listing.page(limit, place.rows);
  const shown = page.items.flatMap((row, nth) => {
    const people = byPerson(listing.noticesOf(row));
    const before = nth > 0 ? 0 : people.findIndex(([{ to }]) => to === place.after) + 1;
    return people.slice(before).map((own) => ({ row, own }));
  });
  return {
    entries: shown.map(({ row, own }) => ({
      dueAt: listing.dueOf(row),
      escalation: listing.escalationOf(row, own),
    })),
    after: (count) => {
      if (count >= shown.length) return page.next;
      const last = shown[count - 1];
      if (last === undefined) return cursor;
      // The last one is or is not the last of its row.
      const before = shown.slice(0, count).findLast(({ row }) => row !== last.row)?.row;
      const rows = before === undefined ? place.rows : listing.cursorAfter(before);
      return cursorOf({ rows, after: last.own[0].to });
    },
  };
};

const isFirst = (one: Entry, other: Entry | undefined): boolean =>
  other === undefined || (one.dueAt ?? '') <= (other.dueAt ?? '');

/** Whether a list goes on after what of it is known here: what comes there is not known to come later. */
const isCut = (part: Part, count: number): boolean =>
  count >= part.entries.length && part.after(count) !== null;

/** How many of each of two lists a page has: what is due first, until either goes on elsewhere. */
const countsOf = (one: Part, other: Part, limit: number): readonly [number, number] => {
  let [here, there] = [0, 0];
  while (here + there < limit && !isCut(one, here) && !isCut(other, there)) {
    const [next, nextThere] = [one.entries[here], other.entries[there]];
    if (next !== undefined && isFirst(next, nextThere)) here += 1;
    else if (nextThere !== undefined) there += 1;
    else break;
  }
  return [here, there];
};

/** What stands in a cursor for a list that has no more. */
const over = '.';

const cursorsIn = (cursor: string | undefined): readonly [string | null, string | null] => {
  // One of before there were two lists is of the first of them.
  const [one = '', other = ''] = (cursor ?? '').split('|');
  return [one === over ? null : one, other === over ? null : other];
};

/** @throws `Rejection` `malformed-cursor` for a cursor that no such list gave. */
export const together = async <Row, OtherRow>(
  listing: Listing<Row>,
  otherListing: Listing<OtherRow>,
  { limit, cursor }: Readonly<{ limit: number; cursor?: string | undefined }>,
): Promise<Page<Escalation>> => {
  const [cursorHere, cursorThere] = cursorsIn(cursor);
  const [one, other] = await Promise.all([
    partOf(listing, limit, cursorHere),
    partOf(otherListing, limit, cursorThere),
  ]);
  const [here, there] = countsOf(one, other, limit);
  const items = [...one.entries.slice(0, here), ...other.entries.slice(0, there)].sort((a, b) =>
    (a.dueAt ?? '') < (b.dueAt ?? '') ? -1 : Number((a.dueAt ?? '') > (b.dueAt ?? '')),
  );
  const [after, afterThere] = [one.after(here), other.after(there)];
  return {
    items: items.map(({ escalation }) => escalation),
    next: after === null && afterThere === null ? null : `${after ?? over}|${afterThere ?? over}`,
  };
};
