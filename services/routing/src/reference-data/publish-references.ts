/** What older towns have on record and never published. */
import { type EventStore, type RecordedEvent, replayLog, type Stop } from '@mulin/kernel';
import { type Platform, topicOf } from '@mulin/service';
import * as MicroGrids from '../domain/land/micro-grid.js';
import * as Roster from '../domain/land/roster.js';
import { publish, type ReferenceEvent } from '../publish.js';

const nothingToStop: Stop = () => Promise.resolve();

const filter = { categories: [MicroGrids.decider.category, Roster.decider.category] };
/** The checkpoint that says that this was done. */
const reader = 'references';

/**
 * Micro-grids and rosters are published since others need them. What was recorded before then was passed by the relay,
 * and is published here, once; whoever hears it again knows it by its id.
 */
export const publishReferences = async (platform: Platform, service: string): Promise<Stop> => {
  const checkpoints = platform.checkpoints(service);
  if ((await checkpoints.read(reader)) !== null) return nothingToStop;
  const store = platform.eventStore(service);
  const head = await store.head();
  // A town that begins now publishes them by its relay, like everything else.
  if ((await checkpoints.read('relay')) !== null) await publishAll(platform, service, store);
  if (head !== null) await checkpoints.write(reader, head);
  return nothingToStop;
};

const publishAll = async (platform: Platform, service: string, store: EventStore): Promise<void> => {
  const events: RecordedEvent<ReferenceEvent>[] = [];
  // The filter lets nothing else pass.
  await replayLog(store, filter, (event) => events.push(event as RecordedEvent<ReferenceEvent>));
  const messages = events.flatMap((event) => {
    const published = publish(event);
    return published === null ? [] : [{ key: published.subject, value: JSON.stringify(published) }];
  });
  if (messages.length > 0) await platform.bus.publish(topicOf(service), messages);
};
