/**
 * Messages through our adapter of Kafka beside the raw client and the broker's own tools, on a broker of its own or the
 * one of `KAFKA_BROKERS`.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { kafkaBus, kafkaTopics } from '@mulin/bus';
import type { Message } from '@mulin/kernel';
import { startKafka } from '@mulin/testing/engines';
import { Kafka, logLevel, Partitioners } from 'kafkajs';
import { byTools } from './kafka-tools.js';
import { orNotMeasured } from './not-measured.js';

const count = 60_000;
const perSend = 500;
const oneByOne = 2_000;
const atOnce = 20_000;
const cases = 2_000;
const bytes = 600;
const rounds = 2;

const messageOf = (n: number): Message => ({
  key: `0f2f6d6e-9a1c-4f53-8a44-${String(n % cases).padStart(12, '0')}`,
  value: JSON.stringify({ n, filler: 'x'.repeat(bytes) }),
});
const batches = Array.from({ length: count / perSend }, (_, batch) =>
  Array.from({ length: perSend }, (__, more) => messageOf(batch * perSend + more)),
);

/** How many a second, of so many messages. */
const rate = async (messages: number, work: () => Promise<unknown>): Promise<number> => {
  const startedAt = performance.now();
  await work();
  return messages / ((performance.now() - startedAt) / 1_000);
};

const each = async <Item>(items: readonly Item[], work: (item: Item) => Promise<unknown>) => {
  for (const item of items) await work(item);
};

const singles = (many: number): readonly Message[] => Array.from({ length: many }, (_, n) => messageOf(n));

type Topics = Readonly<Record<'ours' | 'raw' | 'single' | 'many', string>>;

const ofAdapter = async (brokers: readonly string[], { ours, many }: Topics) => {
  const bus = kafkaBus({ brokers });
  await bus.publish(many, [messageOf(0)]);
  const produced = await rate(count, () => each(batches, (batch) => bus.publish(ours, batch)));
  const manyAtOnce = await rate(atOnce, () =>
    Promise.all(singles(atOnce).map((message) => bus.publish(many, [message]))),
  );
  let heard = 0;
  const stop = bus.subscribe(`bench-${ours}`, [ours], async () => {
    heard++;
    return 'handled';
  });
  while (heard === 0) await pause(1);
  const before = heard;
  const consumed = await rate(count - before, async () => {
    while (heard < count || (await bus.lag(`bench-${ours}`, [ours])).get(ours) !== 0) await pause(1);
  });
  await stop();
  await bus.close();
  return { produced, manyAtOnce, consumed };
};

const read = async (kafka: Kafka, topic: string): Promise<number> => {
  const consumer = kafka.consumer({ groupId: `bench-${topic}` });
  await consumer.connect();
  await consumer.subscribe({ topics: [topic], fromBeginning: true });
  let heard = 0;
  await consumer.run({
    autoCommit: true,
    partitionsConsumedConcurrently: 8,
    eachBatch: async ({ batch }) => {
      heard += batch.messages.length;
    },
  });
  while (heard === 0) await pause(1);
  const before = heard;
  const consumed = await rate(count - before, async () => {
    while (heard < count) await pause(1);
  });
  await consumer.disconnect();
  return consumed;
};

const ofRawClient = async (brokers: readonly string[], { raw, single }: Topics) => {
  const kafka = new Kafka({ brokers: [...brokers], logLevel: logLevel.NOTHING });
  const producer = kafka.producer({
    idempotent: true,
    maxInFlightRequests: 1,
    createPartitioner: Partitioners.DefaultPartitioner,
  });
  await producer.connect();
  const send = (topic: string, messages: readonly Message[]) =>
    producer.send({ topic, acks: -1, messages: messages.map(({ key, value }) => ({ key, value })) });
  await send(single, [messageOf(0)]);
  const produced = await rate(count, () => each(batches, (batch) => send(raw, batch)));
  const alone = await rate(oneByOne, () => each(singles(oneByOne), (message) => send(single, [message])));
  await producer.disconnect();
  return { produced, alone, consumed: await read(kafka, raw) };
};

const topicsOfRound = async (brokers: readonly string[], round: number) => {
  const named = (it: string) => `bench.${it}.${round}.${Date.now()}`;
  const names = {
    ours: named('ours'),
    raw: named('raw'),
    single: named('single'),
    many: named('many'),
    tools: named('tools'),
  };
  const topics = kafkaTopics({ brokers });
  await topics.apply(Object.values(names));
  await topics.close();
  return names;
};

const meanOf = (figures: readonly number[]): number =>
  figures.reduce((sum, figure) => sum + figure, 0) / figures.length;

/** The mean of each figure over all rounds. */
const means = <Name extends string>(rounds: readonly Readonly<Record<Name, number>>[]) => {
  const names = Object.keys(rounds[0] ?? {}) as Name[]; // of a record of these names
  return Object.fromEntries(names.map((name) => [name, meanOf(rounds.map((it) => it[name]))])) as Record<
    Name,
    number
  >;
};

/** In turns, so that what else the machine does, and what is compiled by and by, is both of theirs. */
const inTurns = async (brokers: readonly string[]) => {
  const ours = [];
  const theirs = [];
  for (let round = 0; round <= rounds; round++) {
    const names = await topicsOfRound(brokers, round);
    const [client, adapter] = [await ofRawClient(brokers, names), await ofAdapter(brokers, names)];
    // The first only warms up.
    if (round === 0) continue;
    theirs.push(client);
    ours.push(adapter);
  }
  return { adapter: means(ours), client: means(theirs) };
};

const measured = async (brokers: readonly string[]): Promise<Record<string, number>> => {
  const { adapter, client } = await inTurns(brokers);
  const { tools } = await topicsOfRound(brokers, rounds + 1);
  return {
    'bus.kafka.perSecond': adapter.produced,
    'bus.kafka.raw.perSecond': client.produced,
    'bus.kafka.ratio.raw': adapter.produced / client.produced,
    'bus.kafka.manyAtOnce.perSecond': adapter.manyAtOnce,
    'bus.kafka.raw.oneByOne.perSecond': client.alone,
    'bus.kafka.ratio.oneByOne': adapter.manyAtOnce / client.alone,
    'bus.kafka.read.perSecond': adapter.consumed,
    'bus.kafka.raw.read.perSecond': client.consumed,
    'bus.kafka.ratio.raw.read': adapter.consumed / client.consumed,
    ...(await byTools(brokers.join(','), tools, bytes)),
  };
};

/** On a Kafka of its own where none is named; where none is to be had either, it says so and is left out. */
export const kafka = async (): Promise<Record<string, number>> => {
  const given = process.env['KAFKA_BROKERS'];
  if (given !== undefined) return measured(given.split(','));
  return orNotMeasured('messages on Kafka', async () => {
    const engine = await startKafka();
    return measured([engine.url]).finally(engine.close);
  });
};
