/** Every promise as it stands: for lists, for whoever talks to the same person again, and for everybody. */
import { column, idOf, type Projection, type ReadModelOf } from '@mulin/kernel';
import { decider, type Event, type Known, type State } from '../domain/promise/promise.js';

/** `state` is `null` for what begins with an event that makes no promise, which no log has. */
export type PromiseRow = Readonly<{ caseId: string; state: State }>;

const of =
  <Value>(get: (it: Known) => Value) =>
  ({ state }: PromiseRow): Value | null =>
    state === null ? null : get(state);

/** What became of it for good; `null`: it is open, or broken by time alone, which only the reader's clock can tell. */
const endOf = ({ kept, dropped, dueAt }: Known): 'kept' | 'late' | 'dropped' | null => {
  if (kept !== null) return kept.at <= dueAt ? 'kept' : 'late';
  return dropped === null ? null : 'dropped';
};

export const promises = {
  name: 'promises',
  version: 1,
  categories: [decider.category],
  key: idOf,
  project: (row, event) => ({
    caseId: idOf(event),
    state: decider.evolve(row?.state ?? decider.initial, event),
  }),
  columns: {
    number: column.text(of((it) => it.number)),
    area: column.path(of((it) => it.area)),
    owner: column.text(of((it) => it.owner)),
    /** To whom it was made. */
    person: column.text(of((it) => it.person)),
    end: column.text(of(endOf)),
    dueAt: column.instant(of((it) => it.dueAt)),
    madeAt: column.instant(of((it) => it.madeAt)),
  },
  sorts: ['madeAt', 'dueAt'],
} satisfies Projection<PromiseRow, Event>;

export type PromisesView = ReadModelOf<typeof promises>;
