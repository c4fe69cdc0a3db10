import type { PublicEvent } from '@mulin/contracts';
import {
  type Bus,
  type Checkpoints,
  type Event,
  type EventStore,
  type Message,
  type Position,
  type RecordedEvent,
  type Stop,
  waiters,
} from '@mulin/kernel';
import { type Logger, reasonOf, silent } from '../log.js';
import { type SendSpans, sendSpans } from './send-spans.js';

const batchSize = 500;

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

/** The relay of one service. `start` resolves when it runs; its stop, when the batch in hand is published. */
export interface Relay {
  start(): Promise<Stop>;
  /** Everything up to here is published; `null`: nothing. */
  position(): Position | null;
  /** Resolves with `true` when everything up to `position` is published, with `false` after `withinMs` milliseconds. */
  waitUntilPublished(position: Position, withinMs: number): Promise<boolean>;
}

/**
 * Publishes the events of a service, with its event store as the outbox: in the order of the log it appends to `topic`
 * what `publish` makes of each event, and then writes its checkpoint. A crash in between publishes some of it twice and
 * loses nothing. An event on which `publish` throws stops the relay there, with an error in the log and a new attempt
 * after each pause: to go on would lose it. Each message has a span (`send-spans.ts`).
 */
export const relay = <E extends Event>(parts: Parts<E>): Relay => {
  const { store, checkpoints, bus, topic, publish, reader = 'relay', log = silent } = parts;
  const waiting = waiters();
  let published: Position | null = null;

  const send = async (messages: readonly Message[], spans: SendSpans) => {
    try {
      if (messages.length > 0) await bus.publish(topic, messages);
      spans.end();
    } catch (error) {
      spans.end(error);
      throw error;
    }
  };

  const receive = async (batch: readonly RecordedEvent[]) => {
    // A service's own log holds its own events and no others.
    const own = batch as readonly RecordedEvent<E>[];
    const spans = sendSpans(topic);
    const { messages, last, failure } = untilFailure(own, (event) =>
      publish(event).map(spans.begin).map(messageOf),
    );
    await send(messages, spans);
    if (last !== null) {
      published = last;
      waiting.check();
      await checkpoints.write(reader, last);
    }
    if (failure === null) return;
    log({ level: 'error', text: 'event could not be published', topic, reason: reasonOf(failure.error) });
    throw failure.error;
  };

  const isPublished = (position: Position) => published !== null && published >= position;

  return {
    start: async () => {
      published = await checkpoints.read(reader);
      return store.subscribeToAll({ from: published, batchSize }, receive).stop;
    },
    position: () => published,
    waitUntilPublished: (position, withinMs) => waiting.until(() => isPublished(position), withinMs),
  };
};

const messageOf = (event: PublicEvent): Message => ({ key: event.subject, value: JSON.stringify(event) });

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
