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
  RatedUnit,
  Stamp,
} from './rate-events.js';

type Ruling = Readonly<{ by: By; granted: boolean }>;

export type Exemption = Readonly<{
  /** For whom it was asked: whoever gets the case later is rated by it. */
  unit: RatedUnit;
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
    const { area, office = null, reason, evidenceId, by: askedBy, askedAt } = event.data;
    const request = { unit: { area, office }, reason, evidenceId, askedBy, askedAt };
    return { ...before, exemption: { ...request, decided: null, appeal: null, settled: null } };
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

/** Whether whoever decided last took the cycle out: the town leader, or before an appeal whoever was asked. */
export const isGranted = ({ settled, decided }: Exemption): boolean => (settled ?? decided)?.granted === true;

/** Nobody in particular: of whom nothing was heard, and who is on nobody's land. */
export const nowhere: RatedUnit = { area: null, office: null };

/** Whether it was asked for by the unit that answers for the case now. */
export const isOfPresentUnit = ({ unit }: Exemption, place: RatedUnit | null): boolean => {
  const { area, office } = place ?? nowhere;
  return unit.area === area && unit.office === office;
};

/** Whether the cycle is taken out of the rates of whoever answers for it. */
export const isExempt = ({ exemption, place }: Pick<Measured, 'exemption' | 'place'>): boolean =>
  exemption !== null && isGranted(exemption) && isOfPresentUnit(exemption, place);

/** `asked` and `appealed` wait for somebody; `granted` and `refused` stand unless appealed against; `settled` is for good. */
export const exemptionStages = ['asked', 'granted', 'refused', 'appealed', 'settled'] as const;

export const stageOf = ({ decided, appeal, settled }: Exemption): (typeof exemptionStages)[number] => {
  if (settled !== null) return 'settled';
  if (appeal !== null) return 'appealed';
  if (decided === null) return 'asked';
  return decided.granted ? 'granted' : 'refused';
};
