/** The public door of a town whose services are processes of their own. */
import { second } from '@mulin/kernel';
import type { Pack } from '@mulin/pack';
import {
  type NamedItems,
  type Opening,
  openService,
  type Platform,
  queueRoutes,
  type RunningApp,
  type RunningProcess,
  sharedDatabase,
  startProcess,
  type StartNotice,
  type TownConfig,
} from '@mulin/service';
import { consoleOf, openTown, seedAccounts, tellPasswords, TownModule } from '@mulin/town';
import { askServices } from './ask-services.js';
import type { Addresses } from './config.js';
import { followNames } from './follow-names.js';
import { forwardRoutes } from './forward.js';
import { type Instances, instancesAt } from './instances.js';
import { remoteHealth } from './remote-health.js';
import { remoteNamedItems, remoteOperations } from './remote-operations.js';
import type { ServiceTable } from './service-table.js';

type Given = Readonly<{ config: TownConfig; pack: Pack; addresses: Addresses; table: ServiceTable }>;

/** The platform of the gateway: what concerns services is asked of them. */
const atTheDoor = (platform: Platform, instances: Instances): Platform => {
  const ask = askServices({ ...platform, instances });
  const health = remoteHealth(platform.health, instances);
  platform.meter.gauge('service_ready', async () =>
    (await health())
      .filter(({ name }) => instances.services().includes(name))
      .map(({ name, ok }) => ({ labels: { service: name }, value: ok ? 1 : 0 })),
  );
  return {
    ...platform,
    operations: remoteOperations({ ask, instances }, platform.deadLetters),
    health,
  };
};

/** So often, in milliseconds, it is looked up which processes stand behind names. */
const lookUpMs = 5 * second;

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

type Behind = Readonly<{ table: ServiceTable; instances: Instances; lookUp: () => Promise<void> }>;

const openDoor = async (
  platform: Platform,
  { config, pack, log, port, bind, server }: Opening,
  { table: { controllers, routes }, instances, lookUp }: Behind,
): Promise<RunningApp> => {
  const stopLooking = platform.every(lookUpMs, lookUp);
  const door = openService(platform, {
    modules: [TownModule.with(pack, openTown)],
    services: [],
    forwarded: controllers,
    port,
    host: bind,
    server: {
      ...server,
      site: consoleOf(pack.town),
      routes: async (door) => {
        await forwardRoutes({ routes, instances, log })(door);
        await queueRoutes(platform, { redisUrl: config.redisUrl, services: instances.services() })(door);
      },
    },
  });
  const { url, close } = await door.catch(async (error: unknown) => {
    await stopLooking();
    throw error;
  });
  return { url, close: () => stopLooking().then(close) };
};

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
  const { addresses: found, lookUp } = followNames(addresses);
  const instances = instancesAt(found);
  const { namedItems, opened } = namedLater(instances);
  const isTerminal = process.stdout.isTTY;
  return startProcess(
    {
      part: 'gateway',
      isShared: true,
      services: [],
      namedItems,
      database: async () => database,
      open: async (platform, opening) => {
        opened(platform);
        await lookUp();
        return openDoor(atTheDoor(platform, instances), opening, { table, instances, lookUp });
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
