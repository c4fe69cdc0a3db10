/** Which terms the clocks of a cycle have, by all that is known of it: the same, whatever was heard first. */
import type { Instant } from '@mulin/kernel';
import { changesOfClass, classificationIn } from './cycle.js';
import type { Beginning, End, Event } from './clock-events.js';
import { type State, withTerms } from './clock-state.js';
import { type Cycle, emptyCycle } from './cycle.js';
import { endOf, loopClocksBy, statusOf, uncountedOf } from './clock-status.js';
import { effectiveFrom, joinedIn } from './terms-in-force.js';
import { hasDerivedStart, isLoopClock } from './loop-clocks.js';
import {
  acceptClock,
  arbitrateClock,
  type Classification,
  type ClockName,
  completeClock,
  type DeadlineCalculator,
  type DeadlineQuery,
  type MissingReason,
  stepName,
  takeClock,
  type Terms,
} from './terms.js';

/** Terms that are wanted, before anybody has computed them. */
type Wanted = Pick<Terms, 'clock' | 'because' | 'since' | 'sequence' | 'reportedBy'> &
  Readonly<{ query: DeadlineQuery; end?: End | null }>;

/** What changes terms: from when, to which classification, and by when at the latest. */
type Change = Pick<Terms, 'because' | 'since' | 'sequence'> &
  Readonly<{ classification: Classification; dueAt?: Instant }>;

type WantedClock = Readonly<{
  name: ClockName;
  clock: string;
  startedAt: Instant;
  reportedBy?: string;
  /** Of a clock between taking and closing: what ends it where it starts so. */
  end?: End | null;
}>;

const wanted = (
  { name, clock, startedAt, reportedBy, end }: WantedClock,
  changes: readonly Change[],
): readonly Wanted[] =>
  changes.map(({ because, since, sequence, classification, dueAt }) => ({
    clock,
    because,
    since,
    ...(sequence === undefined ? {} : { sequence }),
    ...(reportedBy === undefined ? {} : { reportedBy }),
    ...(end === undefined ? {} : { end }),
    query: { name, ...classification, startedAt, at: since, ...(dueAt === undefined ? {} : { dueAt }) },
  }));

const clocksOf = (state: State, number: number, now: Instant): readonly WantedClock[] => {
  const { began, legs, left } = state.cycles[number] ?? emptyCycle;
  if (began === null) return [];
  const { beganAt: startedAt, reportedBy, movedIn } = began;
  const marked = reportedBy === undefined || reportedBy === 'town' ? {} : { reportedBy };
  return [
    // What moves in was accepted where it comes from; here it is accepted from then on.
    { name: 'accept', clock: acceptClock(number), startedAt: movedIn?.at ?? startedAt, ...marked },
    { name: 'complete', clock: completeClock(number), startedAt, ...marked },
    ...Object.entries(legs)
      // Whoever goes on with it where it moved in is not given it as something new.
      .filter(([, { because }]) => movedIn === undefined || because !== 'registered')
      .map(([leg, { offeredAt }]): WantedClock => {
        return { name: 'take', clock: takeClock(number, Number(leg)), startedAt: offeredAt };
      }),
    ...left
      .filter(({ turn }) => turn > 0)
      .map(({ turn, at }): WantedClock => {
        return { name: 'arbitrate', clock: arbitrateClock(number, turn), startedAt: at };
      }),
    ...loopClocksBy(state, number, now),
  ];
};

/** The deadline that a case brought along from where it was open before. */
const dueOf = ({ name }: WantedClock, { movedIn }: Beginning): Pick<Change, 'dueAt'> =>
  name === 'complete' && movedIn?.dueAt ? { dueAt: movedIn.dueAt } : {};

/** A cycle that has not begun as far as we know has no clocks yet, whatever was heard of it. */
const wantedOf = (state: State, number: number, now: Instant): readonly Wanted[] => {
  const cycle = state.cycles[number] ?? emptyCycle;
  const { began } = cycle;
  if (began === null) return [];
  const classification = classificationIn(began);
  const otherwise = changesOfClass(cycle).map((it): Change => ({ because: 'reclassified', ...it }));
  const together = joinedIn(cycle).map(({ joinedAt, dueAt }): Change => {
    return { because: 'merged', since: joinedAt, classification, dueAt };
  });
  return clocksOf(state, number, now).flatMap((clock) => [
    ...wanted(clock, [
      { because: 'started', since: clock.startedAt, classification, ...dueOf(clock, began) },
    ]),
    ...wanted(clock, otherwise),
    ...(clock.name === 'complete' ? wanted(clock, together) : []),
  ]);
};

type Answer = Terms | Readonly<{ clock: string; since: Instant; missing: MissingReason }>;

const computed = (calculate: DeadlineCalculator, cycle: number, wish: Wanted): readonly Answer[] => {
  const { clock, query, end: _, ...rest } = wish;
  const answer = calculate(query);
  if (answer === null) return [];
  // Without a policy or calendar the clocks that every case has are missing; nobody waits for the others.
  if ('missing' in answer)
    return isLoopClock(query.name) ? [] : [{ clock, since: wish.since, missing: answer.missing }];
  const ladder = answer.ladder.map(({ threshold, at, to }) => ({
    step: stepName(clock, threshold, to),
    at,
    to,
  }));
  return [{ clock, cycle, ...rest, startedAt: query.startedAt, ...answer, ladder }];
};

