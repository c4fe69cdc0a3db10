/** Who comes, what about, and what the town has promised them before: for whoever sees them. Each reading is on record. */
import type { Actor, PersonId } from '@mulin/kernel';
import type { Dependencies } from '../../dependencies.js';
import type { Booking } from '../../domain/day/day-state.js';
import type { PromiseRow } from '../../views/promises.js';
import type { FoundBooking } from './find-day.js';
import { promiseOf } from '../show-promise.js';

type Parts = Pick<Dependencies, 'town' | 'vault' | 'pseudonyms' | 'promiseRows' | 'now'>;

type Text = string | null;
const asText = (content: unknown): Text => (typeof content === 'string' ? content : null);

const fieldOf = (content: unknown, field: string): Text =>
  typeof content === 'object' && content !== null && field in content
    ? asText((content as Readonly<Record<string, unknown>>)[field])
    : null;

/** More promises than these to one person are found by the list of promises. */
const promisesAtMost = 50;

/** What was promised, in words, beside how it stands. What was erased is `null`. */
const withText = async (
  deps: Parts,
  { caseId, state }: PromiseRow,
  open: (id: string) => Promise<unknown> | null,
) => {
  if (state === null) return [];
  return [{ ...promiseOf(caseId, state, deps.now()), text: asText(await open(state.textId)) }];
};

const promisedTo = async (deps: Parts, person: PersonId, open: (id: string) => Promise<unknown> | null) => {
  const { items } = await deps.promiseRows.list({
    where: { person },
    orderBy: [{ by: 'madeAt', descending: true }],
    limit: promisesAtMost,
  });
  return (await Promise.all(items.map((row) => withText(deps, row, open)))).flat();
};

/**
 * Everything at hand for an interview. What was promised and decided, in words, is for whoever holds the day: the desk is
 * told that there are promises, and how they stand.
 */
export const visitorFor = async (
  deps: Parts,
  { dayId, state, booking }: FoundBooking,
  { id: actor }: Actor,
) => {
  const reading = { actor, purpose: 'interview', about: dayId };
  const open = (item: string) => deps.vault.read(item, reading);
  const openWords = (item: string) => (state.host === actor ? open(item) : null);
  const details = await open(booking.detailsId);
  return {
    booking: booking.booking,
    name: fieldOf(details, 'name'),
    phone: fieldOf(details, 'phone'),
    topic: fieldOf(details, 'topic'),
    cases: [...booking.cases],
    promises: await promisedTo(deps, booking.person, openWords),
    words: booking.wordsId === null ? null : asText(await openWords(booking.wordsId)),
  };
};

/** What a resident was promised in an interview of their own, in words. */
export const ownPromises = async (deps: Parts, dayId: string, { promises }: Booking, { id }: Actor) => {
  const reading = { actor: deps.pseudonyms.of(deps.town, id), purpose: 'own-interview', about: dayId };
  const rows = await deps.promiseRows.getMany(promises.map(({ promise }) => promise));
  const known = rows.flatMap((row) => row ?? []);
  const open = (item: string) => deps.vault.read(item, reading);
  const shown = (await Promise.all(known.map((row) => withText(deps, row, open)))).flat();
  return shown.map(({ number, state, dueAt, keptAt, text }) => ({ number, state, dueAt, keptAt, text }));
};
