/** `mulin case`, `mulin cases`, `mulin escalations`, `mulin readings`: what is asked most. */
import type { Surroundings } from '../surroundings.js';
import { exits, type Outcome, table } from '../terminal.js';
import type { Texts } from '../texts/texts.js';
import { type TownClient, TownRefused } from '../town-client.js';

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
  /** Absent in answers of older towns. */
  sourceNumber?: string | null;
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
export const called = (words: Readonly<Record<string, string>>, code: string): string =>
  Object.hasOwn(words, code) ? (words[code] ?? code) : code;

/** `complete/2` is completion in the second cycle. */
export const clockName = ({ words }: Texts, clock: string): string => {
  const [name = clock, cycle = '1'] = clock.split('/');
  const own = called(words.clock, name);
  return cycle === '1' ? own : words.cycle(own, cycle);
};

/** `2026-03-02 09:00`, by the clock of the town: as it was answered, without its offset. */
export const minuteOf = (at: string): string => at.slice(0, 16).replace('T', ' ');

/** Of what came in a file with a day and no hour, the day. */
const timeOf = (at: string, isDay: boolean): string => (isDay ? at.slice(0, 10) : minuteOf(at));

/** The two largest parts of it: `3 d 4 h`, `18 min`. */
const spanOf = (seconds: number, { escalations }: Texts): string => {
  if (seconds <= 0) return '';
  const minutes = Math.floor(seconds / 60);
  return escalations.span(Math.floor(minutes / (24 * 60)), Math.floor(minutes / 60) % 24, minutes % 60);
};

/** Several sources use this number: which cases those are, and that one of them has to be named. */
const severalCases = async ({ town, texts }: Surroundings, number: string, refusal: TownRefused) => {
  const { items } = await casesFound(town(), { number });
  const { code, message } = refusal;
  return {
    json: { error: { code, message }, items },
    lines: [message, '', ...casesTable(texts, items)],
    exit: exits.wrong,
  };
};

/** By its number, by the number that its source gives it, or by its id. */
export const caseCommand = async (surroundings: Surroundings, number: string): Promise<Outcome> => {
  try {
    return await oneCase(surroundings, number);
  } catch (error) {
    if (error instanceof TownRefused && error.code === 'case-ambiguous')
      return severalCases(surroundings, number, error);
    throw error;
  }
};

const oneCase = async ({ town, texts }: Surroundings, number: string): Promise<Outcome> => {
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
  const { late, json: _, lang: __, url: ___, ...filters } = wanted;
  const page = await casesFound(town(), { ...filters, ...(late === true ? { late: 'true' } : {}) });
  const more = page.next === null ? [] : ['', texts.cases.more(page.next)];
  return {
    json: page,
    lines: [...casesTable(texts, page.items), ...more],
  };
};

type Found = Omit<CaseRow, 'caseId'> & Readonly<{ id: string }>;

const casesFound = async (client: TownClient, filters: Parameters<typeof query>[0]): Promise<Page<Found>> => {
  const { items, ...place } = await client.get<Page<CaseRow>>(`/api/v1/cases${query(filters)}`);
  return { items: items.map(({ caseId: id, ...row }) => ({ id, ...row })), ...place };
};

/** With a column for the numbers of their sources where any has one. */
const casesTable = (texts: Texts, cases: readonly Found[]): readonly string[] => {
  const [number = '', ...others] = texts.cases.heads;
  const isOfSource = cases.some(({ sourceNumber }) => (sourceNumber ?? '') !== '');
  const ofSource = (text: string) => (isOfSource ? [text] : []);
  const rows = cases.map((row) => [
    row.number,
    ...ofSource(row.sourceNumber ?? ''),
    called(texts.words.state, row.state),
    row.menuItemName ?? '',
    row.areaName ?? '',
    row.holderName ?? '',
    timeOf(row.reportedAt, row.days?.includes('reportedAt') === true),
  ]);
  return table([number, ...ofSource(texts.cases.ofSource), ...others], rows);
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
  const filters = { case: number, reader, from, to, limit, cursor };
  const page = await town().get<Page<Reading>>(`/api/v1/readings${query(filters)}`);
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
