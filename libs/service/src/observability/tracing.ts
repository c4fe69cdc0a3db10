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
import { knownTraceparent, Rejection } from '@mulin/kernel';
import type { FastifyInstance } from 'fastify';
import { headerOf, pathOf, type Request } from '../http/request.js';

/** Asked each time: an SDK may be registered after this module was loaded. */
const tracer = () => trace.getTracer('mulin');

const sampled = 1;

const contextOf = (traceparent: string | undefined): Context => {
  const [, traceId = '', spanId = '', flags = ''] = knownTraceparent(traceparent)?.split('-') ?? [];
  const spanContext = { traceId, spanId, traceFlags: Number.parseInt(flags, 16), isRemote: true };
  return isSpanContextValid(spanContext) ? trace.setSpanContext(ROOT_CONTEXT, spanContext) : ROOT_CONTEXT;
};

/**
 * What is at work in this process at this moment comes before what it was given. Where work begins it is the other way
 * round: whoever happened to wake it is not why it is done.
 */
const parentOf = ({ traceparent, isBeginning = false }: Traced): Context => {
  const [active, given] = [context.active(), contextOf(traceparent)];
  const isGiven = trace.getSpan(given) !== undefined;
  return trace.getSpan(active) === undefined || (isBeginning && isGiven) ? given : active;
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
  /** It was brought here by a message, a timer or a job. Default: `false`. */
  isBeginning?: boolean;
}>;

/** A span whose end is told; `traceparent`: the trace context to pass on. */
export type OpenSpan = Readonly<{
  traceparent: string | undefined;
  /** Once: where `error` is given, as failed; a refusal is an answer and no error. */
  end: (error?: unknown, more?: Attributes) => void;
}>;

/** The trace context of what is at work in this process at this moment; `undefined`: none. */
export const activeTraceparent = (): string | undefined => traceparentOf(trace.getSpan(context.active()));

/** Begins a span that is nobody's surroundings, as what goes on within it does so for others as well. */
export const beginSpan = (traced: Traced): OpenSpan => {
  const { name, kind = SpanKind.INTERNAL, attributes = {}, traceparent } = traced;
  const span = tracer().startSpan(name, { kind, attributes }, parentOf(traced));
  return {
    traceparent: traceparentOf(span) ?? traceparent,
    end: (error, more = {}) => {
      if (!span.isRecording()) return;
      span.setAttributes(more);
      if (error !== undefined && !(error instanceof Rejection)) fail(span, error);
      span.end();
    },
  };
};

/**
 * Does `work` within a span, which ends with it; an error that it throws is recorded and thrown on. `work` is given
 * the trace context to pass on (that which it came with where nothing is recorded) and how to add attributes.
 */
export const inSpan = <Done>(
  traced: Traced,
  work: (at: Readonly<{ traceparent?: string }>, note: (more: Attributes) => void) => Promise<Done>,
): Promise<Done> => {
  const { name, kind = SpanKind.INTERNAL, attributes = {}, traceparent } = traced;
  const options: SpanOptions = { kind, attributes };
  return tracer().startActiveSpan(name, options, parentOf(traced), async (span) => {
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

/**
 * Begins the span of asking another process what `request` asks (`<method>`, kind CLIENT), a child of the request's own.
 *
 * @param address of the process, such as `http://127.0.0.1:3121`.
 */
export const beginOnwards = (request: Request, address: string): OpenSpan =>
  beginSpan({
    name: request.method,
    kind: SpanKind.CLIENT,
    traceparent: traceparentOfRequest(request),
    isBeginning: true,
    attributes: {
      'http.request.method': request.method,
      'server.address': new URL(address).hostname,
      'server.port': Number(new URL(address).port),
    },
  });

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
        isBeginning: true,
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
