/** A service at work: it subscribes to the topics of the services it names, and publishes what it records. */
import { second } from '@mulin/kernel';
import { BusStrategy, dispatcher, type Reaction, type Receive, receiver, relay } from '@mulin/bus';
import type { PublicEvent } from '@mulin/contracts';
import type { Event, Position, RecordedEvent, Stop } from '@mulin/kernel';
import { busLog } from '../observability/bus-log.js';
import type { HealthText } from '../observability/health-text.js';
import { tracedDispatch } from '../observability/tracing.js';
import type { ServiceDefinition, Platform } from '../platform/platform.js';
import { type ProcessedOffsets, processedOffsets, publishedEnds } from './processed-offsets.js';

type Published = readonly PublicEvent[] | PublicEvent | null;

/** What a service consists of. */
export type RunningService<E extends Event> = Readonly<{
  name: string;
  /** What others may hear of an event; `null` or nothing: it is nobody else's business. */
  publish: (event: RecordedEvent<E>) => Published;
  /** The services it listens to. */
  subscribesTo: readonly string[];
  reactions: readonly Reaction[];
  /** What else begins, one after the other, before it listens; each says how it is stopped. */
  starts?: readonly (() => Promise<Stop>)[];
  /** What it lacks to do its work as it should, such as a rule of the town; the town is not ready meanwhile. */
  lacks?: () => Promise<HealthText | null>;
}>;

/** The topic of a service's public events: `mulin.<service>`. */
export const topicOf = (service: string): string => `mulin.${service}`;

const listed = (published: Published): readonly PublicEvent[] => {
  if (published === null) return [];
  return 'specversion' in published ? [published] : published;
};

/** Counts what comes of each message, and notes how far all are done with. */
const watched =
  ({ meter }: Platform, service: string, receive: Receive, { begins, ends }: ProcessedOffsets): Receive =>
  async (message) => {
    const startedAt = performance.now();
    begins(message);
    const outcome = await receive(message);
    if (outcome !== 'paused') ends(message);
    meter.count('messages', { service, outcome });
    meter.observe('message_handling_duration_seconds', { service }, (performance.now() - startedAt) / second);
    return outcome;
  };

/** Starts one after the other; where one fails, what had begun is stopped. Stopping goes backwards. */
const inTurn = async (starts: readonly (() => Promise<Stop>)[]): Promise<Stop> => {
  const stops: Stop[] = [];
  const stop = async () => {
    for (const end of stops.splice(0).reverse()) await end();
  };
  try {
    for (const start of starts) stops.push(await start());
  } catch (error) {
    await stop();
    throw error;
  }
  return stop;
};

type Telling<E extends Event> = Pick<RunningService<E>, 'name' | 'subscribesTo' | 'publish'> &
  Pick<ServiceDefinition, 'lacks'> &
  Readonly<{ offsets: ProcessedOffsets }>;

/** Tells the service's events from now on, and makes known how far it has come. */
const tellTheTown =
  <E extends Event>(platform: Platform, { name, subscribesTo, publish, lacks, offsets }: Telling<E>) =>
  async (): Promise<Stop> => {
    const { bus, eventStore, checkpoints, atWork, log } = platform;
    const published = publishedEnds();
    let last: Position | null = null;
    const publisher = relay<E>({
      store: eventStore(name),
      checkpoints: checkpoints(name),
      bus: {
        publish: async (topic, messages) => {
          const ends = await bus.publish(topic, messages);
          if (last !== null) published.note(last, ends);
          return ends;
        },
      },
      topic: topicOf(name),
      publish: (event) => {
        const told = listed(publish(event));
        last = event.position;
        return told;
      },
      log: busLog(log),
    });
    const waiting = async () => {
      const lag = await bus.lag(name, subscribesTo.map(topicOf));
      return new Map(subscribesTo.map((service) => [service, lag.get(topicOf(service)) ?? 0]));
    };
    const { position, waitUntilPublished, start, follow } = publisher;
    const known = { position, waitUntilPublished, endsAfter: published.at, finished: offsets.count, offsets };
    atWork.set(name, { name, subscribesTo, waiting, lacks, ...known });
    const publishing = async (): Promise<Stop> => {
      published.forget();
      const stop = await start();
      return () => stop().finally(published.forget);
    };
    return platform.own(`relay ${name}`, { start: publishing, meanwhile: follow });
  };

const nothing = (): Promise<null> => Promise.resolve(null);

/**
 * A service as a transport strategy of Nest: started, it runs its projections and timers, then `starts`, publishes
 * its events from its checkpoint on, and consumes the topics it subscribes to, as the consumer group of its
 * name. Stopped, it ends these in the opposite order. A start that fails stops what had begun, and throws on.
 *
 * - Messages and their durations are counted (`messages`, `message_handling_duration_seconds`), each has a span.
 * - What became a dead letter can be offered to it again.
 */
export const hostService = <E extends Event>(
  platform: Platform,
  { name, publish, subscribesTo, reactions, starts = [], lacks = nothing }: RunningService<E>,
): BusStrategy => {
  const { bus, deadLetters, sleep, now } = platform;
  const dispatch = tracedDispatch(name, dispatcher(reactions));
  const offsets = processedOffsets();
  const received = receiver({ dispatch, deadLetters, group: name, sleep, now, log: busLog(platform.log) });
  const receive = watched(platform, name, received, offsets);
  const telling = { name, subscribesTo, publish, lacks, offsets };

  // One that is offered again says nothing of those before it, which may still be on their way.
  const receiveAgain = watched(platform, name, received, { ...offsets, begins: () => undefined });

  const listen = async (): Promise<Stop> => {
    deadLetters.offerTo(name, receiveAgain);
    return subscribesTo.length === 0
      ? async () => undefined
      : bus.subscribe(name, subscribesTo.map(topicOf), receive);
  };

  return new BusStrategy(async () => [
    await inTurn([() => platform.begin(name), ...starts, tellTheTown(platform, telling), listen]),
  ]);
};
