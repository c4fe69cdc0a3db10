/** Server-sent events as the HTML standard writes them (https://html.spec.whatwg.org/multipage/server-sent-events.html). */
import { Readable } from 'node:stream';
import { second, settledWithin } from '@mulin/kernel';
import type { EventStream } from '../dependencies.js';

/** Whoever reads slower than that is cut off, and goes on from where they were when they come again. */
const unreadAtMost = 1024 * 1024;

/** A stream of events; after this many milliseconds a browser comes again. */
const retryMs = 3_000;

/** So long what was not read yet may take to be read when a stream is ended. */
const lastWordsMs = second;

/** JSON has no line break, so that an event is one line of each. */
const written = ({ id, event, data }: Parameters<EventStream['send']>[0]): string =>
  `id: ${id}\nevent: ${event}\ndata: ${JSON.stringify(data)}\n\n`;

/** A stream that is read as `text/event-stream`. It ends by itself where up to 1 MiB was not read. */
export const serverSentEvents = (): EventStream => {
  const body = new Readable({ read: () => undefined });
  const closed = new Promise((resolve) => void body.once('close', resolve));
  const write = (text: string): void => {
    if (body.destroyed || body.readableEnded) return;
    body.push(text);
    if (body.readableLength > unreadAtMost) body.destroy();
  };
  write(`retry: ${retryMs}\n\n`);
  return {
    body,
    send: (event) => write(written(event)),
    keepAlive: () => write(':\n\n'),
    end: async () => {
      if (!body.destroyed) body.push(null);
      await settledWithin(closed, lastWordsMs);
      body.destroy();
    },
    onEnd: (ended) => void (body.closed ? ended() : body.once('close', ended)),
  };
};
