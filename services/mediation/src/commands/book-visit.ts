/** Somebody comes to an interview day: who they are is kept in the vault first, then they have a place. */
import { type PersonId, personId, type Position, uuidOf, visitorPerson } from '@mulin/kernel';
import type { CommandContext } from '@mulin/service';
import type { Dependencies } from '../dependencies.js';
import { bookingIn } from '../domain/day/booking.js';
import type { Visitor } from '../domain/day/day-events.js';
import { knownDay, type Decides } from '../domain/day/publishing.js';
import type { FoundBooking } from '../queries/days/find-day.js';

/** As they were named; `phone` tells whether two are one. */
type Named = Readonly<{
  name: string;
  phone?: string | undefined;
  topic?: string | undefined;
  cases: readonly string[];
}>;

type Parts = Pick<Dependencies, 'vault' | 'town' | 'pseudonyms' | 'days' | 'now'>;

/**
 * A resident by their account, so that naming a neighbour's phone tells nothing of the neighbour, and takes nobody's place. At
 * the desk by their phone, so that what was promised to them before is found; without one, of this visit alone.
 */
const personOf = async (
  { vault, town, pseudonyms }: Parts,
  { id, actor }: Pick<CommandContext, 'id' | 'actor'>,
  { phone }: Named,
): Promise<PersonId> => {
  if (actor.role === 'resident') return visitorPerson(town, pseudonyms.of(town, actor.id));
  return phone === undefined ? personId(await uuidOf(id, 'person')) : vault.personOfPhone(phone);
};

const visitorOf = async (deps: Parts, { id, actor }: CommandContext, named: Named): Promise<Visitor> => ({
  booking: id,
  person: await personOf(deps, { id, actor }, named),
  detailsId: await uuidOf(id, 'details'),
  ...(actor.role === 'resident' ? { account: deps.pseudonyms.of(deps.town, actor.id) } : {}),
  cases: [...new Set(named.cases)],
});

type Visit = Readonly<{
  dayId: string;
  named: Named;
  /** What is decided once it is known who comes. */
  decisionOf: (visitor: Visitor) => Decides;
}>;

/** A booking after something was done with it. */
export type BookingResult = FoundBooking & Readonly<{ position: Position | null }>;

/** Refused as the decision says, before anything is kept, and: `phone-not-readable`. */
export const bookVisit = async (
  deps: Parts,
  request: CommandContext,
  { dayId, named, decisionOf }: Visit,
): Promise<BookingResult> => {
  const visitor = await visitorOf(deps, request, named);
  const decide = decisionOf(visitor);
  decide((await deps.days.query(dayId)).state, deps.now());
  const { name, phone = null, topic = null } = named;
  const { detailsId, person, booking } = visitor;
  await deps.vault.keep([{ id: detailsId, person, kind: 'visitor', content: { name, phone, topic } }]);
  const { state, revision, position } = await deps.days(dayId, decide, request.context);
  const known = knownDay(state);
  return { dayId, state: known, revision, position, booking: bookingIn(known, booking) };
};
