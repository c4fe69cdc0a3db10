/** A member of a group: it joins, reads, beats its heart, gives back what it has when others come, and joins again. */
import { settledWithin } from '@mulin/kernel';
import type { GroupMember, GroupSession, Joining, KafkaOptions } from '../client.js';
import { fetchWaitMs, heartbeatMs, releaseMs, requestMs, sessionMs } from '../timing.js';
import { type Cluster, clusterOf } from './cluster.js';
import { type Connections, connectionsOf } from './connections.js';
import { isPassing, plainly } from './errors.js';
import { isSharedAnew, joinMs, type Place, placeIn } from './group.js';
import type { Library } from './protocol.js';
import { type Reader, readerOf } from './reading.js';

/** A membership, and `over`, which resolves when nothing of it runs any more, however long that takes after `close`. */
type Session = GroupSession & Readonly<{ over: Promise<unknown> }>;

/** What a membership consists of once the library is there. */
type Parts = Readonly<{
  place: Place;
  reader: Reader;
  member: GroupMember;
  cluster: Cluster;
  /** Each topic must be there before anybody joins for it. */
  assertTopics: () => Promise<unknown>;
  over: AbortSignal;
}>;

const pauseUnless = (over: AbortSignal, ms: number): Promise<void> =>
  new Promise((resolve) => {
    const go = () => {
      clearTimeout(timer);
      over.removeEventListener('abort', go);
      resolve();
    };
    const timer = setTimeout(go, ms);
    over.addEventListener('abort', go);
    if (over.aborted) go();
  });

/** Lets the group hear from us until it is shared anew, or this is over. A coordinator may be away for a session. */
const beating = async ({ place, member, cluster, over }: Parts): Promise<void> => {
  let heardAt = performance.now();
  for (;;) {
    await pauseUnless(over, heartbeatMs);
    if (over.aborted) return;
    try {
      await place.heartbeat();
      heardAt = performance.now();
      member.onAlive();
    } catch (error) {
      if (isSharedAnew(error)) return;
      if (!isPassing(error) || performance.now() - heardAt > sessionMs) throw error;
      cluster.forget();
    }
  }
};

/** The heart beats on meanwhile, or others would be given its partitions while they are in use. */
const releasing = async ({ place, member, cluster }: Parts): Promise<void> => {
  const beat = () =>
    void place.heartbeat().then(
      () => member.onAlive(),
      (error: unknown) => (isSharedAnew(error) ? member.onAlive() : cluster.forget()),
    );
  beat();
  const beats = setInterval(beat, heartbeatMs);
  await settledWithin(member.onJoining(), releaseMs);
  clearInterval(beats);
};

/** From one joining to the next. */
const sharing = async (parts: Parts): Promise<void> => {
  const { place, reader, member, cluster, over } = parts;
  const isOver = () => over.aborted;
  const assigned = await cluster.trying(place.join);
  if (isOver()) return;
  member.onAlive();
  member.onJoined(assigned);
  const reading = reader.read(assigned);
  const failed = new Promise<never>((_, reject) => void reading.catch(reject));
  await Promise.race([beating(parts), failed]).finally(reader.end);
  if (!isOver()) await releasing(parts);
};

const living = async (parts: Parts, formerly: string | null): Promise<void> => {
  await parts.assertTopics();
  if (formerly !== null) await parts.place.leave(formerly).catch(() => undefined);
  while (!parts.over.aborted) {
    await sharing(parts).catch((error: unknown) => {
      // Others came while we joined: with them.
      if (!isSharedAnew(error)) throw error;
    });
  }
};

/** What is opened for a membership. */
type Opened = Readonly<{ parts: Parts; connections: readonly Connections[] }>;

const opened = (
  library: Library,
  options: KafkaOptions,
  { joining, member, over }: Readonly<{ joining: Joining; member: GroupMember; over: AbortSignal }>,
): Opened => {
  const { group, topics } = joining;
  const [asking, waiting, fetching] = [requestMs, joinMs, requestMs + fetchWaitMs].map((ms) =>
    connectionsOf(library, options, ms),
  ) as [Connections, Connections, Connections]; // as many as there are numbers
  const cluster = clusterOf(library, asking);
  const place = placeIn({ cluster, joining: waiting, group, topics, over });
  const reader = readerOf({ cluster, fetching, group, member });
  const assertTopics = () => cluster.trying(() => Promise.all(topics.map((topic) => cluster.leaders(topic))));
  return {
    parts: { place, reader, member, cluster, assertTopics, over },
    connections: [asking, waiting, fetching],
  };
};

/** Takes it out of the group where that can be done, and waits until nothing of it runs. */
const ending = async (its: Opened | undefined, running: Promise<unknown>): Promise<void> => {
  const leave = async () => {
    const id = its?.parts.place.memberId() ?? null;
    if (id !== null) await its?.parts.place.leave(id).catch(() => undefined);
    return id;
  };
  const left = await leave();
  const isOver = await settledWithin(running, requestMs);
  // It asked to join at that very moment, and was given a place.
  if (isOver && (its?.parts.place.memberId() ?? null) !== left) await leave();
  for (const connections of its?.connections ?? []) connections.close();
  await running;
};

/** Of a membership that may not be opened yet, or never was. */
const doing = (
  its: () => Opened | undefined,
): Pick<GroupSession, 'memberId' | 'commit' | 'seek' | 'pause' | 'resume'> => ({
  memberId: () => its()?.parts.place.memberId() ?? null,
  commit: async (done) => {
    try {
      await its()?.parts.place.commit(done);
    } catch (error) {
      throw plainly(error);
    }
  },
  seek: (where, offset) => its()?.parts.reader.seek(where, offset),
  pause: (where) => its()?.parts.reader.pause(where),
  resume: (where) => its()?.parts.reader.resume(where),
});

/** Joins a group; see `KafkaClient.join`. */
export const joined = (
  load: () => Promise<Library>,
  options: KafkaOptions,
  joining: Joining,
  member: GroupMember,
): Session => {
  const end = new AbortController();
  let its: Opened | undefined;
  const running = load().then(async (library) => {
    if (end.signal.aborted) return;
    its = opened(library, options, { joining, member, over: end.signal });
    await living(its.parts, joining.formerly);
  });
  let isOver: () => void = () => undefined;
  const over = new Promise<void>((resolve) => (isOver = resolve));
  let ended: Promise<void> | undefined;

  return {
    ...doing(() => its),
    over,
    failed: running.then(
      () => new Promise<never>(() => undefined),
      (error: unknown) => plainly(error),
    ),
    close: async () => {
      end.abort();
      its?.parts.reader.end();
      ended ??= ending(
        its,
        running.catch(() => undefined),
      ).finally(() => isOver());
      await settledWithin(ended, requestMs);
    },
  };
};
