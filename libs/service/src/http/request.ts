/** What the shell reads of a request, whichever server brought it. */
import type { Actor, Identity } from '@mulin/kernel';
import type { Pseudonyms, RequestHash } from '@mulin/vault';
import type { ExecutionContext } from '@nestjs/common';

/** What is read of a request, whichever server brought it. */
export type Request = {
  method: string;
  url: string;
  ip: string;
  headers: Readonly<Record<string, string | string[] | undefined>>;
  body?: unknown;
  /** Who shows a token, as far as it has been looked up; `null`: nobody whom we know. */
  caller?: Promise<Actor | null>;
  /** Set by the guard: who asks, and of which town. */
  actor?: Actor;
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

const tokenOf = (request: Request): string | undefined =>
  /^Bearer (\S+)$/i.exec(headerOf(request, 'authorization') ?? '')?.[1];

/** Who shows the token of a request, looked up once for each request; `null`: none, or nobody's. */
export const callerOf = (identity: Pick<Identity, 'actorOf'>, request: Request): Promise<Actor | null> => {
  const token = tokenOf(request);
  request.caller ??= token === undefined ? Promise.resolve(null) : identity.actorOf(token);
  return request.caller;
};
