/** Tables of the schema `identity`. Moments are text as the kernel writes them, so that their order is that of time. */
import { type Access, type Database, migrate } from '@mulin/postgres';

const migrations = [
  {
    id: '001-accounts',
    sql: `create table identity.account (
      id text primary key,
      role text not null,
      area text not null,
      disabled boolean not null default false
    )`,
  },
  {
    id: '002-sign-in',
    sql: `alter table identity.account add column name text;
    create table identity.password (account text primary key, hash text not null);
    create table identity.session (
      hash text primary key,
      account text not null,
      seen_at text not null collate "C",
      ends_at text not null collate "C"
    );
    create index session_account on identity.session (account);
    create table identity.attempts (
      key text primary key,
      failures int not null,
      locked_until text collate "C",
      last_at text collate "C"
    );
    create table identity.sign_in (
      at text not null collate "C",
      id text not null collate "C",
      what text not null,
      about text,
      by text,
      "from" text,
      primary key (at, id)
    );
    create index sign_in_about on identity.sign_in (about, at, id)`,
  },
  {
    // Beside the sessions: a program that does not know of it finds none there that are over.
    id: '003-ended-sessions',
    sql: `create table identity.ended_session (
      hash text primary key,
      account text not null,
      ends_at text not null collate "C",
      because text not null
    );
    create index ended_session_account on identity.ended_session (account)`,
  },
  {
    id: '004-account-change',
    sql: `alter table identity.sign_in add column change jsonb`,
  },
];

/** What people did to sign in is only ever added to: it is what auditors read. */
const access: Access = { appendOnly: ['sign_in'] };

/** Moves the tables to what this program knows; see `migrate` for what it throws. */
export const prepareIdentity = (database: Database): Promise<void> =>
  migrate(database, 'identity', migrations, access);
