/** Whether everything in a town is made up, so that anybody may look at it through the eyes of those who work there. */
import { hour, type Instant, plus, type RecordedEvent, second } from '@mulin/kernel';
import { cached, type Platform } from '@mulin/service';
import { services } from '../../host/services.js';
import * as MadeUp from './made-up.js';

/** What the made-up month handed out; `null`: this town has none, or something in it may be real. */
type Look = () => Promise<MadeUp.MonthMadeUp['data'] | null>;

/** `now` looks anew; `lately` may be as old as a moment, and costs the same however many ask. */
export type DemoTown = Readonly<{ now: Look; lately: Look }>;

type Parts = Pick<Platform, 'operations' | 'signIn'>;

/** So long it may take until it is seen that somebody has asked this town for something real. */
const trustMs = 2 * second;
const recordsAtOnce = 200;

const isMadeUp = (event: RecordedEvent): event is RecordedEvent<MadeUp.MonthMadeUp> =>
  event.type === 'MonthMadeUp';

/** A session by demo lasts so long at most: what was opened later was opened by somebody else. */
const demoSessionMs = hour;

type Entering = 'signed-in-by-demo' | 'signed-in';

/** When somebody last entered this account in this way before that moment; `null`: never. */
const lastEntered = async (
  { signIn }: Parts,
  { what, about, at }: Readonly<{ what: Entering; about: string; at: Instant }>,
): Promise<Instant | null> => {
  const found: Instant[] = [];
  for (let cursor: string | null | undefined; cursor !== null;) {
    const query = { about, what, limit: recordsAtOnce };
    const page = await signIn.records(cursor === undefined ? query : { ...query, cursor });
    found.push(...page.items.flatMap((it) => (it.at <= at ? [it.at] : [])));
    cursor = page.next;
  }
  return found.sort().at(-1) ?? null;
};

/** Whether whoever opened it had come in by demo, not long before, and not by the password since. */
const wasOpened = async (parts: Parts, about: string, at: Instant): Promise<boolean> => {
  const byDemo = await lastEntered(parts, { what: 'signed-in-by-demo', about, at });
  if (byDemo === null || byDemo < plus(at, -demoSessionMs)) return false;
  const byPassword = await lastEntered(parts, { what: 'signed-in', about, at });
  return byPassword === null || byPassword < byDemo;
};

/** What a service opens by itself follows from what is on record already. */
const isOwn = (actor: string): boolean => services.some((service) => service === actor);

const isTried = async (parts: Parts, { metadata }: RecordedEvent): Promise<boolean> =>
  isOwn(metadata.actor) || wasOpened(parts, metadata.actor, metadata.recordedAt);

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
