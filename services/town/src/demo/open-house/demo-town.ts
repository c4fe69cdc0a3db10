/** Whether everything in a town is made up, so that anybody may look at it through the eyes of those who work there. */
import { type RecordedEvent, second } from '@mulin/kernel';
import { cached, type Platform } from '@mulin/service';
import { enteredSince } from './entered.js';
import * as MadeUp from './made-up.js';

/** What the made-up month handed out; `null`: this town has none, or something in it may be real. */
type Look = () => Promise<MadeUp.MonthMadeUp['data'] | null>;

/** `now` looks anew; `lately` may be as old as a moment, and costs the same however many ask. */
export type DemoTown = Readonly<{ now: Look; lately: Look }>;

type Parts = Pick<Platform, 'town' | 'operations' | 'signIn'>;

/** So long it may take until it is seen that somebody has asked this town for something real. */
const trustMs = 2 * second;

const isMadeUp = (event: RecordedEvent): event is RecordedEvent<MadeUp.MonthMadeUp> =>
  event.type === 'MonthMadeUp';

const hasEnded = async ({ signIn }: Parts): Promise<boolean> =>
  (await signIn.records({ what: 'demo-ended', limit: 1 })).items.length > 0;

/**
 * A town filled with a made-up month, until something may be real (`entered.ts`): from then on nothing is a demo any more, and
 * who is in by demo is signed out. That is put on record when it is done, so that it is done once, whoever starts again.
 */
export const demoTown = (parts: Parts): DemoTown => {
  const { town, operations, signIn } = parts;
  const holdsReal = enteredSince(parts);
  let isOver = false;

  const now: Look = async () => {
    if (isOver) return null;
    const found = (await operations.recorded('intake', [MadeUp.category])).find(isMadeUp);
    if (found === undefined) return null;
    isOver = await hasEnded(parts);
    if (isOver) return null;
    if (!(await holdsReal(found.data))) return found.data;
    for (const account of found.data.accounts) await signIn.endSessions(account);
    await signIn.record('demo-ended', town);
    isOver = true;
    return null;
  };
  const known = cached(trustMs, now);
  return { now, lately: async () => (isOver ? null : known()) };
};
