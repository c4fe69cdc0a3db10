/** Fires a group of timers, so that one subject whose handler fails does not keep the others from being handled. */
import type { TracesOfTimers } from '@mulin/kernel';
import { concernsAll } from '@mulin/postgres';

/** Looks at subjects whose moment has come; it rejects where any of them could not be handled. */
export type DueHandler = (subjects: readonly string[], traces: TracesOfTimers) => Promise<void>;

/** A timer whose moment has come. */
type Due = Readonly<{ subject: string; traceparent?: string | null | undefined }>;

type Failed = Readonly<{ subjects: readonly string[]; error: unknown }>;

/** How many subjects of a group that failed are handled side by side: few, as the service may be overloaded. */
const alone = 8;

/** Hands a group to its handler, after a failure each subject alone. Resolves with those that failed; `null`: none. */
export const fireDue = async (handler: DueHandler, due: readonly Due[]): Promise<Failed | null> => {
  const subjects = due.map(({ subject }) => subject);
  try {
    await handler(subjects, tracesOf(due));
    return null;
  } catch (error) {
    // An engine that is not reached is not reached for any of them.
    if (subjects.length === 1 || concernsAll(error)) return { subjects, error };
    return fireEach(handler, due);
  }
};

const tracesOf = (due: readonly Due[]): TracesOfTimers =>
  new Map(due.flatMap(({ subject, traceparent }) => (traceparent ? [[subject, traceparent] as const] : [])));

const fireEach = async (handler: DueHandler, due: readonly Due[]): Promise<Failed | null> => {
  const failures: Failed[] = [];
  for (let from = 0; from < due.length; from += alone) {
    const some = due.slice(from, from + alone);
    const fired = await Promise.all(some.map((one) => fireDue(handler, [one])));
    for (const failed of fired) if (failed !== null) failures.push(failed);
  }
  const [first] = failures;
  if (first === undefined) return null;
  return { subjects: failures.flatMap((failed) => failed.subjects), error: first.error };
};
