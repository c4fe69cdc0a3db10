/** What the commands and routes of intake are given: the cases, the menu, the vault and the next number. */
import type { CommandHandler, Instant, Vault } from '@mulin/kernel';
import type { Platform, TakeNumber } from '@mulin/service';
import type * as Case from './domain/case/case.js';
import type * as Handling from './domain/handling.js';
import type { Photos } from './domain/photo.js';
import type { DayOf } from './domain/case/plausible.js';
import type { Menu } from './domain/menu.js';
import type * as Person from './domain/person.js';

/** What intake reads of how a town asks for feedback. */
export type Feedback = Readonly<{
  /** Days after the closing within which whoever asked may ask again. */
  reopen: Readonly<{ days: number }>;
}>;

/** What Nest injects it by, because types leave no trace at run time. */
export const DEPENDENCIES = Symbol('intake dependencies');
/** The same for what erases people (`ErasureDependencies`). */
export const ERASURE_DEPENDENCIES = Symbol('intake erasure dependencies');

export type Dependencies = Readonly<{
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
  pseudonyms: Platform['pseudonyms'];
  takeNumber: TakeNumber;
  /** The day of a moment where the town is. */
  dayOf: DayOf;
  /** What reads photos and writes them anew. */
  photos: Photos;
  /** How the town asks for feedback, which then closes cases; `null`: the desk closes them. */
  feedback: Feedback | null;
  /** The id of a case that is named by its number or its id. */
  caseIdOf: (name: string) => Promise<string>;
}>;
