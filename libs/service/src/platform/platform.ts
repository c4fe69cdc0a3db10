import type { DeadLetterQueueWithOffer } from '@mulin/bus';
import type {
  Bus,
  Checkpoints,
  Columns,
  Event,
  EventStore,
  HandlingOutcome,
  Identity,
  Instant,
  Jobs,
  Position,
  Projection,
  Readings,
  RecordedEvent,
  Scheduler,
  SignIn,
  Stop,
  TopicEnds,
  Upcasts,
  Vault,
  ReadModel,
} from '@mulin/kernel';
import type { AdoptedEvents } from '@mulin/event-store';
import type { CaseCodes } from '@mulin/identity';
import type { OwnedWork } from '@mulin/postgres';
import type { Grant, Pseudonyms, RequestHash } from '@mulin/vault';
import type { ProcessedOffsets } from '../host/processed-offsets.js';
import type { InternalRequests } from '../http/internal-requests.js';
import type { HealthText } from '../observability/health-text.js';

export type { Grant };

/** One line of the log of what runs. Names and numbers only: nothing a resident said, nobody's data. */
export type LogLine = Readonly<Record<string, string | number | boolean | null | undefined>>;
/** The log of a town: a line of fields and a message that never changes, so that it can be searched for. */
export interface Logger {
  /** What helps to follow one demand through the town; not written at the usual level. */
  debug(line: LogLine, message: string): void;
  info(line: LogLine, message: string): void;
  warn(line: LogLine, message: string): void;
  error(line: LogLine, message: string): void;
}

type Labels = Readonly<Record<string, string>>;

/** What is counted; `observability/meter.ts` says what each is called and means. */
export type CounterName = 'http_requests' | 'commands' | 'messages' | 'timers' | 'deliveries';
/** What is measured. */
export type HistogramName =
  | 'http_request_duration_seconds'
  | 'command_duration_seconds'
  | 'message_handling_duration_seconds'
  | 'timer_batch_size'
  | 'timer_lateness_seconds';

/** What stands at some number now. */
export type GaugeName = 'deliveries_waiting' | 'engine_up' | 'service_ready';

/** What is counted and measured while the town runs. Labels are few and short: names and outcomes, never ids. */
export interface Meter {
  /** One more of these. */
  count(name: CounterName, labels: Labels): void;
  /** This one took so many seconds, or was so large. */
  observe(name: HistogramName, labels: Labels, value: number): void;
  /** Has this figure asked for whenever figures are read, by its labels. What cannot be had at once is left out. */
  gauge(name: GaugeName, read: () => Promise<readonly Readonly<{ labels: Labels; value: number }>[]>): void;
  /** All of it, as Prometheus reads it. */
  text(): Promise<string>;
}

/** How a view was rebuilt: from how many events (`facts`, the word of the routes), to how many rows, in how long. */
export type Rebuilt = Readonly<{ name: string; facts: number; rows: number; seconds: number }>;

/** A view as its host keeps it. */
export type RegisteredProjection = Readonly<{
  service: string;
  name: string;
  /** See `View.showing`. */
  showing: (position: number, withinMs: number) => Promise<boolean>;
  /** Whether it is kept up to date here, how far it has come, and whether its rows are being made anew beside. */
  state: () => Readonly<{ isRunning: boolean; position: number; isBuilding: boolean }>;
  /** Makes its rows anew from the events, beside the old ones; refused (`view-being-rebuilt`) while it goes on. */
  rebuild: () => Promise<Rebuilt>;
}>;

/** A service that has started on this platform, as others must know it to wait for it and to watch it. */
export type ServiceDefinition = Readonly<{
  name: string;
  /** The services it listens to. */
  subscribesTo: readonly string[];
  /** How many messages it has not finished, by the service that told them. */
  waiting: () => Promise<ReadonlyMap<string, number>>;
  /** How far its own events have been told; `null`: none yet. */
  position: () => Position | null;
  /** Resolves when its events up to `position` have been told, or after `withinMs`; says which. */
  waitUntilPublished: (position: Position, withinMs: number) => Promise<boolean>;
  /** Where its topic ended when its events up to here had been told; `null`: nothing was told since it started. */
  endsAfter: (position: Position) => TopicEnds | null;
  /** How many messages it has finished with since it started, however that went. */
  finished: () => number;
  /** How far it has come with what it hears, as it remembers itself. */
  offsets: Pick<ProcessedOffsets, 'learn' | 'passes'>;
  /** What it lacks to do its work as it should; `null`: nothing. */
  lacks: () => Promise<HealthText | null>;
}>;

/** Whether one part of the town works now, and how it is: a code with its parameters, and a few words. */
export type Health = HealthText & Readonly<{ name: string; ok: boolean }>;

/** How far services have come with what was recorded and told. */
export type Standing = Readonly<{
  /** Where the log of each service ends; `null`: it is empty. */
  heads: Readonly<Record<string, Position | null>>;
  /** All that stands in these logs is told and shown, and nothing that was told has still to be heard. */
  isAtRest: boolean;
}>;

