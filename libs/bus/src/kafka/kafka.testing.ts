/** Programs on a Kafka, for its specs: each with connections of its own, which can be cut as if it had been killed. */
import type { Socket } from 'node:net';
import process from 'node:process';
import { describe, test } from '@jest/globals';
import { type LocalizedText, Rejection } from '@mulin/kernel';
import type { BusTrial } from '@mulin/testing';
import type { Logger } from '../log.js';
import type { KafkaAccess } from './client.js';
import { type KafkaBus, kafkaBus, kafkaTopics } from './kafka-bus.js';
import { loadLibrary } from './platformatic/library.js';

/** By which client a program reaches Kafka. */
export type ClientName = NonNullable<KafkaAccess['client']>;

/** Why this Node has no second client; `null`: it has. */
const lacking: LocalizedText | null = await loadLibrary().then(
  () => null,
  (error: unknown) => {
    if (error instanceof Rejection) return error.sentence;
    throw error;
  },
);

/** Describes the same for each client; one that this Node cannot have is left out aloud. */
export const describeByClient = (name: string, body: (client: ClientName) => void): void => {
  describe('by kafkajs', () => body('kafkajs'));
  if (lacking === null) describe('by platformatic', () => body('platformatic'));
  else {
    process.stderr.write(`NOT TESTED: ${name}, by platformatic: ${lacking.en}\n`);
    describe('by platformatic', () => test.skip(`NOT TESTED: ${lacking.en}`, () => undefined));
  }
};

/** The same once for both together. */
export const describeByBoth = (name: string, body: () => void): void => {
  if (lacking === null) describe('by both clients', body);
  else {
    process.stderr.write(`NOT TESTED: ${name}, by both clients: ${lacking.en}\n`);
    describe('by both clients', () => test.skip(`NOT TESTED: ${lacking.en}`, () => undefined));
  }
};

/** A bus whose process can be gone between two instructions. */
type MortalBus = Readonly<{
  bus: KafkaBus;
  die: () => Promise<void>;
  /** How many connections it has. */
  connections: () => number;
}>;

/** One program of its own. */
export const mortalBus = (url: string, client: ClientName, log?: Logger): MortalBus => {
  const sockets = new Set<Socket>();
  let isDead = false;
  const bus = kafkaBus({
    brokers: url.split(','),
    access: { client },
    ...(log === undefined ? {} : { log }),
    onSocket: (socket) => {
      sockets.add(socket);
      socket.once('close', () => sockets.delete(socket));
      if (isDead) socket.destroy(new Error('it is dead'));
    },
  });
  return {
    bus,
    connections: () => sockets.size,
    die: async () => {
      isDead = true;
      // Without an error its client would wait for answers for seconds, and outlive the suite.
      for (const socket of sockets) socket.destroy(new Error('it is dead'));
    },
  };
};

let topicsEver = 0;

/** Topics that nobody has used before; made all at once, since that takes as long as making one. */
export const freshTopics = async (
  url: string,
  count: number,
  client: ClientName = 'kafkajs',
): Promise<readonly string[]> => {
  const names = Array.from(
    { length: count },
    () => `mulin.test-${process.pid}-${Date.now()}-${++topicsEver}`,
  );
  const topics = kafkaTopics({ brokers: url.split(','), access: { client } });
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
export const kafkaTrial = async (url: string, client: ClientName): Promise<BusTrial> => {
  const unused = [...(await freshTopics(url, topicsOfSuite, client))];
  const programs: MortalBus[] = [];
  return {
    topic: () => {
      const topic = unused.pop();
      if (topic === undefined) throw new Error('the suite uses more topics than were made');
      return topic;
    },
    program: async () => {
      const program = mortalBus(url, client);
      programs.push(program);
      return program;
    },
    close: async () => {
      await Promise.all(programs.map(({ bus }) => bus.close()));
    },
  };
};
