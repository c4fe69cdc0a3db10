/** What the routes of the inbox are given. */
import type { Identity, Stop } from '@mulin/kernel';
import type { Readable } from 'node:stream';
import type { LiveEvent, LiveItems } from './queries/live-items.js';
import type { Matters } from './reactions/record-news.js';
import type { Items } from './views/items.js';

/** What Nest injects it by, because types leave no trace at run time. */
export const DEPENDENCIES = Symbol('inbox dependencies');

/** Events on their way to whoever reads them at the other end. */
export type EventStream = Readonly<{
  body: Readable;
  send: (event: LiveEvent) => void;
  /** Says nothing, so that whoever is between the two sees that the line is in use. */
  keepAlive: () => void;
  /** Ends it; resolves when all of it was given to the other end, or a second later. */
  end: () => Promise<void>;
  /** Called once, when either side has ended it; at once where that has happened already. */
  onEnd: (ended: () => void) => void;
}>;

export type Dependencies = Readonly<{
  matters: Matters;
  items: Items;
  live: LiveItems;
  identity: Identity;
  openStream: () => EventStream;
  every: (ms: number, work: () => Promise<unknown>) => Stop;
}>;
