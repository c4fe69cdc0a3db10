/** Two reports that are one, as the case sees it that answers for both. */
import { type Decides, known, type OtherCase } from './case.js';
import { type Answering, refuseToAnswer } from './closing.js';
import * as refusals from './refusals.js';

/** Asked before the other one is closed: from now on this one is not withdrawn behind its back. */
export const expectDuplicate =
  ({ caseId, number }: OtherCase): Decides =>
  (state, now) => {
    const it = known(state);
    if (it.duplicates.some((other) => other.caseId === caseId)) return [];
    refuseToAnswer(answering('', it));
    return [{ type: 'DuplicateExpected', data: { cycle: it.cycle, caseId, number, expectedAt: now } }];
  };

/** Told that the other one was closed as its duplicate. */
export const joinDuplicate =
  ({ caseId, number }: OtherCase): Decides =>
  (state, now) => {
    const { cycle, duplicates } = known(state);
    const isJoined = duplicates.some((other) => other.caseId === caseId && other.isClosed);
    return isJoined ? [] : [{ type: 'DuplicateJoined', data: { cycle, caseId, number, joinedAt: now } }];
  };

/** Told that the other one was not closed, after all. */
export const dropDuplicate =
  (caseId: string): Decides =>
  (state, now) => {
    const { cycle, duplicates } = known(state);
    const isExpected = duplicates.some((other) => other.caseId === caseId && !other.isClosed);
    return isExpected ? [{ type: 'DuplicateGone', data: { cycle, caseId, goneAt: now } }] : [];
  };

/** They are two things after all: from now on this one is answered by itself, and is owed what it always was. */
export const unmerge: Decides = (state, now) => {
  const it = known(state);
  if (it.status !== 'closed' || it.duplicateOf === null) throw refusals.notMerged();
  return [{ type: 'CaseUnmerged', data: { cycle: it.cycle, survivor: it.duplicateOf, unmergedAt: now } }];
};

/** Told that the other one is not its duplicate any more. */
export const separateDuplicate =
  ({ caseId, number }: OtherCase): Decides =>
  (state, now) => {
    const { cycle, duplicates } = known(state);
    const isHere = duplicates.some((other) => other.caseId === caseId);
    return isHere ? [{ type: 'DuplicateSeparated', data: { cycle, caseId, number, separatedAt: now } }] : [];
  };

/** What must be known of a case for it to answer for another one. */
export const answering = (caseId: string, it: ReturnType<typeof known>): Answering => {
  const { number, status, isArchive } = it;
  return { caseId, number, status, isArchive, duplicateOf: it.status === 'closed' ? it.duplicateOf : null };
};
