/** Sessions by mediator and time: a calendar. */
import { column, idOf, type Instant, type Projection, type ReadModelOf } from '@mulin/kernel';
import type { Event } from '../domain/dispute/dispute-events.js';
import { decider } from '../domain/dispute/dispute-state.js';

type SessionRow = Readonly<{
  disputeId: string;
  number: string;
  area: string;
  session: number;
  mediator: string;
  place: string;
  from: Instant;
  until: Instant;
  state: 'planned' | 'called-off' | 'held';
}>;

const keyOf = (event: Parameters<typeof idOf>[0] & Event): string => {
  const { type, data } = event;
  const isOfSession = type === 'SessionPlanned' || type === 'SessionCalledOff' || type === 'SessionHeld';
  return isOfSession ? `${idOf(event)}/${data.session}` : idOf(event);
};

export const sessions = {
  name: 'sessions',
  version: 1,
  categories: [decider.category],
  key: keyOf,
  project: (row, event) => {
    switch (event.type) {
      case 'SessionPlanned': {
        const { plannedAt: _, booking: __, ...planned } = event.data;
        return { disputeId: idOf(event), ...planned, state: 'planned' };
      }
      case 'SessionCalledOff':
        return row && { ...row, state: 'called-off' };
      case 'SessionHeld':
        return row && { ...row, state: 'held' };
      default:
        return row;
    }
  },
  columns: {
    mediator: column.text(({ mediator }) => mediator),
    area: column.path(({ area }) => area),
    state: column.text(({ state }) => state),
    from: column.instant(({ from }) => from),
  },
  sorts: ['from'],
} satisfies Projection<SessionRow, Event>;

export type SessionsView = ReadModelOf<typeof sessions>;
