import { expect, test } from '@jest/globals';
import { BusStrategy } from './strategy.js';

test('a service begins to listen when it is started and has ended when it is closed', async () => {
  const told: string[] = [];
  const strategy = new BusStrategy(async () => {
    told.push('started');
    return [async () => void told.push('one stopped'), async () => void told.push('other stopped')];
  });
  expect(told).toEqual([]);
  await strategy.listen(() => told.push('open'));
  await strategy.close();
  await strategy.close();
  expect(told).toEqual(['started', 'open', 'one stopped', 'other stopped']);
});

test('a service that cannot start says why', async () => {
  const strategy = new BusStrategy(() => {
    throw new Error('two reactions');
  });
  const errors: unknown[] = [];
  await strategy.listen((error) => errors.push(error));
  expect(errors).toEqual([new Error('two reactions')]);
});
