/** Every table of a town, empty: what a restored copy is read into, and what services start on. */
import type { GivenKeys } from '@mulin/identity';
import { type Logger, postgresPlatform, limitsOf } from '@mulin/service';
import { services } from './services.js';

const nothing = () => undefined;
const silent: Logger = { debug: nothing, info: nothing, warn: nothing, error: nothing };

type Wanted = Readonly<{
  databaseUrl: string;
  /** The folder of the town's keys, which are there already where they are not given. */
  keys: string;
  masterKey: string | undefined;
  givenKeys?: GivenKeys | undefined;
  town: string;
}>;

/** Which engines hold what would else be in the database, and under which names. */
type Engines = Readonly<{
  redisUrl: string | undefined;
  kurrentUrl: string | undefined;
  topicPrefix: string | undefined;
}>;

/** All tables of a town in one process, for a copy that is taken in. */
export const prepareTables = async (
  wanted: Wanted & Partial<Pick<Engines, 'kurrentUrl' | 'topicPrefix'>>,
): Promise<void> => {
  const { close } = await postgresPlatform({
    ...wanted,
    isRestore: true,
    zone: 'UTC',
    services,
    log: silent,
  });
  await close();
};

/** Who has timers; and with a PostgreSQL alone the jobs of these are timers, too. */
const withTimers: readonly string[] = ['sla-timer', 'feedback', 'inbox'];
const withJobs: readonly string[] = ['inbox'];

const timersOf = (name: string, redisUrl: string | undefined): readonly string[] => [
  ...withTimers.filter((it) => it === name),
  ...withJobs.filter((it) => it === name && redisUrl === undefined).map((it) => `${it}-jobs`),
];

/**
 * The tables of one service, or of the `gateway`, made or brought up to date by their owner and opened to the role of
 * that service. Processes of the town may be running.
 */
export const prepareTablesOf = async (
  name: string,
  wanted: Wanted & Engines & Readonly<{ ownerUrl: string }>,
): Promise<void> => {
  const isGateway = name === 'gateway';
  const { close } = await postgresPlatform({
    ...wanted,
    isShared: true,
    zone: 'UTC',
    services: isGateway ? [] : [name],
    ...(isGateway ? {} : { limits: limitsOf(name) }),
    preparedTimers: timersOf(name, wanted.redisUrl),
    namedItems: null,
    connections: 4,
    log: silent,
  });
  await close();
};
