/** The record of readings, as auditors look through it. */
import {
  instant,
  type Page,
  type ReadingQuery,
  type ReadingRecord,
  type Readings,
  Rejection,
} from '@mulin/kernel';
import type { Database } from '@mulin/postgres';
import { schema } from './schema.js';

type Row = Readonly<{
  id: string;
  at: string;
  service: string;
  actor: string;
  purpose: string;
  about: string | null;
  kind: string | null;
  isErasure: boolean;
}>;

const select = `
  select r.id, r.at, r.service, r.actor, r.purpose, r.about, i.kind, r.erased is not null as "isErasure"
  from ${schema}.reading r left join ${schema}.item i on i.id = r.item`;

/** Where a page ends: the moment and the row, which stands for itself. */
type Place = Readonly<{ at: string; id: string }>;

/** The cursor of the page that ends with this row: `placeIn` reads it. */
export const cursorOf = ({ at, id }: Place): string => `${at}~${id}`;

/**
 * What a cursor says.
 *
 * @throws `Rejection` `malformed-cursor` for what `cursorOf` never writes.
 */
export const placeIn = (cursor: string): Place => {
  const [at = '', id = '', ...more] = cursor.split('~');
  if (!/^[\da-f-]{1,36}$/.test(id) || more.length > 0 || Number.isNaN(Date.parse(at)))
    throw new Rejection(
      'malformed-cursor',
      { en: 'This cursor was not given by this list.', zh: '该分页游标不是由此列表给出的。' },
      'malformed',
    );
  return { at, id };
};

/** One condition for each thing that was asked, with its values in the order of their numbers. */
const conditionsOf = ({ about, actor, from, to, cursor }: ReadingQuery) => {
  const place = cursor === undefined ? undefined : placeIn(cursor);
  const asked: readonly (readonly [column: string, comparison: string, value: string | undefined])[] = [
    ['about', '=', about],
    ['actor', '=', actor],
    ['at', '>=', from],
    ['at', '<', to],
  ];
  const given = asked.filter(([, , value]) => value !== undefined);
  const conditions = given.map(([column, comparison], nth) => `r.${column} ${comparison} $${nth + 1}`);
  const values = given.map(([, , value]) => value);
  if (place === undefined) return { conditions, values };
  const after = `(r.at, r.id) < ($${values.length + 1}, $${values.length + 2}::uuid)`;
  return { conditions: [...conditions, after], values: [...values, place.at, place.id] };
};

/**
 * Readings and erasures by people, newest first; what services read by themselves is counted, and not listed.
 *
 * @returns pages of at most `limit` records; `next` is `null` on the last one. `list` throws `malformed-cursor`.
 */
export const readingList = ({ sql }: Database): Readings => ({
  list: async (query): Promise<Page<ReadingRecord>> => {
    const { conditions, values } = conditionsOf(query);
    const where = conditions.length === 0 ? '' : ` where ${conditions.join(' and ')}`;
    const limit = `$${values.length + 1}`;
    const rows = await sql<Row>(`${select}${where} order by r.at desc, r.id desc limit ${limit}`, [
      ...values,
      query.limit + 1,
    ]);
    const shown = rows.slice(0, query.limit);
    const last = shown.at(-1);
    return {
      items: shown.map(({ id: _, at, ...row }) => ({ ...row, at: instant(at) })),
      next: rows.length > query.limit && last !== undefined ? cursorOf(last) : null,
    };
  },
});
