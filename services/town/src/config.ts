/** What the environment may say of a town, and what holds where it says nothing. */
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { logLevels } from '@mulin/service';
import { z } from 'zod';

const project = fileURLToPath(new URL('../../../', import.meta.url));

/** A folder of the environment is meant from where npm was called. */
const folderFrom = (here: string) => (folder: string) => path.resolve(here, folder);

const whole = (most: number) =>
  z
    .string()
    .regex(/^\d+$/, 'must be a whole number')
    .transform(Number)
    .refine((value) => value <= most, `must be at most ${most}`);

const urlOf = (schemes: readonly string[]) =>
  z
    .string()
    .refine((text) => schemes.some((scheme) => text.startsWith(`${scheme}://`)) && URL.canParse(text), {
      message: `must be an address that begins with ${schemes.map((scheme) => `${scheme}://`).join(' or ')}`,
    });

export const environment = (here: string) =>
  z
    .object({
      MULIN_HOME: z.string().default(path.join(project, '.mulin')).transform(folderFrom(here)),
      MULIN_PORT: whole(65_535).default(3_110),
      MULIN_PACK: z.string().default(path.join(project, 'infra/packs/sample')).transform(folderFrom(here)),
      MULIN_LOG: z.enum(logLevels).default('info'),
      MULIN_MASTER_KEY: z
        .string()
        .regex(/^[\da-f]{64}$/i, 'must be 64 hexadecimal digits')
        .optional(),
      DATABASE_URL: urlOf(['postgres', 'postgresql']).optional(),
      REDIS_URL: urlOf(['redis', 'rediss']).optional(),
      KAFKA_BROKERS: z.string().optional(),
      KURRENTDB_URL: z.string().optional(),
    })
    .transform((it) => ({
      home: it.MULIN_HOME,
      port: it.MULIN_PORT,
      pack: it.MULIN_PACK,
      logLevel: it.MULIN_LOG,
      masterKey: it.MULIN_MASTER_KEY,
      databaseUrl: it.DATABASE_URL,
      redisUrl: it.REDIS_URL,
      /** Engines of the distributed profile, which this version does not have yet. */
      notUsed: (['KAFKA_BROKERS', 'KURRENTDB_URL'] as const).filter((name) => it[name]),
    }));

export type TownConfig = z.infer<ReturnType<typeof environment>>;
