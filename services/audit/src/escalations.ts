/** Which lateness waits for whom, and who was warned: one row for each case and person, with all it takes to act. */
import {
  type Actor,
  hasTie,
  instant,
  type Instant,
  isNoticeFor,
  msBetween,
  type Page,
  type Query,
  second,
  type ReadModel,
  wheresFor,
} from '@mulin/kernel';
import { calledOr, type Names } from './names.js';
import { personOf } from './sentences/persons.js';
import type { TownClock } from './town-clock.js';
import { type CaseRow, holderOf } from './views/cases.js';
import { clocksOf } from './views/clocks.js';
import {
  type Addressee,
  addressees,
  columnFor,
  type Level,
  type Notice,
  type NoticesRow,
} from './views/notices.js';

type Language = 'en' | 'zh';

export type Escalation = Readonly<{
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

type Where = NonNullable<Query['where']>;

export type Asked = Readonly<{ to?: Addressee | undefined; limit: number; cursor?: string | undefined }>;

type Reader = Pick<Actor, 'role' | 'area'>;
type Wanted = Readonly<{ wheres: readonly Where[]; isWanted: (it: Notice) => boolean }>;

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
const wantedOf = ({ to }: Asked, actor: Reader): Wanted => {
  if (to !== undefined)
    return {
      wheres: [{ [columnFor(to)]: true }],
      isWanted: (it) => it.to === to && isForThemOr(actor, () => true)(it),
    };
  const own = addressees.find((it) => it === actor.role);
  return {
    wheres: [{ isLate: true }, ...(own === undefined ? [] : [{ isLate: false, [columnFor(own)]: true }])],
    isWanted: isShownTo(actor),
  };
};

type Parts = Readonly<{
  notices: ReadModel<NoticesRow>;
  cases: ReadModel<CaseRow>;
  names: Names;
  clock: TownClock;
  now: () => Instant;
}>;

const isSooner = (a: Notice, b: Notice): boolean => (a.dueAt ?? '9') < (b.dueAt ?? '9');
const weights: Readonly<Record<Level, number>> = { changed: 0, warning: 1, escalation: 2 };

/** All that one person was told of one case; at least one thing. */
type Own = readonly [Notice, ...Notice[]];
type Of = Readonly<{ row: NoticesRow; found: CaseRow | null; own: Own }>;

const soonest = (own: Own): Notice => own.reduce((best, it) => (isSooner(it, best) ? it : best));
const gravest = (own: Own): Level =>
  own.reduce<Level>((best, it) => (weights[it.level] > weights[best] ? it.level : best), 'changed');
const newest = (own: Own): string =>
  own.reduce((latest, it) => (it.toldAt > latest ? it.toldAt : latest), own[0].toldAt);

/** The deadline that the case has now; until the row has it, the one that was told. */
const dueOf = ({ found, own }: Of): string | null => {
  const first = soonest(own);
  return clocksOf(found?.clocks ?? {}).find(({ name }) => name === first.clock)?.dueAt ?? first.dueAt;
};

const secondsAfter = (dueAt: string | null, now: Instant): number =>
  dueAt === null ? 0 : Math.max(0, Math.floor(msBetween(instant(dueAt), now) / second));

/** What it is about, where it lies and who holds it, in the reader's language beside the codes. */
const aboutOf = ({ names }: Parts, language: Language, { row, found }: Of) => {
  const { menuItem, urgency, state, area } = found ?? {
    menuItem: null,
    urgency: null,
    state: null,
    area: null,
  };
  const [place, holder] = [area ?? row.area, found && holderOf(found)];
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
  const { row, found, own } = of;
  const { clock, now } = parts;
  const [first, dueAt] = [soonest(own), dueOf(of)];
  return {
    number: row.number ?? found?.number ?? null,
    caseId: row.caseId,
    to: first.to,
    insteadOf: [...new Set(own.flatMap(({ insteadOf }) => insteadOf))],
    level: gravest(own),
    clock: first.clock,
    step: first.step,
    clocks: [...new Set(own.map((it) => it.clock))],
    dueAt: dueAt === null ? null : clock.stamp(dueAt),
    toldAt: clock.stamp(newest(own)),
    lateBySeconds: secondsAfter(dueAt, now()),
    ...aboutOf(parts, language, of),
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

type Place = Readonly<{ scope: number; rows: string | undefined; skip: number }>;

/** A case may concern several people: a page that ends within one says in which list, and where, it goes on. */
const placeOf = (cursor: string | undefined): Place => {
  const [, scope, rows, skip] = /^(\d)~([^~]*)~(\d+)$/.exec(cursor ?? '') ?? [];
  return skip === undefined
    ? { scope: 0, rows: cursor, skip: 0 }
    : { scope: Number(scope), rows: rows === '' ? undefined : rows, skip: Number(skip) };
};

const cursorOf = ({ scope, rows, skip }: Place): string => `${scope}~${rows ?? ''}~${skip}`;

const afterwards = ({ scope }: Place, next: string | null, scopes: readonly Where[]): string | null => {
  if (next !== null) return cursorOf({ scope, rows: next, skip: 0 });
  return scope + 1 < scopes.length ? cursorOf({ scope: scope + 1, rows: undefined, skip: 0 }) : null;
};

const shownOf = async (
  parts: Parts,
  rows: readonly NoticesRow[],
  language: Language,
  isWanted: (it: Notice) => boolean,
): Promise<readonly Escalation[]> => {
  const found = await parts.cases.getMany(rows.map(({ caseId }) => caseId));
  return rows.flatMap((row, place) =>
    byPerson(row.notices.filter(isWanted)).map((own) =>
      together(parts, language, { row, found: found[place] ?? null, own }),
    ),
  );
};

/** Longest overdue first. */
export const escalationsFor = async (
  parts: Parts,
  actor: Pick<Actor, 'id' | 'role' | 'area'>,
  asked: Asked,
  language: Language = 'en',
): Promise<Page<Escalation>> => {
  if (hasTie('escalation.list', actor.role, 'held')) return ofHolder(parts, actor, asked, language);
  const { wheres, isWanted } = wantedOf(asked, actor);
  // A case of which nobody knows where it lies must not be missed: every secretary and the town leader see it, too.
  const own = wheresFor('escalation.list', actor, { unplaced: { isSomewhere: false } });
  const scopes = wheres.flatMap((where) => own.map((scope) => ({ ...where, ...scope })));
  const place = placeOf(asked.cursor);
  const where = scopes[place.scope];
  if (where === undefined) return { items: [], next: null };
  const { limit } = asked;
  const page = await parts.notices.list({
    orderBy: 'dueAt',
    limit,
    cursor: place.rows,
    where,
  });
  const all = await shownOf(parts, page.items, language, isWanted);
  const until = place.skip + limit;
  const items = all.slice(place.skip, until);
  if (all.length > until) return { items, next: cursorOf({ ...place, skip: until }) };
  const next = afterwards(place, page.next, scopes);
  // An empty page would look like the end to whoever reads it.
  return items.length === 0 && next !== null
    ? escalationsFor(parts, actor, { ...asked, cursor: next }, language)
    : { items, next };
};

/** A grid member was told of what they hold, wherever it lies. */
const ofHolder = async (
  parts: Parts,
  { id }: Pick<Actor, 'id'>,
  { limit, cursor }: Asked,
  language: Language,
): Promise<Page<Escalation>> => {
  const held = await parts.cases.list({ where: { holder: id }, orderBy: 'reportedAt', limit, cursor });
  const rows = await parts.notices.getMany(held.items.map(({ caseId }) => caseId));
  const known = rows.flatMap((row) => row ?? []);
  const items = await shownOf(parts, known, language, ({ to }) => to === 'grid-member');
  return items.length === 0 && held.next !== null
    ? ofHolder(parts, { id }, { limit, cursor: held.next }, language)
    : { items, next: held.next };
};
