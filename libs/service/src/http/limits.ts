/** How much one caller may ask in a minute: an account where somebody signed in, an address where nobody did. */
import type { RateLimitPluginOptions } from '@fastify/rate-limit';
import type { Actor } from '@mulin/kernel';
import { callerOf, type Request } from './request.js';
import { ServerRefusal, tooMany } from './problem.js';
import type { Platform } from '../platform/platform.js';

/** Each is counted by itself, so that a list that asks again and again never keeps somebody from writing. */
export const limitKinds = [
  'open',
  'resident-reads',
  'resident-writes',
  'staff-reads',
  'staff-writes',
] as const;
/** One of `limitKinds`. */
export type LimitKind = (typeof limitKinds)[number];

/** Requests of one caller in one minute. */
export type Limits = Readonly<Record<LimitKind, number>>;

/**
 * A person's hands, with room to spare: a resident writes twice a second at most. Staff also are desks and hotlines
 * that are programs, and imports. Open routes are pages, health and metrics.
 */
export const usualLimits: Limits = {
  open: 6_000,
  'resident-reads': 1_200,
  'resident-writes': 120,
  'staff-reads': 60_000,
  'staff-writes': 30_000,
};

const windowMs = 60_000;
/** Callers that are remembered; who has not asked for longest is forgotten first. */
const callersKept = 20_000;

const reading: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS']);

const kindOf = (actor: Actor | null, method: string): LimitKind => {
  if (actor === null) return 'open';
  const who = actor.role === 'resident' ? 'resident' : 'staff';
  return `${who}-${reading.has(method) ? 'reads' : 'writes'}`;
};

/** Who cannot be looked up now is counted by the address; whether they may ask is the guard's to say. */
const knownCaller = (identity: Platform['identity'], request: Request): Promise<Actor | null> =>
  callerOf(identity, request).catch(() => null);

/**
 * Options of `@fastify/rate-limit`: who has asked too often within a minute is answered with 429 and `retry-after` in
 * seconds; `ratelimit-*` stands on every answer.
 *
 * @param limits requests of one caller in a minute.
 */
export const limiting = (
  { identity }: Pick<Platform, 'identity'>,
  limits: Limits,
): RateLimitPluginOptions => ({
  global: false,
  timeWindow: windowMs,
  cache: callersKept,
  enableDraftSpec: true,
  keyGenerator: async (request) => {
    const actor = await knownCaller(identity, request);
    return `${kindOf(actor, request.method)} ${actor?.id ?? request.ip}`;
  },
  max: (_, key) => limits[limitKinds.find((kind) => key.startsWith(`${kind} `)) ?? 'open'],
  errorResponseBuilder: () => new ServerRefusal(tooMany),
});
