/** Every erasure: who erased, when, why, and by which case. Whom is nobody's to read here. */
import { column, type Instant, type Projection } from '@mulin/kernel';
import * as Person from '../domain/person.js';

type ErasureRow = Readonly<{
  id: string;
  caseId: string;
  number: string;
  reason: Person.ErasureReason;
  erasedAt: Instant;
  /** The account that asked for it. */
  by: string;
}>;

export const erasures = {
  name: 'erasures',
  version: 1,
  categories: [Person.decider.category],
  key: ({ id, type, data }) => (type === 'PersonErased' ? data.request : id),
  project: (row, { type, data, metadata }) => {
    if (type !== 'PersonErased') return row;
    const { request, caseId, number, reason, erasedAt } = data;
    return { id: request, caseId, number, reason, erasedAt, by: metadata.actor };
  },
  columns: {
    erasedAt: column.instant(({ erasedAt }) => erasedAt),
    number: column.text(({ number }) => number),
  },
} satisfies Projection<ErasureRow, Person.Event>;
