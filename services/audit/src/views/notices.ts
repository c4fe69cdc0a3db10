/** Who was told of a deadline of a case that nobody has answered yet: warned, or because it was missed. */
import { type Actor } from '@mulin/kernel';
import type { CaseEvent, RecordedPublicEvent } from './recorded-events.js';
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

type Stamped = Notice & Readonly<{ stamp: Stamp }>;

/** What was told of one case. What is over is remembered, so that what comes late says nothing of it. */
export type Notified = Readonly<{
  /** Where it lay by the first notice that said so; `null`: none has. */
  area: string | null;
  notices: readonly Stamped[];
  /** Those whose clock has ended: they wait again where that end is taken back, as by a finish that is refused. */
  answered: readonly Stamped[];
  /** Clocks that have ended, and notices or the lateness in them that were taken back, with what said so. */
  over: Readonly<Record<string, Stamp>>;
  /** Clocks that go on although they had ended, with what said so. */
  revived: Readonly<Record<string, Stamp>>;
}>;

/** Nobody has been told anything of it. */
export const notNotified: Notified = { area: null, notices: [], answered: [], over: {}, revived: {} };

type Addressed = Pick<Notice, 'to' | 'clock'>;

const keyOf = ({ to, clock }: Addressed): string => `${to} ${clock}`;

/** `area`: only what was told there; absent: wherever it was told. */
type TakenBack = Addressed & Readonly<{ area?: string | null | undefined }>;

/** What is over where a notice was taken back. */
const backOf = ({ area, ...about }: TakenBack): string =>
  area === undefined ? keyOf(about) : `${keyOf(about)} @${area}`;

const isMeant = (it: Stamped, about: TakenBack): boolean =>
  keyOf(it) === keyOf(about) && (about.area === undefined || it.area === about.area);

/** What of a notice is over where its lateness was taken back, and a warning is left. */
const latenessOf = (about: TakenBack): string => `${backOf(about)} late`;

/** Whether this was said after all that took it back, wherever it was told or just there. */
const standsOver = (
  { over }: Notified,
  { to, clock, area }: Notice,
  stamp: Stamp,
  of: (it: TakenBack) => string,
) =>
  [
    { to, clock },
    { to, clock, area },
  ].every((about) => stands(stamp, over[of(about)]));

/** Whether the last word on a clock after this notice is that it has ended. */
const isAnswered = ({ over, revived }: Notified, { clock, stamp }: Stamped): boolean => {
  const end = over[clock];
  return end !== undefined && !stands(stamp, end) && stands(end, revived[clock]);
};

/** Of each person and place the newest notice waits, or is kept for when its clock goes on. */
const sorted = (row: Notified, notices: readonly Stamped[]): Notified => ({
  ...row,
  notices: notices.filter((it) => !isAnswered(row, it)),
  answered: notices.filter((it) => isAnswered(row, it)),
});

const withNotice = (row: Notified, notice: Notice, stamp: Stamp): Notified => {
  const all = [...row.notices, ...row.answered];
  const known = all.find((it) => keyOf(it) === keyOf(notice) && it.area === notice.area);
  if (!standsOver(row, notice, stamp, backOf) || !stands(stamp, known?.stamp)) return row;
  const others = all.filter((it) => it !== known);
  const level = standsOver(row, notice, stamp, latenessOf) ? notice.level : 'warning';
  return sorted(row, [...others, { ...notice, level, stamp }]);
};

const changed = (row: Notified, change: (it: Stamped) => Stamped): Notified => ({
  ...row,
  notices: row.notices.map(change),
  answered: row.answered.map(change),
});

const withDue = (row: Notified, clock: string, dueAt: Moment): Notified =>
  changed(row, (it) => (it.clock === clock ? { ...it, dueAt } : it));

type Of<Type extends CaseEvent['type']> = Extract<CaseEvent, { type: Type }>;
type Telling = Of<
  | 'sla-timer.case-warned.v1'
  | 'sla-timer.case-warned.v2'
  | 'sla-timer.case-escalated.v1'
  | 'sla-timer.case-escalated.v2'
>;

/** What the program before this one told named no area: it is for wherever the case lies. */
const noticeIn = (event: Telling): Notice => {
  const { to, clock, step, dueAt } = event.data;
  const level = event.type.startsWith('sla-timer.case-warned') ? 'warning' : 'escalation';
  const owedAt = 'owedAt' in event.data ? event.data.owedAt : event.time;
  const { insteadOf, area } = 'area' in event.data ? event.data : { insteadOf: [], area: null };
  return { to, insteadOf, area, clock, step, level, dueAt, toldAt: event.recordedat, owedAt };
};

/** One that was told after the answer waits for nobody. */
const told = (row: Notified, event: Telling, recorded: RecordedPublicEvent): Notified => {
  if ('answered' in event.data && event.data.answered) return row;
  const notice = noticeIn(event);
  return withNotice({ ...row, area: row.area ?? notice.area }, notice, stampOf(recorded));
};

/** Notes the newest word of its kind on a clock; what waits follows from all of them. */
const noted = (
  row: Notified,
  kind: 'over' | 'revived',
  clock: string,
  recorded: RecordedPublicEvent,
): Notified => {
  const stamp = stampOf(recorded);
  if (!stands(stamp, row[kind][clock])) return row;
  const after = { ...row, [kind]: { ...row[kind], [clock]: stamp } };
  return sorted(after, [...row.notices, ...row.answered]);
};

