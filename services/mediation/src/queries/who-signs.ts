/** Who may sign an agreement as whom, and whose word it is that a term was performed. */
import { type Actor, mayReach } from '@mulin/kernel';
import type { Signer } from '../domain/dispute/dispute-events.js';
import { inEffectIn, termIn } from '../domain/dispute/performing.js';
import { ownPerformance, signsForAnother, unknownParty } from '../domain/dispute/refusals.js';
import type { Found } from './find-dispute.js';

type Wanted = Readonly<{ by: Signer['by']; party?: string | undefined }>;

/** The mediator saw a party sign on paper; a party signs for itself. */
const maySignAsParty = ({ own, isMediator }: Found, party: string): boolean => isMediator || own === party;

/** The seal is the committee's, and whoever mediates does not keep it. */
const maySeal = ({ isMediator, state }: Found, actor: Actor): boolean =>
  !isMediator && mayReach('dispute.lead', actor, { area: state.area });

/** Refused (`signs-for-another`) where somebody signs as another one, and `party-unknown`. */
export const signerOf = (found: Found, actor: Actor, { by, party }: Wanted): Signer => {
  if (by === 'party') {
    if (party === undefined) throw unknownParty();
    if (!maySignAsParty(found, party)) throw signsForAnother();
    return { by, party };
  }
  const isAllowed = by === 'mediator' ? found.isMediator : maySeal(found, actor);
  if (!isAllowed) throw signsForAnother();
  return { by };
};

/** What a party says of itself is no proof: whoever it was owed to says it, or the mediator (`confirms-own-performance`). */
export const refuseOwnPerformance = ({ own, state }: Found, term: number): void => {
  if (own === null) return;
  if (termIn(inEffectIn(state), term).toParty !== own) throw ownPerformance();
};
