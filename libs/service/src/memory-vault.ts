/** A vault that encrypts nothing and forgets with the program: for tests and for trying out. */
import {
  canonical,
  hashOf,
  type Kept,
  type PersonId,
  personId,
  type Reading,
  Rejection,
  reused,
  uuidOf,
  type Vault,
} from '@mulin/kernel';
import type { Grant } from './platform.js';

type Item = Readonly<{ person: PersonId; kind: string; text: string }>;

export type ReadingNoted = Reading & Readonly<{ service: string; id: string }>;

const noGrant = () =>
  new Rejection(
    'no-grant',
    { en: 'This may not be opened for that purpose.', zh: '不得为此目的查阅该内容。' },
    'forbidden',
  );

const same = (one: Item, other: Item) => canonical(one) === canonical(other);

export const memoryVault = (town: string) => {
  const items = new Map<string, Item>();
  const shredded = new Set<PersonId>();
  const readings: ReadingNoted[] = [];

  const keep = async ({ id, person, kind, content }: Kept) => {
    const item = { person, kind, text: canonical(content) };
    const before = items.get(id);
    if (before !== undefined && !same(before, item))
      throw reused({ en: 'The id of what is to be kept', zh: '该内容标识' });
    items.set(id, item);
    return { id, hash: await hashOf([id, item.text]) };
  };

  const open = (id: string): unknown => {
    const item = items.get(id);
    return item === undefined || shredded.has(item.person) ? null : JSON.parse(item.text);
  };

  const as = (service: string, { kinds, purposes }: Grant): Vault => ({
    keep: (kept) => Promise.all(kept.map(keep)),
    read: async (id, reading) => {
      const kind = items.get(id)?.kind;
      if (!purposes.includes(reading.purpose) || (kind !== undefined && !kinds.includes(kind)))
        throw noGrant();
      readings.push({ service, id, ...reading });
      return open(id);
    },
    personOfPhone: async (phone) => personId(await uuidOf(town, 'phone', phone)),
    shred: async (person) => void shredded.add(person),
  });

  return {
    as,
    /** Every reading so far, oldest first. */
    readings: (): readonly ReadingNoted[] => readings,
  };
};
