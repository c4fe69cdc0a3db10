/** Pages that a browser runs, as they were built: every address that is nothing of the API's shows them. */
import { existsSync, readdirSync } from 'node:fs';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { pathOf } from './request.js';
import { policyWith } from './security-headers.js';

/**
 * `folder` holds `index.html`, the files beside it, and a folder `console` of files whose names change with what is in
 * them. A file that also lies there compressed (`.br`, `.gz`) is sent so to whoever takes it.
 */
export type Site = Readonly<{
  folder: string;
  /** The one other origin that pictures of the map come from; none where the town names none. */
  picturesFrom?: string;
}>;

/** What programs ask for: an address below it that nothing answers is a mistake, and no page. */
const ofPrograms = /^\/(?:api|open311|docs|health|metrics|queues|internal)(?:\/|$)|\.[a-z0-9]+$/i;

const asksForPage = ({ headers }: FastifyRequest): boolean =>
  /text\/html|\*\/\*/.test(headers.accept ?? '*/*');

/** The name of the file says what is in it: it is never asked for again. */
const forever = 'public, max-age=31536000, immutable';
/** Kept, and asked for whether it is still so. */
const whenAsked = 'no-cache';

const namesIn = (folder: string): ReadonlySet<string> =>
  new Set(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !/\.(?:br|gz|tsbuildinfo|json)$/.test(entry.name))
      .map(({ parentPath, name }) => `${parentPath}/${name}`.slice(folder.length).replace(/^\/+/, '')),
  );

/** Serves them; to be awaited before the server listens. Where nothing was built, `/` is answered like any unknown address. */
export const serveSite = async (server: FastifyInstance, { folder, picturesFrom }: Site): Promise<void> => {
  if (!existsSync(`${folder}/index.html`)) return;
  const names = namesIn(folder);
  await server.register(fastifyStatic, {
    root: folder,
    serve: false,
    preCompressed: true,
    cacheControl: false,
  });
  const policy = picturesFrom === undefined ? {} : policyWith(picturesFrom);
  const send = (reply: FastifyReply, name: string) =>
    reply
      .headers(policy)
      .header('cache-control', name.startsWith('console/') ? forever : whenAsked)
      .sendFile(name);
  server.get('/favicon.ico', (_, reply) => send(reply, 'icon.svg'));
  server.get('/*', (request, reply) => {
    const at = pathOf(request);
    const name = at.slice(1);
    if (names.has(name)) return send(reply, name);
    if (ofPrograms.test(at) || !asksForPage(request)) return reply.callNotFound();
    return send(reply, 'index.html');
  });
};
