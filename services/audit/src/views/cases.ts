/** Every case the town has told of: where it stands, who answers there, and its clocks. */
import { areaColumn, type Projection, type RecordedEvent } from '@mulin/kernel';
import { type CaseEvent, caseEventOf, category, type Heard } from './heard.js';
import { hearClock, type KeptClocks } from './clocks.js';
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
  archive: Archive | null;
  /** The news that each part of the row was taken from. */
  from: Readonly<Partial<Record<'state' | 'about' | 'grid' | 'area' | 'member', Stamp>>>;
}>;

const unheard = ({ subject, town }: CaseEvent): CaseRow => ({
  caseId: subject,
  town,
  number: null,
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
  archive: null,
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
      return take(row, 'about', stampOf(fact), aboutOf(event.data));
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
  const said = { wishedUrgency, reportedBy };
  const known = { ...row, number, channel, archive, ...said, reportedAt: time, recordedAt: recordedat };
  return take(known, 'about', stampOf(fact), aboutOf(data));
};

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
      return row;
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

const project = (row: CaseRow | null, fact: Fact): CaseRow | null => {
  const event = caseEventOf(fact.data);
  if (event === null) return row;
  const before = row ?? unheard(event);
  if (isOf(event, 'intake')) return hearIntake(before, event, fact);
  if (isOf(event, 'routing')) return hearRouting(before, event, fact);
  return hearClocks(before, event, fact);
};

/** In whose hands it is now: nobody's, once it was finished, left to the arbiter, or is over. */
export const holderOf = ({ state, member }: CaseRow): string | null =>
  state === 'offered' || state === 'taken' ? member : null;

export const cases: Projection<CaseRow, Heard> = {
  name: 'cases',
  version: 4,
  categories: [category],
  key: ({ data }) => data.subject,
  project,
  columns: {
    number: ({ number }) => number,
    state: ({ state }) => state,
    microGrid: ({ microGrid }) => microGrid,
    holder: holderOf,
    reportedAt: ({ reportedAt }) => reportedAt,
    batch: ({ archive }) => archive?.batch ?? null,
    // What lies nobody knows where is the town's.
    ...areaColumn(({ area, town }: CaseRow) => area ?? town),
  },
  sorts: ['reportedAt'],
};
