/** Moments in answers, as the clocks of the town show them: RFC 3339 with the town's offset, in every answer alike. */
import { localText } from '@mulin/working-time';
import type { CallHandler, ExecutionContext, NestInterceptor } from '@nestjs/common';
import { map } from 'rxjs';

/** As an `Instant` is written, and nothing else is. */
const instantForm = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

/** What people said is told as they said it. */
const ofPeople: readonly string[] = ['words', 'place', 'contact'];

const isPlain = (value: object): boolean => {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
};

/**
 * The same value, every `Instant` in it with the offset of a zone. What people said (`words`, `place`, `contact`)
 * stays as it is, and so does what is no plain object.
 *
 * @param zone an IANA name.
 */
export const inTownTime = (zone: string, value: unknown): unknown => {
  if (typeof value === 'string') return instantForm.test(value) ? localText(zone, Date.parse(value)) : value;
  if (Array.isArray(value)) return value.map((it) => inTownTime(zone, it));
  if (typeof value !== 'object' || value === null || !isPlain(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, it]) => [name, ofPeople.includes(name) ? it : inTownTime(zone, it)]),
  );
};

/** For every route: what it answers with is written in the time of the town. */
export const townTime = (zone: string): NestInterceptor => ({
  intercept: (_: ExecutionContext, next: CallHandler<unknown>) =>
    next.handle().pipe(map((value) => inTownTime(zone, value))),
});
