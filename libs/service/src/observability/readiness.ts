/** Whether a town is ready: each engine takes what it is asked, each service has caught up and is not stuck. */
import { type Position, within } from '@mulin/kernel';
import { cached } from '../host/cached.js';
import { type CatchingUp, catchingUp, type Parts as Caught } from '../host/catching-up.js';
import type { ServiceDefinition, Health, RegisteredProjection } from '../platform/platform.js';
import { allTexts, type HealthText, healthText, healthTextOf } from './health-text.js';
import { type StallWatch, stallWatch } from './stall-watch.js';

/** Anybody may ask, so many who ask cost one asking. */
const rememberedMs = 1_000;
/** A town that has little to catch up with is ready at its first answer. */
const usualPatienceMs = 2_000;

type Parts = Caught &
  Readonly<{
    engines: () => Promise<readonly Health[]>;
    nowMs?: () => number;
    /** How long an answer waits for what has not caught up yet. */
    patienceMs?: number;
  }>;

/** Whether a town is ready. */
export type Readiness = Readonly<{
  check: () => Promise<readonly Health[]>;
  /** Notes how far everybody is, so that whoever is stuck is known when somebody asks. */
  observe: () => Promise<void>;
  stop: () => void;
}>;

type Seen = Readonly<{
  head: Position | null;
  /** Messages that it has not finished. */
  waiting: number;
  views: readonly RegisteredProjection[];
}>;

/** How many messages were done with, here or, as far as it can be seen, in another program. */
const drained = () => {
  const before = new Map<string, number>();
  const elsewhere = new Map<string, number>();
  return ({ name, finished }: ServiceDefinition, waiting: number): number => {
    const fewer = Math.max(0, (before.get(name) ?? waiting) - waiting);
    before.set(name, waiting);
    elsewhere.set(name, (elsewhere.get(name) ?? 0) + fewer);
    return finished() + (elsewhere.get(name) ?? 0);
  };
};

const look = async (parts: Parts, { name, waiting }: ServiceDefinition): Promise<Seen> => {
  const [head, lags] = await Promise.all([parts.eventStore(name).head(), waiting()]);
  return {
    head,
    waiting: [...lags.values()].reduce((all, count) => all + count, 0),
    views: parts.views().filter(({ service, state }) => service === name && state().isRunning),
  };
};

/** In what it is stuck; empty: in nothing. Every part is noted, also when an earlier one is stuck. */
const stuckIn = (
  { isStuck }: StallWatch,
  { name, position }: ServiceDefinition,
  { head, waiting, views }: Seen,
  handled: number,
): readonly HealthText[] => {
  const told = position() ?? 0;
  const isBehind = (at: number) => head !== null && at < head;
  const stuck: HealthText[] = [];
  if (isStuck(`${name} tells`, isBehind(told), told))
    stuck.push(healthText('publishing-stuck', { position: told }));
  if (isStuck(`${name} hears`, waiting > 0, handled))
    stuck.push(healthText('handling-stuck', { count: waiting }));
  for (const view of views) {
    const at = view.state().position;
    if (isStuck(`${name} shows ${view.name}`, isBehind(at), at))
      stuck.push(healthText('view-stuck', { view: view.name, position: at }));
  }
  return stuck;
};

type Judging = Readonly<{
  parts: Parts;
  starting: CatchingUp;
  watching: StallWatch;
  handledBy: ReturnType<typeof drained>;
}>;

const healthOf = async (
  { parts, starting, watching, handledBy }: Judging,
  service: ServiceDefinition,
): Promise<Health> => {
  const { name, position } = service;
  try {
    const seen = await within(look(parts, service), usualPatienceMs, { ref: false });
    const stuck = stuckIn(watching, service, seen, handledBy(service, seen.waiting));
    const awaited = starting.waitsFor(name);
    const lacking = await within(service.lacks(), usualPatienceMs, { ref: false });
    const trouble = lacking ?? allTexts(stuck) ?? awaited;
    if (trouble !== null) return { name, ok: false, ...trouble };
    const working = { position: position() ?? 0, count: seen.waiting };
    return { name, ok: true, ...healthText('working', working) };
  } catch (error) {
    return { name, ok: false, ...healthTextOf(error) };
  }
};

/**
 * Whether a town is ready: its engines answer, its services have caught up since the start, none lacks something and
 * none is stuck (see `stallWatch`).
 *
 * @param parts.nowMs a clock in milliseconds that never goes back. Default: `performance.now`.
 * @param parts.patienceMs how long one check waits for what has not caught up. Default: 2,000.
 * @returns `check` answers from memory for a second; it never rejects for a service that cannot be asked, but says
 *   so.
 */
export const readinessOf = (parts: Parts): Readiness => {
  const { atWork, engines, nowMs = () => performance.now(), patienceMs = usualPatienceMs } = parts;
  const starting = catchingUp(parts);
  const judging = { parts, starting, watching: stallWatch(nowMs), handledBy: drained() };
  const services = () => Promise.all([...atWork.values()].map((service) => healthOf(judging, service)));

  return {
    check: cached(
      rememberedMs,
      async () => {
        const [found] = await Promise.all([engines(), starting.within(patienceMs)]);
        return [...found, ...(await services())];
      },
      nowMs,
    ),
    observe: async () => void (await services()),
    stop: starting.stop,
  };
};
