/** What two answers about one case say differently: entries that came, entries that went, deadlines that moved. */
import type { Schemas } from '../../api/client';

type Answer = Pick<Schemas['Timeline'], 'timeline' | 'clocks'>;
export type Entry = Schemas['TimelineEntry'];
export type Clock = Schemas['Clock'];

type Mark = 'same' | 'new' | 'gone';
export type Marked = Readonly<{ entry: Entry; mark: Mark }>;
type MovedClock = Readonly<{ name: string; before: Clock | null; after: Clock | null }>;

const idsOf = ({ timeline }: Answer): ReadonlySet<string> => new Set(timeline.map(({ id }) => id));

/** All entries of the second answer in their order, and after them those that the first one alone has. */
export const markedBetween = (before: Answer | null, after: Answer): readonly Marked[] => {
  if (before === null) return after.timeline.map((entry) => ({ entry, mark: 'same' }));
  const known = idsOf(before);
  const later = idsOf(after);
  const shown = after.timeline.map((entry): Marked => ({
    entry,
    mark: known.has(entry.id) ? 'same' : 'new',
  }));
  const gone = before.timeline.filter(({ id }) => !later.has(id));
  return [...shown, ...gone.map((entry): Marked => ({ entry, mark: 'gone' }))];
};

const clockKey = ({ name, startedAt }: Clock): string => `${name}|${startedAt}`;

const isSame = (one: Clock | null, other: Clock | null): boolean =>
  one !== null && other !== null && one.due === other.due && one.state === other.state;

/** Every deadline of which one answer says something else than the other. */
export const movedClocks = (before: Answer, after: Answer): readonly MovedClock[] => {
  const ofBefore = new Map(before.clocks.map((clock) => [clockKey(clock), clock]));
  const ofAfter = new Map(after.clocks.map((clock) => [clockKey(clock), clock]));
  const all = [...new Set([...ofBefore.keys(), ...ofAfter.keys()])].map((key) => ({
    name: key.split('|')[0] ?? key,
    before: ofBefore.get(key) ?? null,
    after: ofAfter.get(key) ?? null,
  }));
  return all.filter((it) => !isSame(it.before, it.after));
};
