/** Erases the person who asked in a case: from the vault, and then on record. */
import {
  type Actor,
  caseActor,
  type EventMetadata,
  type CommandHandler,
  type PersonId,
  type Position,
  type Vault,
  type ReadModelOf,
  visitorPerson,
} from '@mulin/kernel';
import type { Dependencies } from '../dependencies.js';
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
}> &
  Pick<Dependencies, 'town' | 'pseudonyms'>;

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
 * As whom they booked interviews otherwise than at the desk, where they are the person themselves: by their account, and by the
 * code of this case.
 */
const visitorsOf = (
  { town, pseudonyms }: Pick<ErasureDependencies, 'town' | 'pseudonyms'>,
  person: PersonId,
  caseId: string,
): Promise<readonly PersonId[]> =>
  Promise.all([person, pseudonyms.of(town, caseActor(caseId))].map((it) => visitorPerson(town, it)));

/**
 * The vault first: an erasure that is on record has happened. Asked again after a crash in between, it is recorded
 * then. Refused (`case-not-found`) where there is no such case.
 */
export const eraseAsker = async (
  deps: ErasureDependencies,
  { actor, context, caseId, reason }: Wanted,
): Promise<Erased> => {
  const { cases, persons, vault } = deps;
  const { number, demand } = Case.known((await cases.query(caseId)).state);
  const { person } = demand;
  const { takenOver } = (await persons.query(person)).state;
  // The case itself, too: older towns did not put it on record with the person.
  const concerned = [...new Set([caseId, ...takenOver])];
  const states = await Promise.all(concerned.map((id) => cases.query(id)));
  const elsewhere = states.flatMap(({ state }) => keptElsewhere(state, person));
  const reading = { actor: actor.id, purpose: purposeOf(reason), about: caseId };
  let hasErased = false;
  for (const visitor of await visitorsOf(deps, person, caseId))
    hasErased = (await vault.shred(visitor, reading)) || hasErased;
  hasErased = (await vault.shred(person, reading, elsewhere)) || hasErased;
  const request = context.causationId;
  const erasing = { request, caseId, number, reason, hasErased };
  const { state, position } = await persons(person, Person.erase(erasing), context);
  const own = state.erasures.find((it) => it.request === request);
  const erasure = own ?? state.erasures.at(-1);
  if (erasure === undefined) throw new Error('an erasure is on record when it was decided');
  return { number, isNew: own !== undefined, erasure, position };
};
