/** Reads that ask to show at least what a command has just answered. */
import { backoff, pollUntil, type Position, Rejection, type TopicEnds, Unavailable } from '@mulin/kernel';
import type { CallHandler, ExecutionContext, NestInterceptor } from '@nestjs/common';
import { from, mergeMap } from 'rxjs';
import { topicOf } from '../host/service-host.js';
import type { Platform } from '../platform/platform.js';
import { headerOf, type Reply, requestOf } from './request.js';

const patienceMs = 2_000;
/** How many reads of one caller wait at once; more are answered as it is. */
const waitingAtMost = 8;

type After = Readonly<{ service: string; position: Position }>;

const afterOf = (header: string): After => {
  const [, service, digits] = /^([a-z-]{1,40}):(\d{1,15})$/.exec(header.trim()) ?? [];
  if (service === undefined || digits === undefined)
    throw new Rejection(
      'mulin-after-malformed',
      {
        en: 'mulin-after takes what mulin-position gave, such as "intake:7".',
        zh: 'mulin-after 须为 mulin-position 返回的值，例如 "intake:7"。',
      },
      'malformed',
    );
  // The shell itself gave it out, as a position.
  return { service, position: Number(digits) as Position };
};

type Parts = Pick<Platform, 'atWork' | 'views' | 'eventStore' | 'published' | 'bus'>;

/** The time that is left until a moment; never less than nothing. */
const leftUntil = (end: number) => Math.max(0, end - performance.now());

/** What is asked of the database while somebody waits is asked so often, in milliseconds. */
const polls = { firstMs: 20, longestMs: 100 };

const isSoBy = (isSo: () => Promise<boolean>, end: number): Promise<boolean> =>
  pollUntil(isSo, { pauseMs: backoff(polls), withinMs: leftUntil(end) });

const viewsShow = async ({ views }: Parts, service: string, position: Position | null, end: number) => {
  if (position === null) return true;
  const own = views().filter((view) => view.service === service);
  return (await Promise.all(own.map((view) => view.showing(position, leftUntil(end))))).every(Boolean);
};

/** Of a service at work in another program the database says how far its events have been published. */
const isPublished = ({ atWork, published }: Parts, { service, position }: After, end: number) => {
  const publisher = atWork.get(service);
  if (publisher !== undefined) return publisher.waitUntilPublished(position, leftUntil(end));
  return isSoBy(async () => ((await published(service)) ?? 0) >= position, end);
};

/** Where the topic ends that all of it lies before: when it was published, or, where nobody here knows that, now. */
const endsOf = async ({ atWork, bus }: Parts, { service, position }: After): Promise<TopicEnds> =>
  atWork.get(service)?.endsAfter(position) ?? (await bus.offsets(topicOf(service))).ends;

type Published = Readonly<{ topic: string; ends: TopicEnds; end: number }>;

/**
 * Whether a listener has done everything before these offsets: as it remembers itself, which is soonest, or as its
 * group has committed it, whichever program that was.
 */
const hasHandled = (parts: Parts, listener: string, { topic, ends, end }: Published): Promise<boolean> => {
  const here = parts.atWork.get(listener)?.offsets;
  const isCommitted = async () => {
    const committed = (await parts.bus.offsets(topic)).groups.get(listener) ?? [];
    here?.learn(topic, committed);
    return ends.every((offset, partition) => (committed[partition] ?? 0) >= offset);
  };
  if (here === undefined) return isSoBy(isCommitted, end);
  return isSoBy(
    async () =>
      (await here.passes(topic, ends, Math.min(polls.longestMs, leftUntil(end)))) || (await isCommitted()),
    end,
  );
};

const listenerShows = async (parts: Parts, listener: string, published: Published) => {
  if (!(await hasHandled(parts, listener, published))) return false;
  return viewsShow(parts, listener, await parts.eventStore(listener).head(), published.end);
};

