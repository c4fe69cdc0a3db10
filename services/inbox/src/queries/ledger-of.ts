/** The ledger of what was sent, as it is shown: addresses masked, codes with their names. */
import {
  type Actor,
  findAccount,
  hasTie,
  type Identity,
  isWholeTown,
  type Page,
  type Vault,
  type WhereOf,
} from '@mulin/kernel';
import { failureText } from '../domain/delivery/failures.js';
import type { Hook } from '../domain/delivery/sending.js';
import type { Language } from '../domain/recipient/recipient.js';
import { taskWords } from '../domain/texts/words.js';
import type { deliveries, Deliveries, DeliveryRow } from '../views/deliveries.js';

type LedgerQuery = Readonly<{
  account?: string | undefined;
  state?: DeliveryRow['state'] | undefined;
  limit: number;
  cursor?: string | undefined;
}>;

/** Whoever examines the whole town sees all of it; everybody else, what was sent to themselves. */
const mayReadAll = ({ role, area }: Actor): boolean =>
  hasTie('delivery.list', role, 'town') && isWholeTown(area);

/** `l…@town.example`, `https://receiver.example/…`: enough to know it again, and not to write there. */
const masked = (content: unknown): string | null => {
  if (typeof content === 'string') return content.replace(/^(.).*@/u, '$1…@');
  if (content === null) return null;
  const { origin } = new URL((content as Hook).url); // what is kept and is no text
  return `${origin}/…`;
};

const shown = (row: DeliveryRow, to: string | null, language: Language) => ({
  id: row.id,
  account: row.account,
  channel: row.channel,
  kind: row.kind,
  to,
  count: row.fresh,
  items: row.lines
    .filter(({ isNew }) => isNew)
    .map(({ number, caseId, what }) => ({ number, caseId, what, whatName: taskWords[what][language] })),
  at: row.at,
  state: row.state,
  attempts: row.attempts,
  lastAt: row.lastAt,
  nextAt: row.nextAt,
  because: row.because,
  becauseName: row.because && failureText(row.because)[language],
  status: row.status,
});

/** Each address of a page is opened once, by the service and not by the reader: who reads sees the mask alone. */
const masksOf = async (vault: Pick<Vault, 'read'>, rows: readonly DeliveryRow[]) => {
  const ids = new Set(rows.flatMap(({ address }) => address ?? []));
  const reading = { actor: 'inbox', purpose: 'showing-deliveries' } as const;
  const masks = await Promise.all(
    [...ids].map(async (id) => [id, masked(await vault.read(id, reading))] as const),
  );
  return new Map(masks);
};

type Parts = Readonly<{
  ledger: Deliveries;
  vault: Pick<Vault, 'read'>;
  identity: Pick<Identity, 'find' | 'list'>;
}>;

/**
 * A page of the ledger, newest first.
 *
 * @throws `Rejection`: `account-unknown` where there is no account of this name, disabled or not; `malformed-cursor` for
 *   a cursor that no such list gave.
 */
export const ledgerOf = async (
  { ledger, vault, identity }: Parts,
  actor: Actor,
  { account, state, limit, cursor }: LedgerQuery,
  language: Language,
): Promise<Page<ReturnType<typeof shown>>> => {
  const isForAll = mayReadAll(actor);
  // Whether there is an account is told to those alone who may ask for it.
  if (isForAll && account !== undefined && account !== actor.id) await findAccount(identity, account);
  const own: WhereOf<typeof deliveries> = isForAll ? {} : { account: actor.id };
  const wanted: WhereOf<typeof deliveries> = {
    ...(account === undefined ? {} : { account }),
    ...(state === undefined ? {} : { state }),
  };
  const page = await ledger.list({
    where: { and: [own, wanted] },
    orderBy: [{ by: 'at', descending: true }],
    limit,
    cursor,
  });
  const masks = await masksOf(vault, page.items);
  return {
    items: page.items.map((row) => shown(row, masks.get(row.address ?? '') ?? null, language)),
    next: page.next,
  };
};
