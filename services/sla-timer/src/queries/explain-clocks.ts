/** How each clock of a case was counted: by the terms in force, and by the rules that they name. */
import type { Instant } from '@mulin/kernel';
import { explain, type Interval, type Unit, whys } from '@mulin/working-time';
import type { Verdict } from '../domain/clocks/clock-events.js';
import type { Clock } from '../domain/clocks/clock-state.js';
import { effectiveOf, statusOf, verdictOf } from '../domain/clocks/clock-status.js';
import type * as Clocks from '../domain/clocks/clocks.js';
import { changesOfClass, classificationIn, type Cycle } from '../domain/clocks/cycle.js';
import {
  type Classification,
  type ClockName,
  type DeadlineQuery,
  nameOf,
  type Terms,
} from '../domain/clocks/terms.js';
import { countingOf, type RuleBook } from '../domain/policy.js';

/**
 * Beside what working-time says of a stretch: `set-moment`, that the moment was set by the source of the case, or by
 * another report of the same thing; `rules-unknown`, that this town does not have the rules any more it was counted by.
 */
export const reasons = [...whys, 'set-moment', 'rules-unknown'] as const;

type Stretch = Omit<Interval, 'why'> & Readonly<{ why: (typeof reasons)[number] }>;

/** `unit` and `amount` are `null` where the moment was set, or the rules are unknown. */
export type ExplainedClock = Readonly<{
  name: string;
  startedAt: Instant;
  due: Instant;
  state: Verdict | 'running';
  /** Why it is due then, and since when. */
  because: Terms['because'];
  since: Instant;
  unit: Unit | null;
  amount: number | null;
  intervals: readonly Stretch[];
}>;

/** The rules of the versions that terms name. */
export type RecordedBook = (terms: Pick<Terms, 'policy' | 'calendar'>) => RuleBook;

/** As what the case was seen by these terms. */
const classificationOf = ({ because, since, sequence }: Terms, cycle: Cycle): Classification | null => {
  if (because !== 'reclassified') return cycle.began && classificationIn(cycle.began);
  const change = changesOfClass(cycle).find((it) => it.since === since && it.sequence === sequence);
  return change?.classification ?? null;
};

const wasSet = ({ because, policy, clock }: Terms, { began }: Cycle): boolean =>
  because === 'merged' ||
  policy === 'archive' ||
  (because === 'started' && nameOf(clock) === 'complete' && Boolean(began?.movedIn?.dueAt));

type Explained = Pick<ExplainedClock, 'unit' | 'amount' | 'intervals'>;

const unexplained = ({ startedAt, dueAt }: Terms, why: 'set-moment' | 'rules-unknown'): Explained => ({
  unit: null,
  amount: null,
  intervals: startedAt < dueAt ? [{ from: startedAt, to: dueAt, counts: false, why }] : [],
});

/** What does not lead to the moment that is on record explains nothing. */
const explainedBy = (terms: Terms, cycle: Cycle, bookOf: RecordedBook): Explained => {
  if (wasSet(terms, cycle)) return unexplained(terms, 'set-moment');
  const { startedAt, since, clock } = terms;
  const classification = classificationOf(terms, cycle);
  // Clocks are named by what is on record of them, and policies name no others.
  const name = nameOf(clock) as ClockName;
  const query: DeadlineQuery | null = classification && { ...classification, name, startedAt, at: since };
  const counting = query && countingOf(bookOf(terms), query);
  if (counting === null) return unexplained(terms, 'rules-unknown');
  const { calendar, length } = counting;
  const { dueAt, intervals } = explain({ calendar, start: startedAt, ...length });
  if (dueAt !== terms.dueAt) return unexplained(terms, 'rules-unknown');
  return { unit: length.unit, amount: length.amount, intervals };
};

/** The terms by which it is due when it is: those in force, or the ones before that still hold. */
const termsFor = ({ terms }: Clock, base: Terms, due: Instant): Terms => {
  if (base.dueAt === due) return base;
  return terms.findLast((it) => it.missedAt === undefined && it.dueAt === due) ?? base;
};

const explainedClock = (
  { state, now }: Readonly<{ state: Clocks.State; now: Instant }>,
  clock: Clock,
  bookOf: RecordedBook,
): readonly ExplainedClock[] => {
  const cycle = state.cycles[clock.cycle];
  const status = statusOf(state, clock);
  const base = status && effectiveOf(state, clock, status.end)?.base;
  if (!base || cycle === undefined) return [];
  const verdict = verdictOf(clock.clock, status, now);
  const terms = termsFor(clock, base, status.dueAt);
  const { startedAt, because, since } = terms;
  return [
    {
      name: clock.clock,
      startedAt,
      due: terms.dueAt,
      state: verdict === 'open' ? 'running' : verdict,
      because,
      since,
      ...explainedBy(terms, cycle, bookOf),
    },
  ];
};

const placeOf = ({ due, name }: ExplainedClock): string => `${due} ${name}`;

/** Every clock of the case as of a moment, in the order in which they fall due. */
export const explainedClocks = (
  state: Clocks.State,
  now: Instant,
  bookOf: RecordedBook,
): readonly ExplainedClock[] =>
  Object.values(state.clocks)
    .flatMap((clock) => explainedClock({ state, now }, clock, bookOf))
    .sort((one, other) => (placeOf(one) < placeOf(other) ? -1 : 1));
