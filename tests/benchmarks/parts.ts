/** What can be measured, by the name that `--only` takes. */
import { alarms, due, stormOfBullmq } from './alarms.js';
import { benchAppend } from './append.js';
import { bus } from './bus.js';
import { benchDocuments } from './documents.js';
import { benchImport } from './import.js';
import { benchInbox } from './inbox.js';
import { kafka } from './kafka.js';
import { kurrent } from './kurrent.js';
import { benchLoop } from './loop.js';
import { benchMediation } from './mediation.js';
import { benchMoving } from './moving.js';
import { benchRates } from './rates.js';
import { benchRead } from './read.js';
import { withRedis } from './redis.js';
import { benchRouting } from './routing.js';
import { stormOn } from './storm.js';

type Figures = Readonly<Record<string, number>>;

const ratio = (figures: Figures, ours: string, theirs: string): number =>
  (figures[`storm.${ours}.seconds`] ?? NaN) / (figures[`storm.bullmq.${theirs}.seconds`] ?? NaN);

/**
 * The towns of a storm are two, one on each engine of alarms, and beside them raw BullMQ on either, with one
 * insert a job. `storm.ratio.bullmq` is the town as `npm start` gives it, divided by raw BullMQ on Redis.
 */
const storm = (url: string): Promise<Figures> =>
  withRedis(async (redisUrl) => {
    const figures: Figures = {
      ...(await stormOn('postgres')),
      ...(redisUrl === undefined ? {} : await stormOn('redis', redisUrl)),
      ...(await stormOfBullmq(url, redisUrl)),
    };
    const onPostgres = { 'storm.ratio.bullmq.postgres': ratio(figures, 'postgres', 'postgres') };
    if (redisUrl === undefined) return { ...figures, ...onPostgres };
    return {
      ...figures,
      ...onPostgres,
      'storm.ratio.bullmq': ratio(figures, 'postgres', 'redis'),
      'storm.ratio.redis.bullmq': ratio(figures, 'redis', 'redis'),
    };
  });

/** Each part is given the address of a fresh PostgreSQL; those that start a town of their own do without it. */
export const parts: Readonly<Record<string, (url: string) => Promise<Figures>>> = {
  append: benchAppend,
  rebuild: benchRead,
  due,
  alarms: (url) => withRedis((redisUrl) => alarms(url, redisUrl)),
  bus,
  kafka,
  kurrent,
  moving: benchMoving,
  import: benchImport,
  loop: benchLoop,
  routing: benchRouting,
  inbox: benchInbox,
  mediation: benchMediation,
  documents: benchDocuments,
  rates: benchRates,
  storm,
};
