import { describeBus, describeOnEngine } from '@mulin/testing';
import { kafkaTrial } from './kafka.testing.js';

await describeOnEngine('kafka', 'On Kafka', (kafka) => {
  describeBus('kafkaBus', () => kafkaTrial(kafka().url));
});
