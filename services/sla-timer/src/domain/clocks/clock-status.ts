/** What event times alone say of a clock: by when, since when it is over, met or missed, and who must hear. */
import type { Instant } from '@mulin/kernel';
import { changesOfClass } from './classifications.js';
import { type End, type EndReason, endReasons, type NoticeLevel, type Verdict } from './clock-events.js';
import type { Clock, Cycle, State, Turn } from './clock-state.js';
import { hasMovedAfter } from './recipients.js';
import { completeClock, nameOf, ordinalOf, type Step, type Terms } from './terms.js';

/**
 * A step that the terms in force owed at its moment: `from` then on, for terms that came later from then on. It warns
 * of a deadline that is still to come, or tells of one that was missed.
 */
export type OwedStep = Step & Readonly<{ from: Instant; level: NoticeLevel }>;

/** A clock as it must be judged: all that was changed about it taken together. */
export type ClockStatus = Readonly<{
  dueAt: Instant;
  /** Those that can still be owed: none at or after the end. */
  ladder: readonly OwedStep[];
  end: End | null;
  /** Of the archive: judged as of then, whatever time it is. */
  asOf: Instant | null;
}>;

const precedence = (because: EndReason): number => endReasons.indexOf(because);

const isSooner = (a: End, b: End): boolean =>
  a.endedAt === b.endedAt ? precedence(a.because) < precedence(b.because) : a.endedAt < b.endedAt;

/** Of several ends the earliest counts. */
const earliestOf = (ends: readonly End[]): End | null =>
  ends.reduce<End | null>((best, end) => (best === null || isSooner(end, best) ? end : best), null);

const later = (a: Instant, b: Instant): Instant => (a < b ? b : a);
const rank: Readonly<Record<Terms['because'], number>> = { started: 0, merged: 1, reclassified: 2 };

/** From when terms count: from when the case was changed, or from when the clock started if that came later. */
export const effectiveFrom = ({ since, startedAt }: Pick<Terms, 'since' | 'startedAt'>): Instant =>
  later(since, startedAt);

/** By when they begin to count; what was changed before a clock started counts in the order of its changes. */
const placeOf = (terms: Terms): readonly string[] => [
  effectiveFrom(terms),
  String(rank[terms.because]),
  terms.since,
  terms.sequence ?? '',
  terms.dueAt,
];

const compareTerms = (a: Terms, b: Terms): number => {
  const other = placeOf(b);
  const [mine, its] = placeOf(a)
    .map((part, nth) => [part, other[nth] ?? ''] as const)
    .find(([one, another]) => one !== another) ?? ['', ''];
  return mine < its ? -1 : 1;
};

/** Terms whose ladder has not been counted from a due moment that holds in place of their own. */
type Uncounted = Readonly<{ terms: Terms; missedAt: Instant }>;

/** `base`: as what the case is seen; `cap`: the earliest deadline of another report of the same thing. */
type EffectiveTerms = Readonly<{
  dueAt: Instant;
  ladder: readonly OwedStep[];
  base: Terms;
  cap: Instant | null;
  uncounted: readonly Uncounted[];
}>;

type Owed = Readonly<{ dueAt: Instant; since: Instant; steps: readonly OwedStep[] }>;

/** By the ladder they were made of. A decision asks for the status of each clock several times, of the same terms. */
const lastOwed = new WeakMap<readonly Step[], Owed>();

const owedBy = (ladder: readonly Step[], dueAt: Instant, since: Instant): readonly OwedStep[] => {
  const known = lastOwed.get(ladder);
  if (known?.dueAt === dueAt && known.since === since) return known.steps;
  const steps = ladder.map((step): OwedStep => {
    const from = later(step.at, since);
    return { ...step, from, level: from >= dueAt ? 'escalation' : 'warning' };
  });
  lastOwed.set(ladder, { dueAt, since, steps });
  return steps;
};

type Change = Readonly<{ since: Instant; makesLate: boolean }>;

