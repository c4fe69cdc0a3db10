/** A view that is folded from the whole log whenever it is asked. */
import {
  type Column,
  type Event,
  type EventStore,
  type Page,
  type Projection,
  type Query,
  rebuild,
  type Recorded,
  Rejection,
  type View,
} from '@mulin/kernel';
import type { Rebuilt } from './platform.js';

type Keyed<Row> = readonly [key: string, row: Row];

const compare = (one: Column, other: Column): number => {
  if (one === other) return 0;
  if (one === null) return 1;
  if (other === null) return -1;
  return one < other ? -1 : 1;
};

const cursorMalformed = () =>
  new Rejection(
    'cursor-malformed',
    { en: 'This cursor is not one of ours.', zh: '游标(cursor)无效。' },
    'malformed',
  );

/** A cursor here is how many rows have been seen. */
const seenBy = (cursor: string | undefined): number => {
  if (cursor === undefined) return 0;
  if (!/^\d{1,9}$/.test(cursor)) throw cursorMalformed();
  return Number(cursor);
};

export const memoryView = <Row extends object, E extends Event>(
  store: EventStore,
  projection: Projection<Row, E>,
): View<Row> & Readonly<{ rebuilt: () => Promise<Rebuilt> }> => {
  const { columns } = projection;
  const valueOf = (row: Row, column: string): Column => {
    const read = columns[column];
    if (read === undefined) throw new Error(`${projection.name} has no column ${column}`);
    return read(row);
  };

  const rows = async (): Promise<readonly Keyed<Row>[]> => {
    const facts = await store.readAll({ from: null, maxCount: Infinity });
    // A service's own log holds its own facts and no others.
    return [...rebuild(projection, facts as readonly Recorded<E>[])];
  };

  const matching = async (where: Query['where'] = {}): Promise<readonly Keyed<Row>[]> =>
    (await rows()).filter(([, row]) =>
      Object.entries(where).every(([column, value]) => valueOf(row, column) === value),
    );

  const list = async ({ where, orderBy, descending, limit = 50, cursor }: Query): Promise<Page<Row>> => {
    const seen = seenBy(cursor);
    const sorted = [...(await matching(where))].sort(
      ([oneKey, one], [otherKey, other]) =>
        (orderBy === undefined ? 0 : compare(valueOf(one, orderBy), valueOf(other, orderBy))) ||
        compare(oneKey, otherKey),
    );
    const ordered = descending === true ? sorted.reverse() : sorted;
    const items = ordered.slice(seen, seen + limit).map(([, row]) => row);
    return { items, next: seen + limit < ordered.length ? String(seen + limit) : null };
  };

  return {
    get: async (key) => new Map(await rows()).get(key) ?? null,
    getMany: async (keys) => {
      const known = new Map(await rows());
      return keys.map((key) => known.get(key) ?? null);
    },
    list,
    count: async (column, where) => {
      const counts = new Map<string, number>();
      for (const [, row] of await matching(where)) {
        const value = String(valueOf(row, column));
        counts.set(value, (counts.get(value) ?? 0) + 1);
      }
      return counts;
    },
    showing: async (position) => ((await store.head()) ?? 0) >= position,
    rebuilt: async () => {
      const facts = (await store.readAll({ from: null, maxCount: Infinity })).length;
      return { name: projection.name, facts, rows: (await rows()).length, seconds: 0 };
    },
  };
};
