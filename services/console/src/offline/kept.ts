/** What was read, for reading it again without network: the last answer of each, until the session ends. */
import { NotReached } from '../api/client';
import { device, type Kept } from './database';
import type { Done } from './pending';

/**
 * `keptAt`: in milliseconds since 1970, when it was read, where the town was not reached; `null`: it is as it is now.
 * `askedAt`: when it was asked for, and whatever the town had answered until then is in it.
 */
type OrKept<Answer> = Readonly<{ answer: Answer; keptAt: number | null; askedAt: number }>;

/** What is older says nothing of today, and is not left lying on a phone. */
const keptForMs = 72 * 3_600_000;

const isOld = (keptAt: number): boolean => Date.now() - keptAt > keptForMs;

/** Who sits here: an answer that comes after somebody has signed out is not kept. */
let owner: string | null = null;

export const keepFor = (account: string | null): void => {
  owner = account;
};

const keep = async (account: string, name: string, answer: unknown, keptAt: number): Promise<void> => {
  try {
    const db = await device();
    if (owner === account) await db.put('kept', { account, name, answer, keptAt });
  } catch {
    // A device that is full, or keeps nothing: it is read with network only.
  }
};

/** Only for whoever sits here: after the end of their session nothing is read any more, also not by what was asked before. */
const keptOf = async (account: string, name: string) => {
  if (owner !== account) return undefined;
  try {
    const kept = await (await device()).get('kept', [account, name]);
    return kept === undefined || isOld(kept.keptAt) ? undefined : kept;
  } catch {
    return undefined;
  }
};

type Reading<Answer> = Readonly<{
  account: string;
  name: string;
  read: () => Promise<Answer>;
  /** What may lie on a phone; absent: all of it. */
  mayKeep?: (answer: Answer) => boolean;
}>;

/** Reads it; where the town is not reached, what was read before. Whatever the town refuses is kept no longer. */
export const orKept = async <Answer>(reading: Reading<Answer>): Promise<OrKept<Answer>> => {
  const { account, name, read, mayKeep = () => true } = reading;
  const askedAt = Date.now();
  try {
    const answer = await read();
    // Whoever reads it does not wait for a phone's memory.
    void (mayKeep(answer) ? keep(account, name, answer, askedAt) : dropKept(account, name));
    return { answer, keptAt: null, askedAt };
  } catch (error) {
    if (!(error instanceof NotReached)) {
      await dropKept(account, name);
      throw error;
    }
    const kept = await keptOf(account, name);
    if (kept === undefined) throw error;
    // It was kept as the same answer under this name.
    return { answer: kept.answer as Answer, keptAt: kept.keptAt, askedAt: kept.keptAt };
  }
};

const dropKept = async (account: string, name: string): Promise<void> => {
  try {
    await (await device()).delete('kept', [account, name]);
  } catch {
    // There is nothing kept.
  }
};

const doneUnder = (caseId: string): string => `done/${caseId}`;

/**
 * Keeps what was done with an order, and what the town answered: more than what is kept of it says, until it is read
 * anew. It is kept as long as what was read, and no longer.
 */
export const keepDone = async (done: Done): Promise<void> => {
  const name = doneUnder(done.caseId);
  const before = await keptOf(done.account, name);
  const all = [...((before?.answer ?? []) as readonly Done[]), done]; // nothing else is kept under this name
  await keep(done.account, name, all, done.at);
};

/** What was done by whoever sits here, in its order for each case. */
export const doneBy = async (account: string): Promise<readonly Done[]> => {
  if (owner !== account) return [];
  try {
    const all = await (await device()).getAllFromIndex('kept', 'account', account);
    const isDone = ({ name, keptAt }: Kept) => name.startsWith(doneUnder('')) && !isOld(keptAt);
    return all.filter(isDone).flatMap(({ answer }) => answer as readonly Done[]); // as `keepDone` has put it there
  } catch {
    return [];
  }
};

/** Drops what is kept of cases that are not among these any more, and what is too old. */
export const keepOnly = async (account: string, caseIds: ReadonlySet<string>): Promise<void> => {
  try {
    const db = await device();
    for (const { name, keptAt } of await db.getAllFromIndex('kept', 'account', account)) {
      const caseId = name.split('/')[1];
      const isGone = caseId !== undefined && !caseIds.has(caseId);
      if (isGone || isOld(keptAt)) await db.delete('kept', [account, name]);
    }
  } catch {
    // There is nothing kept.
  }
};

/** The session is over: nothing that was read stays. What waits to be sent does, and what was begun. */
export const forgetRead = async (): Promise<void> => {
  keepFor(null);
  try {
    await (await device()).clear('kept');
  } catch {
    // There is nothing kept.
  }
};

/** After signing out, and for whoever sits here next: nothing that was read stays, nor what was begun. */
export const forgetOthers = async (account: string | null): Promise<void> => {
  keepFor(account);
  try {
    const db = await device();
    for (const { name, account: other } of await db.getAll('kept'))
      if (other !== account) await db.delete('kept', [other, name]);
    for (const { id, account: other } of await db.getAll('drafts'))
      if (other !== account) await db.delete('drafts', id);
  } catch {
    // There is nothing kept.
  }
};

/** What was read before, and only where there is nothing the town: what is on record at each reading is read once. */
export const keptFirst = async <Answer>(reading: Reading<Answer>): Promise<Answer> => {
  const kept = await keptOf(reading.account, reading.name);
  if (kept !== undefined) return kept.answer as Answer; // it was kept as the same answer under this name
  return (await orKept(reading)).answer;
};
