/** Erases the person who asked in a case: from the vault, and then on record. */
import type {
  Actor,
  EventMetadata,
  CommandHandler,
  PersonId,
  Position,
  Vault,
  ReadModelOf,
} from '@mulin/kernel';
import * as Case from '../domain/case/case.js';
import * as Person from '../domain/person.js';
import type { erasures } from '../views/erasures.js';

export type ErasureDependencies = Readonly<{
  cases: CommandHandler<Case.State, Case.Event>;
  persons: CommandHandler<Person.State, Person.Event>;
  rows: ReadModelOf<typeof erasures>;
  /** The id of a case that is named by its number or its id. */
  caseIdOf: (name: string) => Promise<string>;
  /** Opens nothing, and erases for the reasons below. */
  vault: Pick<Vault, 'shred'>;
}>;

const purposeOf = (reason: Person.ErasureReason): string => `erasure/${reason}`;

/** What the vault must grant for it. */
export const erasureGrant = { kinds: [], purposes: Person.erasureReasons.map(purposeOf) };

type Wanted = Readonly<{
  actor: Actor;
  context: EventMetadata;
  caseId: string;
  reason: Person.ErasureReason;
}>;

/** `isNew`: by this request. Otherwise the person had been erased before, and this is when. */
type Erased = Readonly<{
  number: string;
  isNew: boolean;
  erasure: Person.Erasure;
  position: Position | null;
}>;

/**
 * What a case of this person referred to while others were noted in it: they said it, and others hold it. So it is with
 * what was added to it meanwhile.
 */
const keptElsewhere = (state: Case.State, person: PersonId): readonly string[] => {
  const { persons, replaced, demand, additions } = Case.known(state);
  const added = demand.person === person ? additions.map(({ item }) => item.id) : [];
  return persons.includes(person) ? [...replaced, ...added] : [];
};

/**
 * The vault first: an erasure that is on record has happened. Asked again after a crash in between, it is recorded
 * then. Refused (`case-not-found`) where there is no such case.
 */
export const eraseAsker = async (
  { cases, persons, vault }: ErasureDependencies,
  { actor, context, caseId, reason }: Wanted,
): Promise<Erased> => {
  const { number, demand } = Case.known((await cases.query(caseId)).state);
  const { person } = demand;
  const { takenOver } = (await persons.query(person)).state;
  // The case itself, too: older towns did not put it on record with the person.
  const concerned = [...new Set([caseId, ...takenOver])];
  const states = await Promise.all(concerned.map((id) => cases.query(id)));
  const elsewhere = states.flatMap(({ state }) => keptElsewhere(state, person));
  const reading = { actor: actor.id, purpose: purposeOf(reason), about: caseId };
  const hasErased = await vault.shred(person, reading, elsewhere);
  const request = context.causationId;
  const erasing = { request, caseId, number, reason, hasErased };
  const { state, position } = await persons(person, Person.erase(erasing), context);
  const own = state.erasures.find((it) => it.request === request);
  const erasure = own ?? state.erasures.at(-1);
  if (erasure === undefined) throw new Error('an erasure is on record when it was decided');
  return { number, isNew: own !== undefined, erasure, position };
};
