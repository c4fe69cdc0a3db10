/** What of the rest of a pack would be otherwise: hours, holidays, feedback, mediation and whatever else stands in its files. */
import type { PackOutline, PackPart, PackThing } from '@mulin/pack';
import { firstMoved } from './difference';

type Outline = Pick<PackOutline, 'rules'>;
type Name = PackThing['name'];

/** `null`: it is not there. */
export type RuleChange = Readonly<{ id: string; name: Name; before: Name | null; after: Name | null }>;

/** `name` is empty for what belongs to no thing of the part. */
export type ThingChange = Readonly<{
  id: string;
  name: Name;
  is: 'new' | 'gone' | 'otherwise';
  changes: readonly RuleChange[];
}>;

export type PartChange = Readonly<{
  part: PackPart;
  things: readonly ThingChange[];
  /** Entries stand in another order: the first community and the first calendar are those of whatever names none. */
  isMoved: boolean;
}>;

const isSame = (one: Name | null, other: Name | null): boolean =>
  one?.zh === other?.zh && one?.en === other?.en;

/** In the order of the second; what is gone follows at the end. */
const idsOf = (...all: readonly (readonly Readonly<{ id: string }>[])[]): readonly string[] => [
  ...new Set(all.flat().map(({ id }) => id)),
];

type Said = PackThing['says'][number];

const changeIn = (id: string, was: Said | undefined, is: Said | undefined): readonly RuleChange[] => {
  const name = (is ?? was)?.name;
  const [before, after] = [was, is].map((it) => it?.value ?? null) as [Name | null, Name | null];
  return name === undefined || isSame(before, after) ? [] : [{ id, name, before, after }];
};

const changesOf = (before: PackThing | null, after: PackThing | null): readonly RuleChange[] => {
  const [old, next] = [before?.says ?? [], after?.says ?? []];
  const [known, coming] = [old, next].map((it) => new Map(it.map((said) => [said.id, said] as const)));
  return idsOf(next, old).flatMap((id) => changeIn(id, known?.get(id), coming?.get(id)));
};

const stateOf = (before: PackThing | null, after: PackThing | null): ThingChange['is'] => {
  if (before === null) return 'new';
  return after === null ? 'gone' : 'otherwise';
};

/** What belongs to no thing comes and goes by itself. */
const changeOf = (before: PackThing | null, after: PackThing | null): readonly ThingChange[] => {
  const thing = after ?? before;
  const changes = changesOf(before, after);
  if (thing === null || changes.length === 0) return [];
  const is = thing.id === '' ? 'otherwise' : stateOf(before, after);
  return [{ id: thing.id, name: thing.name, is, changes }];
};

/** Things, and what belongs to none, in the order of the files. */
const orderOf = (things: readonly PackThing[]): readonly string[] =>
  things.flatMap(({ id, says }) => (id === '' ? says.map((said) => `/${said.id}`) : [id]));

/** Part by part, in the order of the files; parts that are the same have no things. */
export const rulesChanged = (
  parts: readonly PackPart[],
  before: Outline,
  after: Outline,
): readonly PartChange[] =>
  parts.map((part) => {
    const [old, next] = [before, after].map(({ rules }) => rules.filter((it) => it.part === part));
    const inAll = (all: readonly PackThing[] | undefined, id: string) =>
      all?.find((it) => it.id === id) ?? null;
    return {
      part,
      things: idsOf(next ?? [], old ?? []).flatMap((id) => changeOf(inAll(old, id), inAll(next, id))),
      isMoved: firstMoved(orderOf(old ?? []), orderOf(next ?? [])) !== null,
    };
  });

/** How many fields are otherwise; a thing that comes or goes is one, and another order is one. */
export const countOf = ({ things, isMoved }: PartChange): number =>
  things.reduce((sum, { is, changes }) => sum + (is === 'otherwise' ? changes.length : 1), isMoved ? 1 : 0);
