/** How one account wants to hear of what waits for it: when, in which language, and where. */
import { canonical, type Decider, type Decision, uuidOf, unreachable, type VaultRef } from '@mulin/kernel';
import type { Moment } from '../observed-events.js';
import { usualWindow, type Window } from './window.js';

export const languages = ['zh', 'en'] as const;
export type Language = (typeof languages)[number];

export const channels = ['email', 'webhook'] as const;
export type Channel = (typeof channels)[number];

/** Where notices go; the address itself is personal, and in the vault. */
export type Outlet = Readonly<{
  address: VaultRef;
  /** The head of this service's log when it was stated: nothing that waited by then is told as new. */
  since: number;
}>;

type Stated = Readonly<{
  account: string;
  language: Language;
  window: Window;
  outlets: Readonly<Record<Channel, Outlet | null>>;
}>;

export type Event =
  | Readonly<{ type: 'PreferencesStated'; data: Stated & Readonly<{ at: Moment }> }>
  /** The account may not sign in any more: nothing is sent to it, also when it is enabled again. */
  | Readonly<{ type: 'AddressesForgotten'; data: Readonly<{ because: 'account-disabled'; at: Moment }> }>
  /** What was stated before opens nothing any more in the vault. */
  | Readonly<{ type: 'AddressesErased'; data: Readonly<{ addresses: readonly string[]; at: Moment }> }>
  /** Its receiver has said that it takes nothing any more. */
  | Readonly<{ type: 'WebhookDisabled'; data: Readonly<{ address: string; because: 'gone'; at: Moment }> }>;

export type State = Stated &
  Readonly<{
    /** Nothing goes there, until it is stated again. */
    isWebhookDisabled: boolean;
    /** What was stated before, and is not erased yet: the ids of addresses that the vault need not keep. */
    former: readonly string[];
  }>;

const idsIn = ({ email, webhook }: Stated['outlets']): readonly string[] =>
  [email, webhook].flatMap((it) => it?.address.id ?? []);

const nowhere: Stated['outlets'] = { email: null, webhook: null };

/** What was known before and is stated no more. */
const formerWith = (state: State, outlets: Stated['outlets']): readonly string[] => {
  const now = idsIn(outlets);
  return [...new Set([...state.former, ...idsIn(state.outlets)])].filter((id) => !now.includes(id));
};

const evolve = (state: State, event: Event): State => {
  switch (event.type) {
    case 'PreferencesStated': {
      const { at: _, ...stated } = event.data;
      return { ...stated, isWebhookDisabled: false, former: formerWith(state, stated.outlets) };
    }
    case 'AddressesForgotten':
      return { ...state, outlets: nowhere, isWebhookDisabled: false, former: formerWith(state, nowhere) };
    case 'AddressesErased':
      return { ...state, former: state.former.filter((id) => !event.data.addresses.includes(id)) };
    case 'WebhookDisabled':
      return { ...state, isWebhookDisabled: state.outlets.webhook?.address.id === event.data.address };
    default:
      return unreachable(event);
  }
};

export const decider: Decider<State, Event> = {
  category: 'recipient',
  initial: {
    account: '',
    language: 'zh',
    window: usualWindow,
    outlets: nowhere,
    isWebhookDisabled: false,
    former: [],
  },
  evolve,
};

/** An account's name may be anything; the name of a stream may not. */
export const recipientIdOf = (account: string): Promise<string> => uuidOf('recipient of notices', account);

/** Where something may go now: a disabled webhook is none. */
export const outletOf = (state: State, channel: Channel): Outlet | null =>
  channel === 'webhook' && state.isWebhookDisabled ? null : state.outlets[channel];

type Wanted = Omit<Stated, 'outlets'> &
  Readonly<{ addresses: Readonly<Record<Channel, VaultRef | null>>; head: number }>;

/** A new address goes on where the former one of its channel was. */
const outletWith = (before: Outlet | null, address: VaultRef | null, head: number): Outlet | null =>
  address && { address, since: before?.since ?? head };

/** States all of it anew. What is as it was changes nothing; a webhook that is stated again is no longer disabled. */
export const prefer =
  ({ addresses, head, ...wanted }: Wanted): Decision<State, Event> =>
  (state, at) => {
    const outlets = {
      email: outletWith(outletOf(state, 'email'), addresses.email, head),
      webhook: outletWith(outletOf(state, 'webhook'), addresses.webhook, head),
    };
    const { account, language, window, outlets: before, isWebhookDisabled } = state;
    const isSame =
      canonical({ ...wanted, outlets }) === canonical({ account, language, window, outlets: before });
    return isSame && !isWebhookDisabled
      ? []
      : [{ type: 'PreferencesStated', data: { ...wanted, outlets, at } }];
  };

/** Its receiver has answered that it is gone, when something was sent to this address. */
export const disableWebhook =
  (address: string): Decision<State, Event> =>
  (state, at) =>
    outletOf(state, 'webhook')?.address.id === address
      ? [{ type: 'WebhookDisabled', data: { address, because: 'gone', at } }]
      : [];

/** The account is disabled: whoever holds it next states an address of their own. */
export const forgetAddresses: Decision<State, Event> = ({ outlets }, at) =>
  idsIn(outlets).length === 0
    ? []
    : [{ type: 'AddressesForgotten', data: { because: 'account-disabled', at } }];

/** These open nothing any more in the vault. */
export const noteErased =
  (erased: readonly string[]): Decision<State, Event> =>
  ({ former }, at) => {
    const addresses = former.filter((id) => erased.includes(id));
    return addresses.length === 0 ? [] : [{ type: 'AddressesErased', data: { addresses, at } }];
  };

/** Whether an address is to be erased; `disabled`: the accounts that may not sign in any more. */
export const isUnsettled = ({ account, outlets, former }: State, disabled: ReadonlySet<string>): boolean =>
  former.length > 0 || (disabled.has(account) && idsIn(outlets).length > 0);
