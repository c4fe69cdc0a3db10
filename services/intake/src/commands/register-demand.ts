/** From what somebody sends to what is registered: what is personal goes to the vault, the rest is classified. */
import {
  type Actor,
  instant,
  type VaultItem,
  type PersonId,
  personId,
  type VaultRef,
  uuidOf,
} from '@mulin/kernel';
import type { CommandContext } from '@mulin/service';
import type { Dependencies } from '../dependencies.js';
import type * as Case from '../domain/case/case.js';
import type { Place } from '../domain/case/classifying.js';
import { demandBy, reportOf, seenBy } from '../domain/case/registering.js';
import { orderable } from '../domain/menu.js';
import { first, pieceOf } from './vault-items.js';

export type Demanded = Readonly<{
  menuItem: string;
  words: string;
  place?: Place | undefined;
  channel?: Case.Channel | undefined;
  urgency?: Case.Urgency | undefined;
  /** Who asks, where a clerk writes it down for them. */
  phone?: string | undefined;
  name?: string | undefined;
  reportedAt?: string | undefined;
}>;

/** What is registered of a demand, with a number of its own. Refused: `report-time-not-yours`, `no-such-menu-item`. */
export const registrationOf = async (
  deps: Dependencies,
  request: CommandContext,
  body: Demanded,
): Promise<Case.Registration> => {
  const { menu, takeNumber, now } = deps;
  const { role } = request.actor;
  const saidAt = body.reportedAt === undefined ? undefined : instant(body.reportedAt);
  const report = reportOf(role, saidAt, now());
  const item = orderable(await menu(), body.menuItem);
  const [number, kept] = await Promise.all([takeNumber(report.reportedAt), keep(deps, request, body)]);
  const demand = { ...kept, ...demandBy(role, item, body) };
  return { number, ...report, ...seenBy(request.actor, body), demand };
};

const keep = async (deps: Dependencies, { actor, id: requestId }: CommandContext, body: Demanded) => {
  const { words, place, phone, name } = body;
  const person = await personOf(deps, actor, requestId, phone);
  const piece = async (kind: string, content: unknown): Promise<VaultItem> => ({
    id: await pieceOf(requestId, kind),
    person,
    kind,
    content,
  });
  const pieces: readonly (readonly [kind: string, content: unknown])[] = [
    ['words', words],
    ...(place === undefined ? [] : [['place', place] as const]),
    ...(phone === undefined && name === undefined ? [] : [['contact', { phone, name }] as const]),
  ];
  const references = await deps.vault.keep(
    await Promise.all(pieces.map(([kind, content]) => piece(kind, content))),
  );
  const of = (wanted: string): VaultRef | null =>
    references[pieces.findIndex(([kind]) => kind === wanted)] ?? null;
  return { person, words: first(references), place: of('place'), contact: of('contact') };
};

/** A resident is the account; a caller is the phone; a caller who gives none is a person of this case alone. */
const personOf = (
  { vault, town, pseudonyms }: Dependencies,
  actor: Actor,
  requestId: string,
  phone: string | undefined,
): PersonId | Promise<PersonId> => {
  if (actor.role === 'resident') return pseudonyms.of(town, actor.id);
  return phone === undefined ? nobodyKnown(requestId) : vault.personOfPhone(phone);
};

/** Whether a person of a case is this resident; cases of older towns call them by their former pseudonym. */
export const isResidentsOwn = async (
  { town, pseudonyms }: Pick<Dependencies, 'town' | 'pseudonyms'>,
  { id }: Actor,
  person: PersonId,
): Promise<boolean> => person === pseudonyms.of(town, id) || person === (await pseudonyms.formerOf(town, id));

const nobodyKnown = async (requestId: string): Promise<PersonId> =>
  personId(await uuidOf(requestId, 'person'));
