/** What waits to be sent from this device, for the account that did it and for no other. */
import { toldBehind, townTime } from '../api/clock';
import { newKey } from '../api/keys';
import type { Deed } from './deeds';
import { device, type Entry, type Told } from './database';

export type ToDo = Readonly<{
  account: string;
  caseId: string | null;
  number: string | null;
  deed: Deed;
  photos?: readonly Readonly<{ key: string; blob: Blob }>[];
}>;

type Listener = () => void;
const listeners = new Set<Listener>();
/** Other tabs show the same box. */
const tabs = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel('mulin-outbox');
const tell = () => {
  for (const listener of listeners) listener();
};
tabs?.addEventListener('message', tell);

const changed = (): void => {
  tell();
  tabs?.postMessage(null);
};

/** Calls after every change, in whichever tab; the returned function ends it. */
export const whenOutboxChanged = (listener: Listener): Listener => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};

const dayMs = 86_400_000;

/** Everything of an account, as it was done; what was sent is forgotten after a day. */
export const entriesOf = async (account: string): Promise<readonly Entry[]> => {
  const all = await (await device()).getAllFromIndex('outbox', 'account', account);
  const isOld = ({ sentAt }: Entry) => sentAt !== null && Date.now() - sentAt > dayMs;
  for (const { id } of all.filter(isOld)) await (await device()).delete('outbox', id);
  return all.filter((entry) => !isOld(entry)).sort((a, b) => a.id - b.id);
};

/** Written down before anything is sent. */
export const putIn = async ({ account, caseId, number, deed, photos = [] }: ToDo): Promise<void> => {
  const key = newKey();
  const entry: Omit<Entry, 'id'> = {
    account,
    key,
    lane: caseId ?? key,
    caseId,
    number,
    deed,
    photos: photos.map((photo) => ({ ...photo, photoId: null })),
    madeAt: Date.now(),
    behindMs: toldBehind(),
    wasSentAsNow: false,
    at: null,
    state: 'waiting',
    refusal: null,
    sentAt: null,
  };
  await (await device()).add('outbox', entry as Entry); // its id is given by the store
  changed();
};

/**
 * When it was done by the town's clock, in milliseconds since 1970, and never in the future: the device's clock may have
 * been wrong then, and be right now.
 */
export const madeInTown = ({ madeAt, behindMs = null }: Pick<Entry, 'madeAt' | 'behindMs'>): number =>
  Math.min(behindMs === null ? townTime(madeAt) : madeAt + behindMs, townTime(Date.now()));

/** Changes an entry that is still there. */
export const note = async (id: number, change: Partial<Omit<Entry, 'id'>>): Promise<Entry | null> => {
  const transaction = (await device()).transaction('outbox', 'readwrite');
  const entry = await transaction.store.get(id);
  const next = entry === undefined ? null : { ...entry, ...change };
  if (next !== null) await transaction.store.put(next);
  await transaction.done;
  changed();
  return next;
};

/** What is left of it: that it was sent, without words and photos. */
export const noteSent = ({ id, deed }: Entry, said: Partial<Entry> = {}): Promise<Entry | null> =>
  note(id, {
    ...said,
    state: 'sent',
    refusal: null,
    sentAt: Date.now(),
    photos: [],
    deed: withoutWords(deed),
  });

/** What somebody did, without what they wrote. */
export const withoutWords = (deed: Deed): Deed => {
  if (!('body' in deed)) return deed;
  const { words: _, task: __, place: ___, ...body } = deed.body as Record<string, unknown>;
  return { ...deed, body: { ...body, ...(deed.does === 'patrol' ? { words: '' } : {}) } } as Deed; // what is left is told to nobody
};

export const noteRefused = (id: number, refusal: Told): Promise<Entry | null> =>
  note(id, { state: 'refused', refusal });

/** Sent again under a new name, as what is done now: what was refused was not done. */
export const tryAgain = (id: number): Promise<Entry | null> =>
  note(id, { state: 'waiting', refusal: null, key: newKey(), at: null, wasSentAsNow: false });

export const throwAway = async (id: number): Promise<void> => {
  await (await device()).delete('outbox', id);
  changed();
};
