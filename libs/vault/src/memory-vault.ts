/** A vault that encrypts nothing and forgets with the program, with the same promises. */
import {
  canonical,
  hashOf,
  type Instant,
  instant,
  type VaultItem,
  type PersonId,
  personId,
  type VaultRef,
  reused,
  uuidOf,
  type Vault,
} from '@mulin/kernel';
import { normalPhone } from './crypto.js';
import { type Grant, noGrant, bytesWithin } from './grant.js';
import { type ErasureNoted, listOf, type ReadingNoted, recordsOf } from './memory-readings.js';

type Item = Readonly<{ person: PersonId; kind: string; text: string }>;

type Hooks = Readonly<{
  /** Throws where nothing can be put on record, as a full disk would. */
  beforeRecord?: () => void;
  now?: () => Instant;
}>;

const beginning = instant('1970-01-01T00:00:00Z');

/** What is kept, who read it, and who was erased. */
const memoryOf = ({ beforeRecord = () => undefined, now = () => beginning }: Hooks) => {
  const items = new Map<string, Item | null>();
  const readings: ReadingNoted[] = [];
  const erasures: ErasureNoted[] = [];
  const erased = new Set<PersonId>();

  return {
    items,
    readings,
    erasures,
    isErased: (person: PersonId) => erased.has(person),
    note: (reading: Omit<ReadingNoted, 'at'>) => {
      beforeRecord();
      readings.push({ ...reading, at: now() });
    },
    erase: (
      person: PersonId,
      by: Omit<ErasureNoted, 'person' | 'at'>,
      alsoItems: readonly string[],
    ): boolean => {
      const own = [...items].filter(
        ([id, item]) => item !== null && (item.person === person || alsoItems.includes(id)),
      );
      for (const [id] of own) items.set(id, null);
      erased.add(person);
      if (own.length > 0) erasures.push({ person, ...by, at: now() });
      return own.length > 0;
    },
  };
};

const keepingIn =
  (items: Map<string, Item | null>) =>
  async ({ id, person, kind, content }: VaultItem): Promise<VaultRef> => {
    const item: Item = { person, kind, text: canonical(content) };
    const there = items.get(id);
    if (there && canonical(there) !== canonical(item))
      throw reused({ en: 'The id of what is to be kept', zh: '待保存内容的编号' });
    if (!items.has(id)) items.set(id, item);
    return { id, hash: await hashOf([id, item.text]) };
  };

/** Whoever was erased is found by nothing any more: who comes after them is somebody new. */
const firstNotErased =
  (isErased: (person: PersonId) => boolean) =>
  async (...parts: readonly string[]): Promise<PersonId> => {
    for (let nth = 0; ; nth++) {
      const person = personId(await uuidOf(...parts, ...(nth === 0 ? [] : [String(nth)])));
      if (!isErased(person)) return person;
    }
  };

const contactsIn = (items: ReadonlyMap<string, Item | null>, person: PersonId): readonly string[] =>
  [...items]
    .flatMap(([id, item]) => (item?.person === person && item.kind === 'contact' ? [id] : []))
    .reverse();

/**
 * A vault for tests and for towns in memory: it keeps the promises of `postgresVault`, encrypts nothing, and forgets
 * with the process.
 *
 * @param town its slug; people of the same phone have other ids in another town.
 * @param hooks.now default: always 1970-01-01T00:00:00Z.
 */
export const memoryVault = (town: string, hooks: Hooks = {}) => {
  const { items, readings, erasures, isErased, note, erase } = memoryOf(hooks);
  const keep = keepingIn(items);

  const personBy = firstNotErased(isErased);

  const as = (service: string, { kinds, purposes }: Grant): Vault => ({
    keep: (kept) => {
      for (const { content, kind } of kept) bytesWithin(canonical(content), kind);
      return Promise.all(kept.map(keep));
    },
    ownerOf: async (id) => items.get(id)?.person ?? null,
    read: async (id, reading) => {
      const item = items.get(id);
      if (!purposes.includes(reading.purpose)) throw noGrant();
      if (!item) return null;
      if (!kinds.includes(item.kind)) throw noGrant();
      note({ service, id, kind: item.kind, ...reading });
      return JSON.parse(item.text) as unknown;
    },
    personBySourceId: (source, word) => personBy(town, 'called', source, word),
    personOfPhone: async (phone) => personBy(town, 'phone', normalPhone(phone)),
    contactsOf: async (phone, reading) => {
      if (!purposes.includes(reading.purpose)) throw noGrant();
      const person = await personBy(town, 'phone', normalPhone(phone));
      note({ service, id: null, kind: null, ...reading });
      return contactsIn(items, person);
    },
    shred: async (person, reading, alsoItems = []) => {
      if (!purposes.includes(reading.purpose)) throw noGrant();
      return erase(person, { service, ...reading }, alsoItems);
    },
  });

  return {
    as,
    readingList: listOf(() => recordsOf(readings, erasures)),
    /** Every reading so far, oldest first. */
    readings: (): readonly ReadingNoted[] => readings,
    /** Every erasure so far, oldest first. */
    erasures: (): readonly ErasureNoted[] => erasures,
  };
};
