/** What rates are made of in a case, cycle by cycle, whatever the order in which it was heard. */
import type { Decider, Decision, Instant } from '@mulin/kernel';
import type {
  By,
  Event,
  ExemptionEvent,
  ExemptionReason,
  Filing,
  HeardEvent,
  Judged,
  Place,
  Stamp,
} from './rate-events.js';

type Ruling = Readonly<{ by: By; granted: boolean }>;

export type Exemption = Readonly<{
  reason: ExemptionReason;
  evidenceId: string;
  askedBy: By;
  askedAt: Instant;
  decided: (Ruling & Readonly<{ decidedAt: Instant }>) | null;
  appeal: Readonly<{ by: By; evidenceId: string; appealedAt: Instant }> | null;
  settled: (Ruling & Readonly<{ settledAt: Instant }>) | null;
}>;

/** One cycle: `null` and nothing where it was not heard or decided. */
export type Measured = Readonly<{
  /** `filed` when the cycle began, `corrected` when it was corrected last. */
  filed: Filing | null;
  corrected: Filing | null;
  place: Place | null;
  clocks: Readonly<Record<string, Judged>>;
  exemption: Exemption | null;
}>;

export const unmeasured: Measured = {
  filed: null,
  corrected: null,
  place: null,
  clocks: {},
  exemption: null,
};

export type State = Readonly<{ cycles: Readonly<Record<number, Measured>> }>;

const isLater = (one: Stamp, other: Stamp | null | undefined): boolean =>
  other === null || other === undefined || one.sequence > other.sequence;

/** What names its number begins a cycle, which happens once; what does not corrects it. */
const filed = (before: Measured, { cycle: _, ...filing }: { cycle: number } & Filing): Measured => {
  const which = filing.number === undefined ? 'corrected' : 'filed';
  return isLater(filing, before[which]) ? { ...before, [which]: filing } : before;
};

const placed = (before: Measured, { cycle: _, ...place }: { cycle: number } & Place): Measured =>
  isLater(place, before.place) ? { ...before, place } : before;

const judged = (
  before: Measured,
  { cycle: _, clock, ...standing }: { cycle: number; clock: string } & Judged,
): Measured =>
  isLater(standing, before.clocks[clock])
    ? { ...before, clocks: { ...before.clocks, [clock]: standing } }
    : before;

const decidedOn = (exemption: Exemption, event: Exclude<ExemptionEvent, { type: 'ExemptionAsked' }>) => {
  switch (event.type) {
    case 'ExemptionDecided': {
      const { by, granted, decidedAt } = event.data;
      return { ...exemption, decided: { by, granted, decidedAt } };
    }
    case 'ExemptionAppealed': {
      const { by, evidenceId, appealedAt } = event.data;
      return { ...exemption, appeal: { by, evidenceId, appealedAt } };
    }
    case 'ExemptionSettled': {
      const { by, granted, settledAt } = event.data;
      return { ...exemption, settled: { by, granted, settledAt } };
    }
  }
};

const exempted = (before: Measured, event: ExemptionEvent): Measured => {
  if (event.type === 'ExemptionAsked') {
    const { reason, evidenceId, by: askedBy, askedAt } = event.data;
    return {
      ...before,
      exemption: { reason, evidenceId, askedBy, askedAt, decided: null, appeal: null, settled: null },
    };
  }
  return before.exemption === null ? before : { ...before, exemption: decidedOn(before.exemption, event) };
};

/** What an event makes of its cycle. */
export const measuredBy = (before: Measured, event: Event): Measured => {
  switch (event.type) {
    case 'CycleFiled':
      return filed(before, event.data);
    case 'CyclePlaced':
      return placed(before, event.data);
    case 'ClockJudged':
      return judged(before, event.data);
    default:
      return exempted(before, event);
  }
};

export const cycleIn = ({ cycles }: State, cycle: number): Measured => cycles[cycle] ?? unmeasured;

const evolve = (state: State, event: Event): State => {
  const { cycle } = event.data;
  return { cycles: { ...state.cycles, [cycle]: measuredBy(cycleIn(state, cycle), event) } };
};

export const decider: Decider<State, Event> = { category: 'rate', initial: { cycles: {} }, evolve };

/** Told what others decided: recorded unless a later word about the same thing is known. */
export const hear =
  (event: HeardEvent): Decision<State, Event> =>
  (state) => {
    const before = cycleIn(state, event.data.cycle);
    return measuredBy(before, event) === before ? [] : [event];
  };

/** Whether the cycle is taken out of the rates: by the decision, or what the town leader made of it. */
export const isExempt = ({ exemption }: Pick<Measured, 'exemption'>): boolean =>
  (exemption?.settled ?? exemption?.decided)?.granted === true;

/** `asked` and `appealed` wait for somebody; `granted` and `refused` stand unless appealed against; `settled` is for good. */
export const exemptionStages = ['asked', 'granted', 'refused', 'appealed', 'settled'] as const;

export const stageOf = ({ decided, appeal, settled }: Exemption): (typeof exemptionStages)[number] => {
  if (settled !== null) return 'settled';
  if (appeal !== null) return 'appealed';
  if (decided === null) return 'asked';
  return decided.granted ? 'granted' : 'refused';
};
