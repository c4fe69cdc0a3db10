/** What group commit costs and gains: our appends beside bare inserts, and beside one transaction for each. */
import { randomUUID } from 'node:crypto';
import { postgresEventStore } from '@mulin/event-store';
import { canonical, instant, type NewEvent, type StreamName } from '@mulin/kernel';
import { type Database, openDatabase } from '@mulin/postgres';

type Append = (stream: StreamName, revision: number, event: NewEvent) => Promise<unknown>;

const eventsOfStream = 4;
const rounds = 6;
const roundMs = 700;
const now = () => instant(Date.now());

/** About 600 bytes with its names, no two alike. */
export const eventOf = (id: string, place: number): NewEvent => ({
  id,
  type: 'CaseRegistered',
  data: {
    menuItem: 'street-lamp',
    microGrid: `mulin/east/north/3/${place % 297}`,
    place: { id, hash: `${id}${id}`.replaceAll('-', '') },
    channel: 'hotline',
    reportedAt: '2026-05-01T08:00:00.000Z',
    urgency: 'normal',
    policy: { id: 'street', version: 3 },
  },
  metadata: { town: 'mulin', actor: 'hotline-clerk-1', correlationId: id, causationId: id },
});

/** Guarantees nothing: neither an order of commits nor a revision, nor that an event is there once. */
const plainly = async ({ sql }: Database): Promise<Append> => {
  await sql(`create table if not exists plain (position bigserial primary key, stream text not null, revision int not null,
    id uuid not null, type text not null, data text not null, metadata text not null)`);
  return (stream, revision, { id, type, data, metadata }) =>
    sql(
      'insert into plain (stream, revision, id, type, data, metadata) values ($1, $2, $3, $4, $5, $6) returning position',
      [stream, revision, id, type, JSON.stringify(data), JSON.stringify({ ...metadata, recordedAt: now() })],
      { name: 'plain' },
    );
};

/** Guarantees what ours does, with a transaction and a lock for each append. */
const strictly =
  ({ sql }: Database, schema: string): Append =>
  (stream, revision, { id, type, data, metadata }) =>
    sql(
      `select head, last from ${schema}.append_one($1, $2, $3, $4, 1, $5, $6)`,
      [stream, revision - 1, id, type, canonical(data), canonical({ ...metadata, recordedAt: now() })],
      { name: 'strict' },
    );

const call = async (append: Append, until: number): Promise<number> => {
  let appends = 0;
  while (Date.now() < until) {
    const stream: StreamName = `case-${randomUUID()}`;
    for (let revision = 0; revision < eventsOfStream; revision++)
      await append(stream, revision, eventOf(randomUUID(), appends++));
  }
  return appends;
};

const perSecond = async (append: Append, callers: number): Promise<number> => {
  const began = performance.now();
  const until = Date.now() + roundMs;
  const counts = await Promise.all(Array.from({ length: callers }, () => call(append, until)));
  return (1_000 * counts.reduce((sum, count) => sum + count, 0)) / (performance.now() - began);
};

type Ways = Readonly<Record<string, Append>>;

/** In turns, so that what else the machine does is everybody's. The first round only warms up. */
const inTurns = async (ways: Ways, callers: number): Promise<Record<string, number>> => {
  const figures: Record<string, number> = {};
  for (let round = 0; round <= rounds; round++)
    for (const [name, append] of Object.entries(ways)) {
      const rate = await perSecond(append, callers);
      const figure = `append.${name}.${callers}`;
      figures[figure] = (figures[figure] ?? 0) + (round === 0 ? 0 : rate / rounds);
    }
  return figures;
};

const ratios = (figures: Readonly<Record<string, number>>, callers: number) =>
  Object.fromEntries(
    ['plain', 'strict'].map((name) => [
      `append.ratio.${name}.${callers}`,
      (figures[`append.ours.${callers}`] ?? 0) / (figures[`append.${name}.${callers}`] ?? 1),
    ]),
  );

/** Plain INSERTs a second of so many callers, without anything else in turn: the measure of other parts. */
export const plainPerSecond = async (url: string, callers: number): Promise<number> => {
  const database = await openDatabase({ url, max: 20 });
  try {
    const figures = await inTurns({ plain: await plainly(database) }, callers);
    return figures[`append.plain.${callers}`] ?? 0;
  } finally {
    await database.close();
  }
};

export const benchAppend = async (url: string): Promise<Record<string, number>> => {
  const database = await openDatabase({ url, max: 20 });
  const schema = 'bench_append';
  const store = await postgresEventStore({ database, schema, now });
  const ours: Append = (stream, revision, event) =>
    store.appendToStream(stream, [event], { expectedRevision: revision === 0 ? 'no-stream' : revision - 1 });
  const ways = { ours, plain: await plainly(database), strict: strictly(database, schema) };

  const figures: Record<string, number> = {};
  for (const callers of [1, 16, 256]) {
    const rates = await inTurns(ways, callers);
    Object.assign(figures, rates, ratios(rates, callers));
  }
  await database.close();
  return figures;
};
