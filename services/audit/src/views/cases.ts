/** Every case the town has told of: where it stands, who answers there, its clocks, and who was told of them. */
import { column, type Projection, type ReadModelOf, type WhereOf } from '@mulin/kernel';
import { type CaseRow, take, to, toMerged, emptyRow, unmerged } from './case-row.js';
import { daysOfRow, daysOnceClosed } from './from-file.js';
import { clocksOf, applyClock } from './clocks.js';
import { missedAtOf, quarterOf } from './quarters.js';
import {
  type CaseEvent,
  caseEventOf,
  category,
  type PublicEventRecorded,
  type RecordedPublicEvent,
} from './recorded-events.js';
import { firstDueOf, applyNotices, marksOf } from './notices.js';
import { stampInCycle, stampOf } from './standing.js';

export { type CaseRow, caseStates, openStates } from './case-row.js';

export type { Archive } from './from-file.js';
type Moment = string;

type Of<Service extends string> = Extract<CaseEvent, { type: `${Service}.${string}` }>;

const applyIntake = (row: CaseRow, event: Of<'intake'>, recorded: RecordedPublicEvent): CaseRow => {
  switch (event.type) {
    case 'intake.case-registered.v1':
      return to(registered(row, event, recorded), 'registered', event.data.cycle, recorded);
    case 'intake.case-reclassified.v1':
      return take(withContact(row, event.data, recorded), 'about', stampOf(recorded), aboutOf(event.data));
    case 'intake.case-declined.v1':
    case 'intake.case-withdrawn.v1':
    case 'intake.case-closed.v1':
      return ended(closedBySource(row, event), event, recorded);
    case 'intake.case-merged.v1':
      return event.data.part === 'merged' ? toMerged(row, 'merged', event.data.cycle, recorded) : row;
    case 'intake.case-unmerged.v1':
      return event.data.part === 'merged' ? unmerged(row, event.data.cycle, recorded) : row;
    case 'intake.case-reopened.v1':
      return to(reopened(row, event, recorded), 'registered', event.data.cycle, recorded);
    default:
      return row;
  }
};

type Reopened = Extract<CaseEvent, { type: 'intake.case-reopened.v1' }>;

const reopened = (row: CaseRow, { data }: Reopened, recorded: RecordedPublicEvent): CaseRow => {
  const known = { ...row, number: row.number ?? data.number };
  return take(withContact(known, data, recorded), 'about', stampOf(recorded), aboutOf(data));
};

type Ended = Extract<CaseEvent, { type: `intake.case-${'declined' | 'withdrawn' | 'closed'}.v1` }>;

/** A later file of its source has the last word on a case of the archive, also on whether it was in time. */
const closedBySource = (row: CaseRow, { data, time }: Ended): CaseRow => {
  const source = 'source' in data ? data.source : undefined;
  if (source === undefined) return row;
  const days = daysOnceClosed(row.days, source, time);
  if (row.archive === null) return { ...row, days };
  const { asOf, claim, flags = [] } = source;
  const all = [...new Set([...row.archive.flags, ...flags])];
  return {
    ...row,
    days,
    archive: { ...row.archive, asOf, closedAt: time, claim: claim ?? row.archive.claim, flags: all },
  };
};

const endedAs = {
  'intake.case-declined.v1': 'declined',
  'intake.case-withdrawn.v1': 'withdrawn',
  'intake.case-closed.v1': 'closed',
} as const;

const ended = (row: CaseRow, { type, data }: Ended, recorded: RecordedPublicEvent): CaseRow =>
  'outcome' in data && data.outcome === 'duplicate'
    ? toMerged(row, 'closed', data.cycle, recorded)
    : to(row, endedAs[type], data.cycle, recorded);

type About = Pick<CaseRow, 'menuItem' | 'net' | 'urgency'> & { point?: CaseRow['point'] | undefined };
const aboutOf = ({ menuItem, net, urgency, point }: About) => ({
  menuItem,
  net,
  urgency,
  point: point ?? null,
});

type Registered = Extract<CaseEvent, { type: 'intake.case-registered.v1' }>;

const registered = (
  row: CaseRow,
  { data, time, recordedat }: Registered,
  recorded: RecordedPublicEvent,
): CaseRow => {
  const { number, channel, archive = null, wishedUrgency = null, reportedBy = null } = data;
  const said = { wishedUrgency, reportedBy, sourceNumber: sourceNumberIn(data) ?? archive?.sourceId ?? null };
  const days = daysOfRow(archive ?? data.movedIn, time);
  const known = { ...row, number, channel, archive, ...said, days, reportedAt: time, recordedAt: recordedat };
  return take(withContact(known, data, recorded), 'about', stampOf(recorded), aboutOf(data));
};

