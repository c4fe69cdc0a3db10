/** Every case the town has told of: where it stands, who answers there, its clocks, and who was told of them. */
import { column, type Projection, type ReadModelOf, type RecordedEvent, type WhereOf } from '@mulin/kernel';
import { type CaseEvent, caseEventOf, category, type Heard } from './heard.js';
import { clocksOf, hearClock, type KeptClocks } from './clocks.js';
import { firstDueOf, hearNotices, marksOf, type Told, untold } from './notices.js';
import { type Stamp, stampInCycle, stampOf, stands } from './standing.js';

export const caseStates = [
  'registered',
  'offered',
  'taken',
  'with-arbiter',
  'finished',
  'closed',
  'declined',
  'withdrawn',
  'merged',
] as const;
export type CaseState = (typeof caseStates)[number];

type Moment = string;

/** What a file said of a case of the archive. */
export type Archive = Readonly<{
  batch: string;
  sourceId: string;
  asOf: Moment;
  dueAt: Moment | null;
  closedAt: Moment | null;
  claim: 'met' | 'breached' | null;
  flags: readonly string[];
}>;

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
  told: Told;
  archive: Archive | null;
  /** Where in the log of audit the last event stands that changed anything here. */
  position: number;
  /** The news that each part of the row was taken from. */
  from: Readonly<Partial<Record<'state' | 'about' | 'contact' | 'grid' | 'area' | 'member', Stamp>>>;
}>;

const unheard = ({ subject, town }: CaseEvent): CaseRow => ({
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
  reportedAt: null,
  recordedAt: null,
  closedAt: null,
  clocks: {},
  contactId: null,
  told: untold,
  archive: null,
  position: 0,
  from: {},
});

type Fact = RecordedEvent<Heard>;

/** Takes a part of the row from this news, unless newer news has it already. */
const take = (row: CaseRow, part: keyof CaseRow['from'], stamp: Stamp, fields: Partial<CaseRow>): CaseRow =>
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
  closed: 2,
  declined: 2,
  withdrawn: 2,
  merged: 2,
};

const to = (row: CaseRow, state: CaseState, cycle: number, fact: Fact): CaseRow => {
  const closedAt = ranks[state] === 2 ? fact.data.time : null;
  return take(row, 'state', stampInCycle(fact, cycle, ranks[state]), { state, closedAt });
};

type Of<Service extends string> = Extract<CaseEvent, { type: `${Service}.${string}` }>;

const hearIntake = (row: CaseRow, event: Of<'intake'>, fact: Fact): CaseRow => {
  switch (event.type) {
    case 'intake.case-registered.v1':
      return to(registered(row, event, fact), 'registered', event.data.cycle, fact);
    case 'intake.case-reclassified.v1':
      return take(withContact(row, event.data, fact), 'about', stampOf(fact), aboutOf(event.data));
    case 'intake.case-declined.v1':
    case 'intake.case-withdrawn.v1':
    case 'intake.case-closed.v1':
      return to(closedBySource(row, event), endedAs[event.type], event.data.cycle, fact);
    case 'intake.case-merged.v1':
      return event.data.part === 'merged' ? to(row, 'merged', event.data.cycle, fact) : row;
    default:
      return row;
  }
};

type Ended = Extract<CaseEvent, { type: `intake.case-${'declined' | 'withdrawn' | 'closed'}.v1` }>;

/** A later file of its source has the last word on a case of the archive, also on whether it was in time. */
const closedBySource = (row: CaseRow, { data, time }: Ended): CaseRow => {
  const source = 'source' in data ? data.source : undefined;
  if (source === undefined || row.archive === null) return row;
  const { asOf, claim } = source;
  return { ...row, archive: { ...row.archive, asOf, closedAt: time, claim: claim ?? row.archive.claim } };
};

const endedAs = {
  'intake.case-declined.v1': 'declined',
  'intake.case-withdrawn.v1': 'withdrawn',
  'intake.case-closed.v1': 'closed',
} as const;

type About = Pick<CaseRow, 'menuItem' | 'net' | 'urgency'> & { point?: CaseRow['point'] | undefined };
const aboutOf = ({ menuItem, net, urgency, point }: About) => ({
  menuItem,
  net,
  urgency,
  point: point ?? null,
});

type Registered = Extract<CaseEvent, { type: 'intake.case-registered.v1' }>;

const registered = (row: CaseRow, { data, time, recordedat }: Registered, fact: Fact): CaseRow => {
  const { number, channel, archive = null, wishedUrgency = null, reportedBy = null } = data;
  const said = { wishedUrgency, reportedBy, sourceNumber: sourceNumberIn(data) ?? archive?.sourceId ?? null };
  const known = { ...row, number, channel, archive, ...said, reportedAt: time, recordedAt: recordedat };
  return take(withContact(known, data, fact), 'about', stampOf(fact), aboutOf(data));
};

const sourceNumberIn = (data: object): string | null =>
  'sourceNumber' in data && typeof data.sourceNumber === 'string' ? data.sourceNumber : null;

