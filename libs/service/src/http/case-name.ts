/** A case as people and programs name it in an address: by its number or by its id. */
import { type Column, type EventStore, Rejection, type ReadModel } from '@mulin/kernel';
import { z } from 'zod';

/** The schema of a path parameter that names a case. */
export const CaseName = z.string().min(1).max(200);

/** How long a number that is not known yet is waited for, in milliseconds: its registration may be on its way. */
const patienceMs = 500;

const isId = (name: string): boolean => z.uuid().safeParse(name).success;

const unknownCase = (name: string) =>
  new Rejection(
    'case-unknown',
    { en: `No case ${name} is known.`, zh: `没有编号为 ${name} 的案件。` },
    'unknown',
  );

/** A view whose rows say which case has which number. */
type Numbers = Pick<
  ReadModel<{ caseId: string }, { number: Column<{ caseId: string }, 'text'> }>,
  'list' | 'waitUntil'
>;

/**
 * Finds the id of a case by its number, in a view of the service's own log; an id is taken as it is, whether there is
 * such a case or not. A number that is unknown is looked for once more when the view shows all there is by now.
 *
 * @param unknown what is thrown where nothing has this number. Default: `Rejection` `case-unknown`.
 */
export const caseIds =
  (numbers: Numbers, store: Pick<EventStore, 'head'>, unknown: (name: string) => Rejection = unknownCase) =>
  async (name: string): Promise<string> => {
    if (isId(name)) return name;
    const look = async () => (await numbers.list({ where: { number: name }, limit: 1 })).items[0]?.caseId;
    const found = await look();
    if (found !== undefined) return found;
    const head = await store.head();
    if (head !== null) await numbers.waitUntil(head, patienceMs);
    const now = await look();
    if (now === undefined) throw unknown(name);
    return now;
  };
