/** `mulin case`, `mulin cases`, `mulin escalations`, `mulin readings`: what is asked most. */
import type { Surroundings } from '../surroundings.js';
import { type Outcome, table } from '../terminal.js';
import type { Texts } from '../texts/texts.js';

type Case = Readonly<{
  number: string;
  id: string;
  state: string;
  timeline: readonly {
    at: string;
    isDay?: true;
    recordedAt: string;
    service: string;
    type: string;
    actor: string;
    text: string;
  }[];
  clocks: readonly {
    name: string;
    startedAt: string;
    due: string;
    isDueDay?: true;
    state: string;
    verdict: string | null;
  }[];
}>;

type Page<Row> = Readonly<{ items: readonly Row[]; next: string | null }>;
type CaseRow = Readonly<{
  caseId: string;
  number: string;
  state: string;
  menuItemName: string | null;
  areaName: string | null;
  holderName: string | null;
  reportedAt: string;
  /** Which of its times are only days. */
  days?: readonly string[];
}>;
type Escalation = Readonly<{
  number: string;
  menuItemName: string | null;
  areaName: string | null;
  holderName: string | null;
  clock: string;
  to: string;
  level: string;
  dueAt: string | null;
  isDueDay?: true;
  lateBySeconds: number;
}>;

const query = (parts: Readonly<Record<string, string | undefined>>): string => {
  const given = Object.entries(parts).filter((part): part is [string, string] => part[1] !== undefined);
  return given.length === 0 ? '' : `?${new URLSearchParams(given).toString()}`;
};

/** What a code is called; itself where it is called nothing. */
const called = (words: Readonly<Record<string, string>>, code: string): string =>
  Object.hasOwn(words, code) ? (words[code] ?? code) : code;

/** `complete/2` is completion in the second cycle. */
const clockName = ({ words }: Texts, clock: string): string => {
  const [name = clock, cycle = '1'] = clock.split('/');
  const own = called(words.clock, name);
  return cycle === '1' ? own : words.cycle(own, cycle);
};

/** `2026-03-02 09:00`, by the clock of the town: as it was answered, without its offset. */
const minuteOf = (at: string): string => at.slice(0, 16).replace('T', ' ');

/** Of what came in a file with a day and no hour, the day. */
const timeOf = (at: string, isDay: boolean): string => (isDay ? at.slice(0, 10) : minuteOf(at));

/** The two largest parts of it: `3 d 4 h`, `18 min`. */
const spanOf = (seconds: number, { escalations }: Texts): string => {
  if (seconds <= 0) return '';
  const minutes = Math.floor(seconds / 60);
  return escalations.span(Math.floor(minutes / (24 * 60)), Math.floor(minutes / 60) % 24, minutes % 60);
};

export const caseCommand = async ({ town, texts }: Surroundings, number: string): Promise<Outcome> => {
  const { caseId: id, ...rest } = await town().get<Omit<Case, 'id'> & { caseId: string }>(
    `/api/v1/timelines/${encodeURIComponent(number)}`,
  );
  // The command line calls it `id`.
  const it: Case = { ...rest, id };
  const { timeline, clocks } = it;
  const { words } = texts;
  const clockRows = clocks.map(({ name, due, isDueDay = false, state, verdict }) => [
    clockName(texts, name),
    timeOf(due, isDueDay),
    called(words.standing, state),
    verdict === null ? '' : called(words.standing, verdict),
  ]);
  const story = timeline.map(({ at, isDay = false, service, text }) => [
    timeOf(at, isDay),
    called(words.service, service),
    text,
  ]);
  return {
    json: it,
    lines: [
      `${it.number} · ${called(words.state, it.state)} · ${it.id}`,
      '',
      ...table([], story),
      '',
      ...table(texts.case.heads, clockRows),
    ],
  };
};

/** Named as the route names them. */
type CasesWanted = Readonly<
  Partial<
    Record<
      | 'number'
      | 'phone'
      | 'purpose'
      | 'q'
      | 'menuItem'
      | 'area'
      | 'holder'
      | 'state'
      | 'grid'
      | 'channel'
      | 'net'
      | 'from'
      | 'to'
      | 'after'
      | 'limit'
      | 'cursor',
      string
    >
  > & { late?: boolean; json?: boolean; lang?: string; url?: string }
>;

export const casesCommand = async ({ town, texts }: Surroundings, wanted: CasesWanted): Promise<Outcome> => {
  // What is the command line's own is no parameter of the route.
  const { late, json: _, lang: __, url: ___, ...asked } = wanted;
  const { items, ...place } = await town().get<Page<CaseRow>>(
    `/api/v1/cases${query({ ...asked, ...(late === true ? { late: 'true' } : {}) })}`,
  );
  const page = { items: items.map(({ caseId: id, ...row }) => ({ id, ...row })), ...place };
  const rows = page.items.map((row) => [
    row.number,
    called(texts.words.state, row.state),
    row.menuItemName ?? '',
    row.areaName ?? '',
    row.holderName ?? '',
    timeOf(row.reportedAt, row.days?.includes('reportedAt') === true),
  ]);
  const more = page.next === null ? [] : ['', texts.cases.more(page.next)];
  return {
    json: page,
    lines: [...table(texts.cases.heads, rows), ...more],
  };
};

export const escalationsCommand = async (
  { town, texts }: Surroundings,
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
  const rows = items.map((it) => [
    it.number,
    it.menuItemName ?? '',
    it.areaName ?? '',
    it.holderName ?? '',
    called(texts.words.role, it.to),
    clockName(texts, it.clock),
    it.dueAt === null ? '' : timeOf(it.dueAt, it.isDueDay === true),
    spanOf(it.lateBySeconds, texts),
  ]);
  const lines = table(texts.escalations.heads, rows);
  return { json: { items }, lines: items.length === 0 ? [texts.escalations.none] : lines };
};

type Reading = Readonly<{
  at: string;
  number: string | null;
  readerName: string;
  kindName: string | null;
  purposeName: string;
}>;
type Wanted = Readonly<Partial<Record<'case' | 'reader' | 'from' | 'to' | 'limit' | 'cursor', string>>>;

/** Who opened what of whom; for auditors. */
export const readingsCommand = async ({ town, texts }: Surroundings, wanted: Wanted): Promise<Outcome> => {
  const { case: number, reader, from, to, limit, cursor } = wanted;
  const asked = { case: number, reader, from, to, limit, cursor };
  const page = await town().get<Page<Reading>>(`/api/v1/readings${query(asked)}`);
  const rows = page.items.map((it) => [
    it.at,
    it.number ?? '',
    it.readerName,
    it.kindName ?? '',
    it.purposeName,
  ]);
  const more = page.next === null ? [] : ['', texts.cases.more(page.next)];
  const lines = [...table(texts.readings.heads, rows), ...more];
  return { json: page, lines: page.items.length === 0 ? [texts.readings.none] : lines };
};
