import { expect, test } from '@jest/globals';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { environmentOf, secretsOf } from './environment.js';

const at = { project: '/opt/mulin', here: '/somewhere' };
const nothingSaid = {
  folder: '/somewhere',
  home: '/opt/mulin/.mulin',
  url: 'http://127.0.0.1:3110',
  token: undefined,
  databaseUrl: undefined,
  masterKey: undefined,
  kafka: { pack: '/opt/mulin/infra/packs/sample', variables: {} },
  givenKeys: {},
  isTalkative: false,
};

test('an empty variable says as little as none', () => {
  expect(environmentOf({}, at)).toEqual(nothingSaid);
  const names =
    'INIT_CWD MULIN_HOME MULIN_URL MULIN_PORT MULIN_TOKEN DATABASE_URL MULIN_MASTER_KEY MULIN_SIGNING_KEY MULIN_LOCAL_KEY MULIN_LOG KAFKA_BROKERS MULIN_KAFKA_CLIENT KAFKA_TLS KAFKA_CA KAFKA_USERNAME KAFKA_PASSWORD KAFKA_SASL_MECHANISM MULIN_TOPIC_PREFIX MULIN_PACK';
  const empty = Object.fromEntries(names.split(' ').map((name) => [name, '']));
  expect(environmentOf(empty, at)).toEqual(nothingSaid);
});

test('a folder is meant from where the caller stands, and an address before a port', () => {
  const said = {
    INIT_CWD: '/desk',
    MULIN_HOME: 'town',
    MULIN_PACK: 'pack',
    MULIN_PORT: '4000',
    MULIN_LOG: 'debug',
  };
  expect(environmentOf(said, at)).toMatchObject({
    folder: '/desk',
    home: '/desk/town',
    url: 'http://127.0.0.1:4000',
    kafka: { pack: '/desk/pack' },
    isTalkative: true,
  });
  expect(environmentOf({ ...said, MULIN_URL: 'http://town:80' }, at)).toMatchObject({
    url: 'http://town:80',
  });
});

test('the terminal’s language is LC_ALL, else LC_MESSAGES, else LANG', () => {
  expect(environmentOf({ LANG: 'zh_CN.UTF-8' }, at).locale).toBe('zh_CN.UTF-8');
  expect(environmentOf({ LC_ALL: 'C', LANG: 'zh_CN.UTF-8' }, at).locale).toBe('C');
  expect(environmentOf({ LC_MESSAGES: 'zh_CN.UTF-8', LANG: 'en_GB.UTF-8' }, at).locale).toBe('zh_CN.UTF-8');
});

test('a secret may lie in a file, and one that is not there is a wrong call', async () => {
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'mulin-secret-')), 'token');
  writeFileSync(file, 'a.b.c\n');
  expect((await secretsOf({ MULIN_TOKEN_FILE: file }))()).toMatchObject({ MULIN_TOKEN: 'a.b.c' });
  expect((await secretsOf({ MULIN_HOME: 'town' }))()).toEqual({ MULIN_HOME: 'town' });
  // Nothing is read, and nothing loaded, where the file is another program's.
  const others = { SSL_CERT_FILE: file, LANG: 'zh_CN.UTF-8' };
  expect((await secretsOf(others))()).toBe(others);
  const secrets = await secretsOf({ MULIN_TOKEN_FILE: `${file}.none` });
  expect(secrets).toThrow(
    expect.objectContaining({
      code: 'environment-wrong',
      message: expect.stringMatching(/no file .*\.none/),
    }),
  );
});
