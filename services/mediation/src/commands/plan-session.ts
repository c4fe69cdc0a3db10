/** A session is planned: first whoever mediates and the place are taken for that time, then people are told. */
import { type DecisionContext, type LocalizedText, Rejection, uuidOf } from '@mulin/kernel';
import type { CommandContext } from '@mulin/service';
import type { Dependencies } from '../dependencies.js';
import { book, release } from '../domain/diary.js';
import { type Meeting, planSession } from '../domain/dispute/meetings.js';
import { unknownHome } from '../domain/dispute/refusals.js';
import type { Found } from '../queries/find-dispute.js';
import { change, refusedEarly } from './change-dispute.js';

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
  taken: readonly string[],
  booking: string,
  context: DecisionContext,
): Promise<void> => {
  // A cause of its own: what was booked for one cause is not released for the same one.
  const causationId = await uuidOf(context.causationId, 'release', booking);
  const own = { ...context, causationId };
  await Promise.all(taken.map((diary) => diaries(diary, release(booking), own)));
};

/** `session`: one that is moved; `null`: another one. */
type Wanted = Readonly<{ meeting: Meeting; session: number | null }>;

/** What is taken for a session: of one that is moved, what was taken for it before. */
const bookingFor = ({ state }: Found, { id }: CommandContext, session: number | null): string =>
  state.sessions.find((it) => it.session === session)?.booking ?? id;

/**
 * Plans a session, or another time for one. Refused as `planSession` says, and: `place-unknown`, `doubly-booked`.
 */
export const plan = async (
  deps: Dependencies,
  found: Found,
  request: CommandContext,
  { meeting, session }: Wanted,
) => {
  const booking = bookingFor(found, request, session);
  const decide = planSession({ ...meeting, booking }, session);
  const early = await refusedEarly(deps, found, decide, request);
  if (early !== null) return early;
  const { from, until, place } = meeting;
  const taken = takenBy(deps, found.state.mediator?.mediator ?? '', place);
  const done: string[] = [];
  try {
    for (const { diary, what } of taken) {
      await deps.diaries(diary, book({ booking, from, until }, what), request.context);
      done.push(diary);
    }
    return await change(deps, found.disputeId, decide, request);
  } catch (error) {
    // Where it is not known whether it was recorded, the time stays taken: the same request comes again.
    if (error instanceof Rejection && session === null)
      await releaseTime(deps, done, booking, request.context);
    throw error;
  }
};
