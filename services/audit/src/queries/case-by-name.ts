/** A case as people name it: by its number, by the number that its source gives it, or by its id. */
import { Rejection } from '@mulin/kernel';
import { z } from 'zod';
import type { CaseRow, Cases } from '../views/cases.js';

const isId = (name: string): boolean => z.uuid().safeParse(name).success;

/** So many cases of one source's number are named at most. */
const namedAtMost = 20;

const ambiguous = (name: string, rows: readonly CaseRow[]) => {
  const numbers = rows.map(({ number, caseId }) => number ?? caseId);
  return new Rejection('case-ambiguous', {
    en: `Several cases have the number ${name} at their sources; name one of them: ${numbers.join(', ')}.`,
    zh: `来源编号为 ${name} 的案件不止一件，请指明其中一件：${numbers.join('、')}。`,
  });
};

/**
 * The case with this id, this number, or this number at its source, in that order; `null`: none.
 *
 * @param sees which cases the reader may see: others are not named, and do not make a number ambiguous.
 * @throws Rejection `case-ambiguous` where several sources use the number.
 */
export const caseCalled = async (
  cases: Cases,
  name: string,
  sees: (row: CaseRow) => boolean = () => true,
): Promise<CaseRow | null> => {
  if (isId(name)) return cases.get(name);
  const [own] = (await cases.list({ where: { number: name }, limit: 1 })).items;
  if (own !== undefined) return own;
  const { items } = await cases.list({ where: { sourceNumber: name }, limit: namedAtMost });
  const seen = items.filter(sees);
  if (seen.length > 1) throw ambiguous(name, seen);
  return seen[0] ?? items[0] ?? null;
};

export const unknownCase = (name: string) =>
  new Rejection(
    'case-unknown',
    { en: `No case ${name} is known.`, zh: `没有编号为 ${name} 的案件。` },
    'unknown',
  );
