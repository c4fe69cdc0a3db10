/** What two answers about one case say differently: entries that came, entries that went, deadlines that moved. */
import type { Schemas } from '../../api/client';

type Answer = Pick<Schemas['Timeline'], 'timeline' | 'clocks'>;
export type Entry = Schemas['TimelineEntry'];
export type Clock = Schemas['Clock'];

export type Mark = 'same' | 'new' | 'gone';
export type Marked = Readonly<{ entry: Entry; mark: Mark }>;
export type MovedClock = Readonly<{ name: string; before: Clock | null; after: Clock | null }>;

const keyOf = ({ recordedAt, service, type, at, actor }: Entry): string =>
  [recordedAt, service, type, at, actor].join('|');

/** Entries under one key, which may be several: they are matched one by one. */
const counted = (entries: readonly Entry[]): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const entry of entries) counts.set(keyOf(entry), (counts.get(keyOf(entry)) ?? 0) + 1);
  return counts;
};

/** Takes one of a key, where there is one. */
const taken = (counts: Map<string, number>, entry: Entry): boolean => {
  const left = counts.get(keyOf(entry)) ?? 0;
  if (left > 0) counts.set(keyOf(entry), left - 1);
  return left > 0;
};

/** All entries of the second answer in their order, and after them those that the first one alone has. */
export const markedBetween = (before: Answer | null, after: Answer): readonly Marked[] => {
  if (before === null) return after.timeline.map((entry) => ({ entry, mark: 'same' }));
  const known = counted(before.timeline);
  const later = counted(after.timeline);
  const shown = after.timeline.map((entry): Marked => ({
    entry,
    mark: taken(known, entry) ? 'same' : 'new',
  }));
  const gone = before.timeline.filter((entry) => !taken(later, entry));
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
