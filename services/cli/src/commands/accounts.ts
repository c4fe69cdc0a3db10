/** `mulin accounts`: who may sign in, and by what. */
import { text as textOf } from 'node:stream/consumers';
import { randomPassword } from '@mulin/identity';
import type { Surroundings } from '../surroundings.js';
import { type Outcome, table, WrongCall } from '../terminal.js';
import type { TownClient } from '../town-client.js';

type Account = Readonly<{ account: string; role: string; area: string; disabled: boolean; name?: string }>;
type Accounts = Readonly<{ items: readonly Account[]; next: string | null }>;
type Options = Readonly<{ role?: string; area?: string; name?: string; stdin?: boolean }>;

/** Page after page. */
export const allAccounts = async (client: TownClient): Promise<readonly Account[]> => {
  const all: Account[] = [];
  for (let next: string | null = ''; next !== null;) {
    const cursor: string = next === '' ? '' : `&cursor=${encodeURIComponent(next)}`;
    const page: Accounts = await client.get(`/api/v1/accounts?limit=500${cursor}`);
    all.push(...page.items);
    next = page.next;
  }
  return all;
};

/** The first line of standard input. */
const passwordGiven = async (): Promise<string> => {
  const [line = ''] = (await textOf(process.stdin)).split(/\r?\n/, 1);
  if (line === '') throw new WrongCall(({ wrongCalls }) => wrongCalls.noPassword);
  return line;
};

/** What an action gives back beside the accounts: a password that was made, this once. */
type Made = Readonly<{ password?: string }>;
type Action = (client: TownClient, account: string, options: Options) => Promise<Made>;

const simply =
  (action: 'disable' | 'enable'): Action =>
  async (client, account) => {
    await client.post(`/api/v1/accounts/${encodeURIComponent(account)}/${action}`, {});
    return {};
  };

const actions: Readonly<Record<string, Action>> = {
  disable: simply('disable'),
  enable: simply('enable'),
  add: async (client, account, { role, area, name }) => {
    if (role === undefined) throw new WrongCall(({ wrongCalls }) => wrongCalls.noRole);
    await client.post('/api/v1/accounts', { account, role, area, name });
    return {};
  },
  change: async (client, account, { role, area, name }) => {
    if ([role, area, name].every((it) => it === undefined))
      throw new WrongCall(({ wrongCalls }) => wrongCalls.noChange);
    const named = name?.trim() === '' ? null : name;
    await client.patch(`/api/v1/accounts/${encodeURIComponent(account)}`, { role, area, name: named });
    return {};
  },
  password: async (client, account, { stdin = false }) => {
    const password = stdin ? await passwordGiven() : randomPassword();
    await client.put(`/api/v1/accounts/${encodeURIComponent(account)}/password`, { password });
    // Who gave it knows it.
    return stdin ? {} : { password };
  },
};

/** Throws a `WrongCall` for an action that there is none of, and for one on no account. */
const actionOn = (action: string, account: string | undefined) => {
  const act = Object.hasOwn(actions, action) ? actions[action] : undefined;
  if (act === undefined) throw new WrongCall(({ wrongCalls }) => wrongCalls.accounts);
  if (account === undefined) throw new WrongCall(({ wrongCalls }) => wrongCalls.noAccount(action));
  return (client: TownClient, options: Options) => act(client, account, options);
};

/**
 * `accounts list`, and `add`, `change`, `password`, `disable`, `enable` with the name of an account; answers with the
 * accounts as they stand then. A name that is empty is taken away. A password that was not given is made, and shown this once.
 */
export const accountsCommand = async (
  { town, texts }: Surroundings,
  [action = '', account]: readonly (string | undefined)[],
  options: Options,
): Promise<Outcome> => {
  const client = town();
  const made: Made = action === 'list' ? {} : await actionOn(action, account)(client, options);
  const accounts = (await allAccounts(client)).filter((it) => it.account === (account ?? it.account));
  const roles: Readonly<Record<string, string>> = texts.words.role;
  const rows = accounts.map((it) => [
    it.account,
    roles[it.role] ?? it.role,
    it.area,
    it.name ?? '',
    it.disabled ? texts.accounts.disabled : '',
  ]);
  const { password } = made;
  const shown = password === undefined ? [] : [texts.accounts.password(password)];
  return { json: { accounts, ...made }, lines: [...table(texts.accounts.heads, rows), ...shown] };
};
