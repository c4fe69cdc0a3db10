/** An account states how it wants to be told: addresses go to the vault first, and what it had before opens no more. */
import {
  type Actor,
  type EventMetadata,
  type EventStore,
  type Instant,
  type Position,
  Rejection,
  uuidOf,
  type Vault,
  type VaultRef,
} from '@mulin/kernel';
import type { RecipientsHandler } from '../dependencies.js';
import type { Hook, Mail, Webhooks } from '../domain/delivery/sending.js';
import {
  type Channel,
  type Language,
  prefer,
  recipientIdOf,
  type State,
} from '../domain/recipient/recipient.js';
import { holdsItsHours, type Window } from '../domain/recipient/window.js';
import { eraseAddresses } from './settle-addresses.js';

type Parts = Readonly<{
  recipients: RecipientsHandler;
  vault: Vault;
  mail: Pick<Mail, 'isConfigured'>;
  webhooks: Pick<Webhooks, 'newSecret' | 'refuse'>;
  store: Pick<EventStore, 'head'>;
  now: () => Instant;
  schedule: (account: string, at: Instant, traceparent?: string) => Promise<void>;
}>;

/** What an account states: all of it, each time. */
type Preferences = Readonly<{
  language: Language;
  window: Window;
  email: string | null;
  webhook: Readonly<{ url: string; newSecret: boolean }> | null;
}>;

type PreferencesRequest = Readonly<{
  actor: Actor;
  /** Of the request: sent again it keeps nothing twice. */
  id: string;
  context: EventMetadata;
  ifRevision?: number;
}>;

const kinds: Readonly<Record<Channel, string>> = { email: 'email-address', webhook: 'webhook' };

/** What the inbox keeps in the vault, and what it may open that for. */
export const grant = {
  kinds: Object.values(kinds),
  purposes: ['notifying', 'own-preferences', 'showing-deliveries', 'replacing-address', 'erasing-address'],
};

const noMail = () =>
  new Rejection('mail-not-configured', {
    en: 'This town sends no e-mail: whoever runs it has named no mail server.',
    zh: '本镇未配置邮件服务器，无法发送电子邮件。',
  });

const outsideHours = () =>
  new Rejection('digest-outside-hours', {
    en: 'Each hour of a digest must lie within the hours of notices.',
    zh: '汇总发送时刻须在接收时段之内。',
  });

/** What was kept of this account; `null`: nothing, or it opens nothing any more. */
const keptOf = async (vault: Vault, ref: VaultRef | null, actor: Actor): Promise<unknown> =>
  ref === null ? null : vault.read(ref.id, { actor: actor.id, purpose: 'own-preferences' });

const addressIdOf = ({ id }: PreferencesRequest, channel: Channel): Promise<string> =>
  uuidOf('notice address', id, channel);

const refOf = ({ outlets }: State, channel: Channel): VaultRef | null => outlets[channel]?.address ?? null;

type Keeping = Readonly<{ parts: Parts; request: PreferencesRequest; state: State }>;

/** Each address is kept as of a person of its own, so that it alone can be erased. */
const keep = async (
  { parts: { vault }, request }: Keeping,
  channel: Channel,
  content: unknown,
): Promise<VaultRef | null> => {
  const id = await addressIdOf(request, channel);
  const person = await vault.personBySourceId('notice address', id);
  const [ref = null] = await vault.keep([{ id, person, kind: kinds[channel], content }]);
  return ref;
};

const emailRef = async (keeping: Keeping, email: string | null): Promise<VaultRef | null> => {
  const { parts, request, state } = keeping;
  if (email === null) return null;
  const before = refOf(state, 'email');
  if ((await keptOf(parts.vault, before, request.actor)) === email) return before;
  if (!parts.mail.isConfigured) throw noMail();
  return keep(keeping, 'email', email);
};

type KeptHook = Readonly<{
  ref: VaultRef | null;
  /** Shown once: to the request that has made it. */
  secret: string | null;
}>;

