import type { PublicEvent } from '@mulin/contracts';
import {
  backoff,
  type Bus,
  type Checkpoints,
  type Event,
  type EventStore,
  type Message,
  pollUntil,
  type Position,
  type RecordedEvent,
  type Stop,
  waiters,
} from '@mulin/kernel';
import { type Logger, reasonOf, silent } from '../log.js';
import { type SendSpans, sendSpans } from './send-spans.js';

const batchSize = 500;
/** How often the checkpoint of another process is read while somebody waits for it, in milliseconds. */
const polls = { firstMs: 20, longestMs: 100 };

type Parts<E extends Event> = Readonly<{
  /** The log of one service, whose events are all of type `E`. */
  store: Pick<EventStore, 'subscribeToAll'>;
  checkpoints: Checkpoints;
  bus: Pick<Bus, 'publish'>;
  topic: string;
  /** The public events that an event becomes, in order; none where it concerns nobody else. */
  publish: (event: RecordedEvent<E>) => readonly PublicEvent[];
  /** The name of its checkpoint. Default: `relay`. */
  reader?: string;
  log?: Logger;
}>;

/**
 * The relay of one service. `start` resolves when it runs; its stop, when the batch in hand is published. Of several
 * processes of a service one runs it at a time (`oneOwner`), and the others follow.
 */
export interface Relay {
  start(): Promise<Stop>;
  /** Learns how far another process has published, where that one runs it: read from the checkpoint. */
  follow(): Promise<void>;
  /** Everything up to here is published; `null`: nothing. */
  position(): Position | null;
  /** Resolves with `true` when everything up to `position` is published, with `false` after `withinMs` milliseconds. */
  waitUntilPublished(position: Position, withinMs: number): Promise<boolean>;
}

/** How far a relay has published: as this process knows itself while it runs here, else as its checkpoint says. */
const publishedUpTo = (checkpoints: Checkpoints, reader: string) => {
  const waiting = waiters();
  let published: Position | null = null;
  let isRunning = false;

  const note = (position: Position | null) => {
    published = position;
    waiting.check();
  };
  const follow = async () => {
    const written = await checkpoints.read(reader);
    if ((written ?? 0) > (published ?? 0)) note(written);
  };
  const isPublished = (position: Position) => published !== null && published >= position;

  return {
    note,
    follow,
    begin: async (): Promise<Position | null> => {
      published = await checkpoints.read(reader);
      isRunning = true;
      return published;
    },
    end: () => void (isRunning = false),
    position: () => published,
    waitUntil: (position: Position, withinMs: number): Promise<boolean> => {
      if (isRunning) return waiting.until(() => isPublished(position), withinMs);
      const isFollowed = async () => {
        if (!isPublished(position)) await follow();
        return isPublished(position);
      };
      return pollUntil(isFollowed, { pauseMs: backoff(polls), withinMs });
    },
  };
};

/**
 * Publishes the events of a service, with its event store as the outbox: in the order of the log it appends to `topic`
 * what `publish` makes of each event, and then writes its checkpoint. A crash in between publishes some of it twice and
 * loses nothing. An event on which `publish` throws stops the relay there, with an error in the log and a new attempt
 * after each pause: to go on would lose it. Each message has a span (`send-spans.ts`).
 */
export const relay = <E extends Event>(parts: Parts<E>): Relay => {
  const { store, checkpoints, bus, topic, publish, reader = 'relay', log = silent } = parts;
  const known = publishedUpTo(checkpoints, reader);

  const receive = async (batch: readonly RecordedEvent[]) => {
    // A service's own log holds its own events and no others.
    const own = batch as readonly RecordedEvent<E>[];
    const spans = sendSpans(topic);
    const { messages, last, failure } = untilFailure(own, (event) =>
      publish(event).map(spans.begin).map(messageOf),
    );
    await sent(() => bus.publish(topic, messages), messages, spans);
    if (last !== null) {
      known.note(last);
      await checkpoints.write(reader, last);
    }
    if (failure === null) return;
    log({ level: 'error', text: 'event could not be published', topic, reason: reasonOf(failure.error) });
    throw failure.error;
  };

  return {
    start: async () => {
      const from = await known.begin();
      const { stop } = store.subscribeToAll({ from, batchSize }, receive);
      return async () => {
        await stop();
        known.end();
      };
    },
    follow: known.follow,
    position: known.position,
    waitUntilPublished: known.waitUntil,
  };
};

const sent = async (publish: () => Promise<unknown>, messages: readonly Message[], spans: SendSpans) => {
  try {
    if (messages.length > 0) await publish();
    spans.end();
  } catch (error) {
    spans.end(error);
    throw error;
  }
};

const messageOf = (event: PublicEvent): Message => ({
  key: event.subject,
  value: JSON.stringify(event),
  ...(event.traceparent === undefined ? {} : { headers: { traceparent: event.traceparent } }),
});

type Telling = Readonly<{
  messages: readonly Message[];
  /** The last event that was turned into words. */
  last: Position | null;
  failure: Readonly<{ error: unknown }> | null;
}>;

const untilFailure = <E extends Event>(
  batch: readonly RecordedEvent<E>[],
  publish: (event: RecordedEvent<E>) => readonly Message[],
): Telling => {
  const messages: Message[] = [];
  let last: Position | null = null;
  try {
    for (const event of batch) {
      messages.push(...publish(event));
      last = event.position;
    }
  } catch (error) {
    return { messages, last, failure: { error } };
  }
  return { messages, last, failure: null };
};
