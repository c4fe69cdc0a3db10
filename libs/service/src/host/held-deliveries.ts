/** A town that was restored from a copy sends nothing until an operator says so: the mark of it, for all its processes. */
import { isTableThere, type Sql } from '@mulin/postgres';

/** Tables of a town that is older, or none yet, have no mark. */
const isKept = (sql: Sql): Promise<boolean> => isTableThere(sql, 'mulin.deliveries_held');

/** Has the town of this database send nothing, from now on; its tables are there (`postgresPlatform`). */
export const holdDeliveries = async (sql: Sql): Promise<void> => {
  await sql('insert into mulin.deliveries_held default values on conflict do nothing');
};

/** Lets it send again, within about a minute where it runs; `false`: nothing was held. */
export const releaseDeliveries = async (sql: Sql): Promise<boolean> => {
  if (!(await isKept(sql))) return false;
  return (await sql('delete from mulin.deliveries_held returning only_one')).length > 0;
};

/** Whether the town of this database sends nothing. */
export const areDeliveriesHeld = async (sql: Sql): Promise<boolean> =>
  (await isKept(sql)) && (await sql('select from mulin.deliveries_held')).length > 0;
