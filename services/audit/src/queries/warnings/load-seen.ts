/** The cases that warnings are made of, as audit has heard of them, and under whom what was said in them is kept. */
import { type Actor, day, type Instant, plus, recent, whereFor } from '@mulin/kernel';
import type { Dependencies } from '../../dependencies.js';
import type { CaseRow } from '../../views/case-row.js';
import type { CasesWhere } from '../../views/cases.js';
import { asOf, type Seen, seenOf } from './seen.js';

/** Half a year: older cases say little of how the town works now. */
const daysRead = 182;
const page = 500;
/** A town of half a million has fewer in that time; of more, the newest are read. */
const mostRead = 50_000;

type Parts = Pick<Dependencies, 'cases' | 'vault'>;

/** Who said what does not change; who is erased meanwhile is known as somebody for a while, and never as whom. */
const persons = recent<string, string | null>(mostRead);

const personOf = async ({ vault }: Parts, { contactId }: CaseRow): Promise<string | null> => {
  if (contactId === null) return null;
  const known = persons.get(contactId);
  if (known !== undefined) return known;
  const person = await vault.ownerOf(contactId);
  persons.set(contactId, person);
  return person;
};

/** What one reader may see, as it stood at a moment, the newest last. */
export const loadSeen = async (
  parts: Parts,
  actor: Actor,
  at: Instant,
  area: string | undefined,
): Promise<readonly Seen[]> => {
  const own = whereFor<CasesWhere>('warning.read', actor);
  if (own === null) return [];
  const within = area === undefined ? {} : { area: { within: area } };
  const reportedAt = { gte: plus(at, -daysRead * day), lte: at };
  const where: CasesWhere = { and: [own], ...within, reportedAt };
  const rows: CaseRow[] = [];
  for (let cursor: string | undefined; rows.length < mostRead;) {
    const read = await parts.cases.list({
      where,
      orderBy: [{ by: 'reportedAt', descending: true }],
      limit: page,
      cursor,
    });
    rows.push(...read.items);
    if (read.next === null) break;
    cursor = read.next;
  }
  const seen = await Promise.all(rows.map(async (row) => seenOf(row, await personOf(parts, row))));
  return seen.flatMap((it) => (it === null ? [] : (asOf(it, at) ?? []))).reverse();
};
