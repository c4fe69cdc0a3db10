/** Everything that waits for somebody, one row for each thing. */
import { column, idOf, type Projection, type ReadModelOf } from '@mulin/kernel';
import { marksOf } from '../domain/addressees.js';
import type { Item } from '../domain/item.js';
import type { Event } from '../domain/matter.js';

export type ItemRow = Item &
  Readonly<{
    /** The accounts that have read it, and that have put it away. */
    read: readonly string[];
    done: readonly string[];
  }>;

type Marking = 'read' | 'done';

const marked = (row: ItemRow | null, which: Marking, account: string): ItemRow | null =>
  row && { ...row, [which]: [...row[which], account] };

/** What has no deadline waits behind all that has one. */
const never = '9999-12-31T23:59:59.999Z';

export const items = {
  name: 'items',
  version: 1,
  categories: ['matter'],
  key: (event) => (event.type === 'NewsHeard' ? idOf(event) : event.data.id),
  project: (row, { type, data }) => {
    switch (type) {
      case 'ItemOpened':
        return { ...data, read: [], done: [] };
      case 'ItemChanged':
        return { ...data, read: row?.read ?? [], done: row?.done ?? [] };
      case 'ItemSettled':
        return null;
      case 'ItemRead':
        return marked(row, 'read', data.account);
      case 'ItemDone':
        return marked(row, 'done', data.account);
      case 'NewsHeard':
        return row;
    }
  },
  columns: {
    to: column.texts<ItemRow>(({ to }) => marksOf(to)),
    until: column.instant<ItemRow>(({ until }) => until ?? never),
  },
  sorts: ['until'],
} satisfies Projection<ItemRow, Event>;

export type Items = ReadModelOf<typeof items>;
