/** How far a case is with its feedback, cycle by cycle, folded from what is recorded. */
import { type Decider, type Instant, latest, unreachable } from '@mulin/kernel';
import type {
  Asking,
  CallBackOutcome,
  Conclusion,
  Event,
  Finish,
  OverBecause,
  Question,
  Rated,
  Verification,
} from './rating-events.js';

type Attempt = Readonly<{ caller: string; outcome: CallBackOutcome; madeAt: Instant; isLast: boolean }>;
type End = Readonly<{ because: OverBecause; into: string | null; endedAt: Instant }>;

/** One cycle of a case: `null` and nothing where it was not heard or decided. */
export type Cycle = Readonly<{
  finishes: readonly Finish[];
  /** The highest round whose finish was refused; 0: none. */
  refusedRound: number;
  /** Of several, that of the highest round. */
  verification: Verification | null;
  ends: readonly End[];
  /** When it was said last that the merger was a mistake. */
  mergeUndoneAt: Instant | null;
  question: Question | null;
  attempts: readonly Attempt[];
  rating: (Rated & Readonly<{ ratedAt: Instant; wordsId: string | null }>) | null;
  /** What was said beside each of its ratings, in the vault, the first one first. */
  words: readonly Readonly<{ wordsId: string; ratedAt: Instant }>[];
  /** Since when the secretary decides. */
  secretaryAskedAt: Instant | null;
  redoDemandedAt: Instant | null;
  conclusion: Conclusion | null;
  /** It was concluded while the case was thought to be somebody else's than whoever was noted first: its letter is theirs. */
  isLetterOfSomebodyElse: boolean;
}>;

const newCycle: Cycle = {
  finishes: [],
  refusedRound: 0,
  verification: null,
  ends: [],
  mergeUndoneAt: null,
  question: null,
  attempts: [],
  rating: null,
  words: [],
  secretaryAskedAt: null,
  redoDemandedAt: null,
  conclusion: null,
  isLetterOfSomebodyElse: false,
};

type Noted = Asking & Readonly<{ notedAt: Instant; sequence: string }>;

export type State = Readonly<{
  /** The last word of intake; `null`: not heard yet. */
  asking: Noted | null;
  /** By their numbers; an object keeps such keys in ascending order, whenever each was added. */
  cycles: Readonly<Record<number, Cycle>>;
  /** The cycle that began last, as far as was heard. */
  latest: number;
  /** How often it was demanded that it be done again. */
  redos: number;
}>;

const initial: State = { asking: null, cycles: {}, latest: 1, redos: 0 };

/** What is known of a cycle, also of one of which nothing was heard. */
export const cycleOf = ({ cycles }: Pick<State, 'cycles'>, cycle: number): Cycle => cycles[cycle] ?? newCycle;

/** All that was said beside the ratings of a case, cycle by cycle, the first one first. */
export const wordsIn = ({ cycles }: Pick<State, 'cycles'>) =>
  Object.entries(cycles).flatMap(([cycle, { words }]) =>
    words.map((it) => ({ cycle: Number(cycle), ...it })),
  );

const inCycle = (state: State, cycle: number, change: (before: Cycle) => Partial<Cycle>): State => {
  const before = cycleOf(state, cycle);
  return { ...state, cycles: { ...state.cycles, [cycle]: { ...before, ...change(before) } } };
};

/** Whether this word of intake is newer than another one. */
export const isNewer = (
  one: Readonly<{ notedAt: Instant; sequence: string }>,
  other: Readonly<{ notedAt: Instant; sequence: string }> | null,
): boolean => other === null || `${one.notedAt} ${one.sequence}` > `${other.notedAt} ${other.sequence}`;

type Of<Type extends Event['type']> = Extract<Event, { type: Type }>['data'];

/**
 * Words are kept anew, and an account is taken off, only when another person turned out to have asked; until it turns
 * out that it was whoever was noted first.
 */
