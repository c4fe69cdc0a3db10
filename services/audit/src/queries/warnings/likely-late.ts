/**
 * Which open cases are likely to miss their deadline: by how often cases of their kind, place and hand were late that
 * were open as long, and nothing else, so that it can be said in a sentence why.
 *
 * The log-odds of being late are those of all cases, plus how much the item's differ from them, and half of how much
 * those of its village do: a naive Bayes classifier (Duda and Hart, 1973), its shares
 * drawn towards the mean of all as if ten more cases had been as late as the average (additive smoothing).
 */
import { type Instant, msBetween, plus, upTo } from '@mulin/kernel';
import type { Seen } from './seen.js';

/** From what share of its time on a case is looked at: before, nearly everything is still open. */
export const halfWay = 0.5;
/** As unlikely to be warned of by chance as likely. */
export const warnedFrom = 0.5;
/** Fewer cases with an end teach nothing. */
export const leastLearned = 100;

const smoothing = 10;
const sideWeight = 0.5;

type Count = Readonly<{ all: number; late: number }>;
type Counts = ReadonlyMap<string, Count>;

/** What earlier cases teach. */
type Learned = Readonly<{ total: Count; items: Counts; places: Counts }>;

type Dated = Seen & Readonly<{ dueAt: Instant }>;

const isDated = (it: Seen): it is Dated => it.dueAt !== null && it.dueAt > it.startedAt;

const momentAt = ({ startedAt, dueAt }: Dated, share: number): Instant =>
  plus(startedAt, msBetween(startedAt, dueAt) * share);

/** Whether it was still open half-way: what is answered before that is in no danger. */
const wasOpenHalfWay = (it: Dated): boolean => it.endedAt === null || it.endedAt > momentAt(it, halfWay);

const counted = (cases: readonly Seen[], keyOf: (it: Seen) => string): Counts => {
  const counts = new Map<string, { all: number; late: number }>();
  for (const it of cases) {
    const key = keyOf(it);
    const count = counts.get(key) ?? { all: 0, late: 0 };
    counts.set(key, { all: count.all + 1, late: count.late + (it.isLate === true ? 1 : 0) });
  }
  return counts;
};

const placeOf = ({ area }: Seen): string => upTo('village', area);

/** From cases that are decided. `null`: there are too few of them. */
export const learn = (seen: readonly Seen[]): Learned | null => {
  const cases = seen.filter(isDated).filter((it) => it.isLate !== null && wasOpenHalfWay(it));
  if (cases.length < leastLearned) return null;
  const late = cases.filter(({ isLate }) => isLate === true).length;
  return {
    total: { all: cases.length, late },
    items: counted(cases, ({ menuItem }) => menuItem),
    places: counted(cases, placeOf),
  };
};

const shareOf = ({ all, late }: Count): number => (late + 1) / (all + 2);
const logOdds = (share: number): number => Math.log(share / (1 - share));

const none: Count = { all: 0, late: 0 };

/** Drawn towards the mean where it is of few. */
const smoothed = ({ all, late }: Count, mean: number): number =>
  (late + smoothing * mean) / (all + smoothing);

export type Why = Readonly<{ code: 'item' | 'place' | 'all'; all: number; late: number }>;

export type Likely = Readonly<{ case: Seen; chance: number; why: readonly Why[] }>;

/** How likely it is to be late, as one that is open half-way, and what that was taken from. */
export const judge = ({ total, items, places }: Learned, it: Seen): Likely => {
  const mean = shareOf(total);
  const [item, place] = [items.get(it.menuItem) ?? none, places.get(placeOf(it)) ?? none];
  const beyond = (count: Count) => logOdds(smoothed(count, mean)) - logOdds(mean);
  const odds = logOdds(mean) + beyond(item) + sideWeight * beyond(place);
  return {
    case: it,
    chance: 1 / (1 + Math.exp(-odds)),
    why: [
      { code: 'item', ...item },
      { code: 'place', ...place },
      { code: 'all', ...total },
    ],
  };
};

/** Whether it is open, half its time is over, and the rest is not. */
const isInDanger =
  (at: Instant) =>
  (it: Dated): boolean =>
    !it.isArchive && it.endedAt === null && momentAt(it, halfWay) <= at && at < it.dueAt;

/** The likeliest first. `learned` of `null`: nothing is said, rather than guessed. */
export const likelyLate = (
  learned: Learned | null,
  seen: readonly Seen[],
  at: Instant,
): readonly Likely[] => {
  if (learned === null) return [];
  return seen
    .filter(isDated)
    .filter(isInDanger(at))
    .map((it) => judge(learned, it))
    .filter(({ chance }) => chance >= warnedFrom)
    .sort((a, b) => b.chance - a.chance);
};
