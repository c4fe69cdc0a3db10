/** What this device keeps: what is to be sent, what was begun, and what was read for reading without network. */
import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { Deed } from './deeds';

/** A photo that goes along; `photoId`: how the town calls it, once it has it. */
type PhotoToSend = Readonly<{ key: string; blob: Blob; photoId: string | null }>;

export type Told = Readonly<{ status: number; code: string; sentence: string }>;

/** Something that somebody did, until the town has it. */
export type Entry = Readonly<{
  /** In the order in which it was done. */
  id: number;
  account: string;
  /** The name under which the town does it once. */
  key: string;
  /** What has to be done in turn: the id of a case, or a name of its own. */
  lane: string;
  /** `null`: the town has not made a case of it yet. */
  caseId: string | null;
  number: string | null;
  deed: Deed;
  photos: readonly PhotoToSend[];
  /** By the clock of this device, in milliseconds since 1970. */
  madeAt: number;
  /** How far that clock was behind the town's then, in milliseconds; `null`: nobody knew. It may be set before this is sent. */
  behindMs?: number | null;
  /** Sent before, as something that is done now: whether it arrived is not known. */
  wasSentAsNow: boolean;
  /** The time that it is sent with, in ISO 8601; the same at every sending. */
  at: string | null;
  state: 'waiting' | 'refused' | 'sent';
  refusal: Told | null;
  /** Since when the town has it, by the clock of this device. */
  sentAt: number | null;
}>;

export type Draft = Readonly<{
  id: string;
  account: string;
  fields: Readonly<Record<string, string>>;
  photos: readonly Readonly<{ key: string; blob: Blob }>[];
}>;

export type Kept = Readonly<{ account: string; name: string; answer: unknown; keptAt: number }>;

interface Device extends DBSchema {
  outbox: { key: number; value: Entry; indexes: { account: string } };
  drafts: { key: string; value: Draft };
  kept: { key: [string, string]; value: Kept; indexes: { account: string } };
}

let opened: Promise<IDBPDatabase<Device>> | undefined;

/** Opened once; asked again after a failure. */
export const device = (): Promise<IDBPDatabase<Device>> => {
  opened ??= openDB<Device>('mulin', 1, {
    upgrade: (db) => {
      db.createObjectStore('outbox', { keyPath: 'id', autoIncrement: true }).createIndex(
        'account',
        'account',
      );
      db.createObjectStore('drafts', { keyPath: 'id' });
      db.createObjectStore('kept', { keyPath: ['account', 'name'] }).createIndex('account', 'account');
    },
    terminated: () => {
      opened = undefined;
    },
  }).catch((error: unknown) => {
    opened = undefined;
    throw error;
  });
  return opened;
};
