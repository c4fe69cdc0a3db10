/**
 * What one case knows of another one that does not know it yet: for a moment, or since a process died in between. A
 * merger, its undoing and a split are two events of two cases.
 */
import { column, idOf, type Instant, type Projection } from '@mulin/kernel';
import * as Case from '../domain/case/case.js';

/** What has begun: a case is to be closed as a duplicate; is none any more; was a part of the other one. */
type LinkKind = 'merger' | 'undoing' | 'split';

export type LinkUnderWay = Readonly<{
  kind: LinkKind;
  /** The case that is to hear the end of it: the one that answers for both, or the whole. */
  caseId: string;
  /** The duplicate, or the part. */
  other: string;
  since: Instant;
}>;

type Pair = Pick<LinkUnderWay, 'caseId' | 'other'>;

/** Which case is to hear of which one; `null`: it is about one case alone. */
const pairIn = (event: Case.Event, id: string): Pair | null => {
  switch (event.type) {
    case 'DuplicateExpected':
    case 'DuplicateJoined':
    case 'DuplicateGone':
    case 'DuplicateSeparated':
      return { caseId: id, other: event.data.caseId };
    case 'CaseUnmerged':
      return { caseId: event.data.survivor.caseId, other: id };
    case 'CaseSplit':
      return { caseId: id, other: event.data.part.caseId };
    case 'CaseRegistered':
      return pairOf(event.data.splitFrom, id);
    case 'CaseClosed':
      return pairOf(event.data.duplicateOf, id);
    default:
      return null;
  }
};

const pairOf = (answering: Case.OtherCase | undefined, other: string): Pair | null =>
  answering === undefined ? null : { caseId: answering.caseId, other };

/** One key for all that is about one case alone: no row is ever there, so that it is looked up once. */
const none = 'none';

const keyOf = (pair: Pair | null): string => (pair === null ? none : `${pair.caseId} ${pair.other}`);

const begunBy = (event: Case.Event): Pick<LinkUnderWay, 'kind' | 'since'> | null => {
  switch (event.type) {
    case 'DuplicateExpected':
      return { kind: 'merger', since: event.data.expectedAt };
    case 'CaseUnmerged':
      return { kind: 'undoing', since: event.data.unmergedAt };
    case 'CaseRegistered':
      return { kind: 'split', since: event.data.registeredAt };
    default:
      return null;
  }
};

/** Closed as its duplicate again, a case has nothing of the undoing to tell any more; of a merger the other one must hear. */
const after = (before: LinkUnderWay | null, event: Case.Event, pair: Pair | null): LinkUnderWay | null => {
  if (pair === null) return null;
  if (event.type === 'CaseClosed') return before?.kind === 'undoing' ? null : before;
  const begun = begunBy(event);
  return begun && { ...begun, ...pair };
};

export const linksUnderWay = {
  name: 'links-under-way',
  version: 1,
  categories: [Case.decider.category],
  key: (event) => keyOf(pairIn(event, idOf(event))),
  project: (before, event) => after(before, event, pairIn(event, idOf(event))),
  columns: { since: column.instant(({ since }) => since) },
} satisfies Projection<LinkUnderWay, Case.Event>;
