/**
 * A span for each message that is published, by the OpenTelemetry conventions for messaging
 * (https://opentelemetry.io/docs/specs/semconv/messaging/messaging-spans/): `send <topic>`, kind PRODUCER. Without an
 * SDK in the process the calls do nothing. Attributes hold ids and names of topics, and no content.
 */
import type { PublicEvent } from '@mulin/contracts';
import { propagation, ROOT_CONTEXT, type Span, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api';

export interface SendSpans {
  /**
   * Begins the span of one message, as a child of the span that its event was decided in (`traceparent`).
   *
   * @returns the event as it is to be sent: its `traceparent` names the new span, so that consumers' spans are children
   *   of it. Where nothing is recorded, the event as it was.
   */
  begin(event: PublicEvent): PublicEvent;
  /** Ends all spans begun; where `error` is given, as failed, with its name alone: its text may hold anything. */
  end(error?: unknown): void;
}

/** The spans of one call that publishes to `topic`. */
export const sendSpans = (topic: string): SendSpans => {
  // Asked each time: an SDK may be registered after this module was loaded.
  const tracer = trace.getTracer('mulin');
  const begun: Span[] = [];

  return {
    begin: (event) => {
      const { traceparent } = event;
      const parent = traceparent === undefined ? {} : { traceparent };
      const context = propagation.extract(ROOT_CONTEXT, parent);
      const span = tracer.startSpan(
        `send ${topic}`,
        {
          kind: SpanKind.PRODUCER,
          attributes: {
            'messaging.system': 'mulin',
            'messaging.destination.name': topic,
            'messaging.operation.name': 'send',
            'messaging.operation.type': 'send',
            'messaging.message.id': event.id,
          },
        },
        context,
      );
      begun.push(span);
      const carrier: { traceparent?: string } = {};
      propagation.inject(trace.setSpan(context, span), carrier);
      return carrier.traceparent === undefined ? event : { ...event, traceparent: carrier.traceparent };
    },
    end: (error) => {
      for (const span of begun.splice(0)) {
        if (error !== undefined) {
          span.recordException(error instanceof Error ? error.name : 'Error');
          span.setStatus({ code: SpanStatusCode.ERROR });
        }
        span.end();
      }
    },
  };
};
