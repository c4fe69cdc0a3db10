/** Spans of what waits: a timer and a job go on in the trace in which they were asked for. */
import type { Jobs, Scheduler, TracesOfTimers } from '@mulin/kernel';
import { activeTraceparent, beginSpan, inSpan, type OpenSpan } from './tracing.js';

/** A span `fire timer` for each subject, in the trace of its timer; subjects that fire together are looked at together. */
const firing = (service: string, subjects: readonly string[], traces: TracesOfTimers) => {
  const spans = new Map<string, OpenSpan>();
  const within = new Map<string, string>();
  for (const subject of subjects) {
    const span = beginSpan({
      name: 'fire timer',
      attributes: { 'mulin.service': service, 'mulin.timers': subjects.length },
      traceparent: traces.get(subject),
      isBeginning: true,
    });
    spans.set(subject, span);
    if (span.traceparent !== undefined) within.set(subject, span.traceparent);
  }
  return {
    traces: within,
    end: (error?: unknown) => {
      for (const span of spans.values()) span.end(error);
    },
  };
};

/**
 * `scheduler` with a span `fire timer` for each subject that fires. Each is a child of what it was scheduled by, and
 * the handler is given its trace context. What is scheduled is scheduled by what is at work at that moment, else by
 * what is named.
 */
export const tracedScheduler = ({ schedule, onDue }: Scheduler, service: string): Scheduler => ({
  schedule: (subject, at, traceparent) => schedule(subject, at, activeTraceparent() ?? traceparent),
  onDue: (look) =>
    onDue(async (subjects, traces) => {
      const fired = firing(service, subjects, traces);
      try {
        await look(subjects, fired.traces);
        fired.end();
      } catch (error) {
        fired.end(error);
        throw error;
      }
    }),
});

/** `jobs` with a span `try job` for each attempt, a child of what the job was added by. */
export const tracedJobs = ({ add, onJob }: Jobs, service: string): Jobs => ({
  add: (id, at, traceparent) => add(id, at, activeTraceparent() ?? traceparent),
  onJob: (attempt) =>
    onJob((id, traceparent) =>
      inSpan(
        {
          name: 'try job',
          attributes: { 'mulin.service': service, 'mulin.job': id },
          traceparent,
          isBeginning: true,
        },
        () => attempt(id, traceparent),
      ),
    ),
});
