/**
 * The queues of BullMQ on Redis, to look at: bull-board, of which only what reads is left. What an alarm or a job says is
 * owed stands elsewhere; still nobody removes one by a click, or puts it off, as it would be made good late.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { createBullBoard } from '@bull-board/api';
import { BullMQAdapter } from '@bull-board/api/bullMQAdapter';
import type { LocalizedText, Stop } from '@mulin/kernel';
import { type QueueOptions, Queue } from 'bullmq';
import { Redis } from 'ioredis';

type ServerAdapter = Parameters<typeof createBullBoard>[0]['serverAdapter'];
type Queues = Parameters<ServerAdapter['setQueues']>[0];
type Route = Parameters<ServerAdapter['setApiRoutes']>[0][number];
type Config = Parameters<ServerAdapter['setUIConfig']>[0];

const ui = path.join(
  path.dirname(createRequire(import.meta.url).resolve('@bull-board/ui/package.json')),
  'dist',
);

/** What the page loads, by names within the folder. */
export const queueBoardFiles = (): Readonly<{ folder: string; files: readonly string[] }> => {
  const folder = path.join(ui, 'static');
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).replaceAll('\\', '/'));
  return { folder, files };
};

/** Its own frame loads a font from another host, and has styles of its own: these are its scripts and sheets alone. */
const loaded = () => {
  const frame = readFileSync(path.join(ui, 'index.ejs'), 'utf8');
  const all = (pattern: RegExp) => [...frame.matchAll(pattern)].map(([, file]) => file ?? '');
  return {
    scripts: all(/<script[^>]* src="(static\/[^"]+)"/g),
    sheets: all(/<link[^>]* href="(static\/css\/[^"]+)"/g),
  };
};

/** JSON as the content of a script element, which it cannot end. */
const asData = (value: unknown): string => JSON.stringify(value).replaceAll('<', '\\u003c');

/** On the page and on its tab. */
const title: LocalizedText = { en: 'Mulin: queues', zh: '牟邻：任务队列' };

const looks = (at: string, language: 'en' | 'zh') => ({
  boardTitle: title[language],
  locale: { lng: language === 'zh' ? 'zh-CN' : 'en-US' },
  hideDocsLink: true,
  favIcon: { default: `${at}static/images/logo.svg`, alternative: `${at}static/favicon-32x32.png` },
});

/** What a request asks of the board: its path beneath `/api`, as `/api/queues`, and its query. */
type BoardQuestion = Readonly<{ path: string; query: Readonly<Record<string, unknown>> }>;

/** A board over queues, and its connection. */
export type QueueBoard = Readonly<{
  /** What it answers its page with; `null`: it is asked nothing there. Rejects where Redis does not answer. */
  answer: (question: BoardQuestion) => Promise<Readonly<{ status: number; body: unknown }> | null>;
  close: Stop;
}>;

/**
 * The HTML of the page, without inline code or style. Its scripts read the address of `base`, which the content security
 * policy keeps from having any other effect: so all addresses here are whole ones.
 *
 * @param at where it is served, with a slash at both ends.
 */
export const queueBoardPage = (at: string, language: 'en' | 'zh'): string => {
  const { scripts, sheets } = loaded();
  return `<!doctype html>
<html lang="${language === 'zh' ? 'zh-CN' : 'en'}" dir="ltr"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><base href="${at}">
<title>${title[language]}</title><link rel="icon" type="image/svg+xml" href="${at}static/images/logo.svg">
${sheets.map((file) => `<link rel="stylesheet" href="${at}${file}">`).join('\n')}
</head><body>
<script id="__UI_CONFIG__" type="application/json">${asData(looks(at, language))}</script>
<div id="root"></div>
${scripts.map((file) => `<script defer src="${at}${file}"></script>`).join('\n')}
</body></html>
`;
};

/** What bull-board gives to a server, kept instead of served. */
type Kept = { queues: Queues; config: Config; routes: readonly Route[] };

const keeping = () => {
  const kept: Kept = { queues: new Map(), config: {}, routes: [] };
  const adapter: ServerAdapter = {
    setQueues: (queues) => ((kept.queues = queues), adapter),
    setViewsPath: () => adapter,
    setStaticPath: () => adapter,
    setEntryRoute: () => adapter,
    setErrorHandler: () => adapter,
    setApiRoutes: (routes) => ((kept.routes = routes), adapter),
    setUIConfig: (config) => ((kept.config = config), adapter),
  };
  return { kept, adapter };
};

const listed = (value: string | readonly string[]): readonly string[] =>
  typeof value === 'string' ? [value] : value;

/** The values of `:names` in a route, where the path is one of it. */
const paramsIn = (route: string, asked: string): Record<string, string> | null => {
  const pattern = route.replaceAll(/:(\w+)/g, '(?<$1>[^/]+)');
  const found = new RegExp(`^${pattern}$`).exec(asked);
  return found === null ? null : { ...found.groups };
};

/** The first reading route that a path is one of. */
const routeFor = (routes: readonly Route[], asked: string) => {
  for (const route of routes) {
    if (!listed(route.method).includes('get')) continue;
    for (const text of listed(route.route)) {
      const params = paramsIn(text, asked);
      if (params !== null) return { route, params };
    }
  }
  return null;
};

/** Which of these queues are there: a service that has never set an alarm has none. */
const thereOf = async (redis: Redis, names: readonly string[]): Promise<readonly string[]> => {
  const found = await Promise.all(names.map((name) => redis.exists(`bull:${name}:meta`)));
  return names.filter((_, nth) => found[nth] === 1);
};

type Found = NonNullable<ReturnType<typeof routeFor>>;

const handled = async ({ queues, config: uiConfig }: Kept, { route, params }: Found, query: object) => {
  const asked = { queues, uiConfig, query, params, body: {}, headers: {} };
  const { status = 200, body } = await route.handler(asked);
  return { status, body };
};

/**
 * Opens a board over queues of BullMQ on a Redis. Nothing is connected before it is first asked, and nothing is ever
 * written.
 *
 * @param names of the queues, as their schedulers have them; those that are not there are left out.
 * @param onError told of each error of the connection, which comes back by itself.
 */
export const queueBoard = (
  redisUrl: string,
  names: readonly string[],
  onError: (error: Error) => void,
): QueueBoard => {
  const { kept, adapter } = keeping();
  const board = createBullBoard({ queues: [], serverAdapter: adapter, options: { uiBasePath: ui } });
  const shown = new Map<string, Queue>();
  let connected: Redis | null = null;

  const connection = (): Redis => {
    connected ??= new Redis(redisUrl, { maxRetriesPerRequest: 1 }).on('error', onError);
    return connected;
  };
  const open = (name: string): Queue => {
    const options: QueueOptions = { connection: connection(), skipMetasUpdate: true };
    const queue = new Queue(name, options);
    queue.on('error', onError);
    board.addQueue(new BullMQAdapter(queue, { readOnlyMode: true, allowRetries: false }));
    return queue;
  };

  return {
    answer: async ({ path: asked, query }) => {
      const found = routeFor(kept.routes, asked);
      if (found === null) return null;
      for (const name of await thereOf(connection(), names))
        if (!shown.has(name)) shown.set(name, open(name));
      return handled(kept, found, query);
    },
    close: async () => {
      await Promise.all([...shown.values()].map((queue) => queue.close()));
      connected?.disconnect();
    },
  };
};
