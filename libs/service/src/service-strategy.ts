/** A service at work: it hears the services it names, and tells the town what it records. */
import { BusStrategy, dispatcher, type Reaction, type Receive, receiver, relay } from '@mulin/bus';
import type { PublicEvent } from '@mulin/contracts';
import type { Event, Recorded, Stop } from '@mulin/kernel';
import { busLog } from './bus-log.js';
import type { Platform } from './platform.js';

type Told = readonly PublicEvent[] | PublicEvent | null;

export type ServiceAtWork<E extends Event> = Readonly<{
  name: string;
  /** What others may hear of a fact; `null` or nothing: it is nobody else's business. */
  publish: (fact: Recorded<E>) => Told;
  /** The services it listens to. */
  hears: readonly string[];
  reactions: readonly Reaction[];
  /** What else begins, one after the other, before it listens; each says how it is stopped. */
  starts?: readonly (() => Promise<Stop>)[];
}>;

export const topicOf = (service: string): string => `mulin.${service}`;

const listed = (told: Told): readonly PublicEvent[] => {
  if (told === null) return [];
  return 'specversion' in told ? [told] : told;
};

const counted =
  ({ meter }: Platform, service: string, receive: Receive): Receive =>
  async (message) => {
    const startedAt = performance.now();
    const outcome = await receive(message);
    meter.count('messages', { service, outcome });
    meter.observe('message_ms', { service }, performance.now() - startedAt);
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

export const serviceStrategy = <E extends Event>(
  platform: Platform,
  { name, publish, hears, reactions, starts = [] }: ServiceAtWork<E>,
): BusStrategy => {
  const { bus, eventStore, checkpoints, setAsides, sleep, now, atWork } = platform;
  const log = busLog(platform.log);
  const dispatch = dispatcher(reactions);
  const receive = counted(platform, name, receiver({ dispatch, setAsides, group: name, sleep, now, log }));
  const topics = hears.map(topicOf);

  const tellTheTown = async (): Promise<Stop> => {
    const teller = relay<E>({
      store: eventStore(name),
      checkpoints: checkpoints(name),
      bus,
      topic: topicOf(name),
      publish: (fact) => listed(publish(fact)),
      log,
    });
    const waiting = async () => {
      const lag = await bus.lag(name, topics);
      return new Map(hears.map((service) => [service, lag.get(topicOf(service)) ?? 0]));
    };
    atWork.set(name, { name, hears, waiting, position: teller.position, told: teller.told });
    return teller.start();
  };

  const listen = async (): Promise<Stop> => {
    setAsides.offerTo(name, receive);
    return topics.length === 0 ? async () => undefined : bus.subscribe(name, topics, receive);
  };

  return new BusStrategy(async () => [
    await inTurn([() => platform.begin(name), ...starts, tellTheTown, listen]),
  ]);
};
