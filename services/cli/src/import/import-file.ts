/** Sends the rows of a file to the town, in batches that may be sent again, and asks what became of them. */
import type { DemandRow } from './row.js';
import { rowReader, RowRefused } from './row.js';
import type { Line } from './read-file.js';
import type { Mapping } from './mapping.js';
import { type TownClient, TownRefused } from '../town-client.js';

const rowsAtOnce = 250;
/** The town takes twice as much in one request. */
const bytesAtOnce = 1_000_000;
const batchesAtOnce = 4;
const askedAtOnce = 1_000;

export type Rejected = Readonly<{ line: number; column: string; code: string; reason: string }>;

type Numbered = Readonly<{ line: number; row: DemandRow }>;
type Filed = Readonly<{
  caseId: string;
  outcome: 'registered' | 'known' | 'rejected';
  code?: string;
  reason?: string;
}>;

export type Tally = { read: number; registered: number; known: number; rejected: number; flagged: number };

type Parts = Readonly<{
  town: TownClient;
  mapping: Mapping;
  asOf: string;
  onRejected: (rejected: Rejected) => void;
  onProgress: (read: number) => void;
}>;

/** Keeps count of what became of each row. */
const bookOf = ({ onRejected, onProgress }: Parts) => {
  const tally: Tally = { read: 0, registered: 0, known: 0, rejected: 0, flagged: 0 };
  const caseIds: string[] = [];

  const reject = (rejected: Rejected) => {
    tally.rejected++;
    onRejected(rejected);
  };

  const learn = ({ line, row }: Numbered, { caseId, outcome, code = '', reason = '' }: Filed) => {
    if (outcome === 'rejected') return reject({ line, column: '', code, reason });
    tally[outcome]++;
    if (row.flags.length > 0) tally.flagged++;
    caseIds.push(caseId);
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
      onProgress(tally.registered + tally.known + tally.rejected);
    },
  };
};

type Book = ReturnType<typeof bookOf>;

const demandIn = (line: Line, read: ReturnType<typeof rowReader>, { reject }: Book): Numbered | null => {
  const { line: number } = line;
  if ('broken' in line) {
    reject({ line: number, column: '', code: 'unreadable', reason: line.broken });
    return null;
  }
  try {
    return { line: number, row: read(line.row) };
  } catch (error) {
    if (!(error instanceof RowRefused)) throw error;
    reject({ line: number, column: error.column, code: error.code, reason: error.message });
    return null;
  }
};

/** So many rows, or so many bytes, whichever comes first. */
async function* batchesOf(
  lines: AsyncIterable<Line>,
  mapping: Mapping,
  book: Book,
): AsyncGenerator<readonly Numbered[]> {
  const read = rowReader(mapping);
  let batch: Numbered[] = [];
  let bytes = 0;
  for await (const line of lines) {
    book.tally.read++;
    const demand = demandIn(line, read, book);
    if (!demand) continue;
    const size = Buffer.byteLength(JSON.stringify(demand.row));
    if (batch.length === rowsAtOnce || (batch.length > 0 && bytes + size > bytesAtOnce)) {
      yield batch;
      [batch, bytes] = [[], 0];
    }
    batch.push(demand);
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
const isOfContent = (error: unknown): error is TownRefused =>
  error instanceof TownRefused && (error.status === 400 || error.status === 413);

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

export const importFile = async (lines: AsyncIterable<Line>, parts: Parts) => {
  const { town, mapping, asOf } = parts;
  const book = bookOf(parts);

  const send: Send = async (batch) => {
    const body = { mode: mapping.mode, asOf, rows: batch.map(({ row }) => row) };
    const path = `/api/v1/imports/${mapping.name}/rows`;
    const { rows } = await town.post<{ rows: readonly Filed[] }>(path, body);
    return rows;
  };

  const sending = fewAtOnce(batchesAtOnce);
  try {
    for await (const batch of batchesOf(lines, mapping, book))
      await sending.start(async () => book.learnAll(batch, await sendInParts(send, batch)));
  } finally {
    await sending.end();
  }
  return { tally: book.tally, caseIds: book.caseIds };
};

export type Standing = {
  routed: number;
  unrouted: number;
  agreeing: number;
  disagreeing: number;
  undecided: number;
  pending: number;
};

const nothing: Standing = { routed: 0, unrouted: 0, agreeing: 0, disagreeing: 0, undecided: 0, pending: 0 };

/** What the town has made of these cases by now. */
export const standingOf = async (town: TownClient, caseIds: readonly string[]): Promise<Standing> => {
  const sum = { ...nothing };
  for (let from = 0; from < caseIds.length; from += askedAtOnce) {
    const part = await town.post<Standing>('/api/v1/imports/summary', {
      caseIds: caseIds.slice(from, from + askedAtOnce),
    });
    for (const name of Object.keys(nothing) as (keyof Standing)[]) sum[name] += part[name];
  }
  return sum;
};
