/** The tables of a log in PostgreSQL, and the two functions that alone write to it. */
import type { Access, Migration } from '@mulin/postgres';

/**
 * Positions have no holes and stand in the order of commits, because whoever numbers events holds one lock from
 * before it looks at the last position until after its commit. Both functions are one statement for the caller,
 * and so a transaction of its own: a client that dies in the middle holds nothing.
 */
const tables = `
create table facts (
  position bigint primary key,
  stream text collate "C" not null,
  revision int not null,
  id text collate "C" not null,
  type text collate "C" not null,
  version int not null,
  data text not null,
  metadata text not null,
  unique (stream, revision),
  unique (id)
);

create table checkpoints (reader text primary key, position bigint not null);
`;

const isExpected = (expected: string, head: string) =>
  `(${expected} = ${head} or ${expected} = -2 or (${expected} = -3 and ${head} >= 0))`;

/**
 * Functions name their table with its schema, which is cheaper than a search path set for each call. `@` stands
 * for the schema, which is known when they are made.
 */
const made = (definition: string) => `
do $make$ begin
  execute replace($function$ ${definition} $function$, '@', quote_ident(current_schema()));
end $make$;
`;

/**
 * The first half of a log's advisory lock: the class of all such locks, beside the table's oid in the second half. Any
 * number would do that no other lock of the database has. It stands in the functions that towns have stored, and all
 * processes that write to a log must ask for the same one: it never changes.
 */
const logLockClass = 20260501;

/** The SQL that waits for the lock on a log. Whoever numbers events holds it until its transaction ends. */
export const lockLog = (schema: string): string =>
  `pg_advisory_xact_lock(${logLockClass}, '${schema}.facts'::regclass::oid::int)`;
const headOf = (stream: string) =>
  `coalesce((select f.revision from @.facts f where f.stream = ${stream} order by f.revision desc limit 1), -1)`;
const lastPosition = `coalesce((select f.position from @.facts f order by f.position desc limit 1), 0)`;

/** One event for one stream: what a lone caller does all day. \`last\` is null where it is refused. */
const appendOne = made(`
create function @.append_one(
  in_stream text, in_expected int, in_id text, in_type text, in_version int, in_data text, in_metadata text,
  out head int, out last bigint
) language plpgsql as $$
declare
  is_known boolean;
begin
  -- An expression and not a statement, because that is cheaper; it is never null.
  if ${lockLog('@')} is null then return; end if;

  select ${headOf('in_stream')}, ${lastPosition}, exists (select from @.facts f where f.id = in_id)
    into head, last, is_known;
  if is_known or not ${isExpected('in_expected', 'head')} then
    last := null;
    return;
  end if;

  insert into @.facts (position, stream, revision, id, type, version, data, metadata)
    values (last + 1, in_stream, head + 1, in_id, in_type, in_version, in_data, in_metadata);
end $$
`);

/**
 * Units of appends, each all or nothing and each judged by itself; no two of a batch name the same stream or id.
 * Numbers count from 1: the unit of each stream, the stream of each event, the place of each event in its append.
 * Texts come joined by line ends, which neither names nor JSON hold.
 */
const appendMany = made(`
create function @.append_many(
  in_units int[], in_streams text, in_expected int[],
  in_stream_of int[], in_place int[], in_ids text, in_types text, in_versions int[], in_data text, in_metadata text,
  out heads int[], out refused int[], out last bigint
) language plpgsql set plan_cache_mode = force_generic_plan as $$
declare
  names text[] := string_to_array(in_streams, E'\\n');
  ids text[] := string_to_array(in_ids, E'\\n');
begin
  if ${lockLog('@')} is null then return; end if;

  select array_agg(${headOf('s.name')} order by s.n), ${lastPosition}
    into heads, last from unnest(names) with ordinality s(name, n);

  select array_agg(distinct r.unit) into refused from (
    select in_units[n] from generate_subscripts(in_expected, 1) n
      where not ${isExpected('in_expected[n]', 'heads[n]')}
    union all
    select in_units[in_stream_of[g.n]] from unnest(ids) with ordinality g(id, n)
      where exists (select from @.facts f where f.id = g.id)
  ) r(unit);

  insert into @.facts (position, stream, revision, id, type, version, data, metadata)
  select last + row_number() over (order by g.n), names[g.s], heads[g.s] + g.place,
    g.id, g.type, g.version, g.data, g.metadata
  from unnest(
    in_stream_of, in_place, ids, string_to_array(in_types, E'\\n'), in_versions,
    string_to_array(in_data, E'\\n'), string_to_array(in_metadata, E'\\n')
  ) with ordinality g(s, place, id, type, version, data, metadata, n)
  where refused is null or not in_units[g.s] = any (refused);
end $$
`);

/**
 * An event is never changed and never removed, by nobody's statement: not by ours, and not by somebody's at a prompt
 * who means another table. Whoever must all the same drops the trigger first, and knows what they do.
 */
const keepEvents = `
create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception using errcode = 'raise_exception',
    message = format('Events are never changed: %s of %I.%I is refused.', tg_op, tg_table_schema, tg_table_name);
end $$;

create trigger events_are_kept before update or delete or truncate on facts
  for each statement execute function refuse_change();
`;

/**
 * A program of before would read such metadata without a correlation, and take no notice: this step, which it does not
 * know, keeps it from opening the log.
 */
const shorterMetadata = `
comment on column facts.metadata is
  'Without correlationId where that is what follows the dash in the name of the stream; without causationId where that is the id.';
`;

/**
 * Whether a name is this one, found by an index of its hashes. Names are three times as long, and each event adds two
 * of them: what an index keeps of them is most of what it writes. Two hashes of 64 bits are one number of 128: no two
 * names of a log will ever share it, so that it can be unique in place of the name.
 */
export const isNamed = (column: string, name: string): string => {
  const sameHash = (seed: number) =>
    `hashtextextended(${column}, ${seed}) = hashtextextended(${name}, ${seed})`;
  return `${sameHash(0)} and ${sameHash(1)} and ${column} = ${name}`;
};

/** The same function, which finds streams and ids by their hashes. */
const byHash = (definition: string): string =>
  definition
    .replace('create function', 'create or replace function')
    .replaceAll(/(f\.(?:stream|id)) = ([\w.]+)/g, (_, column: string, name: string) => isNamed(column, name));

const hashedNames = `
create unique index facts_by_stream on facts (hashtextextended(stream, 0), hashtextextended(stream, 1), revision);
create unique index facts_by_id on facts (hashtextextended(id, 0), hashtextextended(id, 1));
alter table facts drop constraint facts_stream_revision_key, drop constraint facts_id_key;
`;

/** Applied in this order, each once. `migrate` keeps their hashes, so their text never changes. */
export const eventMigrations: readonly Migration[] = [
  { id: 'facts', sql: tables + appendOne + appendMany },
  { id: 'events-are-kept', sql: keepEvents },
  { id: 'shorter-metadata', sql: shorterMetadata },
  { id: 'hashed-names', sql: hashedNames + byHash(appendOne) + byHash(appendMany) },
];

/**
 * Beside the trigger, which a careless owner meets: the role that a town works with has no right to change an event.
 * The read models in the same schema are its own, since it makes them anew whenever their rules change.
 */
export const eventAccess: Access = { appendOnly: ['facts'], ownTables: 'view%' };
