/**
 * Addresses that nothing may be sent to any more are erased: those that were replaced, and all of a disabled account.
 * What could not be sent to one that was replaced is owed to the one in its place.
 */
import { type EventMetadata, type Identity, newCorrelation, type Vault } from '@mulin/kernel';
import type { DeliveriesHandler, RecipientsHandler } from '../dependencies.js';
import { resume } from '../domain/delivery/delivery.js';
import {
  forgetAddresses,
  noteErased,
  outletOf,
  recipientIdOf,
  type State,
} from '../domain/recipient/recipient.js';
import { untilShown } from '../queries/still-waiting.js';
import type { Deliveries, DeliveryRow } from '../views/deliveries.js';

type Parts = Parameters<typeof untilShown>[0] &
  Readonly<{
    town: string;
    newId: () => string;
    identity: Pick<Identity, 'disabled'>;
    recipients: RecipientsHandler;
    deliveries: DeliveriesHandler;
    ledger: Pick<Deliveries, 'list'>;
    vault: Pick<Vault, 'ownerOf' | 'shred'>;
    /** Has this message sent. */
    send: (id: string) => Promise<void>;
  }>;

const pageSize = 500;

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

/** What is still to be sent to an account, or was given up. */
const unsentTo = async ({ ledger }: Parts, account: string): Promise<readonly DeliveryRow[]> => {
  const rows: DeliveryRow[] = [];
  let cursor: string | null = null;
  do {
    const page: Readonly<{ items: readonly DeliveryRow[]; next: string | null }> = await ledger.list({
      where: { account, state: { in: ['waiting', 'failed'] } },
      limit: pageSize,
      ...(cursor === null ? {} : { cursor }),
    });
    rows.push(...page.items);
    cursor = page.next;
  } while (cursor !== null);
  return rows;
};

const causeOf = ({ town, newId }: Parts): EventMetadata =>
  newCorrelation({ town, actor: 'inbox', id: newId() });

/** What was tried at an address that is not stated any more is tried where it would go now. */
const resumeElsewhere = async (parts: Parts, state: State): Promise<void> => {
  await untilShown(parts);
  const rows = await unsentTo(parts, state.account);
  for (const { id, channel, address } of rows) {
    const outlet = outletOf(state, channel);
    if (address === null || outlet === null || !state.former.includes(address)) continue;
    const elsewhere = { address: outlet.address.id, since: outlet.since };
    const { events } = await parts.deliveries(id, resume(elsewhere), causeOf(parts));
    if (events.length > 0) await parts.send(id);
  }
};

/**
 * Makes the function that erases what an account has no use for any more, and puts that on record. May be called at any
 * time, also for nothing: what was cut off between a statement and the erasure is completed by the next call.
 *
 * @throws `Unavailable` where the ledger is behind, or an engine is away: it is to be called again.
 */
export const settleAddresses =
  (parts: Parts) =>
  async (account: string): Promise<void> => {
    const { identity, recipients, vault } = parts;
    const id = await recipientIdOf(account);
    if ((await identity.disabled()).has(account)) await recipients(id, forgetAddresses, causeOf(parts));
    const { state } = await recipients.query(id);
    if (state.former.length === 0) return;
    await resumeElsewhere(parts, state);
    await eraseAddresses(vault, state.former, { actor: 'inbox', purpose: 'erasing-address' });
    await recipients(id, noteErased(state.former), causeOf(parts));
  };
