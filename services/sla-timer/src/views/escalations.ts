/** Who was told of a lateness that nobody has answered yet. */
import {
  type Actor,
  idOf,
  type Instant,
  type Page,
  type Projection,
  type Query,
  type Recorded,
  type Role,
  type View,
} from '@mulin/kernel';
import * as Clocks from '../domain/clocks.js';

export type Escalation = Readonly<{
  number: string;
  clock: string;
  step: string;
  to: string;
  dueAt: Instant;
  toldAt: Instant;
  /** How long after it was owed this was told. */
  lateBySeconds: number;
  caseId: string;
}>;

/** One case: where it lies, as far as it was told, and the latenesses that stand, the longest overdue first. */
export type Late = Readonly<{
  area: string | null;
  /** Since when it lies there. */
  since: Instant | null;
  steps: readonly Escalation[];
}>;

const columns: Readonly<Record<string, string>> = {
  'grid-member': 'gridMember',
  'grid-leader': 'gridLeader',
  'village-committee': 'villageCommittee',
  'community-secretary': 'communitySecretary',
  'town-leader': 'townLeader',
};

const levels = ['town', 'community', 'village', 'grid', 'microGrid'] as const;

const upTo = (depth: number, area: string | null): string | null =>
  area?.split('/').slice(0, depth).join('/') ?? null;

const isFor =
  (role: string) =>
  ({ steps }: Late): boolean =>
    steps.some(({ to }) => to === role);

type Of<Type extends Clocks.Event['type']> = Recorded<Extract<Clocks.Event, { type: Type }>>;

const byDue = (a: Escalation, b: Escalation): number =>
  a.dueAt === b.dueAt ? 0 : a.dueAt < b.dueAt ? -1 : 1;

/** A warning before the deadline is no lateness, and one that was told after the answer waits for nobody. */
const raised = (row: Late, event: Of<'StepRaised'>): Late => {
  const { number, clock, step, to, dueAt, owedAt, raisedAt, lateSeconds, answered } = event.data;
  if (answered || owedAt < dueAt) return row;
  const told = { number, clock, step, to, dueAt, toldAt: raisedAt, lateBySeconds: lateSeconds };
  return { ...row, steps: [...row.steps, { ...told, caseId: idOf(event) }].sort(byDue) };
};

/** The latest word on where it lies counts, whatever was heard first. */
const lying = (row: Late, area: string | undefined, since: Instant): Late =>
  area === undefined || (row.since !== null && since < row.since) ? row : { ...row, area, since };

const without = (row: Late, isOver: (step: Escalation) => boolean): Late =>
  row.steps.some(isOver) ? { ...row, steps: row.steps.filter((it) => !isOver(it)) } : row;

const nothing: Late = { area: null, since: null, steps: [] };

type Verdict = Readonly<{ clock: string; endedAt: Instant | null }>;

const judged = (row: Late, { clock, endedAt }: Verdict): Late =>
  endedAt === null ? row : without(row, (it) => it.clock === clock);

const late = (row: Late, event: Recorded<Clocks.Event>): Late => {
  switch (event.type) {
    case 'LegOffered':
      return lying(row, event.data.area, event.data.offeredAt);
    case 'LeftToArbiter':
      return lying(row, event.data.area, event.data.leftAt);
    case 'StepRaised':
      return raised(row, event);
    case 'StepRevoked':
      return without(row, ({ step }) => step === event.data.step);
    case 'ClockBreached':
    case 'ClockMet':
    case 'ClockCancelled':
      return judged(row, event.data);
    default:
      return row;
  }
};

/** A case keeps its row for as long as anything is known of it: where it lies is heard before it is late. */
export const escalations: Projection<Late, Clocks.Event> = {
  name: 'escalations',
  version: 1,
  categories: [Clocks.decider.category],
  key: idOf,
  project: (row, event) => {
    const after = late(row ?? nothing, event);
    return after === nothing ? null : after;
  },
  columns: {
    isLate: ({ steps }) => steps.length > 0,
    dueAt: ({ steps }) => steps[0]?.dueAt ?? null,
    ...Object.fromEntries(Object.entries(columns).map(([role, column]) => [column, isFor(role)])),
    isSomewhere: ({ area }) => area !== null,
    ...Object.fromEntries(levels.map((level, place) => [level, ({ area }: Late) => upTo(place + 1, area)])),
  },
};

const wholeTown: ReadonlySet<Role> = new Set<Role>(['operator', 'auditor', 'hotline-clerk', 'town-leader']);

/** Which cases somebody sees: each a list of its own, one after the other. */
export type Scopes = readonly NonNullable<Query['where']>[];

/**
 * Those who answer for the whole town see all of it, the others what lies in their own area. A case of which
 * nobody knows where it lies must not be missed: every secretary sees it, too.
 */
export const scopesOf = ({ role, area }: Pick<Actor, 'role' | 'area'>): Scopes => {
  const level = levels[Math.min(area.split('/').length, levels.length) - 1] ?? 'town';
  if (wholeTown.has(role) || level === 'town') return [{}];
  const own = { [level]: area };
  return role === 'community-secretary' ? [own, { isSomewhere: false }] : [own];
};

type Asked = Readonly<{ to?: string | undefined; limit: number; cursor?: string | undefined }>;

type Place = Readonly<{ scope: number; rows: string | undefined; skip: number }>;

/** A case may have several steps: a page that ends within one says in which list, and where, it goes on. */
const placeOf = (cursor: string | undefined): Place => {
  const [, scope, rows, skip] = /^(\d)~([^~]*)~(\d+)$/.exec(cursor ?? '') ?? [];
  return skip === undefined
    ? { scope: 0, rows: cursor, skip: 0 }
    : { scope: Number(scope), rows: rows === '' ? undefined : rows, skip: Number(skip) };
};

const cursorOf = ({ scope, rows, skip }: Place): string => `${scope}~${rows ?? ''}~${skip}`;

const afterwards = (place: Place, next: string | null, scopes: Scopes): string | null => {
  const { scope } = place;
  if (next !== null) return cursorOf({ scope, rows: next, skip: 0 });
  return scope + 1 < scopes.length ? cursorOf({ scope: scope + 1, rows: undefined, skip: 0 }) : null;
};

/** Longest overdue first. */
export const standing = async (
  view: View<Late>,
  { to, limit, cursor }: Asked,
  scopes: Scopes = [{}],
): Promise<Page<Escalation>> => {
  const place = placeOf(cursor);
  const where = scopes[place.scope];
  if (where === undefined) return { items: [], next: null };
  const column = to === undefined ? undefined : columns[to];
  const page = await view.list({
    orderBy: 'dueAt',
    limit,
    cursor: place.rows,
    where: { ...where, isLate: true, ...(column === undefined ? {} : { [column]: true }) },
  });
  const steps = page.items.flatMap((row) => row.steps.filter((it) => to === undefined || it.to === to));
  const until = place.skip + limit;
  const items = steps.slice(place.skip, until);
  if (steps.length > until) return { items, next: cursorOf({ ...place, skip: until }) };
  const next = afterwards(place, page.next, scopes);
  // An empty page would look like the end to whoever reads it.
  return items.length === 0 && next !== null
    ? standing(view, { to, limit, cursor: next }, scopes)
    : { items, next };
};
