import { describe, expect, test } from '@jest/globals';
import { readConfig } from '../host/config.js';
import { environment } from './environment.js';

const read = (env: Readonly<Record<string, string>>) => readConfig(environment('/somewhere'), env);

describe('The environment of a town', () => {
  test('may say nothing at all', () => {
    expect(read({})).toMatchObject({
      home: expect.stringMatching(/\.mulin$/),
      port: 3_110,
      pack: expect.stringMatching(/infra\/packs\/sample$/),
      logLevel: 'info',
      databaseUrl: undefined,
    });
  });

  test('names folders from where npm was called', () => {
    expect(read({ MULIN_HOME: 'here', MULIN_PACK: '../pack', MULIN_PORT: '0' })).toMatchObject({
      home: '/somewhere/here',
      pack: '/pack',
      port: 0,
    });
  });

  test('names a KurrentDB by a connection string of its client', () => {
    expect(read({}).kurrentUrl).toBeUndefined();
    for (const right of ['esdb://there', 'kurrentdb://admin:changeit@one:2113,two:2113?tls=false'])
      expect(read({ KURRENTDB_URL: right }).kurrentUrl).toBe(right);
    for (const wrong of ['there:2113', 'http://there:2113', 'kurrentdb://'])
      expect(() => read({ KURRENTDB_URL: wrong })).toThrow(/KURRENTDB_URL: must be an address such as/);
  });

  test('says how brokers are reached that ask for TLS and a password', () => {
    expect(read({}).kafkaAccess).toEqual({ client: 'kafkajs', tls: undefined, sasl: undefined });
    const named = { KAFKA_TLS: 'on', KAFKA_USERNAME: 'town', KAFKA_PASSWORD: 'secret' };
    expect(read(named).kafkaAccess).toEqual({
      client: 'kafkajs',
      tls: { ca: undefined },
      sasl: { mechanism: 'scram-sha-512', username: 'town', password: 'secret' },
    });
    expect(read({ ...named, KAFKA_SASL_MECHANISM: 'PLAIN' }).kafkaAccess.sasl?.mechanism).toBe('plain');
    expect(() => read({ KAFKA_USERNAME: 'town' })).toThrow(/KAFKA_PASSWORD: is needed/);
    expect(() => read({ KAFKA_PASSWORD: 'secret' })).toThrow(/KAFKA_USERNAME: is needed/);
    expect(() => read({ ...named, KAFKA_TLS: 'off', KAFKA_SASL_MECHANISM: 'PLAIN' })).toThrow(/KAFKA_TLS: /);
    expect(() => read({ KAFKA_TLS: 'on', KAFKA_CA: '/etc/ca.pem' })).toThrow(
      /KAFKA_CA: must be certificates/,
    );
  });

  test('names the brokers of a Kafka, each with its port', () => {
    expect(read({}).kafkaBrokers).toBeUndefined();
    expect(read({ KAFKA_BROKERS: 'a:9092, b:9092' }).kafkaBrokers).toEqual(['a:9092', 'b:9092']);
    for (const wrong of ['a', 'kafka://a:9092', 'a:9092 b:9092', 'a:9092,b'])
      expect(() => read({ KAFKA_BROKERS: wrong })).toThrow(/KAFKA_BROKERS: must be host:port/);
  });

  test('that is empty in a place says nothing there', () => {
    expect(read({ DATABASE_URL: '', MULIN_PORT: '' })).toMatchObject({ databaseUrl: undefined, port: 3_110 });
  });

  test('names hosts, proxies and limits, where the town is reached in another way than by itself', () => {
    const said = {
      MULIN_HOSTS: 'town.example.org, mu.gov.cn',
      MULIN_PROXIES: '10.0.0.1',
      MULIN_LIMITS: 'open=600,resident-writes=30',
    };
    expect(read(said).server).toEqual({
      hosts: ['town.example.org', 'mu.gov.cn'],
      proxies: ['10.0.0.1'],
      limits: { open: 600, 'resident-writes': 30 },
    });
    expect(read({}).server).toEqual({ hosts: [], proxies: [], limits: {} });
  });

  test('says where to listen, and whether others share the town, which then have one PostgreSQL', () => {
    expect(read({})).toMatchObject({ bind: '127.0.0.1', isShared: false });
    const many = { MULIN_BIND: '0.0.0.0', MULIN_INSTANCES: 'many' };
    expect(read({ ...many, DATABASE_URL: 'postgres://mulin@db/mulin' })).toMatchObject({
      bind: '0.0.0.0',
      isShared: true,
    });
    expect(() => read(many)).toThrow(/DATABASE_URL: is needed/);
    expect(() => read({ MULIN_BIND: 'here' })).toThrow(/MULIN_BIND: must be an IP address/);
  });

  test('names a mail server, whom messages are from, and where they lead; without any, none is sent', () => {
    const said = {
      MULIN_SMTP_URL: 'smtps://mulin:secret@mail.town.example',
      MULIN_SMTP_FROM: 'Mulin <mulin@town.example>',
      MULIN_PUBLIC_URL: 'https://mulin.town.example/',
      MULIN_WEBHOOKS: 'private',
    };
    expect(read(said).sending).toEqual({
      mail: { url: said.MULIN_SMTP_URL, from: said.MULIN_SMTP_FROM },
      publicUrl: said.MULIN_PUBLIC_URL,
      allowPrivateWebhooks: true,
    });
    expect(read({}).sending).toEqual({ mail: undefined, publicUrl: undefined, allowPrivateWebhooks: false });
  });

  test('names the keys of a town, where its log goes, and how many connections a process has', () => {
    const jwk = { kty: 'EC', crv: 'P-256', x: 'x', y: 'y', d: 'd' };
    const said = {
      MULIN_SIGNING_KEY: JSON.stringify(jwk),
      MULIN_LOCAL_KEY: 'A5'.repeat(32),
      MULIN_LOG_TO: 'stdout',
      MULIN_POOL: '12',
    };
    expect(read(said)).toMatchObject({
      givenKeys: { signing: said.MULIN_SIGNING_KEY, local: said.MULIN_LOCAL_KEY },
      logTo: 'stdout',
      connections: 12,
    });
    const unsaid = { givenKeys: { signing: undefined, local: undefined }, logTo: 'file' };
    expect(read({})).toMatchObject({ ...unsaid, connections: undefined });
  });

  test.each([
    [
      { MULIN_SIGNING_KEY: '{"kty":"EC","crv":"P-256"}' },
      /MULIN_SIGNING_KEY: must be a private key for ES256/,
    ],
    [{ MULIN_SIGNING_KEY: 'ab' }, /MULIN_SIGNING_KEY: must be a private key for ES256/],
    [{ MULIN_LOCAL_KEY: 'ab' }, /MULIN_LOCAL_KEY: must be 64 hexadecimal digits/],
    [{ MULIN_POOL: '3' }, /MULIN_POOL: must be at least 4/],
    [{ MULIN_LOG_TO: 'nowhere' }, /MULIN_LOG_TO: /],
    [{ MULIN_TOPIC_PREFIX: '牟' }, /MULIN_TOPIC_PREFIX: must be letters, digits/],
    [{ MULIN_LIMITS: 'residents=5' }, /MULIN_LIMITS: must be kind=count, .*resident-writes/],
    [{ MULIN_LIMITS: 'open=0' }, /MULIN_LIMITS: must be kind=count/],
    [{ MULIN_PORT: '70000' }, /^The environment is wrong in one place: MULIN_PORT: must be at most 65535$/],
    [{ MULIN_PORT: '-1' }, /MULIN_PORT: must be a whole number/],
    [{ DATABASE_URL: 'mysql://x' }, /DATABASE_URL: .*postgres:\/\//],
    [{ MULIN_SMTP_URL: 'smtp://mail.example' }, /MULIN_SMTP_FROM: is needed where MULIN_SMTP_URL is set/],
    [{ MULIN_SMTP_FROM: 'nobody' }, /MULIN_SMTP_FROM: must be an e-mail address/],
    [{ MULIN_SMTP_URL: 'mail.example', MULIN_SMTP_FROM: 'a@b.example' }, /MULIN_SMTP_URL: .*smtp:\/\//],
    [{ MULIN_LOG: 'loud', MULIN_MASTER_KEY: 'abc' }, /2 places: MULIN_LOG: .*; MULIN_MASTER_KEY: .*64/],
  ])('is refused with every mistake named: %j', (env, sentence) => {
    expect(() => read(env)).toThrow(sentence);
  });

  test.each([
    [
      { MULIN_LIMITS: 'residents=5' },
      /^环境变量有 1 处错误：MULIN_LIMITS：应为“类别=次数”，以逗号分隔；类别有 .*resident-writes/,
    ],
    [{ MULIN_PORT: '70000' }, /MULIN_PORT：不得大于 65535$/],
    [{ DATABASE_URL: 'mysql://x' }, /DATABASE_URL：应为以 postgres:\/\/ 或 postgresql:\/\/ 开头的地址$/],
    [
      { MULIN_LOG: 'loud', MULIN_MASTER_KEY: 'abc' },
      /MULIN_LOG：只能是：.*；MULIN_MASTER_KEY：应为 64 位十六进制数字$/,
    ],
  ])('is refused in Chinese, too: %j', (env, sentence) => {
    expect(() => read(env)).toThrow(
      expect.objectContaining({ sentence: { en: expect.any(String), zh: expect.stringMatching(sentence) } }),
    );
  });
});
