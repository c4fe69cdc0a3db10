import { expect, test } from '@jest/globals';
import type { Position, RecordedEvent } from '@mulin/kernel';
import { until } from '@mulin/testing';
import { subscriptions } from './subscriptions.js';

const eventAt = (position: number) => ({ stream: 'thing-1', position }) as unknown as RecordedEvent;

/** A log to which another process appends. */
const sharedLog = () => {
  const log: RecordedEvent[] = [1, 2].map(eventAt);
  let announce: (head: number) => void = () => undefined;
  let hold: Promise<void> | undefined;
  let reads = 0;
  const source = {
    head: async () => (log.at(-1)?.position ?? null) as Position | null,
    readAll: async ({ from }: { from: Position | null }) => {
      reads += 1;
      const held = hold;
      hold = undefined;
      await held;
      return log.filter(({ position }) => position > Number(from ?? 0));
    },
    listen: (tell: (head: number) => void) => {
      announce = tell;
      return async () => undefined;
    },
  };
  return {
    source,
    reads: () => reads,
    holdNextRead: (until: Promise<void>) => void (hold = until),
    append: (...positions: number[]) => {
      log.push(...positions.map(eventAt));
      announce(positions.at(-1) ?? 0);
    },
  };
};

test('whoever waits for what another process appended misses none of it while somebody else joins further on', async () => {
  const { source, reads, holdNextRead, append } = sharedLog();
  const { subscribeToAll } = subscriptions(source);
  const heard: number[] = [];
  const first = subscribeToAll({ from: null }, async (events) => {
    heard.push(...events.map(({ position }) => position));
  });
  await until(() => heard.length === 2);
  // It has found the end of the log, and waits there.
  await new Promise((resolve) => setTimeout(resolve, 50));

  let goOn: () => void = () => undefined;
  holdNextRead(new Promise((resolve) => (goOn = resolve)));
  const before = reads();
  append(3, 4);
  await until(() => reads() > before);
  const others: number[] = [];
  const second = subscribeToAll({ from: null }, async (events) => {
    others.push(...events.map(({ position }) => position));
  });
  await until(() => others.length === 4);
  goOn();
  await new Promise((resolve) => setTimeout(resolve, 50));
  append(5);
  await until(() => heard.includes(5));

  expect(heard).toEqual([1, 2, 3, 4, 5]);
  await Promise.all([first.stop(), second.stop()]);
});
