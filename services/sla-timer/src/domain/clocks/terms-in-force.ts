/** Which terms of a clock are in force when: all that was changed about a case taken together. */
import { type Instant, latest } from '@mulin/kernel';
import { changesOfClass } from './cycle.js';
import type { NoticeLevel } from './clock-events.js';
import type { Cycle } from './cycle.js';
import type { Step, Terms } from './terms.js';

/**
 * A step that the terms in force owed at its moment: `from` then on, for terms that came later from then on. It warns
 * of a deadline that is still to come, or tells of one that was missed.
 */
export type OwedStep = Step & Readonly<{ from: Instant; level: NoticeLevel }>;

const rank: Readonly<Record<Terms['because'], number>> = { started: 0, merged: 1, reclassified: 2 };

/** From when terms count: from when the case was changed, or from when the clock started if that came later. */
export const effectiveFrom = ({ since, startedAt }: Pick<Terms, 'since' | 'startedAt'>): Instant =>
  latest(since, startedAt);

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
export type Uncounted = Readonly<{ terms: Terms; missedAt: Instant }>;

/**
 * `dueSince`: from when that deadline holds; `base`: as what the case is seen; `cap`: the earliest deadline of another
 * report of the same thing.
 */
export type EffectiveTerms = Readonly<{
  dueAt: Instant;
  dueSince: Instant;
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
    const from = latest(step.at, since);
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
    dueSince: dueAt === before.dueAt ? before.dueSince : since,
    ladder: changedLadder(before.ladder, owedBy(steps.ladder, dueAt, since), change),
    base,
    cap,
    uncounted: [...before.uncounted, ...steps.uncounted],
  };
};

/** The other reports for which this case answers: not for what turned out to be another thing. */
export const joinedIn = ({ joined, unmerged }: Cycle): Cycle['joined'] => {
  const isApart = ({ from, joinedAt }: Cycle['joined'][number]) =>
    from !== undefined && unmerged.some((it) => it.from === from && it.unmergedAt >= joinedAt);
  const apart = joined.filter(isApart);
  // One that was recorded before it was said who had been merged is the same as the one that says so.
  const isSame = (it: Cycle['joined'][number]) =>
    apart.some((other) => other.joinedAt === it.joinedAt && other.dueAt === it.dueAt);
  return joined.filter((it) => !isApart(it) && !(it.from === undefined && isSame(it)));
};

/** Terms of a correction that was none, as one knows by a later word of an earlier one, count no more. */
export const counting = (terms: readonly Terms[], cycle: Cycle | undefined): readonly Terms[] => {
  if (terms.every(({ because }) => because === 'started')) return terms;
  const changes = cycle === undefined ? [] : changesOfClass(cycle);
  const joined = cycle === undefined ? [] : joinedIn(cycle);
  return terms.filter(({ because, since, sequence, dueAt, missedAt }) => {
    if (because === 'started') return true;
    return because === 'merged'
      ? joined.some((it) => it.joinedAt === since && (missedAt !== undefined || it.dueAt === dueAt))
      : changes.some((change) => change.since === since && change.sequence === sequence);
  });
};

/** Whatever is changed about a case after a clock's end does not touch that clock. */
export const effectiveTerms = (
  terms: readonly Terms[],
  endedAt: Instant | undefined,
): EffectiveTerms | null => {
  const [first, ...rest] = terms.filter(({ missedAt }) => missedAt === undefined).sort(compareTerms);
  if (!first) return null;
  const { dueAt } = first;
  const dueSince = effectiveFrom(first);
  const ladder = owedBy(first.ladder, dueAt, dueSince);
  const beginning: EffectiveTerms = { dueAt, dueSince, ladder, base: first, cap: null, uncounted: [] };
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

/** Terms of a start that was none, as one knows by later news, count no more. */
export const startingAt = (terms: readonly Terms[], startedAt: Instant | undefined): readonly Terms[] =>
  startedAt === undefined ? terms : terms.filter((it) => it.startedAt === startedAt);
