/** How a route says more than its body: where its event stands, which version this is. */
import { createHash } from 'node:crypto';
import type { Position } from '@mulin/kernel';
import type { CallHandler, ExecutionContext, NestInterceptor } from '@nestjs/common';
import { map } from 'rxjs';
import { headerOf, type Reply, type Request } from './request.js';

const marked = Symbol('answer');

type More = Readonly<{
  /** Told as `mulin-position`, so that a read can ask to see at least this. */
  position?: Readonly<{ service: string; position: Position | null }>;
  /** Told as `ETag`. */
  revision?: number;
  status?: number;
  /** The media type of a body that is no JSON. */
  media?: string;
  /** For so many seconds anybody may keep it; only for what is the same for all, and holds no moment. */
  cachedFor?: number;
}>;

/** A body with what is told in headers beside it. */
export type Answer = Readonly<{ body: unknown; more: More }> & { readonly [marked]: true };

/** Whether the one who asks has this version; a proxy that compresses makes a weak tag of it (RFC 9110, 13.1.2). */
const isKnown = (request: Request, tag: string): boolean => {
  const tags = (headerOf(request, 'if-none-match') ?? '')
    .split(',')
    .map((it) => it.trim().replace(/^W\//, ''));
  return tags.includes(tag) || tags.includes('*');
};

/** An answer that may be kept, or no more than the word that the one who asks has it. */
const sendCached = (body: unknown, seconds: number, request: Request, reply: Reply): unknown => {
  const text = JSON.stringify(body);
  const tag = `"${createHash('sha256').update(text).digest('base64url')}"`;
  reply.header('etag', tag).header('cache-control', `public, max-age=${seconds}`);
  if (!isKnown(request, tag)) {
    reply.header('content-type', 'application/json; charset=utf-8');
    return text;
  }
  reply.status(304);
  return undefined;
};

/**
 * An answer that says more than its body.
 *
 * @param more `position` as `mulin-position`, where it is not `null`; `revision` as `ETag`, where it is at least 0;
 *   `status` instead of that of the route; `media` instead of JSON; `cachedFor` as `Cache-Control`, with an `ETag` of
 *   its content, and 304 to whoever has it.
 */
export const answer = (body: unknown, more: More = {}): Answer => ({ body, more, [marked]: true });

const isAnswer = (value: unknown): value is Answer =>
  typeof value === 'object' && value !== null && marked in value;

const send = ({ body, more }: Answer, request: Request, reply: Reply): unknown => {
  sendHeaders(more, reply);
  return more.cachedFor === undefined ? body : sendCached(body, more.cachedFor, request, reply);
};

const sendHeaders = ({ position, revision, status, media }: More, reply: Reply): void => {
  if (position !== undefined && position.position !== null)
    reply.header('mulin-position', `${position.service}:${position.position}`);
  if (revision !== undefined && revision >= 0) reply.header('etag', `"${revision}"`);
  if (status !== undefined) reply.status(status);
  if (media !== undefined) reply.header('content-type', media);
};

/** Sends what `answer` made; anything else a route answers with goes on as it is. */
export const answers: NestInterceptor = {
  intercept: (context: ExecutionContext, next: CallHandler<unknown>) => {
    const http = context.switchToHttp();
    return next
      .handle()
      .pipe(
        map((value) =>
          isAnswer(value) ? send(value, http.getRequest<Request>(), http.getResponse<Reply>()) : value,
        ),
      );
  },
};
