/** A person's decision about a leave, and the rosters as they are with it. */
import type { Decision } from '@mulin/kernel';
import type { CommandContext } from '@mulin/service';
import type { Dependencies } from '../dependencies.js';
import type * as Leave from '../domain/leave/leave.js';

/**
 * The version that the request names is that of everybody's leave. What was recorded stands even where the rosters cannot
 * be posted: the next round does it (`jobs/fit-rosters.ts`). Asked again under the same key it posts what is missing and
 * records nothing.
 */
export const changeLeave = async (
  { town, leave, fitRosters }: Pick<Dependencies, 'town' | 'leave' | 'fitRosters'>,
  decide: Decision<Leave.State, Leave.Event>,
  request: CommandContext,
) => {
  const options = request.ifRevision === undefined ? {} : { ifRevision: request.ifRevision };
  const changed = await leave(town, decide, request.context, options);
  await fitRosters(changed.state);
  return changed;
};
