/** What a route promises to whoever calls it: what it is for, what it answers with, and how it may refuse. */
import type { LocalizedText } from '@mulin/kernel';
import { z } from 'zod';

/** Under what operations stand together in the description of the API. */
export type Tag = Readonly<{ name: string; description: LocalizedText }>;

/** The statuses of HTTP with which a route may refuse. */
export type RefusalStatus = 400 | 401 | 403 | 404 | 409 | 412 | 413 | 415 | 422 | 429 | 500 | 503;

/** Codes by status. What the shell refuses on every route alike is added, and need not be named. */
export type Refusals = Readonly<Partial<Record<RefusalStatus, readonly string[]>>>;

/** What a route promises to whoever calls it, in both languages. */
export type Operation = Readonly<{
  tag: Tag;
  /** A few words, without a full stop. */
  summary: LocalizedText;
  /** Whole sentences: for whom it is, what it changes, what to heed. */
  description: LocalizedText;
  /** The body of a good answer; strict, so that a field that is not named here is a mistake. */
  answer: z.ZodType;
  /** One good answer, which fits `answer`. */
  example: unknown;
  /** The media type of the answer; absent: JSON. */
  media?: string;
  /** Anybody may keep it for a while (`cachedFor` of `answer`), and whoever has it is told so with 304. */
  mayBeKept?: true;
  refusals?: Refusals;
}>;

const operations = new WeakMap<object, Operation>();

/** Says of a route what it promises; the description of the API shows it, and tests hold its answers to it. */
export const Answers =
  (operation: Operation): MethodDecorator =>
  (_target, _key, descriptor) => {
    if (typeof descriptor.value === 'function') operations.set(descriptor.value, operation);
  };

/** What `Answers` said of a handler; `null`: nothing. */
export const operationOf = (handler: object): Operation | null => operations.get(handler) ?? null;

/** A moment of an answer: RFC 3339 with the offset of the town's zone. */
export const TownTime = z
  .string()
  .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,3})?(Z|[+-]\d\d:\d\d)$/)
  .meta({ id: 'TownTime', format: 'date-time' });

/** The schema of a page of a list: `next` is the cursor of the page that follows, `null` at the end. */
export const pageOf = <Item extends z.ZodType>(item: Item) =>
  z.strictObject({ items: z.array(item), next: z.string().nullable() });