/**
 * The same address keeps its secret, unless another one is asked for. A request that is sent again is shown its own.
 * Only an address that was not stated before is looked up: hours may be changed while no name can be resolved.
 */
const webhookRef = async (keeping: Keeping, webhook: Preferences['webhook']): Promise<KeptHook> => {
  const { parts, request, state } = keeping;
  if (webhook === null) return { ref: null, secret: null };
  const { url, newSecret } = webhook;
  const ref = refOf(state, 'webhook');
  // It was kept in our own form.
  const kept = (await keptOf(parts.vault, ref, request.actor)) as Hook | null;
  if (ref === null || kept?.url !== url) {
    await parts.webhooks.refuse(url);
    return newHook(keeping, url);
  }
  if (ref.id === (await addressIdOf(request, 'webhook'))) return { ref, secret: kept.secret };
  return newSecret ? newHook(keeping, url) : { ref, secret: null };
};

const isKeptBefore = (error: unknown): boolean =>
  error instanceof Rejection && error.code === 'same-id-other-content';

/** A request that ended half-way has kept its address and secret, and goes on with these when it is sent again. */
const newHook = async (keeping: Keeping, url: string): Promise<KeptHook> => {
  const { parts, request } = keeping;
  const keepHook = async (secret: string): Promise<KeptHook> => ({
    ref: await keep(keeping, 'webhook', { url, secret }),
    secret,
  });
  try {
    return await keepHook(parts.webhooks.newSecret());
  } catch (error) {
    if (!isKeptBefore(error)) throw error;
    const id = await addressIdOf(request, 'webhook');
    const reading = { actor: request.actor.id, purpose: 'own-preferences' } as const;
    const kept = (await parts.vault.read(id, reading)) as Hook | null; // kept in our own form
    if (kept?.url !== url) throw error;
    return keepHook(kept.secret);
  }
};

/** What is in force from now on, and where that stands. */
type StatedPreferences = Readonly<{
  secret: string | null;
  position: Position | null;
  revision: number;
}>;

/**
 * States how an account wants to be told.
 *
 * @throws `Rejection`: `mail-not-configured`, `digest-outside-hours`, as `Webhooks.refuse`; `stale-version`.
 */
export const statePreferences =
  (parts: Parts) =>
  async (
    request: PreferencesRequest,
    { language, window, email, webhook }: Preferences,
  ): Promise<StatedPreferences> => {
    if (!holdsItsHours(window)) throw outsideHours();
    const { actor, context, ifRevision } = request;
    const id = await recipientIdOf(actor.id);
    const { state } = await parts.recipients.query(id);
    const keeping = { parts, request, state };
    const hook = await webhookRef(keeping, webhook);
    const addresses = { email: await emailRef(keeping, email), webhook: hook.ref };
    const head = (await parts.store.head()) ?? 0;
    const wanted = prefer({ account: actor.id, language, window, addresses, head });
    const options = ifRevision === undefined ? {} : { ifRevision };
    const stated = await parts.recipients(id, wanted, context, options);
    await eraseAddresses(parts.vault, stated.state.former, { actor: actor.id, purpose: 'replacing-address' });
    await parts.schedule(actor.id, parts.now(), context.traceparent);
    return { secret: hook.secret, position: stated.position, revision: stated.revision };
  };

/** What an account has stated, with its addresses opened for itself. */
export const preferencesOf = async (
  { recipients, vault }: Pick<Parts, 'recipients' | 'vault'>,
  actor: Actor,
) => {
  const { state, revision } = await recipients.query(await recipientIdOf(actor.id));
  const { language, window, isWebhookDisabled } = state;
  const email = await keptOf(vault, refOf(state, 'email'), actor);
  const hook = (await keptOf(vault, refOf(state, 'webhook'), actor)) as Hook | null; // kept in our own form
  return {
    revision,
    preferences: {
      account: actor.id,
      language,
      ...window,
      email: typeof email === 'string' ? email : null,
      webhook: hook && { url: hook.url, isDisabled: isWebhookDisabled },
    },
  };
};
