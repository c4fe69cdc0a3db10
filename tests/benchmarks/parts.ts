/** What can be measured, by the name that `--only` takes. */
import { alarms, due, stormOfBullmq } from './alarms.js';
import { benchAppend } from './append.js';
import { bus } from './bus.js';
import { benchImport } from './import.js';
import { benchLoop } from './loop.js';
import { benchRead } from './read.js';
import { stormOn } from './storm.js';

type Figures = Readonly<Record<string, number>>;

/** The towns of a storm are two, one on each engine; Redis only where `REDIS_URL` names one. */
const storm = async (url: string): Promise<Figures> => {
  const redisUrl = process.env['REDIS_URL'];
  return {
    ...(await stormOn('postgres')),
    ...(redisUrl === undefined ? {} : await stormOn('redis', redisUrl)),
    ...(await stormOfBullmq(url)),
  };
};

/** Each part is given the address of a fresh PostgreSQL; those that start a town of their own do without it. */
export const parts: Readonly<Record<string, (url: string) => Promise<Figures>>> = {
  append: benchAppend,
  rebuild: benchRead,
  due,
  alarms,
  bus,
  import: benchImport,
  loop: benchLoop,
  storm,
};
