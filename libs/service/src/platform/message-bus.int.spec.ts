import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { kafkaBus, kafkaTopics, postgresBus } from '@mulin/bus';
import { describeOnEngine, testDatabase, type TestDatabase, until } from '@mulin/testing';
import { messageBusOf, townTopics } from './message-bus.js';
import { recordingLogger } from './memory-parts.js';

let here: TestDatabase;
beforeAll(async () => {
  here = await testDatabase();
});
afterAll(() => here.drop());

const { log } = recordingLogger();
const opened = (kafkaBrokers?: readonly string[]) =>
  messageBusOf(here.database, { kafkaBrokers, town: 'mu', log });

test('without brokers messages are in PostgreSQL, and nobody asks for a Kafka', async () => {
  const { bus, kafka } = await opened();
  expect(kafka).toBeUndefined();
  expect((await bus.publish('mulin.elsewhere', [{ key: 'a', value: '{}' }])).length).toBe(8);
});

test('a Kafka that does not answer is said in one sentence, in both languages', async () => {
  await expect(opened(['127.0.0.1:1'])).rejects.toMatchObject({
    code: 'kafka-not-reached',
    sentence: {
      en: 'The Kafka of KAFKA_BROKERS cannot be used: Kafka cannot be reached (ECONNREFUSED).',
      zh: '无法使用 KAFKA_BROKERS 指定的 Kafka：无法连接 Kafka（ECONNREFUSED）。',
    },
  });
});

await describeOnEngine('kafka', 'A town that moves to Kafka', (kafka) => {
  test('goes there when everything in PostgreSQL was heard, and not before', async () => {
    const brokers = kafka().url.split(',');
    const topics = kafkaTopics({ brokers });
    await topics.apply(townTopics({ town: 'mu' }));
    await topics.close();
    const topic = 'mulin.intake';
    const before = await postgresBus({ database: here.database });
    await before.publish(topic, [{ key: 'a', value: '{}' }]);
    let isAway = true;
    const stop = before.subscribe('routing', [topic], async () => (isAway ? 'paused' : 'handled'));
    await until(async () => (await before.offsets(topic)).groups.has('routing'));
    await expect(opened(brokers)).rejects.toMatchObject({ code: 'messages-left-in-postgres' });

    isAway = false;
    await until(async () => (await before.lag('routing', [topic])).get(topic) === 0);
    await stop();
    const { bus, kafka: probe, closeBus } = await opened(brokers);
    await probe?.ping();
    expect((await bus.publish(topic, [{ key: 'a', value: '{}' }])).length).toBe(8);
    await closeBus();
  });

  test('knows the groups of its own topics, and asks for nobody else’s', async () => {
    const brokers = kafka().url.split(',');
    const stranger = kafkaBus({ brokers });
    const topic = townTopics({ town: 'mu' })[0] ?? '';
    const stop = stranger.subscribe('of-another.routing', [topic], async () => 'handled');
    await until(async () => (await stranger.offsets(topic)).groups.has('of-another.routing'));
    await stop();
    await stranger.close();
    const its = kafkaBus({ brokers, groupPrefix: 'mulin.mu.' });
    expect([...(await its.offsets(topic)).groups.keys()]).toEqual([]);
    await its.close();
  });
});
