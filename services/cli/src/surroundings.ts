/** What the command line finds around it: where files are meant, the town's home, the town's address. */
import path from 'node:path';
import { type GivenKeys, signLocally } from '@mulin/identity';
import { WrongCall } from './terminal.js';
import {
  type Language,
  languageOfLocale,
  languages,
  type Sentence,
  sentenceIn,
  type Texts,
  textsIn,
} from './texts/texts.js';
import { type TownClient, townClient } from './town-client.js';

export type Surroundings = Readonly<{
  /** A path as the caller meant it, from the folder they called from. */
  resolve: (path: string) => string;
  /** `MULIN_HOME`. */
  home: string;
  /** Where the town is to be found; refused (`WrongCall`) if that is no address. */
  url: () => string;
  /** Refused (`WrongCall`) if what was given is no address of a PostgreSQL. */
  databaseUrl: () => string | undefined;
  /** `REDIS_URL` and `KURRENTDB_URL`, which hold what would else be in the database. */
  elsewhere: Readonly<{ redisUrl: string | undefined; kurrentUrl: string | undefined }>;
  /** `KAFKA_BROKERS`; refused (`WrongCall`) if there are none, or what was given are no addresses. */
  kafkaBrokers: () => readonly string[];
  /** The variables that say how the brokers are reached. */
  kafkaVariables: Readonly<Record<string, string | undefined>>;
  /** `MULIN_TOPIC_PREFIX`, and the folder of `MULIN_PACK`. */
  topicsOf: Readonly<{ prefix: string | undefined; pack: string }>;
  masterKey: string | undefined;
  /** Keys that the town is given instead of those of its home. Default: none. */
  givenKeys?: GivenKeys | undefined;
  /** `token`: under another one than the call’s own. */
  town: (options?: { patienceMs?: number; language?: Language; token?: string }) => TownClient;
  /** A name for a new file that no other run gives. */
  stamp: () => string;
  /** The present moment, RFC 3339 in UTC. */
  now: () => string;
  /** As the call asks (`--lang`), else the terminal's; refused (`WrongCall`) if it is none that we speak. */
  language: (request?: string) => Language;
  /** What there is to say, in that language. */
  texts: Texts;
  /** A remark for the person at the terminal, on standard error. */
  remark: (sentence: Sentence) => void;
}>;

export type Environment = Readonly<{
  folder: string;
  home: string;
  url: string;
  token: string | undefined;
  databaseUrl: string | undefined;
  /** Default: nothing is kept there. */
  redisUrl?: string | undefined;
  kurrentUrl?: string | undefined;
  /** Default: no brokers, and the sample town. */
  kafka?:
    | Readonly<{
        brokers: string | undefined;
        prefix: string | undefined;
        pack: string;
        variables: Surroundings['kafkaVariables'];
      }>
    | undefined;
  masterKey: string | undefined;
  givenKeys?: GivenKeys | undefined;
  /** The terminal's language, as POSIX writes it: `zh_CN.UTF-8`. */
  locale?: string | undefined;
  /** What the call asks for (`--lang`). */
  language?: Language | undefined;
  stamp: () => string;
  now: () => string;
}>;

type Remark = (sentence: string) => void;

/** Says a sentence once, however often it is tried. */
const onceEach = (remark: Remark) => {
  const said = new Set<string>();
  return (sentence: string) => {
    if (!said.has(sentence)) remark(sentence);
    said.add(sentence);
  };
};

const addressOf = (what: 'town' | 'database', schemes: readonly string[], text: string): string => {
  const isAddress = schemes.some((scheme) => text.startsWith(`${scheme}://`)) && URL.canParse(text);
  if (isAddress) return text;
  // It may hold a password, so it is not repeated.
  const begins = schemes.map((it) => `${it}://`).join('|');
  throw new WrongCall(({ wrongCalls }) => wrongCalls.addressOf(what, begins));
};

const brokersIn = (text = ''): readonly string[] => {
  const brokers = text.split(',').map((it) => it.trim());
  if (brokers.every((it) => /^[^\s:/@]+:\d{1,5}$/.test(it))) return brokers;
  throw new WrongCall(({ topics }) => topics.noBrokers);
};

const kafkaOf = (
  given: Environment['kafka'],
): Pick<Surroundings, 'kafkaBrokers' | 'kafkaVariables' | 'topicsOf'> => ({
  kafkaBrokers: () => brokersIn(given?.brokers),
  kafkaVariables: given?.variables ?? {},
  topicsOf: { prefix: given?.prefix, pack: given?.pack ?? 'infra/packs/sample' },
});

/** Refused (`WrongCall`) if it is none that we speak. */
export const languageOf = (request: string | undefined, locale: string | undefined): Language => {
  if (request === undefined) return languageOfLocale(locale);
  const language = languages.find((it) => it === request);
  if (language === undefined) throw new WrongCall(({ wrongCalls }) => wrongCalls.noLanguage(request));
  return language;
};

export const surroundingsOf = ({
  folder,
  home,
  token,
  masterKey,
  givenKeys,
  now,
  stamp,
  ...given
}: Environment): Surroundings => {
  const url = () => addressOf('town', ['http', 'https'], given.url);
  const own = given.language ?? languageOfLocale(given.locale);
  const remark = (sentence: Sentence) => void process.stderr.write(`${sentenceIn(sentence, own)}\n`);
  return {
    texts: textsIn(own),
    home,
    masterKey,
    givenKeys,
    now,
    stamp,
    url,
    databaseUrl: () =>
      given.databaseUrl === undefined
        ? undefined
        : addressOf('database', ['postgres', 'postgresql'], given.databaseUrl),
    elsewhere: { redisUrl: given.redisUrl, kurrentUrl: given.kurrentUrl },
    ...kafkaOf(given.kafka),
    language: (request) => (request === undefined ? own : languageOf(request, given.locale)),
    remark,
    resolve: (file) => path.resolve(folder, file),
    town: ({ patienceMs = 0, language = own, token: other } = {}) =>
      townClient({
        url: url(),
        patienceMs,
        language,
        onWaiting: onceEach(remark),
        // Signed anew for each request, so that an import may last longer than a token.
        token: async () => other ?? token ?? (await signLocally(path.join(home, 'keys'), givenKeys?.local)),
      }),
  };
};
