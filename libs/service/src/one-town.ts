/** A database holds one town: what two towns write into one log could never be told apart again. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Stop } from '@mulin/kernel';
import { type Database, migrate, type Migration } from '@mulin/postgres';
import { Misconfigured } from './config.js';

const migrations: readonly Migration[] = [
  {
    id: '001-town',
    sql: 'create table mulin.town (only_one boolean primary key default true check (only_one), slug text not null)',
  },
];

const attempts = 20;
const waitMs = 250;

/** A town that was killed a moment ago may still be held for as long as PostgreSQL needs to notice. */
const refuseSecond = async (database: Database, town: string): Promise<Stop> => {
  for (let left = attempts; left > 0; left--) {
    const hold = await database.hold(`mulin town ${town}`);
    if (hold !== null) return hold.release;
    await pause(waitMs);
  }
  throw new Misconfigured(
    `The town ${town} already runs on this PostgreSQL: stop it first, or choose another DATABASE_URL.`,
  );
};

/** The town is ours until what is answered is called; refused where it runs already, or another one lives here. */
export const claimFor = async (database: Database, town: string): Promise<Stop> => {
  await migrate(database, 'mulin', migrations);
  await database.sql('insert into mulin.town (slug) values ($1) on conflict do nothing', [town]);
  const [row] = await database.sql<{ slug: string }>('select slug from mulin.town');
  if (row?.slug !== town)
    throw new Misconfigured(
      `The data here belong to the town ${row?.slug}, and the pack describes ${town}: choose another MULIN_HOME or DATABASE_URL.`,
    );
  return refuseSecond(database, town);
};
