/** Messages through the bus in PostgreSQL: published in batches, as a relay does, and read by one group meanwhile. */
import { setTimeout as pause } from 'node:timers/promises';
import { type PostgresBus, postgresBus } from '@mulin/bus';
import type { Message } from '@mulin/kernel';
import { openDatabase } from '@mulin/postgres';

const count = 60_000;
const perBatch = 500;
const cases = 2_000;
const singles = 300;

const bytes = 600;

const messageOf = (n: number): Message => ({
  key: `0f2f6d6e-9a1c-4f53-8a44-${String(n % cases).padStart(12, '0')}`,
  value: JSON.stringify({ n, filler: 'x'.repeat(bytes) }),
});

const perSecond = async (bus: PostgresBus): Promise<number> => {
  let heard = 0;
  const stop = bus.subscribe('bench', ['mulin.bench'], async () => {
    heard++;
    return 'handled';
  });
  await bus.publish('mulin.bench', [messageOf(0)]);
  while (heard < 1) await pause(1);

  const startedAt = performance.now();
  for (let n = 1; n <= count; n += perBatch)
    await bus.publish(
      'mulin.bench',
      Array.from({ length: perBatch }, (_, more) => messageOf(n + more)),
    );
  while (heard < count + 1) await pause(1);
  const seconds = (performance.now() - startedAt) / 1_000;
  await stop();
  return count / seconds;
};

/** From the call of `publish` to the hand of the reader, one message at a time, on a bus that has nothing else to do. */
const waits = async (bus: PostgresBus): Promise<readonly number[]> => {
  let arrived: (at: number) => void = () => {};
  const stop = bus.subscribe('bench', ['mulin.idle'], async () => {
    arrived(performance.now());
    return 'handled';
  });
  const taken: number[] = [];
  for (let n = 0; n < singles; n++) {
    // Waiting costs nothing here: a loop that looks would take the processor from what it measures.
    const arrival = new Promise<number>((resolve) => (arrived = resolve));
    const startedAt = performance.now();
    await bus.publish('mulin.idle', [messageOf(n)]);
    const arrivedAt = await arrival;
    // The first one also waits for the group to begin.
    if (n > 0) taken.push(arrivedAt - startedAt);
  }
  await stop();
  return taken.sort((one, other) => one - other);
};

export const bus = async (url: string): Promise<Record<string, number>> => {
  const database = await openDatabase({ url });
  try {
    const opened = await postgresBus({ database });
    const rate = await perSecond(opened);
    const taken = await waits(opened);
    const at = (share: number) => taken[Math.floor(taken.length * share)] ?? 0;
    return {
      'bus.postgres.perSecond': rate,
      'bus.postgres.idleMs.p50': at(0.5),
      'bus.postgres.idleMs.p99': at(0.99),
    };
  } finally {
    await database.close();
  }
};
