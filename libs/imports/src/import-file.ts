/** Sends the rows of a file to the town, in batches that may be sent again, and asks what became of them. */
import type { DemandRow, SourceRow } from './row.js';
import type { Mapping } from './mapping.js';
import { demandOf, isRejected, isUndecided, type Rejected } from './survey.js';
import type { Line } from './table.js';

/** How the town is asked; a refusal that it answers with has its `status`, `code` and sentence. */
export type Town = Readonly<{ post: <Answer>(path: string, body: unknown) => Promise<Answer> }>;
type Refusal = Error & Readonly<{ status: number; code: string }>;

const rowsAtOnce = 250;
/** The town takes twice as much in one request. */
const bytesAtOnce = 1_000_000;
const encoder = new TextEncoder();
const batchesAtOnce = 4;
const askedAtOnce = 1_000;

type Numbered = Readonly<{ line: number; row: DemandRow }>;
type Filed = Readonly<{
  caseId: string;
  outcome: 'registered' | 'known' | 'rejected';
  /** Known before, and closed by this file. */
  closed?: boolean;
  code?: string;
  reason?: string;
  /** What is to blame, as the town calls it, and what stands there, as it may be shown. */
  field?: string;
  value?: string | null;
}>;

/** What the mapping calls a field of the town; empty where it fills it from none of its columns. */
const columnOf = ({ columns }: Mapping, field: string): string => {
  const named: Readonly<Record<string, string | undefined>> = {
    ...columns,
    words: columns.words[0],
    sourceId: columns.id,
    'contact.phone': columns.phone,
    'contact.name': columns.person,
    'place.lat': columns.lat,
    'place.lon': columns.lon,
    'place.address': columns.address,
  };
  return named[field] ?? '';
};

const rejectedBy = (filed: Filed, line: number, mapping: Mapping): Rejected => {
  const { code = '', reason = '', field = '', value } = filed;
  return {
    line,
    column: columnOf(mapping, field),
    value: value ?? '',
    code,
    reason: { en: reason, zh: reason },
  };
};

/** What became of so many rows. */
export type Tally = {
  read: number;
  registered: number;
  known: number;
  /** Of those known before: closed since by their source. */
  closed: number;
  rejected: number;
  flagged: number;
};

/** What is noted of a row that was kept: a flag, or why nobody can compare it with its source. */
export type Noted = Readonly<{ line: number; caseId: string; codes: readonly string[] }>;

type Parts = Readonly<{
  town: Town;
  mapping: Mapping;
  /** As of when an archive is judged; `null`: the file is live. */
  asOf: string | null;
  read: (row: SourceRow) => DemandRow;
  onRejected: (rejected: Rejected) => void;
  onNoted: (noted: Noted) => void;
  /** Told after each batch: how many rows are through, and what became of them so far. */
  onProgress: (through: number, tally: Tally) => void;
}>;

const codesOf = (row: DemandRow, { mode }: Mapping): readonly string[] => {
  if (mode === 'live') return row.flags;
  const lacks = [...(row.dueAt === null ? ['no-deadline'] : []), ...(row.claim === null ? ['no-claim'] : [])];
  return [...row.flags, ...(isUndecided(row) ? lacks : [])];
};

/** Keeps count of what became of each row. */
const bookOf = ({ onRejected, onNoted, onProgress, mapping }: Parts) => {
  const tally: Tally = { read: 0, registered: 0, known: 0, closed: 0, rejected: 0, flagged: 0 };
  const caseIds = { placed: [] as string[], placeless: [] as string[] };

  const reject = (rejected: Rejected) => {
    tally.rejected++;
    onRejected(rejected);
  };

  const learn = ({ line, row }: Numbered, filed: Filed) => {
    const { caseId, outcome, closed } = filed;
    if (outcome === 'rejected') return reject(rejectedBy(filed, line, mapping));
    tally[outcome]++;
    if (closed === true) tally.closed++;
    if (row.flags.length > 0) tally.flagged++;
    const codes = codesOf(row, mapping);
    if (codes.length > 0) onNoted({ line, caseId, codes });
    caseIds[row.place === null ? 'placeless' : 'placed'].push(caseId);
  };

  return {
    tally,
    caseIds,
    reject,
    learnAll: (batch: readonly Numbered[], filed: readonly Filed[]) => {
      batch.forEach((it, place) => {
        const outcome = filed[place];
        if (outcome) learn(it, outcome);
      });
      onProgress(tally.registered + tally.known + tally.rejected, { ...tally });
    },
  };
};

type Book = ReturnType<typeof bookOf>;

