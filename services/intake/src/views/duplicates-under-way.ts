/** Which cases wait for another one to be closed as their duplicate: for a moment, or since a process died in between. */
import { column, idOf, type Instant, type Projection } from '@mulin/kernel';
import * as Case from '../domain/case/case.js';

export type DuplicateUnderWay = Readonly<{
  /** The case that is to answer for both. */
  caseId: string;
  /** The one that is about to be closed as its duplicate. */
  other: Case.OtherCase;
  expectedAt: Instant;
}>;

/** One key for all that is no word of a duplicate: no row is ever there, so that it is looked up once. */
const none = 'none';

const rowAfter = (event: Case.Event, caseId: string): DuplicateUnderWay | null => {
  if (event.type !== 'DuplicateExpected') return null;
  const { caseId: other, number, expectedAt } = event.data;
  return { caseId, other: { caseId: other, number }, expectedAt };
};

export const duplicatesUnderWay = {
  name: 'duplicates-under-way',
  version: 1,
  categories: [Case.decider.category],
  key: (event) => (event.type.startsWith('Duplicate') ? `${idOf(event)} ${caseIn(event)}` : none),
  project: (_, event) => rowAfter(event, idOf(event)),
  columns: { expectedAt: column.instant(({ expectedAt }) => expectedAt) },
} satisfies Projection<DuplicateUnderWay, Case.Event>;

const caseIn = ({ data }: Case.Event): string => ('caseId' in data ? data.caseId : '');
