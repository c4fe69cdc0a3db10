/** One scheduler for two kinds of subjects: an alarm of a case has its id, that of a dispute or promise a prefix before it. */
import type { Scheduler, TracesOfTimers } from '@mulin/kernel';

type Evaluate = (ids: readonly string[], traces: TracesOfTimers) => Promise<void>;

const prefix = 'commitment-';

const isOfCommitment = (subject: string): boolean => subject.startsWith(prefix);
const idIn = (subject: string): string => subject.slice(prefix.length);

/** The same alarms, by the ids of disputes and promises. */
export const alarmsOfCommitments = (scheduler: Scheduler): Pick<Scheduler, 'schedule'> => ({
  schedule: (id, at, traceparent) => scheduler.schedule(`${prefix}${id}`, at, traceparent),
});

/** What to do when alarms go off; rejects where either does, and then all of them come again. */
export const evaluateEach =
  (of: Readonly<{ cases: Evaluate; commitments: Evaluate }>): Parameters<Scheduler['onDue']>[0] =>
  async (subjects, traces) => {
    const cases = subjects.filter((it) => !isOfCommitment(it));
    const commitments = subjects.filter(isOfCommitment).map(idIn);
    const own = [...traces].map(([subject, trace]) => [idIn(subject), trace] as const);
    await Promise.all([of.cases(cases, traces), of.commitments(commitments, new Map(own))]);
  };
