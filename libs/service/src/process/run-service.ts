/** One service of a town as a process of its own, beside the others on one PostgreSQL. */
import type { DynamicModule } from '@nestjs/common';
import { ConfigurationError, readConfig } from '../host/config.js';
import { openService } from '../host/open-service.js';
import type { ServerOptions } from '../http/server.js';
import { InternalModule } from '../http/internal.module.js';
import { environment, type TownConfig } from './environment.js';
import { runInForeground } from './foreground.js';
import { readPack } from './read-pack.js';
import { limitsOf } from './service-grants.js';
import { type Opening, type ProcessDatabase, startProcess } from './start-process.js';

/** What is told of a service to run it as a process. */
type ServiceProgram = Readonly<{
  name: string;
  /** By which its module gives its strategy. */
  token: symbol;
  module: (given: Pick<Opening, 'pack' | 'sending'>) => DynamicModule;
}>;

type Variables = Readonly<Record<string, string | undefined>>;

const databaseMissing = (part: string) =>
  new ConfigurationError('database-url-missing', {
    en: `DATABASE_URL is needed: ${part} runs as a process of its own, and all processes of a town share one PostgreSQL.`,
    zh: `须设置 DATABASE_URL：${part} 作为独立进程运行，同一镇的所有进程共用一个 PostgreSQL。`,
  });

/**
 * The PostgreSQL that all processes of a town share: the one of `DATABASE_URL`, and never one of our own.
 *
 * @param part who needs it.
 * @throws `ConfigurationError` `database-url-missing`.
 */
export const sharedDatabase = (part: string, { databaseUrl: url, ownerUrl }: TownConfig): ProcessDatabase => {
  if (url === undefined) throw databaseMissing(part);
  return { url, ownerUrl, stop: async () => undefined, isEmbedded: false, folders: [] };
};

/** Whoever is on the same machine is believed to be the gateway, whoever else is named. */
const behindAGateway = ({ server }: Opening): ServerOptions => ({
  ...server,
  limits: 'elsewhere',
  proxies: [...(server.proxies ?? []), 'loopback'],
});

/**
 * Runs one service as a process, in the foreground (see `runInForeground`): its module on the PostgreSQL of
 * `DATABASE_URL`, with the pack of `MULIN_PACK`, answering at `MULIN_BIND` and `MULIN_PORT`. As many of them may run as
 * are wanted, each with a `MULIN_HOME` of its own that holds the keys of the town.
 *
 * @param env the environment of the process.
 */
export const runService = ({ name, token, module }: ServiceProgram, env: Variables): void =>
  runInForeground(
    {
      called: name,
      traced: `mulin-${name}`,
      start: async (here, notice) => {
        const config = readConfig(environment(here), env);
        const database = sharedDatabase(name, config);
        const parts = {
          part: name,
          isShared: true,
          services: [name],
          namedItems: null,
          limits: limitsOf(name),
          database: async () => database,
          open: (platform: Parameters<typeof openService>[0], opening: Opening) =>
            openService(platform, {
              modules: [module(opening), { module: InternalModule }],
              services: [token],
              port: opening.port,
              host: opening.bind,
              server: behindAGateway(opening),
            }),
        };
        return startProcess(parts, { config, pack: readPack(config.pack) }, notice);
      },
    },
    env,
  );
