/** The sample town with every clock and with feedback, in memory, whose news travels as a story wants it to. */
import { fileURLToPath } from 'node:url';
import { type Actor, type Area, instant, type Instant } from '@mulin/kernel';
import { virtualTime } from '@mulin/testing';
import { memoryPlatform, openTown, readPack } from '@mulin/town';
import type { Json } from '../http.js';
import { newsInAnyOrder, type Travel } from './news-in-any-order.js';

const pack = readPack(fileURLToPath(new URL('../../../infra/packs/sample', import.meta.url)));

const townWide = ['hotline-clerk', 'auditor', 'operator', 'resident'] as const;

/** Everybody on a roster, and those who work for the whole town. Each token is an account's name. */
const accounts = (): Readonly<Record<string, Actor>> => {
  const { members, leaders, watch, helpers, offices } = pack.routing.rosters;
  const areas = new Map(pack.routing.grids.map(({ id, area }) => [id, area]));
  const rostered = [
    ...[...members].flatMap(([id, duties]) => duties.map((duty) => ({ duty, area: areas.get(id) ?? 'mu' }))),
    ...[...leaders, ...watch, ...helpers].flatMap(([area, duties]) => duties.map((duty) => ({ duty, area }))),
    ...[...offices.values()].flatMap(({ duties }) => duties.map((duty) => ({ duty, area: 'mu' }))),
  ];
  const actors = [
    ...rostered.map(({ duty: { account, role }, area }) => ({ id: account, role, area })),
    ...townWide.map((role) => ({ id: role, role, area: 'mu' })),
  ];
  // Where somebody stands first is where they are; paths of the pack's own areas.
  return Object.fromEntries(
    actors.reverse().map((actor) => [actor.id, { ...actor, area: actor.area as Area }]),
  );
};
const everybody = accounts();

const limits = { 'resident-writes': 1_000_000, 'sign-ins': 1_000_000 };

type Answer = Readonly<{ status: number; body: Json }>;

export const openLoopTown = async (start: string, travel: Travel) => {
  const time = virtualTime(instant(start));
  const memory = memoryPlatform({ ...pack.town, now: time.now, accounts: everybody });
  const news = newsInAnyOrder(travel);
  const platform = { ...memory.platform, bus: news.tamper(memory.platform.bus) };
  const { url, close } = await openTown(platform, pack, 0, { limits });
  await memory.settle();

  /** Everything has been heard, but by whoever is stopped. */
  const settle = async (): Promise<void> => {
    do await memory.settle();
    while (await news.deliverOne());
  };
  const send = async (method: string, who: string, path: string, more: RequestInit = {}): Promise<Answer> => {
    const headers = { authorization: `Bearer ${who}`, ...more.headers };
    const response = await fetch(`${url}${path}`, { ...more, method, headers });
    // A story looks at single fields of it.
    return { status: response.status, body: (await response.json()) as Json };
  };
  let keys = 0;
  return {
    platform,
    news,
    close,
    now: time.now,
    settle,
    messages: memory.messages,
    moveTo: (at: Instant) => time.moveTo(at, { settle, nextTimerAt: memory.nextTimerAt }),
    /** What follows from it is not waited for. */
    post: (who: string, path: string, body: object): Promise<Answer> =>
      send('POST', who, path, {
        headers: { 'content-type': 'application/json', 'idempotency-key': `key-${++keys}` },
        body: JSON.stringify(body),
      }),
    get: (who: string, path: string): Promise<Answer> => send('GET', who, path),
  };
};
export type LoopTown = Awaited<ReturnType<typeof openLoopTown>>;
