/** What has to be recorded so that the facts say what event times say, as far as they can by now. */
import { type Instant, msBetween, second } from '@mulin/kernel';
import type { Clock, End, Event, Settled, State, Verdict } from './clock-facts.js';
import { type Standing, standingOf, verdictOf } from './judge.js';
import type { Step } from './terms.js';

const numberOf = ({ cycles }: State, { cycle }: Clock): string => cycles[cycle]?.began?.number ?? '';

/**
 * A step that stands and should not: the answer came before it was owed, or its moment was moved to come. (Not:
 * it is owed later than this clock on the wall says. Another process may have looked with a faster one.)
 */
const isRevoked = ({ ladder }: Standing, step: string, owedAt: Instant, now: Instant): boolean => {
  const still = ladder.find((it) => it.step === step);
  return still === undefined || (still.at !== owedAt && still.at >= now);
};

const revocations = (state: State, clock: Clock, facts: Standing, now: Instant): readonly Event[] =>
  Object.entries(clock.raised)
    .filter(([step, { owedAt }]) => isRevoked(facts, step, owedAt, now))
    .map(([step, { to }]) => ({
      type: 'StepRevoked',
      data: {
        clock: clock.clock,
        cycle: clock.cycle,
        number: numberOf(state, clock),
        step,
        to,
        dueAt: facts.dueAt,
        endedAt: facts.end?.endedAt ?? null,
      },
    }));

/** Owed before a late answer is owed after it, too: the same people hear, whatever was heard first. */
const raisings = (state: State, clock: Clock, facts: Standing, now: Instant): readonly Event[] =>
  facts.ladder
    .filter(({ step, at }) => at < now && !clock.raised[step])
    .map(({ step, at, to }: Step) => ({
      type: 'StepRaised',
      data: {
        clock: clock.clock,
        cycle: clock.cycle,
        number: numberOf(state, clock),
        step,
        to,
        dueAt: facts.dueAt,
        owedAt: at,
        raisedAt: now,
        lateSeconds: Math.floor(msBetween(at, now) / second),
        answered: facts.end !== null,
      },
    }));

/** A miss that nobody has answered is taken back only when the deadline itself was moved. */
const isStillMissed = ({ settled }: Clock, { dueAt, end }: Standing): boolean =>
  settled?.verdict === 'breached' && end === null && dueAt <= settled.dueAt;

const isSettledAs = ({ settled }: Clock, wanted: Settled): boolean =>
  settled?.verdict === wanted.verdict && settled.dueAt === wanted.dueAt && settled.endedAt === wanted.endedAt;

type About = Readonly<{ clock: string; cycle: number; dueAt: Instant }>;

const verdictEvent = (about: About, verdict: Verdict, end: End | null): Event => {
  if (verdict === 'breached')
    return { type: 'ClockBreached', data: { ...about, endedAt: end?.endedAt ?? null } };
  if (end === null) throw new Error('nothing is met or cancelled without an end');
  if (verdict === 'met') return { type: 'ClockMet', data: { ...about, endedAt: end.endedAt } };
  return { type: 'ClockCancelled', data: { ...about, ...end } };
};

/** A miss that had been announced and is none. */
const takenBack = ({ settled }: Clock, about: About, endedAt: Instant | null): readonly Event[] =>
  settled?.verdict === 'breached' ? [{ type: 'BreachRevoked', data: { ...about, endedAt } }] : [];

const settling = (clock: Clock, facts: Standing, now: Instant): readonly Event[] => {
  const { dueAt, end } = facts;
  const endedAt = end === null ? null : end.endedAt;
  const about = { clock: clock.clock, cycle: clock.cycle, dueAt };
  const verdict = isStillMissed(clock, facts) ? 'breached' : verdictOf(clock.clock, facts, now);

  if (verdict === 'open') return takenBack(clock, about, endedAt);
  if (isSettledAs(clock, { verdict, dueAt, endedAt })) return [];
  const revoked = verdict === 'breached' ? [] : takenBack(clock, about, endedAt);
  return [...revoked, verdictEvent(about, verdict, end)];
};

export const judged = (state: State, now: Instant): readonly Event[] =>
  Object.values(state.clocks).flatMap((clock): readonly Event[] => {
    const facts = standingOf(state, clock);
    if (facts === null) return [];
    return [
      ...revocations(state, clock, facts, now),
      ...settling(clock, facts, now),
      ...raisings(state, clock, facts, now),
    ];
  });
