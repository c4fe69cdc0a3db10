/** A database holds one town: what two towns write into one log could never be told apart again. */
import { type Database, migrate, type Migration } from '@mulin/postgres';
import { Misconfigured } from './config.js';

const migrations: readonly Migration[] = [
  {
    id: '001-town',
    sql: 'create table mulin.town (only_one boolean primary key default true check (only_one), slug text not null)',
  },
];

export const claimFor = async (database: Database, town: string): Promise<void> => {
  await migrate(database, 'mulin', migrations);
  await database.sql('insert into mulin.town (slug) values ($1) on conflict do nothing', [town]);
  const [row] = await database.sql<{ slug: string }>('select slug from mulin.town');
  if (row?.slug !== town)
    throw new Misconfigured(
      `The data here belong to the town ${row?.slug}, and the pack describes ${town}: choose another MULIN_HOME or DATABASE_URL.`,
    );
};
