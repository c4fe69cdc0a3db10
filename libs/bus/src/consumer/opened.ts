/** What a message says, parsed once for all groups of a program that are given it. */
import type { Delivered } from '@mulin/kernel';

/** `problem`: it is no JSON, and `value` is `null`. */
export type Envelope = Readonly<{ value: unknown; problem?: string }>;

/** By the message itself, which a driver may give to several groups; forgotten together with it. */
const known = new WeakMap<Delivered, Envelope>();

/** Several groups look at the same objects, so that none may change them. */
const frozen = (value: unknown): unknown => {
  if (typeof value !== 'object' || value === null) return value;
  for (const field of Object.values(value)) frozen(field);
  return Object.freeze(value);
};

const parsed = (text: string): Envelope => {
  try {
    return { value: frozen(JSON.parse(text)) };
  } catch {
    // The parser's own words quote what it read, which may be anything.
    return { value: null, problem: 'NotAsClaimed: no JSON' };
  }
};

/** Whoever carried a message on may have set its header anew; the value says the trace that it was sent with. */
const inTrace = ({ value, ...rest }: Envelope, traceparent: string | undefined): Envelope =>
  traceparent === undefined || typeof value !== 'object' || value === null
    ? { value, ...rest }
    : { value: Object.freeze({ ...value, traceparent }), ...rest };

/** The value of a message, deeply frozen, in the trace that its header names where it has one. */
export const opened = (message: Delivered): Envelope => {
  const before = known.get(message);
  if (before !== undefined) return before;
  const envelope = inTrace(parsed(message.value), message.traceparent);
  known.set(message, envelope);
  return envelope;
};
