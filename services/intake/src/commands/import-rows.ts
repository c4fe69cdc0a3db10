/** From a row of somebody else's file to a case: what is personal goes to the vault, the rest is compared and kept. */
import {
  type Instant,
  instant,
  looksPersonal,
  newCorrelation,
  personId,
  type Position,
  Rejection,
  uuidsOf,
  type VaultItem,
  type VaultRef,
} from '@mulin/kernel';
import type { CommandContext } from '@mulin/service';
import type { Dependencies } from '../dependencies.js';
import type * as Case from '../domain/case/case.js';
import { classifiedAs, type Place, pointOf } from '../domain/case/classifying.js';
import { file, importAgain, moveIn, type Row as Told } from '../domain/case/importing.js';
import type { FieldRejection } from '../domain/case/refusals.js';
import { flagsOf, refuseImplausible } from '../domain/case/plausible.js';
import { orderable } from '../domain/menu.js';

type Row = Readonly<{
  sourceId: string;
  sourceNumber?: string | undefined;
  menuItem: string;
  words: string;
  place: Place | null;
  channel: Case.Channel;
  person: string | null;
  contact?: Readonly<{ phone: string; name?: string | undefined }> | undefined;
  reportedAt: string;
  closedAt: string | null;
  dueAt: string | null;
  claim: 'met' | 'breached' | null;
  flags: readonly Case.Flag[];
  /** Which of its times are only days. */
  days?: readonly Case.RowTime[] | undefined;
}>;

/** Where the rows come from; `asOf`: when the file was made, `null` where nobody says. */
type Source = Readonly<{ batch: string; mode: 'archive' | 'live'; asOf: Instant | null }>;

/** `caseId`: `null` where nobody can tell which case it would be; `field`: the one that is to blame. */
export type Refused = {
  caseId: string | null;
  outcome: 'rejected';
  code: string;
  reason: string;
  field?: string;
};
type Outcome = { caseId: string; outcome: 'registered' | 'known'; closed?: true } | Refused;
export type Filed = Outcome & { position?: Position | null };

type Ids = Readonly<{ caseId: string; words: string; place: string; person: string; contact: string }>;
type Keyed = Readonly<{ row: Row; ids: Ids; isPersonal: boolean }>;
type Kept = Readonly<{ references: readonly VaultRef[]; items: readonly VaultItem[] }>;

const idsFrom = async (deps: Dependencies, batch: string, id: string): Promise<Ids> => {
  const ids = await uuidsOf(5, deps.town, 'import', batch, id);
  const [caseId = '', words = '', place = '', person = '', contact = ''] = ids;
  return { caseId, words, place, person, contact };
};

/**
 * A row is the case that its source's id makes, whenever and in whichever file it comes. Where that id may be somebody's
 * phone, nobody can find it by trying all phones: it goes through a keyed hash. Cases of before that was so stay found.
 */
const keyed = async (deps: Dependencies, batch: string, row: Row): Promise<Keyed> => {
  const ids = await idsFrom(deps, batch, row.sourceId);
  if (!looksPersonal(row.sourceId)) return { row, ids, isPersonal: false };
  if ((await deps.cases.query(ids.caseId)).revision >= 0) return { row, ids, isPersonal: false };
  const secret = await deps.vault.personBySourceId(`${batch} id`, row.sourceId);
  return { row, ids: await idsFrom(deps, batch, secret), isPersonal: true };
};

/** What of its numbers is somebody's goes where the phone goes. */
const contactOf = ({ row, isPersonal }: Keyed): Readonly<Record<string, string>> | null => {
  const { contact, sourceId, sourceNumber } = row;
  const isNumberPersonal = sourceNumber !== undefined && looksPersonal(sourceNumber);
  const known = {
    ...(contact ? { phone: contact.phone } : {}),
    ...(contact?.name === undefined ? {} : { name: contact.name }),
    ...(isPersonal ? { sourceId } : {}),
    ...(isNumberPersonal ? { sourceNumber } : {}),
  };
  return Object.keys(known).length === 0 ? null : known;
};

/** By their phone, as at the desk; by the source's word for them; else a person of this case alone. */
const personOf = ({ vault }: Dependencies, batch: string, { row, ids }: Keyed) => {
  if (row.contact) return vault.personOfPhone(row.contact.phone);
  return row.person === null
    ? Promise.resolve(personId(ids.person))
    : vault.personBySourceId(batch, row.person);
};

const itemsOf = async (deps: Dependencies, batch: string, it: Keyed): Promise<readonly VaultItem[]> => {
  const { row, ids } = it;
  const [person, contact] = [await personOf(deps, batch, it), contactOf(it)];
  const words: VaultItem = { id: ids.words, person, kind: 'words', content: row.words };
  return [
    words,
    ...(row.place === null ? [] : [{ id: ids.place, person, kind: 'place', content: row.place }]),
    ...(contact === null ? [] : [{ id: ids.contact, person, kind: 'contact', content: contact }]),
  ];
};

const rejectionOr = async <Answer>(work: Promise<Answer>): Promise<Answer | Rejection> => {
  try {
    return await work;
  } catch (error) {
    if (error instanceof Rejection) return error;
    throw error;
  }
};

/** What goes to the vault; nothing of a row that cannot be. */
const checkedItemsOf = async (
  deps: Dependencies,
  batch: string,
  it: Keyed,
): Promise<readonly VaultItem[]> => {
  refuseImplausible(it.row, deps.now());
  return itemsOf(deps, batch, it);
};

