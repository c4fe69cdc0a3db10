/** As whom a resident comes to an interview: by their account or by the code of a case, never by a phone that they name. */
import { uuidOf } from './canonical.js';
import { type PersonId, personId } from './ids.js';

/**
 * Under whom the vault keeps what a resident said when they booked.
 *
 * @param resident how the town calls their account or their code in events: the pseudonym of the actor.
 */
export const visitorPerson = async (town: string, resident: PersonId): Promise<PersonId> =>
  personId(await uuidOf(town, 'visitor', resident));

/** The id of the actor that whoever showed the code of this case is. */
export const caseActor = (caseId: string): string => `case:${caseId}`;
