/** One demand from the call to the closed case, in a town that runs as a program. */
import { ask } from './http.js';
import { openClient, type Person } from './killed-loop/client.js';
import { type Town, until } from './real-town.js';

export const isReady = (town: Town) =>
  until(
    'the town is ready',
    () => ask(town.url, { method: 'GET', path: '/health/ready' }),
    ({ status }) => status === 200,
  );

/** From the call to the closed case; every step needs what another service has told. */
export const closeALoop = async (town: Town) => {
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