const turnedOut = (before: Noted | null, now: Of<'CaseNoted'>): boolean =>
  before !== null &&
  now.isFirstPerson !== true &&
  (before.isOfSomebodyElse === true || before.wordsId !== now.wordsId || before.asker !== now.asker);

const noted = (state: State, data: Of<'CaseNoted'>): State => {
  if (!isNewer(data, state.asking)) return state;
  const { isOfSomebodyElse: _, ...known } = data;
  const firstAsker = state.asking === null ? data.asker : (state.asking.firstAsker ?? null);
  const asking = { ...known, firstAsker };
  return {
    ...state,
    asking: turnedOut(state.asking, data) ? { ...asking, isOfSomebodyElse: true } : asking,
  };
};

const verified = (state: State, data: Of<'VerificationNoted'>): State =>
  inCycle(state, data.cycle, ({ verification }) =>
    verification === null || verification.round < data.round ? { verification: data } : {},
  );

const ended = (state: State, { cycle, because, into, endedAt }: Of<'CycleEnded'>): State =>
  inCycle(state, cycle, ({ ends }) => ({ ends: [...ends, { because, into: into ?? null, endedAt }] }));

const undone = (state: State, { cycle, undoneAt }: Of<'MergeUndone'>): State =>
  inCycle(state, cycle, ({ mergeUndoneAt }) => ({
    mergeUndoneAt: latest(undoneAt, mergeUndoneAt),
  }));

type AnswerType =
  'CallBackDue' | 'CallBackMade' | 'CaseRated' | 'RedoDemanded' | 'SecretaryAsked' | 'CaseConcluded';

const answered = (state: State, event: Extract<Event, { type: AnswerType }>): State => {
  const { cycle } = event.data;
  switch (event.type) {
    case 'CallBackDue':
      return inCycle(state, cycle, () => ({ question: event.data }));
    case 'CallBackMade': {
      const { caller, outcome, madeAt, isLast } = event.data;
      return inCycle(state, cycle, ({ attempts }) => ({
        attempts: [...attempts, { caller, outcome, madeAt, isLast }],
      }));
    }
    case 'CaseRated': {
      const { response, resolution, satisfaction, ratedAt, wordsId } = event.data;
      return inCycle(state, cycle, ({ words }) => ({
        rating: { response, resolution, satisfaction, ratedAt, wordsId: wordsId ?? null },
        words: wordsId === undefined ? words : [...words, { wordsId, ratedAt }],
      }));
    }
    case 'RedoDemanded':
      return {
        ...inCycle(state, cycle, () => ({ redoDemandedAt: event.data.demandedAt })),
        redos: state.redos + 1,
      };
    case 'SecretaryAsked':
      return inCycle(state, cycle, () => ({ secretaryAskedAt: event.data.askedAt }));
    case 'CaseConcluded':
      return inCycle(state, cycle, () => ({
        conclusion: event.data,
        isLetterOfSomebodyElse: state.asking?.isOfSomebodyElse === true,
      }));
    default:
      return unreachable(event);
  }
};

const evolve = (state: State, event: Event): State => {
  switch (event.type) {
    case 'CaseNoted':
      return noted(state, event.data);
    case 'FinishNoted':
      return inCycle(state, event.data.cycle, ({ finishes }) => ({ finishes: [...finishes, event.data] }));
    case 'FinishRefusalNoted':
      return inCycle(state, event.data.cycle, ({ refusedRound }) => ({
        refusedRound: Math.max(refusedRound, event.data.round),
      }));
    case 'VerificationNoted':
      return verified(state, event.data);
    case 'CycleBegan':
      return { ...state, latest: Math.max(state.latest, event.data.cycle) };
    case 'CycleEnded':
      return ended(state, event.data);
    case 'MergeUndone':
      return undone(state, event.data);
    default:
      return answered(state, event);
  }
};

export const decider: Decider<State, Event> = { category: 'rating', initial, evolve };
