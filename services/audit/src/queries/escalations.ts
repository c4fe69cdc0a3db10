/** Which lateness waits for whom, and who was warned: one row for each case and person, with all it takes to act. */
import {
  type Actor,
  hasTie,
  instant,
  type Instant,
  isNoticeFor,
  msBetween,
  type Page,
  second,
  whereFor,
} from '@mulin/kernel';
import { calledOr, type Names } from '../reference-data/follow-names.js';
import { personOf } from './sentences/persons.js';
import type { TownClock } from './town-clock.js';
import { areaOf, type CaseRow, type Cases, type CasesWhere, holderOf } from '../views/cases.js';
import { clocksOf } from '../views/clocks.js';
import { isDayIn } from '../views/from-file.js';
import {
  type Addressee,
  type Level,
  type Notice,
  toldLateToOthers,
  toldOneself,
  toldTo,
} from '../views/notices.js';

type Language = 'en' | 'zh';

type Escalation = Readonly<{
  number: string | null;
  caseId: string;
  to: string;
  insteadOf: readonly string[];
  level: Level;
  /** The clock that is due first of those this person was told of, and its step. */
  clock: string;
  step: string;
  /** All clocks of the case of which this person was told. */
  clocks: readonly string[];
  /** By when it is owed now. */
  dueAt: string | null;
  /** Its source named only the day. */
  isDueDay?: true;
  toldAt: string;
  /** From when it was due until now; 0 while it is not late. */
  lateBySeconds: number;
  menuItem: string | null;
  menuItemName: string | null;
  urgency: string | null;
  state: string | null;
  area: string | null;
  areaName: string | null;
  holder: string | null;
  holderName: string | null;
}>;

export type EscalationsQuery = Readonly<{
  to?: Addressee | undefined;
  limit: number;
  cursor?: string | undefined;
}>;

type Reader = Pick<Actor, 'role' | 'area'>;
/** What of a case is shown, and the marks by which such a case is found. */
type Wanted = Readonly<{ marks: readonly string[]; isWanted: (it: Notice) => boolean }>;

/** What was told to others; to those of the reader's own role, only where it was for the reader. */
const isForThemOr = (actor: Reader, isOther: (it: Notice) => boolean) => (it: Notice) =>
  it.to === actor.role ? isNoticeFor(actor, it) : isOther(it);

/**
 * What of a case a list shows that nobody asks for by name: what one was told oneself comes with the warnings;
 * everything else is what is late.
 */
export const isShownTo = (actor: Reader): ((it: Notice) => boolean) =>
  isForThemOr(actor, ({ level }) => level === 'escalation');

/** The same, or what was told to whom one asks for by name. */
const wantedOf = ({ to }: EscalationsQuery, actor: Reader): Wanted => {
  // A grid member was told of what they hold, wherever it lies.
  if (hasTie('escalation.list', actor.role, 'held'))
    return { marks: toldTo('grid-member'), isWanted: (it) => it.to === 'grid-member' };
  if (to === undefined)
    return { marks: [...toldOneself(actor), ...toldLateToOthers(actor)], isWanted: isShownTo(actor) };
  const isForThem = isForThemOr(actor, () => true);
  return {
    marks: to === actor.role ? toldOneself(actor) : toldTo(to),
    isWanted: (it) => it.to === to && isForThem(it),
  };
};

type Parts = Readonly<{
  cases: Cases;
  names: Names;
  clock: TownClock;
  now: () => Instant;
}>;

const isSooner = (a: Notice, b: Notice): boolean => (a.dueAt ?? '9') < (b.dueAt ?? '9');
const weights: Readonly<Record<Level, number>> = { changed: 0, warning: 1, escalation: 2 };

/** All that one person was told of one case; at least one thing. */
type Own = readonly [Notice, ...Notice[]];
type Of = Readonly<{ row: CaseRow; own: Own }>;

const soonest = (own: Own): Notice => own.reduce((best, it) => (isSooner(it, best) ? it : best));
const gravest = (own: Own): Level =>
  own.reduce<Level>((best, it) => (weights[it.level] > weights[best] ? it.level : best), 'changed');
const newest = (own: Own): string =>
  own.reduce((latest, it) => (it.toldAt > latest ? it.toldAt : latest), own[0].toldAt);

/** The deadline that the case has now; where that was not heard yet, the one that was told. */
const dueOf = ({ row, own }: Of): string | null => {
  const first = soonest(own);
  return clocksOf(row.clocks).find(({ name }) => name === first.clock)?.dueAt ?? first.dueAt;
};