/** A historic case has the one clock that its source can be compared with, and no ladder. */
const archived = (number: number, { began }: Cycle, calculate: DeadlineCalculator): readonly Answer[] => {
  if (!began?.archive || began.archive.isUnjudged === true) return [];
  const clock = completeClock(number);
  const { beganAt, archive } = began;
  const start = { clock, cycle: number, because: 'started', since: beganAt, startedAt: beganAt } as const;
  if (archive.dueAt !== null)
    return [
      {
        ...start,
        dueAt: archive.dueAt,
        ladder: [],
        policy: 'archive',
        calendar: 'archive',
        provisional: false,
      },
    ];
  const query = { name: 'complete', ...classificationIn(began), startedAt: beganAt, at: beganAt } as const;
  const answer = calculate(query);
  if (answer === null) return [];
  if ('missing' in answer) return [{ clock, since: beganAt, missing: answer.missing }];
  return [{ ...start, ...answer, ladder: [] }];
};

const isSetIn =
  (state: State) =>
  ({ clock, because, since, sequence, query: { startedAt, dueAt } }: Wanted): boolean =>
    state.clocks[clock]?.terms.some(
      (it) =>
        it.missedAt === undefined &&
        // A beat whose start was moved by later news has terms of both starts.
        it.startedAt === startedAt &&
        it.because === because &&
        it.since === since &&
        it.sequence === sequence &&
        it.dueAt === (dueAt ?? it.dueAt),
    ) ?? false;

/** A change after a clock's end does not touch it. */
const countsIn =
  (state: State, cycle: number) =>
  ({ clock, because, since, query: { startedAt }, end: own }: Wanted): boolean => {
    if (because === 'started') return true;
    // What had started elsewhere is over there; here it starts anew.
    const end = own !== undefined && hasDerivedStart(clock) ? own : endOf(state, cycle, clock);
    return end === null || effectiveFrom({ since, startedAt }) < end.endedAt;
  };

/** What is wanted and not yet recorded. */
const answersFor = (state: State, calculate: DeadlineCalculator, now: Instant): readonly Answer[] =>
  Object.entries(state.cycles).flatMap(([key, cycle]) => {
    const number = Number(key);
    if (cycle.began?.archive)
      return state.clocks[completeClock(number)] ? [] : archived(number, cycle, calculate);
    const isSet = isSetIn(state);
    const counts = countsIn(state, number);
    return wantedOf(state, number, now)
      .filter((it) => !isSet(it) && counts(it))
      .flatMap((it) => computed(calculate, number, it));
  });

/** Terms as they count from a due moment that was missed before they came. */
const countedAnew = (state: State, calculate: DeadlineCalculator, now: Instant): readonly Terms[] =>
  Object.values(state.clocks).flatMap((clock) => {
    const cycle = state.cycles[clock.cycle];
    if (cycle === undefined) return [];
    return uncountedOf(state, clock).flatMap(({ terms, missedAt }) => {
      const { because, since, sequence } = terms;
      const wish = wantedOf(state, clock.cycle, now).find(
        (it) =>
          it.clock === clock.clock &&
          it.query.startedAt === terms.startedAt &&
          it.because === because &&
          it.since === since &&
          it.sequence === sequence,
      );
      if (wish === undefined) return [];
      const settled = { ...wish, query: { ...wish.query, dueAt: missedAt } };
      // What cannot be counted goes on as it stands.
      return computed(calculate, clock.cycle, settled).flatMap((it) =>
        'missing' in it ? [] : [{ ...it, missedAt }],
      );
    });
  });

type TermsSet = Extract<Event, { type: 'TermsSet' }>;
type TermsMissing = Extract<Event, { type: 'TermsMissing' }>;

const dueIn = (state: State, clock: string): Instant | null => {
  const known = state.clocks[clock];
  return known === undefined ? null : (statusOf(state, known)?.dueAt ?? null);
};

/**
 * Of all that one decision says of a clock, people hear the last word: it starts so, or is due then instead. That a
 * ladder is counted anew moves no due moment.
 */
const spoken = (before: State, set: readonly TermsSet[]): readonly TermsSet[] =>
  set.map((event, place) => {
    const { clock } = event.data;
    const isWord = ({ data }: TermsSet) => data.clock === clock && data.missedAt === undefined;
    const isLast = set.findLastIndex(isWord) === place;
    const formerlyOwedBy = isLast ? dueIn(before, clock) : event.data.owedBy;
    return { ...event, data: { ...event.data, formerlyOwedBy } };
  });

/**
 * The terms that follow from what is known and are not yet recorded, and the clocks for which the rules lack
 * something; `after` is the state with them.
 */
export const settingTerms = (
  before: State,
  calculate: DeadlineCalculator,
  now: Instant,
): Readonly<{ events: readonly (TermsSet | TermsMissing)[]; after: State }> => {
  let after = before;
  const set: TermsSet[] = [];
  const missing = new Map<string, TermsMissing>();
  const add = (terms: Terms): void => {
    after = withTerms(after, terms);
    set.push({ type: 'TermsSet', data: { ...terms, owedBy: dueIn(after, terms.clock) ?? terms.dueAt } });
  };
  const heed = (answer: Answer): void => {
    if (!('missing' in answer)) {
      add(answer);
      return;
    }
    const { clock, since, missing: because } = answer;
    const cycle = Number(clock.split('/')[1]);
    const number = before.cycles[cycle]?.began?.number ?? '';
    if (before.missing[clock] !== because)
      missing.set(clock, { type: 'TermsMissing', data: { clock, cycle, number, since, because } });
  };
  // The terms of a beat say when the next one begins, and those of a missed deadline what must be acknowledged.
  for (let known: State | null = null; known !== after;) {
    known = after;
    answersFor(after, calculate, now).forEach(heed);
  }
  for (const terms of countedAnew(after, calculate, now)) add(terms);
  return { events: [...spoken(before, set), ...missing.values()], after };
};
