/** What each cycle of each case adds to the rates: where, by whom, what about, when, and how it came out. */
import {
  categoryOf,
  column,
  idOf,
  type Instant,
  latest,
  type Projection,
  type RecordedEvent,
} from '@mulin/kernel';
import type { Event as RateEvent, RatedUnit } from '../domain/rates/rate-events.js';
import { countsAt, marksOf, partText } from '../domain/rates/marks.js';
import { partsOf } from '../domain/rates/parts.js';
import {
  decider as rate,
  lastUnit,
  type Measured,
  measuredBy,
  stageOf,
  unmeasured,
} from '../domain/rates/rate-state.js';
import type { Event as RatingEvent, OverBecause } from '../domain/rating-events.js';
import { decider as rating } from '../domain/rating-state.js';

export type RatedCycle = Measured &
  Readonly<{
    caseId: string;
    cycle: number;
    wasReached: boolean;
    rating: Readonly<{ resolution: string; satisfaction: string }> | null;
    ends: readonly Readonly<{ because: OverBecause; endedAt: Instant }>[];
    mergeUndoneAt: Instant | null;
    redoAt: Instant | null;
  }>;

type Event = RateEvent | RatingEvent;

/** The others of a rating are not of one cycle, or say nothing that counts. */
type Counting = Extract<
  RatingEvent,
  { type: 'CycleEnded' | 'MergeUndone' | 'CallBackMade' | 'CaseRated' | 'RedoDemanded' }
>;
const countingTypes: readonly string[] = [
  'CycleEnded',
  'MergeUndone',
  'CallBackMade',
  'CaseRated',
  'RedoDemanded',
] satisfies readonly Counting['type'][];

const isOfRate = (event: RecordedEvent<Event>): event is RecordedEvent<RateEvent> =>
  categoryOf(event) === rate.category;
const isCounting = (event: RecordedEvent<Event>): event is RecordedEvent<Counting> =>
  countingTypes.includes(event.type);

const answeredBy = (row: RatedCycle, event: Counting): RatedCycle => {
  switch (event.type) {
    case 'CycleEnded': {
      const { because, endedAt } = event.data;
      return { ...row, ends: [...row.ends, { because, endedAt }] };
    }
    case 'MergeUndone':
      return { ...row, mergeUndoneAt: latest(event.data.undoneAt, row.mergeUndoneAt) };
    case 'CallBackMade':
      return event.data.outcome === 'reached' ? { ...row, wasReached: true } : row;
    case 'CaseRated': {
      const { resolution, satisfaction } = event.data;
      return { ...row, rating: { resolution, satisfaction } };
    }
    case 'RedoDemanded':
      return { ...row, redoAt: event.data.demandedAt };
  }
};

/** What was merged by mistake was never over by it. */
export const endOf = ({ filed, ends, mergeUndoneAt, redoAt }: RatedCycle): Instant | null => {
  const standing = ends.filter(
    ({ because, endedAt: at }) => because !== 'merged' || mergeUndoneAt === null || at > mergeUndoneAt,
  );
  const [first, ...others] = standing.map((it) => it.endedAt);
  return first === undefined ? (redoAt ?? filed?.closedAt ?? null) : latest(first, ...others);
};

/** What it is about, as it was corrected last. */
export const about = ({ filed, corrected }: RatedCycle) => corrected ?? filed;

/** A cycle of which only something is known is in no list yet. */
const counted = (row: RatedCycle): Instant | null =>
  row.filed === null ? null : countsAt(row, { endedAt: endOf(row) });

/** Where a cycle counts for several units, what `sharers` has of each: its area, all that it lies in, and its office. */
export const officeKey = (office: string): string => `office:${office}`;

const keysOf = ({ area, office }: RatedUnit): readonly string[] => [
  ...(area?.split('/').map((_, place, parts) => parts.slice(0, place + 1).join('/')) ?? []),
  ...(office === null ? [] : [officeKey(office)]),
];

const sharersOf = (row: RatedCycle): readonly string[] => {
  const parts = partsOf(row, row);
  return parts.length === 1 ? [] : parts.flatMap(({ unit }) => keysOf(unit));
};

/** What counts for whom, where it counts for several. */
const sharedOf = (row: RatedCycle): readonly string[] => {
  const parts = partsOf(row, row);
  return parts.length === 1 ? [] : parts.map(partText);
};

/** What all of it comes to for the one unit for which it counts; of what counts for several nothing is found by it. */
const marked = (row: RatedCycle): string | null => {
  const [part, ...others] = partsOf(row, row);
  return part === undefined || others.length > 0 ? null : marksOf(part);
};

export const ratedCycles = {
  name: 'rated-cycles',
  version: 3,
  categories: [rate.category, rating.category],
  key: (event) => (isOfRate(event) || isCounting(event) ? `${idOf(event)}/${event.data.cycle}` : idOf(event)),
  project: (row, event) => {
    if (!isOfRate(event) && !isCounting(event)) return row;
    const before = row ?? {
      caseId: idOf(event),
      cycle: event.data.cycle,
      ...unmeasured,
      wasReached: false,
      rating: null,
      ends: [],
      mergeUndoneAt: null,
      redoAt: null,
    };
    if (isCounting(event)) return answeredBy(before, event);
    return { ...before, ...measuredBy(before, event) };
  },
  columns: {
    area: column.path((row) => lastUnit(row).area),
    office: column.text((row) => lastUnit(row).office),
    sharers: column.texts(sharersOf),
    item: column.text((row) => about(row)?.menuItem ?? null),
    channel: column.text(({ filed }) => filed?.channel ?? null),
    net: column.text((row) => about(row)?.net ?? null),
    at: column.instant(counted),
    marks: column.text(marked),
    parts: column.texts(sharedOf),
    exemptions: column.texts((row) => row.exemptions.map(stageOf)),
    askers: column.texts((row) => row.exemptions.flatMap(({ unit }) => keysOf(unit))),
  },
  sorts: ['at'],
  // Whole periods are counted by reading all of it, which is faster than by an index of many rows.
  unindexed: ['area', 'office', 'item', 'channel', 'net', 'marks', 'parts'],
} satisfies Projection<RatedCycle, Event>;
