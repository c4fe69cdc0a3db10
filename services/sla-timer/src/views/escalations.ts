/** Who was told of a lateness that nobody has answered yet. */
import { idOf, type Instant, type Page, type Projection, type Recorded, type View } from '@mulin/kernel';
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

export type Late = Readonly<{ dueAt: Instant; steps: readonly Escalation[] }>;

const columns: Readonly<Record<string, string>> = {
  'grid-member': 'gridMember',
  'grid-leader': 'gridLeader',
  'village-committee': 'villageCommittee',
  'community-secretary': 'communitySecretary',
  'town-leader': 'townLeader',
};

const isFor =
  (role: string) =>
  ({ steps }: Late): boolean =>
    steps.some(({ to }) => to === role);

/** A warning before the deadline is no lateness, and one that was told after the answer waits for nobody. */
const raised = (row: Late | null, event: Recorded<Clocks.Event>): Late | null => {
  if (event.type !== 'StepRaised') return row;
  const { number, clock, step, to, dueAt, owedAt, raisedAt, lateSeconds, answered } = event.data;
  if (answered || owedAt < dueAt) return row;
  const told = { number, clock, step, to, dueAt, toldAt: raisedAt, lateBySeconds: lateSeconds };
  return { dueAt, steps: [...(row?.steps ?? []), { ...told, caseId: idOf(event) }] };
};

const left = (row: Late | null, step: string): Late | null => {
  const steps = row?.steps.filter((it) => it.step !== step) ?? [];
  return row && steps.length > 0 ? { ...row, steps } : null;
};

const clockOf = ({ data }: Clocks.Event): string => ('clock' in data ? data.clock : '');

export const escalations: Projection<Late, Clocks.Event> = {
  name: 'escalations',
  categories: [Clocks.decider.category],
  key: (event) => `${idOf(event)}/${clockOf(event)}`,
  project: (row, event) => {
    switch (event.type) {
      case 'StepRaised':
        return raised(row, event);
      case 'StepRevoked':
        return left(row, event.data.step);
      case 'ClockBreached':
        return event.data.endedAt === null ? row : null;
      case 'ClockMet':
      case 'ClockCancelled':
        return null;
      default:
        return row;
    }
  },
  columns: {
    dueAt: ({ dueAt }) => dueAt,
    ...Object.fromEntries(Object.entries(columns).map(([role, column]) => [column, isFor(role)])),
  },
};

type Asked = Readonly<{ to?: string | undefined; limit: number; cursor?: string | undefined }>;

/** A clock may have raised several steps: a page that ends within one says where it goes on. */
const placeOf = (cursor: string | undefined): Readonly<{ rows: string | undefined; skip: number }> => {
  const cut = cursor?.lastIndexOf('~') ?? -1;
  if (cursor === undefined || cut < 0) return { rows: cursor, skip: 0 };
  return { rows: cursor.slice(0, cut) || undefined, skip: Number(cursor.slice(cut + 1)) || 0 };
};

/** Longest overdue first. */
export const standing = async (view: View<Late>, { to, limit, cursor }: Asked): Promise<Page<Escalation>> => {
  const { rows, skip } = placeOf(cursor);
  const column = to === undefined ? undefined : columns[to];
  const page = await view.list({
    orderBy: 'dueAt',
    limit,
    cursor: rows,
    ...(column === undefined ? {} : { where: { [column]: true } }),
  });
  const steps = page.items.flatMap((row) => row.steps.filter((it) => to === undefined || it.to === to));
  const items = steps.slice(skip, skip + limit);
  if (steps.length > skip + limit) return { items, next: `${rows ?? ''}~${skip + limit}` };
  return { items, next: page.next === null ? null : `${page.next}~0` };
};
