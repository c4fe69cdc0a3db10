/** What comes more often than it did: over a week all over a community, or in a day in one village, as after a burst pipe. */
import { day, hour, type Instant, type Level, msBetween, plus, upTo } from '@mulin/kernel';
import { atLeast, grouped } from './chance.js';
import type { Seen } from './seen.js';

/** A week beside the eight before it, and a day beside eight weeks. */
const risingRules = { weeksBefore: 8, least: 5, chance: 0.01, burstChance: 0.001 } as const;

export type Rise = Readonly<{
  what: 'rising' | 'burst';
  area: string;
  menuItem: string;
  /** In the week, or in the day. */
  count: number;
  /** How many of them are usual in as long. */
  usual: number;
  /** How likely so many are by chance. */
  chance: number;
  /** Of a burst: when its first case was reported. */
  since: Instant;
  cases: readonly Seen[];
}>;

type Window = Readonly<{ what: Rise['what']; ms: number; level: Level; chance: number }>;

const windows: readonly Window[] = [
  { what: 'rising', ms: 7 * day, level: 'community', chance: risingRules.chance },
  { what: 'burst', ms: 24 * hour, level: 'village', chance: risingRules.burstChance },
];

/** What never came before is as rare as half a case in all that time, so that three of it are no proof of anything. */
const leastSeen = 0.5;

const keyOf =
  (level: Level) =>
  ({ area, menuItem }: Seen): string =>
    `${upTo(level, area)} ${menuItem}`;

const riseOf = (
  { what, ms, level, chance: limit }: Window,
  now: readonly Seen[],
  before: number,
  coveredMs: number,
): readonly Rise[] => {
  const [first] = now;
  if (first === undefined || now.length < risingRules.least) return [];
  const usual = (Math.max(before, leastSeen) * ms) / coveredMs;
  const chance = atLeast(now.length, usual);
  if (chance >= limit) return [];
  const since = now.reduce(
    (least, { reportedAt }) => (reportedAt < least ? reportedAt : least),
    first.reportedAt,
  );
  return [
    {
      what,
      area: upTo(level, first.area),
      menuItem: first.menuItem,
      count: now.length,
      usual,
      chance,
      since,
      cases: now,
    },
  ];
};

const within = (seen: readonly Seen[], from: Instant, until: Instant): readonly Seen[] =>
  seen.filter(({ reportedAt }) => reportedAt > from && reportedAt <= until);

/** A young town cannot say what is usual. */
const leastCoveredMs = 14 * day;

/** Since when the town is known, at most since the history begins; `null`: nothing is. */
const coveredSince = (seen: readonly Seen[], history: Instant): Instant | null => {
  const first = seen.reduce<Instant | null>(
    (least, { reportedAt }) => (least === null || reportedAt < least ? reportedAt : least),
    null,
  );
  return first === null || first > history ? first : history;
};

const risesOf = (seen: readonly Seen[], window: Window, at: Instant): readonly Rise[] => {
  const begins = plus(at, -window.ms);
  const history = plus(begins, -risingRules.weeksBefore * 7 * day);
  const covered = coveredSince(seen, history);
  if (covered === null || msBetween(covered, begins) < leastCoveredMs) return [];
  const key = keyOf(window.level);
  const before = grouped(within(seen, history, begins), key);
  return [...grouped(within(seen, begins, at), key)].flatMap(([name, now]) =>
    riseOf(window, now, before.get(name)?.length ?? 0, msBetween(covered, begins)),
  );
};

/** The least likely first. */
export const risesIn = (seen: readonly Seen[], at: Instant): readonly Rise[] =>
  windows.flatMap((window) => risesOf(seen, window, at)).sort((a, b) => a.chance - b.chance);