const withContact = (row: CaseRow, { contactId }: { contactId?: string | undefined }, fact: Fact): CaseRow =>
  contactId === undefined ? row : take(row, 'contact', stampOf(fact), { contactId });

/** Into whose hands it went by this news; `null`: out of them. */
const handTo = (row: CaseRow, member: string | null, cycle: number, fact: Fact): CaseRow =>
  take(row, 'member', stampInCycle(fact, cycle, 1), { member });

const hearRouting = (row: CaseRow, event: Of<'routing'>, fact: Fact): CaseRow => {
  const { cycle } = event.data;
  switch (event.type) {
    case 'routing.order-offered.v1': {
      const known = offered(row, event.data, fact);
      return handTo(to(known, 'offered', cycle, fact), event.data.member, cycle, fact);
    }
    case 'routing.order-taken.v1':
      return handTo(to(row, 'taken', cycle, fact), event.data.member, cycle, fact);
    case 'routing.order-returned.v1':
      return handTo(row, null, cycle, fact);
    case 'routing.order-finished.v1':
      return to(row, 'finished', cycle, fact);
    case 'routing.order-corrected.v1':
      return { ...row, number: row.number ?? event.data.number };
    default:
      return hearOfLand(row, event, fact);
  }
};

type OfLand = Extract<
  CaseEvent,
  { type: 'routing.order-left-to-arbiter.v1' | 'routing.archived-case-routed.v1' }
>;

/** Whose land it is, where no grid member is asked. */
const hearOfLand = (row: CaseRow, event: OfLand, fact: Fact): CaseRow => {
  const { area } = event.data;
  if (event.type === 'routing.order-left-to-arbiter.v1') {
    const { number, cycle } = event.data;
    const left = { ...row, number: row.number ?? number, routed: row.routed ?? false };
    return to(take(left, 'area', stampOf(fact), { area }), 'with-arbiter', cycle, fact);
  }
  const { microGrid } = event.data;
  const placed = take(row, 'grid', stampOf(fact), { microGrid, routed: microGrid !== null });
  return take(placed, 'area', stampOf(fact), { area });
};

type Offer = Extract<CaseEvent, { type: 'routing.order-offered.v1' }>['data'];

const offered = (row: CaseRow, { number, microGrid, area }: Offer, fact: Fact): CaseRow => {
  const known = { ...row, number: row.number ?? number, routed: true };
  return take(take(known, 'grid', stampOf(fact), { microGrid }), 'area', stampOf(fact), { area });
};

const hearClocks = (row: CaseRow, event: Of<'sla-timer'>, fact: Fact): CaseRow => {
  const number = 'number' in event.data ? (row.number ?? event.data.number) : row.number;
  const clocks = hearClock(row.clocks, event, fact);
  return clocks === row.clocks && number === row.number ? row : { ...row, number, clocks };
};

const isOf = <Service extends string>(event: CaseEvent, service: Service): event is Of<Service> =>
  event.type.startsWith(`${service}.`);

const heard = (row: CaseRow, event: CaseEvent, fact: Fact): CaseRow => {
  if (isOf(event, 'intake')) return hearIntake(row, event, fact);
  const after = isOf(event, 'routing') ? hearRouting(row, event, fact) : hearClocks(row, event, fact);
  const told = hearNotices(after.told, event, fact);
  return told === after.told ? after : { ...after, told };
};

const project = (row: CaseRow | null, fact: Fact): CaseRow | null => {
  const event = caseEventOf(fact.data);
  if (event === null) return row;
  const before = row ?? unheard(event);
  const after = heard(before, event, fact);
  return after === row ? row : { ...after, position: fact.position };
};

/** In whose hands it is now: nobody's, once it was finished, left to the arbiter, or is over. */
export const holderOf = ({ state, member }: CaseRow): string | null =>
  state === 'offered' || state === 'taken' ? member : null;

/** Where it lies, as far as anybody has said: what the sla-timer knows is what routing has told it before. */
export const areaOf = ({ area, told }: CaseRow): string | null => area ?? told.area;

/** What is owed next: the first deadline of those that run. */
const dueOf = ({ clocks }: CaseRow): Moment | null =>
  clocksOf(clocks).find(({ state, dueAt }) => state === 'running' && dueAt !== null)?.dueAt ?? null;

export const cases = {
  name: 'cases',
  version: 5,
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
    told: column.texts(({ told }) => marksOf(told)),
    toldDueAt: column.instant(({ told }) => firstDueOf(told)),
    position: column.integer(({ position }) => position),
  },
  sorts: ['reportedAt', 'position'],
  replaces: ['notices'],
  unindexed: ['menuItem', 'net', 'channel', 'isPlaced', 'dueAt', 'isBreached', 'toldDueAt'],
} satisfies Projection<CaseRow, Heard>;

export type Cases = ReadModelOf<typeof cases>;
export type CasesWhere = WhereOf<typeof cases>;
