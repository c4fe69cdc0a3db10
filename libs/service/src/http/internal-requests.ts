/** How processes of one town ask each other: by a signature that only they can make, as all have its master key. */
import { timingSafeEqual } from 'node:crypto';
import { canonical, minute, second } from '@mulin/kernel';
import { headerOf, pathOf, type Request } from './request.js';

/** Names who asks: a process of the same town. */
export const internalHeader = 'mulin-internal';

/** Clocks of two machines differ by less. */
const validMs = 2 * minute;

/** Signs and checks requests between the processes of a town. */
export type InternalRequests = Readonly<{
  /**
   * The value of `mulin-internal` for a request that is sent now; it is good for two minutes, for this path and for this
   * body. Throws a `TypeError` for a body that is no JSON.
   */
  sign: (method: string, path: string, body: object) => string;
  /** Whether a process of this town has signed it, body and all, and not long ago. */
  isSigned: (request: Pick<Request, 'method' | 'url' | 'headers' | 'body'>) => boolean;
}>;

const isSame = (one: string, other: string): boolean => {
  const [given, wanted] = [Buffer.from(one), Buffer.from(other)];
  return given.length === wanted.length && timingSafeEqual(given, wanted);
};

/** A body with no canonical text, as one with a lone surrogate: whoever signs is refused it, so nobody of ours has. */
const nullIfNoJson = (text: () => string): string | null => {
  try {
    return text();
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
};

/**
 * Makes the signatures of a town.
 *
 * @param hash a keyed hash of a text, by a key that all processes of the town have and nobody else.
 * @param nowMs the present moment, in milliseconds since 1970. Default: `Date.now`.
 */
export const internalRequests = (
  hash: (text: string) => string,
  nowMs: () => number = () => Date.now(),
): InternalRequests => {
  // What is signed of a body is what was read of it, so that no two readings of one text stand under one signature.
  const signed = (seconds: string, method: string, path: string, body: unknown) =>
    hash(`${seconds} ${method} ${path} ${canonical(body)}`);
  return {
    sign: (method, path, body) => {
      const seconds = String(Math.floor(nowMs() / second));
      return `${seconds}.${signed(seconds, method, path, body)}`;
    },
    isSigned: (request) => {
      const [, seconds = '', signature = ''] =
        /^(\d{1,12})\.([\da-f]{64})$/.exec(headerOf(request, internalHeader) ?? '') ?? [];
      if (Math.abs(Number(seconds) * second - nowMs()) > validMs) return false;
      const ours = nullIfNoJson(() => signed(seconds, request.method, pathOf(request), request.body ?? {}));
      return ours !== null && isSame(signature, ours);
    },
  };
};
