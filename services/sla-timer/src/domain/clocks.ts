/** By when the town owes an answer, whether it came in time, and who hears of it when it did not. */
import { type Decision, earliest, type Instant, plus, unreachable } from '@mulin/kernel';
import {
  type Beginning,
  type Clock,
  type Cycle,
  type End,
  type Event,
  evolve,
  type Joining,
  type Leaving,
  type News,
  type Offer,
  type Reclassification,
  type State,
  unheard,
  withTerms,
} from './clock-facts.js';
import { standingOf } from './judge.js';
import { judged } from './judged.js';
import { termsToSet } from './set-terms.js';
import { acceptClock, type Reckon, type Terms } from './terms.js';

export { decider, type Event, type State } from './clock-facts.js';

type Decides = Decision<State, Event>;

const isEnd = (ends: readonly End[] | undefined, { endedAt, because }: End): boolean =>
  ends?.some((end) => end.endedAt === endedAt && end.because === because) ?? false;

const cycleIn = ({ cycles }: State, number: number): Cycle => cycles[number] ?? unheard;

const hasJoined = ({ joined }: Cycle, { joinedAt, dueAt }: Joining): boolean =>
  joined.some((it) => it.joinedAt === joinedAt && it.dueAt === dueAt);

const hasLeft = ({ left = [] }: Cycle, { leftAt }: Leaving): boolean => left.includes(leftAt);

/** Whether the facts hold this piece of news already. */
const isHeld = (state: State, { type, data }: News): boolean => {
  const cycle = cycleIn(state, data.cycle);
  switch (type) {
    case 'CycleBegan':
      return cycle.began !== null;
    case 'CycleReclassified':
      return cycle.reclassified.some(({ reclassifiedAt }) => reclassifiedAt === data.reclassifiedAt);
    case 'CycleJoined':
      return hasJoined(cycle, data);
    case 'LegOffered':
      return cycle.legs[data.leg] !== undefined;
    case 'LeftToArbiter':
      return hasLeft(cycle, data);
    case 'ClockEnded':
      return isEnd(state.ends[data.clock], data);
    case 'CycleEnded':
      return isEnd(cycle.ends, data);
    default:
      return unreachable(type);
  }
};

/** Where nothing new was heard, no new clock can start. */
const noQuestions: Reckon = () => null;

const setting = (state: State, terms: Terms): Event => {
  const { clock, dueAt } = terms;
  const told = withTerms(state, terms).clocks[clock];
  return { type: 'TermsSet', data: { ...terms, owedBy: (told && standingOf(state, told)?.dueAt) ?? dueAt } };
};

/** Records the news, the terms it sets, and every verdict and step that follow from it by now. */
const hear =
  (news: readonly News[], reckon: Reckon = noQuestions): Decides =>
  (state, now) => {
    const fresh = news.filter((it) => !isHeld(state, it));
    if (fresh.length === 0) return [];
    let told = fresh.reduce(evolve, state);
    const set: Event[] = [];
    for (const terms of termsToSet(told.cycles, told.clocks, reckon)) {
      const event = setting(told, terms);
      set.push(event);
      told = evolve(told, event);
    }
    return [...fresh, ...set, ...judged(told, now)];
  };

/** The town owes an answer, perhaps one that was given already. */
export const begin = (beginning: Beginning, reckon: Reckon): Decides =>
  hear([{ type: 'CycleBegan', data: beginning }], reckon);

/** Other terms from that moment on. What was met or missed before it stays so. */
export const reclassify = (reclassification: Reclassification, reckon: Reckon): Decides =>
  hear([{ type: 'CycleReclassified', data: reclassification }], reckon);

/** Another report was the same thing: the earlier of the two deadlines holds. */
export const join = (joining: Joining, reckon: Reckon): Decides =>
  hear([{ type: 'CycleJoined', data: joining }], reckon);

/** Somebody is asked to take the order: the town has accepted the case, and this leg begins. */
export const offer = (leg: Offer, reckon: Reckon): Decides => {
  const { cycle, offeredAt } = leg;
  const accepted = { clock: acceptClock(cycle), cycle, endedAt: offeredAt, because: 'offered' } as const;
  return hear(
    [
      { type: 'LegOffered', data: leg },
      { type: 'ClockEnded', data: accepted },
    ],
    reckon,
  );
};

/** Nobody is asked for now: who was asked before need not answer any more. */
export const leave = (leaving: Leaving): Decides => hear([{ type: 'LeftToArbiter', data: leaving }]);

/** One clock has come to its end, perhaps before its start was heard. */
export const end = (clock: string, cycle: number, { endedAt, because }: End): Decides =>
  hear([{ type: 'ClockEnded', data: { clock, cycle, endedAt, because } }]);

/** The whole cycle is over: so is every clock of it that still runs. */
export const endCycle = (cycle: number, { endedAt, because }: End): Decides =>
  hear([{ type: 'CycleEnded', data: { cycle, endedAt, because } }]);

/** Looks at every clock now. Looking early, late, twice or after the end is harmless. */
export const look: Decides = judged;

const momentsOf = (state: State, clock: Clock): readonly Instant[] => {
  const facts = standingOf(state, clock);
  if (facts === null || facts.asOf !== null) return [];
  const steps = facts.ladder.filter(({ step }) => !clock.raised[step]).map(({ at }) => at);
  return facts.end === null && clock.settled === null ? [facts.dueAt, ...steps] : steps;
};

/** When to look next: just after the first moment that may change something. History is never looked at. */
export const nextLook = (state: State): Instant | null => {
  const first = earliest(...Object.values(state.clocks).flatMap((clock) => momentsOf(state, clock)));
  return first && plus(first, 1);
};
