/** What is known of one case, and which news of it stands. */
import type { KeptClocks } from './clocks.js';
import type { Archive, Days } from './from-file.js';
import type { CaseEvent, RecordedPublicEvent } from './recorded-events.js';
import { type Notified, notNotified } from './notices.js';
import { type Stamp, stampInCycle, stands } from './standing.js';

export const caseStates = [
  'registered',
  'offered',
  'taken',
  'with-arbiter',
  'finished',
  'verified',
  'closed',
  'declined',
  'withdrawn',
  'merged',
] as const;
type CaseState = (typeof caseStates)[number];

/** The town still owes an answer to what stands so. */
export const openStates = caseStates.slice(0, caseStates.indexOf('closed'));

type Moment = string;

/** What has not been heard yet is `null`: news of one service may come before that of another. */
export type CaseRow = Readonly<{
  caseId: string;
  town: string;
  number: string | null;
  /** What its source calls it, where it came from another system. */
  sourceNumber: string | null;
  state: CaseState;
  menuItem: string | null;
  net: string | null;
  urgency: string | null;
  /** How urgent the resident said it is; `null`: they said nothing of it. */
  wishedUrgency: string | null;
  /** Whose word the time of the report is. */
  reportedBy: string | null;
  /** Where it is, if it is about a public place. */
  point: Readonly<{ lat: number; lon: number }> | null;
  channel: string | null;
  microGrid: string | null;
  area: string | null;
  /** Whether a micro-grid answers for it; `null`: nobody has looked yet. */
  routed: boolean | null;
  /** Each call for help that was answered, by cycle and number: who came, and whether it is over. */
  helped: Readonly<Record<string, Readonly<{ member: string; isOver: boolean }>>>;
  /** Who was last asked to answer or took it, until they gave it back; whether they still hold it: `holderOf`. */
  member: string | null;
  reportedAt: Moment | null;
  recordedAt: Moment | null;
  /** When it was closed, declined, withdrawn or merged; `null` while an answer is owed. */
  closedAt: Moment | null;
  clocks: KeptClocks;
  /** How to reach whoever asked, in the vault. */
  contactId: string | null;
  /** Who was told of a deadline of it that nobody has answered. */
  told: Notified;
  archive: Archive | null;
  /** Which of its times are only days. */
  days: Days;
  /** Where in the log of audit the last event stands that changed anything here. */
  position: number;
  /** The news that each part of the row was taken from. */
  from: Readonly<Partial<Record<'state' | 'about' | 'contact' | 'grid' | 'area' | 'member', Stamp>>>;
  /** While it is answered by another case: how it stands beneath, for when that is undone. */
  beneath?: Beneath;
}>;

type Beneath = Readonly<{ state: CaseState; stamp: Stamp }>;

export const emptyRow = ({ subject, town }: CaseEvent): CaseRow => ({
  caseId: subject,
  town,
  number: null,
  sourceNumber: null,
  state: 'registered',
  menuItem: null,
  net: null,
  urgency: null,
  wishedUrgency: null,
  reportedBy: null,
  point: null,
  channel: null,
  microGrid: null,
  area: null,
  routed: null,
  member: null,
  helped: {},
  reportedAt: null,
  recordedAt: null,
  closedAt: null,
  clocks: {},
  contactId: null,
  told: notNotified,
  archive: null,
  days: {},
  position: 0,
  from: {},
});

/** Takes a part of the row from this news, unless newer news has it already. */
export const take = (
  row: CaseRow,
  part: keyof CaseRow['from'],
  stamp: Stamp,
  fields: Partial<CaseRow>,
): CaseRow =>
  stands(stamp, row.from[part]) ? { ...row, ...fields, from: { ...row.from, [part]: stamp } } : row;

/**
 * Within a cycle the end stands over the handling, and the handling over the registration, whenever they were
 * told: intake ends a case, and routing may not have heard of it when it told its last.
 */
const ranks: Readonly<Record<CaseState, 0 | 1 | 2>> = {
  registered: 0,
  offered: 1,
  taken: 1,
  'with-arbiter': 1,
  finished: 1,
  verified: 1,
  closed: 2,
  declined: 2,
  withdrawn: 2,
  merged: 2,
};

export const to = (row: CaseRow, state: CaseState, cycle: number, recorded: RecordedPublicEvent): CaseRow => {
  const stamp = stampInCycle(recorded, cycle, ranks[state]);
  const isEnd = ranks[state] === 2;
  const taken = take(row, 'state', stamp, { state, closedAt: isEnd ? recorded.data.time : null });
  if (taken === row) return isEnd ? row : withBeneath(row, { state, stamp });
  const { beneath: _, ...above } = taken;
  return above;
};

/** As `to`, of an end by which another case answers: that may be undone, and what else is told of it is kept beneath. */
export const toMerged = (
  row: CaseRow,
  state: 'merged' | 'closed',
  cycle: number,
  recorded: RecordedPublicEvent,
): CaseRow => {
  const merged = to(row, state, cycle, recorded);
  if (merged === row) return row;
  return { ...merged, beneath: row.beneath ?? { state: row.state, stamp: row.from.state ?? '' } };
};

/** What was told of a merged case shows when the merger is undone, whichever was heard first. */
const withBeneath = (row: CaseRow, news: Beneath): CaseRow =>
  row.beneath !== undefined && stands(news.stamp, row.beneath.stamp) ? { ...row, beneath: news } : row;

/**
 * What was merged by mistake is answered by itself again: it stands as it was last told of. Whatever is told of its
 * handling from now on stands over its end.
 */
export const unmerged = (row: CaseRow, cycle: number, recorded: RecordedPublicEvent): CaseRow => {
  if (!stands(stampInCycle(recorded, cycle, 2), row.from.state)) return row;
  const registered: Beneath = { state: 'registered', stamp: stampInCycle(recorded, cycle, 0) };
  const { beneath: known, ...above } = row;
  const { state, stamp } = known !== undefined && stands(known.stamp, registered.stamp) ? known : registered;
  return { ...above, state, closedAt: null, from: { ...row.from, state: stamp } };
};
