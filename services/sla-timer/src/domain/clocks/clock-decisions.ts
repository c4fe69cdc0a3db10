/** What has to be recorded so that the events say what event times say, as far as they can by now. */
import { canonical, type Instant, msBetween, second } from '@mulin/kernel';
import {
  type End,
  type Event,
  type Notice,
  type NoticeLevel,
  type Verdict,
  type Withdrawal,
} from './clock-events.js';
import { type Clock, type Settled, type State, type Notified } from './clock-state.js';
import { type ClockStatus, isLate, isUndecidable, statusOf, verdictOf } from './clock-status.js';
import { type IsHeld, type Lying, lyingOf, recipientOf } from './recipients.js';
import { isSamePeople } from './roles.js';
import type { OwedStep } from './terms-in-force.js';

const numberOf = ({ cycles }: State, { cycle }: Clock): string => cycles[cycle]?.began?.number ?? '';

const weight: Readonly<Record<NoticeLevel, number>> = { warning: 1, escalation: 2 };

/** To warn of a deadline when the answer is there would help nobody. */
const isMoot = ({ end }: ClockStatus, { level }: OwedStep): boolean => end !== null && level === 'warning';

/**
 * Whether an addressee knows what a step says: by a notice that came after its moment and said no less. Its moment is
 * that of the ladder: terms that came later tell nobody again of a lateness they know of.
 */
const isKnown = (step: OwedStep, told: Notified | undefined): boolean =>
  told !== undefined && weight[told.level] >= weight[step.level] && told.givenAt > step.at;

/** The steps that nobody has heard of for their addressee, whether or not their moment has come. */
export const untold = ({ told }: Clock, status: ClockStatus): readonly OwedStep[] =>
  status.ladder.filter((step) => !isMoot(status, step) && !isKnown(step, told[step.to]));

type Some<Item> = readonly [Item, ...Item[]];

const grouped = <Item>(
  items: readonly Item[],
  by: (item: Item) => string,
): readonly [string, Some<Item>][] => {
  const groups = new Map<string, Some<Item>>();
  for (const item of items) {
    const group = groups.get(by(item));
    groups.set(by(item), group === undefined ? [item] : [...group, item]);
  }
  return [...groups];
};

const later = (a: OwedStep, b: OwedStep): OwedStep => (a.from < b.from ? b : a);

type About = Readonly<{
  state: State;
  clock: Clock;
  status: ClockStatus;
  lying: Lying;
  now: Instant;
  isHeld: IsHeld;
}>;

/** Several steps that are owed to one person by now are one notice: it names the last of them. */
const noticeTo = (to: string, steps: Some<OwedStep>, about: About): Notice => {
  const { state, clock, status, lying, now } = about;
  const last = steps.reduce(later);
  // A warning whose deadline has passed is none any more.
  const tells = steps.some(({ level }) => level === 'escalation') || now > status.dueAt;
  return {
    clock: clock.clock,
    cycle: clock.cycle,
    number: numberOf(state, clock),
    step: last.step,
    to,
    addressees: [...new Set(steps.map((step) => step.to))].sort(),
    level: tells ? 'escalation' : 'warning',
    area: lying.area,
    dueAt: status.dueAt,
    owedAt: last.at,
    givenAt: now,
    lateSeconds: Math.floor(msBetween(last.at, now) / second),
    answered: status.end !== null,
  };
};

/** Who is told for an addressee where the case lies, of those who are there at a moment. */
const personFor = ({ clock: { clock }, isHeld }: About, name: string, lying: Lying, at: Instant): string =>
  recipientOf(clock, name, lying, (role, area) => isHeld(role, area, at));

/** Where it lay when somebody was told, by all that is known now. */
const lyingWhen = ({ state, clock, status }: About, { givenAt }: Notified): Lying =>
  lyingOf(state, clock, status.end, givenAt);

