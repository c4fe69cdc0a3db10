import type { Delivered, Message } from '@mulin/kernel';
import type { Database } from '@mulin/postgres';
import { type Done, type Lane, laneOf } from './driver.js';
import { partitionOf } from './partition.js';

/** How much of one lane is fetched at once. */
export const perLane = 200;

export type From = Lane & Readonly<{ from: number }>;

/** The partitioned log in its tables: what is said to PostgreSQL, and nothing about when. */
export interface PostgresLog {
  /** The topics and how many partitions each has; those that are new are made. */
  partitionsOf(topics: readonly string[]): Promise<ReadonlyMap<string, number>>;
  append(topic: string, messages: readonly Message[]): Promise<void>;
  /** What stands in these lanes from there on, by lane; at most `perLane` of each. */
  fetch(lanes: readonly From[]): Promise<ReadonlyMap<string, readonly Delivered[]>>;
  /** Makes a group known, so that nothing is trimmed before it has passed. */
  enter(group: string, topics: readonly string[]): Promise<void>;
  progress(group: string, lanes: readonly Lane[]): Promise<readonly From[]>;
  commit(group: string, done: readonly Done[]): Promise<void>;
  lag(group: string, topics: readonly string[]): Promise<ReadonlyMap<string, number>>;
  /** Drops what every group that reads a topic has passed, once it is this old; says how many. */
  trim(olderThanDays: number): Promise<number>;
}

type Parts = Readonly<{ database: Database; schema: string; partitions: number }>;
type Topic = Readonly<{ id: number; name: string; partitions: number }>;

export const postgresLog = ({ database, schema, partitions }: Parts): PostgresLog => {
  const { sql } = database;
  const say = statements(schema);
  const known = new Map<string, Topic>();
  const names = new Map<number, string>();

  /** What a topic is never changes, so each is asked for once. */
  const topicsOf = async (wanted: readonly string[]): Promise<readonly Topic[]> => {
    const unknown = wanted.filter((name) => !known.has(name));
    if (unknown.length > 0) {
      await sql(say.makeTopics, [unknown, partitions]);
      for (const topic of await sql<Topic>(say.topics, [unknown])) {
        known.set(topic.name, topic);
        names.set(topic.id, topic.name);
      }
    }
    return wanted.map((name) => known.get(name)).filter((topic) => topic !== undefined);
  };

  const columnsOf = async (lanes: readonly Lane[]) => {
    await topicsOf([...new Set(lanes.map(({ topic }) => topic))]);
    return [lanes.map(({ topic }) => known.get(topic)?.id), lanes.map(({ partition }) => partition)] as const;
  };

  return {
    partitionsOf: async (topics) =>
      new Map((await topicsOf(topics)).map((topic) => [topic.name, topic.partitions])),

    append: async (name, messages) => {
      const [topic] = await topicsOf([name]);
      if (topic === undefined) throw new Error(`the topic ${name} could not be made`);
      const { counts, laneOfEach, backOfEach } = spread(messages, topic.partitions);
      const touched = [...counts.entries()].filter(([, count]) => count > 0).map(([partition]) => partition);
      await sql(
        say.append,
        [
          topic.id,
          counts,
          laneOfEach,
          backOfEach,
          messages.map(({ key }) => key),
          messages.map(({ value }) => value),
          schema,
          newsOf(name, touched),
        ],
        { name: `${schema}-append` },
      );
    },

    fetch: async (lanes) => {
      const [topics, lanesOf] = await columnsOf(lanes);
      const rows = await sql<Row>(say.fetch, [topics, lanesOf, lanes.map(({ from }) => from), perLane], {
        name: `${schema}-fetch`,
      });
      return byLane(rows, names);
    },

    enter: async (group, topics) => {
      await topicsOf(topics);
      await sql(say.enter, [group, topics]);
    },

    progress: async (group, lanes) => {
      const [topics, lanesOf] = await columnsOf(lanes);
      const rows = await sql<{ topic: number; partition: number; next: number }>(say.progress, [
        group,
        topics,
        lanesOf,
      ]);
      return rows.map(({ topic, partition, next }) => ({
        topic: names.get(topic) ?? '',
        partition,
        from: next,
      }));
    },

    commit: async (group, done) => {
      const [topics, lanesOf] = await columnsOf(done);
      await sql(say.commit, [group, topics, lanesOf, done.map(({ next }) => next)], {
        name: `${schema}-commit`,
      });
    },

    lag: async (group, topics) => {
      const rows = await sql<{ name: string; lag: number }>(say.lag, [group, topics]);
      const lags = new Map(rows.map(({ name, lag }) => [name, lag]));
      return new Map(topics.map((topic) => [topic, lags.get(topic) ?? 0]));
    },

    trim: async (olderThanDays) => {
      const rows = await sql<{ dropped: number }>(say.trim, [olderThanDays]);
      return rows[0]?.dropped ?? 0;
    },
  };
};

/** Which topic has news, and in which of its partitions. */
const newsOf = (topic: string, partitions: readonly number[]): string => `${topic} ${partitions.join()}`;

