import type { Migration } from '@mulin/postgres';

/** The schema of PostgreSQL that holds the vault. */
export const schema = 'vault';

/** Its tables, forward only: one that was released is never edited. */
export const migrations: readonly Migration[] = [
  {
    id: '001-vault',
    sql: `
      -- Destroying \`wrapped\` erases everything of that generation; who comes back begins the next one.
      create table person (
        id uuid primary key,
        generation int not null default 1,
        wrapped bytea,
        master text not null,
        made_at timestamptz not null default now()
      );

      create table item (
        id uuid primary key,
        person uuid not null,
        generation int not null,
        kind text not null,
        sealed bytea not null,
        salt bytea not null,
        hash text not null,
        kept_at timestamptz not null default now()
      );

      -- Each reading by a person of the town, for ever.
      create table reading (
        at text not null,
        service text not null,
        actor text not null,
        purpose text not null,
        item uuid not null
      );
      create index on reading (item);

      -- A service's own readings are counted by the day.
      create table reading_count (
        day text not null,
        service text not null,
        purpose text not null,
        count bigint not null,
        primary key (day, service, purpose)
      );`,
  },
  {
    id: '002-erase-whole',
    sql: `
      -- A salt that lies open beside a hash lets short contents (a phone) be guessed after their key is gone.
      alter table item drop column salt;
      create index item_person on item (person);

      -- Once a fact is known that refers to an item, nobody has to ask again.
      alter table item add column referred boolean not null default false;
      create index item_loose on item (id) where not referred;

      -- An erasure is on record like a reading: of a person, and of no single item.
      alter table reading add column id uuid primary key default gen_random_uuid();
      alter table reading alter column item drop not null;
      alter table reading add column erased uuid;`,
  },
  {
    id: '003-town',
    sql: `
      -- Rows from before, also those of an older copy, get their town when the vault is opened.
      alter table person add column town text;
      alter table item add column town text;
      alter table reading add column town text;
      alter table reading_count add column town text;
      create index person_without_town on person (id) where town is null;
      create index item_without_town on item (id) where town is null;
      create index reading_without_town on reading (id) where town is null;`,
  },
  {
    id: '004-readings-listed',
    sql: `
      -- Of which case; what was read before this was kept is found by reader and time only.
      alter table reading add column about text;
      create index reading_newest on reading (at desc, id desc);
      create index reading_about on reading (about, at desc, id desc) where about is not null;
      create index reading_actor on reading (actor, at desc, id desc);`,
  },
];
