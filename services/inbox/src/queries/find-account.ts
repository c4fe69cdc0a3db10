/** Who has an account, as it stands now. */
import { type Identity, type ListedAccount, Rejection } from '@mulin/kernel';

const pageSize = 500;

const unknownAccount = (account: string) =>
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
  identity: Pick<Identity, 'list'>,
  account: string,
): Promise<ListedAccount> => {
  for (let after: string | undefined; ;) {
    const page: readonly ListedAccount[] = await identity.list({ after, limit: pageSize });
    const found = page.find((it) => it.account === account);
    if (found !== undefined) return found;
    if (page.length < pageSize) throw unknownAccount(account);
    after = page.at(-1)?.account;
  }
};
