/** Which pack is the newest, where processes of one town start with different ones: facts never go back by themselves. */
import { setTimeout as pause } from 'node:timers/promises';
import type { AdvisoryLock, Database } from '@mulin/postgres';
import type { Logger, Platform } from '../platform/platform.js';

type Parts = Readonly<{
  /** Which pack this process has (`packFingerprint`); `undefined`: one that is always the newest. */
  fingerprint: string | undefined;
  /** Whether other processes of the town may be at work. */
  isShared: boolean;
  log: Pick<Logger, 'warn'>;
}>;

/** A pack that nobody has started with before is the newest from now on. */
const noteNew = `
  insert into mulin.pack (fingerprint) select $1::text
  where not exists (select from mulin.pack where fingerprint = $1)`;

/** Whoever has a town for themselves decides: also a pack that was there before is the newest again. */
const noteAlone = `
  insert into mulin.pack (fingerprint) select $1::text
  where $1 is distinct from (select fingerprint from mulin.pack order by number desc limit 1)`;

const selectNewest = 'select fingerprint from mulin.pack order by number desc limit 1';

/** Another process records its pack, which takes a moment. */
const againMs = 100;

const takeTurn = async (database: Pick<Database, 'hold'>, what: string): Promise<AdvisoryLock> => {
  for (;;) {
    const lock = await database.hold(`mulin pack ${what}`);
    if (lock !== null) return lock;
    await pause(againMs);
  }
};

/** One process at a time: two that start with the same pack while a third notes another would else note it twice. */
const noteInTurn = async (
  database: Pick<Database, 'hold' | 'sql'>,
  note: string,
  fingerprint: string,
): Promise<void> => {
  const turn = await takeTurn(database, 'to be noted');
  await database.sql(note, [fingerprint]).finally(() => turn.release());
};

/**
 * Notes the pack of this process, and makes the `recordPack` of its platform: services record what their pack says one
 * process after the other, and only while no newer pack has been noted. A process whose pack is older says so in the
 * log, records nothing, and works with the facts of the newest.
 *
 * Packs are ordered by when the first process started with each. Among several processes a pack that was there before
 * stays older; a process that has the town for itself makes it the newest again. `acquireInstanceLock` first.
 */
export const packOrder = async (
  database: Pick<Database, 'hold' | 'sql'>,
  { fingerprint, isShared, log }: Parts,
): Promise<Platform['recordPack']> => {
  const { sql } = database;
  if (fingerprint !== undefined) await noteInTurn(database, isShared ? noteNew : noteAlone, fingerprint);

  const isNewest = async (): Promise<boolean> => {
    if (fingerprint === undefined) return true;
    const [newest] = await sql<{ fingerprint: string }>(selectNewest);
    return newest?.fingerprint === fingerprint;
  };

  return async (service, record) => {
    const turn = await takeTurn(database, service);
    try {
      const newest = await isNewest();
      if (!newest)
        log.warn(
          { service },
          'the pack of this process is older than the newest one: the facts of the newest are used, and nothing of this one is recorded',
        );
      await record(newest);
    } finally {
      await turn.release();
    }
  };
};
