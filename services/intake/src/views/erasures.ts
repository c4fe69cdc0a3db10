/** Every erasure: who erased, when, why, and by which case. Whom is nobody's to read here. */
import type { Instant, Projection } from '@mulin/kernel';
import * as Person from '../domain/person.js';

export type ErasureRow = Readonly<{
  id: string;
  caseId: string;
  number: string;
  reason: Person.ErasureReason;
  erasedAt: Instant;
  /** The account that asked for it. */
  by: string;
}>;

export const erasures: Projection<ErasureRow, Person.Event> = {
  name: 'erasures',
  version: 1,
  categories: [Person.decider.category],
  key: ({ id, type, data }) => (type === 'PersonErased' ? data.request : id),
  project: (row, { type, data, metadata }) => {
    if (type !== 'PersonErased') return row;
    const { request, caseId, number, reason, erasedAt } = data;
    return { id: request, caseId, number, reason, erasedAt, by: metadata.actor };
  },
  columns: { erasedAt: ({ erasedAt }) => erasedAt, number: ({ number }) => number },
};
