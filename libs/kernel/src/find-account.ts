/** Who has an account, as it stands now. */
import type { Actor, Identity, ListedAccount } from './ports.js';
import { Rejection } from './rejection.js';

const pageSize = 500;

/** There is none, disabled or not. */
export const accountUnknown = (account: string): Rejection =>
  new Rejection(
    'account-unknown',
    { en: `There is no account ${account}.`, zh: `没有账号 ${account}。` },
    'unknown',
  );

/**
 * The account of this name, disabled or not.
 *
 * @throws `Rejection` `account-unknown`.
 */
export const findAccount = async (
  { find: look, list }: Pick<Identity, 'find' | 'list'>,
  account: string,
): Promise<Pick<Actor, 'role' | 'area'>> => {
  const found = await look(account);
  if (found !== null) return found.actor;
  // One that may not sign in any more is only in the list.
  for (let after: string | undefined; ;) {
    const page: readonly ListedAccount[] = await list({ after, limit: pageSize });
    const disabled = page.find((it) => it.account === account);
    if (disabled !== undefined) return disabled;
    if (page.length < pageSize) throw accountUnknown(account);
    after = page.at(-1)?.account;
  }
};
