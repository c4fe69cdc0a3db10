/** Programs on a Kafka, for its specs: each with connections of its own, which can be cut as if it had been killed. */
import { createConnection, type Socket } from 'node:net';
import type { BusTrial } from '@mulin/testing';
import type { Logger } from '../log.js';
import { type KafkaBus, kafkaBus, kafkaTopics } from './kafka-bus.js';

/** A bus whose process can be gone between two instructions. */
type MortalBus = Readonly<{
  bus: KafkaBus;
  die: () => Promise<void>;
  /** How many connections it has. */
  connections: () => number;
}>;

/** One program of its own. */
export const mortalBus = (url: string, log?: Logger): MortalBus => {
  const sockets = new Set<Socket>();
  let isDead = false;
  const bus = kafkaBus({
    brokers: url.split(','),
    ...(log === undefined ? {} : { log }),
    connect: ({ host, port, onConnect }) => {
      // Port 1 is nobody's.
      const socket = createConnection(isDead ? { host: '127.0.0.1', port: 1 } : { host, port }, onConnect);
      sockets.add(socket);
      socket.once('close', () => sockets.delete(socket));
      return socket;
    },
  });
  return {
    bus,
    connections: () => sockets.size,
    die: async () => {
      isDead = true;
      for (const socket of sockets) socket.destroy();
    },
  };
};

let topicsEver = 0;

/** Topics that nobody has used before; made all at once, since that takes as long as making one. */
export const freshTopics = async (url: string, count: number): Promise<readonly string[]> => {
  const names = Array.from(
    { length: count },
    () => `mulin.test-${process.pid}-${Date.now()}-${++topicsEver}`,
  );
  const topics = kafkaTopics({ brokers: url.split(',') });
  try {
    await topics.apply(names);
  } finally {
    await topics.close();
  }
  return names;
};

/** As many as `describeBus` asks for, and some more. */
const topicsOfSuite = 40;

/** The bus on this Kafka, for `describeBus`. */
export const kafkaTrial = async (url: string): Promise<BusTrial> => {
  const unused = [...(await freshTopics(url, topicsOfSuite))];
  const programs: MortalBus[] = [];
  return {
    topic: () => {
      const topic = unused.pop();
      if (topic === undefined) throw new Error('the suite uses more topics than were made');
      return topic;
    },
    program: async () => {
      const program = mortalBus(url);
      programs.push(program);
      return program;
    },
    close: async () => {
      await Promise.all(programs.map(({ bus }) => bus.close()));
    },
  };
};