const secondsAfter = (dueAt: string | null, now: Instant): number =>
  dueAt === null ? 0 : Math.max(0, Math.floor(msBetween(instant(dueAt), now) / second));

/** What it is about, where it lies and who holds it, in the reader's language beside the codes. */
const aboutOf = ({ names }: Parts, language: Language, row: CaseRow) => {
  const { menuItem, urgency, state } = row;
  const [place, holder] = [areaOf(row), holderOf(row)];
  const nameOf = (code: string | null, name: (it: string) => ReturnType<Names['area']>) =>
    code === null ? null : calledOr(code, name(code))[language];
  return {
    menuItem,
    menuItemName: nameOf(menuItem, names.menuItem),
    urgency,
    state,
    area: place,
    areaName: nameOf(place, names.area),
    holder: names.showsWho ? holder : null,
    holderName: holder && personOf(names, holder)[language],
  };
};

/** Of several clocks of one case a person was told of, the one that is due first, and the gravest word. */
const together = (parts: Parts, language: Language, of: Of): Escalation => {
  const { row, own } = of;
  const { clock, now } = parts;
  const [first, dueAt] = [soonest(own), dueOf(of)];
  return {
    number: row.number,
    caseId: row.caseId,
    to: first.to,
    insteadOf: [...new Set(own.flatMap(({ insteadOf }) => insteadOf))],
    level: gravest(own),
    clock: first.clock,
    step: first.step,
    clocks: [...new Set(own.map((it) => it.clock))],
    dueAt: dueAt === null ? null : clock.stamp(dueAt),
    ...(isDayIn(row.days)(dueAt) ? { isDueDay: true as const } : {}),
    toldAt: clock.stamp(newest(own)),
    lateBySeconds: secondsAfter(dueAt, now()),
    ...aboutOf(parts, language, row),
  };
};

const byPerson = (notices: readonly Notice[]): readonly Own[] => {
  const groups = new Map<string, [Notice, ...Notice[]]>();
  for (const it of notices) {
    const group = groups.get(it.to);
    if (group === undefined) groups.set(it.to, [it]);
    else group.push(it);
  }
  return [...groups.values()];
};

/** One of these for each person whom a case concerns. */
type Shown = Readonly<{ row: CaseRow; own: Own }>;

/** A case may concern several people: a page that ends within one says after whom of it the next one begins. */
type Place = Readonly<{ rows: string | undefined; after: string | null }>;

const placeOf = (cursor: string | undefined): Place => {
  const [rows = '', after] = (cursor ?? '').split('~');
  return { rows: rows === '' ? undefined : rows, after: after ?? null };
};

const cursorOf = ({ rows = '', after }: Place): string => (after === null ? rows : `${rows}~${after}`);

const orderBy = [{ by: 'toldDueAt' }] as const;

/** Where a list goes on after `last`, which is or is not the last one of its case. */
const after = (cases: Cases, shown: readonly Shown[], place: Place): string => {
  const last = shown.at(-1);
  const before = shown.findLast(({ row }) => row !== last?.row)?.row;
  const rows = before === undefined ? place.rows : cases.cursorAfter(before.caseId, before, orderBy);
  return cursorOf({ rows, after: last?.own[0].to ?? null });
};

/** What is due first comes first, and so what is overdue for longest. */
export const escalationsFor = async (
  parts: Parts,
  actor: Pick<Actor, 'id' | 'role' | 'area'>,
  request: EscalationsQuery,
  language: Language = 'en',
): Promise<Page<Escalation>> => {
  const { marks, isWanted } = wantedOf(request, actor);
  // A case of which nobody knows where it lies must not be missed: every secretary and the town leader see it, too.
  const scope = whereFor<CasesWhere>('escalation.list', actor, {
    held: { holder: actor.id },
    unplaced: { isPlaced: false },
  });
  if (scope === null) return { items: [], next: null };
  const place = placeOf(request.cursor);
  const where: CasesWhere = { and: [scope], told: { hasAny: marks } };
  const page = await parts.cases.list({ where, orderBy, limit: request.limit, cursor: place.rows });
  const all = page.items.flatMap((row, nth): readonly Shown[] => {
    const people = byPerson(row.told.notices.filter(isWanted));
    const shown = nth > 0 ? 0 : people.findIndex(([{ to }]) => to === place.after) + 1;
    return people.slice(shown).map((own) => ({ row, own }));
  });
  const shown = all.slice(0, request.limit);
  const items = shown.map((it) => together(parts, language, it));
  return { items, next: all.length > shown.length ? after(parts.cases, shown, place) : page.next };
};
