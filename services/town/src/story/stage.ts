/** The town in which a made-up month, or a story, is played: in memory, on a clock of its own, asked as anybody's program would. */
import { setTimeout as pause } from 'node:timers/promises';
import { type Instant, type LocalizedText, virtualTime } from '@mulin/kernel';
import { memoryPlatform, type MemoryPlatform, type Platform } from '@mulin/service';
import type { Pack } from '@mulin/pack';
import type { Cast } from './cast.js';
import { pictureOf } from './picture.js';

export type Answer = Readonly<{ status: number; body: Readonly<Record<string, unknown>> }>;

/** In which people are answered. */
export type Language = keyof LocalizedText;

export type Stage = Readonly<{
  platform: Platform;
  /** How the events of a service are written. */
  upcasts: MemoryPlatform['upcasts'];
  now: () => Instant;
  moveTo: (at: Instant) => Promise<void>;
  /** The same `key` is the same request. Everything that follows from it has happened when this resolves. */
  post: (account: string, path: string, body: object, key: string) => Promise<Answer>;
  /** Sends a made-up photo of a case, which no other `key` sends. */
  sendPhoto: (account: string, caseId: string, key: string) => Promise<Answer>;
  read: (account: string, path: string) => Promise<Answer['body']>;
  /** The same of whoever has no account, as who shows the code of a case. */
  ask: (call: Call) => Promise<Answer>;
  close: () => Promise<void>;
}>;

const tooMany = 429;
/** Whoever asks too often is asked to wait; the month is played faster than any real one. */
const waitMs = 250;

type Call = Readonly<{
  method: 'GET' | 'POST';
  path: string;
  token?: string;
  /** Sent as JSON, or, of bytes, as a PNG. */
  body?: object;
  key?: string;
}>;

const bodyOf = (body: Call['body']): Readonly<{ type: object; sent: object }> => {
  if (body === undefined) return { type: {}, sent: {} };
  if (body instanceof Uint8Array) return { type: { 'content-type': 'image/png' }, sent: { body } };
  return { type: { 'content-type': 'application/json' }, sent: { body: JSON.stringify(body) } };
};

const asking =
  (url: string, language: Language) =>
  async ({ method, path, token, body, key }: Call): Promise<Answer> => {
    const { type, sent } = bodyOf(body);
    const headers = {
      'accept-language': language,
      ...type,
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      ...(key === undefined ? {} : { 'idempotency-key': key }),
    };
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
  /** Where what residents say is kept, so that what is recorded refers to where it stays; absent: forgotten with the stage. */
  vault?: Platform['vault'];
  open: OpenTown;
  /** Called before the town opens. */
  prepare?: (platform: Platform) => Promise<void>;
  /** In which the town answers; `zh` where nothing is said. */
  language?: Language;
}>;

/** The town is open, and everybody of the cast may work in it. */
export const openStage = async (wanted: Wanted): Promise<Stage> => {
  const { pack, start, cast, open, language = 'zh' } = wanted;
  const time = virtualTime(start);
  const memory = memoryPlatform({ ...pack.town, now: time.now, accounts: cast.accounts });
  const platform = { ...memory.platform, vault: wanted.vault ?? memory.platform.vault };
  await wanted.prepare?.(platform);
  const town = await open(platform, pack);
  await memory.settle();
  const ask = asking(town.url, language);
  const tokenOf = (account: string): string => {
    const token = cast.tokenOf(account);
    if (token === undefined) throw new Error('nobody works under this account');
    return token;
  };
  const post: Stage['post'] = async (account, path, body, key) => {
    const answer = await ask({ method: 'POST', path, token: tokenOf(account), body, key });
    await memory.settle();
    return answer;
  };

  return {
    platform,
    upcasts: memory.upcasts,
    now: time.now,
    moveTo: (at) => time.moveTo(at, memory),
    post,
    sendPhoto: (account, caseId, key) =>
      post(account, `/api/v1/photos?caseId=${caseId}`, pictureOf(key), key),
    read: async (account, path) => (await ask({ method: 'GET', path, token: tokenOf(account) })).body,
    ask: async (call) => {
      const answer = await ask(call);
      await memory.settle();
      return answer;
    },
    close: town.close,
  };
};
