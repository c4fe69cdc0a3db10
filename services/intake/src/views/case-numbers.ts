/** Which case has which number: people name a case by it. */
import { column, idOf, type Projection } from '@mulin/kernel';
import * as Case from '../domain/case/case.js';

type NumberedCase = Readonly<{ caseId: string; number: string }>;

export const caseNumbers = {
  name: 'case-numbers',
  version: 1,
  categories: [Case.decider.category],
  key: idOf,
  project: (row, event) =>
    event.type === 'CaseRegistered' ? { caseId: idOf(event), number: event.data.number } : row,
  columns: { number: column.text(({ number }) => number) },
  sorts: [],
} satisfies Projection<NumberedCase, Case.Event>;
