/** A database holds one town: what two towns write into one log could never be told apart again. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Stop } from '@mulin/kernel';
import {
  type Database,
  type AdvisoryLock,
  type RecurringErrorReport,
  recurringErrorReport,
} from '@mulin/postgres';
import { ConfigurationError } from './config.js';
import { dataVersion, isOfVersion, noteTown, noteVersion, refuseAnotherTown } from './town-tables.js';
import { errorLogFields } from '../observability/error-log-fields.js';
import type { Logger } from '../platform/platform.js';

const waitMs = 250;
/** A town that was killed a moment ago may still be held for as long as PostgreSQL needs to notice. */
const patienceMs = 5_000;
/** A session that was cut off may stand for a few seconds more on the other side, and it is our own. */
const retakingMs = 20_000;

type Claimed = Readonly<{ town: string; shared: boolean; version: number }>;

const lockOf = (town: string) => `mulin town ${town}`;

/** Data of an older form are noted as ours by whoever has the town alone, be it for this moment. */
const holdAlone = async (database: Database, { town, version }: Claimed): Promise<AdvisoryLock | null> => {
  const hold = await database.hold(lockOf(town));
  if (hold === null) return null;
  try {
    await noteTown(database, town);
    await noteVersion(database, version);
    return hold;
  } catch (error) {
    await hold.release();
    throw error;
  }
};

/** Beside others, who write in the same form: before it was taken, and while it is held. */
const holdShared = async (database: Database, claimed: Claimed): Promise<AdvisoryLock | null> => {
  const { town, version } = claimed;
  if (!(await isOfVersion(database, version))) await (await holdAlone(database, claimed))?.release();
  if (!(await isOfVersion(database, version))) return null;
  const hold = await database.hold(lockOf(town), { shared: true });
  if (hold === null || (await isOfVersion(database, version))) return hold;
  await hold.release();
  return null;
};

/** As before its session was lost; what a newer version has written since is not ours any more. */
const holdAgain = async (
  database: Database,
  { town, shared, version }: Claimed,
): Promise<AdvisoryLock | null> => {
  await isOfVersion(database, version);
  return database.hold(lockOf(town), { shared });
};

const takeWithin = async (
  take: () => Promise<AdvisoryLock | null>,
  withinMs: number,
): Promise<AdvisoryLock | null> => {
  for (let left = Math.ceil(withinMs / waitMs); ; left--) {
    const hold = await take();
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
  /** The form in which this program writes. Default: `dataVersion`. */
  version?: number;
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
  claimed: Claimed,
  first: AdvisoryLock,
  claim: InstanceLockOptions,
): Stop => {
  const { town } = claimed;
  let hold: AdvisoryLock | null = first;
  const over = new AbortController();
  const isOver = () => over.signal.aborted;
  const loss = lossOf(town, claim.log ?? silent);

  const retaken = async (): Promise<AdvisoryLock | null> => {
    for (;;)
      try {
        const again = await takeWithin(() => holdAgain(database, claimed), claim.retakingMs ?? retakingMs);
        if (again !== null) loss.over();
        return again;
      } catch (error) {
        // A newer version runs here since.
        if (isOver() || error instanceof ConfigurationError) return null;
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

/** Who shares the town, and would not share it with this one, writes in another form. */
const whyNot = async (database: Database, { town, shared }: Claimed): Promise<ConfigurationError> => {
  const beside = shared ? await database.hold(lockOf(town), { shared }) : null;
  await beside?.release();
  return beside === null
    ? new ConfigurationError('town-already-runs', {
        en: `The town ${town} already runs on this PostgreSQL: stop it first, or choose another DATABASE_URL.`,
        zh: `镇 ${town} 已在此 PostgreSQL 上运行：请先停止，或另选 DATABASE_URL。`,
      })
    : new ConfigurationError('other-version-at-work', {
        en: `Processes of an older Mulin are at work for the town ${town}: two versions do not run side by side. Stop all of them, then start this one. Nothing was changed.`,
        zh: `镇 ${town} 仍有旧版本牟邻的进程在运行，新旧版本不能同时运行：请先停止全部旧进程，再启动本版本。数据未作任何改动。`,
      });
};

/**
 * Takes the advisory lock of a town, until what is answered is called. It is taken again whenever its session is
 * lost. No table is made or changed before it is held.
 *
 * @param town its slug; a database has one for good.
 * @throws `ConfigurationError` where the data here belong to another town or were written by a newer version, where
 *   this one runs already, or where processes of an older version run it (after waiting five seconds for those that
 *   were killed).
 */
export const acquireInstanceLock = async (
  database: Database,
  town: string,
  claim: InstanceLockOptions,
): Promise<Stop> => {
  const { shared = false, version = dataVersion } = claim;
  const claimed = { town, shared, version };
  await refuseAnotherTown(database, town);
  await isOfVersion(database, version);
  const take = shared ? holdShared : holdAlone;
  const hold = await takeWithin(() => take(database, claimed), patienceMs);
  if (hold === null) throw await whyNot(database, claimed);
  try {
    await noteTown(database, town);
    await refuseAnotherTown(database, town);
  } catch (error) {
    await hold.release();
    throw error;
  }
  return keepHolding(database, claimed, hold, claim);
};