const takenBack = (row: Notified, about: TakenBack, recorded: RecordedPublicEvent): Notified => {
  const [name, stamp] = [backOf(about), stampOf(recorded)];
  if (!stands(stamp, row.over[name])) return row;
  const isLeft = (it: Stamped) => !isMeant(it, about) || stands(it.stamp, stamp);
  return {
    ...row,
    over: { ...row.over, [name]: stamp },
    notices: row.notices.filter(isLeft),
    answered: row.answered.filter(isLeft),
  };
};

/** Who was told that something is late is warned of it, and no more. */
const easedTo = (row: Notified, about: TakenBack, recorded: RecordedPublicEvent): Notified => {
  const [name, stamp] = [latenessOf(about), stampOf(recorded)];
  if (!stands(stamp, row.over[name])) return row;
  const eased = changed(row, (it) =>
    isMeant(it, about) && !stands(it.stamp, stamp) ? { ...it, level: 'warning' as const } : it,
  );
  return { ...eased, over: { ...row.over, [name]: stamp } };
};

const ofClocks = (row: Notified, event: CaseEvent, recorded: RecordedPublicEvent): Notified => {
  switch (event.type) {
    case 'sla-timer.case-warned.v1':
    case 'sla-timer.case-warned.v2':
    case 'sla-timer.case-escalated.v1':
    case 'sla-timer.case-escalated.v2':
      return told(row, event, recorded);
    case 'sla-timer.escalation-revoked.v1':
      return takenBack(row, event.data, recorded);
    case 'sla-timer.escalation-revoked.v2':
      return (event.data.left === undefined ? takenBack : easedTo)(row, event.data, recorded);
    default:
      return ofDeadlines(row, event, recorded);
  }
};

/** A notice stands until its clock is answered or over, with the deadline that holds now. */
const ofDeadlines = (row: Notified, event: CaseEvent, recorded: RecordedPublicEvent): Notified => {
  switch (event.type) {
    case 'sla-timer.verdict-given.v1': {
      const { clock, dueAt, endedAt } = event.data;
      return endedAt === null ? withDue(row, clock, dueAt) : noted(row, 'over', clock, recorded);
    }
    case 'sla-timer.breach-revoked.v1':
    case 'sla-timer.clock-changed.v1':
      return withDue(row, event.data.clock, event.data.dueAt);
    case 'sla-timer.clock-cancelled.v1':
    case 'sla-timer.clock-cancelled.v2':
      return noted(row, 'over', event.data.clock, recorded);
    case 'sla-timer.end-revoked.v1':
      return noted(row, 'revived', event.data.clock, recorded);
    default:
      return row;
  }
};

const corrected = (
  row: Notified,
  { data, recordedat }: Of<'routing.order-corrected.v1'>,
  recorded: RecordedPublicEvent,
) => {
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
  return isKnown ? row : withNotice(row, notice, stampOf(recorded));
};

/** What has a meaning before anybody was told anything: then clocks end without a word here. */
const begins: readonly string[] = [
  'sla-timer.case-warned.v1',
  'sla-timer.case-warned.v2',
  'sla-timer.case-escalated.v1',
  'sla-timer.case-escalated.v2',
  'sla-timer.escalation-revoked.v1',
  'sla-timer.escalation-revoked.v2',
];

const isUntold = ({ notices, over }: Notified): boolean =>
  notices.length === 0 && Object.keys(over).length === 0;

/** What was told after one more event of the sla-timer, or after an order was corrected. */
export const applyNotices = (row: Notified, event: CaseEvent, recorded: RecordedPublicEvent): Notified => {
  if (event.type === 'routing.order-corrected.v1') return corrected(row, event, recorded);
  return isUntold(row) && !begins.includes(event.type) ? row : ofClocks(row, event, recorded);
};

type Reader = Pick<Actor, 'role' | 'area'>;

const anywhere = '*';
const lateTo = (to: string): string => `${to} late`;
const forThoseAt = (to: string, area: string): string => `${to} @${area}`;

/** An area and all that it lies in. */
const widening = (area: string): readonly string[] =>
  area.split('/').map((_, nth, names) => names.slice(0, nth + 1).join('/'));

/** By what a list finds a case of which somebody was told; what one of the functions below asks for. */
export const marksOf = (notices: readonly Notice[]): readonly string[] =>
  notices.flatMap(({ to, level, area }) => [
    to,
    ...(level === 'escalation' ? [lateTo(to)] : []),
    ...(area === null ? [anywhere] : widening(area)).map((it) => forThoseAt(to, it)),
  ]);

/** Told to anybody of that role, of whatever. */
export const toldTo = (to: string): readonly string[] => [to];

/** Told to this reader: for their role, and for where they answer (see `isNoticeFor`). */
export const toldOneself = ({ role, area }: Reader): readonly string[] => [
  forThoseAt(role, anywhere),
  forThoseAt(role, area),
];

/** Told as late to anybody of these but those of this role. */
export const toldLateToOthers = (
  { role }: Pick<Reader, 'role'>,
  among: readonly string[],
): readonly string[] => among.filter((it) => it !== role).map(lateTo);

/** The first deadline of which anybody was told. */
export const firstDueOf = (notices: readonly Notice[]): Moment | null =>
  notices.reduce<Moment | null>(
    (best, { dueAt }) => (dueAt !== null && (best === null || dueAt < best) ? dueAt : best),
    null,
  );
