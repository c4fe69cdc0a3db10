import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { describeWithOwnEngines, until } from '@mulin/testing';
import { startKafkaCluster } from '@mulin/testing/engines';
import { partitionOf } from '../publishing/partition.js';
import { describeByClient } from './kafka.testing.js';
import { makeAssignedTopic } from './kafkajs/assigned-topic.testing.js';
import { expectAllHeard, isRead, keys, programBy, publisherOn, sum, topicOn } from './load.testing.js';

await describeWithOwnEngines(['kafka'], 'A Kafka of three brokers', () => {
  let kafka: Awaited<ReturnType<typeof startKafkaCluster>>;
  beforeAll(async () => void (kafka = await startKafkaCluster()), 300_000);
  afterAll(() => kafka.close());

  describeByClient('three brokers', (client) => {
    test('of which one is killed under load loses nothing, goes on without it, and takes it back', async () => {
      const program = programBy(client);
      const { bus, read } = program(kafka.url);
      const topic = await topicOn(kafka.url);
      const { heard } = read(topic, topic);
      const publishing = publisherOn(bus, topic);
      await until(() => heard.length > 200);
      const [killed] = kafka.brokers;
      await killed?.kill();
      const [before, told] = [heard.length, publishing.rounds()];
      await until(() => publishing.rounds() > told + 10);
      await until(() => heard.length > before + 100);
      // All that was published is heard while it is away.
      await publishing.stop();
      await until(() => isRead(bus, topic, topic));
      expectAllHeard(heard, publishing.rounds());
      const standing = sum((await bus.offsets(topic)).ends);
      expect(standing).toBeLessThanOrEqual((publishing.rounds() + publishing.refused()) * keys.length);

      await killed?.restart();
      const again = publisherOn(bus, topic);
      const heardBefore = heard.length;
      await until(() => heard.length > heardBefore + 100);
      await again.stop();
      await until(() => isRead(bus, topic, topic));
    }, 120_000);

    test('of which one dies with half of a send unanswered, and who takes over had answered the other half', async () => {
      const { bus } = programBy(client)(kafka.url);
      const topic = `mulin.test-halves-${client}`;
      const [dying] = kafka.brokers;
      await makeAssignedTopic(kafka.url, topic, [
        [1, 2],
        [2, 3],
      ]);
      const [first, second] = [0, 1].map((partition) =>
        keys.find((key) => partitionOf(key, 2) === partition),
      ) as [string, string];
      await bus.publish(
        topic,
        [first, second].map((key) => ({ key, value: 'both are there' })),
      );
      dying?.freeze();
      const sending = bus.publish(
        topic,
        [first, second].map((key) => ({ key, value: 'one is frozen' })),
      );
      sending.catch(() => undefined);
      // The other half is answered meanwhile; what would say so asks the frozen one as well.
      await pause(500);
      await dying?.kill();
      expect(await sending).toEqual([2, 2]);
      expect((await bus.offsets(topic)).ends).toEqual([2, 2]);
      await dying?.restart();
    }, 120_000);
  });
});
