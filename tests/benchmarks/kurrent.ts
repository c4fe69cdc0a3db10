/** Appends and reads on KurrentDB, through the adapter and through its raw client: on `KURRENTDB_URL`, else on the stub. */
import { randomUUID } from 'node:crypto';
import { jsonEvent, type KurrentDBClient } from '@kurrent/kurrentdb-client';
import { kurrentEventStore, openKurrent } from '@mulin/event-store';
import {
  type EventStore,
  newCorrelation,
  type NewEvent,
  type Position,
  type RecordedEvent,
} from '@mulin/kernel';
import { startKurrentStub } from '@mulin/testing/engines';

const count = 1_000;
/** As a town in the morning: many who decide at once, each on a stream of its own. */
const atOnce = 50;
const pageSize = 500;

const metadata = newCorrelation({ id: 'bench', town: 'mulin', actor: 'clerk' });
const data = { words: 'x'.repeat(400) };
const eventOf = (): NewEvent => ({ id: randomUUID(), type: 'CaseNoted', data, metadata });

const rate = async (many: number, work: () => Promise<unknown>): Promise<number> => {
  const began = performance.now();
  await work();
  return many / ((performance.now() - began) / 1_000);
};

const sideBySide = async (work: (nth: number) => Promise<unknown>) => {
  let next = 0;
  const one = async () => {
    while (next < count) await work(next++);
  };
  await Promise.all(Array.from({ length: atOnce }, one));
};

const readThrough = async (store: EventStore): Promise<void> => {
  for (let from: Position | null = null; ;) {
    const page: readonly RecordedEvent[] = await store.readAll({ from, maxCount: pageSize });
    if (page.length < pageSize) return;
    from = page.at(-1)?.position ?? null;
  }
};

const ofAdapter = async (store: EventStore) => ({
  append: await rate(count, () =>
    sideBySide((nth) => store.appendToStream(`case-${nth}`, [eventOf()], { expectedRevision: 'no-stream' })),
  ),
  read: await rate(count, () => readThrough(store)),
});

const ofRawClient = async (client: KurrentDBClient, prefix: string) => ({
  append: await rate(count, () =>
    sideBySide((nth) =>
      client.appendToStream(`${prefix}case-${nth}`, jsonEvent({ type: 'CaseNoted', data, metadata }), {
        streamState: 'no_stream',
      }),
    ),
  ),
  read: await rate(count, async () => {
    const events = client.readAll({
      filter: { filterOn: 'streamName', prefixes: [prefix], checkpointInterval: 1 },
    });
    let read = 0;
    for await (const _ of events) read += 1;
    if (read !== count) throw new Error(`${read} of ${count} events were read.`);
  }),
});

const measured = async (url: string): Promise<Record<string, number>> => {
  const connection = await openKurrent(url);
  const run = randomUUID().replaceAll('-', '');
  try {
    const raw = await ofRawClient(connection.client, `bench.${run}.raw.`);
    const ours = await ofAdapter(kurrentEventStore({ connection, log: `bench.${run}.ours` }));
    return {
      'kurrent.append.perSecond': ours.append,
      'kurrent.raw.append.perSecond': raw.append,
      'kurrent.ratio.append': ours.append / raw.append,
      'kurrent.read.perSecond': ours.read,
      'kurrent.raw.read.perSecond': raw.read,
    };
  } finally {
    await connection.close();
  }
};

/** On the stub the figures say what the adapter costs beside its client, and nothing of a server. */
export const kurrent = async (): Promise<Record<string, number>> => {
  const given = process.env['KURRENTDB_URL'];
  if (given !== undefined) return measured(given);
  process.stderr.write('kurrent: on the stub, as KURRENTDB_URL names no server\n');
  const stub = await startKurrentStub();
  return measured(stub.url).finally(stub.close);
};
