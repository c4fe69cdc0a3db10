/**
 * Sends what waits, in its order for each case. Each thing has a name under which the town does it once: a lost answer, a
 * reload and two tabs do nothing twice.
 */
import { answerOf, api, NotReached, Refused } from '../api/client';
import { leavesOpen } from '../api/leaves-open';
import { townTime } from '../api/clock';
import { within } from '../api/within';
import type { Entry } from './database';
import { givePhoto, tellOrder, tellPatrol, tellPhotos } from './deeds';
import { keepDone } from './kept';
import { entriesOf, madeInTown, note, noteRefused, noteSent, withoutWords } from './outbox';

/** A line that is there and carries nothing is given up after so long. */
const patienceMs = 20_000;
/** A photo of some megabytes over a weak line. */
const photoPatienceMs = 120_000;

/** What was done so recently is sent as done now: the town's clock is better than a phone's. */
const nowMs = 15_000;

/** What was sent as done now counts from then on, and what comes after it in its lane counts no earlier. */
const notBefore = async ({ account, lane }: Entry): Promise<number> => {
  const before = (await entriesOf(account)).filter((it) => it.lane === lane && it.at === null);
  return Math.max(0, ...before.map(({ sentAt }) => sentAt ?? 0));
};

/** With the time that it is told with written down before: the same under the same name at every sending. */
const timed = async (entry: Entry): Promise<Entry> => {
  if (entry.at !== null) return entry;
  const madeAt = madeInTown(entry);
  if (!entry.wasSentAsNow && townTime(Date.now()) - madeAt < nowMs)
    return (await note(entry.id, { wasSentAsNow: true })) ?? entry;
  const counts = Math.max(madeAt, townTime(await notBefore(entry)));
  return (await note(entry.id, { at: new Date(counts).toISOString() })) ?? entry;
};

/** Photos first; what the town has of them is not sent again. */
const withPhotos = async (entry: Entry, caseId: string): Promise<readonly string[]> => {
  const photos = [...entry.photos];
  for (const [place, photo] of photos.entries()) {
    if (photo.photoId !== null) continue;
    const photoId = await within(photoPatienceMs, (signal) => givePhoto(caseId, photo, signal));
    photos[place] = { ...photo, photoId };
    await note(entry.id, { photos: [...photos] });
  }
  return photos.flatMap(({ photoId }) => photoId ?? []);
};

/** It arrived at the first sending, as done now, and its answer was lost: with a time it is another thing to the town. */
const isThere = (error: unknown, { wasSentAsNow, at }: Entry): boolean =>
  error instanceof Refused && error.code === 'same-id-other-content' && wasSentAsNow && at !== null;

const tell = async (entry: Entry, caseId: string): Promise<void> => {
  const { deed, key } = entry;
  if (deed.does === 'patrol') return;
  const photoIds = await withPhotos(entry, caseId);
  const ready = await timed(entry);
  const order = await within(patienceMs, (signal) =>
    tellOrder(deed, caseId, { key, at: ready.at, photoIds, signal }),
  ).catch((error: unknown) => {
    if (isThere(error, ready)) return null;
    throw error;
  });
  // Whoever loses the network now reads what the town has answered, and not what was read before.
  await keepDone({ account: entry.account, caseId, deed: withoutWords(deed), order, at: Date.now() });
};

/** The town's clock is known to the second, and a report from the future is refused. */
const uncertainMs = 2_000;

/** With a time in any case: under its name it must stay the same, because only its answer says which case it became. */
const reported = async (entry: Entry): Promise<string> => {
  const at = entry.at ?? new Date(madeInTown(entry) - uncertainMs).toISOString();
  await note(entry.id, { at });
  return at;
};

/** First the case, then its photos. */
const patrol = async (entry: Entry): Promise<void> => {
  const { deed, key } = entry;
  if (deed.does !== 'patrol') return;
  const at = await reported(entry);
  const made = entry.caseId ?? (await within(patienceMs, (signal) => tellPatrol(deed, { key, at, signal })));
  const caseId = typeof made === 'string' ? made : made.caseId;
  if (typeof made !== 'string') await note(entry.id, { caseId, number: made.number });
  const photoIds = await withPhotos(entry, caseId);
  if (photoIds.length > 0)
    await within(patienceMs, (signal) => tellPhotos(caseId, { key, photoIds, signal }));
};

/** Nobody else sits here now: a cookie belongs to all tabs. */
const isTheirs = async (account: string): Promise<boolean> => {
  const session = await within(patienceMs, (signal) =>
    answerOf(api.GET('/api/v1/sessions/current', { signal })),
  );
  return session.account === account;
};

/** Refused now, and perhaps not later: nobody has decided against it. */
const isForLater = (error: unknown): boolean => !(error instanceof Refused) || leavesOpen(error);

const isTold = async (error: unknown, id: number): Promise<boolean> => {
  if (isForLater(error) || !(error instanceof Refused)) return false;
  await noteRefused(id, { status: error.status, code: error.code, sentence: error.message });
  return true;
};

type After = () => Promise<unknown>;

const sendOne = async (entry: Entry, shown: After): Promise<void> => {
  if (entry.deed.does !== 'patrol') {
    // What was answered is on the page with this, whether the town can be read again or not.
    await tell(entry, entry.caseId ?? '');
    await noteSent(entry);
    await shown();
    return;
  }
  await patrol(entry);
  // What is on the page changes before this is taken off it.
  await shown();
  await noteSent(entry);
};

const nextOf = (entries: readonly Entry[], held: ReadonlySet<string>): Entry | undefined => {
  const open = entries.filter(({ state }) => state !== 'sent');
  return open.find(
    ({ id, lane, state }) =>
      state === 'waiting' && !held.has(lane) && open.find((other) => other.lane === lane)?.id === id,
  );
};

const isOver = (error: unknown): boolean =>
  error instanceof NotReached || (error instanceof Refused && error.status === 401);

const sendInTurn = async (account: string, shown: After): Promise<void> => {
  const held = new Set<string>();
  for (;;) {
    const entry = nextOf(await entriesOf(account), held);
    if (entry === undefined || !(await isTheirs(account))) return;
    try {
      await sendOne(entry, shown);
    } catch (error) {
      if (isOver(error)) return;
      if (!(await isTold(error, entry.id))) held.add(entry.lane);
    }
  }
};

let before: Promise<void> = Promise.resolve();

/** One tab at a time, where the browser can say so; where it cannot, names keep it from being done twice. */
const inTurn = async (send: () => Promise<void>): Promise<void> => {
  // Where the page came without TLS there are no locks, whatever the types say.
  const locks = navigator.locks as LockManager | undefined;
  if (locks !== undefined) return locks.request('mulin-outbox', send);
  before = before.then(send, send);
  return before;
};

/**
 * Sends what an account has waiting. Never throws: what could not be sent stays.
 *
 * @param shown reads anew what is on the page, after each thing that was sent.
 */
export const sendWaiting = (account: string, shown: After): Promise<void> =>
  inTurn(() => sendInTurn(account, shown)).catch(() => undefined);
