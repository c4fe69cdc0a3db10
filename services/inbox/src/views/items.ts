/** Everything that waits for somebody, one row for each thing. */
import { column, idOf, type Instant, type Projection, type ReadModelOf } from '@mulin/kernel';
import { marksOf } from '../domain/addressees.js';
import type { Item } from '../domain/item.js';
import type { Event } from '../domain/matter.js';

export type ItemRow = Item &
  Readonly<{
    /** The accounts that have read it, and that have put it away. */
    read: readonly string[];
    done: readonly string[];
    /** Where it opened in the log of this service, and when: notices go on from there. */
    openedAt: number;
    openedOn: Instant;
  }>;

const openedWith = (openedAt: number, openedOn: Instant) => ({ read: [], done: [], openedAt, openedOn });

type Marking = 'read' | 'done';

const marked = (row: ItemRow | null, which: Marking, account: string): ItemRow | null =>
  row && { ...row, [which]: [...row[which], account] };

/** What has no deadline waits behind all that has one. */
const never = '9999-12-31T23:59:59.999Z';

export const items = {
  name: 'items',
  version: 2,
  categories: ['matter'],
  key: (event) => (event.type === 'NewsHeard' ? idOf(event) : event.data.id),
  project: (row, { type, data, position, metadata }) => {
    switch (type) {
      case 'ItemOpened':
        return { ...openedWith(position, metadata.recordedAt), ...data };
      case 'ItemChanged':
        return { ...(row ?? openedWith(position, metadata.recordedAt)), ...data };
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
    openedAt: column.integer<ItemRow>(({ openedAt }) => openedAt),
  },
  sorts: ['until', 'openedAt'],
} satisfies Projection<ItemRow, Event>;

export type Items = ReadModelOf<typeof items>;
