import type { Migration } from '@mulin/postgres';

export const busMigrations: readonly Migration[] = [
  {
    id: '001-log',
    sql: `
      -- \`next\` and \`first\` hold one offset for each partition: the next to be given, and the oldest still kept.
      create table topic (
        id int generated always as identity primary key,
        name text not null unique,
        next bigint[] not null,
        first bigint[] not null
      ) with (fillfactor = 10);

      create table message (
        topic int not null,
        partition int not null,
        place bigint not null,
        key text not null,
        value text not null,
        at timestamptz not null default now(),
        primary key (topic, partition, place)
      );

      -- How far each group has come.
      create table progress (
        group_name text not null,
        topic int not null,
        partition int not null,
        next bigint not null,
        primary key (group_name, topic, partition)
      ) with (fillfactor = 30);

      -- Who reads as a group now, to share its lanes. Who really holds a lane is decided by a lock, not here.
      create table member (
        group_name text not null,
        id text not null,
        topics text[] not null,
        primary key (group_name, id)
      );

      create table set_aside (
        id text primary key,
        group_name text not null,
        topic text not null,
        partition int not null,
        place bigint not null,
        key text not null,
        value text not null,
        reason text not null,
        at text not null
      );`,
  },
  {
    // A row holds a batch: `count` messages of one partition, the first of which stands at `place`. Keys and
    // values are joined by `separator` (`batches.ts`); of a batch of one they stand as they are, as all did before.
    id: '002-batches',
    sql: 'alter table message add column count int not null default 1;',
  },
];
