/** Whether everything in a town is made up, so that anybody may look at it through the eyes of those who work there. */
import { type RecordedEvent, second } from '@mulin/kernel';
import { cached, type Platform } from '@mulin/service';
import { services } from '../../host/services.js';
import { hadComeByDemo } from './came-by-demo.js';
import * as MadeUp from './made-up.js';

/** What the made-up month handed out; `null`: this town has none, or something in it may be real. */
type Look = () => Promise<MadeUp.MonthMadeUp['data'] | null>;

/** `now` looks anew; `lately` may be as old as a moment, and costs the same however many ask. */
export type DemoTown = Readonly<{ now: Look; lately: Look }>;

type Parts = Pick<Platform, 'operations' | 'signIn'>;

/** So long it may take until it is seen that somebody has asked this town for something real. */
const trustMs = 2 * second;

const isMadeUp = (event: RecordedEvent): event is RecordedEvent<MadeUp.MonthMadeUp> =>
  event.type === 'MonthMadeUp';

/** What a service opens by itself follows from what is on record already. */
const isOwn = (actor: string): boolean => services.some((service) => service === actor);

const isTried = async (parts: Parts, { metadata }: RecordedEvent): Promise<boolean> =>
  isOwn(metadata.actor) || hadComeByDemo(parts, metadata.actor, metadata.recordedAt);

/** Cases and disputes that began after the month was taken in, all of which stands first in its log. */
const begunSince = async (
  { operations }: Parts,
  { begun }: MadeUp.MonthMadeUp['data'],
): Promise<readonly RecordedEvent[]> => {
  const begunIn = async (service: string, category: string, before: number) =>
    (await operations.recorded(service, [category])).filter(({ revision }) => revision === 0).slice(before);
  return [
    ...(await begunIn('intake', 'case', begun.cases)),
    ...(await begunIn('mediation', 'dispute', begun.disputes)),
  ];
};

/**
 * A case or a dispute that came later is made up as well where somebody opened it who had come in by demo.
 * Any other may be real: from then on nothing is a demo any more, and who is in by demo is signed out.
 */
export const demoTown = (parts: Parts): DemoTown => {
  const tried = new Set<string>();
  let isOver = false;

  const isAllTried = async (month: MadeUp.MonthMadeUp['data']): Promise<boolean> => {
    for (const event of await begunSince(parts, month)) {
      if (tried.has(event.id)) continue;
      if (!(await isTried(parts, event))) return false;
      tried.add(event.id);
    }
    return true;
  };

  const now: Look = async () => {
    if (isOver) return null;
    const found = (await parts.operations.recorded('intake', [MadeUp.category])).find(isMadeUp);
    if (found === undefined) return null;
    if (await isAllTried(found.data)) return found.data;
    for (const account of found.data.accounts) await parts.signIn.endSessions(account);
    isOver = true;
    return null;
  };
  const known = cached(trustMs, now);
  return { now, lately: async () => (isOver ? null : known()) };
};
