/**
 * Spans by OpenTelemetry, named and attributed by its semantic conventions for HTTP and messaging
 * (https://opentelemetry.io/docs/specs/semconv/). Without an SDK in the process the calls do nothing. No attribute
 * holds anything personal: ids, routes, topics and outcomes only, and neither query nor body.
 */
import {
  type Attributes,
  type Context,
  context,
  isSpanContextValid,
  ROOT_CONTEXT,
  type Span,
  SpanKind,
  type SpanOptions,
  SpanStatusCode,
  trace,
} from '@opentelemetry/api';
import type { Dispatch } from '@mulin/bus';
import { Rejection } from '@mulin/kernel';
import type { FastifyInstance } from 'fastify';
import { headerOf, pathOf, type Request } from '../http/request.js';

/** Asked each time: an SDK may be registered after this module was loaded. */
const tracer = () => trace.getTracer('mulin');

const sampled = 1;

/** A W3C trace context (https://www.w3.org/TR/trace-context/) of version 00, or `undefined`. */
const knownTraceparent = (header: string | undefined): string | undefined =>
  header !== undefined && /^00-[\da-f]{32}-[\da-f]{16}-[\da-f]{2}$/.test(header) ? header : undefined;

const contextOf = (traceparent: string | undefined): Context => {
  const [, traceId = '', spanId = '', flags = ''] = knownTraceparent(traceparent)?.split('-') ?? [];
  const spanContext = { traceId, spanId, traceFlags: Number.parseInt(flags, 16), isRemote: true };
  return isSpanContextValid(spanContext) ? trace.setSpanContext(ROOT_CONTEXT, spanContext) : ROOT_CONTEXT;
};

/** What is at work in this process at this moment comes before what a message or a header names. */
const parentOf = (traceparent: string | undefined): Context => {
  const active = context.active();
  return trace.getSpan(active) === undefined ? contextOf(traceparent) : active;
};

/** The trace context of `span` as it is passed on; `undefined` where nothing is recorded. */
const traceparentOf = (span: Span | undefined): string | undefined => {
  const at = span?.spanContext();
  if (at === undefined || !isSpanContextValid(at)) return undefined;
  return `00-${at.traceId}-${at.spanId}-${(at.traceFlags & sampled).toString(16).padStart(2, '0')}`;
};

/** The name of the error alone: its text may hold anything. A refusal is an answer and no error. */
const fail = (span: Span, error: unknown): void => {
  span.recordException(error instanceof Error ? error.name : 'Error');
  span.setStatus({ code: SpanStatusCode.ERROR });
};

type Traced = Readonly<{
  /** Of low cardinality: a route, not a path. */
  name: string;
  kind?: SpanKind;
  attributes?: Attributes;
  /** The trace context that the work came with. */
  traceparent?: string | undefined;
}>;

/**
 * Does `work` within a span, which ends with it; an error that it throws is recorded and thrown on. `work` is given
 * the trace context to pass on (that which it came with where nothing is recorded) and how to add attributes.
 */
export const inSpan = <Done>(
  { name, kind = SpanKind.INTERNAL, attributes = {}, traceparent }: Traced,
  work: (at: Readonly<{ traceparent?: string }>, note: (more: Attributes) => void) => Promise<Done>,
): Promise<Done> => {
  const options: SpanOptions = { kind, attributes };
  return tracer().startActiveSpan(name, options, parentOf(traceparent), async (span) => {
    const at = traceparentOf(span) ?? traceparent;
    try {
      return await work(at === undefined ? {} : { traceparent: at }, (more) => span.setAttributes(more));
    } catch (error) {
      if (!(error instanceof Rejection)) fail(span, error);
      throw error;
    } finally {
      span.end();
    }
  });
};

const requestSpans = new WeakMap<object, Span>();

/** The trace context in which a request's commands are recorded: its own span, or what its header names. */
export const traceparentOfRequest = (request: Request): string | undefined =>
  traceparentOf(requestSpans.get(request)) ?? knownTraceparent(headerOf(request, 'traceparent'));

/** One span for each request of `server`, from its first byte to the last of its answer. */
export const traceRequests = (server: FastifyInstance): void => {
  server.addHook('onRequest', async (request) => {
    const route = request.routeOptions.url ?? 'none';
    const span = tracer().startSpan(
      `${request.method} ${route}`,
      {
        kind: SpanKind.SERVER,
        attributes: {
          'http.request.method': request.method,
          'http.route': route,
          'url.path': pathOf(request),
        },
      },
      contextOf(headerOf(request, 'traceparent')),
    );
    if (span.isRecording()) requestSpans.set(request, span);
  });
  server.addHook('onResponse', async (request, reply) => {
    const span = requestSpans.get(request);
    if (span === undefined) return;
    span.setAttribute('http.response.status_code', reply.statusCode);
    if (reply.statusCode >= 500) span.setStatus({ code: SpanStatusCode.ERROR });
    span.end();
  });
};

const textIn = (message: unknown, key: string): string | undefined => {
  const value: unknown =
    typeof message === 'object' && message !== null ? Reflect.get(message, key) : undefined;
  return typeof value === 'string' ? value : undefined;
};

/** `dispatch` with a span for each message that `service` hears; its commands are children of it. */
export const tracedDispatch =
  (service: string, dispatch: Dispatch): Dispatch =>
  (message) =>
    inSpan(
      {
        name: `process ${textIn(message, 'type') ?? 'message'}`,
        kind: SpanKind.CONSUMER,
        traceparent: textIn(message, 'traceparent'),
        attributes: {
          'messaging.operation.name': 'process',
          'messaging.operation.type': 'process',
          'messaging.system': 'mulin',
          'messaging.consumer.group.name': service,
          'messaging.message.id': textIn(message, 'id') ?? '',
        },
      },
      async (_, note) => {
        const outcome = await dispatch(message);
        note({ 'mulin.outcome': outcome });
        return outcome;
      },
    );
