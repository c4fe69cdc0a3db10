/** Rates of a period, by where, by whom or what about: asked of the read model, which counts, and made into figures. */
import { liesIn, type LocalizedText } from '@mulin/kernel';
import type { Dependencies } from '../../dependencies.js';
import { isRankable, ratesOf, type Weights, weightsAt } from '../../domain/rates/figures.js';
import {
  emptyTally,
  partsIn,
  type Tally,
  tallyOf,
  tallyOfParts,
  together,
} from '../../domain/rates/marks.js';
import type { Part } from '../../domain/rates/parts.js';
import { ofOneUnit, ofSeveralUnits, partsWithin, type Period, type Scope } from './counted-cycles.js';

export const dimensions = ['area', 'office', 'item', 'channel', 'net'] as const;
type Dimension = (typeof dimensions)[number];

type RatesWanted = Scope & Readonly<{ by: Dimension }>;

export type Asked = Pick<Dependencies, 'ratedCycles' | 'directory' | 'weights' | 'town' | 'now'>;

/** A path and all that it lies in, up to `within`. */
const upwards = (path: string, within: string): readonly string[] => {
  const parts = path.split('/');
  return parts.map((_, place) => parts.slice(0, place + 1).join('/')).filter((it) => liesIn(it, within));
};

type Tallies = Map<string, Tally>;

const add = (tallies: Tallies, key: string, tally: Tally): void => {
  tallies.set(key, together(tallies.get(key) ?? emptyTally, tally));
};

/** Each area with all that lies in it. */
const rolledUp = (tallies: Tallies, within: string): Tallies => {
  const all: Tallies = new Map();
  for (const [area, tally] of tallies) for (const path of upwards(area, within)) add(all, path, tally);
  return all;
};

type Kept = Pick<RatesWanted, 'by' | 'area'> & Pick<Asked, 'town'>;

/** For whom parts of a cycle count, or what it is about; an area has also what counts for the areas in it, once. */
const keysOf = (
  { by, area, town }: Kept,
  value: string | null,
  parts: readonly Part[],
): readonly string[] => {
  const offices = parts.flatMap(({ unit }) => unit.office ?? []);
  const others = by === 'office' ? offices : parts.flatMap(() => value ?? []);
  const keys = by === 'area' ? parts.flatMap(({ unit }) => upwards(unit.area ?? town, area)) : others;
  return [...new Set(keys)];
};

const countsFor =
  ({ by, town }: Kept, key: string) =>
  (part: Part): boolean => {
    const { area, office } = part.unit;
    if (by === 'area') return liesIn(area ?? town, key);
    return by !== 'office' || office === key;
  };

/** Cycles that count for several units: those that are shared alike are counted together. */
const addShared = async (deps: Asked, wanted: RatesWanted, tallies: Tallies): Promise<Tallies> => {
  const { by, area } = wanted;
  const kept: Kept = { by, area, town: deps.town };
  const columns = by === 'area' || by === 'office' ? (['parts'] as const) : (['parts', by] as const);
  const shared = await deps.ratedCycles.countBy(columns, ofSeveralUnits(deps, wanted));
  for (const { values, count } of shared) {
    const [texts = null, value = null] = values;
    const parts = partsWithin(deps, wanted, partsIn(texts ?? ''));
    for (const key of keysOf(kept, value, parts))
      add(tallies, key, tallyOfParts(parts.filter(countsFor(kept, key)), count));
  }
  return tallies;
};

const talliesBy = async (deps: Asked, wanted: RatesWanted): Promise<Tallies> => {
  const { ratedCycles, town } = deps;
  const { by, area } = wanted;
  const isByArea = by === 'area';
  const tallies: Tallies = new Map();
  for (const { values, count } of await ratedCycles.countBy([by, 'marks'], ofOneUnit(deps, wanted))) {
    const [key = null, marks] = values;
    const of = key ?? (isByArea ? town : null);
    if (typeof marks === 'string' && of !== null) add(tallies, of, tallyOf(marks, count));
  }
  return addShared(deps, wanted, isByArea ? rolledUp(tallies, area) : tallies);
};

const nameIn = ({ directory }: Asked, by: Dimension, key: string): LocalizedText | null =>
  by === 'area' || by === 'office' || by === 'item' ? directory[by](key) : null;

/** Areas are compared with others of the same depth, everything else with all of its kind. */
const peersOf = (by: Dimension, key: string): number => (by === 'area' ? key.split('/').length : 0);

const scoreOf = (tally: Tally, weights: Weights): number | null =>
  isRankable(tally.adjusted.shares) ? ratesOf(tally, weights).adjusted.score : null;

/** 1 is the best; who has as much stands beside. `null`: too few to say. */
const ranksOf = (by: Dimension, tallies: Tallies, weights: Weights): ReadonlyMap<string, number | null> => {
  const scored = [...tallies].map(([key, tally]) => ({
    key,
    peers: peersOf(by, key),
    score: scoreOf(tally, weights),
  }));
  const rankOf = ({ peers, score }: (typeof scored)[number]): number | null =>
    score === null
      ? null
      : 1 + scored.filter((it) => it.peers === peers && it.score !== null && it.score > score).length;
  return new Map(scored.map((it) => [it.key, rankOf(it)]));
};

/** In force at the end of the period; of one without an end, now. Before the first version, the first. */
const weightsOf = ({ weights, now }: Asked, { to }: Period): Weights => {
  const [first] = weights;
  const found = weightsAt(weights, to ?? now()) ?? first;
  if (found === undefined) throw new Error('a town has weights, and be it those by default');
  return found;
};

/** Each area with all that it lies in, within `area`; or each office, item, channel or net of what lies in `area`. */
export const ratesBy = async (deps: Asked, wanted: RatesWanted) => {
  const { by, area, offices } = wanted;
  const tallies = await talliesBy(deps, wanted);
  const weights = weightsOf(deps, wanted);
  // Whoever sees a part of the town, or of what it does, is not told a place among those they do not see.
  const seesAll = area === deps.town && offices === null;
  const ranks = seesAll ? ranksOf(by, tallies, weights) : new Map<string, null>();
  const rates = [...tallies]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([key, tally]) => ({
      area: by === 'area' ? key : area,
      of: key,
      name: nameIn(deps, by, key),
      rank: ranks.get(key) ?? null,
      ...ratesOf(tally, weights),
    }));
  return { by, weights, rates };
};
