/** Whether what the town stands on answers, asked now and not for long. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Database } from '@mulin/postgres';
import type { AtWork, Health } from './platform.js';

const patienceMs = 2_000;

const within = async (name: string, ask: () => Promise<string>): Promise<Health> => {
  const late = new AbortController();
  const tooLate = pause(patienceMs, undefined, { signal: late.signal, ref: false }).then(() => {
    throw new Error('it does not answer');
  });
  try {
    return { name, ok: true, text: await Promise.race([ask(), tooLate]) };
  } catch (error) {
    return { name, ok: false, text: error instanceof Error ? error.message : 'it does not answer' };
  } finally {
    tooLate.catch(() => undefined);
    late.abort();
  }
};

type Parts = Readonly<{ database: Database; atWork: ReadonlyMap<string, AtWork> }>;

export const healthOf =
  ({ database, atWork }: Parts) =>
  async (): Promise<readonly Health[]> => {
    const asked = within('database', async () => {
      await database.sql('select 1');
      return 'answers';
    });
    const read = within('bus', async () => {
      const lags = await Promise.all([...atWork.values()].map(({ waiting }) => waiting()));
      const waiting = lags.flatMap((lag) => [...lag.values()]).reduce((sum, count) => sum + count, 0);
      return `${waiting} messages wait`;
    });

    return Promise.all([asked, read]);
  };
