/** Every dispute and promise that was told of: how it stands, whose it is, its deadlines, and who was told of them. */
import { column, type Projection, type ReadModelOf, type WhereOf } from '@mulin/kernel';
import { firstDueOf, marksOf, type Notice } from './notices.js';
import {
  category,
  type DisputeEvent,
  disputeEventOf,
  type PublicEventRecorded,
  type RecordedPublicEvent,
} from './recorded-events.js';
import { type Stamp, stampOf, stands } from './standing.js';

type Moment = string;

export const disputeStates = ['open', 'assigned', 'agreed', 'ended'] as const;
type DisputeState = (typeof disputeStates)[number];

export const disputeClockStates = ['running', 'met', 'breached', 'cancelled'] as const;
type ClockState = (typeof disputeClockStates)[number];

type Word = Readonly<{ state: ClockState; isOver: boolean; dueAt: Moment; stamp: Stamp }>;

type Clock = Readonly<{
  startedAt: Moment | null;
  /** By when it is owed, as it was first said. */
  dueAt: Moment | null;
  /** The latest word of the sla-timer on it. */
  word: Word | null;
  /** What was told of it before it was answered, by the step. */
  notices: Readonly<Record<string, Notice>>;
}>;

/** What has not been heard yet is `null`: news of one service may come before that of another. */
export type DisputeRow = Readonly<{
  id: string;
  town: string;
  number: string | null;
  of: 'dispute' | 'promise';
  area: string | null;
  /** How grave it is; `null`: of a promise, or not said yet. */
  colour: string | null;
  /** The account of whoever mediates, or has promised. */
  holder: string | null;
  standing: 'open' | 'agreed' | 'ended';
  clocks: Readonly<Record<string, Clock>>;
  /** The news that each part of the row was taken from. */
  from: Readonly<Partial<Record<'standing' | 'area' | 'colour' | 'holder', Stamp>>>;
}>;

/** What is told of an interview day has no number: it is neither a dispute nor a promise. */
type Numbered = Extract<DisputeEvent, { data: { number: string } }>;
const isNumbered = (event: DisputeEvent | null): event is Numbered =>
  event !== null && 'number' in event.data;

const emptyRow = ({ subject, town, type, data }: Numbered): DisputeRow => ({
  id: subject,
  town,
  number: null,
  of: 'of' in data ? data.of : type.startsWith('mediation.promise-') ? 'promise' : 'dispute',
  area: null,
  colour: null,
  holder: null,
  standing: 'open',
  clocks: {},
  from: {},
});

type Parts = Partial<Pick<DisputeRow, keyof DisputeRow['from']>>;

const isPart = (name: string): name is keyof DisputeRow['from'] =>
  ['standing', 'area', 'colour', 'holder'].includes(name);

/** Takes each part that is said here, unless newer news has it already. */
const take = (row: DisputeRow, parts: Parts, stamp: Stamp): DisputeRow => {
  const newer = Object.entries(parts).filter(([part]) => isPart(part) && stands(stamp, row.from[part]));
  const from = Object.fromEntries(newer.map(([part]) => [part, stamp]));
  return { ...row, ...Object.fromEntries(newer), from: { ...row.from, ...from } };
};

type OfMediation = Extract<DisputeEvent, { type: `mediation.${string}` }>;
type OfClocks = Extract<DisputeEvent, { type: `sla-timer.${string}` }>;

/** What a promise says of itself by its deadlines; of a dispute they say no more than where it lies. */
const byDeadline = (event: OfMediation): Parts => {
  switch (event.type) {
    case 'mediation.deadline-set.v1': {
      const { of, area, holder = null } = event.data;
      return of === 'promise' ? { standing: 'open', area, holder } : { area };
    }
    case 'mediation.deadline-handed-over.v1':
      return event.data.of === 'promise' ? { holder: event.data.holder } : {};
    case 'mediation.deadline-ended.v1':
      return event.data.of === 'promise' ? { standing: 'ended' } : {};
    default:
      return {};
  }
};

const saidBy = (event: OfMediation): Parts => {
  switch (event.type) {
    case 'mediation.dispute-opened.v1':
      return { standing: 'open', area: event.data.area, colour: event.data.colour };
    case 'mediation.dispute-reopened.v1':
      return { standing: 'open' };
    case 'mediation.colour-changed.v1':
      return { colour: event.data.colour };
    case 'mediation.mediator-assigned.v1':
      return { holder: event.data.mediator, area: event.data.area };
    case 'mediation.agreement-in-effect.v1':
      return { standing: 'agreed' };
    case 'mediation.dispute-ended.v1':
      return { standing: 'ended' };
    default:
      return byDeadline(event);
  }
};

const emptyClock: Clock = { startedAt: null, dueAt: null, word: null, notices: {} };

