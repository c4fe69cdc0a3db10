/** A database holds one town: what two towns write into one log could never be told apart again. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Stop } from '@mulin/kernel';
import {
  type Database,
  type AdvisoryLock,
  migrate,
  type Migration,
  type RecurringErrorReport,
  recurringErrorReport,
} from '@mulin/postgres';
import { ConfigurationError } from './config.js';
import { errorLogFields } from '../observability/error-log-fields.js';
import type { Logger } from '../platform/platform.js';

const migrations: readonly Migration[] = [
  {
    id: '001-town',
    sql: 'create table mulin.town (only_one boolean primary key default true check (only_one), slug text not null)',
  },
  {
    id: '002-heartbeat',
    sql: 'create table mulin.heartbeat (only_one boolean primary key default true check (only_one), at timestamptz not null)',
  },
  {
    id: '003-town-id',
    sql: 'alter table mulin.town add column id uuid not null default gen_random_uuid()',
  },
  {
    id: '004-published',
    sql: 'create table mulin.published (service text primary key, position bigint not null)',
  },
  {
    id: '005-packs',
    sql: `create table mulin.pack (number bigint primary key generated always as identity, fingerprint text not null,
      at timestamptz not null default now())`,
  },
  {
    id: '006-request-counts',
    // Of no worth after a minute: a crash may empty it.
    sql: `create unlogged table mulin.request_count (minute bigint, caller text, count integer not null,
      primary key (minute, caller))`,
  },
  {
    id: '007-facts-elsewhere',
    sql: 'create table mulin.facts_elsewhere (only_one boolean primary key default true check (only_one), engine text not null)',
  },
  {
    id: '008-deliveries-held',
    sql: `create table mulin.deliveries_held (only_one boolean primary key default true check (only_one),
      since timestamptz not null default now())`,
  },
  {
    id: '009-facts-engine',
    // Of a town whose logs were in KurrentDB before this, what they are called there is not known: it says so again.
    sql: `alter table mulin.facts_elsewhere rename to facts_engine;
      alter table mulin.facts_engine add town text, add prefix text`,
  },
  {
    id: '010-restoring',
    sql: `create table mulin.restoring (only_one boolean primary key default true check (only_one),
      copy text not null)`,
  },
];

const waitMs = 250;
/** A town that was killed a moment ago may still be held for as long as PostgreSQL needs to notice. */
const patienceMs = 5_000;
/** A session that was cut off may stand for a few seconds more on the other side, and it is our own. */
const retakingMs = 20_000;

const holdWithin = async (
  database: Database,
  town: string,
  withinMs: number,
  shared = false,
): Promise<AdvisoryLock | null> => {
  for (let left = Math.ceil(withinMs / waitMs); ; left--) {
    const hold = await database.hold(`mulin town ${town}`, { shared });
    if (hold !== null || left <= 1) return hold;
    await pause(waitMs);
  }
};

/** How a town is held. */
type InstanceLockOptions = Readonly<{
  /** Somebody else runs this town since our connection was lost: nothing may be written here any more. */
  taken: (why: ConfigurationError) => void;
  /** Told once that the lock was lost, and once that it is held again. */
  log?: Pick<Logger, 'info' | 'warn'>;
  /** One of many processes of this town, which share it; a process that runs it alone is refused, and refuses them. */
  shared?: boolean;
  /** How long somebody else may hold a lost lock before the town is given up, in milliseconds. Default: 20,000. */
  retakingMs?: number;
}>;

const silent: Pick<Logger, 'info' | 'warn'> = { info: () => undefined, warn: () => undefined };

/** Says that a town's lock was lost once, and that it is held again. */
const lossOf = (town: string, log: Pick<Logger, 'info' | 'warn'>): RecurringErrorReport =>
  recurringErrorReport({
    lasts: (error, times) =>
      log.warn(
        { town, times, ...errorLogFields(error) },
        'the lock of this town is lost with its session, and taken again as soon as PostgreSQL answers',
      ),
    ended: (seconds) => log.info({ town, seconds }, 'the lock of this town is held again'),
  });

const elsewhere = (town: string) =>
  new ConfigurationError('town-taken-over', {
    en: `The town ${town} runs elsewhere since its connection was lost: this one stops.`,
    zh: `连接中断期间，镇 ${town} 已在别处启动：本程序停止运行。`,
  });

/**
 * Takes the town again each time its session is lost, until it is released. It is lost for good only when somebody
 * else holds it: a PostgreSQL that stands still, or cannot be reached, is waited for, however long that takes.
 */
const keepHolding = (
  database: Database,
  town: string,
  first: AdvisoryLock,
  claim: InstanceLockOptions,
): Stop => {
  let hold: AdvisoryLock | null = first;
  const over = new AbortController();
  const isOver = () => over.signal.aborted;
  const loss = lossOf(town, claim.log ?? silent);

  const retaken = async (): Promise<AdvisoryLock | null> => {
    for (;;)
      try {
        const again = await holdWithin(database, town, claim.retakingMs ?? retakingMs, claim.shared);
        if (again !== null) loss.over();
        return again;
      } catch (error) {
        if (isOver()) return null;
        loss.met(error);
        await pause(waitMs, undefined, { ref: false });
      }
  };

  const watch = async () => {
    while (hold !== null && !isOver()) {
      await hold.lost;
      if (isOver()) return;
      loss.met(new Error('The session ended.'));
      hold = await retaken();
    }
    // Released while it was taken again: nobody else would give it back.
    if (isOver()) return void (await hold?.release());
    claim.taken(elsewhere(town));
  };
  void watch();

  return async () => {
    over.abort();
    await hold?.release();
  };
};

/**
 * Takes the advisory lock of a town, until what is answered is called. It is taken again whenever its session is
 * lost.
 *
 * @param town its slug; a database has one for good.
 * @throws `ConfigurationError` where the data here belong to another town, or where this one runs already (after
 *   waiting five seconds for one that was killed).
 */
export const acquireInstanceLock = async (
  database: Database,
  town: string,
  claim: InstanceLockOptions,
): Promise<Stop> => {
  await migrate(database, 'mulin', migrations);
  await database.sql('insert into mulin.town (slug) values ($1) on conflict do nothing', [town]);
  const [row] = await database.sql<{ slug: string }>('select slug from mulin.town');
  if (row?.slug !== town)
    throw new ConfigurationError('data-of-another-town', {
      en: `The data here belong to the town ${row?.slug}, and the pack describes ${town}: choose another MULIN_HOME or DATABASE_URL.`,
      zh: `此处的数据属于镇 ${row?.slug}，而配置包描述的是 ${town}：请另选 MULIN_HOME 或 DATABASE_URL。`,
    });
  const hold = await holdWithin(database, town, patienceMs, claim.shared);
  if (hold === null)
    throw new ConfigurationError('town-already-runs', {
      en: `The town ${town} already runs on this PostgreSQL: stop it first, or choose another DATABASE_URL.`,
      zh: `镇 ${town} 已在此 PostgreSQL 上运行：请先停止，或另选 DATABASE_URL。`,
    });
  return keepHolding(database, town, hold, claim);
};

/** What tells this town from another of its name, in another database: a UUID that stays. `acquireInstanceLock` first. */
export const townIdIn = async ({ sql }: Pick<Database, 'sql'>): Promise<string | null> => {
  const [row] = await sql<{ id: string }>('select id from mulin.town');
  return row?.id ?? null;
};
