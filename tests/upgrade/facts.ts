/** What a town says of each of its cases, as anybody may ask for it over HTTP: the same in every version. */
import { ask, everyItem, type Json } from '../journeys/http.js';

/** Of the answers, what every version says alike. */
type CaseFacts = Readonly<{
  number: string;
  caseId: string;
  state: string;
  clocks: readonly Json[];
  /** Each holder of each cycle, as far as it was known then. */
  legs: readonly Json[];
  /** Type, moment and account of everything that is on record, in its order. */
  timeline: readonly string[];
}>;

export type TownFacts = Readonly<{
  cases: readonly CaseFacts[];
  /** What is late, and who was told. */
  escalations: readonly Json[];
  accounts: readonly Json[];
}>;

/** `auditor` and `operator`: tokens of the whole town. */
export type Readers = Readonly<{ url: string; auditor: string; operator: string }>;

const some = (from: Json, ...fields: readonly string[]): Json =>
  Object.fromEntries(fields.map((field) => [field, from[field] ?? null]));

const listIn = (from: Json, field: string): readonly Json[] => (from[field] ?? []) as readonly Json[];

const read = async ({ url, auditor }: Readers, path: string): Promise<Json | null> => {
  const { status, body } = await ask(url, { method: 'GET', path, who: auditor });
  if (status === 404) return null;
  if (status !== 200) throw new Error(`${path} answered ${status}: ${JSON.stringify(body)}`);
  return body;
};

/** What nobody was ever asked for has none; history of a file is not asked for any. */
const legsOf = async (readers: Readers, caseId: string): Promise<readonly Json[]> => {
  const answer = await read(readers, `/api/v1/orders/${caseId}/legs`);
  return listIn(answer ?? {}, 'cycles').flatMap((cycle) =>
    listIn(cycle, 'legs').map((leg) => ({
      cycle: cycle['cycle'],
      ...some(leg, 'leg', 'holder', 'from', 'to'),
    })),
  );
};

const factsOf = async (readers: Readers, { caseId, number, archive }: Json): Promise<CaseFacts> => {
  const id = String(caseId);
  const story = (await read(readers, `/api/v1/timelines/${id}`)) ?? {};
  return {
    number: String(number),
    caseId: id,
    state: String(story['state']),
    clocks: listIn(story, 'clocks').map((it) => some(it, 'name', 'due', 'state', 'verdict')),
    legs: archive === null ? await legsOf(readers, id) : [],
    timeline: listIn(story, 'timeline').map(({ type, recordedAt, actor }) =>
      [type, recordedAt, actor].map(String).join(' '),
    ),
  };
};

const sortedBy = (field: string, items: readonly Json[]): readonly Json[] =>
  [...items].sort((one, other) => String(one[field]).localeCompare(String(other[field])));

/** Throws where a question is refused. */
export const factsOfTown = async (readers: Readers): Promise<TownFacts> => {
  const { url, auditor, operator } = readers;
  const cases: CaseFacts[] = [];
  for (const it of sortedBy('number', await everyItem(url, auditor, '/api/v1/cases')))
    cases.push(await factsOf(readers, it));
  const escalations = await everyItem(url, auditor, '/api/v1/escalations');
  const accounts = await everyItem(url, operator, '/api/v1/accounts');
  return {
    cases,
    escalations: sortedBy(
      'number',
      escalations.map((it) => some(it, 'number', 'to', 'level', 'clock', 'step', 'toldAt')),
    ),
    accounts: sortedBy(
      'account',
      accounts.map((it) => some(it, 'account', 'role', 'area', 'disabled')),
    ),
  };
};