const sourceNumberIn = (data: object): string | null =>
  'sourceNumber' in data && typeof data.sourceNumber === 'string' ? data.sourceNumber : null;

const withContact = (
  row: CaseRow,
  { contactId }: { contactId?: string | undefined },
  recorded: RecordedPublicEvent,
): CaseRow => (contactId === undefined ? row : take(row, 'contact', stampOf(recorded), { contactId }));

/** Into whose hands it went by this news; `null`: out of them. */
const handTo = (row: CaseRow, member: string | null, cycle: number, recorded: RecordedPublicEvent): CaseRow =>
  take(row, 'member', stampInCycle(recorded, cycle, 1), { member });

const applyRouting = (row: CaseRow, event: Of<'routing'>, recorded: RecordedPublicEvent): CaseRow => {
  const { cycle } = event.data;
  switch (event.type) {
    case 'routing.order-offered.v1': {
      const known = offered(row, event.data, recorded);
      return handTo(to(known, 'offered', cycle, recorded), event.data.member, cycle, recorded);
    }
    case 'routing.order-taken.v1':
      return handTo(to(row, 'taken', cycle, recorded), event.data.member, cycle, recorded);
    case 'routing.order-returned.v1':
    case 'routing.order-handed-over.v1':
      return handTo(row, null, cycle, recorded);
    case 'routing.order-finished.v1':
      return to(row, 'finished', cycle, recorded);
    case 'routing.order-verified.v1':
      return to(row, 'verified', cycle, recorded);
    case 'routing.finish-refused.v1':
      return to(row, 'taken', cycle, recorded);
    case 'routing.helper-joined.v1':
    case 'routing.helper-finished.v1':
    case 'routing.helper-released.v1':
      return helped(row, event);
    case 'routing.order-corrected.v1':
      return { ...row, number: row.number ?? event.data.number };
    case 'routing.order-left-to-arbiter.v1':
    case 'routing.archived-case-routed.v1':
      return observeLand(row, event, recorded);
    default:
      return row;
  }
};

type OfHelp = Extract<CaseEvent, { type: `routing.helper-${'joined' | 'finished' | 'released'}.v1` }>;

/** Whoever has come helps until their part is done or nobody waits for it, in whatever order that is heard. */
const helped = (row: CaseRow, { type, data: { cycle, call, member } }: OfHelp): CaseRow => {
  const name = `${cycle}/${call}`;
  const isOver = type !== 'routing.helper-joined.v1';
  return row.helped[name]?.isOver === true
    ? row
    : { ...row, helped: { ...row.helped, [name]: { member, isOver } } };
};

type OfLand = Extract<
  CaseEvent,
  { type: 'routing.order-left-to-arbiter.v1' | 'routing.archived-case-routed.v1' }
>;

/** Whose land it is, where no grid member is asked. */
const observeLand = (row: CaseRow, event: OfLand, recorded: RecordedPublicEvent): CaseRow => {
  const { area } = event.data;
  if (event.type === 'routing.order-left-to-arbiter.v1') {
    const { number, cycle } = event.data;
    const left = { ...row, number: row.number ?? number, routed: row.routed ?? false };
    return to(take(left, 'area', stampOf(recorded), { area }), 'with-arbiter', cycle, recorded);
  }
  const { microGrid } = event.data;
  const placed = take(row, 'grid', stampOf(recorded), { microGrid, routed: microGrid !== null });
  return take(placed, 'area', stampOf(recorded), { area });
};

type Offer = Extract<CaseEvent, { type: 'routing.order-offered.v1' }>['data'];

const offered = (
  row: CaseRow,
  { number, microGrid, area }: Offer,
  recorded: RecordedPublicEvent,
): CaseRow => {
  const known = { ...row, number: row.number ?? number, routed: true };
  return take(take(known, 'grid', stampOf(recorded), { microGrid }), 'area', stampOf(recorded), { area });
};

type OfAClock = Extract<Of<'sla-timer'>, { data: { clock: string } }>;

const applyClocks = (row: CaseRow, event: Of<'sla-timer'>, recorded: RecordedPublicEvent): CaseRow => {
  const number = 'number' in event.data ? (row.number ?? event.data.number) : row.number;
  const clocks = 'clock' in event.data ? applyClock(row.clocks, event as OfAClock, recorded) : row.clocks;
  return clocks === row.clocks && number === row.number ? row : { ...row, number, clocks };
};

