/** Who was told of a deadline that nobody has answered yet: warned, or because it was missed. */
import { areaColumn, type Projection, type RecordedEvent } from '@mulin/kernel';
import { type CaseEvent, caseEventOf, category, type Heard } from './heard.js';
import { type Stamp, stampOf, stands } from './standing.js';

type Moment = string;

export const addressees = [
  'hotline-clerk',
  'grid-member',
  'grid-leader',
  'village-committee',
  'community-secretary',
  'town-leader',
] as const;
export type Addressee = (typeof addressees)[number];

export const levels = ['warning', 'escalation', 'changed'] as const;
/** `changed`: whoever has the order was told that it is another one now. */
export type Level = (typeof levels)[number];

export type Notice = Readonly<{
  to: string;
  insteadOf: readonly string[];
  /** For where it was told; `null`: that was not said, or not known. */
  area: string | null;
  clock: string;
  step: string;
  level: Level;
  /** By when it is owed, as far as the sla-timer has said; `null`: not yet. */
  dueAt: Moment | null;
  toldAt: Moment;
  owedAt: Moment;
}>;

/** One case of which somebody was told. What is over is remembered, so that what comes late says nothing of it. */
export type NoticesRow = Readonly<{
  caseId: string;
  number: string | null;
  area: string | null;
  areaStamp: Stamp | null;
  notices: readonly (Notice & Readonly<{ stamp: Stamp }>)[];
  /** Clocks that have ended, and notices or the lateness in them that were taken back, with what said so. */
  over: Readonly<Record<string, Stamp>>;
}>;

type Fact = RecordedEvent<Heard>;

const unheard = (caseId: string): NoticesRow => ({
  caseId,
  number: null,
  area: null,
  areaStamp: null,
  notices: [],
  over: {},
});

type Addressed = Pick<Notice, 'to' | 'clock'>;

const keyOf = ({ to, clock }: Addressed): string => `${to} ${clock}`;

/** What of a notice is over where its lateness was taken back, and a warning is left. */
const latenessOf = (about: Addressed): string => `${keyOf(about)} late`;

const isOver = ({ over }: NoticesRow, notice: Notice, stamp: Stamp): boolean =>
  !stands(stamp, over[notice.clock]) || !stands(stamp, over[keyOf(notice)]);

const withNotice = (row: NoticesRow, notice: Notice, stamp: Stamp): NoticesRow => {
  const known = row.notices.find((it) => keyOf(it) === keyOf(notice) && it.area === notice.area);
  if (isOver(row, notice, stamp) || !stands(stamp, known?.stamp)) return row;
  const others = row.notices.filter((it) => it !== known);
  const level = stands(stamp, row.over[latenessOf(notice)]) ? notice.level : 'warning';
  return { ...row, notices: [...others, { ...notice, level, stamp }] };
};

/** What of these events can still be waiting is gone. */
const without = (row: NoticesRow, name: string, isGone: (it: Notice) => boolean, stamp: Stamp): NoticesRow =>
  stands(stamp, row.over[name])
    ? {
        ...row,
        over: { ...row.over, [name]: stamp },
        notices: row.notices.filter((it) => !isGone(it) || stands(it.stamp, stamp)),
      }
    : row;

const withDue = (row: NoticesRow, clock: string, dueAt: Moment): NoticesRow => ({
  ...row,
  notices: row.notices.map((it) => (it.clock === clock ? { ...it, dueAt } : it)),
});

const withArea = (row: NoticesRow, area: string | null, stamp: Stamp): NoticesRow =>
  area !== null && stands(stamp, row.areaStamp ?? undefined) ? { ...row, area, areaStamp: stamp } : row;

type Of<Type extends CaseEvent['type']> = Extract<CaseEvent, { type: Type }>;
type Told = Of<
  | 'sla-timer.case-warned.v1'
  | 'sla-timer.case-warned.v2'
  | 'sla-timer.case-escalated.v1'
  | 'sla-timer.case-escalated.v2'
>;

/** What the program before this one told named no area: it is for wherever the case lies. */
const noticeIn = (event: Told): Notice => {
  const { to, clock, step, dueAt } = event.data;
  const level = event.type.startsWith('sla-timer.case-warned') ? 'warning' : 'escalation';
  const owedAt = 'owedAt' in event.data ? event.data.owedAt : event.time;
  const { insteadOf, area } = 'area' in event.data ? event.data : { insteadOf: [], area: null };
  return { to, insteadOf, area, clock, step, level, dueAt, toldAt: event.recordedat, owedAt };
};

/** One that was told after the answer waits for nobody. */
const told = (row: NoticesRow, event: Told, fact: Fact): NoticesRow => {
  if ('answered' in event.data && event.data.answered) return row;
  const notice = noticeIn(event);
  // What the sla-timer knows of where it lies is what routing has told: it does not stand over that.
  const known = { ...row, number: row.number ?? event.data.number, area: row.area ?? notice.area };
  return withNotice(known, notice, stampOf(fact));
};

const ended = (row: NoticesRow, clock: string, fact: Fact): NoticesRow =>
  without(row, clock, (it) => it.clock === clock, stampOf(fact));

const takenBack = (row: NoticesRow, about: Addressed, fact: Fact): NoticesRow =>
  without(row, keyOf(about), (it) => keyOf(it) === keyOf(about), stampOf(fact));

