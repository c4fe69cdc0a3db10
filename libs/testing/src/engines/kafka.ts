/** A real Apache Kafka on one node (KRaft), as a plain process. */
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { type NativeEngine, NoEngine } from './engine.js';
import { kafkaJars } from './kafka-jars.js';
import { ensureProgram } from './debian.js';
import { freePort, nativeProgram, throwAwayFolder } from './program.js';

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

const format = (jars: string, config: string, users: KafkaUsers) => {
  const tool = ['-cp', `${jars}/*`, 'kafka.tools.StorageTool'];
  const { stdout } = spawnSync('java', [...tool, 'random-uuid'], { encoding: 'utf8' });
  const scram = Object.entries(users).flatMap(([name, password]) => [
    '--add-scram',
    `SCRAM-SHA-512=[name=${name},password=${password}]`,
  ]);
  const id = stdout.trim().split('\n').at(-1) ?? '';
  const { status, stderr } = spawnSync(
    'java',
    [...tool, 'format', '--standalone', ...scram, '-t', id, '-c', config],
    {
      encoding: 'utf8',
    },
  );
  if (status !== 0)
    throw new NoEngine(`the storage of Kafka could not be formatted: ${stderr.slice(-1_000)}`);
};

/**
 * Starts a Kafka on free ports of the loopback, with empty data. The first time its jars are downloaded.
 *
 * @param more settings of the broker, beside or instead of `brokerSettings`; a function is given its ports.
 * @param users who may sign in where its settings ask for a name. Default: nobody.
 * @throws `NoEngine` where there is no Java, or no jars are to be had.
 */
export const startKafka = async (
  more: Settings | ((ports: Readonly<{ port: number; controllerPort: number }>) => Settings) = {},
  users: KafkaUsers = {},
): Promise<NativeEngine> => {
  ensureProgram(java);
  const jars = await kafkaJars();
  const folder = throwAwayFolder('kafka');
  const [port, controllerPort] = [await freePort(), await freePort()];
  const config = path.join(folder, 'server.properties');
  const theirs = typeof more === 'function' ? more({ port, controllerPort }) : more;
  const settings = { ...brokerSettings(port, controllerPort, path.join(folder, 'data')), ...theirs };
  writeFileSync(
    config,
    Object.entries(settings)
      .map(([name, value]) => `${name}=${value}\n`)
      .join(''),
  );
  format(jars, config, users);
  return nativeProgram({
    name: 'Kafka',
    command: 'java',
    args: [...javaOptions, '-cp', `${jars}/*`, 'kafka.Kafka', config],
    folder,
    sign: config,
    ready: /Kafka Server started/,
    url: `127.0.0.1:${port}`,
  });
};
