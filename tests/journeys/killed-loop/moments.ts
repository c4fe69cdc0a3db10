/** Whether what is on record can have happened in the order of its moments, whatever clocks it was recorded by. */
import type { CopiedEvent } from '../copies.js';

const recordedAtOf = ({ metadata }: CopiedEvent): string => String(metadata['recordedAt']);
const nameOf = ({ table, stream, type }: CopiedEvent): string => `${table} ${type} of ${stream}`;

/** Audit takes down what it hears as it comes, of all services, and reads nothing before. */
const isHeard = ({ table }: CopiedEvent): boolean => table === 'audit.facts';

/** What is only taken down is its own cause, and then its log does not say so. */
const causeOf = ({ id, metadata }: CopiedEvent): string => String(metadata['causationId'] ?? id);

/** Before one that stands before it in its stream. */
const beforeTheLast = (events: readonly CopiedEvent[]): readonly string[] => {
  const latest = new Map<string, string>();
  return events.flatMap((event) => {
    const stream = `${event.table} ${event.stream}`;
    const [last = '', at] = [latest.get(stream), recordedAtOf(event)];
    latest.set(stream, at > last ? at : last);
    return at < last ? [`${nameOf(event)} is recorded at ${at}, after one of ${last}`] : [];
  });
};

/** Before the event that it followed from. */
const beforeTheCause = (events: readonly CopiedEvent[]): readonly string[] => {
  const recordedAt = new Map(
    events.filter((event) => !isHeard(event)).map((event) => [event.id, recordedAtOf(event)]),
  );
  return events.flatMap((event) => {
    const [cause = '', at] = [recordedAt.get(causeOf(event)), recordedAtOf(event)];
    return at < cause ? [`${nameOf(event)} is recorded at ${at}, and its cause at ${cause}`] : [];
  });
};

/** `events`: of all services, each in the order of its log. One sentence for each that is earlier than it can be. */
export const earlierThanTheyCanBe = (events: readonly CopiedEvent[]): readonly string[] => [
  ...beforeTheLast(events.filter((event) => !isHeard(event))),
  ...beforeTheCause(events),
];
