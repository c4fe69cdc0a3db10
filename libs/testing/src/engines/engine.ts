/** What a test knows of an engine: where it is, and how it is made to fail. */
import type { Stop } from '@mulin/kernel';
import type { SmallDisk } from './small-disk.js';

/** The engines that a town of many processes stands on. */
export type EngineKind = 'kafka' | 'redis' | 'postgresql';

/** An engine that answers. */
export type Engine = Readonly<{
  /** What a town is told: `host:port` for Kafka, a URL for Redis and PostgreSQL. */
  url: string;
  /** Ends it and removes its data; one whose address was given is left as it is. */
  close: Stop;
}>;

/** An engine in a process of our own, to be tried with faults. Its port and its data stay through all of them. */
export type NativeEngine = Engine &
  Readonly<{
    /** Of its process now: another one each time it is started again. */
    pid: () => number;
    /** SIGKILL; resolves when it is gone. */
    kill: () => Promise<void>;
    /** SIGSTOP: it holds its connections and answers nothing. */
    freeze: () => void;
    /** SIGCONT. */
    thaw: () => void;
    /** Starts it again where it is gone; resolves when it answers. */
    restart: () => Promise<void>;
    /** Starts it again only where it has ended by itself, as a supervisor does; resolves when it answers. */
    standUp: () => Promise<void>;
    /** What its data lie on, where a small disk was asked for and could be had. */
    disk: SmallDisk | null;
  }>;

/** There is no engine to be had this way; its message says what is missing. */
export class NoEngine extends Error {
  override readonly name = 'NoEngine';
}
