/** What the shell reads of a request, whichever server brought it. */
import type { Actor, Identity, SignIn } from '@mulin/kernel';
import type { Pseudonyms, RequestHash } from '@mulin/vault';
import type { ExecutionContext } from '@nestjs/common';

/** What is read of a request, whichever server brought it. */
export type Request = {
  method: string;
  url: string;
  ip: string;
  /** `https` also where a proxy that is believed says so. */
  protocol: string;
  headers: Readonly<Record<string, string | string[] | undefined>>;
  body?: unknown;
  /** Who shows a token or has a session, as far as it has been looked up; `null`: nobody whom we know. */
  caller?: Promise<Actor | null>;
  /** Set by the guard: who asks, and of which town. */
  actor?: Actor;
  /** Set by the guard: who asks, looked up again. */
  callerNow?: () => Promise<Actor | null>;
  town?: string;
  /** How what is asked is put on record; set by the guard. */
  hash?: RequestHash['of'];
  pseudonyms?: Pseudonyms;
};

/** What is needed to answer. */
export type Reply = {
  status(code: number): Reply;
  header(name: string, value: string): Reply;
  hasHeader(name: string): boolean;
  send(body: unknown): void;
};

/** The request that a guard, an interceptor or a decorator stands on. */
export const requestOf = (context: ExecutionContext): Request => context.switchToHttp().getRequest<Request>();

/** A header's one value; several are read as the first. */
export const headerOf = ({ headers }: Pick<Request, 'headers'>, name: string): string | undefined => {
  const value = headers[name];
  return typeof value === 'string' ? value : value?.[0];
};

/** Where the request goes, without its query. */
export const pathOf = ({ url }: Pick<Request, 'url'>): string => url.split('?', 1)[0] ?? url;

export const tokenOf = (request: Request): string | undefined =>
  /^Bearer (\S+)$/i.exec(headerOf(request, 'authorization') ?? '')?.[1];

/**
 * Behind TLS the name begins with `__Host-`, which a browser takes only from this host, only over TLS and for all of
 * it (RFC 6265bis, 4.1.3): no neighbour under the same domain can put another session in its place.
 */
export const cookieNameOf = ({ protocol }: Pick<Request, 'protocol'>): string =>
  protocol === 'https' ? '__Host-mulin-session' : 'mulin-session';

/** The secret of the session that a browser sends along; a secret has no character that a cookie must escape. */
export const sessionSecretOf = (request: Request): string | undefined => {
  const name = cookieNameOf(request);
  const pairs = (headerOf(request, 'cookie') ?? '').split(';').map((pair) => pair.trim().split('='));
  return pairs.find(([its, secret]) => its === name && /^[\w-]{20,100}$/.test(secret ?? ''))?.[1];
};

/** What is asked of whoever looks up callers. */
type Callers = Readonly<{
  identity: Pick<Identity, 'actorOf'>;
  signIn: Pick<SignIn, 'session'>;
}>;

/** By this header a page says that it asks by itself, again and again, and that nobody has done anything. */
const pollingHeader = 'mulin-polling';

/** Whether somebody acts by this request. A browser opens an event stream again by itself whenever it was cut off. */
const isByHand = (request: Request): boolean =>
  headerOf(request, pollingHeader) === undefined &&
  !(headerOf(request, 'accept') ?? '').includes('text/event-stream');

const lookUp = async ({ identity, signIn }: Callers, request: Request): Promise<Actor | null> => {
  const token = tokenOf(request);
  if (token !== undefined) return identity.actorOf(token);
  const secret = sessionSecretOf(request);
  return secret === undefined ? null : ((await signIn.session(secret))?.actor ?? null);
};

/** A session that is only looked up is as idle as before. */
const untouched = ({ identity, signIn }: Callers): Callers => ({
  identity,
  signIn: { session: (secret) => signIn.session(secret, { isAsking: false }) },
});

/**
 * Who shows a token or has a session, looked up once for each request; a token goes before; `null`: nobody. What a page
 * asks by itself keeps no session from ending.
 */
export const callerOf = (callers: Callers, request: Request): Promise<Actor | null> =>
  (request.caller ??= lookUp(isByHand(request) ? callers : untouched(callers), request));

/** Who asked, looked up anew while it is still being answered: a session is as idle as before. `null`: nobody any more. */
export const callerAnew = (callers: Callers, request: Request): Promise<Actor | null> =>
  lookUp(untouched(callers), request);

const safeMethods: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS']);

const hostOf = (origin: string): string | null => (URL.canParse(origin) ? new URL(origin).host : null);

/**
 * Whether a page of another site makes somebody's browser ask for this. Every browser since 2020 says in
 * `Sec-Fetch-Site` whose page it is, every older one in `Origin` where it would change something, and no page can
 * change either; a program that is no browser sends neither, and has no session of somebody else's. The rules are
 * those of Go's `http.CrossOriginProtection`.
 */
export const isCrossSite = (request: Request): boolean => {
  if (safeMethods.has(request.method)) return false;
  const site = headerOf(request, 'sec-fetch-site');
  if (site !== undefined) return site !== 'same-origin' && site !== 'none';
  const origin = headerOf(request, 'origin');
  return origin !== undefined && hostOf(origin) !== headerOf(request, 'host');
};
