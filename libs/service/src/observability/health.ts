/** Whether what a town stands on answers, and takes what must be written: asked now and not for long. */
import type { KafkaBus } from '@mulin/bus';
import type { KurrentConnection } from '@mulin/event-store';
import { within } from '@mulin/kernel';
import type { Database } from '@mulin/postgres';
import type { RedisProbe } from '@mulin/scheduler';
import { diskAnswers } from './disk.js';
import { type HealthText, healthText, healthTextOf } from './health-text.js';
import type { ServiceDefinition, Health } from '../platform/platform.js';

/** How long an engine has for its answer, in milliseconds. */
const patienceMs = 2_000;

type Found = HealthText & Readonly<{ ok: boolean }>;

const asking = async (name: string, ask: () => Promise<Found>): Promise<Health> => {
  try {
    return { name, ...(await within(ask(), patienceMs, { ref: false })) };
  } catch (error) {
    return { name, ok: false, ...healthTextOf(error) };
  }
};

const well = (text: HealthText): Found => ({ ok: true, ...text });

/** The one row of its table: durable like every event, so that a disk that is full or read only is noticed. */
const beat = `
  insert into mulin.heartbeat (at) values (now())
  on conflict (only_one) do update set at = excluded.at`;

/** An engine of which only is known whether it answers. */
const pinged = (name: string, engine: Readonly<{ ping: () => Promise<unknown> }> | undefined) =>
  engine &&
  asking(name, async () => {
    await engine.ping();
    return well(healthText('answers'));
  });

type Parts = Readonly<{
  database: Database;
  atWork: ReadonlyMap<string, ServiceDefinition>;
  /** `undefined`: alarms are kept in PostgreSQL, or no service of this process has any. */
  redis: () => Pick<RedisProbe, 'ask' | 'isPersistent'> | undefined;
  /** Absent: messages are in PostgreSQL. */
  kafka?: Pick<KafkaBus, 'ping'> | undefined;
  /** Absent: events are in PostgreSQL. */
  kurrent?: Pick<KurrentConnection, 'ping'> | undefined;
  /** The home of the town, and wherever else its data lies on this machine. */
  folders: readonly string[];
}>;

/**
 * Makes the check of the engines: `database` (a durable write), `disk`, `bus`, and `redis`, `kafka` and `kurrentdb` where they are needed. Each
 * has two seconds, side by side; it never rejects.
 */
export const enginesOf =
  ({ database, atWork, redis, kafka, kurrent, folders }: Parts) =>
  async (): Promise<readonly Health[]> => {
    const asked = asking('database', async () => {
      await database.sql(beat, [], { name: 'heartbeat' });
      return well(healthText('takes-writes'));
    });
    const measured = asking('disk', () => diskAnswers(folders));
    const read = asking('bus', async () => {
      const lags = await Promise.all([...atWork.values()].map(({ waiting }) => waiting()));
      const count = lags.flatMap((lag) => [...lag.values()]).reduce((sum, some) => sum + some, 0);
      return well(healthText('messages-waiting', { count }));
    });
    const used = redis();
    const probed =
      used &&
      asking('redis', async () => {
        await used.ask();
        const isPersistent = await used.isPersistent();
        return well(healthText(isPersistent === false ? 'forgets-when-restarted' : 'takes-writes'));
      });

    const others = [pinged('kafka', kafka), pinged('kurrentdb', kurrent)];
    return Promise.all([asked, measured, read, probed, ...others].filter((it) => it !== undefined));
  };