const judged = (
  clock: Clock,
  { data }: Extract<OfClocks, { type: 'sla-timer.commitment-judged.v1' }>,
  stamp: Stamp,
): Clock => {
  if (!stands(stamp, clock.word?.stamp)) return clock;
  const { verdict, dueAt, endedAt } = data;
  const isOver = verdict !== 'breached' || endedAt !== null;
  return { ...clock, word: { state: verdict, isOver, dueAt, stamp } };
};

type Told = Extract<OfClocks, { type: 'sla-timer.commitment-notice.v1' }>;

/** What was told after the answer waits for nobody. */
const told = (clock: Clock, { data, recordedat }: Told): Clock => {
  const { to, insteadOf, area, clock: name, step, level, dueAt, owedAt, answered } = data;
  if (answered) return clock;
  const notice = { to, insteadOf, area, clock: name, step, level, dueAt, toldAt: recordedat, owedAt };
  return { ...clock, notices: { ...clock.notices, [step]: notice } };
};

const clockAfter = (clock: Clock, event: OfClocks, recorded: RecordedPublicEvent): Clock => {
  switch (event.type) {
    case 'sla-timer.commitment-started.v1':
      return { ...clock, startedAt: event.time, dueAt: event.data.dueAt };
    case 'sla-timer.commitment-judged.v1':
      return judged(clock, event, stampOf(recorded));
    case 'sla-timer.commitment-notice.v1':
      return told(clock, event);
    case 'sla-timer.commitment-missing.v1':
      return clock;
  }
};

const isOfClocks = (event: DisputeEvent): event is OfClocks => event.type.startsWith('sla-timer.');

const applied = (row: DisputeRow, event: DisputeEvent, recorded: RecordedPublicEvent): DisputeRow => {
  if (!isOfClocks(event)) return take(row, saidBy(event), stampOf(recorded));
  const { clock: name } = event.data;
  return {
    ...row,
    clocks: { ...row.clocks, [name]: clockAfter(row.clocks[name] ?? emptyClock, event, recorded) },
  };
};

const project = (row: DisputeRow | null, recorded: RecordedPublicEvent): DisputeRow | null => {
  const event = disputeEventOf(recorded.data);
  if (!isNumbered(event)) return row;
  const before = row ?? emptyRow(event);
  return applied({ ...before, number: before.number ?? event.data.number }, event, recorded);
};

/** A dispute with nobody who mediates is open; what was agreed on is to be performed. */
export const stateOf = ({ standing, holder }: DisputeRow): DisputeState =>
  standing === 'open' && holder !== null ? 'assigned' : standing;

/** Where it lies; of what has not said so, by the first notice that does. */
export const placeOf = ({ area, clocks }: DisputeRow): string | null =>
  area ?? Object.values(clocks).flatMap(({ notices }) => Object.values(notices))[0]?.area ?? null;

const rankOf = ({ dueAt, name }: Readonly<{ dueAt: Moment | null; name: string }>): string =>
  `${dueAt ?? '9'}.${name}`;

/** Its deadlines, in the order in which they fall due. */
export const deadlinesOf = ({ clocks }: DisputeRow) =>
  Object.entries(clocks)
    .map(([name, { startedAt, dueAt, word }]) => ({
      name,
      startedAt,
      dueAt: word?.dueAt ?? dueAt,
      state: word?.state ?? ('running' as const),
    }))
    .sort((one, other) => (rankOf(one) < rankOf(other) ? -1 : 1));

const inOrder = (one: Notice, other: Notice): number =>
  `${one.owedAt} ${one.step}` < `${other.owedAt} ${other.step}` ? -1 : 1;

/** What somebody was told of a deadline that nobody has answered, in the order in which it was owed. */
export const noticesOf = ({ clocks }: DisputeRow): readonly Notice[] =>
  Object.values(clocks)
    .flatMap(({ word, notices }) => (word?.isOver === true ? [] : Object.values(notices)))
    .sort(inOrder);

export const disputes = {
  name: 'disputes',
  version: 1,
  categories: [category],
  key: ({ data }) => data.subject,
  project,
  columns: {
    number: column.text(({ number }) => number),
    of: column.text(({ of }) => of),
    state: column.text(stateOf),
    colour: column.text(({ colour }) => colour),
    holder: column.text(({ holder }) => holder),
    // What lies nobody knows where is the town's.
    area: column.path((row) => placeOf(row) ?? row.town),
    isPlaced: column.boolean((row) => placeOf(row) !== null),
    told: column.texts((row) => marksOf(noticesOf(row))),
    toldDueAt: column.instant((row) => firstDueOf(noticesOf(row))),
  },
  sorts: [],
  unindexed: ['of', 'state', 'colour', 'isPlaced', 'toldDueAt'],
} satisfies Projection<DisputeRow, PublicEventRecorded>;

export type Disputes = ReadModelOf<typeof disputes>;
export type DisputesWhere = WhereOf<typeof disputes>;
