/** What is registered of what somebody says: whose word counts for the time, the urgency and the channel of a demand. */
import { type Actor, hasTie, type Instant, Rejection, type Role } from '@mulin/kernel';
import type { MenuItem } from '../menu.js';
import {
  type Channel,
  type Decides,
  type Demand,
  echoOf,
  known,
  type OtherCase,
  type Registration,
  type Urgency,
  type Whole,
} from './case.js';
import { classifiedAs, type Place, pointOf } from './classifying.js';

const timeNotYours = () =>
  new Rejection(
    'report-time-not-yours',
    {
      en: 'The time of your report is the time at which it arrives; leave out reportedAt.',
      zh: '诉求反映时间以收到时间为准，请勿另行填写。',
    },
    'malformed',
  );

/**
 * When a demand was reported, and by whose word: staff may say it, and it is marked as theirs; without it, now. Refused
 * (`report-time-not-yours`) where a resident says it.
 */
export const reportOf = (
  role: Role,
  saidAt: Instant | undefined,
  now: Instant,
): Pick<Registration, 'reportedAt' | 'reportedBy'> => {
  if (saidAt === undefined) return { reportedAt: now, reportedBy: 'town' };
  if (role === 'resident') throw timeNotYours();
  return { reportedAt: saidAt, reportedBy: 'caller' };
};

/** Whom somebody says they write a demand down for. */
type Asker = Readonly<{ phone?: string | undefined; name?: string | undefined }>;

/**
 * Staff who report what they see themselves are known as such; what they write down for somebody else is that person's. A
 * resident is a person of the vault, and stands nowhere else.
 */
export const seenBy = (
  { id, role }: Pick<Actor, 'id' | 'role'>,
  { phone, name }: Asker,
): Pick<Registration, 'seenBy'> =>
  role !== 'resident' && (phone ?? name) === undefined && hasTie('addition.write', role, 'own')
    ? { seenBy: id }
    : {};

const channels: Readonly<Partial<Record<Role, Channel>>> = {
  resident: 'portal',
  'grid-member': 'patrol',
  helper: 'patrol',
  'community-secretary': 'interview-day',
};

type Said = Readonly<{
  channel?: Channel | undefined;
  urgency?: Urgency | undefined;
  place?: Place | undefined;
}>;

/**
 * What a demand is by the word of somebody of this role. A resident says how urgent it seems, which is a wish: the
 * menu item decides. A clerk says by which channel it came; everybody else is a channel.
 */
export const demandBy = (
  role: Role,
  item: MenuItem,
  { channel, urgency, place }: Said,
): Omit<Demand, 'person' | 'words' | 'place' | 'contact'> => {
  const isWish = role === 'resident';
  return {
    ...classifiedAs(item, isWish ? undefined : urgency),
    ...pointOf(item, place),
    ...(isWish && urgency !== undefined ? { wishedUrgency: urgency } : {}),
    channel: channels[role] ?? channel ?? 'hotline-12345',
  };
};

/** A part of another case becomes a case of its own, however long ago the whole was reported. */
export const registerPart =
  (registration: Registration, splitFrom: Whole): Decides =>
  (state, now) =>
    state.status === 'unknown'
      ? [{ type: 'CaseRegistered', data: { ...registration, registeredAt: now, splitFrom } }]
      : echoOf(state, registration);

/** Told that a part of it is a case of its own: also where it was ended meanwhile. */
export const noteSplit =
  (part: OtherCase): Decides =>
  (state, now) => {
    const { number, cycle, parts } = known(state);
    if (parts.some(({ caseId }) => caseId === part.caseId)) return [];
    return [{ type: 'CaseSplit', data: { number, cycle, part, splitAt: now } }];
  };
