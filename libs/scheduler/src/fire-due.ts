/** Fires a group of timers, so that one subject whose handler fails does not keep the others from being handled. */
import { concernsAll } from '@mulin/postgres';

/** Looks at subjects whose moment has come; it rejects where any of them could not be handled. */
export type DueHandler = (subjects: readonly string[]) => Promise<void>;

type Failed = Readonly<{ subjects: readonly string[]; error: unknown }>;

/** How many subjects of a group that failed are handled side by side: few, as the service may be overloaded. */
const alone = 8;

/** Hands a group to its handler, after a failure each subject alone. Resolves with those that failed; `null`: none. */
export const fireDue = async (handler: DueHandler, subjects: readonly string[]): Promise<Failed | null> => {
  try {
    await handler(subjects);
    return null;
  } catch (error) {
    // An engine that is not reached is not reached for any of them.
    if (subjects.length === 1 || concernsAll(error)) return { subjects, error };
    return fireEach(handler, subjects);
  }
};

const fireEach = async (handler: DueHandler, subjects: readonly string[]): Promise<Failed | null> => {
  const failures: Failed[] = [];
  for (let from = 0; from < subjects.length; from += alone) {
    const some = subjects.slice(from, from + alone);
    const fired = await Promise.all(some.map((subject) => fireDue(handler, [subject])));
    for (const failed of fired) if (failed !== null) failures.push(failed);
  }
  const [first] = failures;
  if (first === undefined) return null;
  return { subjects: failures.flatMap((failed) => failed.subjects), error: first.error };
};
