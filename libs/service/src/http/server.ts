/** The HTTP server before any route: what it reads, what it counts, and how it stops taking requests. */
import type { Socket } from 'node:net';
import rateLimit from '@fastify/rate-limit';
import { Unavailable, second } from '@mulin/kernel';
import { BadRequestException } from '@nestjs/common';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { traceRequests } from '../observability/tracing.js';
import { serveAssets } from './assets.js';
import { docsAssets } from './docs-page.js';
import { callersKept, type Limits, limiting, usualLimits } from './limits.js';
import { parseBody, assertWellFormed } from './parse-body.js';
import { largestPicture, pictureTypes, takesPicture } from './picture.js';
import type { Platform } from '../platform/platform.js';
import { sendProblem } from './problem.filter.js';
import { noPicture, notJson, problemOf, ServerRefusal, unknownCharset, unknownHost } from './problem.js';
import type { Reply, Request } from './request.js';
import { securityHeaders } from './security-headers.js';
import { sharedCounts } from './shared-counts.js';
import { serveSite, type Site } from './site.js';
import { answerExpectations, answerParserError } from './socket-problems.js';

/** Bytes of one body: a page of an import, many times what a form sends. */
const largestBody = 2 * 1024 * 1024;
/** So much of a body that is too large is read and thrown away, so that its sender comes to hear why. */
const mostDrained = 64 * 1024 * 1024;

/** What whoever runs the town may choose. */
export type ServerOptions = Readonly<{
  /**
   * Requests of one caller in a minute; `usualLimits` where nothing is said. `elsewhere`: a gateway before this server
   * counts them.
   */
  limits?: Partial<Limits> | 'elsewhere';
  /** Host names, beside those of the machine itself, under which the town may be asked; without a port. */
  hosts?: readonly string[];
  /** Addresses of proxies whose `x-forwarded-for` is believed; none where nothing is said. */
  proxies?: readonly string[];
  /** The pages that a browser shows; none where nothing is said. */
  site?: Site;
  /** Routes beside those of controllers, such as those that are forwarded; they have the hooks of all. */
  routes?: (server: FastifyInstance) => Promise<void>;
  /** How long the headers, and the whole of a request, may take, in milliseconds. Default: 15,000 and 60,000. */
  headersMs?: number;
  requestMs?: number;
}>;

/** An HTTP server that has no routes yet. */
type NewServer = Readonly<{
  adapter: FastifyAdapter;
  /** To be awaited before there is any route of a service. */
  prepare: () => Promise<void>;
  /** From now on every new request is told to come back later; what is being answered goes on. */
  refuseNew: () => void;
}>;

const ownHosts = ['localhost', '127.0.0.1', '[::1]'];

/** The name in a `Host` header, as addresses are compared: without its port, in lower case. */
const hostIn = (header: string | undefined): string => {
  const address = `http://${header ?? ''}`;
  return URL.canParse(address) ? new URL(address).hostname.replace(/\.$/, '') : '';
};

/** The address at which somebody was reached: so a probe of a cluster asks, and no page of a stranger's can. */
const addressOf = ({ localAddress = '', localFamily }: Socket): string =>
  localFamily === 'IPv6' && !localAddress.startsWith('::ffff:')
    ? `[${localAddress}]`
    : localAddress.replace(/^::ffff:/, '');

/** A malformed escape, or one that is not UTF-8, is refused here and not read as something else. */
const decoded = (url: string): string => {
  try {
    return decodeURIComponent(url);
  } catch {
    throw new BadRequestException();
  }
};

/** `charset` is the one parameter that JSON was ever given (RFC 8259 has none); only UTF-8 is read. */
const assertCharset = (type: string | undefined): void => {
  const [, charset = 'utf-8'] = /;\s*charset\s*=\s*"?([^\s;"]*)/i.exec(type ?? '') ?? [];
  if (!/^utf-?8$/i.test(charset)) throw new ServerRefusal(unknownCharset);
};

/** A body that is too large is answered, and then read to its end: a line that is cut at once takes the answer along. */
const drain = ({ raw }: FastifyRequest, reply: FastifyReply): void => {
  let left = mostDrained;
  reply.removeHeader('connection');
  raw.on('data', (chunk: Buffer) => {
    left -= chunk.length;
    if (left < 0) raw.socket.destroy();
  });
};

const slow = { headersMs: 15_000, requestMs: 60_000 };
/** Nothing that a town answers takes as long; it ends connections whose other side reads nothing any more. */
const idleMs = 15 * 60_000;

