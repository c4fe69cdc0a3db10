import type {
  Bus,
  Checkpoints,
  Event,
  EventStore,
  Identity,
  Instant,
  Projection,
  Scheduler,
  SetAsides,
  Stop,
  Upcasts,
  Vault,
  View,
} from '@mulin/kernel';

/** One line of the log of what runs. Names and numbers only: nothing a resident said, nobody's data. */
export type LogLine = Readonly<Record<string, string | number | boolean | null | undefined>>;
export interface Log {
  info(line: LogLine, message: string): void;
  warn(line: LogLine, message: string): void;
  error(line: LogLine, message: string): void;
}

/** Which kinds of personal content a service may open, and what for. */
export type Grant = Readonly<{ kinds: readonly string[]; purposes: readonly string[] }>;

/** All that a town gives one of its services. A host makes one, of memory or of the real engines. */
export type Platform = Readonly<{
  town: string;
  /** IANA name of the town's zone. */
  zone: string;
  now: () => Instant;
  newId: () => string;
  log: Log;
  /** Each service has a log of its own, so that moving a service out is a copy. Asked for again: the same one. */
  eventStore: (service: string, upcasts?: Upcasts) => EventStore;
  checkpoints: (service: string) => Checkpoints;
  /** A view of the service's own log; its host keeps it up to date from when the service starts. */
  view: <Row extends object, E extends Event>(service: string, projection: Projection<Row, E>) => View<Row>;
  scheduler: (service: string) => Scheduler;
  bus: Bus;
  setAsides: SetAsides;
  vault: (service: string, grant: Grant) => Vault;
  identity: Identity;
  sleep: (ms: number) => Promise<void>;
  /** Does a piece of work each `ms`, one at a time, until stopped. */
  every: (ms: number, work: () => Promise<unknown>) => Stop;
}>;

/** What Nest injects the platform by, because types leave no trace at run time. */
export const PLATFORM = Symbol('platform');