/**
 * Steps that were owed before the change stay owed, and the change owes its own. A step that both owe counts once:
 * it is the same clock, threshold and addressee. Only where the change makes late what was in time, whoever was
 * warned by it must hear of the lateness, too.
 */
const changedLadder = (
  before: readonly OwedStep[],
  after: readonly OwedStep[],
  { since, makesLate }: Change,
): readonly OwedStep[] => {
  const kept = before.filter(({ from }) => from < since);
  const added = after.filter(({ step, from }) => {
    const old = kept.find((it) => it.step === step);
    return old === undefined || (makesLate && from === since && old.level === 'warning');
  });
  return [...kept.filter(({ step }) => added.every((it) => it.step !== step)), ...added];
};

const isSameChange = (a: Terms, b: Terms): boolean =>
  a.because === b.because && a.since === b.since && a.sequence === b.sequence;

/** The terms whose ladder is counted from a due moment; `null`: there are none yet. */
const countedFrom = (terms: Terms, dueAt: Instant, all: readonly Terms[]): Terms | null => {
  if (terms.dueAt === dueAt) return terms;
  // The terms of another report of the same thing are of what the case was seen as at first.
  const isOfBoth = (it: Terms) =>
    terms.because === 'started' && it.because === 'merged' && it.dueAt === dueAt;
  const isCounted = (it: Terms) => it.missedAt === dueAt && isSameChange(it, terms);
  return all.find((it) => isCounted(it) || isOfBoth(it)) ?? null;
};

type Steps = Readonly<{ ladder: readonly Step[]; uncounted: readonly Uncounted[] }>;

/** The steps of terms, as they are counted from the due moment that holds. */
const stepsFrom = (base: Terms, dueAt: Instant, all: readonly Terms[]): Steps => {
  const counted = countedFrom(base, dueAt, all);
  if (counted !== null) return { ladder: counted.ladder, uncounted: [] };
  return { ladder: base.ladder, uncounted: [{ terms: base, missedAt: dueAt }] };
};

type InForce = Pick<EffectiveTerms, 'dueAt' | 'base' | 'cap'>;

/** A correction sets another deadline; of two reports that were one, the earlier deadline holds, and goes on holding. */
const changed = ({ dueAt, base, cap }: InForce, next: Terms): InForce => {
  const limited = cap !== null && cap < next.dueAt ? cap : next.dueAt;
  if (next.because !== 'merged') return { dueAt: limited, base: next, cap };
  return { dueAt: limited < dueAt ? limited : dueAt, base, cap: limited };
};

/**
 * All changes of one moment are one change: nobody was late in between, and the last of them says what is owed. What
 * was missed before stays missed.
 */
const applyChanges = (
  before: EffectiveTerms,
  since: Instant,
  { changes, all }: Readonly<{ changes: readonly Terms[]; all: readonly Terms[] }>,
): EffectiveTerms => {
  const wasMissed = before.dueAt < since;
  const { base, cap, ...after } = changes.reduce<InForce>(changed, before);
  const dueAt = wasMissed ? before.dueAt : after.dueAt;
  const steps = stepsFrom(base, dueAt, all);
  const change = { since, makesLate: !wasMissed && dueAt <= since };
  return {
    dueAt,
    ladder: changedLadder(before.ladder, owedBy(steps.ladder, dueAt, since), change),
    base,
    cap,
    uncounted: [...before.uncounted, ...steps.uncounted],
  };
};

/** Terms of a correction that was none, as one knows by a later word of an earlier one, count no more. */
const counting = (terms: readonly Terms[], cycle: Cycle | undefined): readonly Terms[] => {
  if (terms.every(({ because }) => because !== 'reclassified')) return terms;
  const changes = cycle === undefined ? [] : changesOfClass(cycle);
  return terms.filter(
    ({ because, since, sequence }) =>
      because !== 'reclassified' ||
      changes.some((change) => change.since === since && change.sequence === sequence),
  );
};

