/** The data of an older version under this one as a process for each service, with Kafka, Redis and roles of their own. */
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describeOnEngines, testDatabase, type TestDatabase } from '@mulin/testing';
import { expectSound, expectToGoOn, type Reached } from '../upgrade/goes-on.js';
import { fillDatabase, olderHome, olderPack } from '../upgrade/older-town.js';
import { clearAway, mulin, newFolder, patienceMs } from './real-town.js';
import { isReady, startServices } from './service-processes.js';

jest.setTimeout(2 * patienceMs);

const roles = path.join(newFolder(), 'roles');
const home = olderHome();
let database: TestDatabase;
let town: Reached;

const urlOf = (service: string): string =>
  readFileSync(path.join(roles, `${service}.database-url`), 'utf8').trim();

await describeOnEngines(['kafka', 'redis'], 'An older town as many processes', (engines) => {
  beforeAll(async () => {
    database = await testDatabase();
    await fillDatabase(database);
    const [kafka, redis] = engines();
    const env = { KAFKA_BROKERS: String(kafka?.url), REDIS_URL: String(redis?.url), MULIN_PACK: olderPack };
    const owner = { ...env, MULIN_HOME: home, DATABASE_URL: database.url };
    for (const command of [
      ['roles', 'apply', '--out', roles],
      ['tables', 'apply', '--roles', roles],
      ['topics', 'apply'],
    ])
      expect(await mulin(owner, ...command)).toMatchObject({ code: 0 });
    const { gateway } = await startServices((name) => ({
      ...env,
      DATABASE_URL: urlOf(name),
      ...(name === 'intake' ? { MULIN_HOME: home } : {}),
    }));
    await isReady(gateway);
    town = { url: gateway.url, at: { MULIN_HOME: gateway.home, MULIN_PACK: olderPack } };
  });
  afterAll(async () => {
    await clearAway();
    await database.drop();
  });

  test('reads as it did, and goes on', () => expectToGoOn(town, database));
  test('finds nothing wrong with itself', () => expectSound(town));
});
