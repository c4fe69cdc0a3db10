/** Which demands come in the made-up month, when, by which door, and what becomes of each. Nothing is done here. */
import { day, hour, type Instant, plus } from '@mulin/kernel';
import { gridsAt, placeIn } from '@mulin/pack';
import type { Pack } from '@mulin/pack';
import type { Chance, Hours } from './chance.js';
import { addresses, peopleCount, wordsFor } from './words.js';

const fates = [
  'solved',
  'explained',
  'answered-at-once',
  'declined',
  'withdrawn',
  'duplicate',
  'returned-once',
  'returned-twice',
  'taken-late',
  'finished-late',
  'given-to-another',
  'handed-over',
  'corrected',
  'never-taken',
  'never-finished',
] as const;
export type Fate = (typeof fates)[number];

type Door =
  'hotline-12345' | 'neighbours-hotline' | 'open311' | 'portal' | 'patrol' | 'interview-day' | 'file';

type MenuItem = Pack['intake']['menu'][number];
type MicroGrid = Pack['routing']['grids'][number];

export type Planned = Readonly<{
  /** From 0, in the order in which they were made up. */
  n: number;
  at: Instant;
  door: Door;
  menuItem: MenuItem;
  words: string;
  /** Where it is meant; `null`: on nobody's land. */
  microGrid: MicroGrid | null;
  place: Readonly<{ lat?: number; lon?: number; address: string }> | null;
  person: number;
  fate: Fate;
}>;

type Wish = Readonly<{
  pack: Pack;
  until: Instant;
  days: number;
  count: number;
  chance: Chance;
  hours: Hours;
}>;

/** How often each of these comes: the more often it is named, the more. */
const often = <Thing>(counts: readonly (readonly [thing: Thing, times: number])[]): readonly Thing[] =>
  counts.flatMap(([thing, times]) => Array<Thing>(times).fill(thing));

const startHours = [
  5, 7, 8, 8, 8, 9, 9, 9, 9, 10, 10, 10, 11, 11, 12, 13, 14, 14, 15, 15, 16, 16, 17, 18, 19, 20, 22,
];

const doors = often<Door>([
  ['hotline-12345', 9],
  ['neighbours-hotline', 4],
  ['portal', 5],
  ['patrol', 4],
  ['interview-day', 1],
  ['open311', 1],
  ['file', 1],
]);

const usual = often<Fate>([
  ['solved', 56],
  ['explained', 9],
  ['declined', 4],
  ['withdrawn', 4],
  ['duplicate', 6],
  ['returned-once', 5],
  ['returned-twice', 4],
  ['taken-late', 4],
  ['finished-late', 3],
  ['given-to-another', 3],
  ['handed-over', 4],
  ['corrected', 6],
]);
const ofQuestions = often<Fate>([
  ['answered-at-once', 5],
  ['explained', 3],
  ['solved', 1],
]);

/** A few of the last two weeks are forgotten, and so still late today. */
const isForgotten = (age: number, share: number): boolean => age > 3 * day && age < 12 * day && share < 0.07;

const fateOf = ({ id, policy }: MenuItem, age: number, n: number, { share, oneOf }: Chance): Fate => {
  if (isForgotten(age, share('forgotten', n)))
    return oneOf(['never-taken', 'never-finished'] as const, 'forgotten how', n);
  return oneOf([id, policy].includes('consultation') ? ofQuestions : usual, 'fate', n);
};

const timesOf = ({ urgency }: MenuItem): number =>
  ({ emergency: 1, urgent: 3, complex: 3, ordinary: 5 })[urgency];

const microGridFor = (
  { net }: MenuItem,
  grids: readonly MicroGrid[],
  n: number,
  { share, oneOf }: Chance,
) => {
  if (share('nowhere', n) < 0.03) return null;
  const own = grids.filter((grid) => grid.net === net);
  return oneOf(own.length > 0 ? own : grids, 'micro-grid', n);
};

const placeOf = (microGrid: MicroGrid | null, n: number, { share, oneOf }: Chance): Planned['place'] => {
  const address = oneOf(addresses, 'address', n);
  // Some say where it is in words that no map knows.
  if (microGrid === null || share('no-point', n) < 0.03) return { address };
  let drawn = 0;
  return { ...placeIn(microGrid, () => share('point', n, drawn++)), address };
};

/** A moment of the month: by day evenly, within the day when people are up. */
const momentOf = ({ until, days, chance, hours }: Wish, n: number): Instant => {
  const midnight = plus(until, -hours.ofDay(until));
  const daysBack = Math.floor(chance.between(0, days, 'day', n));
  const at = chance.oneOf(startHours, 'hour', n) * hour + Math.floor(chance.share('minute', n) * hour);
  return plus(midnight, at - daysBack * day);
};

/** In the order of their moments; all of them before `until`. */
export const planOf = (wish: Wish): readonly Planned[] => {
  const { pack, until, count, days, chance } = wish;
  const menu = often(pack.intake.menu.map((item) => [item, timesOf(item)] as const));
  const planned = Array.from({ length: count }, (_, n): Planned => {
    const at = momentOf(wish, n);
    // What would come later today came yesterday.
    const moment = at < until ? at : plus(at, -day);
    const menuItem = chance.oneOf(menu, 'menu item', n);
    // By the map of that day: a redraw may lie within the month.
    const microGrid = microGridFor(menuItem, gridsAt(pack.routing.grids, moment), n, chance);
    return {
      n,
      at: moment,
      door: menuItem.urgency === 'emergency' ? 'hotline-12345' : chance.oneOf(doors, 'door', n),
      menuItem,
      words: chance.oneOf(wordsFor(menuItem), 'words', n),
      microGrid,
      place: placeOf(microGrid, n, chance),
      person: Math.floor(chance.between(0, peopleCount, 'person', n)),
      fate: fateOf(menuItem, Date.parse(until) - Date.parse(moment), n, chance),
    };
  });
  return planned
    .filter(({ at }) => at > plus(until, -days * day))
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.n - b.n));
};
