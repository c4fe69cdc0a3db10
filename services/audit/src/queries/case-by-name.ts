/** A case as people name it: by its number or by its id. */
import { Rejection } from '@mulin/kernel';
import { z } from 'zod';
import type { CaseRow, Cases } from '../views/cases.js';

const isId = (name: string): boolean => z.uuid().safeParse(name).success;

export const caseCalled = async (cases: Cases, name: string): Promise<CaseRow | null> => {
  if (isId(name)) return cases.get(name);
  const { items } = await cases.list({ where: { number: name }, limit: 1 });
  return items[0] ?? null;
};

export const unknownCase = (name: string) =>
  new Rejection(
    'case-unknown',
    { en: `No case ${name} is known.`, zh: `没有编号为 ${name} 的案件。` },
    'unknown',
  );
