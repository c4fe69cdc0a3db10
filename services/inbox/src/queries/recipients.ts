/** Who hears of things by a message: kept at hand, so that whatever opens costs nobody else anything. */
import {
  type EventStore,
  fold,
  followLog,
  type Identity,
  type Instant,
  minute,
  msBetween,
  type Stop,
} from '@mulin/kernel';
import { marksOf } from '../domain/addressees.js';
import type { Item } from '../domain/item.js';
import {
  channels,
  decider,
  type Event,
  isUnsettled,
  outletOf,
  type State,
} from '../domain/recipient/recipient.js';
import { isFor, type Reader } from './inbox-of.js';

type Parts = Readonly<{
  store: EventStore;
  identity: Pick<Identity, 'list' | 'find' | 'disabled'>;
  now: () => Instant;
}>;

const pageSize = 500;
/** Roles and areas are read anew after so long; whoever is told is looked up again before that. */
const peopleForMs = minute;

/** What the inbox knows of whoever wants messages. */
export type Recipients = Readonly<{
  start: () => Promise<Stop>;
  /** Every account that a message can be sent to. */
  all: () => readonly string[];
  /** Every account of which an address is to be erased. */
  unsettled: () => Promise<readonly string[]>;
  /** The accounts to which something can be sent, and for which one of these things waits. */
  concerned: (items: readonly Pick<Item, 'to' | 'except' | 'notOf'>[]) => Promise<readonly string[]>;
}>;

const hasOutlet = (state: State): boolean => channels.some((channel) => outletOf(state, channel) !== null);

/** Role and area of accounts, at most a minute old. */
const peopleBy = ({ identity, now }: Parts) => {
  let people = new Map<string, Reader>();
  let readAt: Instant | null = null;
  const readAll = async (): Promise<void> => {
    const read = new Map<string, Reader>();
    for (let after: string | undefined; ;) {
      const page = await identity.list({ after, limit: pageSize });
      for (const { account: id, role, area } of page) read.set(id, { id, role, area });
      if (page.length < pageSize) break;
      after = page.at(-1)?.account;
    }
    [people, readAt] = [read, now()];
  };
  return async (accounts: readonly string[]): Promise<ReadonlyMap<string, Reader>> => {
    if (readAt === null || msBetween(readAt, now()) >= peopleForMs) await readAll();
    // Whoever has come since is looked up alone: an emergency that waits for them is told to nobody else.
    for (const account of accounts.filter((it) => !people.has(it))) {
      const found = await identity.find(account);
      if (found !== null) people.set(account, found.actor);
    }
    return people;
  };
};

/** Follows what accounts have stated, from the beginning of the log. */
export const recipients = (parts: Parts): Recipients => {
  const known = new Map<string, State>();
  const peopleNow = peopleBy(parts);
  const all = () => [...known.values()].filter(hasOutlet).map(({ account }) => account);

  return {
    start: () =>
      followLog(parts.store, { categories: [decider.category] }, (event) => {
        // The category holds these events and no others.
        known.set(event.stream, fold(decider, [event as unknown as Event], known.get(event.stream)));
      }),
    all,
    unsettled: async () => {
      const disabled = await parts.identity.disabled();
      return [...known.values()].filter((it) => isUnsettled(it, disabled)).map(({ account }) => account);
    },
    concerned: async (items) => {
      const wanting = all();
      if (wanting.length === 0 || items.length === 0) return [];
      const people = await peopleNow(wanting);
      const marked = items.map((it) => ({ it, marks: marksOf(it.to) }));
      return wanting.filter((account) => {
        const reader = people.get(account);
        return reader !== undefined && marked.some(({ it, marks }) => isFor(reader, marks, it));
      });
    },
  };
};
