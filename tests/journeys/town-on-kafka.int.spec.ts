/** A town whose messages are on a real Kafka: started, refused where it cannot be used, and a demand from call to close. */
import { afterAll, expect, jest, test } from '@jest/globals';
import { describeWithFaults } from '@mulin/testing';
import { ask } from './http.js';
import { openClient, type Person } from './killed-loop/client.js';
import { clearAway, launch, mulin, newHome, patienceMs, startTown, type Town, until } from './real-town.js';

jest.setTimeout(patienceMs);
afterAll(clearAway);

const isReady = (town: Town) =>
  until(
    'the town is ready',
    () => ask(town.url, { method: 'GET', path: '/health/ready' }),
    ({ status }) => status === 200,
  );

/** From the call to the closed case; every step needs what another service has told. */
const closeALoop = async (town: Town) => {
  const operator = String((await town.mulin('token', '--role', 'operator', '--minutes', '60')).json['token']);
  const client = openClient(town.url, operator);
  const { caseId, number } = await client.post(operator, '/api/v1/cases', {
    menuItem: 'street-and-lighting',
    words: 'It is dark at the gate.',
    place: { lat: 36.373, lon: 119.744 },
  });
  const id = String(caseId);
  const stateOf = async () => (await client.get(operator, `/api/v1/timelines/${id}`))['state'];
  const becomes = (state: string) => until(`the case is ${state}`, stateOf, (it) => it === state);
  await becomes('offered');
  const { member, area } = await client.get(operator, `/api/v1/orders/${id}`);
  const holder: Person = { role: 'grid-member', account: String(member), area: String(area) };
  await client.untilAsked(holder, id, 'take');
  await client.post(holder, `/api/v1/orders/${id}/take`, {});
  await becomes('taken');
  await client.post(holder, `/api/v1/orders/${id}/finish`, { result: 'solved', words: 'The lamp is new.' });
  await becomes('finished');
  await client.post({ role: 'hotline-clerk' }, `/api/v1/cases/${id}/close`, { outcome: 'done' });
  await becomes('closed');
  return String(number);
};

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