/** Whatever is changed about a case after a clock's end does not touch that clock. */
const effectiveTerms = (terms: readonly Terms[], endedAt: Instant | undefined): EffectiveTerms | null => {
  const [first, ...rest] = terms.filter(({ missedAt }) => missedAt === undefined).sort(compareTerms);
  if (!first) return null;
  const { dueAt } = first;
  const ladder = owedBy(first.ladder, dueAt, effectiveFrom(first));
  const beginning: EffectiveTerms = { dueAt, ladder, base: first, cap: null, uncounted: [] };
  const moments = new Map<Instant, readonly Terms[]>();
  for (const next of rest) {
    const since = effectiveFrom(next);
    if (endedAt === undefined || since < endedAt) moments.set(since, [...(moments.get(since) ?? []), next]);
  }
  return [...moments].reduce<EffectiveTerms>(
    (before, [since, changes]) => applyChanges(before, since, { changes, all: terms }),
    beginning,
  );
};

const moved = (endedAt: Instant): End => ({ endedAt, because: 'moved' });

/** Where somebody else is asked, or the arbiter decides, nobody waits any more for who was asked before. */
const endsOfTake = ({ legs, left }: Cycle, leg: number): readonly End[] => {
  const offeredAt = legs[leg]?.offeredAt;
  const next = Object.entries(legs).filter(([other]) => Number(other) > leg);
  const turns = left.filter(
    ({ at, isKept, leg: last }) =>
      !isKept && offeredAt !== undefined && (last === undefined ? at > offeredAt : last >= leg),
  );
  const isReturn = (because: string | undefined) =>
    because === undefined || because === 'returned' || because === 'second-return';
  return [
    ...next.map(([, it]) => ({ endedAt: it.offeredAt, because: it.because })),
    ...turns.map(({ at, because }) => ({ endedAt: at, because })),
  ].map(({ endedAt, because }) => ({ endedAt, because: isReturn(because) ? 'returned' : 'moved' }));
};

/** Whether a correction that leads back to the holder came after the one by which the arbiter was asked. */
const isAfter = ({ settledAt, sequence = '' }: Cycle['settlings'][number], asked: Turn): boolean =>
  settledAt === asked.at ? sequence > (asked.sequence ?? sequence) : settledAt > asked.at;

/** The arbiter decides by offering it to somebody; a correction, a later turn or the holder's own finish overtakes it. */
const endsOfTurn = (state: State, number: number, cycle: Cycle, turn: number): readonly End[] => {
  const own = cycle.left.find((it) => it.turn === turn);
  if (own === undefined) return [];
  const offers = Object.entries(cycle.legs)
    .filter(([leg, { offeredAt }]) => (own.leg === undefined ? offeredAt > own.at : Number(leg) > own.leg))
    .map(([, offer]) => offer);
  const others = cycle.left.filter((it) => it.turn > turn);
  const settled = own.isKept ? cycle.settlings.filter((it) => isAfter(it, own)) : [];
  const finished = (state.ends[completeClock(number)] ?? []).filter(({ endedAt }) => endedAt > own.at);
  return [
    ...offers.map(({ offeredAt, because }): End => {
      const isDecision = because === undefined || because === 'decided' || because === 'reassigned';
      return isDecision ? { endedAt: offeredAt, because: 'decided' } : moved(offeredAt);
    }),
    ...others.map(({ at }) => moved(at)),
    ...settled.map(({ settledAt }) => moved(settledAt)),
    ...finished.map(({ endedAt }) => moved(endedAt)),
  ];
};

/** What ends a clock without having been told as its end. */
const derivedEnds = (state: State, number: number, clock: string): readonly End[] => {
  const cycle = state.cycles[number];
  if (cycle === undefined) return [];
  switch (nameOf(clock)) {
    case 'accept':
      return Object.values(cycle.legs).map(({ offeredAt }) => ({ endedAt: offeredAt, because: 'offered' }));
    case 'take':
      return endsOfTake(cycle, ordinalOf(clock));
    case 'arbitrate':
      return endsOfTurn(state, number, cycle, ordinalOf(clock));
    default:
      return [];
  }
};

