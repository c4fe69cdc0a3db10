/** The ledger of what was sent: one row for each message to one account by one channel. */
import { column, type Instant, idOf, type Projection, type ReadModelOf } from '@mulin/kernel';
import type { Event, Owed } from '../domain/delivery/delivery.js';
import { type Because, nothingWaits } from '../domain/delivery/failures.js';
import { channels } from '../domain/recipient/recipient.js';

export const deliveryStates = ['waiting', 'sent', 'failed', 'not-needed'] as const;

export type DeliveryRow = Pick<Owed, 'account' | 'channel' | 'kind' | 'lines' | 'fresh' | 'upTo' | 'at'> &
  Readonly<{
    id: string;
    /** `not-needed`: what it told waited no more when it was to be sent. */
    state: (typeof deliveryStates)[number];
    attempts: number;
    /** When it was tried last; `null`: not yet. */
    lastAt: string | null;
    nextAt: Instant | null;
    because: Because | null;
    /** What the receiver answered, where it was a number. */
    status: number | null;
    /** Where it went, or was to go: the id of an address in the vault. */
    address: string | null;
  }>;

const opened = (id: string, { account, channel, kind, lines, fresh, upTo, at }: Owed): DeliveryRow => ({
  id,
  account,
  channel,
  kind,
  lines,
  fresh,
  upTo,
  at,
  state: 'waiting',
  attempts: 0,
  lastAt: null,
  nextAt: at as Instant, // it was recorded in our own form
  because: null,
  status: null,
  address: null,
});

type Tried = Extract<Event, { type: 'DeliverySent' | 'DeliveryFailed' | 'DeliveryGivenUp' }>['data'];

const tried = (row: DeliveryRow, data: Tried): DeliveryRow => ({
  ...row,
  attempts: data.attempt,
  lastAt: data.address === null ? row.lastAt : data.at,
  address: data.address ?? row.address,
  nextAt: 'nextAt' in data ? data.nextAt : null,
  because: 'because' in data ? data.because : null,
  status: 'status' in data ? data.status : null,
});

export const deliveries = {
  name: 'deliveries',
  version: 3,
  categories: ['delivery'],
  key: idOf,
  project: (row, event) => {
    if (event.type === 'DeliveryOwed') return opened(idOf(event), event.data);
    if (row === null) return null;
    switch (event.type) {
      case 'DeliverySent':
        return { ...tried(row, event.data), state: 'sent' };
      case 'DeliveryFailed':
        return tried(row, event.data);
      case 'DeliveryGivenUp':
        return { ...tried(row, event.data), state: 'failed' };
      case 'DeliveryPutOff':
        return { ...row, nextAt: event.data.nextAt };
      case 'DeliveryResumed': {
        const { at, address } = event.data;
        return { ...row, state: 'waiting', nextAt: at, because: null, status: null, address };
      }
      case 'DeliveryRevised':
        return { ...row, lines: event.data.lines, fresh: event.data.fresh };
      case 'DeliveryDropped':
        return { ...row, state: 'not-needed', nextAt: null, because: nothingWaits };
    }
  },
  columns: {
    account: column.text<DeliveryRow>(({ account }) => account),
    channel: column.text<DeliveryRow>(({ channel }) => channel),
    isUrgent: column.boolean<DeliveryRow>(({ kind }) => kind === 'urgent'),
    upTo: column.integer<DeliveryRow>(({ upTo }) => upTo),
    at: column.instant<DeliveryRow>(({ at }) => at),
    state: column.text<DeliveryRow>(({ state }) => state),
    /** Of those alone that are still tried. */
    nextAt: column.instant<DeliveryRow>(({ nextAt }) => nextAt),
  },
  sorts: ['upTo', 'at'],
  unindexed: ['channel', 'isUrgent', 'state'],
} satisfies Projection<DeliveryRow, Event>;

export type Deliveries = ReadModelOf<typeof deliveries>;

/** How many are still to be sent, by channel. */
export const waitingByChannel = async (
  ledger: Pick<Deliveries, 'count'>,
): Promise<readonly Readonly<{ labels: { channel: string }; value: number }>[]> => {
  const counts = await ledger.count('channel', { nextAt: { not: null } });
  return channels.map((channel) => ({ labels: { channel }, value: counts.get(channel) ?? 0 }));
};
