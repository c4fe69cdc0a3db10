/** One dispute, for whoever may have to do with it. */
import { type Actor, mayReach, type Right, type Tie } from '@mulin/kernel';
import type { Dependencies } from '../dependencies.js';
import type { Known } from '../domain/dispute/dispute-state.js';
import { notYourDispute, notYourSide, unknownDispute } from '../domain/dispute/refusals.js';

export type Found = Readonly<{
  disputeId: string;
  state: Known;
  revision: number;
  /** The party that the reader is; `null`: they are none. */
  own: string | null;
  /** Whether they mediate it. */
  isMediator: boolean;
}>;

type Knowing = Pick<Dependencies, 'town' | 'pseudonyms' | 'disputes' | 'disputeIdOf'>;

/** A party comes by the code of its own, or by the account by which it asked. */
const ownOf = (
  { town, pseudonyms }: Pick<Knowing, 'town' | 'pseudonyms'>,
  actor: Actor,
  { parties }: Known,
): string | null => {
  if (actor.role !== 'resident') return null;
  if (actor.caseId !== undefined) return parties.find(({ party }) => party === actor.caseId)?.party ?? null;
  const account = pseudonyms.of(town, actor.id);
  return parties.find((it) => it.account === account)?.party ?? null;
};

/** Whether somebody may see what was agreed, or is being agreed: a party, whoever mediates, and who keeps the seal. */
export const insideOf = (deps: Pick<Knowing, 'town' | 'pseudonyms'>, actor: Actor, state: Known): boolean =>
  ownOf(deps, actor, state) !== null ||
  state.mediator?.mediator === actor.id ||
  mayReach('dispute.lead', actor, { area: state.area });

/**
 * A dispute by its id or its number. Refused: `dispute-unknown`, and `not-your-dispute` to whoever it does not concern.
 */
export const findDispute = async (
  deps: Knowing,
  name: string,
  actor: Actor,
  right: Right,
): Promise<Found> => {
  const disputeId = await deps.disputeIdOf(name);
  const { state, revision } = await deps.disputes.query(disputeId);
  if (state === null) throw unknownDispute(name);
  const own = ownOf(deps, actor, state);
  const isMediator = state.mediator?.mediator === actor.id;
  const ties: readonly Tie[] = [
    ...(own === null ? [] : (['own'] as const)),
    ...(isMediator ? (['held'] as const) : []),
  ];
  if (!mayReach(right, actor, { area: state.area, ties })) throw notYourDispute();
  return { disputeId, state, revision, own, isMediator };
};

/**
 * For which party somebody speaks: a party for itself, and the mediator who takes down what one said. Refused
 * (`not-your-side`) where one speaks for another.
 */
export const speaksFor = ({ own }: Found, party: string): string => {
  if (own !== null && own !== party) throw notYourSide();
  return party;
};
