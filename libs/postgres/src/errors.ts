/** Which "no" of PostgreSQL is the world being down, and which one is an answer. */
import { Unavailable } from '@mulin/kernel';

/** Codes of the operating system for a connection that cannot be had or did not last. */
const lost = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ECONNABORTED',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOENT',
]);

/**
 * Classes and codes of PostgreSQL for "not now": connection (08), resources (53), operator intervention (57P),
 * a failing disk (58), a server that only reads because another one leads (25006), and what gave way to somebody
 * else (40001, 40P01, 55P03) or to a limit of time (57014): asked again, it may well be done.
 */
const down = /^(?:08|53|57P|58)|^(?:25006|40001|40P01|55P03|57014)$/;

/** The driver gives these errors no code: it makes them itself when its connection or its pool is gone. */
const uncoded =
  /^Connection terminated|^timeout e(?:xceeded|xpired) when trying to connect|^Client (?:has encountered a connection error|was closed)|^Cannot use a pool after calling end|^Query read timeout/;

/** Asks for no class: an error may come from another realm (a test, a worker) than this code. */
export const codeOf = (error: unknown): string | undefined => {
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
};

/** The SQLSTATE of a refusal by PostgreSQL itself; `undefined` for everything else. */
export const sqlState = (error: unknown): string | undefined => {
  const code = codeOf(error);
  return code !== undefined && /^[0-9A-Z]{5}$/.test(code) && !lost.has(code) ? code : undefined;
};

/** Whether a row was refused because its key is taken, by this constraint if one is named. */
export const isUniqueViolation = (error: unknown, constraint?: string): boolean =>
  sqlState(error) === '23505' &&
  (constraint === undefined ||
    (typeof error === 'object' &&
      error !== null &&
      'constraint' in error &&
      error.constraint === constraint));

export const meansDown = (error: unknown): boolean => {
  const code = codeOf(error);
  // Node gives the code of the first one to an error of several addresses.
  if (code !== undefined) return lost.has(code) || down.test(code);
  return error instanceof Error && uncoded.test(error.message);
};

/** What adapters throw for an error of the driver: `Unavailable` when the world is down, else the error itself. */
export const translated = (error: unknown): unknown =>
  meansDown(error) ? new Unavailable('PostgreSQL does not answer.', { cause: error }) : error;
