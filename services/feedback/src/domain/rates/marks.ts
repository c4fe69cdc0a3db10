/**
 * What one cycle adds to the rates, as a short text that read models group and find by:
 * `R1/1 S!0/1 Z1/1 T!6/7 x` is contacted in time, not solved, satisfied, six of seven clocks met, and not taken out.
 */
import type { Instant } from '@mulin/kernel';
import { isExempt, type Measured } from './rate-state.js';

/** What whoever asked said of a cycle, and whether anybody reached them. */
type Answered = Readonly<{
  wasReached: boolean;
  rating: Readonly<{ resolution: string; satisfaction: string }> | null;
}>;

/** How many, and how many of them as they should be. */
export type Share = Readonly<{ of: number; yes: number }>;

export const measures = ['response', 'resolution', 'satisfaction', 'onTime'] as const;
export type Measure = (typeof measures)[number];
export type Shares = Readonly<Record<Measure, Share>>;

const none: Share = { of: 0, yes: 0 };
const one = (isSo: boolean): Share => ({ of: 1, yes: isSo ? 1 : 0 });

/** The clock by which whoever has the order must get in touch with whoever asked. */
const isContact = (clock: string): boolean => clock === 'contact' || clock.startsWith('contact/');

const shareOf = (standings: readonly Readonly<{ standing: string }>[]): Share => ({
  of: standings.filter(({ standing }) => standing !== 'none').length,
  yes: standings.filter(({ standing }) => standing === 'met').length,
});

/** By the five levels of 国办发〔2019〕51号 the last two are negative (差评). */
const negative: readonly string[] = ['dissatisfied', 'very-dissatisfied'];

const asked = ({ wasReached, rating }: Answered): Pick<Shares, 'resolution' | 'satisfaction'> => {
  // Who rates by themselves was reached, too.
  if (!wasReached && rating === null) return { resolution: none, satisfaction: none };
  return {
    resolution: one(rating?.resolution === 'solved'),
    satisfaction: one(rating !== null && !negative.includes(rating.satisfaction)),
  };
};

/** By which it is rated: history that had no target was owed by no moment, whatever the town would ask today. */
const clocksOf = ({ filed, clocks }: Pick<Measured, 'filed' | 'clocks'>): Measured['clocks'] =>
  filed?.isUntargeted === true ? {} : clocks;

/**
 * What a cycle counts for. Response: contacted within the limit, of those due for contact. Resolution: said to be solved,
 * of those reached; satisfaction: not negative, of those reached. On time: clocks met, of clocks met or missed.
 */
export const sharesOf = (measured: Measured, answered: Answered): Shares => {
  const clocks = Object.entries(clocksOf(measured));
  return {
    response: shareOf(clocks.filter(([name]) => isContact(name)).map(([, it]) => it)),
    ...asked(answered),
    onTime: shareOf(clocks.map(([, it]) => it)),
  };
};

const letters = { response: 'R', resolution: 'S', satisfaction: 'Z', onTime: 'T' } as const satisfies Record<
  Measure,
  string
>;
const exempt = 'X';
const counted = 'x';

/** Marks a share that is not whole, so that the cases behind it are found. */
const missed = '!';

const written = (measure: Measure, { of, yes }: Share): readonly string[] =>
  of === 0 ? [] : [`${letters[measure]}${yes < of ? missed : ''}${yes}/${of}`];

export const marksOf = (measured: Measured, answered: Answered): string => {
  const shares = sharesOf(measured, answered);
  const parts = measures.flatMap((it) => written(it, shares[it]));
  return [...parts, isExempt(measured) ? exempt : counted].join(' ');
};

type Counts = Readonly<{ cycles: number; shares: Shares }>;
/** What a group of cycles comes to, of all and of those that nobody took out. */
export type Tally = Readonly<{ raw: Counts; adjusted: Counts }>;

const nothing: Counts = {
  cycles: 0,
  shares: { response: none, resolution: none, satisfaction: none, onTime: none },
};
export const emptyTally: Tally = { raw: nothing, adjusted: nothing };

const patternOf = (measure: Measure): RegExp => new RegExp(`${letters[measure]}!?(\\d+)/(\\d+)`);
const pattern = {
  response: patternOf('response'),
  resolution: patternOf('resolution'),
  satisfaction: patternOf('satisfaction'),
  onTime: patternOf('onTime'),
} as const satisfies Record<Measure, RegExp>;

const shareIn = (marks: string, measure: Measure): Share => {
  const [, yes = '0', of = '0'] = pattern[measure].exec(marks) ?? [];
  return { of: Number(of), yes: Number(yes) };
};

const sharesIn = (marks: string): Shares => ({
  response: shareIn(marks, 'response'),
  resolution: shareIn(marks, 'resolution'),
  satisfaction: shareIn(marks, 'satisfaction'),
  onTime: shareIn(marks, 'onTime'),
});

const plus = (one: Counts, { cycles, shares }: Counts): Counts => {
  const sum = (measure: Measure): Share => ({
    of: one.shares[measure].of + shares[measure].of,
    yes: one.shares[measure].yes + shares[measure].yes,
  });
  return {
    cycles: one.cycles + cycles,
    shares: {
      response: sum('response'),
      resolution: sum('resolution'),
      satisfaction: sum('satisfaction'),
      onTime: sum('onTime'),
    },
  };
};

const times = (cycles: number, shares: Shares): Counts => {
  const product = ({ of, yes }: Share): Share => ({ of: of * cycles, yes: yes * cycles });
  const { response, resolution, satisfaction, onTime } = shares;
  return {
    cycles,
    shares: {
      response: product(response),
      resolution: product(resolution),
      satisfaction: product(satisfaction),
      onTime: product(onTime),
    },
  };
};

/** What so many cycles with these marks come to. */
export const tallyOf = (marks: string, cycles: number): Tally => {
  const raw = times(cycles, sharesIn(marks));
  return { raw, adjusted: marks.endsWith(exempt) ? nothing : raw };
};

export const together = (one: Tally, other: Tally): Tally => ({
  raw: plus(one.raw, other.raw),
  adjusted: plus(one.adjusted, other.adjusted),
});

/** What marks hold that count for a measure; `isMissed`: that lower it; `isExempt`: that were taken out, or were not. */
export const partsOfMarks = (
  wanted: Readonly<{ measure?: Measure | undefined; isMissed?: boolean; isExempt?: boolean | undefined }>,
): readonly string[] => {
  const { measure } = wanted;
  const shares =
    measure === undefined ? [] : [`${letters[measure]}${wanted.isMissed === true ? missed : ''}`];
  const taken = wanted.isExempt === undefined ? [] : [wanted.isExempt ? exempt : counted];
  return [...shares, ...taken];
};

type Ended = Readonly<{
  /** When the town was done with it, or it was to be done again; `null`: it runs. */
  endedAt: Instant | null;
}>;

/**
 * The moment by which a cycle belongs to a period: when it ended; of one that goes on, when it was late first. `null`: it
 * goes on and nothing was late, so that nothing can be said of it yet.
 */
export const countsAt = (
  measured: Pick<Measured, 'filed' | 'clocks'>,
  { endedAt }: Ended,
): Instant | null => {
  if (endedAt !== null) return endedAt;
  const late = Object.values(clocksOf(measured)).flatMap((it) =>
    it.standing === 'missed' ? [it.dueAt] : [],
  );
  return late.sort()[0] ?? null;
};
