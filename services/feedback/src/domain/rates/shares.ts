/** What clocks and whoever asked add to the four rates. */
import type { Judged } from './rate-events.js';
import type { Measured } from './rate-state.js';

/** What whoever asked said of a cycle, and whether anybody reached them. */
export type Answered = Readonly<{
  wasReached: boolean;
  rating: Readonly<{ resolution: string; satisfaction: string }> | null;
}>;

/** How many, and how many of them as they should be. */
export type Share = Readonly<{ of: number; yes: number }>;

export const measures = ['response', 'resolution', 'satisfaction', 'onTime'] as const;
export type Measure = (typeof measures)[number];
export type Shares = Readonly<Record<Measure, Share>>;

const none: Share = { of: 0, yes: 0 };
export const noShares: Shares = { response: none, resolution: none, satisfaction: none, onTime: none };
const one = (isSo: boolean): Share => ({ of: 1, yes: isSo ? 1 : 0 });

/** The clock by which whoever has the order must get in touch with whoever asked. */
const isContact = (clock: string): boolean => clock === 'contact' || clock.startsWith('contact/');

const shareOf = (standings: readonly Readonly<{ standing: string }>[]): Share => ({
  of: standings.length,
  yes: standings.filter(({ standing }) => standing === 'met').length,
});

/** By the five levels of 国办发〔2019〕51号 the last two are negative (差评). */
const negative: readonly string[] = ['dissatisfied', 'very-dissatisfied'];

/** Resolution: said to be solved, of those reached; satisfaction: not negative, of those reached. */
export const sharesOfAnswer = ({ wasReached, rating }: Answered): Shares => {
  // Who rates by themselves was reached, too.
  if (!wasReached && rating === null) return noShares;
  return {
    ...noShares,
    resolution: one(rating?.resolution === 'solved'),
    satisfaction: one(rating !== null && !negative.includes(rating.satisfaction)),
  };
};

/** By which it is rated: history that had no target was owed by no moment, whatever the town would ask today. */
export const clocksOf = ({ filed, clocks }: Pick<Measured, 'filed' | 'clocks'>): Measured['clocks'] =>
  filed?.isUntargeted === true ? {} : clocks;

/** Of clocks that were met or missed. Response: contacted within the limit, of those due for contact. On time: clocks met, of clocks met or missed. */
export const sharesOfClocks = (clocks: readonly (readonly [string, Judged])[]): Shares => ({
  ...noShares,
  response: shareOf(clocks.filter(([name]) => isContact(name)).map(([, it]) => it)),
  onTime: shareOf(clocks.map(([, it]) => it)),
});

const sum = (one: Share, other: Share): Share => ({ of: one.of + other.of, yes: one.yes + other.yes });

export const sharesTogether = (one: Shares, other: Shares): Shares => ({
  response: sum(one.response, other.response),
  resolution: sum(one.resolution, other.resolution),
  satisfaction: sum(one.satisfaction, other.satisfaction),
  onTime: sum(one.onTime, other.onTime),
});
