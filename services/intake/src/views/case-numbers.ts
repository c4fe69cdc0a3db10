/** Which case has which number: people name a case by it. */
import { idOf, type Projection } from '@mulin/kernel';
import * as Case from '../domain/case.js';

export type NumberedCase = Readonly<{ caseId: string; number: string }>;

export const caseNumbers: Projection<NumberedCase, Case.Event> = {
  name: 'case-numbers',
  version: 1,
  categories: [Case.decider.category],
  key: idOf,
  project: (row, event) =>
    event.type === 'CaseRegistered' ? { caseId: idOf(event), number: event.data.number } : row,
  columns: { number: ({ number }) => number },
};
