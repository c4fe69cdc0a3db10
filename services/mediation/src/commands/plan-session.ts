/** A session is planned: first whoever mediates and the place are taken for that time, then people are told. */
import { type DecisionContext, type Instant, type LocalizedText, Rejection, uuidOf } from '@mulin/kernel';
import type { CommandContext } from '@mulin/service';
import type { Dependencies } from '../dependencies.js';
import { book, release } from '../domain/diary.js';
import { type Meeting, planSession } from '../domain/dispute/meetings.js';
import type { TakenTime } from '../domain/dispute/dispute-state.js';
import { unknownHome } from '../domain/dispute/refusals.js';
import type { Found } from '../queries/find-dispute.js';
import { change, refusedEarly } from './change-dispute.js';
import { countWithoutPhone } from './open-dispute.js';

/** Sessions are also held where no home is, such as by a sickbed. */
const elsewhere = 'elsewhere';

type Taken = Readonly<{ diary: string; what: LocalizedText }>;

const takenBy = ({ rules }: Dependencies, mediator: string, place: string): readonly Taken[] => {
  const who: Taken = { diary: `mediator:${mediator}`, what: { en: 'the mediator', zh: '调解员' } };
  if (place === elsewhere) return [who];
  const home = rules.homes.find(({ id }) => id === place);
  if (home === undefined) throw unknownHome(place);
  return [who, { diary: `home:${place}`, what: home.name }];
};

/** Whoever and whatever was taken for a session is free again. */
export const releaseTime = async (
  { diaries }: Pick<Dependencies, 'diaries'>,
  { mediator, place, booking }: TakenTime,
  context: DecisionContext,
): Promise<void> => {
  // A cause of its own: what was booked for one cause is not released for the same one.
  const causationId = await uuidOf(context.causationId, 'release', booking);
  const own = { ...context, causationId };
  const taken = [`mediator:${mediator}`, `home:${place}`];
  await Promise.all(taken.map((diary) => diaries(diary, release(booking), own)));
};

/** `session`: one that is moved; `null`: another one. */
type Wanted = Readonly<{ meeting: Meeting; session: number | null }>;

/**
 * Plans a session, or another time for one. Refused as `planSession` says, and: `place-unknown`, `doubly-booked`.
 *
 * Each request takes time of its own, and gives it back where it is refused; the former time of a session that is moved is
 * free once the new one stands.
 */
export const plan = async (
  deps: Dependencies,
  found: Found,
  request: CommandContext,
  { meeting, session }: Wanted,
) => {
  const booking = request.id;
  const withoutPhone = await countWithoutPhone(found.state.parties);
  const decide = planSession({ ...meeting, booking, mediator: mediatorOf(found), withoutPhone }, session);
  const early = await refusedEarly(deps, found, decide, request);
  if (early !== null) return early;
  const besides = formerOf(found, session, booking)?.booking ?? null;
  const own = { mediator: mediatorOf(found), place: meeting.place, booking };
  const attempt = await attemptOf(request.context, deps.now());
  try {
    await takeTime(deps, attempt, { ...meeting, ...own, besides });
    const planned = await change(deps, found.disputeId, decide, request);
    await releaseRest(deps, found.disputeId, own, attempt);
    return planned;
  } catch (error) {
    // Where it is not known whether it was recorded, the time stays taken: the same request comes again.
    if (error instanceof Rejection) await releaseTime(deps, own, attempt);
    throw error;
  }
};

/** As it was taken before, where a session is moved; not what this very request has taken already. */
const formerOf = ({ state }: Found, session: number | null, booking: string) =>
  state.sessions.find((it) => it.session === session && it.booking !== booking);

const mediatorOf = ({ state }: Found): string => state.mediator?.mediator ?? '';

/**
 * What stands for a session that this request has planned is what it holds from now on. A request that is sent again after its
 * session was moved, or called off, holds nothing.
 */
const releaseRest = async (
  deps: Pick<Dependencies, 'disputes' | 'diaries'>,
  disputeId: string,
  own: TakenTime,
  context: DecisionContext,
): Promise<void> => {
  const { state } = await deps.disputes.query(disputeId);
  const standing = state?.sessions.find((it) => it.booking === own.booking && it.state !== 'called-off');
  for (const taken of standing?.former ?? [own]) await releaseTime(deps, taken, context);
};

type ToTake = Meeting & Readonly<{ mediator: string; booking: string; besides: string | null }>;

const takeTime = async (
  deps: Dependencies,
  attempt: DecisionContext,
  { mediator, place, from, until, booking, besides }: ToTake,
): Promise<void> => {
  for (const { diary, what } of takenBy(deps, mediator, place))
    await deps.diaries(diary, book({ booking, from, until }, what, besides), attempt);
};

/** A cause of each attempt: what one has booked and given back, because it was refused, the next books and gives back, too. */
const attemptOf = async (context: DecisionContext, now: Instant): Promise<DecisionContext> => ({
  ...context,
  causationId: await uuidOf(context.causationId, 'attempt', now),
});
