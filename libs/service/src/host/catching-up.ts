/**
 * Whether a town has caught up since it started: everything its services had recorded was told, everything told was
 * handled, and their views show it. Until then an answer may lack what happened long ago.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { type Position, settledWithin } from '@mulin/kernel';
import { type HealthText, healthText, healthTextOf } from '../observability/health-text.js';
import type { ServiceDefinition, RegisteredProjection, Platform } from '../platform/platform.js';

const lookMs = 100;
/** News goes over so many services at most, each of which may record something because of it: intake to audit. */
const rounds = 3;

/** What is asked to know whether a town has caught up. */
export type Parts = Pick<Platform, 'atWork' | 'eventStore' | 'views'>;

/** What is waited for, by service; nothing: it has caught up. */
type Waiting = Map<string, HealthText>;

const sum = (counts: Iterable<number>): number => [...counts].reduce((all, count) => all + count, 0);

const named = (lags: ReadonlyMap<string, number>): string =>
  [...lags].flatMap(([source, count]) => (count > 0 ? [`${source}: ${count}`] : [])).join(', ');

type HealthCheck = () => Promise<HealthText | null>;

/** Looks again and again, of each service, until nothing is waited for. A world that is down is waited for, too. */
const waitFor = async (
  waiting: Waiting,
  stopped: AbortSignal,
  looks: readonly (readonly [service: string, look: HealthCheck])[],
) => {
  for (let left = looks; left.length > 0;) {
    const still: (readonly [string, HealthCheck])[] = [];
    for (const [service, look] of left) {
      const text = await look().catch(healthTextOf);
      if (text === null) waiting.delete(service);
      if (text === null) continue;
      waiting.set(service, text);
      still.push([service, look]);
    }
    left = still;
    if (left.length > 0) await pause(lookMs, undefined, { signal: stopped, ref: false });
  }
};

const toldUpTo = ({ position }: ServiceDefinition, head: Position | null): HealthText | null => {
  const at = position();
  return head === null || (at !== null && at >= head)
    ? null
    : healthText('catching-up-publishing', { position: at ?? 0, head });
};

/** As many as waited at first: in a busy town there is never nothing left. */
const handledAll = ({ waiting, finished }: ServiceDefinition): HealthCheck => {
  let first: Readonly<{ waited: number; finished: number }> | undefined;
  return async () => {
    const lags = await waiting();
    const left = sum(lags.values());
    first ??= { waited: left, finished: finished() };
    const isThrough = left === 0 || finished() - first.finished >= first.waited;
    return isThrough ? null : healthText('catching-up-handling', { count: left, sources: named(lags) });
  };
};

const shown = (views: readonly RegisteredProjection[], head: Position | null): HealthText | null => {
  for (const { name, state } of views) {
    const { isRunning, isBuilding, position } = state();
    if (!isRunning) continue;
    if (isBuilding) return healthText('view-rebuilding', { view: name });
    if (head !== null && position < head)
      return healthText('catching-up-view', { view: name, position, head });
  }
  return null;
};

const catchUp = async ({ atWork, eventStore, views }: Parts, waiting: Waiting, stopped: AbortSignal) => {
  const services = [...atWork.values()];
  const ofEach = (look: (service: ServiceDefinition) => HealthCheck) =>
    waitFor(
      waiting,
      stopped,
      services.map((service) => [service.name, look(service)] as const),
    );
  /** As far as the log reached when it was first asked. */
  const upToHead =
    (reached: (service: ServiceDefinition, head: Position | null) => HealthText | null) =>
    (service: ServiceDefinition): HealthCheck => {
      let head: Position | null | undefined;
      return async () => {
        head ??= await eventStore(service.name).head();
        return reached(service, head);
      };
    };

  for (let round = 1; round <= rounds; round++) {
    await ofEach(upToHead(toldUpTo));
    await ofEach(handledAll);
  }
  await ofEach(
    upToHead(({ name }, head) =>
      shown(
        views().filter(({ service }) => service === name),
        head,
      ),
    ),
  );
};

/** Whether a town has caught up since it started. */
export type CatchingUp = Readonly<{
  /** Begins when it is first asked. Resolves when the town has caught up, or after `withinMs`; says which. */
  within: (withinMs: number) => Promise<boolean>;
  /** What a service is waited for; `null`: nothing, or nothing any more. */
  waitsFor: (service: string) => HealthText | null;
  stop: () => void;
}>;

/**
 * Follows a town from its start until it has caught up: three times over, all that was recorded was told and handled,
 * then the views show it. What cannot be asked is waited for, too.
 *
 * @returns `within` takes milliseconds; `stop` ends the waiting, and `within` answers `false` from then on.
 */
export const catchingUp = (parts: Parts): CatchingUp => {
  const halt = new AbortController();
  const waiting: Waiting = new Map();
  let isDone = false;
  let running: Promise<void> | undefined;

  const begin = () =>
    catchUp(parts, waiting, halt.signal).then(
      () => {
        isDone = true;
      },
      () => undefined,
    );

  return {
    within: async (withinMs) => {
      running ??= begin();
      await settledWithin(running, withinMs, { ref: false });
      return isDone;
    },
    waitsFor: (service) => (isDone ? null : (waiting.get(service) ?? healthText('waiting-for-others'))),
    stop: () => halt.abort(),
  };
};
