import { z } from 'zod';

/** Moments on the wire: UTC, to the millisecond, as the kernel writes them. */
export const moment = z.iso.datetime({ precision: 3 });

/**
 * The CloudEvents 1.0 attributes (https://github.com/cloudevents/spec) and our extensions, in lower case as
 * the standard asks. `subject` is the case id, or the id of what has no case, and the key on the bus.
 */
const envelope = {
  specversion: z.literal('1.0'),
  id: z.uuid(),
  /** `/<town>/<service>`. */
  source: z.string().min(1),
  subject: z.string().min(1),
  /** When it happened. */
  time: moment,
  /** When it was written down. */
  recordedat: moment,
  town: z.string().min(1),
  correlationid: z.string().min(1),
  causationid: z.string().min(1),
  traceparent: z.string().optional(),
  /**
   * Who acted: the id of an account, or the name of the service that decided by itself. A resident is a
   * pseudonym (a UUID made of town and account), never a name. Absent from what was published before it existed.
   */
  actor: z.string().min(1).optional(),
  /** The role in which a person acted; absent where a service did. */
  actorrole: z.string().min(1).optional(),
  /**
   * The place of the event among those of its service about its subject, as ten digits that compare as text
   * (CloudEvents extension `sequence`). It orders what was recorded within one millisecond; it may have gaps.
   */
  sequence: z.string().min(1).optional(),
  /** `urn:mulin:<type>`. */
  dataschema: z.string().min(1),
};

export type PublicEvent<Type extends string = string, Data = unknown> = Readonly<
  z.infer<z.ZodObject<typeof envelope>> & { type: Type; data: Data }
>;

export type Contract<Type extends string = string, Data = unknown> = Readonly<{
  type: Type;
  schema: z.ZodType<PublicEvent<Type, Data>>;
  data: z.ZodType<Data>;
}>;

/** The envelope alone: what can be said of an event whose type one does not know. */
export const anyEvent = z.looseObject({ ...envelope, type: z.string().min(1), data: z.unknown() });

/** `<service>.<event>.v<n>`. An optional field may be added; every other change is a new version beside it. */
export const contract = <Type extends `${string}.${string}.v${number}`, Data>(
  type: Type,
  data: z.ZodType<Data>,
): Contract<Type, Data> => ({
  type,
  data,
  // zod infers nothing through the generic `Data`; for every contract made here this is what it would infer.
  schema: z.object({ ...envelope, type: z.literal(type), data }) as unknown as z.ZodType<
    PublicEvent<Type, Data>
  >,
});
