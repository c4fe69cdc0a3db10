/**
 * Fills an empty town with a made-up month. Every event of it was decided by the town's own services, each at its time:
 * they run in memory on a clock that begins a month ago, and the town takes in what they recorded.
 */
import { backoff, pollUntil, second, type Instant, type RecordedEvent, Rejection } from '@mulin/kernel';
import type { Platform } from '@mulin/service';
import type { Pack } from '@mulin/pack';
import { services } from '../host/services.js';
import { rehearse } from './rehearse.js';
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

const asked: Readonly<Record<string, readonly string[]>> = { intake: ['case'], mediation: ['dispute'] };

/** Somebody may have asked the town for something since it was looked at. */
const without = (service: string) => asked[service] ?? [];

const adopt = ({ adopt: take }: Platform, logs: Parameters<Platform['adopt']>[0]): Promise<void> =>
  take(logs).catch((error: unknown) => {
    throw error instanceof Rejection && error.code === 'log-not-empty' ? holdsCases() : error;
  });

/**
 * Refused (`town-holds-cases`) where there is a case or a dispute already, and (`logs-not-owned`) where this process could not
 * record any. Throws `Unavailable` where a service cannot be asked.
 */
export const assertEmpty = async (platform: Platform): Promise<void> => {
  await platform.operations.standing(0);
  const nothing = services.map((service) => [service, { events: [], without: without(service) }]);
  await adopt(platform, Object.fromEntries(nothing));
};

type Month = Awaited<ReturnType<typeof rehearse>>;

const isOf = (events: readonly RecordedEvent[], ...types: readonly string[]): ReadonlySet<string> =>
  new Set(events.flatMap(({ type, stream }) => (types.includes(type) ? [stream] : [])));

/** From the events themselves: what a clock's breach and a ladder's notice are is in the sla-timer's own words. */
const countIn = ({ cases, recorded }: Month): Filled => {
  const intake = recorded['intake']?.events ?? [];
  const clocks = recorded['sla-timer']?.events ?? [];
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

/**
 * Waits until everything is told, heard and shown: what a service hears it records, and may tell in its turn, so that
 * all must be at rest twice, and no log longer meanwhile.
 */
const shown = async ({ operations }: Platform): Promise<void> => {
  let before = '';
  const isOver = async (): Promise<boolean> => {
    const { heads, isAtRest } = await operations.standing(patienceMs);
    const at = isAtRest ? JSON.stringify(heads) : '';
    const isSame = isAtRest && at === before;
    before = at;
    return isSame;
  };
  await pollUntil(isOver, { pauseMs: backoff({ firstMs: 20, longestMs: 500 }), withinMs: patienceMs });
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
    numbersTaken: {
      intake: await platform.operations.recorded('intake', ['number']),
      mediation: await platform.operations.recorded('mediation', ['number']),
    },
    onProgress: (share) => onProgress(share * rehearsing),
  });
  const adopted = Object.entries(month.recorded).map(([service, it]) => [
    service,
    { ...it, without: without(service) },
  ]);
  await adopt(platform, Object.fromEntries(adopted));
  await shown(platform);
  onProgress(1);
  // Nothing personal: paths without ids, and codes.
  platform.log.debug({ refused: month.refused.join('; ') }, 'acts that the made-up month was refused');
  return countIn(month);
};
