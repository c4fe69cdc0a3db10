/** Addresses that nothing may be sent to any more are erased: those that were replaced, and all of a disabled account. */
import { type EventMetadata, type Identity, newCorrelation, type Vault } from '@mulin/kernel';
import type { RecipientsHandler } from '../dependencies.js';
import { forgetAddresses, noteErased, recipientIdOf } from '../domain/recipient/recipient.js';

type Parts = Readonly<{
  town: string;
  newId: () => string;
  identity: Pick<Identity, 'disabled'>;
  recipients: RecipientsHandler;
  vault: Pick<Vault, 'ownerOf' | 'shred'>;
}>;

/** By whom, and why, an address is erased; on record. */
type Erasing = Readonly<{ actor: string; purpose: 'replacing-address' | 'erasing-address' }>;

/** Erases addresses by destroying their keys; one that opens nothing any more is passed over. */
export const eraseAddresses = async (
  vault: Parts['vault'],
  ids: readonly string[],
  erasing: Erasing,
): Promise<void> => {
  for (const id of ids) {
    const person = await vault.ownerOf(id);
    if (person !== null) await vault.shred(person, erasing);
  }
};

/**
 * Makes the function that erases what an account has no use for any more, and puts that on record. May be called at any
 * time, also for nothing: what was cut off between a statement and the erasure is completed by the next call.
 */
export const settleAddresses =
  (parts: Parts) =>
  async (account: string): Promise<void> => {
    const { town, newId, identity, recipients, vault } = parts;
    // Each decision is of a cause of its own: a cause decides once on a stream.
    const cause = (): EventMetadata => newCorrelation({ town, actor: 'inbox', id: newId() });
    const id = await recipientIdOf(account);
    if ((await identity.disabled()).has(account)) await recipients(id, forgetAddresses, cause());
    const { state } = await recipients.query(id);
    if (state.former.length === 0) return;
    await eraseAddresses(vault, state.former, { actor: 'inbox', purpose: 'erasing-address' });
    await recipients(id, noteErased(state.former), cause());
  };
