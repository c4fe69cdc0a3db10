/** Whether what is on record can have happened in the order of its moments, whatever clocks it was recorded by. */
import type { CopiedEvent } from '../copies.js';

const recordedAtOf = ({ metadata }: CopiedEvent): string => String(metadata['recordedAt']);
const nameOf = ({ table, stream, type }: CopiedEvent): string => `${table} ${type} of ${stream}`;

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
  const told = events.filter(({ table }) => table !== 'audit.facts');
  const recordedAt = new Map(told.map((event) => [event.id, recordedAtOf(event)]));
  return told.flatMap((event) => {
    const [cause = '', at] = [recordedAt.get(String(event.metadata['causationId'])), recordedAtOf(event)];
    return at < cause ? [`${nameOf(event)} is recorded at ${at}, and its cause at ${cause}`] : [];
  });
};

/** `events`: of all services, each in the order of its log. One sentence for each that is earlier than it can be. */
export const earlierThanTheyCanBe = (events: readonly CopiedEvent[]): readonly string[] => [
  ...beforeTheLast(events),
  ...beforeTheCause(events),
];
