/** Which terms the clocks of a cycle have, by all that is known of it: the same, whatever was heard first. */
import type { Instant } from '@mulin/kernel';
import type { Clock, Cycle } from './clock-facts.js';
import {
  acceptClock,
  type Because,
  type ClockName,
  completeClock,
  type Question,
  type Reckon,
  takeClock,
  type Terms,
} from './terms.js';

/** Terms that are wanted, before anybody has reckoned them. */
type Wanted = Pick<Terms, 'clock' | 'because' | 'since'> & Readonly<{ question: Question }>;

type Change = Readonly<{
  because: Because;
  since: Instant;
  sort: Pick<Question, 'policy' | 'urgency'>;
  dueAt?: Instant;
}>;

const wanted = (
  name: ClockName,
  clock: string,
  startedAt: Instant,
  changes: readonly Change[],
): readonly Wanted[] =>
  changes.map(({ because, since, sort, dueAt }) => ({
    clock,
    because,
    since,
    question: { name, ...sort, startedAt, at: since, ...(dueAt === undefined ? {} : { dueAt }) },
  }));

/** A cycle that has not begun as far as we know has no clocks yet, whatever was heard of it. */
const wantedOf = (number: number, { began, legs, reclassified, joined }: Cycle): readonly Wanted[] => {
  if (began === null) return [];
  const { policy, urgency, beganAt } = began;
  const sort = { policy, urgency };
  const start = (since: Instant): Change => ({ because: 'started', since, sort });
  const otherwise = reclassified.map(({ reclassifiedAt, ...other }): Change => ({
    because: 'reclassified',
    since: reclassifiedAt,
    sort: other,
  }));
  const together = joined.map(({ joinedAt, dueAt }): Change => ({
    because: 'merged',
    since: joinedAt,
    sort,
    dueAt,
  }));

  return [
    ...wanted('accept', acceptClock(number), beganAt, [start(beganAt)]),
    ...wanted('complete', completeClock(number), beganAt, [start(beganAt), ...otherwise, ...together]),
    ...Object.entries(legs).flatMap(([leg, offeredAt]) =>
      wanted('take', takeClock(number, Number(leg)), offeredAt, [
        start(offeredAt),
        // An order that was on offer when the case was reclassified keeps its time to be taken.
        ...otherwise.filter(({ since }) => since <= offeredAt),
      ]),
    ),
  ];
};

const reckoned = (reckon: Reckon, cycle: number, wish: Wanted): readonly Terms[] => {
  const { clock, because, since, question } = wish;
  const answer = reckon(question);
  if (answer === null) return [];
  const ladder = answer.ladder.map((rung, index) => ({ step: `${clock}/${index + 1}`, ...rung }));
  return [{ clock, cycle, because, since, startedAt: question.startedAt, ...answer, ladder }];
};

/** A historic case has the one clock that its source can be compared with, and no ladder. */
const archived = (number: number, { began }: Cycle, reckon: Reckon): readonly Terms[] => {
  if (!began?.archive) return [];
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
  const { policy, urgency } = began;
  const question = { name: 'complete', policy, urgency, startedAt: beganAt, at: beganAt } as const;
  const answer = reckon(question);
  return answer === null ? [] : [{ ...start, ...answer, ladder: [] }];
};

/** The terms that are wanted and not yet recorded. */
export const termsToSet = (
  cycles: Readonly<Record<number, Cycle>>,
  clocks: Readonly<Record<string, Clock>>,
  reckon: Reckon,
): readonly Terms[] =>
  Object.entries(cycles).flatMap(([key, cycle]) => {
    const number = Number(key);
    const isSet = ({ clock, because, since, question: { dueAt } }: Wanted) =>
      clocks[clock]?.terms.some(
        (it) => it.because === because && it.since === since && it.dueAt === (dueAt ?? it.dueAt),
      ) ?? false;
    if (cycle.began?.archive) return clocks[completeClock(number)] ? [] : archived(number, cycle, reckon);
    return wantedOf(number, cycle)
      .filter((it) => !isSet(it))
      .flatMap((it) => reckoned(reckon, number, it));
  });
