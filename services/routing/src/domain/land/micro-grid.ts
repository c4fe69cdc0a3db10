/** One micro-grid: which land it covers and in which net, version after version. */
import {
  canonical,
  type Decider,
  type Decision,
  type Instant,
  type LocalizedText,
  unreachable,
} from '@mulin/kernel';
import type { Land, Net } from './territory.js';

export type MicroGrid = Readonly<{
  id: string;
  name: LocalizedText;
  net: Net;
  /** `town/community/village/grid/micro-grid`. */
  area: string;
  land: Land;
}>;

/** `since: null` is how the land lay when the town began with us: for ever before. */
export type Event = Readonly<
  | { type: 'MicroGridDrawn'; data: { microGrid: MicroGrid; version: number; since: Instant | null } }
  | { type: 'MicroGridGivenUp'; data: { id: string; version: number; since: Instant } }
>;

/** From `since` on the land lies so, until the next entry begins; `null`: there is no such micro-grid then. */
type Entry = Readonly<{ since: Instant | null; microGrid: MicroGrid | null }>;

/** `timeline`: what holds when, in order; what is recorded later replaces all that was said of later moments. */
export type State = Readonly<{ timeline: readonly Entry[]; version: number }>;

const isBefore = (one: Instant | null, other: Instant | null): boolean =>
  other !== null && (one === null || one < other);

const upToMoment = (timeline: readonly Entry[], since: Instant | null): readonly Entry[] =>
  timeline.filter((it) => isBefore(it.since, since));

const evolve = ({ timeline }: State, { type, data }: Event): State => {
  const { since, version } = data;
  switch (type) {
    case 'MicroGridDrawn':
      return { timeline: [...upToMoment(timeline, since), { since, microGrid: data.microGrid }], version };
    case 'MicroGridGivenUp':
      return { timeline: [...upToMoment(timeline, since), { since, microGrid: null }], version };
    default:
      return unreachable(type);
  }
};

export const decider: Decider<State, Event> = {
  category: 'grid',
  initial: { timeline: [], version: 0 },
  evolve,
};

type Decides = Decision<State, Event>;

/** A micro-grid as the pack has it, from (inclusive) until (exclusive); absent: open. */
export type Drawn = Readonly<{
  microGrid: MicroGrid;
  from?: Instant | undefined;
  until?: Instant | undefined;
}>;

const isSame = (one: MicroGrid | null, other: MicroGrid | null): boolean =>
  canonical(one) === canonical(other);

const timelineOf = (versions: readonly Drawn[]): readonly Entry[] => {
  const sorted = [...versions].sort((one, other) =>
    isBefore(one.from ?? null, other.from ?? null) ? -1 : 1,
  );
  return sorted.flatMap(({ microGrid, from, until }, place): readonly Entry[] => {
    const drawn = { since: from ?? null, microGrid };
    const isFollowed = until === undefined || sorted[place + 1]?.from === until;
    return isFollowed ? [drawn] : [drawn, { since: until, microGrid: null }];
  });
};

const holding = (timeline: readonly Entry[], at: Instant): MicroGrid | null =>
  timeline.findLast(({ since }) => since === null || since <= at)?.microGrid ?? null;

/** An entry that changes nothing is none. */
const withoutEchoes = (timeline: readonly Entry[]): readonly Entry[] =>
  timeline.filter(({ microGrid }, place) => !isSame(microGrid, timeline[place - 1]?.microGrid ?? null));

/** What the log shall say: what has happened stays as it was, and the pack rules from `since` on. */
const targetOf = (
  recorded: readonly Entry[],
  wanted: readonly Entry[],
  since: Instant | null,
): readonly Entry[] => {
  if (since === null) return withoutEchoes(wanted);
  const past = recorded.filter((it) => it.since === null || it.since <= since);
  const now = { since, microGrid: holding(wanted, since) };
  return withoutEchoes([...past, now, ...wanted.filter((it) => isBefore(since, it.since))]);
};

/**
 * The pack draws it so; no versions: it knows it no more. What it says of the time before `since` holds where `since` is
 * `null` (the town begins with us), and is not believed later: what has happened keeps the borders it happened in. What
 * it says of a later moment holds from that moment on.
 */
export const draw =
  (versions: readonly Drawn[], id: string, since: Instant | null): Decides =>
  ({ timeline, version }) => {
    const recorded = withoutEchoes(timeline);
    const target = targetOf(recorded, timelineOf(versions), since);
    const isRecorded = ({ since: begins, microGrid }: Entry, place: number) =>
      recorded[place]?.since === begins && isSame(microGrid, recorded[place].microGrid);
    const differs = target.findIndex((it, place) => !isRecorded(it, place));
    const same = differs === -1 ? target.length : differs;
    const rest = [...goesOn(recorded[same], target, same), ...target.slice(same)];
    return rest.map((it, place) => eventOf(it, id, version + place + 1));
  };

/**
 * What was announced for a later moment and is not any more, or only for one still later: until then what held before
 * goes on. What is on record for ever before has nothing before it.
 */
const goesOn = (dropped: Entry | undefined, target: readonly Entry[], same: number): readonly Entry[] => {
  const next = target[same];
  if (dropped === undefined || dropped.since === null) return [];
  if (next !== undefined && !isBefore(dropped.since, next.since)) return [];
  return [{ since: dropped.since, microGrid: target[same - 1]?.microGrid ?? null }];
};

const eventOf = ({ since, microGrid }: Entry, id: string, version: number): Event => {
  if (microGrid !== null) return { type: 'MicroGridDrawn', data: { microGrid, version, since } };
  // A timeline begins with land: nothing is given up before all time.
  if (since === null) throw new Error('a micro-grid that never was cannot be given up');
  return { type: 'MicroGridGivenUp', data: { id, version, since } };
};
