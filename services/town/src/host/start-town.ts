/** A whole town in one process, with its own PostgreSQL or another: there when this resolves, gone when it is stopped. */
import {
  queueRoutes,
  readPack,
  type RunningProcess,
  startProcess,
  type StartNotice,
  type TownConfig,
} from '@mulin/service';
import { openTown } from './open-town.js';
import { seedAccounts, tellPasswords } from './seed-accounts.js';
import { serverOf } from './server-of.js';
import { services } from './services.js';

export const startTown = async (config: TownConfig, notice: StartNotice): Promise<RunningProcess> => {
  const pack = readPack(config.pack);
  const { home, databaseUrl, ownerUrl, isShared, redisUrl } = config;
  const isTerminal = process.stdout.isTTY;
  return startProcess(
    {
      part: 'town',
      isShared,
      services,
      database: ({ log, remark }) => serverOf({ home, databaseUrl, ownerUrl, log, remark }),
      open: (platform, { port, bind, server, sending }) =>
        openTown(platform, pack, port, {
          ...server,
          routes: queueRoutes(platform, { redisUrl, services }),
          sending,
          bind,
        }),
      opened: async (platform) =>
        tellPasswords(await seedAccounts(platform, pack), { home, isTerminal, say: notice.remark }),
    },
    { config, pack },
    notice,
  );
};
