/** Whatever somebody does in a dispute goes through here: once for each key, against the version they read. */
import type { CommandResult, Decision } from '@mulin/kernel';
import { answer, type CommandContext } from '@mulin/service';
import type { Dependencies } from '../dependencies.js';
import type { Deed, Event } from '../domain/dispute/dispute-events.js';
import type { Known, State } from '../domain/dispute/dispute-state.js';
import { withWhatFollows } from '../domain/dispute/deadlines.js';
import { type Found, insideOf } from '../queries/find-dispute.js';
import { disputeOf } from '../queries/show-dispute.js';

type Changing = Pick<Dependencies, 'disputes' | 'town' | 'pseudonyms'>;

/** The dispute as it stands after what was done, as far as whoever did it may see it. */
const shown = (
  isInside: (state: Known) => boolean,
  disputeId: string,
  { state, position, revision }: CommandResult<State, Event>,
) => {
  if (state === null) throw new Error('a dispute that was changed is known');
  return answer(disputeOf(disputeId, state, isInside(state)), {
    position: { service: 'mediation', position },
    revision,
  });
};

/**
 * Refuses what would be refused anyway, before anything is kept for it or taken. `null`: it is not refused. The same request
 * sent again is answered as it was the first time.
 */
export const refusedEarly = async (
  deps: Changing & Pick<Dependencies, 'now'>,
  { disputeId, state }: Pick<Found, 'disputeId' | 'state'>,
  decide: Decision<State, Deed>,
  request: CommandContext,
) => {
  try {
    decide(state, deps.now());
    return null;
  } catch (error) {
    // What was decided for this request is not decided again; else it is refused with the same word.
    return change(
      deps,
      disputeId,
      () => {
        throw error;
      },
      request,
    );
  }
};

/** Throws what the decision refuses, and `stale-version`. */
export const change = async (
  deps: Changing,
  disputeId: string,
  decide: Decision<State, Deed>,
  { actor, context, ifRevision }: CommandContext,
) => {
  const options = ifRevision === undefined ? {} : { ifRevision };
  const result = await deps.disputes(disputeId, withWhatFollows(decide), context, options);
  return shown((state) => insideOf(deps, actor, state), disputeId, result);
};
