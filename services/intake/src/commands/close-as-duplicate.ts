/** A case is closed as the duplicate of another one, which answers for both from then on. */
import { Rejection } from '@mulin/kernel';
import type { CommandContext } from '@mulin/service';
import type { Dependencies } from '../dependencies.js';
import * as Case from '../domain/case/case.js';
import { type Answering, close, type Closing } from '../domain/case/closing.js';
import { answering, dropDuplicate, expectDuplicate, joinDuplicate } from '../domain/case/duplicates.js';
import { itself } from '../domain/case/refusals.js';
import { afterHandling } from '../queries/case-at-hand.js';

/** A case by its id or its number; refused where there is none. */
export const caseCalled = async ({ cases, caseIdOf }: Dependencies, name: string): Promise<Answering> => {
  const id = await caseIdOf(name);
  const { state } = await cases.query(id);
  return answering(id, Case.known(state));
};

/**
 * The other case hears of it before and after: from the first on it is not withdrawn, and of two cases that two clerks
 * close at once as duplicates of each other at least one stays open. What the first word promised and a refusal
 * prevents is taken back.
 */
export const closeAsDuplicate = async (
  { cases, handling, now, newId }: Dependencies,
  request: CommandContext,
  {
    caseId,
    closing,
    options,
  }: Readonly<{ caseId: string; closing: Closing; options: Readonly<{ ifRevision?: number }> }>,
) => {
  const { duplicateOf } = closing;
  const context = await afterHandling({ handling }, request, caseId);
  const decide = close(closing);
  if (duplicateOf === undefined) return cases(caseId, decide, context, options);
  if (duplicateOf.caseId === caseId) throw itself();
  const { state: before } = await cases.query(caseId);
  const { number } = Case.known(before);
  // Each word is a cause of its own: what was taken back may be said again by the same request, sent again.
  const tell = (word: Case.Decides) => cases(duplicateOf.caseId, word, { ...context, causationId: newId() });
  const isNew = decide(before, now()).length > 0;
  if (isNew) await tell(expectDuplicate({ caseId, number }));
  try {
    const closed = await cases(caseId, decide, context, options);
    await tell(joinDuplicate({ caseId, number }));
    return closed;
  } catch (error) {
    if (error instanceof Rejection) await tell(dropDuplicate(caseId));
    throw error;
  }
};
