import { randomUUID } from 'node:crypto';
import type { Actor, Area, Identity, ListedAccount, NewAccount, Role } from '@mulin/kernel';

/** Who works for the town, and where; what a token's name is looked up in. */
export interface Accounts {
  /** `null`: there is no such account, or it was disabled. */
  find(id: string): Promise<Actor | null>;
  /** How people call whoever has it; `null`: nobody said. */
  nameOf(id: string): Promise<string | null>;
  /** Makes those that are not there yet, all or nothing; says which it made. */
  add(accounts: readonly NewAccount[]): Promise<ReadonlySet<string>>;
  /** The account as it stands now, made if there is none of this id; `null`: it was disabled. */
  ensure(actor: Actor): Promise<Actor | null>;
  /** Tokens of this account open nothing from now on. */
  disable(id: string): Promise<void>;
  /** Tokens of this account open again what they opened; `false`: there is none that was disabled. */
  enable(id: string): Promise<boolean>;
  /** By their ids, at most `limit` of them, from the one behind `after` on. */
  list(page: Readonly<{ after?: string | undefined; limit: number }>): Promise<readonly ListedAccount[]>;
  /** Every account that was disabled; what another process disabled, within a second. */
  disabled(): Promise<ReadonlySet<string>>;
  /** See `Identity.change`. */
  change: Identity['change'];
}

/**
 * One account for each role of an area (`role@area`), where nobody names one; residents share nothing but the area,
 * so each has a random one.
 */
export const accountFor = (role: Role, area: Area): string =>
  role === 'resident' ? `${role}-${randomUUID()}` : `${role}@${area}`;
