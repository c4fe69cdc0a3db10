/** A service at work: it hears the services it names, and tells the town what it records. */
import type { Reaction } from '@mulin/bus';
import type { PublicEvent } from '@mulin/contracts';
import type { Event, Recorded, Stop } from '@mulin/kernel';
import { type CustomTransportStrategy, Server } from '@nestjs/microservices';
import type { Platform } from './platform.js';

export type ServiceAtWork<E extends Event> = Readonly<{
  name: string;
  publish: (fact: Recorded<E>) => PublicEvent | null;
  /** The services it listens to. */
  hears: readonly string[];
  reactions: readonly Reaction[];
  /** What else begins when the service begins; each says how it is stopped. */
  starts?: readonly (() => Promise<Stop>)[];
}>;

export type ServiceStrategy = Server & CustomTransportStrategy;

class Strategy extends Server implements CustomTransportStrategy {
  listen(opened: () => void) {
    opened();
  }
  close() {}
  on() {}
  unwrap<T>(): T {
    throw new Error('there is no driver to hand out');
  }
}

export const serviceStrategy = <E extends Event>(
  _platform: Platform,
  _service: ServiceAtWork<E>,
): ServiceStrategy => new Strategy();