/**
 * Whether a notice is to whom it must be where the case lies. Who has left their office since was told all the same,
 * and who stands in for them now is told nothing anew.
 */
const isTo = (about: About, name: string, told: Notified, lying: Lying): boolean =>
  isSamePeople(told.to, told.area ?? lyingWhen(about, told).area, lying.area) &&
  (told.isFormer === true ||
    [told.givenAt, about.now].some((at) => personFor(about, name, lying, at) === told.to));

/** What somebody must be told now: what was told of it was told to others, where the case lay before. */
const unnotified = (about: About): readonly OwedStep[] => {
  const { clock, status } = about;
  const isMissed = (step: OwedStep) => {
    const told = clock.told[step.to];
    return !isKnown(step, told) || (told !== undefined && !isTo(about, step.to, told, about.lying));
  };
  return status.ladder.filter((step) => !isMoot(status, step) && isMissed(step));
};

const notices = (about: About): readonly Event[] => {
  const { lying, now } = about;
  const steps = unnotified(about).filter(({ from }) => from < now);
  return grouped(steps, ({ to }) => personFor(about, to, lying, now)).map(([person, some]) => ({
    type: 'NoticeGiven',
    data: noticeTo(person, some, about),
  }));
};

/** Whether it concerned whoever was told, by all that is known now: it does still, or did then. */
const wasRightlyTold = (about: About, name: string, told: Notified): boolean =>
  isTo(about, name, told, about.lying) || isTo(about, name, told, lyingWhen(about, told));

/**
 * What of an addressee's knowledge still holds: nothing that no terms owe, or owe to somebody else, and no lateness
 * that is none. (What they were told of is owed also where this clock on the wall says it is too early: another
 * process has a faster one.)
 */
const leftOf = (name: string, told: Notified, about: About): Withdrawal['left'] | 'all' => {
  const { status, now } = about;
  const isAsTold = ({ step, at }: OwedStep) => step === told.step && at === told.owedAt;
  const owed = status.ladder.filter((step) => step.to === name && (step.from < now || isAsTold(step)));
  if (owed.length === 0 || !wasRightlyTold(about, name, told)) return 'nothing';
  const isMiss = owed.some((step) => step.level === 'escalation') || isLate(status, now);
  return told.level === 'escalation' && !isMiss ? 'warning' : 'all';
};

const reasonOf = ({ status, now }: About): Withdrawal['because'] => {
  if (isLate(status, now)) return 'other-ladder';
  if (isUndecidable(status)) return 'undecided';
  return status.end === null ? 'moved' : 'in-time';
};

/** What somebody was told for an addressee, and what of it still holds. */
type Known<Left> = Readonly<{ name: string; told: Notified; left: Left }>;
type Gone = Known<Withdrawal['left']>;

/** All that somebody knows of a clock, by the addressee for whom they were told. */
const allTold = ({ told, toldBefore }: Clock): readonly (readonly [string, Notified])[] => [
  ...Object.entries(told),
  ...toldBefore.map((it) => [it.name, it] as const),
];

const knownIn = (about: About): readonly Known<Withdrawal['left'] | 'all'>[] =>
  allTold(about.clock).map(([name, told]) => ({ name, told, left: leftOf(name, told, about) }));

