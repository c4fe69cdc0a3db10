/** What whoever asked said of each cycle: the last word of a cycle stands. What they wrote beside it is in the vault. */
import { column, idOf, type Instant, type Projection } from '@mulin/kernel';
import type { Channel, Event, Rated } from '../domain/rating-events.js';
import { decider } from '../domain/rating-state.js';

type RatingRow = Rated &
  Readonly<{
    caseId: string;
    number: string;
    cycle: number;
    area: string;
    channel: Channel;
    hasWords: boolean;
    ratedAt: Instant;
  }>;

export const ratings = {
  name: 'ratings',
  version: 1,
  categories: [decider.category],
  key: (event) => (event.type === 'CaseRated' ? `${idOf(event)}/${event.data.cycle}` : idOf(event)),
  project: (row, event) => {
    if (event.type !== 'CaseRated') return row;
    const { wordsId, ...rated } = event.data;
    return { caseId: idOf(event), ...rated, hasWords: wordsId !== undefined };
  },
  columns: {
    caseId: column.text(({ caseId }) => caseId),
    area: column.path(({ area }) => area),
    ratedAt: column.instant(({ ratedAt }) => ratedAt),
  },
  sorts: ['ratedAt'],
} satisfies Projection<RatingRow, Event>;