/** One trip to the vault for all rows; a row whose words it refuses is refused alone. */
const keepAll = async (
  { vault }: Dependencies,
  rows: readonly (readonly VaultItem[] | Rejection)[],
): Promise<readonly (Kept | Rejection)[]> => {
  const good = rows.flatMap((items) => (items instanceof Rejection ? [] : items));
  const together = await rejectionOr(vault.keep(good));
  if (together instanceof Rejection)
    return Promise.all(
      rows.map(async (items) => {
        if (items instanceof Rejection) return items;
        const references = await rejectionOr(vault.keep(items));
        return references instanceof Rejection ? references : { references, items };
      }),
    );
  let next = 0;
  return rows.map((items) =>
    items instanceof Rejection ? items : { references: together.slice(next, (next += items.length)), items },
  );
};

const referenceOf = ({ references, items }: Kept, wanted: string): VaultRef | null =>
  references[items.findIndex(({ kind }) => kind === wanted)] ?? null;

const demandOf = async (deps: Dependencies, row: Row, kept: Kept): Promise<Case.Demand> => {
  const item = orderable(await deps.menu(), row.menuItem);
  const [words, person] = [referenceOf(kept, 'words'), kept.items[0]?.person];
  if (!words || !person) throw new Error('the vault answers for the words');
  const [place, contact] = [referenceOf(kept, 'place'), referenceOf(kept, 'contact')];
  const known = { person, words, contact, place, channel: row.channel };
  return { ...known, ...classifiedAs(item, undefined), ...pointOf(item, row.place ?? undefined) };
};

/** The source's own id as events may hold it. */
const openId = ({ row, ids, isPersonal }: Keyed): string =>
  isPersonal ? `withheld-${ids.caseId.slice(0, 8)}` : row.sourceId;

const toldBy = ({ dayOf }: Dependencies, batch: string, it: Keyed): Told => {
  const { dueAt, closedAt, claim, days = [] } = it.row;
  return {
    batch,
    sourceId: openId(it),
    dueAt: dueAt === null ? null : instant(dueAt),
    closedAt: closedAt === null ? null : instant(closedAt),
    claim,
    flags: flagsOf(it.row, dayOf),
    ...(days.length === 0 ? {} : { days }),
  };
};

const registered = async (
  deps: Dependencies,
  { mode, batch, asOf }: Source,
  it: Keyed,
  demand: Case.Demand,
) => {
  const { sourceId, sourceNumber = sourceId } = it.row;
  const reportedAt = instant(it.row.reportedAt);
  const isShown = !looksPersonal(sourceNumber);
  const registration: Case.Registration = {
    number: await deps.takeNumber(reportedAt),
    ...(isShown ? { sourceNumber } : {}),
    demand,
    reportedAt,
    reportedBy: 'source',
  };
  const row = toldBy(deps, batch, it);
  if (mode === 'live') return moveIn(registration, row);
  return file(registration, { ...row, asOf: asOf ?? deps.now() });
};

/** A row that is a case already is given no second number: only its closing may be new. */
const fileRow = async (
  deps: Dependencies,
  source: Source,
  it: Keyed & { kept: Kept },
  request: CommandContext,
): Promise<Filed> => {
  const { caseId } = it.ids;
  const demand = await demandOf(deps, it.row, it.kept);
  const before = await deps.cases.query(caseId);
  // What a row says is compared with the case itself: the body of the request has other rows, too.
  const { bodyHash: _, ...context } = request.context;
  const cause = (id: string) => ({
    ...newCorrelation({ ...context, id }),
    correlationId: context.correlationId,
  });
  if (before.revision < 0) {
    const decide = await registered(deps, source, it, demand);
    const { events, position } = await deps.cases(caseId, decide, cause(caseId));
    if (events.length > 0) return { caseId, outcome: 'registered', position };
    // Another row of this id came first, and this one may say something else.
  }
  const told = { ...demand, reportedAt: instant(it.row.reportedAt) };
  const decide = importAgain(told, toldBy(deps, source.batch, it), source.asOf);
  // A cause of its own each time: what was heard before with the same closing may have told another past.
  const { events, position } = await deps.cases(caseId, decide, cause(deps.newId()));
  return { caseId, outcome: 'known', ...(events.length > 0 ? { closed: true } : {}), position };
};

const fieldOf = (refusal: Rejection | FieldRejection) => ('field' in refusal ? { field: refusal.field } : {});

/** Those of one key after each other, in their order; the others at once. */
const inTurns = () => {
  const last = new Map<string, Promise<unknown>>();
  return <Answer>(key: string, work: () => Promise<Answer>): Promise<Answer> => {
    const answer = (last.get(key) ?? Promise.resolve()).then(work, work);
    last.set(key, answer);
    return answer;
  };
};

/** Each row by itself: what is refused of one touches no other. Rows of one id are heard in their order. */
export const importRows = async (
  deps: Dependencies,
  source: Source,
  rows: readonly Row[],
  request: CommandContext,
): Promise<readonly Filed[]> => {
  const all = await Promise.all(rows.map((row) => keyed(deps, source.batch, row)));
  const items = await Promise.all(all.map((it) => rejectionOr(checkedItemsOf(deps, source.batch, it))));
  const kept = await keepAll(deps, items);
  const inTurn = inTurns();
  return Promise.all(
    all.map(async (it, place): Promise<Filed> => {
      const own = kept[place];
      const filed =
        own === undefined || own instanceof Rejection
          ? own
          : await rejectionOr(
              inTurn(it.ids.caseId, () => fileRow(deps, source, { ...it, kept: own }, request)),
            );
      if (filed === undefined) throw new Error('the vault answers for each row');
      if (!(filed instanceof Rejection)) return filed;
      const { code, sentence } = filed;
      const reason = sentence[request.language];
      return { caseId: it.ids.caseId, outcome: 'rejected', code, reason, ...fieldOf(filed) };
    }),
  );
};
