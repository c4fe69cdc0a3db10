/** The processes of a service, in the order in which they are asked. */
import { second } from '@mulin/kernel';
import type { Addresses } from './config.js';

/** The connection was never made, so that nobody has seen the request. */
export const unsent: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/** So long, in milliseconds, one that could not be reached is asked last. */
const restMs = 2 * second;

/** The processes of each service. */
export type Instances = Readonly<{
  services: () => readonly string[];
  /** Addresses in the order to ask them: each in its turn, those last that could not be reached a moment ago. */
  of: (service: string) => readonly string[];
  /** An address could not be reached. */
  failed: (url: string) => void;
}>;

/**
 * Remembers whose turn it is, and who could not be reached.
 *
 * @param nowMs a clock in milliseconds that never goes back. Default: `performance.now`.
 * @returns `of` gives none for a service that has no address.
 */
export const instancesAt = (
  addresses: Addresses,
  nowMs: () => number = () => performance.now(),
): Instances => {
  const turns = new Map<string, number>();
  const failedAt = new Map<string, number>();
  const rests = (url: string) => nowMs() - (failedAt.get(url) ?? -Infinity) < restMs;

  return {
    services: () => [...addresses.keys()],
    of: (service) => {
      const all = addresses.get(service) ?? [];
      const turn = (turns.get(service) ?? -1) + 1;
      turns.set(service, turn);
      const first = all.length === 0 ? 0 : turn % all.length;
      const inTurn = [...all.slice(first), ...all.slice(0, first)];
      return [...inTurn.filter((url) => !rests(url)), ...inTurn.filter(rests)];
    },
    failed: (url) => void failedAt.set(url, nowMs()),
  };
};
