/** A real Apache Kafka of several brokers (KRaft), each a plain process that is also a controller. */
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { NativeEngine } from './engine.js';
import { brokerProgram, brokerSettings, formatStorage, java, newClusterId, writeSettings } from './kafka.js';
import { kafkaJars } from './kafka-jars.js';
import { ensureProgram } from './debian.js';
import { freePort, throwAwayFolder } from './program.js';

/** As many as keep a topic; with one of them gone the other two still decide. */
const replicas = 3;

type Node = Readonly<{ id: number; port: number; controllerPort: number; folder: string }>;

const node = async (id: number): Promise<Node> => ({
  id,
  port: await freePort(),
  controllerPort: await freePort(),
  folder: throwAwayFolder(`kafka-${id}`),
});

/** What all of them keep is kept three times, and counts as written when two have it. */
const settingsOf = ({ id, port, controllerPort, folder }: Node, all: readonly Node[]) => {
  const { 'controller.quorum.bootstrap.servers': _, ...usual } = brokerSettings(
    port,
    controllerPort,
    path.join(folder, 'data'),
  );
  return {
    ...usual,
    'node.id': String(id),
    'controller.quorum.voters': all.map((it) => `${it.id}@127.0.0.1:${it.controllerPort}`).join(','),
    'min.insync.replicas': String(replicas - 1),
    'offsets.topic.replication.factor': String(replicas),
    'transaction.state.log.replication.factor': String(replicas),
    'transaction.state.log.min.isr': String(replicas - 1),
    'broker.heartbeat.interval.ms': '500',
    // So long nobody takes over what a dead broker led.
    'broker.session.timeout.ms': '3000',
  };
};

/** Brokers of one Kafka, each of which can be killed by itself. */
type KafkaCluster = Readonly<{ brokers: readonly NativeEngine[]; url: string; close: () => Promise<void> }>;

/**
 * Starts three brokers on free ports of the loopback, with empty data, and `min.insync.replicas` 2.
 *
 * @throws `NoEngine` where there is no Java, or no jars are to be had.
 */
export const startKafkaCluster = async (): Promise<KafkaCluster> => {
  ensureProgram(java);
  const jars = await kafkaJars();
  const nodes: Node[] = [];
  for (let id = 1; id <= replicas; id++) nodes.push(await node(id));
  const id = newClusterId(jars);
  const starting = nodes.map((it) => {
    const config = path.join(it.folder, 'server.properties');
    mkdirSync(path.join(it.folder, 'data'));
    writeSettings(config, settingsOf(it, nodes));
    formatStorage(jars, config, { id, alone: false });
    return { jars, folder: it.folder, config, port: it.port };
  });
  // None of them answers before most of them are there.
  const brokers = await Promise.all(starting.map(brokerProgram));
  return {
    brokers,
    url: brokers.map(({ url }) => url).join(','),
    close: async () => void (await Promise.all(brokers.map((broker) => broker.close()))),
  };
};
