/** Whether a town of many processes is ready: its engines, and of each service one process at least. */
import { type Health, healthText, type Platform } from '@mulin/service';
import type { Instances } from './instances.js';

/** A process waits for two seconds itself for what has not caught up. */
const patienceMs = 6_000;
const rememberedMs = 1_000;

type Found = Readonly<{ isReady: boolean; waitsFor: readonly string[] }>;

type Answered = Readonly<{ waitsFor?: readonly string[]; checks?: readonly Readonly<{ name: string }>[] }>;

const unreachable: Found = { isReady: false, waitsFor: [] };

/** Ready is a process of this very service: another one at its address answers for itself alone. */
const askOne = async (name: string, url: string): Promise<Found> => {
  try {
    const response = await fetch(`${url}/health/ready`, {
      headers: { host: 'localhost' },
      signal: AbortSignal.timeout(patienceMs),
    });
    const { waitsFor = [], checks = [] } = (await response.json()) as Answered;
    return { isReady: response.status === 200 && checks.some((it) => it.name === name), waitsFor };
  } catch {
    return unreachable;
  }
};

const askService = async (instances: Instances, name: string): Promise<Health> => {
  const found = await Promise.all(instances.of(name).map((url) => askOne(name, url)));
  const count = found.length;
  const ready = found.filter(({ isReady }) => isReady).length;
  if (ready > 0) return { name, ok: true, ...healthText('processes-ready', { ready, count }) };
  const waitsFor = [...new Set(found.flatMap((it) => it.waitsFor))].join(', ');
  return waitsFor === ''
    ? { name, ok: false, ...healthText('no-process-answers', { count }) }
    : { name, ok: false, ...healthText('no-process-ready', { count, waitsFor }) };
};

/**
 * The check of a gateway: its own engines, and each service by asking all of its processes. Answers from memory for a
 * second, however many ask.
 */
export const remoteHealth = (own: Platform['health'], instances: Instances): Platform['health'] => {
  let asked: Promise<readonly Health[]> | undefined;
  let askedAt = -Infinity;
  const ask = async () => {
    const services = instances.services().map((name) => askService(instances, name));
    return [...(await own()), ...(await Promise.all(services))];
  };
  return () => {
    if (asked === undefined || performance.now() - askedAt > rememberedMs) {
      askedAt = performance.now();
      asked = ask();
    }
    return asked;
  };
};