const adapterFor = ({ proxies = [], ...options }: ServerOptions): FastifyAdapter => {
  const { headersMs, requestMs } = { ...slow, ...options };
  return new FastifyAdapter({
    bodyLimit: largestBody,
    return503OnClosing: false,
    requestTimeout: requestMs,
    connectionTimeout: idleMs,
    http: {
      headersTimeout: Math.min(headersMs, requestMs),
      connectionsCheckingInterval: Math.min(5_000, headersMs),
      // A request without a host is refused like one with a wrong host: in words.
      requireHostHeader: false,
    },
    trustProxy: proxies.length === 0 ? false : [...proxies],
    clientErrorHandler: answerParserError,
    // What the router itself refuses comes before every hook and filter. Fastify types `send` by route schemas,
    // and we give it none.
    frameworkErrors: (_: unknown, request: Request, reply: object) => {
      (reply as FastifyReply).headers(securityHeaders);
      sendProblem(request, reply as Reply, problemOf(new BadRequestException()));
    },
  });
};

const countAnswers = (server: FastifyInstance, meter: Platform['meter']): void => {
  server.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'none';
    meter.count('http_requests', { method: request.method, route, status: String(reply.statusCode) });
    meter.observe(
      'http_request_duration_seconds',
      { method: request.method, route },
      reply.elapsedTime / second,
    );
  });
};

/** The configuration of a route that is forwarded: what its body must be says whoever answers it. */
export const forwardedRoute = { isForwarded: true };

/** Bytes of the largest body that a route takes. */
export const largestBodyOf = ({ takesPicture: isPicture }: Readonly<{ takesPicture: boolean }>): number =>
  isPicture ? largestPicture : largestBody;

/**
 * Counts what callers ask, over all processes of the town where there are others, and refuses who asks too often; not
 * where somebody before this server does (`elsewhere`).
 */
const limitRequests = async (
  server: FastifyInstance,
  platform: Platform,
  limits: ServerOptions['limits'],
): Promise<void> => {
  if (limits === 'elsewhere') return;
  const { addRequests: add, every } = platform;
  const shared = add === null ? null : sharedCounts({ add, every, most: callersKept });
  if (shared !== null) server.addHook('onClose', shared.stop);
  await server.register(rateLimit, limiting(platform, { ...usualLimits, ...limits }, shared?.store));
  server.addHook('onRequest', server.rateLimit());
};

/** Only a route that says so takes a picture; any other is sent JSON. */
const refusePicture = ({ body, routeOptions }: FastifyRequest): void => {
  if ('isForwarded' in routeOptions.config) return;
  if (Buffer.isBuffer(body) && !takesPicture(routeOptions.config)) throw new ServerRefusal(notJson);
};

const readBodies = (server: FastifyInstance): void => {
  server.removeAllContentTypeParsers();
  server.addContentTypeParser(
    [...pictureTypes],
    { parseAs: 'buffer', bodyLimit: largestPicture },
    async (_: FastifyRequest, body: Buffer) => body,
  );
  server.addContentTypeParser(
    'application/json',
    { parseAs: 'buffer' },
    async ({ headers }: FastifyRequest, body: Buffer) => {
      assertCharset(headers['content-type']);
      return parseBody(body);
    },
  );
  // What is in no format that anything takes is refused by what its route would have taken.
  server.addContentTypeParser('*', async ({ routeOptions }: FastifyRequest) => {
    throw new ServerRefusal(takesPicture(routeOptions.config) ? noPicture : notJson);
  });
  // A command whose name says it all needs no body.
  server.addHook('preValidation', async (request) => {
    if (request.method === 'POST' && request.body === undefined) request.body = {};
    refusePicture(request);
  });
  server.addHook('onSend', async (request, reply) => {
    if (reply.statusCode === 413) drain(request, reply);
  });
};

/**
 * An HTTP server for Nest: security headers, host names, limits, tracing and counting, and bodies of JSON in UTF-8 of
 * at most 2 MiB. What it refuses it answers as problem details.
 *
 * @param options limits, hosts and proxies are of whoever runs the town; nothing is thrown for them.
 */
export const httpServer = (platform: Platform, options: ServerOptions = {}): NewServer => {
  const adapter = adapterFor(options);
  const server = adapter.getInstance<FastifyInstance>();
  const hosts = new Set([...ownHosts, ...(options.hosts ?? []).map(hostIn)]);
  let isClosing = false;

  server.addHook('onRequest', async (request, reply) => {
    reply.headers(securityHeaders);
    const host = hostIn(request.headers.host);
    if (!hosts.has(host) && host !== addressOf(request.socket)) throw new ServerRefusal(unknownHost);
    if (isClosing) throw new Unavailable({ en: 'The town is being stopped.', zh: '服务正在停止。' });
    assertWellFormed(decoded(request.url));
  });
  readBodies(server);
  traceRequests(server);
  countAnswers(server, platform.meter);
  answerExpectations(server.server, { json: largestBody, picture: largestPicture });

  return {
    adapter,
    prepare: async () => {
      await limitRequests(server, platform, options.limits);
      await serveAssets(server, docsAssets);
      await options.routes?.(server);
      if (options.site !== undefined) await serveSite(server, options.site);
    },
    refuseNew: () => {
      isClosing = true;
    },
  };
};
