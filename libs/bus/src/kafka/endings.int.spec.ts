import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from '@jest/globals';
import { describeOnEngine, until } from '@mulin/testing';
import { Kafka, logLevel } from 'kafkajs';
import { describeByClient, freshTopics, mortalBus } from './kafka.testing.js';

await describeOnEngine('kafka', 'A program on a Kafka', (kafka) => {
  describeByClient('a program that stops', (client) => {
    test('that stops while it joins is no member afterwards, and holds no connection', async () => {
      const [topic = ''] = await freshTopics(kafka().url, 1);
      // At every moment of the joining: before it is connected, while it asks, once it reads.
      const programs = await Promise.all(
        Array.from({ length: 12 }, async (_, at) => {
          const { bus, connections } = mortalBus(kafka().url, client);
          const group = `${topic}-${at}`;
          const stop = bus.subscribe(group, [topic], async () => 'handled');
          await pause(at * 15);
          await stop();
          await bus.close();
          return { group, connections };
        }),
      );
      await pause(500);
      await until(() => programs.every(({ connections }) => connections() === 0));

      const admin = new Kafka({ brokers: kafka().url.split(','), logLevel: logLevel.NOTHING }).admin();
      await admin.connect();
      const { groups } = await admin.describeGroups(programs.map(({ group }) => group));
      await admin.disconnect();
      expect(groups.flatMap(({ members }) => members)).toEqual([]);
    });
  });
});
