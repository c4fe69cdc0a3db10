/** The HTTP server before any route: what it reads, what it counts, and how it stops taking requests. */
import { Unavailable, second } from '@mulin/kernel';
import { BadRequestException } from '@nestjs/common';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';
import { traceRequests } from '../observability/tracing.js';
import { parseBody, assertWellFormed } from './parse-body.js';
import type { Meter } from '../platform/platform.js';
import { sendProblem } from './problem.filter.js';
import { problemOf } from './problem.js';
import type { Reply, Request } from './request.js';

const largestBody = 2 * 1024 * 1024;

export type Server = Readonly<{
  adapter: FastifyAdapter;
  /** From now on every new request is told to come back later; what is being answered goes on. */
  refuseNew: () => void;
}>;

const decodedPath = (url: string): string => {
  try {
    return decodeURIComponent(url);
  } catch {
    return url; // a malformed escape is refused by the router
  }
};

export const httpServer = (meter: Meter): Server => {
  const adapter = new FastifyAdapter({
    bodyLimit: largestBody,
    return503OnClosing: false,
    // What the router itself refuses comes before every hook and filter. Fastify types `send` by route schemas,
    // and we give it none.
    frameworkErrors: (_: unknown, request: Request, reply: object) =>
      sendProblem(request, reply as Reply, problemOf(new BadRequestException())),
  });
  const server = adapter.getInstance<FastifyInstance>();
  let isClosing = false;

  server.removeAllContentTypeParsers();
  server.addContentTypeParser('application/json', { parseAs: 'string' }, async (_: unknown, body: string) =>
    parseBody(body),
  );

  server.addHook('onRequest', async ({ url }) => {
    if (isClosing) throw new Unavailable('the town is being stopped');
    assertWellFormed(decodedPath(url));
  });

  traceRequests(server);

  // A command whose name says it all needs no body.
  server.addHook('preValidation', async (request) => {
    if (request.method === 'POST' && request.body === undefined) request.body = {};
  });

  server.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'none';
    meter.count('http_requests', { method: request.method, route, status: String(reply.statusCode) });
    meter.observe(
      'http_request_duration_seconds',
      { method: request.method, route },
      reply.elapsedTime / second,
    );
  });

  return {
    adapter,
    refuseNew: () => {
      isClosing = true;
    },
  };
};
