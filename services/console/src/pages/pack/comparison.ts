/** All that is compared of two packs. */
import type { PackOutline, PackPart } from '@mulin/pack';
import { type Changed, deadlinesChanged } from './deadlines';
import {
  type Difference,
  differenceOf,
  dutiesDifference,
  dutiesIn,
  officesIn,
  type Thing,
  thingsIn,
} from './difference';
import type { Texts } from './pack-files';
import { countOf, type PartChange, rulesChanged } from './rules';

/** The parts of rules, by what they are told with. */
export const partsWith = {
  menu: 'menu',
  grids: 'grids',
  duties: 'rosters',
  deadlines: 'policies',
} as const;
/** Those that are told by themselves, in this order. */
const ownParts: readonly PackPart[] = ['town', 'calendars', 'feedback', 'mediation'];

type Compared = Readonly<{
  lists: readonly Difference[];
  /** `null`: mistakes keep a town from starting with the other pack, and no more of it is compared. */
  rest: Readonly<{
    deadlines: readonly Changed[];
    /** By the part. */
    rules: ReadonlyMap<PackPart, PartChange>;
    own: readonly PartChange[];
  }> | null;
}>;

type Running = Readonly<{
  menu: readonly Thing[];
  grids: readonly Thing[];
  outline: Parameters<typeof officesIn>[0] &
    Parameters<typeof deadlinesChanged>[0] &
    Pick<PackOutline, 'rules'>;
}>;
type Other = Readonly<{ texts: Texts; outline: PackOutline | null }>;

/** How the things are called among the rules that a list names as new or gone. */
const calledIn = ({ kind, added, gone }: Difference): readonly string[] =>
  [...added, ...gone].map(({ id }) => {
    if (kind !== 'duties') return kind === 'menu' ? `items/${id}` : `${kind}/${id}`;
    const [, place = '', account = ''] = JSON.parse(id) as readonly string[];
    return `helpers/${account}, ${place}`;
  });

/** These are not told again. */
const without = (change: PartChange, list: Difference | undefined): PartChange => {
  const told = new Set(list === undefined ? [] : calledIn(list));
  return {
    ...change,
    things: change.things.filter(({ id, is }) => is === 'otherwise' || !told.has(id)),
  };
};

/** @param now in milliseconds since 1970: of the land, what is in force then. */
export const comparisonOf = (running: Running, { texts, outline }: Other, now: number): Compared => {
  const after = thingsIn(texts, now);
  const lists = [
    differenceOf('menu', running.menu, after.menu),
    differenceOf('grids', running.grids, after.grids),
  ] as const;
  if (outline === null) return { lists, rest: null };
  const [menu, grids] = lists;
  const ofParts = (parts: readonly PackPart[]) => rulesChanged(parts, running.outline, outline);
  const duties = dutiesDifference(dutiesIn(running.outline), dutiesIn(outline));
  const listOf: Readonly<Partial<Record<PackPart, Difference>>> = { menu, grids, rosters: duties };
  const told = ofParts(Object.values(partsWith)).map((it) => without(it, listOf[it.part]));
  return {
    lists: [
      // What is otherwise of them is among the rules.
      { ...menu, changed: [] },
      { ...grids, changed: [] },
      differenceOf('offices', officesIn(running.outline), officesIn(outline)),
      duties,
    ],
    rest: {
      deadlines: deadlinesChanged(running.outline, outline),
      rules: new Map(told.map((it) => [it.part, it])),
      own: ofParts(ownParts),
    },
  };
};

/** Whether nothing that is compared is otherwise. */
export const isAllSame = ({ lists, rest }: Compared): boolean =>
  lists.every((it) => [it.added, it.gone, it.changed, it.moved].flat().length === 0) &&
  rest !== null &&
  rest.deadlines.length === 0 &&
  [...rest.rules.values(), ...rest.own].every((it) => countOf(it) === 0);
