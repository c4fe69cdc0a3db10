/** Files that pages load from our own origin, because their content security policy lets nothing else in. */
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';

/** `at` begins and ends with a slash. Of the folder nothing is served but `files`. */
export type Assets = Readonly<{ at: string; folder: string; files: readonly string[] }>;

/** A new version is seen after an hour at the latest; meanwhile nobody asks for it again. */
const maxAgeMs = 3_600_000;

/** Serves them with `ETag` and an hour of caching; to be awaited before the server listens. */
export const serveAssets = async (server: FastifyInstance, all: readonly Assets[]): Promise<void> => {
  for (const { at, folder, files } of all)
    await server.register(fastifyStatic, {
      root: folder,
      prefix: at,
      decorateReply: false,
      index: false,
      maxAge: maxAgeMs,
      allowedPath: (name) => files.includes(name.replace(/^\//, '')),
    });
};