/** So many rows, or so many bytes, whichever comes first. */
async function* batchesOf(
  lines: AsyncIterable<Line>,
  read: Parts['read'],
  book: Book,
): AsyncGenerator<readonly Numbered[]> {
  let batch: Numbered[] = [];
  let bytes = 0;
  for await (const line of lines) {
    book.tally.read++;
    const row = demandOf(line, read);
    if (isRejected(row)) {
      book.reject(row);
      continue;
    }
    const size = encoder.encode(JSON.stringify(row)).length;
    if (batch.length === rowsAtOnce || (batch.length > 0 && bytes + size > bytesAtOnce)) {
      yield batch;
      [batch, bytes] = [[], 0];
    }
    batch.push({ line: line.line, row });
    bytes += size;
  }
  if (batch.length > 0) yield batch;
}

/** Starts work without waiting for it, unless so much is under way. Once one has failed nothing more is begun. */
const fewAtOnce = (most: number) => {
  const atWork = new Set<Promise<void>>();
  const failures: unknown[] = [];
  const refuseAfterFailure = () => {
    if (failures.length > 0) throw failures[0];
  };
  return {
    start: async (work: () => Promise<void>) => {
      // A failure that nobody waits for at the moment must not end the program: it is told at the next start.
      const one: Promise<void> = work()
        .catch((error: unknown) => void failures.push(error))
        .finally(() => atWork.delete(one));
      atWork.add(one);
      if (atWork.size >= most) await Promise.race(atWork);
      refuseAfterFailure();
    },
    /** Whatever has been started is over when this answers. */
    end: async () => {
      await Promise.all(atWork);
      refuseAfterFailure();
    },
  };
};

/** A request that cannot be taken as it is; any other refusal is one of the caller, and not of its rows. */
const isOfContent = (error: unknown): error is Refusal =>
  error instanceof Error &&
  'code' in error &&
  'status' in error &&
  (error.status === 400 || error.status === 413);

type Send = (batch: readonly Numbered[]) => Promise<readonly Filed[]>;

/** Whatever is refused for one row is halved until that row is alone, and only that row is rejected. */
const sendInParts = async (send: Send, batch: readonly Numbered[]): Promise<readonly Filed[]> => {
  try {
    return await send(batch);
  } catch (error) {
    if (!isOfContent(error)) throw error;
    const { code, message: reason } = error;
    if (batch.length === 1) return [{ caseId: '', outcome: 'rejected', code, reason }];
    const half = Math.ceil(batch.length / 2);
    const first = await sendInParts(send, batch.slice(0, half));
    return [...first, ...(await sendInParts(send, batch.slice(half)))];
  }
};

/**
 * Sends all rows that are demands, and tells what became of each. The same file may be sent again: nothing is doubled.
 * Throws what `town.post` throws, but for a refusal of single rows.
 */
export const importFile = async (lines: AsyncIterable<Line>, parts: Parts) => {
  const { town, mapping, asOf, read } = parts;
  const book = bookOf(parts);

  const send: Send = async (batch) => {
    const body = {
      mode: mapping.mode,
      ...(asOf === null ? {} : { asOf }),
      rows: batch.map(({ row }) => row),
    };
    const path = `/api/v1/imports/${mapping.name}/rows`;
    const { rows } = await town.post<{ rows: readonly Filed[] }>(path, body);
    return rows;
  };

  const sending = fewAtOnce(batchesAtOnce);
  try {
    for await (const batch of batchesOf(lines, read, book))
      await sending.start(async () => book.learnAll(batch, await sendInParts(send, batch)));
  } finally {
    await sending.end();
  }
  return { tally: book.tally, caseIds: book.caseIds };
};

/** How many of the cases stand how by now. */
export type Standing = {
  routed: number;
  /** Of those with a place: it lies in no micro-grid. */
  unrouted: number;
  /** No place was named at all. */
  withoutPlace: number;
  agreeing: number;
  disagreeing: number;
  undecided: number;
  pending: number;
};

type Summary = Omit<Standing, 'withoutPlace'>;

const nothing: Summary = { routed: 0, unrouted: 0, agreeing: 0, disagreeing: 0, undecided: 0, pending: 0 };

const summaryOf = async (town: Town, caseIds: readonly string[]): Promise<Summary> => {
  const sum = { ...nothing };
  for (let from = 0; from < caseIds.length; from += askedAtOnce) {
    const part = await town.post<Summary>('/api/v1/imports/summary', {
      caseIds: caseIds.slice(from, from + askedAtOnce),
    });
    for (const name of Object.keys(nothing) as (keyof Summary)[]) sum[name] += part[name];
  }
  return sum;
};

/** What the town has made of these cases by now. A letter that names no place is on nobody's and on everybody's land. */
export const standingOf = async (
  town: Town,
  { placed, placeless }: Readonly<{ placed: readonly string[]; placeless: readonly string[] }>,
): Promise<Standing> => {
  const [of, without] = [await summaryOf(town, placed), await summaryOf(town, placeless)];
  const both = Object.fromEntries(
    (Object.keys(nothing) as (keyof Summary)[]).map((name) => [name, of[name] + without[name]]),
  ) as Summary;
  return { ...both, unrouted: of.unrouted, withoutPlace: without.unrouted };
};
