/** A service at work: it hears the services it names, and tells the town what it records. */
import { second } from '@mulin/kernel';
import { BusStrategy, dispatcher, type Reaction, type Receive, receiver, relay } from '@mulin/bus';
import type { PublicEvent } from '@mulin/contracts';
import type { Event, RecordedEvent, Stop } from '@mulin/kernel';
import { busLog } from '../observability/bus-log.js';
import { tracedDispatch } from '../observability/tracing.js';
import type { ServiceDefinition, Platform } from '../platform/platform.js';
import { eventIdIn, type ProcessedEvents, processedEvents, publishedEvents } from './processed-events.js';

type Told = readonly PublicEvent[] | PublicEvent | null;

export type RunningService<E extends Event> = Readonly<{
  name: string;
  /** What others may hear of a fact; `null` or nothing: it is nobody else's business. */
  publish: (fact: RecordedEvent<E>) => Told;
  /** The services it listens to. */
  hears: readonly string[];
  reactions: readonly Reaction[];
  /** What else begins, one after the other, before it listens; each says how it is stopped. */
  starts?: readonly (() => Promise<Stop>)[];
  /** What it lacks to do its work as it should, such as a rule of the town; the town is not ready meanwhile. */
  lacks?: () => Promise<string | null>;
}>;

export const topicOf = (service: string): string => `mulin.${service}`;

const listed = (told: Told): readonly PublicEvent[] => {
  if (told === null) return [];
  return 'specversion' in told ? [told] : told;
};

/** Counts what comes of each message, and notes which events are done with. */
const watched =
  ({ meter }: Platform, service: string, receive: Receive, { finished, isDone }: ProcessedEvents): Receive =>
  async (message) => {
    const startedAt = performance.now();
    const outcome = await receive(message);
    if (outcome !== 'paused') isDone();
    const eventId = outcome === 'paused' ? null : eventIdIn(message.value);
    if (eventId !== null) finished(eventId);
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

type Telling<E extends Event> = Pick<RunningService<E>, 'name' | 'hears' | 'publish'> &
  Pick<ServiceDefinition, 'lacks'> &
  Pick<ProcessedEvents, 'finishes' | 'count'>;

/** Tells the service's facts from now on, and makes known how far it has come. */
const tellTheTown =
  <E extends Event>(platform: Platform, { name, hears, publish, lacks, finishes, count }: Telling<E>) =>
  async (): Promise<Stop> => {
    const { bus, eventStore, checkpoints, atWork, log } = platform;
    const events = publishedEvents();
    const teller = relay<E>({
      store: eventStore(name),
      checkpoints: checkpoints(name),
      bus,
      topic: topicOf(name),
      publish: (fact) => {
        const told = listed(publish(fact));
        const last = told.at(-1);
        if (last !== undefined) events.remember(fact.position, last.id);
        return told;
      },
      log: busLog(log),
    });
    const waiting = async () => {
      const lag = await bus.lag(name, hears.map(topicOf));
      return new Map(hears.map((service) => [service, lag.get(topicOf(service)) ?? 0]));
    };
    const { position, told, start } = teller;
    const finished = count;
    const known = { position, told, lastTold: events.at, finished, finishes };
    atWork.set(name, { name, hears, waiting, lacks, ...known });
    return start();
  };

const nothing = (): Promise<null> => Promise.resolve(null);

export const hostService = <E extends Event>(
  platform: Platform,
  { name, publish, hears, reactions, starts = [], lacks = nothing }: RunningService<E>,
): BusStrategy => {
  const { bus, deadLetters, sleep, now } = platform;
  const dispatch = tracedDispatch(name, dispatcher(reactions));
  const receipts = processedEvents();
  const received = receiver({ dispatch, deadLetters, group: name, sleep, now, log: busLog(platform.log) });
  const receive = watched(platform, name, received, receipts);
  const { finishes, count } = receipts;
  const telling = { name, hears, publish, lacks, finishes, count };

  const listen = async (): Promise<Stop> => {
    deadLetters.offerTo(name, receive);
    return hears.length === 0 ? async () => undefined : bus.subscribe(name, hears.map(topicOf), receive);
  };

  return new BusStrategy(async () => [
    await inTurn([() => platform.begin(name), ...starts, tellTheTown(platform, telling), listen]),
  ]);
};
