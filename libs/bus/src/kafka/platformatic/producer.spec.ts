import { expect, test } from '@jest/globals';
import { producerOf } from './producer.js';
import type { Library, SentRecord } from './protocol.js';

const topic = 'mulin.intake';
const broker = { nodeId: 1, host: '127.0.0.1', port: 9092 };

type Sent = Readonly<{
  producer: number;
  first: Readonly<Record<string, number>>;
  values: readonly string[];
}>;
type Outcome = 'appended' | Readonly<{ error: object; appends: readonly number[] }>;

const answered = (partitions: readonly number[]) => ({
  responses: [
    {
      name: topic,
      partitionResponses: partitions.map((index) => ({ index, errorCode: 0, baseOffset: 10n })),
    },
  ],
});

/** The library, of which only what is appended is of interest; each request ends as it is told. */
const libraryThat = (...outcomes: readonly Outcome[]) => {
  const sent: Sent[] = [];
  const left = [...outcomes];
  let [producers, inHand, most] = [0, 0, 0];
  const connection = { socket: undefined, on: () => undefined };

  const append = async (records: readonly SentRecord[], first: (lane: string) => number) => {
    const partitions = [...new Set(records.map(({ partition }) => partition))];
    sent.push({
      producer: producers,
      first: Object.fromEntries(partitions.map((it) => [it, first(`${topic}:${it}`)])),
      values: records.map(({ value }) => value.toString()),
    });
    most = Math.max(most, ++inHand);
    await new Promise((resolve) => void setImmediate(resolve));
    inHand -= 1;
    const outcome = left.shift() ?? 'appended';
    if (outcome === 'appended') return answered(partitions);
    throw Object.assign(new Error('failed'), outcome.error, { response: answered(outcome.appends) });
  };

  const library = {
    ConnectionPool: class {
      get = async () => connection;
      getFirstAvailable = async () => connection;
      close = async () => undefined;
      on = () => undefined;
      [Symbol.iterator] = () => [][Symbol.iterator]();
    },
    metadataV12: {
      api: {
        async: async () => ({
          brokers: [broker],
          topics: [
            {
              errorCode: 0,
              name: topic,
              partitions: [0, 1].map((partitionIndex) => ({ errorCode: 0, partitionIndex, leaderId: 1 })),
            },
          ],
        }),
      },
    },
    initProducerIdV4: { api: { async: async () => ({ producerId: BigInt(++producers), producerEpoch: 0 }) } },
    produceV9: {
      api: {
        async: async (...[, , , records, { sequences }]: Parameters<Library['produceV9']['api']['async']>) =>
          append(records, (lane) => sequences.getWithDefault(lane, -1)),
      },
    },
  };
  const log = () => undefined;
  const producer = producerOf(async () => library as unknown as Library, {
    brokers: ['127.0.0.1:9092'],
    log,
  });
  const send = (...messages: readonly (readonly [partition: number, value: string])[]) =>
    producer.send(
      topic,
      messages.map(([partition, value]) => ({ partition, key: 'a', value, headers: {} })),
    );
  return { send, sent, most: () => most };
};

const lost: Outcome = { error: { code: 'PLT_KFK_NETWORK', canRetry: true }, appends: [] };

test('a batch whose answer was lost is repeated with the same numbers, and the next one goes on after it', async () => {
  const { send, sent } = libraryThat(lost, lost);
  expect(await send([0, 'a'], [0, 'b'], [1, 'c'])).toEqual(
    new Map([
      [0, 10],
      [1, 10],
    ]),
  );
  await send([0, 'd']);
  const first = { producer: 1, first: { 0: 0, 1: 0 }, values: ['a', 'b', 'c'] };
  expect(sent).toEqual([first, first, first, { producer: 1, first: { 0: 2 }, values: ['d'] }]);
});

test('of a batch that was appended in part the rest is repeated', async () => {
  const { send, sent } = libraryThat({
    error: { code: 'PLT_KFK_RESPONSE', errors: [{ apiId: 'NOT_LEADER_OR_FOLLOWER', canRetry: true }] },
    appends: [0],
  });
  await send([0, 'a'], [1, 'b']);
  expect(sent.map(({ values }) => values)).toEqual([['a', 'b'], ['b']]);
});

test('a producer that gave a batch up is never used again', async () => {
  const error = {
    code: 'PLT_KFK_RESPONSE',
    errors: [{ apiId: 'OUT_OF_ORDER_SEQUENCE_NUMBER', canRetry: false }],
  };
  const { send, sent } = libraryThat('appended', { error, appends: [] });
  await send([0, 'a']);
  await expect(send([0, 'b'])).rejects.toThrow();
  await send([0, 'c']);
  expect(sent.map(({ producer, first }) => [producer, first[0]])).toEqual([
    [1, 0],
    [1, 1],
    [2, 0],
  ]);
});

test('batches of a topic go one after the other', async () => {
  const { send, sent, most } = libraryThat(lost);
  await Promise.all([send([0, 'a']), send([0, 'b']), send([0, 'c'])]);
  expect(most()).toBe(1);
  expect(sent.map(({ values, first }) => [values[0], first[0]])).toEqual([
    ['a', 0],
    ['a', 0],
    ['b', 1],
    ['c', 2],
  ]);
});