export const lanesInNews = (news: string): ReadonlySet<string> => {
  const [topic = '', partitions = ''] = news.split(' ');
  return new Set(partitions.split(',').map((partition) => `${topic}/${partition}`));
};

/** Each message's partition, and how far from that partition's new end it stands. */
const spread = (messages: readonly Message[], partitions: number) => {
  const counts = Array.from({ length: partitions }, () => 0);
  const laneOfEach = messages.map(({ key }) => partitionOf(key, partitions));
  const nth = laneOfEach.map((partition) => {
    const count = counts[partition] ?? 0;
    counts[partition] = count + 1;
    return count;
  });
  const backOfEach = nth.map((place, at) => (counts[laneOfEach[at] ?? 0] ?? 0) - place);
  return { counts, laneOfEach, backOfEach };
};

type Row = Readonly<{ topic: number; partition: number; place: number; key: string; value: string }>;

const byLane = (rows: readonly Row[], names: ReadonlyMap<number, string>) => {
  const lanes = new Map<string, Delivered[]>();
  for (const { topic: id, partition, place: offset, key, value } of rows) {
    const topic = names.get(id) ?? '';
    const lane = laneOf({ topic, partition });
    const messages = lanes.get(lane) ?? [];
    if (messages.length === 0) lanes.set(lane, messages);
    messages.push({ topic, partition, offset, key, value });
  }
  return lanes;
};

const statements = (schema: string) => ({
  makeTopics: `
    insert into ${schema}.topic (name, next, first)
    select name, array_fill(0::bigint, array[$2::int]), array_fill(0::bigint, array[$2::int])
    from unnest($1::text[]) name order by name
    on conflict do nothing`,

  topics: `select id, name, cardinality(next) as partitions from ${schema}.topic where name = any($1)`,

  // The row of the topic is the lock: whoever publishes next waits for this commit, so that offsets have no
  // gaps and a reader who sees one has seen all before it.
  append: `
    with ended as (
      update ${schema}.topic
      set next = (
        select array_agg(had + more order by partition)
        from unnest(next, $2::bigint[]) with ordinality as each(had, more, partition)
      )
      where id = $1
      returning next
    ), appended as (
      insert into ${schema}.message (topic, partition, place, key, value)
      select $1, partition, ended.next[partition + 1] - back, key, value
      from ended, unnest($3::int[], $4::int[], $5::text[], $6::text[]) as each(partition, back, key, value)
    )
    select pg_notify($7, $8)`,

  fetch: `
    select m.topic, m.partition, m.place, m.key, m.value
    from unnest($1::int[], $2::int[], $3::bigint[]) as lane(topic, partition, place)
    cross join lateral (
      select * from ${schema}.message m
      where m.topic = lane.topic and m.partition = lane.partition and m.place >= lane.place
      order by m.place limit $4
    ) m`,

  enter: `
    insert into ${schema}.progress (group_name, topic, partition, next)
    select $1, id, partition - 1, offset_kept
    from ${schema}.topic, unnest(first) with ordinality as each(offset_kept, partition)
    where name = any($2) order by id, partition
    on conflict do nothing`,

  progress: `
    select topic, partition, next from ${schema}.progress
    join unnest($2::int[], $3::int[]) as lane(topic, partition) using (topic, partition)
    where group_name = $1`,

  // Not worth a wait for the disk: what a crash takes from here only comes again.
  commit: `
    with hasty as materialized (select set_config('synchronous_commit', 'off', true))
    update ${schema}.progress p set next = greatest(p.next, done.next)
    from hasty, unnest($2::int[], $3::int[], $4::bigint[]) as done(topic, partition, next)
    where p.group_name = $1 and p.topic = done.topic and p.partition = done.partition`,

  lag: `
    select name, sum(ended - greatest(kept, coalesce(p.next, 0)))::bigint as lag
    from ${schema}.topic t
    cross join unnest(t.next, t.first) with ordinality as each(ended, kept, partition)
    left join ${schema}.progress p
      on p.group_name = $1 and p.topic = t.id and p.partition = each.partition - 1
    where name = any($2)
    group by name`,

  trim: `
    with passed as (
      select topic, partition, min(next) as upto from ${schema}.progress group by topic, partition
    ), dropped as (
      delete from ${schema}.message m using passed
      where m.topic = passed.topic and m.partition = passed.partition and m.place < least(passed.upto, (
        select coalesce(min(young.place), passed.upto) from ${schema}.message young
        where young.topic = passed.topic and young.partition = passed.partition
          and young.at > now() - make_interval(days => $1)
      ))
      returning m.topic, m.partition, m.place
    ), ends as (
      select topic, partition, max(place) + 1 as first from dropped group by topic, partition
    ), moved as (
      update ${schema}.topic t set first = (
        select array_agg(greatest(had, coalesce(ends.first, 0)) order by each.partition)
        from unnest(t.first) with ordinality as each(had, partition)
        left join ends on ends.topic = t.id and ends.partition = each.partition - 1
      )
      where t.id in (select topic from ends)
    )
    select count(*)::int as dropped from dropped`,
});
