/** How the command line talks to a running town. */
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { backoff } from '@mulin/kernel';
import { type Language, type Sentence, sentenceIn, textsIn } from './texts/texts.js';

/** The town answered "no": its own sentence, with its code. */
export class TownRefused extends Error {
  override readonly name = 'TownRefused';

  constructor(
    readonly status: number,
    readonly code: string,
    detail: string,
  ) {
    super(detail);
  }
}

/** Nobody answers at the address, or the town says that it cannot now. */
export class TownUnreachable extends Error {
  override readonly name = 'TownUnreachable';

  constructor(readonly sentence: Sentence) {
    super(sentenceIn(sentence, 'en'));
  }
}

/** `version`: the `ETag` of what was read; `null`: nothing was ever recorded of it. */
type Versioned<Answer> = Readonly<{ answer: Answer; version: string | null }>;

export type TownClient = Readonly<{
  get: <Answer>(path: string) => Promise<Answer>;
  /** For changing it afterwards, where nobody else has done so meanwhile. */
  versioned: <Answer>(path: string) => Promise<Versioned<Answer>>;
  /** An answer that is no JSON, byte for byte as it came. */
  bytes: (path: string) => Promise<Uint8Array>;
  post: <Answer>(path: string, body: unknown, key?: string) => Promise<Answer>;
  /** `version`: refused (412) if it has been changed since that one was read. */
  put: <Answer>(path: string, body: unknown, version?: string | null) => Promise<Answer>;
  patch: <Answer>(path: string, body: unknown) => Promise<Answer>;
}>;

type Parts = Readonly<{
  url: string;
  token: () => Promise<string>;
  /** How long a town that is down is waited for; an import waits, a question does not. */
  patienceMs?: number;
  /** In which it answers. */
  language?: Language;
  onWaiting?: (why: string) => void;
}>;

type Request = Readonly<{
  method: string;
  path: string;
  body?: string;
  key?: string;
  version?: string | null;
  isFile?: boolean;
}>;

const pauseMs = backoff({ firstMs: 200, longestMs: 3_000 });

const answerOf = async <Answer>(response: Response, url: string, isFile: boolean): Promise<Answer> => {
  const bytes = await bytesOf(response, url);
  // Who asks too much is told to come back, like whoever comes while a town cannot answer.
  if (response.status === 503 || response.status === 429)
    throw new TownUnreachable(({ unreachable }) => unreachable.notNow(url));
  if (!response.ok) throw refusedOf(response.status, bytes.toString('utf8'));
  // The town's own answer to a route that this program was written for.
  if (isFile) return bytes as Answer;
  try {
    return JSON.parse(bytes.toString('utf8')) as Answer;
  } catch {
    throw new TownUnreachable(({ unreachable }) => unreachable.noTown(url));
  }
};

const asking =
  ({ url, token, language }: Readonly<{ url: string; token: Parts['token']; language: Language }>) =>
  async <Answer>({
    method,
    path,
    body,
    key,
    version = null,
    isFile = false,
  }: Request): Promise<Versioned<Answer>> => {
    const response = await reach(url, path, {
      method,
      headers: {
        authorization: `Bearer ${await token()}`,
        'accept-language': language,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(key === undefined ? {} : { 'idempotency-key': key }),
        ...(version === null ? {} : { 'if-match': version }),
      },
      ...(body === undefined ? {} : { body }),
    });
    return { answer: await answerOf<Answer>(response, url, isFile), version: response.headers.get('etag') };
  };

export const townClient = ({
  url,
  token,
  patienceMs = 0,
  language = 'en',
  onWaiting = () => {},
}: Parts): TownClient => {
  const once = asking({ url, token, language });

  const patiently = async <Answer>(request: Request): Promise<Versioned<Answer>> => {
    const giveUpAt = performance.now() + patienceMs;
    for (let failures = 1; ; failures++) {
      const pause = pauseMs(failures);
      try {
        return await once<Answer>(request);
      } catch (error) {
        if (!(error instanceof TownUnreachable) || performance.now() + pause > giveUpAt) throw error;
        onWaiting(textsIn(language).unreachable.waiting(sentenceIn(error.sentence, language)));
        await sleep(pause);
      }
    }
  };

  const answered = async <Answer>(request: Request): Promise<Answer> =>
    (await patiently<Answer>(request)).answer;

  return {
    get: (path) => answered({ method: 'GET', path }),
    versioned: (path) => patiently({ method: 'GET', path }),
    bytes: (path) => answered({ method: 'GET', path, isFile: true }),
    // One key for all tries: what was done, and whose answer was lost, is not done twice.
    post: (path, body, key = randomUUID()) =>
      answered({ method: 'POST', path, body: JSON.stringify(body), key }),
    put: (path, body, version = null) =>
      answered({ method: 'PUT', path, body: JSON.stringify(body), key: randomUUID(), version }),
    patch: (path, body) => answered({ method: 'PATCH', path, body: JSON.stringify(body), key: randomUUID() }),
  };
};

const reach = async (url: string, path: string, init: RequestInit): Promise<Response> => {
  try {
    return await fetch(new URL(path, url), init);
  } catch {
    throw new TownUnreachable(({ unreachable }) => unreachable.nobody(url));
  }
};

const bytesOf = async (response: Response, url: string): Promise<Buffer> => {
  try {
    return Buffer.from(await response.arrayBuffer());
  } catch {
    throw new TownUnreachable(({ unreachable }) => unreachable.wentAway(url));
  }
};

const refusedOf = (status: number, text: string): TownRefused => {
  try {
    const { code, detail } = JSON.parse(text) as { code?: string; detail?: string };
    return new TownRefused(status, code ?? 'unknown', detail ?? text.slice(0, 200));
  } catch {
    return new TownRefused(status, 'unknown', text.slice(0, 200));
  }
};
