/** A client of Kafka by `@platformatic/kafka` 2.12.1. Only this folder knows it. */
import { settledWithin } from '@mulin/kernel';
import type { KafkaClient, KafkaOptions } from '../client.js';
import { requestMs } from '../timing.js';
import { type Cluster, clusterOf } from './cluster.js';
import { type Connections, connectionsOf } from './connections.js';
import { plainly } from './errors.js';
import { loadLibrary } from './library.js';
import { joined } from './member.js';
import { producerOf } from './producer.js';
import { questionsTo } from './questions.js';

/** How long whoever closes it waits for members that were closed while they could not reach Kafka. */
const leftoversMs = 5_000;

const said =
  <Arguments extends readonly unknown[], Answer>(ask: (...given: Arguments) => Promise<Answer>) =>
  async (...given: Arguments): Promise<Answer> => {
    try {
      return await ask(...given);
    } catch (error) {
      throw plainly(error);
    }
  };

/** A cluster that is asked questions, opened with the first of them. */
const askedCluster = (options: KafkaOptions) => {
  let opened: Promise<Readonly<{ cluster: Cluster; connections: Connections }>> | undefined;
  let isClosed = false;
  const open = async () => {
    const library = await loadLibrary();
    const connections = connectionsOf(library, options, requestMs);
    return { connections, cluster: clusterOf(library, connections) };
  };
  return {
    cluster: async () => {
      if (isClosed) throw new Error('it was closed');
      return (await (opened ??= open())).cluster;
    },
    close: async () => {
      isClosed = true;
      await opened?.then(
        ({ connections }) => connections.close(),
        () => undefined,
      );
    },
  };
};

/**
 * A client of Kafka by `@platformatic/kafka`. Nothing is loaded or connected before it is needed; what is asked of it where
 * the library cannot be had is refused (`loadLibrary`).
 */
export const platformaticClient = (options: KafkaOptions): KafkaClient => {
  const asked = askedCluster(options);
  const producer = producerOf(loadLibrary, options);
  const questions = questionsTo(asked.cluster);
  const running = new Set<Promise<unknown>>();
  return {
    topics: said(questions.topics),
    createTopics: said(questions.createTopics),
    watermarks: said(questions.watermarks),
    groups: said(questions.groups),
    committed: said(questions.committed),
    send: said(producer.send),
    join: (joining, member) => {
      const session = joined(loadLibrary, options, joining, member);
      running.add(session.over);
      void session.over.finally(() => running.delete(session.over));
      return session;
    },
    close: async () => {
      await Promise.all([asked.close(), producer.close()]);
      await settledWithin(Promise.all(running), leftoversMs);
    },
  };
};
