/** The public door of a town whose services are processes of their own. */
import type { Pack } from '@mulin/pack';
import {
  type NamedItems,
  type Opening,
  openService,
  type Platform,
  queueRoutes,
  type RunningProcess,
  sharedDatabase,
  startProcess,
  type StartNotice,
  type TownConfig,
} from '@mulin/service';
import { openTown, pageAssets, seedAccounts, tellPasswords, TownModule } from '@mulin/town';
import { askServices } from './ask-services.js';
import type { Addresses } from './config.js';
import { forwardRoutes } from './forward.js';
import { type Instances, instancesAt } from './instances.js';
import { remoteHealth } from './remote-health.js';
import { remoteNamedItems, remoteOperations } from './remote-operations.js';
import type { ServiceTable } from './service-table.js';

type Given = Readonly<{ config: TownConfig; pack: Pack; addresses: Addresses; table: ServiceTable }>;

/** The platform of the gateway: what concerns services is asked of them. */
const atTheDoor = (platform: Platform, instances: Instances): Platform => {
  const ask = askServices({ ...platform, instances });
  return {
    ...platform,
    operations: remoteOperations({ ask, instances }, platform.deadLetters),
    health: remoteHealth(platform.health, instances),
  };
};

/** Items are named by services that can be asked once the platform is there, and are not asked for before. */
const namedLater = (instances: Instances) => {
  let known: Platform | undefined;
  const services = instances.services();
  const namedItems: NamedItems = {
    services,
    namedIn: async (ids) => {
      if (known === undefined) throw new Error('The services cannot be asked yet.');
      return remoteNamedItems({ ask: askServices({ ...known, instances }), instances }).namedIn(ids);
    },
  };
  return { namedItems, opened: (platform: Platform) => void (known = platform) };
};

type Behind = Readonly<{ table: ServiceTable; instances: Instances }>;

const openDoor = (
  platform: Platform,
  { config, pack, log, port, bind, server }: Opening,
  { table: { controllers, routes }, instances }: Behind,
) =>
  openService(platform, {
    modules: [TownModule.with(pack, openTown)],
    services: [],
    forwarded: controllers,
    port,
    host: bind,
    server: {
      ...server,
      assets: [pageAssets],
      routes: async (door) => {
        await forwardRoutes({ routes, instances, log })(door);
        await queueRoutes(platform, { redisUrl: config.redisUrl, services: instances.services() })(door);
      },
    },
  });

/**
 * Starts the gateway: sign-in, accounts, pages and what an operator does by the same controllers as in a town of one
 * process, every route of a service by asking one of its processes. It makes the accounts of the pack, and tidies up.
 *
 * @throws what `startProcess` throws; `ConfigurationError` `database-url-missing`.
 */
export const startGateway = (
  { config, pack, addresses, table }: Given,
  notice: StartNotice,
): Promise<RunningProcess> => {
  const database = sharedDatabase('gateway', config);
  const instances = instancesAt(addresses);
  const { namedItems, opened } = namedLater(instances);
  const isTerminal = process.stdout.isTTY;
  return startProcess(
    {
      part: 'gateway',
      isShared: true,
      services: [],
      namedItems,
      database: async () => database,
      open: (platform, opening) => {
        opened(platform);
        return openDoor(atTheDoor(platform, instances), opening, { table, instances });
      },
      opened: async (platform) =>
        tellPasswords(await seedAccounts(platform, pack), {
          home: config.home,
          isTerminal,
          say: notice.remark,
        }),
    },
    { config, pack },
    notice,
  );
};
