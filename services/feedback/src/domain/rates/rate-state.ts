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
  /** For whom it was asked. */
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
  /** Everybody who was to answer for it in turn, by the order in which it was told. */
  places: readonly Place[];
  clocks: Readonly<Record<string, Judged>>;
  /** What each unit asked for, in the order in which they did. */
  exemptions: readonly Exemption[];
}>;

export const unmeasured: Measured = {
  filed: null,
  corrected: null,
  places: [],
  clocks: {},
  exemptions: [],
};

export type State = Readonly<{ cycles: Readonly<Record<number, Measured>> }>;

const isLater = (one: Stamp, other: Stamp | null | undefined): boolean =>
  other === null || other === undefined || one.sequence > other.sequence;

/** What names its number begins a cycle, which happens once; what does not corrects it. */
const filed = (before: Measured, { cycle: _, ...filing }: { cycle: number } & Filing): Measured => {
  const which = filing.number === undefined ? 'corrected' : 'filed';
  return isLater(filing, before[which]) ? { ...before, [which]: filing } : before;
};

/** Also an earlier place that is heard late: a clock counts for whoever had the case at that moment. */
const placed = (before: Measured, { cycle: _, ...place }: { cycle: number } & Place): Measured => {
  if (before.places.some(({ sequence }) => sequence === place.sequence)) return before;
  const places = [...before.places, place].sort((one, other) => one.sequence - other.sequence);
  return { ...before, places };
};

const judged = (
  before: Measured,
  { cycle: _, clock, ...standing }: { cycle: number; clock: string } & Judged,
): Measured =>
  isLater(standing, before.clocks[clock])
    ? { ...before, clocks: { ...before.clocks, [clock]: standing } }
    : before;

type Later = Exclude<ExemptionEvent, { type: 'ExemptionAsked' }>;

const decidedOn = (exemption: Exemption, event: Later): Exemption => {
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

/** The one that an event is about. */
const concernedBy = (exemptions: readonly Exemption[], { data }: Later): Exemption | undefined => {
  const { area = null, office = null } = data;
  return exemptions.find(({ unit }) => isSameUnit(unit, { area, office })) ?? exemptions.at(-1);
};

const exempted = (before: Measured, event: ExemptionEvent): Measured => {
  const { exemptions } = before;
  if (event.type === 'ExemptionAsked') {
    const { area, office = null, reason, evidenceId, by: askedBy, askedAt } = event.data;
    const unit = { area, office };
    const asked = { unit, reason, evidenceId, askedBy, askedAt, decided: null, appeal: null, settled: null };
    return { ...before, exemptions: [...exemptions.filter((it) => !isSameUnit(it.unit, unit)), asked] };
  }
  const concerned = concernedBy(exemptions, event);
  return {
    ...before,
    exemptions: exemptions.map((it) => (it === concerned ? decidedOn(it, event) : it)),
  };
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
const nowhere: RatedUnit = { area: null, office: null };

/** Who answers for the cycle now, or did last. */
export const lastUnit = ({ places }: Pick<Measured, 'places'>): RatedUnit => {
  const { area, office } = places.at(-1) ?? nowhere;
  return { area, office };
};

export const isSameUnit = (one: RatedUnit, other: RatedUnit): boolean =>
  one.area === other.area && one.office === other.office;

/** What a unit asked for; `undefined`: nothing in this cycle. */
export const exemptionFor = (
  { exemptions }: Pick<Measured, 'exemptions'>,
  unit: RatedUnit,
): Exemption | undefined => exemptions.find((it) => isSameUnit(it.unit, unit));

/** Whether what the cycle adds to the rates of a unit is taken out of them. */
export const isExemptFor = (measured: Pick<Measured, 'exemptions'>, unit: RatedUnit): boolean => {
  const exemption = exemptionFor(measured, unit);
  return exemption !== undefined && isGranted(exemption);
};

/** `asked` and `appealed` wait for somebody; `granted` and `refused` stand unless appealed against; `settled` is for good. */
export const exemptionStages = ['asked', 'granted', 'refused', 'appealed', 'settled'] as const;

export const stageOf = ({ decided, appeal, settled }: Exemption): (typeof exemptionStages)[number] => {
  if (settled !== null) return 'settled';
  if (appeal !== null) return 'appealed';
  if (decided === null) return 'asked';
  return decided.granted ? 'granted' : 'refused';
};
