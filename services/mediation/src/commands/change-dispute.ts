/** Whatever somebody does in a dispute goes through here: once for each key, against the version they read. */
import type { Decision } from '@mulin/kernel';
import { answer, type CommandContext } from '@mulin/service';
import type { Dependencies } from '../dependencies.js';
import type { Deed, Event } from '../domain/dispute/dispute-events.js';
import type { State } from '../domain/dispute/dispute-state.js';
import { withWhatFollows } from '../domain/dispute/following.js';
import type { CommandResult } from '@mulin/kernel';
import { disputeOf } from '../queries/show-dispute.js';

/** The dispute as it stands after what was done. */
export const shown = (disputeId: string, { state, position, revision }: CommandResult<State, Event>) => {
  if (state === null) throw new Error('a dispute that was changed is known');
  return answer(disputeOf(disputeId, state), {
    position: { service: 'mediation', position },
    revision,
  });
};

/** Throws what the decision refuses, and `stale-version`. */
export const change = async (
  { disputes }: Pick<Dependencies, 'disputes'>,
  disputeId: string,
  decide: Decision<State, Deed>,
  { context, ifRevision }: CommandContext,
) => {
  const options = ifRevision === undefined ? {} : { ifRevision };
  return shown(disputeId, await disputes(disputeId, withWhatFollows(decide), context, options));
};
