/** What may become of news between two services: it comes twice, or late, or before what happened earlier. */
import type { Tamper } from './sample-town.js';

type Bus = Parameters<Tamper>[0];
type Receive = Parameters<Bus['subscribe']>[2];
type Delivered = Parameters<Receive>[0];

/** Everybody hears everything twice, the second time when they have handled the first. */
export const everythingTwice: Tamper = (bus) => ({
  ...bus,
  subscribe: (group, topics, receive) =>
    bus.subscribe(group, topics, async (message) => {
      await receive(message);
      return receive(message);
    }),
});

type Held = Readonly<{ message: Delivered; receive: Receive }>;

/**
 * From `hold` on, a group hears nothing until it is let. What is let go comes topic by topic, in the order named;
 * within a topic it stays in order, as every bus promises.
 */
export const holdingBack = (slow: string) => {
  const held = new Map<string, Held[]>();
  let isHolding = false;

  const tamper: Tamper = (bus) => ({
    ...bus,
    subscribe: (group, heard, receive) =>
      bus.subscribe(group, heard, async (message) => {
        const { topic } = message;
        if (!isHolding || group !== slow) return receive(message);
        held.set(topic, [...(held.get(topic) ?? []), { message, receive }]);
        return 'handled';
      }),
  });

  /** Answers with how much had been held. */
  const letGo = async (topics: readonly string[]): Promise<number> => {
    isHolding = false;
    const waiting = topics.flatMap((topic) => held.get(topic) ?? []);
    held.clear();
    for (const { message, receive } of waiting) await receive(message);
    return waiting.length;
  };

  return { tamper, hold: () => void (isHolding = true), letGo };
};