/** What only a process can do that runs the service in question. */
export type Operations = Readonly<{
  /** The services of the town, by name: those that are at work here, or that this program asks. */
  services: () => readonly string[];
  /**
   * Hands a dead letter to its group again; `null`: there is none of this id. Throws `Unavailable` where nobody who
   * reads as this group can be asked.
   */
  retry: (deadLetter: string) => Promise<HandlingOutcome | null>;
  /**
   * Makes views anew, one after the other: each reads a whole log.
   *
   * @param name `view` or `service/view`. Default: all of them.
   * @throws `Rejection` `view-unknown`, or `view-being-rebuilt`.
   */
  rebuild: (name?: string) => Promise<readonly Rebuilt[]>;
  /**
   * What a service has recorded in streams of these categories, in the order of its log. Throws as `retry` does.
   *
   * @param after only what stands behind this position. Default: all of it.
   */
  recorded: (
    service: string,
    categories: readonly string[],
    after?: Position,
  ) => Promise<readonly RecordedEvent[]>;
  /** Of all services, each waited for at most so many milliseconds at each step. Throws as `retry` does. */
  standing: (withinMs: number) => Promise<Standing>;
}>;

/** All that a town gives one of its services. A host makes one, of memory or of the real engines. */
export type Platform = Readonly<{
  town: string;
  /** IANA name of the town's zone. */
  zone: string;
  now: () => Instant;
  newId: () => string;
  log: Logger;
  meter: Meter;
  /** Each service has a log of its own, so that moving a service out is a copy. Asked for again: the same one. */
  eventStore: (service: string, upcasts?: Upcasts) => EventStore;
  checkpoints: (service: string) => Checkpoints;
  /**
   * Up to which position a service has published its events, whichever process of the town does so; `null`: it has
   * published none, or there is no such service.
   */
  published: (service: string) => Promise<Position | null>;
  /**
   * Takes in what other logs of the same services recorded, as it was recorded: all of it at once, or nothing. What a
   * service publishes of it, it publishes after that. Throws as `adoptIntoPostgres` says, and a `Rejection`
   * (`logs-not-owned`) where this process may not write the logs of these services.
   */
  adopt: (logs: Readonly<Record<string, AdoptedEvents>>) => Promise<void>;
  /** A view of the service's own log; its host keeps it up to date from when the service starts. */
  view: <Row extends object, E extends Event, C extends Columns<Row>>(
    service: string,
    projection: Projection<Row, E, C>,
  ) => ReadModel<Row, C>;
  /** Every view that a service has asked for. */
  views: () => readonly RegisteredProjection[];
  scheduler: (service: string) => Scheduler;
  /** What a service does with the world outside, tried again until it is over: in Redis where there is one. */
  jobs: (service: string) => Jobs;
  bus: Bus;
  deadLetters: DeadLetterQueueWithOffer;
  vault: (service: string, grant: Grant) => Vault;
  /** Who opened what in the vault. */
  readings: Readings;
  identity: Identity;
  /** Passwords and sessions of people. */
  signIn: SignIn;
  /** The codes by which residents come to their own cases. */
  caseCodes: CaseCodes;
  /** How processes of the town know requests of each other. */
  internal: InternalRequests;
  /** What an operator has done with services. */
  operations: Operations;
  /** How a request's body is known again, without saying what it was. */
  requestHash: RequestHash;
  /** What residents' accounts are called in events. */
  pseudonyms: Pseudonyms;
  sleep: (ms: number) => Promise<void>;
  /** Does a piece of work each `ms`, one at a time, until stopped. */
  every: (ms: number, work: () => Promise<unknown>) => Stop;
  /** Who has started, by name. Filled by `serviceStrategy`. */
  atWork: Map<string, ServiceDefinition>;
  /**
   * Does work that only one process of the town may do at a time; another takes it over when that one ends. Resolves
   * when it has begun here, or is done elsewhere.
   */
  own: (what: string, work: OwnedWork) => Promise<Stop>;
  /** Does a piece of work unless another process of the town is at it just now (`undefined`). */
  alone: <Result>(what: string, work: () => Promise<Result>) => Promise<Result | undefined>;
  /**
   * Has a service record what its pack says, one process of the town at a time. `isNewest`: no newer pack is at work;
   * where there is one, `record` reads what that says, and records nothing.
   */
  recordPack: (service: string, record: (isNewest: boolean) => Promise<void>) => Promise<void>;
  /**
   * Adds requests of callers in one minute (since 1970) to what every process of the town has counted in it, and answers
   * with the totals of these callers; `null` where this is the only process.
   */
  addRequests:
    ((minute: number, requests: ReadonlyMap<string, number>) => Promise<ReadonlyMap<string, number>>) | null;
  /**
   * Whether no message may leave the town, because it was restored from a copy and nobody has let it send since. Asked
   * of the database at most once a second, however often it is called. Throws `Unavailable`.
   */
  areDeliveriesHeld: () => Promise<boolean>;
  /** Begins what the platform itself does for a service: keeping its views, ringing its alarms. */
  begin: (service: string) => Promise<Stop>;
  /**
   * The engines underneath and every service at work: whether each can do what the town promises. Asked at most
   * once a second, however many ask.
   */
  health: () => Promise<readonly Health[]>;
}>;

/** What Nest injects the platform by, because types leave no trace at run time. */
export const PLATFORM = Symbol('platform');
