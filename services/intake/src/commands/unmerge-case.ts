/** Two cases that were merged by mistake are two again: each hears it by an event of its own. */
import type { CommandContext } from '@mulin/service';
import type { Dependencies } from '../dependencies.js';
import { known } from '../domain/case/case.js';
import { separateDuplicate, unmerge } from '../domain/case/duplicates.js';
import { optionsOf } from '../queries/case-at-hand.js';

/**
 * First the one that was closed, which goes on; then the one that answered for both. Sent again after a crash in
 * between, the other one hears it then. Refused: `not-merged`, `case-not-found`.
 */
export const unmergeCase = async ({ cases }: Dependencies, request: CommandContext, caseId: string) => {
  const unmerged = await cases(caseId, unmerge, request.context, optionsOf(request));
  const { number, unmergedFrom } = known(unmerged.state);
  if (unmergedFrom !== null)
    await cases(unmergedFrom.caseId, separateDuplicate({ caseId, number }), request.context);
  return unmerged;
};
