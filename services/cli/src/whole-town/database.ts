/** The database of a town on this machine, whether the town runs or not. */
import {
  hasData,
  longMs,
  NotHere,
  openDatabase,
  runningServer,
  startEmbedded,
  type Database,
} from '@mulin/postgres';
import type { Surroundings } from '../surroundings.js';
import { WrongCall } from '../terminal.js';

type Work<Result> = (database: Database) => Promise<Result>;

const using = async <Result>(url: string, work: Work<Result>): Promise<Result> => {
  const database = await openDatabase({ url, max: 4, applicationName: 'mulin', limitMs: longMs });
  try {
    return await work(database);
  } finally {
    await database.close();
  }
};

const onOwnServer = async <Result>(home: string, work: Work<Result>): Promise<Result> => {
  try {
    const server = await startEmbedded({ home });
    return await using(server.roles.ownerUrl, work).finally(server.stop);
  } catch (error) {
    if (error instanceof NotHere) throw new WrongCall(error.sentence);
    throw error;
  }
};

/** Also beside a town that runs. In its own PostgreSQL, the owner of the tables does what concerns all of them. */
export const besideTheTown = async <Result>(
  { home, databaseUrl }: Surroundings,
  work: Work<Result>,
): Promise<Result> => {
  const url = databaseUrl() ?? (await runningServer(home))?.roles.ownerUrl ?? null;
  return url === null ? onOwnServer(home, work) : using(url, work);
};

/** The same where there is such a database, and nothing is made or started only to look; else `null`. */
export const whereTheTownRuns = async <Result>(
  { home, databaseUrl }: Surroundings,
  work: Work<Result>,
): Promise<Result | null> => {
  const url = databaseUrl() ?? (hasData(home) ? (await runningServer(home))?.roles.ownerUrl : undefined);
  return url === undefined ? null : using(url, work);
};

/** Alone: refused while a town runs in this home. */
export const aloneInHome = <Result>(
  { home, databaseUrl }: Surroundings,
  work: Work<Result>,
): Promise<Result> => {
  const url = databaseUrl();
  return url === undefined ? onOwnServer(home, work) : using(url, work);
};
