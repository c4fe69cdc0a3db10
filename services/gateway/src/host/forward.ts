/** Sends requests on to the services that answer them, and brings back what they answer. */
import type { Readable } from 'node:stream';
import replyFrom from '@fastify/reply-from';
import { second } from '@mulin/kernel';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import {
  beginOnwards,
  forwardedRoute,
  largestBodyOf,
  type Logger,
  sendErrorOf,
  sendProblem,
  serviceUnreachable,
} from '@mulin/service';
import { headersBack, headersOnwards } from './headers.js';
import { type Instances, unsent } from './instances.js';
import type { ServiceRoute } from './service-table.js';

const connectMs = 2 * second;
/** How long a service may take until it answers, or falls silent in its answer; a stream of events has its keep-alive. */
const readMs = 30 * second;
const writeMs = 120 * second;

const safeMethods: ReadonlySet<string> = new Set(['GET', 'HEAD']);

type Parts = Readonly<{ routes: readonly ServiceRoute[]; instances: Instances; log: Logger }>;

/** What the transport said, beneath the error of the plugin: the code of the system or of undici. */
const codeOf = ({ cause }: Error): string =>
  typeof cause === 'object' && cause !== null && 'code' in cause ? String(cause.code) : 'unknown';

const isEventStream = (reply: FastifyReply): boolean =>
  String(reply.getHeader('content-type')).startsWith('text/event-stream');

/** The body as it came; where there is none, none is sent. */
const bodyOf = ({ method, body, headers }: FastifyRequest) => {
  if (safeMethods.has(method)) return {};
  if (!Buffer.isBuffer(body)) return { body: null };
  return { body, contentType: headers['content-type'] ?? 'application/octet-stream' };
};

/** The path alone, as one of a service: its query goes along by itself, and a backslash leads nowhere else. */
const pathOnwards = ({ url }: FastifyRequest): string =>
  (url.split('?', 1)[0] ?? '/').replace(/^https?:\/\/[^/]*/i, '').replaceAll('\\', '%5C');

/** Streams of events, which end when the gateway does: they have no end of their own. */
const openStreams = () => {
  const open = new Set<Readable>();
  return {
    add: (stream: Readable) => {
      open.add(stream);
      stream.once('close', () => open.delete(stream));
    },
    end: () => {
      for (const stream of open) stream.destroy();
    },
  };
};

type Streams = ReturnType<typeof openStreams>;

/** Asks one process after the other, as long as that does no harm. */
const forwarding = ({ instances, log }: Parts, streams: Streams, service: string) => {
  const refuse = (request: FastifyRequest, reply: FastifyReply): void =>
    sendProblem(request, reply, serviceUnreachable);

  const attempt = (
    request: FastifyRequest,
    reply: FastifyReply,
    [url, ...others]: readonly string[],
  ): void => {
    if (url === undefined) return refuse(request, reply);
    const span = beginOnwards(request, url);
    // Nobody says how it was answered where the caller has gone.
    reply.raw.once('close', () => span.end());
    const failed = (error: Error): void => {
      const reason = codeOf(error);
      span.end(error, { 'error.type': reason });
      log.warn({ service, url, method: request.method, reason }, 'a service was not reached');
      const isUnsent = unsent.has(reason);
      if (isUnsent) instances.failed(url);
      if (isUnsent || safeMethods.has(request.method)) return attempt(request, reply, others);
      refuse(request, reply);
    };
    reply.from(`${url}${pathOnwards(request)}`, {
      ...bodyOf(request),
      timeout: safeMethods.has(request.method) ? readMs : writeMs,
      retryDelay: () => null,
      rewriteRequestHeaders: (_, headers) => headersOnwards(request, headers, span.traceparent),
      rewriteHeaders: headersBack,
      onResponse: (_, answer, found) => {
        span.end(undefined, { 'http.response.status_code': reply.statusCode });
        const stream = found.stream as unknown as Readable; // the body of the answer, as undici gives it
        if (isEventStream(reply)) streams.add(stream);
        answer.send(stream);
      },
      onError: (_, { error }) => failed(error),
    });
  };
  return attempt;
};

/**
 * The routes of all services, sent on to their processes: each in its turn, to the next one where a connection is
 * refused, and a reading request also where it breaks. A request that may have been read is sent once: who sent it
 * sends it again, with the same `Idempotency-Key`. Where nobody answers that is the problem `service-unreachable`.
 *
 * @returns for `ServerOptions.routes`.
 */
export const forwardRoutes =
  (parts: Parts) =>
  async (server: FastifyInstance): Promise<void> => {
    const streams = openStreams();
    await server.register(async (scope) => {
      await scope.register(replyFrom, {
        undici: { connect: { timeout: connectMs } },
        destroyAgent: true,
        disableRequestLogging: true,
      });
      scope.removeAllContentTypeParsers();
      scope.addContentTypeParser('*', { parseAs: 'buffer' }, async (_: FastifyRequest, body: Buffer) => body);
      scope.setErrorHandler(sendErrorOf);
      scope.addHook('preClose', async () => streams.end());
      for (const route of parts.routes) {
        const forward = forwarding(parts, streams, route.service);
        scope.route({
          method: route.method.toUpperCase(),
          url: route.path,
          config: forwardedRoute,
          bodyLimit: largestBodyOf(route),
          handler: (request, reply) => {
            forward(request, reply, parts.instances.of(route.service));
            return reply;
          },
        });
      }
    });
  };
