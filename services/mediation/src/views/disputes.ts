/** Every dispute as it stands: for lists, and to know how much each mediator has to do. */
import { column, idOf, type Projection, type ReadModelOf } from '@mulin/kernel';
import type { Event } from '../domain/dispute/dispute-events.js';
import { decider, type Known, stageOf, type State } from '../domain/dispute/dispute-state.js';

/** `state` is `null` for what begins with an event that opens nothing, which no log has. */
type DisputeRow = Readonly<{ caseId: string; state: State }>;

const of =
  <Value>(get: (it: Known) => Value) =>
  ({ state }: DisputeRow): Value | null =>
    state === null ? null : get(state);

export const disputes = {
  name: 'disputes',
  version: 2,
  categories: [decider.category],
  key: idOf,
  project: (row, event) => ({
    caseId: idOf(event),
    state: decider.evolve(row?.state ?? decider.initial, event),
  }),
  columns: {
    number: column.text(of((it) => it.number)),
    area: column.path(of((it) => it.area)),
    colour: column.text(of((it) => it.colour)),
    stage: column.text(of(stageOf)),
    mediator: column.text(of((it) => it.mediator?.mediator ?? null)),
    /** Who has it while it goes on; `null`: nobody, or it is over. */
    busy: column.text(of((it) => (it.end === null ? (it.mediator?.mediator ?? null) : null))),
    /** The accounts of its parties, as pseudonyms. */
    accounts: column.texts(({ state }) => (state?.parties ?? []).flatMap(({ account }) => account ?? [])),
    parties: column.texts(({ state }) => (state?.parties ?? []).map(({ party }) => party)),
    since: column.instant(of((it) => it.beganAt)),
  },
  sorts: ['since'],
} satisfies Projection<DisputeRow, Event>;

export type DisputesView = ReadModelOf<typeof disputes>;
