/** What a resident asked of the town, and whether the town still owes an answer. */
import {
  type Decider,
  type Decision,
  hour,
  type Instant,
  minute,
  msBetween,
  type PersonId,
  Rejection,
  reused,
  unreachable,
} from '@mulin/kernel';
import type * as Handling from '../handling.js';
import type {
  Archive,
  DeclineReason,
  Demand,
  Event,
  MovedIn,
  OtherCase,
  Outcome,
  Registration,
  Supplement,
} from './events.js';
import * as refusals from './refusals.js';

export type * from './events.js';

/** What a file said of a case when it brought it; `null`: it came by no file, or by one of before that was noted. */
export type Origin = Pick<Demand, 'person' | 'words' | 'menuItem' | 'channel' | 'place' | 'contact'> &
  Readonly<{ archive: Archive | null; movedIn: MovedIn | null }>;

type Known = Registration &
  Readonly<{
    registeredAt: Instant;
    cycle: number;
    /** History from a file: nobody answers it. */
    isArchive: boolean;
    /** As it came, whatever was corrected since. */
    origin: Origin;
    /** Who was ever noted as the one who asked. */
    persons: readonly PersonId[];
    /** What of the vault it referred to before it was corrected, whoever's it was then. */
    replaced: readonly string[];
    /** The cases that were closed as duplicates of this one, or are about to be: it answers for them, too. */
    duplicates: readonly (OtherCase & Readonly<{ isClosed: boolean }>)[];
    /** The case of which it was a duplicate, and is not any more. */
    unmergedFrom: OtherCase | null;
    /** The cases that were a part of this one. */
    parts: readonly OtherCase[];
    additions: readonly (Supplement & Readonly<{ cycle: number; addedAt: Instant }>)[];
  }>;
export type Status = 'registered' | 'declined' | 'withdrawn' | 'closed';

export type State = Readonly<
  | { status: 'unknown' }
  | ({ status: 'registered' } & Known)
  | ({ status: 'declined'; reason: DeclineReason; door: string } & Known)
  | ({ status: 'withdrawn' } & Known)
  | ({
      status: 'closed';
      outcome: Outcome;
      duplicateOf: OtherCase | null;
      closedAt: Instant;
      isClosedBySource: boolean;
    } & Known)
>;

type References = Pick<Demand, 'words' | 'place' | 'contact'>;

const leftBehind = (before: References, now: References): readonly string[] =>
  (['words', 'place', 'contact'] as const).flatMap((kind) => {
    const id = before[kind]?.id;
    return id === undefined || id === now[kind]?.id ? [] : [id];
  });

type DuplicateEvent = Extract<Event, { type: `Duplicate${string}` }>;

const duplicatesAfter = (
  { duplicates }: Pick<Known, 'duplicates'>,
  { type, data }: DuplicateEvent,
): Known['duplicates'] => {
  const others = duplicates.filter(({ caseId }) => caseId !== data.caseId);
  switch (type) {
    case 'DuplicateExpected':
    case 'DuplicateJoined':
      return [...others, { caseId: data.caseId, number: data.number, isClosed: type === 'DuplicateJoined' }];
    case 'DuplicateGone':
    case 'DuplicateSeparated':
      return others;
    default:
      return unreachable(type);
  }
};

const registered = (data: Extract<Event, { type: 'CaseRegistered' }>['data']): State => {
  const { archive, movedIn, splitFrom: _, ...known } = data;
  const { person, words, menuItem, channel, place, contact } = data.demand;
  const from = { archive: archive ?? null, movedIn: movedIn ?? null };
  return {
    ...known,
    status: 'registered',
    cycle: 1,
    isArchive: archive !== undefined,
    origin: { person, words, menuItem, channel, place, contact, ...from },
    persons: [person],
    replaced: [],
    duplicates: [],
    unmergedFrom: null,
    parts: [],
    additions: [],
  };
};

const evolve = (state: State, event: Event): State => {
  const { type, data } = event;
  if (type === 'CaseRegistered') return registered(data);
  if (state.status === 'unknown') return state;
  switch (type) {
    case 'CaseDeclined':
      return { ...state, status: 'declined', reason: data.reason, door: data.door };
    case 'CaseReclassified': {
      const { cycle: _, reason: __, reclassifiedAt: ___, isFirstPerson: _____, point, ...rest } = data;
      const { point: ____, ...demand } = state.demand;
      // A phone and a name are those of one person: they are not handed on to another, who may have said none.
      const isOther = data.person !== undefined && data.person !== demand.person;
      const corrected = {
        ...demand,
        ...(isOther ? { contact: null } : {}),
        ...rest,
        ...(point === undefined ? {} : { point }),
      };
      const persons = [...state.persons, corrected.person];
      const replaced = [...state.replaced, ...leftBehind(demand, corrected)];
      return { ...state, demand: corrected, persons, replaced };
    }
    case 'CaseWithdrawn':
      return { ...state, status: 'withdrawn' };
    case 'CaseClosed': {
      const { outcome, duplicateOf = null, closedAt, source } = data;
      const isClosedBySource = source !== undefined;
      return { ...state, status: 'closed', outcome, duplicateOf, closedAt, isClosedBySource };
    }
    default:
      return laterOn(state, event);
  }
};

