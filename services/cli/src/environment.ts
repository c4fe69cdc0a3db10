/** What the environment says to the command line. An empty variable says nothing. */
import path from 'node:path';
import type { Environment } from './surroundings.js';
import { WrongCall } from './terminal.js';

type Variables = Readonly<Record<string, string | undefined>>;
type Found = Pick<
  Environment,
  | 'folder'
  | 'home'
  | 'url'
  | 'token'
  | 'databaseUrl'
  | 'redisUrl'
  | 'kurrentUrl'
  | 'kafka'
  | 'masterKey'
  | 'givenKeys'
  | 'locale'
> &
  Readonly<{ isTalkative: boolean }>;

const kafkaNames = [
  'MULIN_KAFKA_CLIENT',
  'KAFKA_TLS',
  'KAFKA_CA',
  'KAFKA_USERNAME',
  'KAFKA_PASSWORD',
  'KAFKA_SASL_MECHANISM',
] as const;

export const environmentOf = (
  variables: Variables,
  { project, here }: Readonly<{ project: string; here: string }>,
): Found => {
  const said = (name: string): string | undefined => variables[name] || undefined;
  // npm runs every script in the project's folder; files are meant from where the caller stands.
  const folder = said('INIT_CWD') ?? here;
  return {
    folder,
    home: path.resolve(folder, said('MULIN_HOME') ?? path.join(project, '.mulin')),
    url: said('MULIN_URL') ?? `http://127.0.0.1:${said('MULIN_PORT') ?? '3110'}`,
    token: said('MULIN_TOKEN'),
    databaseUrl: said('DATABASE_URL'),
    redisUrl: said('REDIS_URL'),
    kurrentUrl: said('KURRENTDB_URL'),
    kafka: {
      brokers: said('KAFKA_BROKERS'),
      prefix: said('MULIN_TOPIC_PREFIX'),
      variables: Object.fromEntries(kafkaNames.map((name) => [name, said(name)])),
      pack: path.resolve(folder, said('MULIN_PACK') ?? path.join(project, 'infra/packs/sample')),
    },
    masterKey: said('MULIN_MASTER_KEY'),
    givenKeys: { signing: said('MULIN_SIGNING_KEY'), local: said('MULIN_LOCAL_KEY') },
    locale: said('LC_ALL') ?? said('LC_MESSAGES') ?? said('LANG'),
    isTalkative: said('MULIN_LOG') === 'debug',
  };
};

/** Of Mulin's own variables; others end so, too (`SSL_CERT_FILE`), and say nothing of a town. */
const namesSecret = /^(?:MULIN|DATABASE|REDIS|KAFKA|KURRENTDB)_.+_FILE$/;

/**
 * Gives the variables with each secret that lies in a file (`NAME_FILE`) in its place, as the town reads them; refused
 * (`WrongCall`) where a file cannot be had. What reads them comes with all of a service, and is loaded only where a file
 * is named.
 */
export const secretsOf = async (variables: Variables): Promise<() => Variables> => {
  const namesFile = Object.entries(variables).some(([name, value]) => namesSecret.test(name) && value);
  if (!namesFile) return () => variables;
  const { ConfigurationError, withSecretFiles } = await import('@mulin/service');
  return () => {
    try {
      return withSecretFiles(variables);
    } catch (error) {
      if (error instanceof ConfigurationError) throw new WrongCall(error.sentence, error.code);
      throw error;
    }
  };
};
