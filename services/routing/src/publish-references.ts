/** How areas are called, put on record; and what older towns have on record and never published. */
import {
  newCorrelation,
  type EventStore,
  type CommandHandler,
  type RecordedEvent,
  replayLog,
  type Stop,
} from '@mulin/kernel';
import { type Platform, topicOf } from '@mulin/service';
import * as AreaName from './domain/area-name.js';
import * as MicroGrids from './domain/micro-grid.js';
import * as Roster from './domain/roster.js';
import type { NamedArea } from '@mulin/pack';
import { publish, type ReferenceEvent } from './publish.js';

const nothingToStop: Stop = () => Promise.resolve();

type Naming = Readonly<{
  town: string;
  newId: () => string;
  areaNames: CommandHandler<AreaName.State, AreaName.Event>;
}>;

/** Each start is a cause of its own: a name that is as it was is not recorded again. */
export const nameAreas = async (
  { town, newId, areaNames }: Naming,
  areas: readonly NamedArea[],
): Promise<Stop> => {
  const context = newCorrelation({ town, actor: 'routing', id: newId() });
  await Promise.all(areas.map(({ path, name }) => areaNames(path, AreaName.call(path, name), context)));
  return nothingToStop;
};

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
