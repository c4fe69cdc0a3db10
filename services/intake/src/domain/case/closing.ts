/** How a case is closed, and what must have happened before. */
import { unreachable } from '@mulin/kernel';
import {
  type Decides,
  type known,
  type OtherCase,
  type Outcome,
  type State,
  type Status,
  stillOwed,
} from './case.js';
import * as Handling from '../handling.js';
import * as refusals from './refusals.js';

type Known = ReturnType<typeof known>;

/** The case that is to answer for another one, as it stands. */
export type Answering = OtherCase &
  Pick<Known, 'isArchive'> &
  Readonly<{ status: Status; duplicateOf?: OtherCase | null }>;

/** Only a case that is answered itself answers for another one. */
export const refuseToAnswer = ({ isArchive, status, number, duplicateOf }: Answering): void => {
  if (isArchive) throw refusals.otherArchived();
  if (duplicateOf) throw refusals.otherIsDuplicate(number, duplicateOf.number);
  if (status !== 'registered') throw refusals.otherNotOpen();
};

export type Closing = Readonly<{
  outcome: Outcome;
  /** Whose account closes it. */
  by: string;
  duplicateOf?: Answering;
  handling: Handling.State;
  /** The town closes by the word of whoever asked, and not by that of the desk. */
  isByFeedback?: boolean;
}>;

/**
 * Done is what somebody else has finished. Explained is that, or what the desk itself could answer before anybody had
 * it in hand. A duplicate names the case that answers for it, which must be open when this one is closed, and may be
 * over when the same is asked again.
 */
export const close =
  ({ outcome, by, duplicateOf, handling, isByFeedback = false }: Closing): Decides =>
  (state, now) => {
    if (isClosedSo(state, outcome, duplicateOf)) return [];
    const { cycle, duplicates } = stillOwed(state);
    refuseClosing({ outcome, by, handling, isByFeedback, ...(duplicateOf ? { duplicateOf } : {}) });
    const underWay = duplicates.find(({ isClosed }) => !isClosed);
    if (outcome === 'duplicate' && underWay) throw refusals.duplicateUnderWay(underWay);
    if (duplicateOf === undefined) return [{ type: 'CaseClosed', data: { cycle, outcome, closedAt: now } }];
    const { caseId, number } = duplicateOf;
    const other = { duplicateOf: { caseId, number } };
    return [{ type: 'CaseClosed', data: { cycle, outcome, ...other, closedAt: now } }];
  };

const isClosedSo = (state: State, outcome: Outcome, duplicateOf: OtherCase | undefined): boolean =>
  state.status === 'closed' && state.outcome === outcome && state.duplicateOf?.caseId === duplicateOf?.caseId;

const refuseClosing = ({ outcome, by, duplicateOf, handling, isByFeedback }: Closing): void => {
  switch (outcome) {
    case 'declined':
    case 'withdrawn':
      throw refusals.notByClosing();
    case 'duplicate':
      if (duplicateOf === undefined) throw refusals.noOther();
      return refuseToAnswer(duplicateOf);
    case 'done':
    case 'explained':
      if (duplicateOf !== undefined) throw refusals.otherNotAsked();
      if (isByFeedback === true) throw refusals.closesOnFeedback();
      return refuseUnfinished(outcome, by, handling);
    default:
      return unreachable(outcome);
  }
};

const refuseUnfinished = (outcome: 'done' | 'explained', by: string, handling: Handling.State): void => {
  const { finishedBy } = handling;
  if (finishedBy === by) throw refusals.ownWork();
  if (finishedBy !== null) return;
  if (outcome === 'done') throw refusals.notFinished();
  if (Handling.isInHand(handling)) throw refusals.inHand();
};
