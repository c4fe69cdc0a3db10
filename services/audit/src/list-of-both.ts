/** The cases of somebody's area and those they hold for another one, as one list in the order of each. */
import type { Page, Query, ReadModel } from '@mulin/kernel';
import type { CaseRow } from './views/cases.js';

type Where = NonNullable<Query['where']>;
type Asked = Readonly<{ own: Where; held: Where; isOwn: (row: CaseRow) => boolean }>;
type Wanted = Readonly<{ limit: number; cursor: string | undefined }>;

/** Where one of the two lists goes on: from its beginning, from a cursor of its own, or not at all. */
type Place = string;
const beginning: Place = '';
const end: Place = '.';
const between = '~';

const orderOf = ({ reportedAt, caseId }: CaseRow): string => `${reportedAt ?? ''} ${caseId}`;

const newestFirst = (one: CaseRow, other: CaseRow): number => (orderOf(one) > orderOf(other) ? -1 : 1);

/** A cursor of another list is left to the view, which refuses it. */
const placesIn = (cursor: string): readonly [Place, Place] => {
  const [own = '', held, ...more] = cursor.split(between);
  return held === undefined || more.length > 0 ? [cursor, end] : [own, held];
};

export const listOfBoth = async (
  cases: Pick<ReadModel<CaseRow>, 'list'>,
  { own, held, isOwn }: Asked,
  { limit, cursor }: Wanted,
): Promise<Page<CaseRow>> => {
  const page = async (where: Where, place: Place, most: number): Promise<Page<CaseRow>> => {
    if (place === end) return { items: [], next: null };
    const from = place === beginning ? undefined : place;
    return cases.list({ where, orderBy: 'reportedAt', descending: true, limit: most, cursor: from });
  };
  /** Where the list goes on after so many of a page: it may have been cut short by the other list. */
  const after = async (where: Where, place: Place, { items, next }: Page<CaseRow>, used: number) => {
    if (used === items.length) return next ?? end;
    return used === 0 ? place : ((await page(where, place, used)).next ?? end);
  };

  const [fromOwn, fromHeld] = cursor === undefined ? [beginning, beginning] : placesIn(cursor);
  const [ofOwn, ofHeld] = await Promise.all([page(own, fromOwn, limit), page(held, fromHeld, limit)]);
  const elsewhere = ofHeld.items.filter((row) => !isOwn(row));
  const items = [...ofOwn.items, ...elsewhere].sort(newestFirst).slice(0, limit);

  const shown = new Set(items);
  const usedOwn = ofOwn.items.filter((row) => shown.has(row)).length;
  const cut = ofHeld.items.findIndex((row) => !isOwn(row) && !shown.has(row));
  const usedHeld = cut === -1 ? ofHeld.items.length : cut;
  const places = await Promise.all([
    after(own, fromOwn, ofOwn, usedOwn),
    after(held, fromHeld, ofHeld, usedHeld),
  ]);
  return { items, next: places.every((place) => place === end) ? null : places.join(between) };
};
