/** What a resident's account is called where everybody may read it: in events, and as the owner of vault items. */
import { createHmac } from 'node:crypto';
import { type PersonId, personId, uuidOf } from '@mulin/kernel';
import { asUuid, masterKeysOf } from './crypto.js';

/**
 * An account's name may be somebody's name or phone, and there are few enough of those to try them all against a bare
 * hash. The same account of the same town always has the same pseudonym.
 */
export type Pseudonyms = Readonly<{
  /** Keyed: who has a copy of the database and not the master key finds no account by it. */
  of: (town: string, account: string) => PersonId;
  /** What older towns recorded, the bare hash: it stays in their events. Nothing new is called so. */
  formerOf: (town: string, account: string) => Promise<PersonId>;
}>;

/** `master`: the key that the vault is locked with, at least 32 bytes. */
export const pseudonymsOf = (master: Uint8Array): Pseudonyms => {
  const { pseudonyms } = masterKeysOf(master);
  return {
    of: (town, account) =>
      personId(
        asUuid(
          createHmac('sha256', pseudonyms)
            .update(JSON.stringify([town, account]))
            .digest('hex'),
        ),
      ),
    formerOf: async (town, account) => personId(await uuidOf(town, 'resident', account)),
  };
};
