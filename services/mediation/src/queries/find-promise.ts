/** One promise, for whoever keeps it and those who lead where it was made; and who may keep one. */
import { type Actor, hasRight, type Identity, mayReach, type Right } from '@mulin/kernel';
import type { Dependencies } from '../dependencies.js';
import type { Known } from '../domain/promise/promise.js';
import { notYourPromise, unknownOwner, unknownPromise } from '../domain/promise/refusals.js';

export type FoundPromise = Readonly<{ promiseId: string; state: Known; revision: number }>;

/** By its id or its number. Refused: `promise-unknown`, and `not-your-promise` to whoever it does not concern. */
export const findPromise = async (
  { promises, promiseIdOf }: Pick<Dependencies, 'promises' | 'promiseIdOf'>,
  name: string,
  actor: Actor,
  right: Right,
): Promise<FoundPromise> => {
  const promiseId = await promiseIdOf(name);
  const { state, revision } = await promises.query(promiseId);
  if (state === null) throw unknownPromise(name);
  const ties = state.owner === actor.id ? (['held'] as const) : [];
  if (!mayReach(right, actor, { area: state.area, ties })) throw notYourPromise();
  return { promiseId, state, revision };
};

/** Refuses (`owner-unknown`) what is no account of somebody who can be given a promise to keep. */
export const refuseUnknownOwner = async (
  { find }: Pick<Identity, 'find'>,
  account: string,
): Promise<void> => {
  const found = await find(account);
  if (found === null || !hasRight('promise.keep', found.actor)) throw unknownOwner(account);
};
