/** A town whose messages are on a real Kafka: started, refused where it cannot be used, and a demand from call to close. */
import { afterAll, expect, jest, test } from '@jest/globals';
import { describeWithFaults } from '@mulin/testing';
import { closeALoop, isReady } from './closed-loop.js';
import { ask } from './http.js';
import { clearAway, launch, mulin, newHome, patienceMs, startTown, until } from './real-town.js';

jest.setTimeout(patienceMs);
afterAll(clearAway);

await describeWithFaults('kafka', 'A town on Kafka', (kafka) => {
  const home = newHome();
  const env = () => ({ MULIN_HOME: home, KAFKA_BROKERS: kafka().url });

  test('does not start without its topics, says so in one sentence, and is given them by an operator', async () => {
    const bare = await launch(env()).ended;
    expect(bare.code).not.toBe(0);
    expect(bare.err).toMatch(/Kafka has no topic "[^"]+": make it with "mulin topics apply"\./);
    const { code, json } = await mulin(env(), 'topics', 'apply');
    expect(code).toBe(0);
    expect(json['made']).toEqual((json['topics'] as readonly { topic: string }[]).map(({ topic }) => topic));
  });

  test('closes a loop over it, and its readiness names it', async () => {
    const town = await startTown(env());
    await isReady(town);
    const number = await closeALoop(town);
    expect((await town.mulin('case', number)).code).toBe(0);
    expect(await town.mulin('dead-letters', 'list')).toMatchObject({ code: 0, json: { items: [] } });
    const { body } = await ask(town.url, { method: 'GET', path: '/health/ready' });
    expect(JSON.stringify(body)).toContain('"kafka"');

    await kafka().kill();
    const away = await until(
      'readiness names Kafka',
      () => ask(town.url, { method: 'GET', path: '/health/ready' }),
      ({ status, body: said }) => status === 503 && JSON.stringify(said['waitsFor']).includes('kafka'),
    );
    expect(away.status).toBe(503);
    await kafka().restart();
    await isReady(town);
    await closeALoop(town);
    await town.kill('SIGTERM');
  });
});
