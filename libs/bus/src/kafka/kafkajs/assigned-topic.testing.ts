/** A topic of which a test says which broker has what. */
import { Kafka, logLevel } from 'kafkajs';

/**
 * Makes a topic whose nth partition is on the nth of these brokers, the first of each being its leader; a message counts as
 * written when its leader has it.
 */
export const makeAssignedTopic = async (
  url: string,
  topic: string,
  replicas: readonly (readonly number[])[],
): Promise<void> => {
  const admin = new Kafka({ brokers: url.split(','), logLevel: logLevel.NOTHING }).admin();
  await admin.connect();
  try {
    const replicaAssignment = replicas.map((nodes, partition) => ({ partition, replicas: [...nodes] }));
    await admin.createTopics({
      waitForLeaders: true,
      topics: [{ topic, replicaAssignment, configEntries: [{ name: 'min.insync.replicas', value: '1' }] }],
    });
  } finally {
    await admin.disconnect();
  }
};
