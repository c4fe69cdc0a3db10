/** What event times alone say of a clock: by when, since when it is over, met or missed, and who must hear. */
import type { Instant } from '@mulin/kernel';
import {
  type Clock,
  type Cycle,
  type End,
  type EndReason,
  endReasons,
  type State,
  type Verdict,
} from './clock-facts.js';
import { legOf, nameOf, type Step, type Terms } from './terms.js';

/** A clock as it must be judged: all that was changed about it taken together. */
export type Standing = Readonly<{
  dueAt: Instant;
  /** Those that can still be owed: none at or after the end. */
  ladder: readonly Step[];
  end: End | null;
  /** Of the archive: judged as of then, whatever time it is. */
  asOf: Instant | null;
}>;

const isSooner = (a: End, b: End): boolean =>
  a.endedAt === b.endedAt
    ? endReasons.indexOf(a.because) < endReasons.indexOf(b.because)
    : a.endedAt < b.endedAt;

/** Of several ends the earliest counts. */
const earliestOf = (ends: readonly End[]): End | null =>
  ends.reduce<End | null>((best, end) => (best === null || isSooner(end, best) ? end : best), null);

const later = (a: Instant, b: Instant): Instant => (a < b ? b : a);
const rank: Readonly<Record<Terms['because'], number>> = { started: 0, merged: 1, reclassified: 2 };

const from = ({ since, startedAt }: Terms): Instant => later(since, startedAt);

/** By when they begin to count; what was changed before a clock started counts in the order of its changes. */
const compareTerms = (a: Terms, b: Terms): number => {
  if (from(a) !== from(b)) return from(a) < from(b) ? -1 : 1;
  if (a.because !== b.because) return rank[a.because] - rank[b.because];
  if (a.since !== b.since) return a.since < b.since ? -1 : 1;
  return a.dueAt < b.dueAt ? -1 : 1;
};

type Held = Readonly<{ dueAt: Instant; ladder: readonly Step[]; cap: Terms | null }>;

/** Steps that were owed before the change stay as they were: nobody is told the same thing twice. */
const changedLadder = (before: readonly Step[], after: readonly Step[], since: Instant): readonly Step[] => {
  const kept = before.filter(({ at }) => at < since);
  return [...kept, ...after.filter(({ step }) => kept.every((old) => old.step !== step))];
};

/** Of two reports that were one, the earlier deadline holds, and goes on holding. */
const changed = ({ dueAt, ladder, cap }: Held, next: Terms): Held => {
  const since = from(next);
  const isCap = next.because === 'merged' && (cap === null || next.dueAt < cap.dueAt);
  const limit = isCap ? next : cap;
  const asked = next.because === 'merged' ? { dueAt, ladder } : next;
  const chosen = limit && limit.dueAt < asked.dueAt ? limit : asked;
  return {
    // What was missed before the change stays missed.
    dueAt: dueAt < since ? dueAt : chosen.dueAt,
    ladder: changedLadder(ladder, chosen.ladder, since),
    cap: limit,
  };
};

/** Whatever is changed about a case after a clock's end does not touch that clock. */
const held = (terms: readonly Terms[], endedAt: Instant | undefined): Held | null => {
  const [first, ...rest] = [...terms].sort(compareTerms);
  if (!first) return null;
  return rest
    .filter((it) => endedAt === undefined || from(it) < endedAt)
    .reduce(changed, { dueAt: first.dueAt, ladder: first.ladder, cap: null });
};

/** Where somebody else is asked, or the arbiter decides, nobody waits any more for who was asked before. */
const movedOn = (cycle: Cycle | undefined, clock: string): readonly End[] => {
  if (cycle === undefined || nameOf(clock) !== 'take') return [];
  const own = legOf(clock);
  const offeredAt = cycle.legs[own];
  const later = Object.entries(cycle.legs).filter(([leg]) => Number(leg) > own);
  const left = cycle.left?.filter((leftAt) => offeredAt !== undefined && leftAt > offeredAt) ?? [];
  return [...later.map(([, at]) => at), ...left].map((endedAt) => ({ endedAt, because: 'returned' }));
};

const asOfOf = (cycle: Cycle | undefined): Instant | null => cycle?.began?.archive?.asOf ?? null;

/** Throws nothing and knows no "now": two towns that heard the same news say the same. */
export const standingOf = ({ cycles, ends }: State, { clock, cycle, terms }: Clock): Standing | null => {
  const known = cycles[cycle];
  const end = earliestOf([...(ends[clock] ?? []), ...(known?.ends ?? []), ...movedOn(known, clock)]);
  const holds = held(terms, end?.endedAt);
  if (holds === null) return null;
  const { dueAt, ladder } = holds;
  return {
    dueAt,
    end,
    asOf: asOfOf(known),
    ladder: end ? ladder.filter(({ at }) => at < end.endedAt) : ladder,
  };
};

/** To decline is an answer to "does the town take this up"; to give back or withdraw is no answer at all. */
const isAnswer = (because: EndReason, clock: string): boolean =>
  because === 'declined'
    ? nameOf(clock) === 'accept'
    : endReasons.indexOf(because) <= endReasons.indexOf('closed');

/** `open`: nothing can be said yet. A deadline's own millisecond is in time. */
export const verdictOf = (clock: string, { dueAt, end, asOf }: Standing, now: Instant): Verdict | 'open' => {
  if (end === null) return (asOf ?? now) > dueAt ? 'breached' : 'open';
  if (end.endedAt > dueAt) return 'breached';
  return isAnswer(end.because, clock) ? 'met' : 'cancelled';
};
