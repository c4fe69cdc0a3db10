/** `mulin case`, `mulin cases`, `mulin escalations`: what a clerk asks most. */
import type { Surroundings } from '../surroundings.js';
import { type Outcome, table } from '../terminal.js';

type Case = Readonly<{
  number: string;
  id: string;
  state: string;
  timeline: readonly {
    at: string;
    recordedAt: string;
    service: string;
    type: string;
    actor: string;
    text: string;
  }[];
  clocks: readonly { name: string; startedAt: string; due: string; state: string; verdict: string | null }[];
}>;

type Page<Row> = Readonly<{ items: readonly Row[]; next: string | null }>;
type CaseRow = Readonly<{
  number: string;
  state: string;
  menuItem: string;
  microGrid: string | null;
  reportedAt: string;
}>;
type Escalation = Readonly<{
  number: string;
  clock: string;
  step: string;
  to: string;
  dueAt: string;
  toldAt: string;
  lateBySeconds: number;
}>;

const query = (parts: Readonly<Record<string, string | undefined>>): string => {
  const given = Object.entries(parts).filter((part): part is [string, string] => part[1] !== undefined);
  return given.length === 0 ? '' : `?${new URLSearchParams(given).toString()}`;
};

export const caseCommand = async ({ town }: Surroundings, number: string): Promise<Outcome> => {
  const it = await town().get<Case>(`/api/v1/timelines/${encodeURIComponent(number)}`);
  const { timeline, clocks } = it;
  const clockRows = clocks.map(({ name, due, state, verdict }) => [name, due, state, verdict ?? '']);
  return {
    json: it,
    lines: [
      `${it.number} · ${it.state} · ${it.id}`,
      '',
      ...timeline.map(({ at, service, text }) => `${at}  ${service.padEnd(9)}  ${text}`),
      '',
      ...table(['clock', 'due', 'state', 'verdict'], clockRows),
    ],
  };
};

export const casesCommand = async (
  { town }: Surroundings,
  { state, grid, limit, cursor }: Readonly<Partial<Record<'state' | 'grid' | 'limit' | 'cursor', string>>>,
): Promise<Outcome> => {
  const page = await town().get<Page<CaseRow>>(`/api/v1/cases${query({ state, grid, limit, cursor })}`);
  const rows = page.items.map((row) => [
    row.number,
    row.state,
    row.menuItem,
    row.microGrid ?? '',
    row.reportedAt,
  ]);
  const more = page.next === null ? [] : ['', `There are more: --cursor ${page.next}`];
  return {
    json: page,
    lines: [...table(['number', 'state', 'menu item', 'micro-grid', 'reported'], rows), ...more],
  };
};

export const escalationsCommand = async (
  { town }: Surroundings,
  { to }: { to?: string },
): Promise<Outcome> => {
  const items: Escalation[] = [];
  for (let cursor: string | undefined; ;) {
    const page = await town().get<Page<Escalation>>(
      `/api/v1/escalations${query({ to, limit: '500', cursor })}`,
    );
    items.push(...page.items);
    if (page.next === null) break;
    cursor = page.next;
  }
  const rows = items.map((it) => [it.number, it.clock, it.to, it.dueAt, it.toldAt, `${it.lateBySeconds} s`]);
  const lines = table(['number', 'clock', 'waits for', 'due', 'told', 'late by'], rows);
  return { json: { items }, lines: items.length === 0 ? ['Nobody is waited for.'] : lines };
};
