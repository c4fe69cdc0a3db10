/** Programs that publish and read on a Kafka while it fails, and what must have come of it. */
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, expect } from '@jest/globals';
import { type Bus, type Delivered, type HandlingOutcome, type Message, Unavailable } from '@mulin/kernel';
import type { LogLine } from '../log.js';
import { type ClientName, freshTopics, mortalBus } from './kafka.testing.js';

/** What is still to be ended after a test, the last one first. */
export const ends: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
}, 60_000);

/** Programs by this client, each with what it logs. */
export const programBy = (client: ClientName) => (url: string) => {
  const lines: LogLine[] = [];
  const { bus } = mortalBus(url, client, (line) => void lines.push(line));
  ends.push(bus.close);
  const read = (
    topic: string,
    group: string,
    answer: () => Promise<HandlingOutcome> = async () => 'handled',
  ) => {
    const heard: Delivered[] = [];
    const stop = bus.subscribe(group, [topic], async (message) => {
      heard.push(message);
      return answer();
    });
    ends.push(stop);
    return { heard, stop };
  };
  return { bus, lines, read };
};

/** A topic that nobody has used before. */
export const topicOn = async (url: string): Promise<string> => {
  const [topic = ''] = await freshTopics(url, 1);
  return topic;
};

/** Of each round of messages. */
export const keys = Array.from({ length: 16 }, (_, n) => `case-${n}`);
/** The nth message of each key. */
export const round = (value: number): readonly Message[] =>
  keys.map((key) => ({ key, value: String(value) }));

/** Publishes round after round, as the relay does it: the same again until it is taken, and nothing before. */
export const publisherOn = (bus: Bus, topic: string) => {
  let isOver = false;
  let rounds = 0;
  let refused = 0;
  const going = (async () => {
    for (; !isOver; rounds++)
      while (
        !(await bus.publish(topic, round(rounds)).then(
          () => true,
          (error: unknown) => {
            if (!(error instanceof Unavailable)) throw error;
            refused++;
            return false;
          },
        ))
      )
        await pause(50);
  })();
  return {
    rounds: () => rounds,
    refused: () => refused,
    stop: async () => {
      isOver = true;
      await going;
    },
  };
};

/** Of these numbers. */
export const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0);
/** Whether a group has all of a topic. */
export const isRead = async (bus: Bus, topic: string, group: string) =>
  (await bus.lag(group, [topic])).get(topic) === 0;

/** Each key has heard every round, and the first time of each in order. */
export const expectAllHeard = (heard: readonly Delivered[], rounds: number) => {
  for (const key of keys) {
    const values = heard.filter((message) => message.key === key).map(({ value }) => Number(value));
    expect([...new Set(values)]).toEqual(Array.from({ length: rounds }, (_, n) => n));
  }
};
