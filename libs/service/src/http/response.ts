/** How a route says more than its body: where its event stands, which version this is. */
import type { Position } from '@mulin/kernel';
import type { CallHandler, ExecutionContext, NestInterceptor } from '@nestjs/common';
import { map } from 'rxjs';
import type { Reply } from './request.js';

const marked = Symbol('answer');

type More = Readonly<{
  /** Told as `mulin-position`, so that a read can ask to see at least this. */
  position?: Readonly<{ service: string; position: Position | null }>;
  /** Told as `ETag`. */
  revision?: number;
  status?: number;
  /** The media type of a body that is no JSON. */
  media?: string;
}>;

/** A body with what is told in headers beside it. */
export type Answer = Readonly<{ body: unknown; more: More }> & { readonly [marked]: true };

/**
 * An answer that says more than its body.
 *
 * @param more `position` as `mulin-position`, where it is not `null`; `revision` as `ETag`, where it is at least 0;
 *   `status` instead of that of the route; `media` instead of JSON.
 */
export const answer = (body: unknown, more: More = {}): Answer => ({ body, more, [marked]: true });

const isAnswer = (value: unknown): value is Answer =>
  typeof value === 'object' && value !== null && marked in value;

const send = ({ body, more: { position, revision, status, media } }: Answer, reply: Reply): unknown => {
  if (position !== undefined && position.position !== null)
    reply.header('mulin-position', `${position.service}:${position.position}`);
  if (revision !== undefined && revision >= 0) reply.header('etag', `"${revision}"`);
  if (status !== undefined) reply.status(status);
  if (media !== undefined) reply.header('content-type', media);
  return body;
};

/** Sends what `answer` made; anything else a route answers with goes on as it is. */
export const answers: NestInterceptor = {
  intercept: (context: ExecutionContext, next: CallHandler<unknown>) =>
    next
      .handle()
      .pipe(
        map((value) => (isAnswer(value) ? send(value, context.switchToHttp().getResponse<Reply>()) : value)),
      ),
};
