import process from 'node:process';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from '@jest/globals';
import type { HandlingOutcome } from '@mulin/kernel';
import { describeWithFaults, until } from '@mulin/testing';
import type { NativeEngine } from '@mulin/testing/engines';
import { Kafka, logLevel } from 'kafkajs';
import { kafkaTopics } from './kafka-bus.js';
import { type ClientName, describeByBoth, describeByClient } from './kafka.testing.js';
import {
  ends,
  expectAllHeard,
  isRead,
  keys,
  programBy,
  publisherOn,
  round,
  sum,
  topicOn,
} from './load.testing.js';

/** Longer than a member may be silent; `KAFKA_STOP_SECONDS=60` for the long form. */
const stopMs = Number(process.env['KAFKA_STOP_SECONDS'] ?? 8) * 1_000;

type Program = ReturnType<ReturnType<typeof programBy>>;

/** Two of a group, of which the second comes later, handle each message once. */
const expectShared = async (topic: string, first: Program, second: Program) => {
  const slowly = async (): Promise<HandlingOutcome> => {
    await pause(300);
    return 'handled';
  };
  const one = first.read(topic, topic, slowly);
  for (let n = 0; n < 10; n++) await first.bus.publish(topic, round(n));
  await until(() => one.heard.length > 0);
  const other = second.read(topic, topic, slowly);
  for (let n = 10; n < 30; n++) await first.bus.publish(topic, round(n));
  await until(() => isRead(first.bus, topic, topic));

  expect(other.heard.length).toBeGreaterThan(0);
  const places = [...one.heard, ...other.heard].map(({ partition, offset }) => `${partition}/${offset}`);
  expect(new Set(places).size).toBe(30 * keys.length);
  expect(places.length).toBe(30 * keys.length);
};

type Running = () => NativeEngine;

/** While a town goes from one client to the other, its processes are of both. */
const sharedTrials = (kafka: Running) => {
  test.each<[ClientName, ClientName]>([
    ['kafkajs', 'platformatic'],
    ['platformatic', 'kafkajs'],
  ])('shares a group that %s began with %s', async (one, other) => {
    const [first, second] = [programBy(one)(kafka().url), programBy(other)(kafka().url)];
    await expectShared(await topicOn(kafka().url), first, second);
  });
};

