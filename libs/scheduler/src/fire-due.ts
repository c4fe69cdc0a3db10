/** Ringing a group, so that one subject nobody can look at does not keep the others from being looked at. */
import { concernsAll } from '@mulin/postgres';

export type DueHandler = (subjects: readonly string[]) => Promise<void>;

export type Failed = Readonly<{ subjects: readonly string[]; error: unknown }>;

/** How many look alone at a time: enough to go on, too few to drown a town that is in trouble. */
const alone = 8;

/** Who could not be looked at, and why; `null`: all were. */
export const fireDue = async (look: DueHandler, subjects: readonly string[]): Promise<Failed | null> => {
  try {
    await look(subjects);
    return null;
  } catch (error) {
    // When the world is down it is down for each of them.
    if (subjects.length === 1 || concernsAll(error)) return { subjects, error };
    return ringEach(look, subjects);
  }
};

const ringEach = async (look: DueHandler, subjects: readonly string[]): Promise<Failed | null> => {
  const failures: Failed[] = [];
  for (let from = 0; from < subjects.length; from += alone) {
    const some = subjects.slice(from, from + alone);
    const rung = await Promise.all(some.map((subject) => fireDue(look, [subject])));
    for (const failed of rung) if (failed !== null) failures.push(failed);
  }
  const [first] = failures;
  if (first === undefined) return null;
  return { subjects: failures.flatMap((failed) => failed.subjects), error: first.error };
};
