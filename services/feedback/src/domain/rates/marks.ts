/**
 * What one cycle adds to the rates, as a short text that read models group and find by:
 * `R1/1 S!0/1 Z1/1 T!6/7 x` is contacted in time, not solved, satisfied, six of seven clocks met, and not taken out.
 */
import type { Instant } from '@mulin/kernel';
import type { Part } from './parts.js';
import type { Measured } from './rate-state.js';
import {
  clocksOf,
  type Measure,
  measures,
  noShares,
  type Share,
  type Shares,
  sharesTogether,
} from './shares.js';

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

/** Of a part of a cycle, or of all of it where it is one part. */
export const marksOf = ({ shares, isExempt }: Pick<Part, 'shares' | 'isExempt'>): string => {
  const parts = measures.flatMap((it) => written(it, shares[it]));
  return [...parts, isExempt ? exempt : counted].join(' ');
};

type Counts = Readonly<{ cycles: number; shares: Shares }>;
/** What a group of cycles comes to, of all and of those that nobody took out. */
export type Tally = Readonly<{ raw: Counts; adjusted: Counts }>;

const nothing: Counts = { cycles: 0, shares: noShares };
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

const plus = (one: Counts, { cycles, shares }: Counts): Counts => ({
  cycles: one.cycles + cycles,
  shares: sharesTogether(one.shares, shares),
});

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

/**
 * What parts of a cycle come to for whoever all of them count for: one cycle, however many parts of it there are; of so
 * many cycles with the same parts, so many times as much.
 */
export const tallyOfParts = (parts: readonly Part[], cycles = 1): Tally => {
  const counts = (of: readonly Part[]): Counts =>
    of.length === 0
      ? nothing
      : times(cycles, of.map(({ shares }) => shares).reduce(sharesTogether, noShares));
  return { raw: counts(parts), adjusted: counts(parts.filter(({ isExempt }) => !isExempt)) };
};

/** What divides the fields of a part, and the parts of a list. */
const divided = (text: string | null): string => (text ?? '').replace(/[%,|]/g, encodeURIComponent);

/** A part as text, by which cycles that are shared alike are counted together: its marks, area and office. */
export const partText = ({ unit: { area, office }, ...part }: Part): string =>
  [marksOf(part), divided(area), divided(office)].join('|');

/** Parts that were written so, divided by commas. */
export const partsIn = (texts: string): readonly Part[] =>
  texts.split(',').map((text) => {
    const [marks = '', area = '', office = ''] = text.split('|');
    const named = (name: string) => (name === '' ? null : decodeURIComponent(name));
    return {
      unit: { area: named(area), office: named(office) },
      shares: sharesIn(marks),
      isExempt: marks.endsWith(exempt),
    };
  });

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
