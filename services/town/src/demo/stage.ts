/** The town in which the made-up month is played: in memory, on a clock of its own, asked as anybody's program would. */
import { setTimeout as pause } from 'node:timers/promises';
import { type Instant, virtualTime } from '@mulin/kernel';
import { memoryPlatform, type Platform } from '@mulin/service';
import type { Pack } from '@mulin/pack';
import type { Cast } from './cast.js';

export type Answer = Readonly<{ status: number; body: Readonly<Record<string, unknown>> }>;

export type Stage = Readonly<{
  platform: Platform;
  now: () => Instant;
  moveTo: (at: Instant) => Promise<void>;
  /** The same `key` is the same request. Everything that follows from it has happened when this resolves. */
  post: (account: string, path: string, body: object, key: string) => Promise<Answer>;
  read: (account: string, path: string) => Promise<Answer['body']>;
  close: () => Promise<void>;
}>;

const tooMany = 429;
/** Whoever asks too often is asked to wait; the month is played faster than any real one. */
const waitMs = 250;

type Call = Readonly<{ method: 'GET' | 'POST'; path: string; token: string; body?: object; key?: string }>;

const asking =
  (url: string) =>
  async ({ method, path, token, body, key }: Call): Promise<Answer> => {
    const headers = {
      authorization: `Bearer ${token}`,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(key === undefined ? {} : { 'idempotency-key': key }),
    };
    const sent = body === undefined ? {} : { body: JSON.stringify(body) };
    for (;;) {
      const response = await fetch(`${url}${path}`, { method, headers, ...sent });
      // The town's own answer: JSON, whatever it says.
      const answered = (await response.json()) as Answer['body'];
      if (response.status !== tooMany) return { status: response.status, body: answered };
      await pause(waitMs);
    }
  };

/** Opens all services of a town. Handed in, because a town is what this is played for, too. */
export type OpenTown = (
  platform: Platform,
  pack: Pack,
) => Promise<Readonly<{ url: string; close: () => Promise<void> }>>;

type Wanted = Readonly<{
  pack: Pack;
  start: Instant;
  cast: Cast;
  vault: Platform['vault'];
  open: OpenTown;
  /** Called before the town opens. */
  prepare: (platform: Platform) => Promise<void>;
}>;

/** What residents say is kept in `vault`, so that what is recorded refers to where it stays. */
export const openStage = async ({ pack, start, cast, vault, open, prepare }: Wanted): Promise<Stage> => {
  const time = virtualTime(start);
  const memory = memoryPlatform({ ...pack.town, now: time.now, accounts: cast.accounts });
  const platform = { ...memory.platform, vault };
  await prepare(platform);
  const town = await open(platform, pack);
  await memory.settle();
  const ask = asking(town.url);
  const tokenOf = (account: string): string => {
    const token = cast.tokenOf(account);
    if (token === undefined) throw new Error('nobody works under this account');
    return token;
  };

  return {
    platform,
    now: time.now,
    moveTo: (at) => time.moveTo(at, memory),
    post: async (account, path, body, key) => {
      const answer = await ask({ method: 'POST', path, token: tokenOf(account), body, key });
      await memory.settle();
      return answer;
    },
    read: async (account, path) => (await ask({ method: 'GET', path, token: tokenOf(account) })).body,
    close: town.close,
  };
};
