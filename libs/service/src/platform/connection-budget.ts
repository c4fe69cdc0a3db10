/** How many connections a process may take of PostgreSQL, and whether there is room for them. */
import { counted } from '@mulin/kernel';
import type { Database } from '@mulin/postgres';
import { ConfigurationError } from '../host/config.js';
import type { Logger } from './platform.js';

/** Beside the pool: one to listen, one to hold locks, and one to ask whether a silent server is back. */
const besidePool = 3;
/** Of the timers of one service: of its queue, of its worker, and one by which that listens. */
const ofTimers = 3;
/** The most timers of one service (its own, and its jobs), and of a whole town. */
const [timersOfService, timersOfTown] = [2, 4];

type Parts = Readonly<{
  town: string;
  /** The bound of the pool. */
  connections: number;
  redisUrl?: string | undefined;
  services: readonly string[];
  log: Logger;
}>;

const neededBy = ({ connections, redisUrl, services }: Parts): number => {
  const timers = redisUrl === undefined ? Math.min(timersOfTown, timersOfService * services.length) : 0;
  return connections + besidePool + timers * ofTimers;
};

/** `room`: how many an ordinary role may have at once; `used`: how many others have now; `processes`: of this town. */
type Found = Readonly<{ room: number; used: number; processes: number }>;

const select = `
  select current_setting('max_connections')::int - current_setting('superuser_reserved_connections')::int
      - coalesce(current_setting('reserved_connections', true), '0')::int as room,
    count(*) filter (where a.backend_type = 'client backend' and a.pid <> pg_backend_pid())::int as used,
    count(*) filter (where a.datname = current_database() and a.application_name = $1)::int as processes
  from pg_stat_activity a`;

/**
 * Refuses a process whose pool the server could never fill (`ConfigurationError` `too-few-connections`). Where it could,
 * and not beside the others that are there, each as large as this one, the log warns: a process that is refused a
 * connection under load answers 503 and tries again.
 */
export const checkConnections = async ({ sql }: Pick<Database, 'sql'>, parts: Parts): Promise<void> => {
  const [found] = await sql<Found>(select, [`mulin ${parts.town} holds`]);
  if (found === undefined) return;
  const { room, used, processes } = found;
  const needed = neededBy(parts);
  if (needed > room)
    throw new ConfigurationError('too-few-connections', {
      en: `This process may need ${counted(needed, 'connection')} to PostgreSQL, which allows ${room}: raise its max_connections, or lower MULIN_POOL.`,
      zh: `本进程最多需要 ${needed} 个 PostgreSQL 连接，而服务器只允许 ${room} 个：请调高 \`max_connections\`，或调低 MULIN_POOL。`,
    });
  const all = Math.max(used, processes * needed) + needed;
  if (all > room)
    parts.log.warn(
      { part: 'postgres', needed, processes: processes + 1, all, room },
      'PostgreSQL may run out of connections under load: raise its max_connections, or lower MULIN_POOL',
    );
};
