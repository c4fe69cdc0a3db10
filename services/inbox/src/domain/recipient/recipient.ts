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
  /** Its receiver has said that it takes nothing any more. */
  | Readonly<{ type: 'WebhookDisabled'; data: Readonly<{ address: string; because: 'gone'; at: Moment }> }>;

export type State = Stated &
  Readonly<{
    /** Nothing goes there, until it is stated again. */
    isWebhookDisabled: boolean;
    /** What was stated before: the ids of addresses that the vault need not keep. */
    former: readonly string[];
  }>;

const idsIn = ({ email, webhook }: Stated['outlets']): readonly string[] =>
  [email, webhook].flatMap((it) => it?.address.id ?? []);

const evolve = (state: State, event: Event): State => {
  switch (event.type) {
    case 'PreferencesStated': {
      const { at: _, ...stated } = event.data;
      const now = idsIn(stated.outlets);
      const former = [...state.former, ...idsIn(state.outlets)].filter((id) => !now.includes(id));
      return { ...stated, isWebhookDisabled: false, former: [...new Set(former)] };
    }
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
    outlets: { email: null, webhook: null },
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
