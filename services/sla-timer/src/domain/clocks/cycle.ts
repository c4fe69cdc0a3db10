/** What is known of one cycle of a case, whatever was heard first. */
import { type Instant, unreachable } from '@mulin/kernel';
import type {
  Arrival,
  Beginning,
  Call,
  Doubt,
  End,
  Joining,
  Leaving,
  ObservedEvent,
  Offer,
  Reclassification,
  Refusal,
  Settling,
  Unmerging,
} from './clock-events.js';
import type { Classification } from './terms.js';

/** A turn of the arbiter; `isKept`: the holder keeps the order meanwhile. */
export type Turn = Readonly<{
  turn: number;
  area: string;
  at: Instant;
  isKept: boolean;
  because?: string;
  leg?: number;
  sequence?: string;
}>;

/** What is known of one cycle; any of it may have been heard first. */
export type Cycle = Readonly<{
  began: Beginning | null;
  reclassified: readonly Reclassification[];
  joined: readonly Joining[];
  legs: Readonly<Record<number, Omit<Offer, 'cycle' | 'leg'>>>;
  /** When it was left to an arbiter; `turn` is 0 where it was not told. */
  left: readonly Turn[];
  /** When a correction said that it belongs with its holder. */
  settlings: readonly Omit<Settling, 'cycle'>[];
  ends: readonly End[];
  /** When the holder reported what counts. */
  reports: readonly Instant[];
  /** The helpers who were called. */
  calls: Readonly<Record<number, Omit<Call, 'cycle' | 'call'>>>;
  /** The helpers who have come, by the call. */
  arrivals: Readonly<Record<number, Omit<Arrival, 'cycle' | 'call'>>>;
  refusals: readonly Omit<Refusal, 'cycle'>[];
  callBackDue: Instant | null;
  /** When somebody to whom it was escalated said what they do about it. */
  acknowledged: readonly Readonly<{ at: Instant; role: string }>[];
  unmerged: readonly Omit<Unmerging, 'cycle'>[];
}>;

export const emptyCycle: Cycle = {
  began: null,
  reclassified: [],
  joined: [],
  legs: {},
  left: [],
  settlings: [],
  ends: [],
  reports: [],
  calls: {},
  arrivals: {},
  refusals: [],
  callBackDue: null,
  acknowledged: [],
  unmerged: [],
};

const leftBy = ({ area, leftAt, turn = 0, because, leg }: Leaving): Turn => ({
  turn,
  area,
  at: leftAt,
  isKept: false,
  ...(because === undefined ? {} : { because }),
  ...(leg === undefined ? {} : { leg }),
});

const askedBy = ({ area, askedAt, turn, leg, sequence }: Doubt): Turn => ({
  turn,
  area,
  at: askedAt,
  isKept: true,
  ...(leg === undefined ? {} : { leg }),
  ...(sequence === undefined ? {} : { sequence }),
});

/** A merger that was taken apart since ends nothing. */
export const endsThatStand = ({ ends, unmerged }: Pick<Cycle, 'ends' | 'unmerged'>): readonly End[] =>
  ends.filter(
    ({ because, endedAt }) =>
      because !== 'merged' ||
      unmerged.every(({ from, unmergedAt }) => from !== undefined || unmergedAt < endedAt),
  );

/** What was heard that begins or ends nothing by itself. */
export type Learned = Exclude<ObservedEvent, { type: 'CycleBegan' | 'CycleEnded' | 'ClockEnded' }>;

type Handled = Extract<
  Learned,
  {
    type:
      'HolderReported' | 'HelperCalled' | 'HelperJoined' | 'FinishRefused' | 'CallBackDue' | 'CycleUnmerged';
  }
>;

/** How it is handled, called back, and taken apart again. */
const handled = (
  { reports, calls, arrivals, refusals, unmerged }: Cycle,
  { type, data }: Handled,
): Partial<Cycle> => {
  switch (type) {
    case 'HolderReported':
      return { reports: [...reports, data.reportedAt] };
    case 'HelperCalled': {
      const { cycle: _, call, ...called } = data;
      return { calls: { ...calls, [call]: called } };
    }
    case 'HelperJoined': {
      const { cycle: _, call, ...arrival } = data;
      return { arrivals: { ...arrivals, [call]: arrival } };
    }
    case 'FinishRefused': {
      const { cycle: _, ...refusal } = data;
      return { refusals: [...refusals, refusal] };
    }
    case 'CallBackDue':
      return { callBackDue: data.dueSince };
    case 'CycleUnmerged': {
      const { cycle: _, ...unmerging } = data;
      return { unmerged: [...unmerged, unmerging] };
    }
    default:
      return unreachable(type);
  }
};

/** What one more piece of news makes of it. */
export const learned = (cycle: Cycle, event: Learned): Partial<Cycle> => {
  const { reclassified, joined, legs, left, settlings } = cycle;
  switch (event.type) {
    case 'CycleReclassified':
      return { reclassified: [...reclassified, event.data] };
    case 'CycleJoined':
      return { joined: [...joined, event.data] };
    case 'LegOffered': {
      const { cycle: _, leg, ...offer } = event.data;
      return { legs: { ...legs, [leg]: offer } };
    }
    case 'LeftToArbiter':
      return { left: [...left, leftBy(event.data)] };
    case 'ArbiterAsked':
      return { left: [...left, askedBy(event.data)] };
    case 'DoubtSettled': {
      const { cycle: _, ...settling } = event.data;
      return { settlings: [...settlings, settling] };
    }
    default:
      return handled(cycle, event);
  }
};

/** The classification alone of whatever has one. */
export const classificationIn = ({
  policy,
  urgency,
  itemUrgency,
  isRedo,
}: Classification): Classification => ({
  policy,
  urgency,
  ...(itemUrgency === undefined ? {} : { itemUrgency }),
  ...(isRedo === true ? { isRedo } : {}),
});

/** `sequence` orders two corrections of one millisecond. */
type ClassChange = Readonly<{ since: Instant; sequence?: string; classification: Classification }>;

const isSame = (a: Classification, b: Classification): boolean =>
  a.policy === b.policy && a.urgency === b.urgency && a.itemUrgency === b.itemUrgency;

const inOrder = (a: Reclassification, b: Reclassification): number => {
  if (a.reclassifiedAt !== b.reclassifiedAt) return a.reclassifiedAt < b.reclassifiedAt ? -1 : 1;
  return (a.sequence ?? '') < (b.sequence ?? '') ? -1 : 1;
};

/** In their order. A correction of the address, or back to what held already, changes nothing about deadlines. */
export const changesOfClass = ({ began, reclassified }: Cycle): readonly ClassChange[] => {
  if (began === null) return [];
  const changes: ClassChange[] = [];
  let last = classificationIn(began);
  for (const it of [...reclassified].sort(inOrder)) {
    const classification = { ...classificationIn(it), ...(began.isRedo === true ? { isRedo: true } : {}) };
    const { reclassifiedAt: since, sequence } = it;
    if (!isSame(last, classification))
      changes.push({ since, classification, ...(sequence === undefined ? {} : { sequence }) });
    last = classification;
  }
  return changes;
};
