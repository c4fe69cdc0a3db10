/** What an operator has done where the service that it concerns is at work. */
import { type Position, type RecordedEvent, Rejection } from '@mulin/kernel';
import type { Operations, Platform, Rebuilt, Standing } from './platform.js';

/** No view of this name is known: `view-unknown`. */
export const noSuchView = () =>
  new Rejection(
    'view-unknown',
    { en: 'There is no view of this name.', zh: '没有此名称的列表。' },
    'unknown',
  );

type Parts = Pick<Platform, 'atWork' | 'views' | 'deadLetters' | 'eventStore'>;

const eventsAtOnce = 1_000;

const recordedIn = async (
  { eventStore }: Parts,
  service: string,
  { categories, after = null }: Readonly<{ categories: readonly string[]; after?: Position | null }>,
): Promise<readonly RecordedEvent[]> => {
  const events: RecordedEvent[] = [];
  for (let from: Position | null = after; ;) {
    const page: readonly RecordedEvent[] = await eventStore(service).readAll({
      from,
      maxCount: eventsAtOnce,
      filter: { categories },
    });
    events.push(...page);
    const last = page.at(-1);
    if (last === undefined) return events;
    from = last.position;
  }
};

const headsOf = async ({ atWork, eventStore }: Parts): Promise<Standing['heads']> =>
  Object.fromEntries(
    await Promise.all([...atWork.keys()].map(async (name) => [name, await eventStore(name).head()] as const)),
  );

/** Whether the events of a service up to here are told and shown, and it has heard all that it was told. */
const hasCaughtUp = async (
  { atWork, views }: Parts,
  [name, head]: readonly [string, Position | null],
  withinMs: number,
): Promise<boolean> => {
  const service = atWork.get(name);
  if (head === null || service === undefined) return true;
  if (!(await service.waitUntilPublished(head, withinMs))) return false;
  const shown = views().filter((view) => view.service === name);
  if ((await Promise.all(shown.map((view) => view.showing(head, withinMs)))).includes(false)) return false;
  return [...(await service.waiting()).values()].every((count) => count === 0);
};

const standingOf = async (parts: Parts, withinMs: number): Promise<Standing> => {
  const heads = await headsOf(parts);
  for (const one of Object.entries(heads))
    if (!(await hasCaughtUp(parts, one, withinMs))) return { heads, isAtRest: false };
  return { heads, isAtRest: true };
};

/** The operations of a process on what is at work in it. */
export const localOperations = (parts: Parts): Operations => {
  const { atWork, views, deadLetters } = parts;
  return {
    services: () => [...atWork.keys()],
    retry: (id) => deadLetters.retry(id),
    rebuild: async (name) => {
      const chosen = views().filter(
        (view) => name === undefined || view.name === name || `${view.service}/${view.name}` === name,
      );
      if (chosen.length === 0) throw noSuchView();
      const rebuilt: Rebuilt[] = [];
      for (const view of chosen) rebuilt.push(await view.rebuild());
      return rebuilt;
    },
    recorded: (service, categories, after) =>
      recordedIn(parts, service, { categories, ...(after === undefined ? {} : { after }) }),
    standing: (withinMs) => standingOf(parts, withinMs),
  };
};
