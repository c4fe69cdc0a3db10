/** How much one caller may ask in a minute: an account where somebody signed in, an address where nobody did. */
import type { RateLimitPluginOptions } from '@fastify/rate-limit';
import type { Actor } from '@mulin/kernel';
import { callerOf, pathOf, type Request } from './request.js';
import { ServerRefusal, tooMany } from './problem.js';
import type { Platform } from '../platform/platform.js';

/** Each is counted by itself, so that a list that asks again and again never keeps somebody from writing. */
export const limitKinds = [
  'open',
  'sign-ins',
  'visits',
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
 * that are programs, and imports. Open routes are pages, health and metrics. Each sign-in costs a password's hash.
 * A visit costs little, and behind one address may be a family or a whole town hall.
 */
export const usualLimits: Limits = {
  open: 6_000,
  'sign-ins': 120,
  visits: 600,
  'resident-reads': 1_200,
  'resident-writes': 120,
  'staff-reads': 60_000,
  'staff-writes': 30_000,
};

const windowMs = 60_000;
/** Callers that are remembered; who has not asked for longest is forgotten first. */
export const callersKept = 20_000;

const reading: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Whoever asks for these is nobody yet, whatever cookie they send along. */
const comingIn: ReadonlyMap<string, LimitKind> = new Map([
  ['/api/v1/sessions', 'sign-ins'],
  ['/api/v1/case-access', 'sign-ins'],
  ['/api/v1/dispute-access', 'sign-ins'],
  ['/api/v1/demo/sessions', 'sign-ins'],
  // By itself: who asks the town for something takes nobody behind the same address their tries to sign in.
  ['/api/v1/visits', 'visits'],
]);

const kindOfComing = (request: Request): LimitKind | undefined =>
  request.method === 'POST' ? comingIn.get(pathOf(request)) : undefined;

const kindOf = (actor: Actor | null, method: string): LimitKind => {
  if (actor === null) return 'open';
  const who = actor.role === 'resident' ? 'resident' : 'staff';
  return `${who}-${reading.has(method) ? 'reads' : 'writes'}`;
};

type Parts = Pick<Platform, 'identity' | 'signIn'>;

/** Who cannot be looked up now is counted by the address; whether they may ask is the guard's to say. */
const knownCaller = (parts: Parts, request: Request): Promise<Actor | null> =>
  callerOf(parts, request).catch(() => null);

/**
 * Options of `@fastify/rate-limit`: who has asked too often within a minute is answered with 429 and `retry-after` in
 * seconds; `ratelimit-*` stands on every answer.
 *
 * @param limits requests of one caller in a minute.
 * @param store where they are counted (`sharedCounts`). Default: in this process.
 */
export const limiting = (
  { identity, signIn }: Parts,
  limits: Limits,
  store?: RateLimitPluginOptions['store'],
): RateLimitPluginOptions => ({
  global: false,
  timeWindow: windowMs,
  cache: callersKept,
  ...(store === undefined ? {} : { store }),
  enableDraftSpec: true,
  keyGenerator: async (request) => {
    const coming = kindOfComing(request);
    if (coming !== undefined) return `${coming} ${request.ip}`;
    const actor = await knownCaller({ identity, signIn }, request);
    // Another visit is had for the asking, and must be no new allowance.
    const who = actor === null || actor.isVisitor === true ? request.ip : actor.id;
    return `${kindOf(actor, request.method)} ${who}`;
  },
  max: (_, key) => limits[limitKinds.find((kind) => key.startsWith(`${kind} `)) ?? 'open'],
  errorResponseBuilder: () => new ServerRefusal(tooMany),
});
