/** A real Apache Kafka on one node (KRaft), as a plain process. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type NativeEngine, NoEngine } from './engine.js';
import { kafkaJars } from './kafka-jars.js';
import { ensureProgram } from './debian.js';
import { freePort, nativeProgram, throwAwayFolder } from './program.js';
import { type OnDisk, type SmallDisk, smallDisk } from './small-disk.js';

/** The program that runs it. */
export const java = { command: 'java', args: ['-version'], debian: 'openjdk-17-jre-headless' } as const;

/** Small, and quick to start: a test broker holds little. */
const javaOptions = ['-Xms128m', '-Xmx512m', '-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1', '-Xshare:auto'];

/**
 * The settings of a broker for tests: no topic by accident, one replica of everything, groups that form at once, and
 * sessions that may be as short as a second, so that a death is noticed while a test waits.
 */
export const brokerSettings = (port: number, controllerPort: number, data: string, host = '127.0.0.1') => ({
  'process.roles': 'broker,controller',
  'node.id': '1',
  listeners: `PLAINTEXT://${host}:${port},CONTROLLER://${host}:${controllerPort}`,
  'advertised.listeners': `PLAINTEXT://127.0.0.1:${port}`,
  'listener.security.protocol.map': 'PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT',
  'controller.listener.names': 'CONTROLLER',
  'controller.quorum.bootstrap.servers': `${host}:${controllerPort}`,
  'log.dirs': data,
  'auto.create.topics.enable': 'false',
  'offsets.topic.replication.factor': '1',
  'offsets.topic.num.partitions': '4',
  'transaction.state.log.replication.factor': '1',
  'transaction.state.log.min.isr': '1',
  'share.coordinator.state.topic.replication.factor': '1',
  'share.coordinator.state.topic.min.isr': '1',
  'group.initial.rebalance.delay.ms': '0',
  'group.min.session.timeout.ms': '1000',
});

/** Of SCRAM-SHA-512, with their passwords. */
type KafkaUsers = Readonly<Record<string, string>>;
type Settings = Readonly<Record<string, string>>;

const storageTool = (jars: string) => ['-cp', `${jars}/*`, 'kafka.tools.StorageTool'];

/** A name for a new cluster, as its brokers have it in their storage. */
export const newClusterId = (jars: string): string => {
  const { stdout } = spawnSync('java', [...storageTool(jars), 'random-uuid'], { encoding: 'utf8' });
  return stdout.trim().split('\n').at(-1) ?? '';
};

/**
 * Prepares the storage of a broker.
 *
 * @param how.alone it is the only controller of its cluster. Otherwise its settings name all of them.
 * @throws `NoEngine`
 */
export const formatStorage = (
  jars: string,
  config: string,
  { id, users = {}, alone }: Readonly<{ id: string; users?: KafkaUsers; alone: boolean }>,
): void => {
  const scram = Object.entries(users).flatMap(([name, password]) => [
    '--add-scram',
    `SCRAM-SHA-512=[name=${name},password=${password}]`,
  ]);
  const controllers = alone ? ['--standalone'] : [];
  const { status, stderr } = spawnSync(
    'java',
    [...storageTool(jars), 'format', ...controllers, ...scram, '-t', id, '-c', config],
    { encoding: 'utf8' },
  );
  if (status !== 0)
    throw new NoEngine(`the storage of Kafka could not be formatted: ${stderr.slice(-1_000)}`);
};

/** Another way in: the port at which the broker listens for it, and the address that it tells those who come by it. */
type Door = Readonly<{ port: number; advertised: string }>;

/** A broker sends its clients to the address of the listener that they came by, so that each has one of its own. */
const doorSettings = (
  doors: readonly Door[],
  settings: ReturnType<typeof brokerSettings>,
): Readonly<Record<string, string>> => {
  const listed = (first: string, of: (door: Door, name: string) => string) =>
    [first, ...doors.map((door, nth) => of(door, `DOOR${nth}`))].join(',');
  const protocols = 'listener.security.protocol.map';
  return {
    listeners: listed(settings.listeners, ({ port }, name) => `${name}://127.0.0.1:${port}`),
    'advertised.listeners': listed(
      settings['advertised.listeners'],
      ({ advertised }, name) => `${name}://${advertised}`,
    ),
    [protocols]: listed(settings[protocols], (_, name) => `${name}:PLAINTEXT`),
  };
};

type KafkaOnDisk = OnDisk & Readonly<{ doors?: readonly Door[]; users?: KafkaUsers }>;

/** A broker that says how often it has shared out the partitions of a group anew. */
type KafkaEngine = NativeEngine & Readonly<{ rebalances: () => number }>;

/** Writes what a broker is told. */
export const writeSettings = (config: string, settings: Settings): void =>
  writeFileSync(
    config,
    Object.entries(settings)
      .map(([name, value]) => `${name}=${value}\n`)
      .join(''),
  );

type BrokerProgram = Readonly<{
  jars: string;
  folder: string;
  config: string;
  port: number;
  disk?: SmallDisk | null;
}>;

/** The process of one broker, once its storage is prepared. */
export const brokerProgram = ({ jars, folder, config, port, disk = null }: BrokerProgram) =>
  nativeProgram({
    name: 'Kafka',
    command: 'java',
    args: [...javaOptions, '-cp', `${jars}/*`, 'kafka.Kafka', config],
    folder,
    sign: config,
    ready: /Kafka Server started/,
    url: `127.0.0.1:${port}`,
    disk,
  });

const rebalancesIn = (log: string): number =>
  readFileSync(log, 'utf8').match(/Stabilized group (?!.*generation 1 )/g)?.length ?? 0;

/**
 * Starts a Kafka on free ports of the loopback, with empty data. The first time its jars are downloaded.
 *
 * @param more settings of the broker, beside or instead of `brokerSettings`; a function is given its ports.
 * @param where.doors further ways in.
 * @param where.users who may sign in where its settings ask for a name. Default: nobody.
 * @param where.megabytes how much room its data have; 0: as much as the machine has. Default: 0.
 * @throws `NoEngine` where there is no Java, or no jars are to be had.
 */
export const startKafka = async (
  more: Settings | ((ports: Readonly<{ port: number; controllerPort: number }>) => Settings) = {},
  { doors = [], users = {}, megabytes = 0 }: KafkaOnDisk = {},
): Promise<KafkaEngine> => {
  ensureProgram(java);
  const jars = await kafkaJars();
  const folder = throwAwayFolder('kafka');
  const [port, controllerPort] = [await freePort(), await freePort()];
  const config = path.join(folder, 'server.properties');
  const data = path.join(folder, 'data');
  mkdirSync(data);
  const disk = smallDisk(data, megabytes);
  const usual = brokerSettings(port, controllerPort, data);
  const theirs = typeof more === 'function' ? more({ port, controllerPort }) : more;
  const settings = { ...usual, ...doorSettings(doors, usual), ...theirs };
  writeSettings(config, settings);
  formatStorage(jars, config, { id: newClusterId(jars), users, alone: true });
  const engine = await brokerProgram({ jars, folder, config, port, disk });
  return { ...engine, rebalances: () => rebalancesIn(path.join(folder, 'log')) };
};