const applyFeedback = (row: CaseRow, { data }: Of<'feedback'>): CaseRow =>
  'number' in data ? { ...row, number: row.number ?? data.number } : row;

const isOf = <Service extends string>(event: CaseEvent, service: Service): event is Of<Service> =>
  event.type.startsWith(`${service}.`);

const observed = (row: CaseRow, event: CaseEvent, recorded: RecordedPublicEvent): CaseRow => {
  if (isOf(event, 'intake')) return applyIntake(row, event, recorded);
  if (isOf(event, 'feedback')) return applyFeedback(row, event);
  // That a case is mediated changes nothing of how it stands: its dispute has a row of its own.
  if (isOf(event, 'mediation')) return row;
  const after = isOf(event, 'routing')
    ? applyRouting(row, event, recorded)
    : applyClocks(row, event, recorded);
  const told = applyNotices(after.told, event, recorded);
  return told === after.told ? after : { ...after, told };
};

const project = (row: CaseRow | null, recorded: RecordedPublicEvent): CaseRow | null => {
  const event = caseEventOf(recorded.data);
  if (event === null) return row;
  const before = row ?? emptyRow(event);
  const after = observed(before, event, recorded);
  return after === row ? row : { ...after, position: recorded.position };
};

/** In whose hands it is now: nobody's, once it was finished, left to the arbiter, or is over. */
export const holderOf = ({ state, member }: CaseRow): string | null =>
  state === 'offered' || state === 'taken' ? member : null;

/** Who helps with it now. */
export const helpersOf = ({ helped: calls }: CaseRow): readonly string[] => [
  ...new Set(Object.values(calls).flatMap(({ member, isOver }) => (isOver ? [] : [member]))),
];

/** Where it lies, as far as anybody has said: what the sla-timer knows is what routing has told it before. */
export const areaOf = ({ area, told }: CaseRow): string | null => area ?? told.area;

/** What is owed next: the first deadline of those that run. */
const dueOf = ({ clocks }: CaseRow): Moment | null =>
  clocksOf(clocks).find(({ state, dueAt }) => state === 'running' && dueAt !== null)?.dueAt ?? null;

export const cases = {
  name: 'cases',
  version: 13,
  categories: [category],
  key: ({ data }) => data.subject,
  project,
  columns: {
    number: column.text(({ number }) => number),
    sourceNumber: column.text(({ sourceNumber }) => sourceNumber),
    state: column.text(({ state }) => state),
    menuItem: column.text(({ menuItem }) => menuItem),
    net: column.text(({ net }) => net),
    channel: column.text(({ channel }) => channel),
    microGrid: column.text(({ microGrid }) => microGrid),
    holder: column.text(holderOf),
    helping: column.texts(helpersOf),
    contactId: column.text(({ contactId }) => contactId),
    reportedAt: column.instant(({ reportedAt }) => reportedAt),
    batch: column.text(({ archive }) => archive?.batch ?? null),
    // What lies nobody knows where is the town's.
    area: column.path((row) => areaOf(row) ?? row.town),
    isPlaced: column.boolean((row) => areaOf(row) !== null),
    dueAt: column.instant(dueOf),
    isBreached: column.boolean(({ clocks }) =>
      clocksOf(clocks).some(({ verdict }) => verdict === 'breached'),
    ),
    reportedIn: column.integer(({ reportedAt }) => quarterOf(reportedAt)),
    closedIn: column.integer(({ closedAt }) => quarterOf(closedAt)),
    missedIn: column.integer((row) => quarterOf(missedAtOf(row))),
    isEscalated: column.boolean(({ told }) => told.notices.some(({ level }) => level === 'escalation')),
    told: column.texts(({ told }) => marksOf(told.notices)),
    toldDueAt: column.instant(({ told }) => firstDueOf(told.notices)),
    position: column.integer(({ position }) => position),
  },
  sorts: ['reportedAt', 'position'],
  replaces: ['notices'],
  unindexed: [
    'menuItem',
    'net',
    'channel',
    'isPlaced',
    'dueAt',
    'isBreached',
    'toldDueAt',
    'reportedIn',
    'isEscalated',
  ],
} satisfies Projection<CaseRow, PublicEventRecorded>;

export type Cases = ReadModelOf<typeof cases>;
export type CasesWhere = WhereOf<typeof cases>;