/** One for each person and remainder. Who still hears of it for somebody else, or was only warned, hears nothing. */
const withdrawals = (about: About): readonly Event[] => {
  const { state, clock, status } = about;
  const known = knownIn(about);
  const kept = known.filter(({ left }) => left === 'all');
  const gone = known.flatMap(({ left, ...it }): readonly Gone[] => (left === 'all' ? [] : [{ ...it, left }]));
  // Those of that name who were told where it lay at another time, and rightly, keep what they know.
  const areaOf = ({ name, told }: Gone): Pick<Withdrawal, 'area'> =>
    kept.some((it) => it.name === name && it.told.to === told.to) ? { area: told.area } : {};
  const groupOf = (it: Gone) => canonical([it.left, it.told.to, areaOf(it)]);
  return grouped(gone, groupOf).map(([, group]): Event => {
    const [first] = group;
    const { to, step } = first.told;
    const data: Withdrawal = {
      clock: clock.clock,
      cycle: clock.cycle,
      number: numberOf(state, clock),
      step,
      to,
      addressees: [...new Set(group.map(({ name }) => name))].sort(),
      dueAt: status.dueAt,
      because: reasonOf(about),
      left: first.left,
      isSilent:
        group.every(({ told }) => told.level === 'warning') || kept.some(({ told }) => told.to === to),
      ...areaOf(first),
    };
    return { type: 'NoticeWithdrawn', data };
  });
};

/** A miss that nobody has answered is taken back only when the deadline itself was moved. */
const isStillMissed = ({ settled }: Clock, { dueAt, end }: ClockStatus): boolean =>
  settled?.verdict === 'breached' && end === null && dueAt <= settled.dueAt;

const isSettledAs = ({ settled }: Clock, wanted: Settled): boolean =>
  settled?.verdict === wanted.verdict && settled.dueAt === wanted.dueAt && settled.endedAt === wanted.endedAt;

type OfClock = Readonly<{ clock: string; cycle: number; dueAt: Instant }>;

const verdictEvent = (about: OfClock, verdict: Verdict, end: End | null): Event => {
  if (verdict === 'breached')
    return { type: 'ClockBreached', data: { ...about, endedAt: end?.endedAt ?? null } };
  if (end === null) throw new Error('nothing is met or cancelled without an end');
  if (verdict === 'met') return { type: 'ClockMet', data: { ...about, endedAt: end.endedAt } };
  const because = isUndecidable({ ...about, end }) ? 'closed-on-due-day' : end.because;
  return { type: 'ClockCancelled', data: { ...about, endedAt: end.endedAt, because } };
};

/** A miss that had been announced and is none. */
const takenBack = ({ settled }: Clock, about: OfClock, endedAt: Instant | null): readonly Event[] =>
  settled?.verdict === 'breached' ? [{ type: 'BreachRevoked', data: { ...about, endedAt } }] : [];

/** What had ended it does not stand, and nothing else has ended it. */
const goesOn = ({ settled }: Clock, about: OfClock, end: End | null): readonly Event[] =>
  settled !== null && settled.endedAt !== null && end === null
    ? [{ type: 'EndRevoked', data: { ...about, endedAt: settled.endedAt } }]
    : [];

const verdicts = ({ clock, status, now }: About): readonly Event[] => {
  const { dueAt, end } = status;
  const endedAt = end === null ? null : end.endedAt;
  const about = { clock: clock.clock, cycle: clock.cycle, dueAt };
  const verdict = isStillMissed(clock, status) ? 'breached' : verdictOf(clock.clock, status, now);

  const on = goesOn(clock, about, end);
  if (verdict === 'open') return on.length > 0 ? on : takenBack(clock, about, endedAt);
  if (isSettledAs(clock, { verdict, dueAt, endedAt })) return [];
  const revoked = verdict === 'breached' ? on : takenBack(clock, about, endedAt);
  return [...revoked, verdictEvent(about, verdict, end)];
};

/** What is taken back is owed to nobody, or to others: it makes no difference to what must be told. */
const decideClock = (about: About): readonly Event[] => [
  ...withdrawals(about),
  ...verdicts(about),
  ...notices(about),
];

/** Every verdict and notice that follows by now from what is known, for each clock of a case. */
export const decideNow = (state: State, now: Instant, isHeld: IsHeld): readonly Event[] =>
  Object.values(state.clocks).flatMap((clock) => {
    const status = statusOf(state, clock);
    if (status === null) return [];
    return decideClock({ state, clock, status, lying: lyingOf(state, clock, status.end), now, isHeld });
  });
