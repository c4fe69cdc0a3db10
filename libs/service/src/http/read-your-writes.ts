/** Reads that ask to show at least what a command has just answered. */
import { setTimeout as pause } from 'node:timers/promises';
import { type Position, Rejection } from '@mulin/kernel';
import type { CallHandler, ExecutionContext, NestInterceptor } from '@nestjs/common';
import { from, mergeMap } from 'rxjs';
import type { ServiceDefinition, Platform } from '../platform/platform.js';
import { headerOf, type Reply, requestOf } from './request.js';

const patienceMs = 2_000;
/** In a quiet town an event is done with long before; only then is the bus asked. */
const rememberedMs = 50;

type After = Readonly<{ service: string; position: Position }>;

const afterOf = (header: string): After => {
  const [, service, digits] = /^([a-z-]{1,40}):(\d{1,15})$/.exec(header.trim()) ?? [];
  if (service === undefined || digits === undefined)
    throw new Rejection(
      'mulin-after-malformed',
      {
        en: 'mulin-after takes what mulin-position gave, such as "intake:7".',
        zh: 'mulin-after 须为 mulin-position 返回的值,例如 "intake:7"。',
      },
      'malformed',
    );
  // The shell itself gave it out, as a position.
  return { service, position: Number(digits) as Position };
};

type Heard = Readonly<{ service: string; eventId: string | null; end: number }>;

type Parts = Pick<Platform, 'atWork' | 'views' | 'eventStore'>;

/** The time that is left until a moment; never less than nothing. */
const leftUntil = (end: number) => Math.max(0, end - performance.now());

const viewsShow = async ({ views }: Parts, service: string, position: Position | null, end: number) => {
  if (position === null) return true;
  const own = views().filter((view) => view.service === service);
  return (await Promise.all(own.map((view) => view.showing(position, leftUntil(end))))).every(Boolean);
};

/** Whether there is a moment in which this listener has nothing of that service's news left. */
const comesToRest = async (
  { waiting }: ServiceDefinition,
  service: string,
  end: number,
): Promise<boolean> => {
  for (let ms = 5; ; ms = Math.min(2 * ms, 100)) {
    if (((await waiting()).get(service) ?? 0) === 0) return true;
    if (leftUntil(end) === 0) return false;
    await pause(Math.min(ms, leftUntil(end)));
  }
};

/**
 * Whether this listener has finished with an event, or with all there is: after a restart nobody remembers a
 * single one, and in a busy town there is never nothing left.
 */
const hasHeard = async (listener: ServiceDefinition, { service, eventId, end }: Heard): Promise<boolean> => {
  if (eventId === null) return comesToRest(listener, service, end);
  const soon = Math.min(rememberedMs, leftUntil(end));
  if (await listener.finishes(eventId, soon)) return true;
  const finishes = listener.finishes(eventId, leftUntil(end));
  const rests = comesToRest(listener, service, end);
  return Promise.race([finishes, rests]).then((first) => first || rests || finishes);
};

const listenerShows = async (parts: Parts, listener: ServiceDefinition, heard: Heard) => {
  if (!(await hasHeard(listener, heard))) return false;
  return viewsShow(parts, listener.name, await parts.eventStore(listener.name).head(), heard.end);
};

/**
 * Resolves when the service's own views, and all that its listeners made of its news, show everything up to
 * `position`, or when `withinMs` are over; says which.
 */
export const isVisible = async (
  parts: Parts,
  { service, position }: After,
  withinMs: number,
): Promise<boolean> => {
  const end = performance.now() + withinMs;
  const teller = parts.atWork.get(service);
  if (teller === undefined) return false;

  const own = viewsShow(parts, service, position, end);
  if (!(await teller.told(position, leftUntil(end)))) return own.then(() => false);
  const listeners = [...parts.atWork.values()].filter(({ hears }) => hears.includes(service));
  const heard = { service, eventId: teller.lastTold(position), end };
  const shown = listeners.map((listener) => listenerShows(parts, listener, heard));
  return (await Promise.all([own, ...shown])).every(Boolean);
};

const wait = async (platform: Platform, context: ExecutionContext): Promise<void> => {
  const request = requestOf(context);
  const header = headerOf(request, 'mulin-after');
  // A connection is held for nobody whom we do not know: what is open shows nothing that a command changes.
  if (request.method !== 'GET' || header === undefined || request.actor === undefined) return;
  if (await isVisible(platform, afterOf(header), patienceMs)) return;
  context.switchToHttp().getResponse<Reply>().header('mulin-behind', 'true');
};

/** A read waits a moment for what `mulin-after` names; if that is not enough, it says that it is behind. */
export const waitUntilVisible = (platform: Platform): NestInterceptor => ({
  intercept: (context: ExecutionContext, next: CallHandler<unknown>) =>
    from(wait(platform, context)).pipe(mergeMap(() => next.handle())),
});
