import { categoryOf } from '@mulin/kernel';
import { type AdoptedEvents, alreadyThere, encodedAgain, headsBefore, notAsBefore } from '../adopting.js';
import { codecOf } from '../codec.js';
import { announceHead, type MemoryEventLog, positionOf } from './memory-event-store.js';

type Adopted = AdoptedEvents & Readonly<{ log: MemoryEventLog }>;

const assertFits = ({ log, events, without = [] }: Adopted): void => {
  if (log.events.some((event) => without.includes(categoryOf(event)))) throw alreadyThere();
  for (const [stream, head] of headsBefore(events))
    if ((log.byStream.get(stream)?.length ?? 0) - 1 !== head) throw notAsBefore(stream, head);
};

const take = ({ log, events, upcasts }: Adopted): void => {
  const codec = codecOf(upcasts);
  for (const event of events) {
    const { stream } = event;
    const own = log.byStream.get(stream) ?? [];
    const position = positionOf(log.events.length);
    const stored = { stream, revision: own.length, position, ...encodedAgain(codec, event) };
    own.push(stored);
    log.byStream.set(stream, own);
    log.events.push(stored);
    log.byId.set(stored.id, stored);
  }
};

/**
 * Takes events into these logs: all of them at once, or none. Throws `WrongExpectedRevision` where a stream does not
 * end where its events begin, a `Rejection` (`log-not-empty`) where a log holds what it must be `without`.
 */
export const adoptIntoMemory = (logs: readonly Adopted[]): void => {
  for (const log of logs) assertFits(log);
  for (const log of logs) take(log);
  for (const { log } of logs) announceHead(log);
};
