import type { Reaction } from '@mulin/bus';
import {
  CaseClosedV1,
  CaseDeclinedV1,
  CaseMergedV1,
  CaseReclassifiedV1,
  CaseRegisteredV1,
  CaseReopenedV1,
  CaseSupplementedV1,
  CaseUnmergedV1,
  CaseWithdrawnV1,
} from '@mulin/contracts';
import { recording, type Matters } from './record-events.js';

/** What intake tells of a case: whether an answer is owed, and how urgent it is. History of another system waits for nobody. */
export const whenCaseChanges = (matters: Matters): readonly Reaction[] => {
  const of = recording(matters, 'intake');
  const ended = ({ cycle }: { cycle: number }) => ({ is: 'ended', cycle }) as const;
  const ofMerged = <Is extends 'ended' | 'goes-on'>(
    is: Is,
    { part, cycle }: { part: string; cycle: number },
  ) => (part === 'merged' ? { is, cycle } : null);
  return [
    of(CaseRegisteredV1, ({ number, cycle, urgency, archive }) =>
      archive === undefined ? { is: 'registered', number, cycle, urgency } : null,
    ),
    of(CaseReclassifiedV1, ({ cycle, urgency }) => ({ is: 'reclassified', cycle, urgency })),
    of(CaseReopenedV1, ({ number, cycle, urgency }) => ({ is: 'reopened', number, cycle, urgency })),
    // A case of the archive that a later file closes never waited, and says no more than that it is over.
    of(CaseClosedV1, ended),
    of(CaseDeclinedV1, ended),
    of(CaseWithdrawnV1, ended),
    of(CaseMergedV1, (data) => ofMerged('ended', data)),
    of(CaseUnmergedV1, (data) => ofMerged('goes-on', data)),
    // What those who handle it have added themselves is no news to them.
    of(CaseSupplementedV1, ({ number, cycle, kind, itemId }, { actorrole }) =>
      actorrole === 'resident' ? { is: 'added', number, cycle, kind, itemId } : null,
    ),
  ];
};
