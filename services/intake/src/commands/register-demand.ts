/** From what somebody sends to what is registered: what is personal goes to the vault, the rest is classified. */
import {
  type Actor,
  instant,
  type VaultItem,
  type PersonId,
  personId,
  type VaultRef,
  Rejection,
  uuidOf,
} from '@mulin/kernel';
import type { CommandContext } from '@mulin/service';
import { classifiedAs, pointOf } from './correct-case.js';
import { type Desk, first, orderable, pieceOf, type Place } from '../dependencies.js';
import type * as Case from '../domain/case/case.js';

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

const timeNotYours = () =>
  new Rejection(
    'report-time-not-yours',
    {
      en: 'The time of your report is the time at which it arrives; leave out reportedAt.',
      zh: '诉求反映时间以收到时间为准，请勿另行填写。',
    },
    'malformed',
  );

/** A resident says how urgent it seems and nothing of when; staff may say both, and it is marked as their word. */
export const registrationOf = async (
  desk: Desk,
  asked: CommandContext,
  body: Demanded,
): Promise<Case.Registration> => {
  const { menu, takeNumber, now } = desk;
  const isResident = asked.actor.role === 'resident';
  if (isResident && body.reportedAt !== undefined) throw timeNotYours();
  const item = orderable(await menu(), body.menuItem);
  const reportedAt = body.reportedAt === undefined ? now() : instant(body.reportedAt);
  const [number, kept] = await Promise.all([takeNumber(reportedAt), keep(desk, asked, body)]);

  return {
    number,
    reportedAt,
    reportedBy: body.reportedAt === undefined ? 'town' : 'caller',
    demand: {
      ...kept,
      ...classifiedAs(item, isResident ? undefined : body.urgency),
      ...pointOf(item, body.place),
      ...(isResident && body.urgency !== undefined ? { wishedUrgency: body.urgency } : {}),
      channel: channelOf(asked.actor, body.channel),
    },
  };
};

const keep = async (desk: Desk, { actor, id: requestId }: CommandContext, body: Demanded) => {
  const { words, place, phone, name } = body;
  const person = await personOf(desk, actor, requestId, phone);
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
  const references = await desk.vault.keep(
    await Promise.all(pieces.map(([kind, content]) => piece(kind, content))),
  );
  const of = (wanted: string): VaultRef | null =>
    references[pieces.findIndex(([kind]) => kind === wanted)] ?? null;
  return { person, words: first(references), place: of('place'), contact: of('contact') };
};

/** A resident is the account; a caller is the phone; a caller who gives none is a person of this case alone. */
const personOf = (
  { vault, town }: Desk,
  actor: Actor,
  requestId: string,
  phone: string | undefined,
): Promise<PersonId> => {
  if (actor.role === 'resident') return residentOf(town, actor);
  return phone === undefined ? nobodyKnown(requestId) : vault.personOfPhone(phone);
};

export const residentOf = async (town: string, { id }: Actor): Promise<PersonId> =>
  personId(await uuidOf(town, 'resident', id));
const nobodyKnown = async (requestId: string): Promise<PersonId> =>
  personId(await uuidOf(requestId, 'person'));

const channelsOf: Readonly<Partial<Record<Actor['role'], Case.Channel>>> = {
  resident: 'portal',
  'grid-member': 'patrol',
  'community-secretary': 'interview-day',
};

/** A clerk says by which door it came; everybody else is a door. */
const channelOf = ({ role }: Actor, named: Case.Channel | undefined): Case.Channel =>
  channelsOf[role] ?? named ?? 'hotline-12345';
