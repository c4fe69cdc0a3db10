import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { describeWithFaults, until } from '@mulin/testing';
import { freePort, startKafka } from '@mulin/testing/engines';
import type { KafkaAccess } from './client.js';
import { kafkaBus, kafkaTopics } from './kafka-bus.js';
import { describeByClient } from './kafka.testing.js';

const folder = mkdtempSync(path.join(tmpdir(), 'mulin-kafka-tls-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const openssl = (...args: readonly string[]) => {
  const { status, stderr } = spawnSync('openssl', args, { cwd: folder, encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
};
const authority = (name: string): string => {
  openssl(
    ...['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-subj', `/CN=${name}`],
    ...['-keyout', `${name}.key`, '-out', `${name}.crt`],
  );
  return readFileSync(path.join(folder, `${name}.crt`), 'utf8');
};

/** A key and a certificate for 127.0.0.1, as a broker reads them. */
const brokerKeys = (ca: string): string => {
  writeFileSync(path.join(folder, 'san'), 'subjectAltName=IP:127.0.0.1\n');
  openssl(
    ...['req', '-newkey', 'rsa:2048', '-nodes', '-subj', '/CN=kafka'],
    ...['-keyout', 'broker.key', '-out', 'broker.csr'],
  );
  openssl(
    ...['x509', '-req', '-in', 'broker.csr', '-CA', `${ca}.crt`, '-CAkey', `${ca}.key`, '-days', '2'],
    ...['-CAcreateserial', '-extfile', 'san', '-out', 'broker.crt'],
  );
  const file = path.join(folder, 'broker.pem');
  const read = (name: string) => readFileSync(path.join(folder, name), 'utf8');
  writeFileSync(file, read('broker.key') + read('broker.crt'));
  return file;
};

const trusted = authority('town-ca');
const foreign = authority('foreign-ca');
const plainLogin = 'org.apache.kafka.common.security.plain.PlainLoginModule required user_town="of-plain";';
const scramLogin = 'org.apache.kafka.common.security.scram.ScramLoginModule required;';

const start = async () => {
  const keys = brokerKeys('town-ca');
  const inner = await freePort();
  return startKafka(
    ({ port, controllerPort }) => ({
      listeners: `SASL_SSL://127.0.0.1:${port},INNER://127.0.0.1:${inner},CONTROLLER://127.0.0.1:${controllerPort}`,
      'advertised.listeners': `SASL_SSL://127.0.0.1:${port},INNER://127.0.0.1:${inner}`,
      'listener.security.protocol.map': 'SASL_SSL:SASL_SSL,INNER:PLAINTEXT,CONTROLLER:PLAINTEXT',
      'inter.broker.listener.name': 'INNER',
      'ssl.keystore.type': 'PEM',
      'ssl.keystore.location': keys,
      'sasl.enabled.mechanisms': 'SCRAM-SHA-512,PLAIN',
      'listener.name.sasl_ssl.scram-sha-512.sasl.jaas.config': scramLogin,
      'listener.name.sasl_ssl.plain.sasl.jaas.config': plainLogin,
    }),
    { users: { town: 'of-scram' } },
  );
};

const scram = { mechanism: 'scram-sha-512', username: 'town', password: 'of-scram' } as const;
const plain = { mechanism: 'plain', username: 'town', password: 'of-plain' } as const;
const tls = { ca: trusted };

await describeWithFaults(
  'kafka',
  'A Kafka that asks for TLS and a password',
  (kafka) => {
    describeByClient('TLS and passwords', (client) => {
      test.each([
        ['SCRAM-SHA-512', scram],
        ['PLAIN', plain],
      ])('is published to and read from by %s', async (_, sasl) => {
        const where = { brokers: [kafka().url], access: { tls, sasl, client } };
        const topic = `mulin.test-${client}-${sasl.mechanism}`;
        const topics = kafkaTopics(where);
        await topics.apply([topic]);
        await topics.close();
        const bus = kafkaBus(where);
        await bus.publish(topic, [{ key: 'a', value: '{}' }]);
        const heard: string[] = [];
        const stop = bus.subscribe('readers', [topic], async ({ key }) => {
          heard.push(key);
          return 'handled';
        });
        await until(() => heard.length > 0);
        await until(async () => (await bus.lag('readers', [topic])).get(topic) === 0);
        await stop();
        await bus.close();
      });

      test.each<[string, KafkaAccess, RegExp]>([
        [
          'a wrong password',
          { tls, sasl: { ...scram, password: 'wrong' } },
          /refuses the name or the password/,
        ],
        [
          'a wrong password in PLAIN',
          { tls, sasl: { ...plain, password: 'wrong' } },
          /refuses the name or the/,
        ],
        ['a foreign authority', { tls: { ca: foreign }, sasl: scram }, /certificate of Kafka is not trusted/],
        ['none but those of the system', { tls: { ca: undefined }, sasl: scram }, /is not trusted/],
        ['no name', { tls }, /Kafka cannot be reached/],
      ])('says in one sentence what is wrong with %s', async (_, access, sentence) => {
        const bus = kafkaBus({ brokers: [kafka().url], access: { ...access, client } });
        const refusal = await bus.ping().catch((error: unknown) => error);
        await bus.close();
        expect(refusal).toMatchObject({
          name: 'Unavailable',
          sentence: { en: expect.stringMatching(sentence) },
        });
      });
    });
  },
  { start },
);
