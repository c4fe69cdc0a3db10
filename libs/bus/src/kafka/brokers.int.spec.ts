import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { describeWithOwnEngines, until } from '@mulin/testing';
import { startKafkaCluster } from '@mulin/testing/engines';
import { describeByClient } from './kafka.testing.js';
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
  });
});
