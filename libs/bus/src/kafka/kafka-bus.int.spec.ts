import { describeBus, describeOnEngine } from '@mulin/testing';
import { describeByClient, kafkaTrial } from './kafka.testing.js';

await describeOnEngine('kafka', 'On Kafka', (kafka) => {
  describeByClient('the bus', (client) => {
    describeBus('kafkaBus', () => kafkaTrial(kafka().url, client));
  });
});
