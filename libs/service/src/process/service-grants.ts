/** What the role of each service may do with the tables that all services share: what its programs do, and no more. */
import type { Limits } from '@mulin/postgres';

const [read, add, change, remove] = ['select', 'insert', 'update', 'delete'] as const;

/** Passwords are checked, accounts made and sessions begun by the gateway alone. */
const identity: Limits = {
  'identity.account': [read],
  'identity.password': [],
  'identity.session': [read, 'update (seen_at)'],
  'identity.ended_session': [read],
  'identity.attempts': [],
  'identity.sign_in': [],
};

/** Whoever shows the code of a case has so many attempts, and is put on record. */
const provesCases: Limits = {
  'identity.attempts': [read, add, change, remove],
  'identity.sign_in': [add],
};

/** Callers are counted, and what is old is removed, by the gateway alone; what is held, an operator lets go. */
const town: Limits = {
  'mulin.town': [read, add],
  'mulin.heartbeat': [read, add, change],
  'mulin.published': [read, add, change],
  'mulin.pack': [read, add],
  'mulin.data_version': [read, add, change],
  'mulin.deliveries_held': [read],
  'mulin.request_count': [],
  'mulin.facts_engine': [read],
  'mulin.restoring': [read],
  'bus.message': [read, add],
  'bus.topic': [read, add, change],
  'bus.progress': [read, add, change],
};

/** At a start each looks whether its master key is the one of the vault. */
const vaultClosed: Limits = {
  'vault.person': [read],
  'vault.item': [],
  'vault.reading': [],
  'vault.reading_count': [],
};

const vaultRead: Limits = {
  'vault.person': [read],
  'vault.item': [read],
  'vault.reading': [add],
  'vault.reading_count': [read, add, change],
};

/** Whoever keeps something again says that it is needed for another day. */
const vaultKept: Limits = {
  ...vaultRead,
  'vault.person': [read, add, change],
  'vault.item': [read, add, 'update (kept_at)'],
};

/** Whoever erases empties what was kept. */
const vaultErased: Limits = { ...vaultKept, 'vault.item': [read, add, change] };

const common: Limits = { ...identity, ...town };

const limits: Readonly<Record<string, Limits>> = {
  intake: { ...common, ...provesCases, ...vaultErased },
  routing: { ...common, ...vaultKept },
  'sla-timer': { ...common, ...vaultClosed },
  /** A party comes to its own side by a code, as residents do to their cases. */
  mediation: { ...common, ...provesCases, ...vaultKept },
  feedback: { ...common, ...vaultKept },
  audit: { ...common, ...vaultRead, 'vault.reading': [read, add] },
  inbox: { ...common, ...vaultErased },
};

/** Of a service that is none of these it is given what all have, and nothing of the vault. */
export const limitsOf = (service: string): Limits => limits[service] ?? { ...common, ...vaultClosed };
