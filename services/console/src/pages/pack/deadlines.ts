/** What would be otherwise in deadlines with another pack: of each kind of demand, how long what may take and who hears of it. */
import type { PackOutline } from '@mulin/pack';

type Outline = Pick<PackOutline, 'items' | 'policies'>;
type Policy = Outline['policies'][number];
type Clock = Policy['clocks'][number];
export type Length = Clock['length'];
export type Rung = Clock['ladder'][number];

/** One thing that is otherwise; `null`: it is not there. `urgency` of `null`: where the clock says nothing of an urgency. */
export type Change =
  | Readonly<{
      of: 'length';
      clock: string;
      urgency: string | null;
      before: Length | null;
      after: Length | null;
    }>
  | Readonly<{ of: 'ladder'; clocks: readonly string[]; before: readonly Rung[]; after: readonly Rung[] }>
  | Readonly<{ of: 'calendar'; before: string; after: string }>
  | Readonly<{ of: 'redo'; before: number | null; after: number | null }>;

/** Kinds of demand for which the same is otherwise. */
export type Changed = Readonly<{ items: Outline['items']; changes: readonly Change[] }>;

const inDays: ReadonlySet<string> = new Set(['working-day', 'calendar-day']);

/** Days end at the close of the last one where nothing is said. */
const said = (it: Length | null): string =>
  it === null ? '' : `${it.amount} ${it.unit} ${inDays.has(it.unit) ? (it.end ?? 'close') : ''}`;

/** Steps are climbed by when they come, in whatever order they are written. */
const climbed = (ladder: readonly Rung[]): string =>
  ladder
    .map((it) => `${'share' in it ? it.share : said(it.after)} ${[...it.to].sort().join()}`)
    .sort()
    .join('; ');

const lengthsOf = (clock: Clock | undefined): ReadonlyMap<string | null, Length> =>
  new Map<string | null, Length>([
    ...(clock === undefined ? [] : [[null, clock.length] as const]),
    ...Object.entries(clock?.urgencies ?? {}),
  ]);

const namesIn = (before: Policy | undefined, after: Policy | undefined): readonly Clock['name'][] => [
  ...new Set([...(before?.clocks ?? []), ...(after?.clocks ?? [])].map(({ name }) => name)),
];

const clockIn = (policy: Policy | undefined, name: string): Clock | undefined =>
  policy?.clocks.find((it) => it.name === name);

const lengthChanges = (
  clock: string,
  before: Clock | undefined,
  after: Clock | undefined,
): readonly Change[] => {
  const [old, next] = [lengthsOf(before), lengthsOf(after)];
  return [...new Set([...old.keys(), ...next.keys()])].flatMap((urgency) => {
    const [one, other] = [old.get(urgency) ?? null, next.get(urgency) ?? null];
    return said(one) === said(other) ? [] : [{ of: 'length', clock, urgency, before: one, after: other }];
  });
};

/** Ladders of clocks that stay; those that change in the same way are one. */
const ladderChanges = (before: Policy, after: Policy): readonly Change[] => {
  const found = new Map<string, { clocks: string[]; before: readonly Rung[]; after: readonly Rung[] }>();
  for (const { name, ladder } of after.clocks) {
    const old = clockIn(before, name)?.ladder;
    if (old === undefined || climbed(old) === climbed(ladder)) continue;
    const key = `${climbed(old)} -> ${climbed(ladder)}`;
    const known = found.get(key) ?? { clocks: [], before: old, after: ladder };
    found.set(key, { ...known, clocks: [...known.clocks, name] });
  }
  return [...found.values()].map((it) => ({ of: 'ladder', ...it }));
};

const otherChanges = (before: Policy, after: Policy): readonly Change[] => [
  ...(before.calendar === after.calendar
    ? []
    : [{ of: 'calendar', before: before.calendar, after: after.calendar } as const]),
  ...(before.redo === after.redo ? [] : [{ of: 'redo', before: before.redo, after: after.redo } as const]),
  ...ladderChanges(before, after),
];

const changesOf = (before: Policy | undefined, after: Policy | undefined): readonly Change[] => [
  ...namesIn(before, after).flatMap((name) =>
    lengthChanges(name, clockIn(before, name), clockIn(after, name)),
  ),
  ...(before === undefined || after === undefined ? [] : otherChanges(before, after)),
];

/** Of each kind of demand that both packs have, whether its policy is another one or says something else. */
export const deadlinesChanged = (before: Outline, after: Outline): readonly Changed[] => {
  const policyOf = (outline: Outline, id: string) => outline.policies.find((it) => it.id === id);
  const old = new Map(before.items.map((it) => [it.id, it]));
  const found = new Map<string, { items: Outline['items'][number][]; changes: readonly Change[] }>();
  const known = new Map<string, readonly Change[]>();
  for (const item of after.items) {
    const was = old.get(item.id);
    if (was === undefined) continue;
    const pair = JSON.stringify([was.policy, item.policy]);
    const changes = known.get(pair) ?? changesOf(policyOf(before, was.policy), policyOf(after, item.policy));
    known.set(pair, changes);
    if (changes.length === 0) continue;
    const key = JSON.stringify(changes);
    const group = found.get(key) ?? { items: [], changes };
    found.set(key, { ...group, items: [...group.items, item] });
  }
  return [...found.values()];
};