/** Who listens to a service, of those that are at work here or have views here. */
const listenersOf = async ({ atWork, views, bus }: Parts, service: string): Promise<readonly string[]> => {
  const here = [...atWork.values()]
    .filter(({ subscribesTo }) => subscribesTo.includes(service))
    .map(({ name }) => name);
  const shown = new Set(
    views()
      .map((view) => view.service)
      .filter((name) => !atWork.has(name)),
  );
  if (shown.size === 0) return here;
  const { groups } = await bus.offsets(topicOf(service));
  return [...here, ...[...shown].filter((name) => groups.has(name))];
};

/**
 * A position that its log has reached; another one is nothing to wait for. Of a service whose log is read by other
 * programs alone, any position is waited for.
 */
const isThere = async ({ atWork, views, eventStore, published }: Parts, { service, position }: After) => {
  const publisher = atWork.get(service);
  if (publisher === undefined && !views().some((view) => view.service === service))
    return (await published(service)) !== null;
  return (publisher?.position() ?? 0) >= position || ((await eventStore(service).head()) ?? 0) >= position;
};

/**
 * Read your writes. Promises that, when it resolves with `true`, the views of `service` show everything that its log
 * holds up to `position`, and so do the views of every service that listens to it directly: its public events up to there were
 * handled, and what was recorded because of them is shown. What those services publish in turn is not waited for.
 *
 * It compares places, and reads nothing of what was published: how far the relay has read the log (a position), where the
 * topic ended then (an offset for each partition), how far each listener's group has come (offsets), and how far each
 * view shows its log (a position). All of them are in the database, so that it holds between programs; what this
 * program remembers only makes it sooner.
 *
 * @param after a position as a command answered it. One that its log has not reached is not waited for.
 * @param withinMs how long it waits at most, in milliseconds.
 * @returns `false`: not within that time, or there is no such position.
 */
export const isVisible = async (parts: Parts, after: After, withinMs: number): Promise<boolean> => {
  const end = performance.now() + withinMs;
  if (!(await isThere(parts, after))) return false;
  const own = viewsShow(parts, after.service, after.position, end);
  if (!(await isPublished(parts, after, end))) return own.then(() => false);
  const [ends, listeners] = await Promise.all([endsOf(parts, after), listenersOf(parts, after.service)]);
  const published = { topic: topicOf(after.service), ends, end };
  const shown = listeners.map((listener) => listenerShows(parts, listener, published));
  return (await Promise.all([own, ...shown])).every(Boolean);
};

/** A bus that does not answer is no reason to refuse a read: what is asked for may be shown all the same. */
const shownInTime = (parts: Parts, after: After): Promise<boolean> =>
  isVisible(parts, after, patienceMs).catch((error: unknown) => {
    if (error instanceof Unavailable) return false;
    throw error;
  });

/** How many reads wait, by who asks. */
const waitingBy = () => {
  const counts = new Map<string, number>();
  return {
    mayWait: (who: string) => (counts.get(who) ?? 0) < waitingAtMost,
    during: async <Found>(who: string, work: () => Promise<Found>): Promise<Found> => {
      counts.set(who, (counts.get(who) ?? 0) + 1);
      try {
        return await work();
      } finally {
        const left = (counts.get(who) ?? 1) - 1;
        if (left === 0) counts.delete(who);
        else counts.set(who, left);
      }
    },
  };
};

/**
 * A read waits a moment for what `mulin-after` names; if that is not enough, it says `mulin-behind`. Only for those
 * who have signed in, for some reads of each at a time, and only for positions that there are: nobody else holds a
 * connection by it.
 */
export const waitUntilVisible = (platform: Platform): NestInterceptor => {
  const { mayWait, during } = waitingBy();

  const wait = async (context: ExecutionContext): Promise<void> => {
    const request = requestOf(context);
    const header = headerOf(request, 'mulin-after');
    if (request.method !== 'GET' || header === undefined) return;
    const after = afterOf(header);
    const who = request.actor?.id;
    const isShown =
      who !== undefined && mayWait(who) && (await during(who, () => shownInTime(platform, after)));
    if (!isShown) context.switchToHttp().getResponse<Reply>().header('mulin-behind', 'true');
  };

  return {
    intercept: (context: ExecutionContext, next: CallHandler<unknown>) =>
      from(wait(context)).pipe(mergeMap(() => next.handle())),
  };
};