/**
 * What its source had closed before the case moved in was answered then; but here nobody had been asked by then, so
 * that no other clock of this town ended before it began.
 */
const endsOfCycle = (state: State, number: number, clock: string) => {
  const { ends, began } = state.cycles[number] ?? { ends: [], began: null };
  const movedInAt = began?.movedIn?.at;
  if (movedInAt === undefined || nameOf(clock) === 'complete') return { ends, instead: null };
  const since = ends.filter(({ endedAt }) => endedAt >= movedInAt);
  return { ends: since, instead: since.length < ends.length ? moved(movedInAt) : null };
};

/** The end of a clock, also of one that has no terms yet; `null`: it goes on, as far as was heard. */
export const endOf = (state: State, number: number, clock: string): End | null => {
  const { ends, instead } = endsOfCycle(state, number, clock);
  const end = earliestOf([...(state.ends[clock] ?? []), ...ends, ...derivedEnds(state, number, clock)]);
  return end ?? instead;
};

const effectiveOf = (state: State, { cycle, terms }: Clock, end: End | null): EffectiveTerms | null =>
  effectiveTerms(counting(terms, state.cycles[cycle]), end?.endedAt);

/** What has to be counted anew, from a due moment that was missed before it came. */
export const uncountedOf = (state: State, clock: Clock): readonly Uncounted[] =>
  effectiveOf(state, clock, endOf(state, clock.cycle, clock.clock))?.uncounted ?? [];

/** What fell due before a case moved in from another system was told there, or to nobody. */
const tellable = (state: State, cycle: number, ladder: readonly OwedStep[]): readonly OwedStep[] => {
  const movedIn = state.cycles[cycle]?.began?.movedIn;
  return movedIn === undefined ? ladder : ladder.filter(({ from }) => from >= movedIn.at);
};

/** Throws nothing and knows no "now": two towns that heard the same say the same. `null`: it has no terms. */
export const statusOf = (state: State, clock: Clock): ClockStatus | null => {
  const { cycle } = clock;
  const end = endOf(state, cycle, clock.clock);
  const effective = effectiveOf(state, clock, end);
  if (effective === null) return null;
  const { dueAt } = effective;
  const ladder = tellable(
    state,
    cycle,
    end ? effective.ladder.filter(({ from }) => from < end.endedAt) : effective.ladder,
  );
  const hasMoved = hasMovedAfter(state, clock, end, dueAt);
  return {
    dueAt,
    end,
    asOf: state.cycles[cycle]?.began?.archive?.asOf ?? null,
    // To whoever has had it only since it was late, that is what there is to tell.
    ladder: ladder.map((step) => (hasMoved(step.to) ? { ...step, level: 'escalation' } : step)),
  };
};

/** Which ends answer which clock. A close answers nothing: it would reward whoever closes without doing. */
const answers: Readonly<Record<string, readonly EndReason[]>> = {
  accept: ['offered', 'taken', 'finished', 'closed', 'declined'],
  take: ['offered', 'taken', 'finished', 'closed'],
  complete: ['offered', 'taken', 'finished', 'closed'],
  arbitrate: ['decided'],
};

/** `open`: nothing can be said yet. A deadline's own millisecond is in time. */
export const verdictOf = (
  clock: string,
  { dueAt, end, asOf }: ClockStatus,
  now: Instant,
): Verdict | 'open' => {
  if (end === null) return (asOf ?? now) > dueAt ? 'breached' : 'open';
  if (end.endedAt > dueAt) return 'breached';
  return answers[nameOf(clock)]?.includes(end.because) ? 'met' : 'cancelled';
};

/** Whether the deadline was missed by then, answered since or not. */
export const isLate = ({ dueAt, end }: ClockStatus, now: Instant): boolean => (end?.endedAt ?? now) > dueAt;
