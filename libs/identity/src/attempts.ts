/** How often one may guess. */
import { type Instant, msBetween, msOf, plus } from '@mulin/kernel';

/** `free` failures cost nothing; each further one locks, twice as long each time. All in milliseconds. */
export type AttemptRule = Readonly<{ free: number; firstMs: number; longestMs: number; forgetMs: number }>;

/** Failures in a row, since when, and until when nothing more is tried. */
export type Attempts = Readonly<{ failures: number; lockedUntil: Instant | null; lastAt: Instant }>;

const minute = 60_000;
const hour = 60 * minute;

/**
 * OWASP's Authentication Cheat Sheet: lock with growing delays, of which the longest ends by itself, so that nobody can
 * keep somebody else out for good. An address may be that of a whole town hall.
 */
export const attemptRules = {
  account: { free: 4, firstMs: minute / 2, longestMs: hour, forgetMs: 24 * hour },
  address: { free: 29, firstMs: minute / 2, longestMs: hour, forgetMs: hour },
  case: { free: 9, firstMs: 15 * minute, longestMs: 24 * hour, forgetMs: 24 * hour },
} as const satisfies Readonly<Record<string, AttemptRule>>;

/** When one may try again; `null`: now. */
export const lockedAt = (attempts: Attempts | null, now: Instant): Instant | null =>
  attempts !== null && attempts.lockedUntil !== null && attempts.lockedUntil > now
    ? attempts.lockedUntil
    : null;

/** One more, counted as a failure before it is looked at: so many at once guess no more than one after the other. */
export const oneMore = (before: Attempts | null, now: Instant, rule: AttemptRule): Attempts => {
  const isForgotten = before === null || msBetween(before.lastAt, now) > rule.forgetMs;
  const failures = (isForgotten ? 0 : before.failures) + 1;
  const doubled = Math.min(failures - rule.free - 1, 30);
  const lockMs = Math.min(rule.longestMs, rule.firstMs * 2 ** doubled);
  return { failures, lastAt: now, lockedUntil: failures > rule.free ? plus(now, lockMs) : null };
};

/** One less: it was none. */
export const oneLess = ({ failures, lastAt }: Attempts): Attempts => ({
  failures: Math.max(0, failures - 1),
  lastAt,
  lockedUntil: null,
});

/** Whole seconds, at least one. */
export const secondsUntil = (now: Instant, until: Instant): number =>
  Math.max(1, Math.ceil((msOf(until) - msOf(now)) / 1_000));
