/** A vault that encrypts nothing and forgets with the program, with the same promises. */
import {
  canonical,
  hashOf,
  type Kept,
  type PersonId,
  personId,
  type Reading,
  type Reference,
  reused,
  uuidOf,
  type Vault,
} from '@mulin/kernel';
import { normalPhone } from './crypto.js';
import { type Grant, noGrant, bytesWithin } from './grant.js';

type Item = Readonly<{ person: PersonId; kind: string; text: string }>;

export type ReadingNoted = Reading & Readonly<{ service: string; id: string }>;

export const memoryVault = (town: string) => {
  const items = new Map<string, Item | null>();
  const readings: ReadingNoted[] = [];

  const keep = async ({ id, person, kind, content }: Kept): Promise<Reference> => {
    const item: Item = { person, kind, text: canonical(content) };
    const there = items.get(id);
    if (there && canonical(there) !== canonical(item))
      throw reused({ en: 'The id of what is to be kept', zh: '待保存内容的编号' });
    if (!items.has(id)) items.set(id, item);
    return { id, hash: await hashOf([id, item.text]) };
  };

  const as = (service: string, { kinds, purposes }: Grant): Vault => ({
    keep: (kept) => {
      for (const { content } of kept) bytesWithin(canonical(content));
      return Promise.all(kept.map(keep));
    },
    read: async (id, reading) => {
      const item = items.get(id);
      if (!purposes.includes(reading.purpose)) throw noGrant();
      if (!item) return null;
      if (!kinds.includes(item.kind)) throw noGrant();
      readings.push({ service, id, ...reading });
      return JSON.parse(item.text) as unknown;
    },
    personCalled: async (source, word) => personId(await uuidOf(town, 'called', source, word)),
    personOfPhone: async (phone) => personId(await uuidOf(town, 'phone', normalPhone(phone))),
    shred: async (person, { purpose }) => {
      if (!purposes.includes(purpose)) throw noGrant();
      for (const [id, item] of items) if (item?.person === person) items.set(id, null);
    },
  });

  return {
    as,
    /** Every reading so far, oldest first. */
    readings: (): readonly ReadingNoted[] => readings,
  };
};
