/** What every door of intake needs: the cases, the menu, the vault and the next number. */
import {
  type CommandHandler,
  type Instant,
  type VaultRef,
  Rejection,
  uuidOf,
  type Vault,
} from '@mulin/kernel';
import type * as Case from './domain/case/case.js';
import type * as Handling from './domain/handling.js';
import type { MenuItem } from './domain/menu.js';
import type * as Person from './domain/person.js';
import type { Menu } from './ports.js';
import type { TakeNumber } from './commands/take-numbers.js';

export type Desk = Readonly<{
  town: string;
  now: () => Instant;
  newId: () => string;
  sleep: (ms: number) => Promise<void>;
  cases: CommandHandler<Case.State, Case.Event>;
  /** What was heard of the order, and of who was told of a deadline. */
  handling: CommandHandler<Handling.State, Handling.Event>;
  persons: CommandHandler<Person.State, Person.Event>;
  menu: () => Promise<Menu>;
  vault: Vault;
  takeNumber: TakeNumber;
  /** The id of a case that is named by its number or its id. */
  caseIdOf: (name: string) => Promise<string>;
}>;

/** Where something is: a point (WGS84 degrees), words for it, or both. */
export type Place = Readonly<{
  lat?: number | undefined;
  lon?: number | undefined;
  address?: string | undefined;
}>;

export const orderable = (menu: Menu, id: string): MenuItem => {
  const item = menu.itemOf(id);
  if (item) return item;
  throw new Rejection('no-such-menu-item', {
    en: `The menu of this town has no item "${id}".`,
    zh: `本镇服务菜单中没有“${id}”。`,
  });
};

/** The id of one piece of a request's personal content: the same request keeps nothing twice. */
export const pieceOf = (requestId: string, kind: string): Promise<string> => uuidOf(requestId, kind);

export const first = (references: readonly VaultRef[]): VaultRef => {
  const [reference] = references;
  if (!reference) throw new Error('the vault answers for each thing it keeps');
  return reference;
};
