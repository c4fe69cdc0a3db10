/** Who publishes and reads without a pause, to see when a broker serves again. */
import { setTimeout as sleep } from 'node:timers/promises';
import { kafkaBus, kafkaTopics } from '@mulin/bus';

const everyMs = 10;

type BusProbe = Readonly<{
  /** When the first message was acknowledged after a moment, both as `performance.now` has them. */
  firstSentAfter: (moment: number) => Promise<number>;
  /** When the first message came after it. */
  firstReadAfter: (moment: number) => Promise<number>;
  close: () => Promise<void>;
}>;

/** Begins on a topic of its own, and resolves when the first message has come. */
export const busProbe = async (brokers: string): Promise<BusProbe> => {
  const topic = `bench.probe.${Date.now()}`;
  const topics = kafkaTopics({ brokers: [brokers] });
  await topics.apply([topic]);
  await topics.close();
  const bus = kafkaBus({ brokers: [brokers] });
  const sent: number[] = [];
  const read: number[] = [];
  const over = new AbortController();
  const publishing = (async () => {
    for (let n = 0; !over.signal.aborted; n++) {
      // Every partition in its turn.
      const isSent = await bus.publish(topic, [{ key: `${n}`, value: '{}' }]).then(
        () => true,
        () => false,
      );
      if (isSent) sent.push(performance.now());
      await sleep(everyMs);
    }
  })();
  const stop = bus.subscribe(`bench-${topic}`, [topic], async () => {
    read.push(performance.now());
    return 'handled';
  });
  const firstAfter = async (moments: readonly number[], moment: number): Promise<number> => {
    for (;;) {
      const found = moments.find((it) => it >= moment);
      if (found !== undefined) return found;
      await sleep(everyMs);
    }
  };
  await firstAfter(read, 0);
  return {
    firstSentAfter: (moment) => firstAfter(sent, moment),
    firstReadAfter: (moment) => firstAfter(read, moment),
    close: async () => {
      over.abort();
      await publishing;
      await stop();
      await bus.close();
    },
  };
};
