/** A real town that is stopped, or killed, at a moment at which it had something else to do. */
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { ask, everyItem, itemsOf, type Json } from './http.js';
import { packOfSeconds } from './papers.js';
import { clearAway, newFolder, newHome, patienceMs, startTown, type Town, until } from './real-town.js';

jest.setTimeout(2 * patienceMs);
const env = { MULIN_HOME: newHome(), MULIN_PACK: packOfSeconds(newFolder()) };

let town: Town;
beforeAll(async () => {
  town = await startTown(env);
});
afterAll(clearAway);

const again = async () => {
  town = await startTown({ ...env, MULIN_PORT: town.port });
};
const operatorToken = async () => String((await town.mulin('token', '--role', 'operator')).json['token']);

test('a town that is killed while it is filled with a made-up month holds none of it, and is filled when asked again', async () => {
  const who = await operatorToken();
  const work = town.begin('demo');
  await until(
    'the month is under way',
    () => ask(town.url, { method: 'GET', path: '/api/v1/demo', who }),
    ({ body }) => Number(body['share']) > 0.2,
  );
  await town.kill('SIGKILL');
  await again();
  expect(await work.ended).toMatchObject({
    code: 1,
    json: { error: expect.stringMatching(/was stopped while/) },
  });
  expect(await everyItem(town.url, who, '/api/v1/cases')).toEqual([]);

  const { code, json } = await town.mulin('demo');
  expect(code).toBe(0);
  expect(await everyItem(town.url, who, '/api/v1/cases')).toHaveLength(Number(json['cases']));
});

test('a deadline that falls due while the town is stopped is missed, and everybody is told at the next start, once', async () => {
  const who = await operatorToken();
  const place = { lat: 36.373, lon: 119.744 };
  const { status, body } = await ask(town.url, {
    method: 'POST',
    path: '/api/v1/cases',
    who,
    body: { menuItem: 'at-once', words: 'It is dark at the gate.', place },
  });
  expect(status).toBe(201);
  const number = String(body['number']);
  const clocksOf = async () =>
    (await town.mulin('case', number)).json['clocks'] as readonly Json[] | undefined;
  await until('its clocks run', clocksOf, (clocks = []) => clocks.some(({ name }) => name === 'complete/1'));
  const dues = ((await clocksOf()) ?? []).map(({ due }) => Date.parse(String(due)));
  await town.kill('SIGTERM');
  await until(
    'the last deadline is over',
    () => Date.now(),
    (now) => now > Math.max(...dues),
  );
  await again();

  const told = async () =>
    itemsOf((await town.mulin('escalations')).json).filter((it) => it['number'] === number);
  // One notice for each person: of every deadline that was over by then.
  const isOfAll = ({ clocks, to }: Json) =>
    to === 'town-leader' && JSON.stringify(clocks).includes('complete/1');
  const steps = await until('the town leader hears of it', told, (items) => items.some(isOfAll));
  const names = steps.map(({ clock, to }) => `${String(clock)} ${String(to)}`);
  expect(new Set(names).size).toBe(names.length);
  const clocks = (await clocksOf()) ?? [];
  expect(clocks.find(({ name }) => name === 'complete/1')).toMatchObject({ verdict: 'breached' });
});
