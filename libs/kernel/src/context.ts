import { type Instant, instant } from './instant.js';

/** Why an event was recorded: in which town, by whom, in which conversation, because of what. */
export type EventMetadata = Readonly<{
  town: string;
  /** Who asked: an account (a resident's as a pseudonym), or the name of the service that reacts. */
  actor: string;
  /** In which role a person asked. Absent: a service reacts, or this was recorded before roles were kept. */
  role?: string;
  correlationId: string;
  causationId: string;
  /** The W3C trace this belongs to, where there is one. */
  traceparent?: string;
  /**
   * The request's content, hashed under a key of the town: tells a repeated request from another one under the same
   * Idempotency-Key. Older towns recorded a bare SHA-256.
   */
  bodyHash?: string;
}>;

/** Metadata of what begins by itself (a request, a timer): its own `id` is its correlation and its cause. */
export const newCorrelation = ({
  id,
  traceparent,
  ...rest
}: Omit<EventMetadata, 'correlationId' | 'causationId' | 'traceparent'> &
  Readonly<{ id: string; traceparent?: string | undefined }>): EventMetadata => ({
  ...rest,
  correlationId: id,
  causationId: id,
  ...(traceparent === undefined ? {} : { traceparent }),
});

/** A W3C trace context (https://www.w3.org/TR/trace-context/) of version 00, or `undefined`. */
export const knownTraceparent = (text: string | undefined): string | undefined =>
  text !== undefined && /^00-[\da-f]{32}-[\da-f]{16}-[\da-f]{2}$/.test(text) ? text : undefined;

/** In which circumstances something is decided: the metadata of what is recorded then, and what is not kept of them. */
export type DecisionContext = EventMetadata &
  Readonly<{
    /** When the cause was recorded, by the clock of whoever recorded it; what is decided is no earlier. */
    causedAt?: Instant;
  }>;

type News = Readonly<{
  id: string;
  town: string;
  correlationid: string;
  recordedat: string;
  traceparent?: string | undefined;
}>;

/** Of what is decided because of a public event: the same correlation, that event as the cause, and not before it. */
export const causedBy = (
  { id, town, correlationid, recordedat, traceparent }: News,
  actor: string,
): DecisionContext => ({
  town,
  actor,
  correlationId: correlationid,
  causationId: id,
  causedAt: instant(recordedat),
  ...(traceparent === undefined ? {} : { traceparent }),
});
