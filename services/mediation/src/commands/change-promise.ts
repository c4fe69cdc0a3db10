/** Whatever somebody does with a promise goes through here: once for each key, against the version they read. */
import { type Decision, uuidOf } from '@mulin/kernel';
import { answer, type CommandContext } from '@mulin/service';
import type { Dependencies } from '../dependencies.js';
import type { Event, State } from '../domain/promise/promise.js';
import { unknownPromise } from '../domain/promise/refusals.js';
import type { FoundPromise } from '../queries/find-promise.js';
import { promiseOf } from '../queries/show-promise.js';

/** What somebody says of it is kept under whoever it was promised to, and goes with them; its id in the vault. */
export const keepWordsOf = async (
  { vault }: Pick<Dependencies, 'vault'>,
  { id: requestId }: CommandContext,
  { state: { person } }: FoundPromise,
  text: string,
): Promise<string> => {
  const id = await uuidOf(requestId, 'words');
  await vault.keep([{ id, person, kind: 'promise-text', content: text }]);
  return id;
};

/** Throws what the decision refuses, and `stale-version`. */
export const changePromise = async (
  { promises, now }: Pick<Dependencies, 'promises' | 'now'>,
  { context, ifRevision }: CommandContext,
  { promiseId }: FoundPromise,
  decide: Decision<State, Event>,
) => {
  const options = ifRevision === undefined ? {} : { ifRevision };
  const { state, position, revision } = await promises(promiseId, decide, context, options);
  if (state === null) throw unknownPromise(promiseId);
  return answer(promiseOf(promiseId, state, now()), {
    position: { service: 'mediation', position },
    revision,
  });
};
