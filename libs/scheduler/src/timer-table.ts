/** The table of timers that have not fired yet, one for each subject. */
import { type Instant, msOf, second } from '@mulin/kernel';
import type { Database, Migration } from '@mulin/postgres';

/**
 * Times are milliseconds since 1970. `again`: scheduled while the timer was firing. `claim`: the call that fires it now.
 * Until `held_until` no other call fires it: it is firing, or its handler failed a moment ago. `tries`: how often that
 * happened in a row.
 */
export const migrations: readonly Migration[] = [
  {
    id: '1-alarm',
    sql: `create table alarm (
        subject text collate "C" primary key,
        at bigint not null,
        again bigint,
        claim uuid,
        held_until bigint not null default 0,
        tries int not null default 0
      );
      create index alarm_at on alarm (at);
      create index alarm_claim on alarm (claim) where claim is not null;`,
  },
  {
    // Alarms from before get their town when the scheduler starts.
    id: '2-town',
    sql: 'alter table alarm add column town text;',
  },
  {
    id: '3-traceparent',
    sql: 'alter table alarm add column traceparent text;',
  },
];

/** When a subject is to be looked at again, and the trace in which that was asked for. */
export type Timer = Readonly<{ subject: string; at: Instant; traceparent?: string | undefined }>;

/** A timer that is being fired; `at` in milliseconds since 1970. */
type Claimed = Readonly<{ subject: string; at: number; traceparent: string | null }>;

export interface TimerTable {
  /** Stores all of them in one round trip; of two moments of a subject the earlier one is kept. */
  put(timers: readonly Timer[]): Promise<void>;
  /** Claims up to `most` of those that are due; no other claim gets them for `leaseMs` milliseconds. */
  claim(claim: string, now: number, leaseMs: number, most: number): Promise<readonly Claimed[]>;
  /** Their handler failed: they are due again after a back-off (1 to 60 seconds). Resolves with the first moment. */
  hold(claim: string, subjects: readonly string[], now: number): Promise<number | null>;
  /** They have fired: deleted, but for those scheduled again meanwhile. Resolves with the first moment of these. */
  settle(claim: string): Promise<number | null>;
  /** The first moment before `end` at which a timer may fire; `null`: none does. */
  firstBefore(end: number): Promise<number | null>;
  /** Seconds (since 1970) from `from` on in which something falls due, in order. */
  secondsFrom(from: number, most: number): Promise<readonly number[]>;
  /** At a start: frees all claims, so that those of a process that died fire at once. Old rows get their town. */
  release(): Promise<void>;
}

/** The pause after a failed handler: one second, twice as long after each further failure, at most this. */
const longestHold = 60 * second;

// Rows are locked in one order everywhere, so that writers wait for each other and never in a circle.
const statements = (table: string) => ({
  put: `insert into ${table} as kept (subject, at, town, traceparent)
    select subject, min(at), $3::text, (array_agg(traceparent order by at))[1]
    from unnest($1::text[], $2::bigint[], $4::text[]) as asked (subject, at, traceparent)
    group by subject order by subject collate "C"
    on conflict (subject) do update set
      at = case when kept.claim is null then least(kept.at, excluded.at) else kept.at end,
      again = case when kept.claim is null then kept.again else least(kept.again, excluded.at) end,
      traceparent = coalesce(excluded.traceparent, kept.traceparent)
    where kept.claim is not null or excluded.at < kept.at`,

  claim: `update ${table} set claim = $1, held_until = $3
    where subject in (
      select subject from ${table} where at <= $2 and held_until <= $2
      order by at limit $4 for update skip locked)
    returning subject, at, traceparent`,

  hold: `with mine as (
      select subject from ${table} where claim = $1 and subject = any($2::text[]) order by subject for update),
    held as (
      update ${table} kept set claim = null, tries = least(kept.tries + 1, 20),
        held_until = $3 + least($4, 1000 * 2 ^ kept.tries)::bigint
      from mine where kept.subject = mine.subject returning held_until)
    select min(held_until) as first from held`,

  settle: `with mine as (
      select subject, again from ${table} where claim = $1 order by subject for update),
    gone as (
      delete from ${table} kept using mine where kept.subject = mine.subject and mine.again is null),
    stays as (
      update ${table} kept set at = mine.again, again = null, claim = null, held_until = 0, tries = 0
      from mine where kept.subject = mine.subject and mine.again is not null returning kept.at)
    select min(at) as first from stays`,

  firstBefore: `select min(greatest(at, held_until)) as first from ${table} where at < $1 and held_until < $1`,

  secondsFrom: `select distinct at / 1000 as second from ${table} where at >= $1 order by 1 limit $2`,

  release: `with named as (update ${table} set town = $1 where town is null and claim is null)
    update ${table} set claim = null, held_until = 0, town = $1 where claim is not null`,
});

export const timerTable = ({ sql }: Database, schema: string, town: string): TimerTable => {
  const texts = statements(`${schema}.alarm`);
  const run = <Row extends object>(statement: keyof typeof texts, values: readonly unknown[]) =>
    sql<Row>(texts[statement], values, { name: `${schema} ${statement}` });
  const first = async (statement: keyof typeof texts, values: readonly unknown[]) => {
    const [row] = await run<{ first: number | null }>(statement, values);
    return row?.first ?? null;
  };

  return {
    put: async (timers) => {
      await run('put', [
        timers.map(({ subject }) => subject),
        timers.map(({ at }) => msOf(at)),
        town,
        timers.map(({ traceparent = null }) => traceparent),
      ]);
    },
    claim: (claim, now, leaseMs, most) => run<Claimed>('claim', [claim, now, now + leaseMs, most]),
    hold: (claim, subjects, now) => first('hold', [claim, subjects, now, longestHold]),
    settle: (claim) => first('settle', [claim]),
    firstBefore: (end) => first('firstBefore', [end]),
    secondsFrom: async (from, most) => {
      const rows = await run<{ second: number }>('secondsFrom', [from * second, most]);
      return rows.map((row) => row.second);
    },
    release: async () => void (await run('release', [town])),
  };
};