type Later = Extract<
  Event,
  { type: 'CaseReopened' | 'CaseUnmerged' | 'CaseSplit' | 'CaseSupplemented' | `Duplicate${string}` }
>;

const laterOn = (state: Exclude<State, { status: 'unknown' }>, event: Later): State => {
  const { type, data } = event;
  switch (type) {
    case 'CaseReopened':
      return { ...state, status: 'registered', cycle: data.cycle };
    case 'CaseUnmerged':
      return { ...state, status: 'registered', unmergedFrom: data.survivor };
    case 'CaseSplit':
      return { ...state, parts: [...state.parts, data.part] };
    case 'CaseSupplemented': {
      const { number: _, ...addition } = data;
      return { ...state, additions: [...state.additions, addition] };
    }
    default:
      return { ...state, duplicates: duplicatesAfter(state, event) };
  }
};

export const decider: Decider<State, Event> = { category: 'case', initial: { status: 'unknown' }, evolve };

export type Decides = Decision<State, Event>;

/** Staff write a report down within three days, a long weekend included; what is older comes by an import. */
const reportedAtMostBefore = 72 * hour;
/** What two clocks that are set by network time may differ by. */
const clockSkew = 2 * minute;

/** A demand becomes a case. Sent again it is an echo; another one under the same id is refused. */
export const register =
  (registration: Registration): Decides =>
  (state, now) => {
    if (state.status !== 'unknown') return echoOf(state, registration);
    refuseWildTime(registration, now);
    return [{ type: 'CaseRegistered', data: { ...registration, registeredAt: now } }];
  };

/** Before anybody has taken it: afterwards the town owes an answer to what it took up. */
export const decline =
  (reason: DeclineReason, door: string, handling: Handling.State): Decides =>
  (state, now) => {
    if (state.status === 'declined' && state.reason === reason && state.door === door) return [];
    const { cycle } = stillOwed(state);
    if (handling.finishedBy !== null) throw refusals.finished();
    if (handling.wasTaken || cycle > 1) throw refusals.taken();
    return [{ type: 'CaseDeclined', data: { cycle, reason, door, declinedAt: now } }];
  };

/**
 * The resident takes it back; `desk`: they said so to whoever wrote it down. Not while it answers for other cases,
 * whose residents still wait.
 */
export const withdraw =
  (recordedBy: 'resident' | 'desk'): Decides =>
  (state, now) => {
    if (state.status === 'withdrawn') return [];
    const { cycle, duplicates } = stillOwed(state);
    if (duplicates.length > 0) throw refusals.answersForOthers(recordedBy, duplicates);
    return [{ type: 'CaseWithdrawn', data: { cycle, recordedBy, withdrawnAt: now } }];
  };

/** The case, where there is one. */
export const known = (state: State): Exclude<State, { status: 'unknown' }> => {
  if (state.status === 'unknown')
    throw new Rejection('case-not-found', { en: 'There is no such case.', zh: '没有该案件。' }, 'unknown');
  return state;
};

const over: Readonly<Record<Exclude<Status, 'registered'>, { en: string; zh: string }>> = {
  declined: { en: 'The case was declined.', zh: '该案件已不予受理。' },
  withdrawn: { en: 'The resident withdrew the case.', zh: '该案件已由居民撤回。' },
  closed: { en: 'The case is closed.', zh: '该案件已办结。' },
};

/** Only a case that the town still owes an answer to can be changed. */
export const stillOwed = (state: State) => {
  const it = known(state);
  if (it.status !== 'registered') throw new Rejection(`case-${it.status}`, over[it.status]);
  if (it.isArchive) throw refusals.archived();
  return it;
};

/** The number is the town's to give, so a repeated demand may come with a new one; the rest must be the same. */
export const echoOf = (
  state: Exclude<State, { status: 'unknown' }>,
  { demand }: Registration,
): readonly Event[] => {
  const { person, words, channel } = state.demand;
  if (person !== demand.person || words.id !== demand.words.id || channel !== demand.channel)
    throw reused({ en: 'The id of this case', zh: '该案件编号' });
  return [];
};

const refuseWildTime = ({ reportedAt }: Registration, now: Instant) => {
  const age = msBetween(reportedAt, now);
  if (age < -clockSkew) throw refusals.reportedInFuture();
  if (age > reportedAtMostBefore)
    throw new Rejection('reported-too-long-ago', {
      en: 'The time of the report lies more than 72 hours back; import it as history.',
      zh: '诉求反映时间早于72小时前，请按历史档案导入。',
    });
};
