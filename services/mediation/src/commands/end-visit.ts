/** An interview ends: what was decided or promised goes into the vault, and each promise has an owner and a date. */
import { type Instant, instant, uuidOf } from '@mulin/kernel';
import type { CommandContext } from '@mulin/service';
import type { Dependencies } from '../dependencies.js';
import { bookingIn } from '../domain/day/booking.js';
import type { GivenPromise, InterviewOutcome } from '../domain/day/day-events.js';
import type { Booking } from '../domain/day/day-state.js';
import { endInterview } from '../domain/day/interviewing.js';
import { knownDay } from '../domain/day/publishing.js';
import { soundPromise } from '../domain/promise/promise.js';
import type { FoundBooking } from '../queries/days/find-day.js';
import { refuseUnknownOwner } from '../queries/find-promise.js';
import type { BookingResult } from './book-visit.js';
import { makePromises } from './make-promises.js';

/** As it was sent: a promise may lack its owner or its date, which is refused. */
type SentPromise = Readonly<{
  text: string;
  owner?: string | undefined;
  dueAt?: string | undefined;
  publicText?: string | undefined;
  about?: GivenPromise['about'] | undefined;
}>;
type Sent = Readonly<{
  outcome: InterviewOutcome;
  words?: string | undefined;
  promises: readonly SentPromise[];
}>;

type Draft = Omit<GivenPromise, 'number'> & Readonly<{ text: string }>;

const draftOf = async (
  { identity, now }: Pick<Dependencies, 'identity' | 'now'>,
  requestId: string,
  { text, owner, dueAt, publicText, about }: SentPromise,
  nth: number,
): Promise<Draft> => {
  const wanted = {
    owner: owner ?? null,
    dueAt: dueAt === undefined ? null : instant(dueAt),
    publicText: publicText ?? null,
  };
  const sound = soundPromise(wanted, now());
  await refuseUnknownOwner(identity, sound.owner);
  const promise = await uuidOf(requestId, 'promise', String(nth));
  return { promise, textId: await uuidOf(promise, 'text'), text, about: about ?? null, ...sound };
};

const keepTexts = async (
  { vault }: Pick<Dependencies, 'vault'>,
  { person }: Pick<Booking, 'person'>,
  words: Readonly<{ id: string; text: string }> | null,
  drafts: readonly Draft[],
): Promise<void> => {
  const said = words === null ? [] : [{ id: words.id, person, kind: 'interview-words', content: words.text }];
  const promised = drafts.map(({ textId: id, text }) => ({
    id,
    person,
    kind: 'promise-text',
    content: text,
  }));
  if (said.length + promised.length > 0) await vault.keep([...said, ...promised]);
};

const numbered = async (
  { takePromiseNumber }: Pick<Dependencies, 'takePromiseNumber'>,
  drafts: readonly Draft[],
  now: Instant,
): Promise<readonly GivenPromise[]> =>
  Promise.all(
    drafts.map(async ({ text: _, ...draft }) => ({ ...draft, number: await takePromiseNumber(now) })),
  );

/**
 * Refused before anything is kept as `endInterview` says, and: `promise-without-owner`, `promise-without-due`,
 * `promise-due-past`, `public-text-personal`, `owner-unknown`.
 */
export const endVisit = async (
  deps: Dependencies,
  { id, context }: CommandContext,
  { dayId, state, booking }: FoundBooking,
  { outcome, words, promises }: Sent,
): Promise<BookingResult> => {
  const now = deps.now();
  const wordsId = words === undefined ? null : await uuidOf(id, 'words');
  // What has ended, perhaps by this very request, is decided by the handler: it knows whether this is an echo.
  const isNew = booking.outcome === null;
  const drafts = isNew ? await Promise.all(promises.map((it, nth) => draftOf(deps, id, it, nth))) : [];
  const sketch = drafts.map((draft) => ({ ...draft, number: '' }));
  if (isNew) endInterview(booking.booking, { outcome, wordsId, promises: sketch })(state, now);
  const said = isNew && words !== undefined && wordsId !== null ? { id: wordsId, text: words } : null;
  await keepTexts(deps, booking, said, drafts);
  const given = await numbered(deps, drafts, now);
  const decide = endInterview(booking.booking, { outcome, wordsId, promises: given });
  const { state: after, revision, position } = await deps.days(dayId, decide, context);
  const known = knownDay(after);
  // Also told by the bus, should this end here.
  await makePromises(deps, { dayId, state: known }, booking.booking, context);
  return { dayId, state: known, revision, position, booking: bookingIn(known, booking.booking) };
};