/** Who was told that something is late is warned of it, and no more. */
const easedTo = (row: NoticesRow, about: Addressed, fact: Fact): NoticesRow => {
  const [name, stamp] = [latenessOf(about), stampOf(fact)];
  if (!stands(stamp, row.over[name])) return row;
  const eased = row.notices.map((it) =>
    keyOf(it) === keyOf(about) && !stands(it.stamp, stamp) ? { ...it, level: 'warning' as const } : it,
  );
  return { ...row, over: { ...row.over, [name]: stamp }, notices: eased };
};

const ofClocks = (row: NoticesRow, event: CaseEvent, fact: Fact): NoticesRow => {
  switch (event.type) {
    case 'sla-timer.case-warned.v1':
    case 'sla-timer.case-warned.v2':
    case 'sla-timer.case-escalated.v1':
    case 'sla-timer.case-escalated.v2':
      return told(row, event, fact);
    case 'sla-timer.escalation-revoked.v1':
      return takenBack(row, event.data, fact);
    case 'sla-timer.escalation-revoked.v2':
      return (event.data.left === undefined ? takenBack : easedTo)(row, event.data, fact);
    default:
      return ofDeadlines(row, event, fact);
  }
};

/** A notice stands until its clock is answered or over, with the deadline that holds now. */
const ofDeadlines = (row: NoticesRow, event: CaseEvent, fact: Fact): NoticesRow => {
  switch (event.type) {
    case 'sla-timer.verdict-given.v1': {
      const { clock, dueAt, endedAt } = event.data;
      return endedAt === null ? withDue(row, clock, dueAt) : ended(row, clock, fact);
    }
    case 'sla-timer.breach-revoked.v1':
    case 'sla-timer.clock-changed.v1':
      return withDue(row, event.data.clock, event.data.dueAt);
    case 'sla-timer.clock-cancelled.v1':
    case 'sla-timer.clock-cancelled.v2':
      return ended(row, event.data.clock, fact);
    default:
      return row;
  }
};

const corrected = (row: NoticesRow, { data, recordedat }: Of<'routing.order-corrected.v1'>, fact: Fact) => {
  const notice: Notice = {
    to: 'grid-member',
    insteadOf: [],
    area: null,
    clock: `complete/${data.cycle}`,
    step: `complete/${data.cycle}/changed/grid-member`,
    level: 'changed',
    dueAt: null,
    toldAt: recordedat,
    owedAt: recordedat,
  };
  const isKnown = row.notices.some((it) => keyOf(it) === keyOf(notice));
  // Whoever was warned already sees by their list that it is another order now.
  return isKnown ? row : withNotice({ ...row, number: row.number ?? data.number }, notice, stampOf(fact));
};

const ofOrders = (row: NoticesRow, event: CaseEvent, fact: Fact): NoticesRow => {
  switch (event.type) {
    case 'routing.order-offered.v1':
    case 'routing.order-left-to-arbiter.v1':
      return withArea(row, event.data.area, stampOf(fact));
    case 'routing.order-corrected.v1':
      return corrected(row, event, fact);
    default:
      return row;
  }
};

/** Where it lies is kept of every case: routing may have told that long before, or after, somebody is told of it. */
const begins: readonly string[] = [
  'sla-timer.case-warned.v1',
  'sla-timer.case-warned.v2',
  'sla-timer.case-escalated.v1',
  'sla-timer.case-escalated.v2',
  'sla-timer.escalation-revoked.v1',
  'sla-timer.escalation-revoked.v2',
  'routing.order-offered.v1',
  'routing.order-left-to-arbiter.v1',
  'routing.order-corrected.v1',
];

/** Whether nobody has been told anything of it: then its clocks end without a word here. */
const isUntold = (row: NoticesRow | null): boolean =>
  row === null || (row.notices.length === 0 && Object.keys(row.over).length === 0);

const project = (row: NoticesRow | null, fact: Fact): NoticesRow | null => {
  const event = caseEventOf(fact.data);
  if (event === null || (isUntold(row) && !begins.includes(event.type))) return row;
  const before = row ?? unheard(event.subject);
  return event.type.startsWith('routing.') ? ofOrders(before, event, fact) : ofClocks(before, event, fact);
};

const isTold =
  (to: string, level?: Level) =>
  ({ notices }: NoticesRow): boolean =>
    notices.some((it) => it.to === to && (level === undefined || it.level === level));

const camelCase = (name: string): string =>
  name.replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

/** By which column one finds what somebody was told: anything, or of a lateness. */
export const columnFor = (to: Addressee, level?: 'escalation'): string =>
  camelCase(level === undefined ? `told-${to}` : `escalated-${to}`);

const dueOf = (row: NoticesRow): Moment | null => {
  const due = row.notices.flatMap(({ dueAt }) => dueAt ?? []);
  return due.length === 0 ? null : due.reduce((a, b) => (a < b ? a : b));
};

export const notices: Projection<NoticesRow, Heard> = {
  name: 'notices',
  version: 2,
  categories: [category],
  key: ({ data }) => data.subject,
  project,
  columns: {
    isLate: (row) => row.notices.some(({ level }) => level === 'escalation'),
    dueAt: dueOf,
    ...Object.fromEntries(addressees.map((to) => [columnFor(to), isTold(to)])),
    ...Object.fromEntries(addressees.map((to) => [columnFor(to, 'escalation'), isTold(to, 'escalation')])),
    isSomewhere: ({ area }) => area !== null,
    ...areaColumn(({ area }: NoticesRow) => area),
  },
  sorts: ['dueAt'],
};
