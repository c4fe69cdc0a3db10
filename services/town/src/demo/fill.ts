/**
 * Fills an empty town with a made-up month. Every event of it was decided by the town's own services, each at its time:
 * they run in memory on a clock that begins a month ago, and the town takes in what they recorded.
 */
import { backoff, pollUntil, second, type Instant, type RecordedEvent, Rejection } from '@mulin/kernel';
import type { Platform } from '@mulin/service';
import type { Pack } from '@mulin/pack';
import { readAllOf, rehearse } from './rehearse.js';
import type { OpenTown } from '../story/stage.js';

export type Filled = Readonly<{
  cases: number;
  /** The town still owes an answer to so many of them. */
  open: number;
  /** So many missed a deadline. */
  late: number;
  /** So many went up the ladder. */
  escalated: number;
}>;

const holdsCases = () =>
  new Rejection('town-holds-cases', {
    en: 'This town holds cases already. Made-up ones are only for a town that has none: start another one with its own MULIN_HOME.',
    zh: '本镇已有案件。演示数据只能用于尚无案件的镇：请另设 MULIN_HOME 启动一个新镇。',
  });

/** Refused (`town-holds-cases`) where there is a case already. */
export const assertEmpty = async ({ eventStore }: Platform): Promise<void> => {
  const filter = { categories: ['case'] };
  const [found] = await eventStore('intake').readAll({ from: null, maxCount: 1, filter });
  if (found !== undefined) throw holdsCases();
};

type Month = Awaited<ReturnType<typeof rehearse>>;

const isOf = (events: readonly RecordedEvent[], ...types: readonly string[]): ReadonlySet<string> =>
  new Set(events.flatMap(({ type, stream }) => (types.includes(type) ? [stream] : [])));

/** From the events themselves: what a clock's breach and a ladder's notice are is in the sla-timer's own words. */
const countIn = ({ cases, events }: Month): Filled => {
  const { intake = [], 'sla-timer': clocks = [] } = events;
  const escalations = clocks.filter(({ data }) => (data as { level?: string }).level === 'escalation');
  return {
    cases,
    open: cases - isOf(intake, 'CaseClosed', 'CaseDeclined', 'CaseWithdrawn').size,
    late: isOf(clocks, 'ClockBreached').size,
    escalated: isOf(escalations, 'NoticeGiven').size,
  };
};

/** So long, at most, what was taken in may take until it is shown; a slow machine only shows it later. */
const patienceMs = 120 * second;

const headsOf = ({ atWork, eventStore }: Platform) =>
  Promise.all([...atWork.keys()].map(async (name) => [name, await eventStore(name).head()] as const));

/**
 * Waits until everything is told, heard and shown: what a service hears it records, and may tell in its turn, so that
 * its log is at its end only once nobody has anything left to hear.
 */
const shown = async (platform: Platform): Promise<void> => {
  const { atWork, views } = platform;
  const isOver = async (): Promise<boolean> => {
    const heads = await headsOf(platform);
    for (const [name, head] of heads)
      if (head !== null) await atWork.get(name)?.waitUntilPublished(head, patienceMs);
    const waiting = await Promise.all([...atWork.values()].map((service) => service.waiting()));
    if (waiting.some((of) => [...of.values()].some((count) => count > 0))) return false;
    return JSON.stringify(await headsOf(platform)) === JSON.stringify(heads);
  };
  await pollUntil(isOver, { pauseMs: backoff({ firstMs: 20, longestMs: 500 }), withinMs: patienceMs });
  for (const [name, head] of await headsOf(platform))
    if (head !== null)
      for (const view of views().filter(({ service }) => service === name))
        await view.showing(head, patienceMs);
};

type Wanted = Readonly<{
  pack: Pack;
  now: () => Instant;
  open: OpenTown;
  /** From 0 to 1. */
  onProgress?: (share: number) => void;
}>;

/** The largest part of the work; the rest is to take it in. */
const rehearsing = 0.9;

/** Refused (`town-holds-cases`) where there is a case already. Nothing is recorded before all of it is. */
export const fillDemo = async (
  platform: Platform,
  { pack, now, open, onProgress = () => undefined }: Wanted,
): Promise<Filled> => {
  await assertEmpty(platform);
  const month = await rehearse({
    pack,
    until: now(),
    vault: platform.vault,
    open,
    numbersTaken: await readAllOf(platform.eventStore('intake'), ['number']),
    onProgress: (share) => onProgress(share * rehearsing),
  });
  const adopted = Object.entries(month.events).map(([service, events]) => [
    service,
    // Somebody may have asked the town for something meanwhile.
    { events, without: service === 'intake' ? ['case'] : [] },
  ]);
  await platform.adopt(Object.fromEntries(adopted)).catch((error: unknown) => {
    throw error instanceof Rejection && error.code === 'log-not-empty' ? holdsCases() : error;
  });
  await shown(platform);
  onProgress(1);
  // Nothing personal: paths without ids, and codes.
  platform.log.debug({ refused: month.refused.join('; ') }, 'acts that the made-up month was refused');
  return countIn(month);
};
