/** Sends the rows of a file to the town, in batches that may be sent again, and asks what became of them. */
import { createHash } from 'node:crypto';
import type { DemandRow } from './row.js';
import { type SourceRow, rowReader, RowRefused } from './row.js';
import type { Line } from './read-file.js';
import type { Mapping } from './mapping.js';
import type { TownClient } from '../town-client.js';

const batchSize = 250;
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

export const importFile = async (lines: AsyncIterable<Line>, parts: Parts) => {
  const { town, mapping, asOf, onRejected, onProgress } = parts;
  const tally: Tally = { read: 0, registered: 0, known: 0, rejected: 0, flagged: 0 };
  const caseIds: string[] = [];
  const read = rowReader(mapping);

  const reject = (rejected: Rejected) => {
    tally.rejected++;
    onRejected(rejected);
  };

  const readable = ({ line, row }: { line: number; row: SourceRow }): Numbered | null => {
    try {
      return { line, row: read(row) };
    } catch (error) {
      if (!(error instanceof RowRefused)) throw error;
      reject({ line, column: error.column, code: error.code, reason: error.message });
      return null;
    }
  };

  const learn = ({ line, row }: Numbered, { caseId, outcome, code = '', reason = '' }: Filed) => {
    if (outcome === 'rejected') return reject({ line, column: '', code, reason });
    tally[outcome]++;
    if (row.flags.length > 0) tally.flagged++;
    caseIds.push(caseId);
  };

  const send = async (batch: readonly Numbered[]) => {
    const body = { mode: mapping.mode, asOf, rows: batch.map(({ row }) => row) };
    const key = createHash('sha256').update(JSON.stringify(body)).digest('hex');
    const { rows } = await town.post<{ rows: readonly Filed[] }>(
      `/api/v1/imports/${mapping.name}/rows`,
      body,
      key,
    );
    batch.forEach((it, place) => {
      const filed = rows[place];
      if (filed) learn(it, filed);
    });
    onProgress(tally.registered + tally.known + tally.rejected);
  };

  const atWork = new Set<Promise<void>>();
  const start = async (batch: readonly Numbered[]) => {
    const work: Promise<void> = send(batch).finally(() => atWork.delete(work));
    atWork.add(work);
    if (atWork.size >= batchesAtOnce) await Promise.race(atWork);
  };

  let batch: Numbered[] = [];
  try {
    for await (const line of lines) {
      tally.read++;
      if ('broken' in line) {
        reject({ line: line.line, column: '', code: 'unreadable', reason: line.broken });
        continue;
      }
      const row = readable(line);
      if (row) batch.push(row);
      if (batch.length < batchSize) continue;
      await start(batch);
      batch = [];
    }
    if (batch.length > 0) await start(batch);
    await Promise.all(atWork);
  } finally {
    // One that failed has been heard; the others must not end the program when nobody listens any more.
    await Promise.allSettled(atWork);
  }
  return { tally, caseIds };
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
