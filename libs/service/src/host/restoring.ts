/** A town whose copy is being taken into more than one engine is none until all of it is there: the mark of it. */
import { isTableThere, type Sql } from '@mulin/postgres';
import { ConfigurationError } from './config.js';

const unfinished = () =>
  new ConfigurationError('restore-unfinished', {
    en: 'A restore of this town was stopped half-way: run mulin restore again with the same copy, and start or export it then.',
    zh: '本镇的恢复中途停止：请用同一副本再次运行 `mulin restore`，完成后再启动或导出。',
  });

/** Tables of a town that is older, or none yet, have no mark. */
const isKept = (sql: Sql): Promise<boolean> => isTableThere(sql, 'mulin.restoring');

/** Which copy is being taken in, by its hash; `null`: none. */
export const restoringIn = async (sql: Sql): Promise<string | null> =>
  (await isKept(sql))
    ? ((await sql<{ copy: string }>('select copy from mulin.restoring'))[0]?.copy ?? null)
    : null;

/** From now on nobody starts here before `endRestoring`. Its tables are there (`postgresPlatform`), and no other mark. */
export const beginRestoring = async (sql: Sql, copy: string): Promise<void> => {
  await sql('insert into mulin.restoring (copy) values ($1) on conflict do nothing', [copy]);
};

/** In the transaction in which the last of it is taken in. */
export const endRestoring = async (sql: Sql, copy: string): Promise<void> => {
  await sql('delete from mulin.restoring where copy = $1', [copy]);
};

/** @throws `ConfigurationError` `restore-unfinished`. */
export const refuseHalfRestored = async (sql: Sql): Promise<void> => {
  if ((await restoringIn(sql)) !== null) throw unfinished();
};
