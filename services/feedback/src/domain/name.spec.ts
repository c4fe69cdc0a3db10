/** How things are called, as others publish it. */
import { expect, test } from '@jest/globals';
import { scenarios } from '@mulin/testing';
import { call, decider, type Event } from './name.js';

const scenario = scenarios(decider);
const key = 'item:sanitation';
const name = (text: string) => ({ en: text, zh: text });
const named = (version: number, text: string): Event => ({
  type: 'Named',
  data: { key, version, name: name(text) },
});

scenario('the first name is kept')
  .given()
  .when(call(key, 1, { name: name('Rubbish') }))
  .then(named(1, 'Rubbish'));

scenario('a newer name is kept instead')
  .given(named(1, 'Rubbish'))
  .when(call(key, 2, { name: name('Sanitation') }))
  .then(named(2, 'Sanitation'));

scenario('told twice is told once')
  .given(named(1, 'Rubbish'))
  .when(call(key, 1, { name: name('Rubbish') }))
  .thenEcho();

scenario('an older name changes nothing')
  .given(named(3, 'Sanitation'))
  .when(call(key, 2, { name: name('Rubbish') }))
  .thenNothing();

test('what is on record in another order is read as the newest', () => {
  const fold = (...events: readonly Event[]) => events.reduce(decider.evolve, decider.initial);
  expect(fold(named(2, 'Sanitation'), named(1, 'Rubbish'))).toEqual({ version: 2, name: name('Sanitation') });
  expect(fold(named(1, 'Rubbish'), named(2, 'Sanitation'))).toEqual({ version: 2, name: name('Sanitation') });
  expect(fold(named(2, 'First'), named(2, 'Second'))).toMatchObject({ name: name('First') });
});
