/** Which messages are owed to somebody now, by what waits for them and by what they were told of before. */
import { type Instant, latest, minute, plus } from '@mulin/kernel';
import type { Item } from '../item.js';
import { type TownTime, whenTold, type Window } from '../recipient/window.js';
import type { Kind, Line, Owed } from './delivery.js';

/** One thing that waits for them. */
export type Waiting = Item &
  Readonly<{
    /** Where it opened in the log, and when. */
    openedAt: number;
    openedOn: Instant;
    /** They have seen it: nobody tells them of it. */
    isRead: boolean;
  }>;

/** The last message of a kind: up to where in the log it told, and when it was owed. */
export type LastNotified = Readonly<{ upTo: number; at: Instant }>;

type Known = Readonly<{
  /** Nothing that opened up to here is told as new. */
  since: number;
  urgent: LastNotified | null;
  other: LastNotified | null;
  window: Window;
  time: TownTime;
  now: Instant;
}>;

/** Those that open so soon after a message come together in the next one: many at once are one message and another. */
const gatheringMs = { urgent: minute, other: 5 * minute } as const;

/** Lines of one message: what one reads at once. */
export const linesAtMost = 50;

type Message = Pick<Owed, 'kind' | 'fresh' | 'after' | 'upTo'> & Readonly<{ items: readonly Waiting[] }>;

/** What is owed now, and when to look again where something is owed later. */
type DueNow = Readonly<{ messages: readonly Message[]; nextAt: Instant | null }>;

const urgentAfter = ({ since, urgent }: Known): number => Math.max(since, urgent?.upTo ?? 0);
const otherAfter = ({ since, other }: Known): number => Math.max(since, other?.upTo ?? 0);

/** What of each kind has opened up to there has been told, or is not to be. */
export const toldUpTo = (known: Known) => [
  { isUrgent: true, after: urgentAfter(known) },
  { isUrgent: false, after: otherAfter(known) },
];

const freshAmong = (waiting: readonly Waiting[], isUrgent: boolean, after: number): readonly Waiting[] =>
  waiting.filter((it) => it.isUrgent === isUrgent && !it.isRead && it.openedAt > after);

const messageOf = (kind: Kind, items: readonly Waiting[], after: number): Message => ({
  kind,
  items,
  fresh: items.length,
  after,
  upTo: Math.max(...items.map(({ openedAt }) => openedAt)),
});

type Due = Readonly<{ message: Message; at: Instant }>;

/** At once, whatever the window. */
const urgentDue = (waiting: readonly Waiting[], known: Known): Due | null => {
  const { urgent, now } = known;
  const after = urgentAfter(known);
  const fresh = freshAmong(waiting, true, after);
  if (fresh.length === 0) return null;
  const at = urgent === null ? now : latest(now, plus(urgent.at, gatheringMs.urgent));
  return { message: messageOf('urgent', fresh, after), at };
};

/** While the window is open, or at its hours. */
const otherDue = (waiting: readonly Waiting[], known: Known): Due | null => {
  const { other, window, time, now } = known;
  const after = otherAfter(known);
  const fresh = freshAmong(waiting, false, after);
  const [first] = fresh.map(({ openedOn }) => openedOn).sort();
  if (first === undefined) return null;
  const earliest = other === null ? now : latest(now, plus(other.at, gatheringMs.other));
  const isCollected =
    window.digestAt.length > 0 || whenTold(window, time, { since: first, now: first }) > first;
  const at = whenTold(window, time, { since: first, now: earliest });
  return { message: messageOf(isCollected ? 'digest' : 'notice', fresh, after), at };
};

/** @param waiting what waits for them and has opened since they were told last; read and unread. */
export const dueNow = (waiting: readonly Waiting[], known: Known): DueNow => {
  const due = [urgentDue(waiting, known), otherDue(waiting, known)].filter((it) => it !== null);
  const [nextAt = null] = due
    .map(({ at }) => at)
    .filter((at) => at > known.now)
    .sort();
  return { messages: due.filter(({ at }) => at <= known.now).map(({ message }) => message), nextAt };
};

const lineOf = (
  { id, caseId, of, number, what, why, since, until, isUrgent }: Item,
  isNew: boolean,
): Line => ({
  id,
  caseId,
  ...(of === undefined ? {} : { of }),
  number,
  what,
  why,
  since,
  until,
  isUrgent,
  isNew,
});

const never = '9999';

/** What is due first comes first; what has no deadline, last. */
const byUntil = (one: Line, other: Line): number =>
  (one.until ?? never) < (other.until ?? never) ? -1 : Number((one.until ?? never) > (other.until ?? never));

/**
 * The lines of a message: what is new, and in a digest (`others`) also what waits since before, as far as there is room.
 */
export const linesOf = (
  items: readonly Item[],
  others: readonly Item[],
): Readonly<{ lines: readonly Line[]; hasMore: boolean }> => {
  const fresh = new Set(items.map(({ id }) => id));
  const older = others.filter(({ id }) => !fresh.has(id)).map((it) => lineOf(it, false));
  const all = [...items.map((it) => lineOf(it, true)).sort(byUntil), ...older.sort(byUntil)];
  return { lines: all.slice(0, linesAtMost), hasMore: all.length > linesAtMost };
};
