/** The first minute of a newcomer: a town, a made-up month, something to look at; and never over what is real. */
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { ask, everyItem } from './http.js';
import { clearAway, newHome, patienceMs, startTown, type Town } from './real-town.js';

jest.setTimeout(patienceMs);

let town: Town;
beforeAll(async () => {
  town = await startTown({ MULIN_HOME: newHome() });
});
afterAll(clearAway);

test('a new town is filled, shows it, and goes on; it is not filled twice', async () => {
  const { code, json } = await town.mulin('demo');
  expect(code).toBe(0);
  expect(json).toEqual({
    cases: expect.any(Number),
    open: expect.any(Number),
    late: expect.any(Number),
    escalated: expect.any(Number),
    seconds: expect.any(Number),
  });

  const token = String((await town.mulin('token', '--role', 'auditor')).json['token']);
  expect(await everyItem(town.url, token, '/api/v1/cases')).toHaveLength(Number(json['cases']));
  expect((await everyItem(town.url, token, '/api/v1/escalations')).length).toBeGreaterThan(0);
  expect(await town.mulin('dead-letters', 'list')).toMatchObject({ code: 0, json: { items: [] } });

  const clerk = String((await town.mulin('token', '--role', 'hotline-clerk')).json['token']);
  const body = { menuItem: 'sanitation', words: 'The bin is full.', place: { lat: 36.373, lon: 119.744 } };
  const real = await ask(town.url, { method: 'POST', path: '/api/v1/cases', who: clerk, body });
  expect(real.status).toBe(201);
  expect((await town.mulin('case', String(real.body['number']))).code).toBe(0);

  expect(await town.mulin('demo')).toMatchObject({ code: 2, json: { error: { code: 'town-holds-cases' } } });
});
