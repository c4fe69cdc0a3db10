/** What the environment may say to a process of a town, and what holds where it says nothing. */
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { isKurrentAddress } from '@mulin/event-store';
import { z } from 'zod';
import { limitKinds, type LimitKind, type Limits } from '../http/limits.js';
import { inBothLanguages } from '../http/validation-errors.js';
import { kafkaAccessOf, kafkaChecked, kafkaVariables } from './kafka-variables.js';
import { logLevels } from '../observability/file-log.js';

const project = fileURLToPath(new URL('../../../../', import.meta.url));

/** A folder of the environment is meant from where npm was called. */
const folderFrom = (here: string) => (folder: string) => path.resolve(here, folder);

const whole = (most: number, least = 0) =>
  z
    .string()
    .regex(/^\d+$/, inBothLanguages('must be a whole number', '应为整数'))
    .transform(Number)
    .refine((value) => value >= least, inBothLanguages(`must be at least ${least}`, `不得小于 ${least}`))
    .refine((value) => value <= most, inBothLanguages(`must be at most ${most}`, `不得大于 ${most}`));

const beginnings = (schemes: readonly string[]) => schemes.map((scheme) => `${scheme}://`);

const urlOf = (schemes: readonly string[]) =>
  z
    .string()
    .refine((text) => schemes.some((scheme) => text.startsWith(`${scheme}://`)) && URL.canParse(text), {
      message: inBothLanguages(
        `must be an address that begins with ${beginnings(schemes).join(' or ')}`,
        `应为以 ${beginnings(schemes).join(' 或 ')} 开头的地址`,
      ),
    });

/** Names that stand one after the other, with commas between. */
const listed = z
  .string()
  .default('')
  .transform((text) =>
    text
      .split(',')
      .map((name) => name.trim())
      .filter((name) => name !== ''),
  );

const isLimitKind = (name: string): name is LimitKind => limitKinds.some((kind) => kind === name);

/** `resident-writes=60,open=600`: how much one caller may ask in a minute; what is not named stays as it is. */
const limits = listed.transform((parts, context): Partial<Limits> => {
  const read = parts.map((part) => /^([a-z-]+)=([1-9]\d{0,8})$/.exec(part) ?? []);
  const known = read.flatMap(([, kind = '', count]) => (isLimitKind(kind) ? [[kind, Number(count)]] : []));
  if (known.length < parts.length)
    context.addIssue({
      code: 'custom',
      message: inBothLanguages(
        `must be kind=count, with commas between; kinds are ${limitKinds.join(', ')}`,
        `应为“类别=次数”，以逗号分隔；类别有 ${limitKinds.join('、')}`,
      ),
    });
  return Object.fromEntries(known) as Partial<Limits>; // only kinds came through
});

/** `mulin@town.example`, or with a name before it: `Mulin <mulin@town.example>`. */
const mailbox = z
  .string()
  .regex(
    /^(?:[^<>\r\n]*<[^\s@<>]+@[^\s@<>]+>|[^\s@<>]+@[^\s@<>]+)$/,
    inBothLanguages(
      'must be an e-mail address, perhaps with a name before it',
      '应为电子邮件地址，前面可带名称',
    ),
  );

/** Of the names of topics and groups on a bus that several towns share, as Kafka takes them. */
const topicPrefix = z
  .string()
  .regex(
    /^[a-zA-Z0-9._-]{1,100}$/,
    inBothLanguages(
      'must be letters, digits, ".", "_" and "-", at most 100',
      '只能用英文字母、数字、“.”、“_”和“-”，至多 100 个',
    ),
  )
  .default('mulin');

/** Some brokers of one Kafka, of which the others are learnt: `kafka-1:9092,kafka-2:9092`. */
const brokers = listed.refine((all) => all.length > 0 && all.every((it) => /^[^\s:/@]+:\d{1,5}$/.test(it)), {
  message: inBothLanguages(
    'must be host:port, with commas between where there are several',
    '应为主机和端口，如 kafka-1:9092，多个之间以逗号分隔',
  ),
});

const engineVariables = {
  REDIS_URL: urlOf(['redis', 'rediss']).optional(),
  KAFKA_BROKERS: brokers.optional(),
  ...kafkaVariables,
  MULIN_TOPIC_PREFIX: topicPrefix,
  KURRENTDB_URL: z
    .string()
    .refine(
      isKurrentAddress,
      inBothLanguages(
        'must be an address such as kurrentdb://user:password@host:2113',
        '应为以 kurrentdb:// 开头的地址，后接用户、口令、主机和端口',
      ),
    )
    .optional(),
};

const sharedEngines = (it: z.infer<z.ZodObject<typeof engineVariables>>) => ({
  redisUrl: it.REDIS_URL,
  topicPrefix: it.MULIN_TOPIC_PREFIX,
  kafkaBrokers: it.KAFKA_BROKERS,
  kafkaAccess: kafkaAccessOf(it),
  kurrentUrl: it.KURRENTDB_URL,
});

/** How messages leave the town. */
const sendingVariables = {
  /** The mail server, with name and password where it asks for them. */
  MULIN_SMTP_URL: urlOf(['smtp', 'smtps']).optional(),
  /** Whom messages are from. */
  MULIN_SMTP_FROM: mailbox.optional(),
  /** Under which address people reach the town: messages lead there. */
  MULIN_PUBLIC_URL: urlOf(['https', 'http']).optional(),
  /** `private`: webhooks may go to addresses of a private network, and without TLS. */
  MULIN_WEBHOOKS: z.enum(['public', 'private']).default('public'),
};

