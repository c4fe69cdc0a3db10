/** What a file said of a case, and which of its times are only days: its source noted no hour, and none is shown. */
import { instant } from '@mulin/kernel';
import type { RowTime } from '@mulin/contracts';

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

/** The moment that stands for each such day. */
export type Days = Readonly<Partial<Record<RowTime, string>>>;

type Registered = Readonly<{
  dueAt: string | null;
  closedAt?: string | null;
  days?: readonly RowTime[] | undefined;
}>;

/** Of a case that came in a file; `reportedAt`: when it was reported. */
export const daysOfRow = (row: Registered | undefined, reportedAt: string): Days => {
  const times = { reportedAt, dueAt: row?.dueAt, closedAt: row?.closedAt };
  const days = (row?.days ?? []).flatMap((name) => {
    const at = times[name];
    return at === null || at === undefined ? [] : [[name, at] as const];
  });
  return Object.fromEntries(days);
};

/** Once a later file of its source has closed it, at `closedAt`. */
export const daysOnceClosed = (
  { closedAt: _, ...others }: Days,
  source: Pick<Registered, 'days'>,
  closedAt: string,
): Days => (source.days?.includes('closedAt') === true ? { ...others, closedAt } : others);

/** Whether this moment stands for one of these days. */
export const isDayIn = (days: Days): ((moment: string | null) => boolean) => {
  const moments = new Set(Object.values(days).map((at) => instant(at)));
  return (moment) => moment !== null && moments.size > 0 && moments.has(instant(moment));
};