const trials = (kafka: Running, client: ClientName) => {
  const program = programBy(client);

  test('that is killed under load and started again loses nothing and has nothing twice', async () => {
    const { bus, read } = program(kafka().url);
    const topic = await topicOn(kafka().url);
    const { heard } = read(topic, topic);
    const publishing = publisherOn(bus, topic);
    await until(() => heard.length > 200);
    await kafka().kill();
    await pause(500);
    const [before, told] = [heard.length, publishing.rounds()];
    await kafka().restart();
    await until(() => publishing.rounds() > told + 10);
    await until(() => heard.length > before + 100);
    await publishing.stop();
    await until(() => isRead(bus, topic, topic));

    expectAllHeard(heard, publishing.rounds());
    const standing = sum((await bus.offsets(topic)).ends);
    expect(standing).toBeGreaterThanOrEqual(publishing.rounds() * keys.length);
    // What was refused while it may have arrived is told again; nothing else is.
    expect(standing).toBeLessThanOrEqual((publishing.rounds() + publishing.refused()) * keys.length);
  }, 120_000);

  test('that stands still for longer than a session goes on, and nobody stays deaf', async () => {
    const [reader, writer] = [program(kafka().url), program(kafka().url)];
    const topic = await topicOn(kafka().url);
    const { heard } = reader.read(topic, topic);
    const publishing = publisherOn(writer.bus, topic);
    await until(() => heard.length > 200);
    kafka().freeze();
    await pause(stopMs);
    const before = heard.length;
    kafka().thaw();
    await until(() => heard.length > before + 100);
    await publishing.stop();
    await until(() => isRead(writer.bus, topic, topic));

    expectAllHeard(heard, publishing.rounds());
  }, 240_000);

  test('that is away says so to whoever asks, and answers again when it is back', async () => {
    const { bus } = program(kafka().url);
    const topic = await topicOn(kafka().url);
    await bus.publish(topic, round(0));
    await kafka().kill();
    const asked = await Promise.allSettled([
      bus.publish(topic, round(1)),
      bus.offsets(topic),
      bus.lag('nobody', [topic]),
      bus.ping(),
    ]);
    for (const answer of asked)
      expect(answer).toMatchObject({ status: 'rejected', reason: { name: 'Unavailable' } });

    await kafka().restart();
    await until(() =>
      bus.publish(topic, round(2)).then(
        () => true,
        () => false,
      ),
    );
    expect((await bus.lag('nobody', [topic])).get(topic)).toBeGreaterThanOrEqual(2 * keys.length);
  }, 120_000);

  test('whose retention deletes what a group has not read says so aloud, and goes on with what is left', async () => {
    const { bus, lines, read } = program(kafka().url);
    const topic = await topicOn(kafka().url);
    const told = async (from: number, to: number) => {
      for (let n = from; n < to; n++) await bus.publish(topic, [{ key: 'a', value: String(n) }]);
    };
    await told(0, 5);
    const first = read(topic, topic);
    await until(() => isRead(bus, topic, topic));
    await first.stop();
    await told(5, 20);
    const partition = first.heard[0]?.partition ?? 0;
    await trimmed(kafka().url, topic, { partition, offset: '12' });
    expect((await bus.lag(topic, [topic])).get(topic)).toBe(8);

    let handled: (outcome: HandlingOutcome) => void = () => undefined;
    const handling = new Promise<HandlingOutcome>((resolve) => (handled = resolve));
    const second = read(topic, topic, () => handling);
    await until(() => second.heard.length > 0);
    // Whoever comes after it, if it should die here, has to find what was lost as well.
    expect(await committedOn(kafka().url, topic, partition)).toBe('5');
    handled('handled');
    await until(() => isRead(bus, topic, topic));
    expect(second.heard.map(({ value }) => Number(value))).toEqual([12, 13, 14, 15, 16, 17, 18, 19]);
    const loud = lines.filter(({ level }) => level === 'error');
    expect(loud).toMatchObject([{ group: topic, topic, partition, from: 5, to: 12, lost: 7 }]);
  });

  test('shares a group anew only when what is in hand is over: no message is handled by two', async () => {
    const [first, second] = [program(kafka().url), program(kafka().url)];
    await expectShared(await topicOn(kafka().url), first, second);
  });

  test('has no topic by accident: who publishes is refused, who reads waits until it is made', async () => {
    const { bus, read } = program(kafka().url);
    const topic = `mulin.test-later-${Date.now()}`;
    const refusal = await bus.publish(topic, round(0)).catch((error: unknown) => error);
    expect(refusal).toMatchObject({ name: 'Rejection', code: 'topic-missing' });
    expect(await bus.offsets(topic)).toEqual({ ends: [], groups: new Map() });
    const { heard } = read(topic, topic);

    const topics = kafkaTopics({ brokers: [kafka().url], access: { client } });
    ends.push(topics.close);
    await expect(topics.check([topic])).rejects.toMatchObject({ code: 'topic-missing' });
    expect((await topics.apply([topic])).made).toEqual([topic]);
    expect((await topics.apply([topic])).made).toEqual([]);
    expect(await topics.check([topic])).toEqual([{ topic, partitions: 8 }]);
    await expect(topics.apply([topic], { partitions: 12 })).rejects.toMatchObject({
      code: 'topic-too-few-partitions',
    });
    await bus.publish(topic, round(0));
    await until(() => heard.length >= keys.length);
  });

  test('hands on the trace of the header, which whoever carried the message may have set anew', async () => {
    const topic = await topicOn(kafka().url);
    const { bus } = program(kafka().url);
    const [sent, carried] = [1, 2].map(
      (nth) => `00-0af7651916cd43dd8448eb211c80319c-b7ad6b716920333${nth}-01`,
    );
    const value = JSON.stringify({ traceparent: sent });
    const heard: (string | undefined)[] = [];
    ends.push(
      bus.subscribe(topic, [topic], async (message) => {
        heard.push(message.traceparent);
        return 'handled';
      }),
    );
    await bus.publish(topic, [
      { key: 'a', value, headers: { traceparent: String(carried) } },
      { key: 'a', value, headers: { traceparent: 'no trace context' } },
      { key: 'a', value },
    ]);
    await until(() => heard.length >= 3);
    expect(heard).toEqual([carried, undefined, undefined]);
  });

  test('carries what others look for in headers', async () => {
    const { bus } = program(kafka().url);
    const topic = await topicOn(kafka().url);
    const traceparent = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';
    await bus.publish(topic, [{ key: 'a', value: '{}', headers: { traceparent } }]);

    expect(await headersOn(kafka().url, topic)).toEqual({
      'content-type': 'application/cloudevents+json; charset=UTF-8',
      traceparent,
    });
  });
};

const stranger = (url: string) => new Kafka({ brokers: [url], logLevel: logLevel.NOTHING });

const trimmed = async (url: string, topic: string, before: { partition: number; offset: string }) => {
  const admin = stranger(url).admin();
  await admin.connect();
  // It deletes nothing of a topic that it has not looked at.
  await admin.fetchTopicOffsets(topic);
  await admin.deleteTopicRecords({ topic, partitions: [before] });
  await admin.disconnect();
};

/** By the group of the same name, as any other program sees it. */
const committedOn = async (url: string, topic: string, partition: number): Promise<string | undefined> => {
  const admin = stranger(url).admin();
  await admin.connect();
  const found = await admin.fetchOffsets({ groupId: topic, topics: [topic] });
  await admin.disconnect();
  return found[0]?.partitions.find((it) => it.partition === partition)?.offset;
};

/** Of the first message, as any other program reads it. */
const headersOn = async (url: string, topic: string): Promise<Record<string, string>> => {
  const consumer = stranger(url).consumer({ groupId: `stranger-${topic}` });
  await consumer.connect();
  await consumer.subscribe({ topics: [topic], fromBeginning: true });
  const headers = await new Promise<Record<string, unknown>>((resolve, reject) => {
    consumer.run({ eachMessage: async ({ message }) => resolve(message.headers ?? {}) }).catch(reject);
  });
  await consumer.disconnect();
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));
};

await describeWithFaults('kafka', 'The bus on a Kafka', (kafka) => {
  describeByClient('faults', (client) => trials(kafka, client));
  describeByBoth('one group', () => sharedTrials(kafka));
});
