/**
 * Who is to be told something, and what is still to be sent: found by timers and jobs, at the start by looking at all of
 * them, and each minute by a sweep for what a queue has lost.
 */
import {
  type EventStore,
  type Instant,
  type Jobs,
  minute,
  plus,
  type Position,
  type RecordedEvent,
  type Scheduler,
  type Stop,
  Unavailable,
} from '@mulin/kernel';
import type { Item } from '../domain/item.js';
import type { Event } from '../domain/matter.js';
import type { Recipients } from '../queries/recipients.js';
import type { Deliveries, DeliveryRow } from '../views/deliveries.js';

type Parts = Readonly<{
  store: Pick<EventStore, 'head' | 'readAll'>;
  recipients: Recipients;
  ledger: Pick<Deliveries, 'list' | 'waitUntil'>;
  scheduler: Scheduler;
  jobs: Jobs;
  /** Erases what an account has no use for any more. */
  settle: (account: string) => Promise<void>;
  /** Looks at one account now. */
  tell: (account: string, traceparent?: string) => Promise<void>;
  /** Tries one message now. */
  send: (id: string) => Promise<Instant | null>;
  now: () => Instant;
  every: (ms: number, work: () => Promise<unknown>) => Stop;
}>;

const pageSize = 500;
/** So long the start waits for the ledger; what it does not show by then is found by the first sweep. */
const viewTimeoutMs = 5_000;
/** A message that is so late has been lost by its queue, or the queue is away. */
const lateMs = 2 * minute;
/** How many look at once: few enough not to drown a town that is in trouble. */
const atOnce = 8;

const filter = { categories: ['matter'], types: ['ItemOpened' satisfies Event['type']] };

/**
 * Each alone: one that fails keeps no other from it, and the first failure is told at the end. An engine that is away is
 * away for all of them.
 */
const each = async <Thing>(
  things: readonly Thing[],
  work: (it: Thing) => Promise<unknown>,
): Promise<void> => {
  const failures: unknown[] = [];
  for (let from = 0; from < things.length; from += atOnce) {
    const done = await Promise.allSettled(things.slice(from, from + atOnce).map((it) => work(it)));
    failures.push(...done.flatMap((it) => (it.status === 'rejected' ? [it.reason] : [])));
    if (failures.some((it) => it instanceof Unavailable)) break;
  }
  if (failures.length > 0) throw failures.find((it) => it instanceof Unavailable) ?? failures[0];
};

/** Messages that are still to be sent; until `late` alone where it is given. Every page is read before the first one moves. */
const unsent = async ({ ledger }: Parts, late?: Instant): Promise<readonly DeliveryRow[]> => {
  const where = { nextAt: late === undefined ? { not: null } : { lte: late } };
  const rows: DeliveryRow[] = [];
  let cursor: string | null = null;
  do {
    const page: Readonly<{ items: readonly DeliveryRow[]; next: string | null }> = await ledger.list({
      where,
      limit: pageSize,
      ...(cursor === null ? {} : { cursor }),
    });
    rows.push(...page.items);
    cursor = page.next;
  } while (cursor !== null);
  return rows;
};

/** Whom what has opened after this position concerns, and where the reading ended. */
const openedAfter = async ({ store, recipients }: Parts, start: Position | null) => {
  const accounts = new Set<string>();
  for (let from = start; ;) {
    const page: readonly RecordedEvent[] = await store.readAll({ from, maxCount: pageSize, filter });
    // The filter lets these events pass and no others.
    const items = page.map(({ data }) => data as Item);
    for (const account of await recipients.concerned(items)) accounts.add(account);
    from = page.at(-1)?.position ?? from;
    if (page.length < pageSize) return { accounts: [...accounts], end: from };
  }
};

/** Adds again all that is still to be sent, as a queue may have lost it. */
const addUnsent = async (parts: Parts): Promise<void> => {
  const { store, ledger, jobs, now } = parts;
  const head = await store.head();
  if (head !== null) await ledger.waitUntil(head, viewTimeoutMs);
  await each(await unsent(parts), ({ id, nextAt }) => jobs.add(id, nextAt ?? now()));
};

/** Tried here, whether or not there is a queue. */
const sendLate = async (parts: Parts): Promise<void> => {
  const { jobs, send, now } = parts;
  await each(await unsent(parts, plus(now(), -lateMs)), async ({ id }) => {
    const next = await send(id);
    if (next !== null) await jobs.add(id, next);
  });
};

/** A queue or a list that is away keeps no town from starting: the sweeps find what it misses. */
const unlessAway = async (work: Promise<void>): Promise<void> => {
  try {
    await work;
  } catch (error) {
    if (!(error instanceof Unavailable)) throw error;
  }
};

/** `opened` is told what has just opened, and has those looked at whom it concerns; `start` begins to watch. */
export const watchRecipients = (parts: Parts) => {
  const { store, recipients, scheduler, settle, tell, now, every } = parts;
  const lookNow = (accounts: readonly string[]) => each(accounts, (it) => scheduler.schedule(it, now()));

  let seen: Position | null = null;
  /** What opened while no timer could be set, also because another process did not get that far. */
  const lookAgain = async (): Promise<void> => {
    const { accounts, end } = await openedAfter(parts, seen);
    await lookNow(accounts);
    seen = end;
  };

  /** Also what was cut off at its erasure, and those who were disabled since. */
  const settleAll = async (): Promise<void> => each(await recipients.unsettled(), settle);

  const start = async (): Promise<Stop> => {
    scheduler.onDue((accounts, traces) => each(accounts, (it) => tell(it, traces.get(it))));
    const stopFollowing = await recipients.start();
    seen = await store.head();
    await unlessAway(lookNow(recipients.all()));
    await unlessAway(addUnsent(parts));
    await unlessAway(settleAll());
    const stops = [lookAgain, settleAll, () => sendLate(parts)].map((work) => every(minute, work));
    return async () => {
      await Promise.all(stops.map((stop) => stop()));
      await stopFollowing();
    };
  };

  return {
    start,
    opened: async (items: readonly Item[]): Promise<void> => lookNow(await recipients.concerned(items)),
  };
};