type SendingVariables = z.infer<z.ZodObject<typeof sendingVariables>>;

const sendingOf = ({ MULIN_SMTP_URL: url, MULIN_SMTP_FROM: from, ...it }: SendingVariables) => ({
  mail: url === undefined || from === undefined ? undefined : { url, from },
  publicUrl: it.MULIN_PUBLIC_URL,
  allowPrivateWebhooks: it.MULIN_WEBHOOKS === 'private',
});

/** A private key for ES256 as a JWK; whether its halves belong together is seen where it is used. */
const signingJwk = z.object({
  kty: z.literal('EC'),
  crv: z.literal('P-256'),
  x: z.string(),
  y: z.string(),
  d: z.string(),
});

const isSigningKey = (text: string): boolean => {
  try {
    return signingJwk.safeParse(JSON.parse(text)).success;
  } catch {
    return false;
  }
};

const hexKey = z
  .string()
  .regex(/^[\da-f]{64}$/i, inBothLanguages('must be 64 hexadecimal digits', '应为 64 位十六进制数字'));

/** Keys that stand instead of those in the home: the same for every process of a town. */
const keyVariables = {
  MULIN_MASTER_KEY: hexKey.optional(),
  MULIN_SIGNING_KEY: z
    .string()
    .refine(
      isSigningKey,
      inBothLanguages('must be a private key for ES256 as a JWK', '应为一个 ES256 私钥（JWK 格式）'),
    )
    .optional(),
  MULIN_LOCAL_KEY: hexKey.optional(),
};

/** With fewer, whoever holds one for long (a view that is made anew, a copy that is read) keeps commands waiting. */
const fewestConnections = 4;

/** Where a process of a town listens, and whether others share the town with it. */
const instanceVariables = {
  /** The address to listen at; `0.0.0.0` in a container. */
  MULIN_BIND: z
    .union([z.ipv4(), z.ipv6()], { error: inBothLanguages('must be an IP address', '应为 IP 地址') })
    .default('127.0.0.1'),
  /** `many`: this process shares the town with others on the same DATABASE_URL. */
  MULIN_INSTANCES: z.enum(['one', 'many']).default('one'),
  DATABASE_URL: urlOf(['postgres', 'postgresql']).optional(),
  /** The same database as the owner of its tables, for migrations. */
  MULIN_OWNER_URL: urlOf(['postgres', 'postgresql']).optional(),
  /** How many connections to PostgreSQL this process has at most for statements. */
  MULIN_POOL: whole(1_000, fewestConnections).optional(),
};

const hasDatabase = (it: z.infer<z.ZodObject<typeof instanceVariables>>): boolean =>
  it.MULIN_INSTANCES === 'one' || it.DATABASE_URL !== undefined;

const databaseOf = (it: z.infer<z.ZodObject<typeof instanceVariables>>) => ({
  databaseUrl: it.DATABASE_URL,
  ownerUrl: it.MULIN_OWNER_URL,
});

const needsDatabase = inBothLanguages(
  'is needed where MULIN_INSTANCES is many: all of them share one PostgreSQL',
  '多个进程（MULIN_INSTANCES）共用一个 PostgreSQL，必须填写',
);

/**
 * The variables of the environment that every process of a town reads, for `readConfig`.
 *
 * @param here the folder that relative paths are meant from.
 */
export const environment = (here: string) =>
  z
    .object({
      MULIN_HOME: z.string().default(path.join(project, '.mulin')).transform(folderFrom(here)),
      MULIN_PORT: whole(65_535).default(3_110),
      MULIN_PACK: z.string().default(path.join(project, 'infra/packs/sample')).transform(folderFrom(here)),
      /** Host names under which the town is asked, beside those of the machine itself. */
      MULIN_HOSTS: listed,
      /** Addresses of proxies before the town, whose `x-forwarded-for` is believed. */
      MULIN_PROXIES: listed,
      MULIN_LIMITS: limits,
      MULIN_LOG: z.enum(logLevels).default('info'),
      /** `stdout`: for a program whose output somebody else gathers. */
      MULIN_LOG_TO: z.enum(['file', 'stdout']).default('file'),
      ...keyVariables,
      ...instanceVariables,
      ...engineVariables,
      ...sendingVariables,
    })
    .refine((it) => it.MULIN_SMTP_URL === undefined || it.MULIN_SMTP_FROM !== undefined, {
      path: ['MULIN_SMTP_FROM'],
      message: inBothLanguages('is needed where MULIN_SMTP_URL is set', '设置 MULIN_SMTP_URL 时必须填写'),
    })
    .refine(hasDatabase, { path: ['DATABASE_URL'], message: needsDatabase })
    .superRefine(kafkaChecked)
    .transform((it) => ({
      home: it.MULIN_HOME,
      bind: it.MULIN_BIND,
      isShared: it.MULIN_INSTANCES === 'many',
      port: it.MULIN_PORT,
      pack: it.MULIN_PACK,
      server: { hosts: it.MULIN_HOSTS, proxies: it.MULIN_PROXIES, limits: it.MULIN_LIMITS },
      logLevel: it.MULIN_LOG,
      logTo: it.MULIN_LOG_TO,
      masterKey: it.MULIN_MASTER_KEY,
      givenKeys: { signing: it.MULIN_SIGNING_KEY, local: it.MULIN_LOCAL_KEY },
      ...databaseOf(it),
      connections: it.MULIN_POOL,
      sending: sendingOf(it),
      ...sharedEngines(it),
    }));

/** What the environment says, as a process is started with it. */
export type TownConfig = z.infer<ReturnType<typeof environment>>;
