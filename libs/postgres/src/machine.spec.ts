import { expect, test } from '@jest/globals';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { machineChecks } from './machine.js';
import { trialHome } from './database.testing.js';

test('a machine that has what a town needs is told so, each thing by itself, also before there is a home', async () => {
  const { home, remove } = trialHome();
  const checks = await machineChecks(path.join(home, 'not', 'yet'));

  expect(checks.map(({ name }) => name)).toEqual([
    'node',
    'postgres',
    'home',
    'passage',
    'disk',
    'port',
    'memory',
  ]);
  expect(checks.filter(({ ok }) => !ok)).toEqual([]);
  remove();
});

test('a home that cannot be one is named with what to do', async () => {
  const { home, remove } = trialHome();
  const file = path.join(home, 'file');
  writeFileSync(file, '');
  const checks = await machineChecks(path.join(file, 'home'));

  expect(checks.find(({ name }) => name === 'home')).toEqual({
    name: 'home',
    ok: false,
    text: {
      en: expect.stringContaining('choose another MULIN_HOME'),
      zh: expect.stringContaining('请另选 MULIN_HOME'),
    },
  });
  remove();
});
