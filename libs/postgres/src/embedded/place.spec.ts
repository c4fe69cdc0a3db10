import { expect, test } from '@jest/globals';
import { chownSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { trialHome } from '../database.testing.js';
import { placeOf } from './place.js';
import { isRoot } from './runner.js';

const asRoot = isRoot() ? test : test.skip;

test('an open home keeps everything inside, and is the same place each time', () => {
  const { home, remove } = trialHome();
  const place = placeOf(home);

  expect(place).toMatchObject({ folder: `${home}/postgres`, outside: null });
  expect(placeOf(home)).toEqual(place);
  remove();
});

asRoot(
  'two closed homes have a folder each beside them, and a temporary one has it in a temporary place',
  () => {
    const [one, two] = [trialHome(0o700), trialHome(0o700)];
    const [first, second] = [placeOf(one.home), placeOf(two.home)];

    expect(first.outside).toMatch(/^\/var\/tmp\/mulin-[0-9a-f]{12}$/);
    expect(readFileSync(`${first.outside}/home`, 'utf8')).toBe(`${one.home}\n`);
    expect(second.outside).not.toBe(first.outside);
    expect(placeOf(one.home)).toEqual(first);
    expect(first.log.startsWith(one.home)).toBe(true);
    for (const { outside } of [first, second]) rmSync(outside ?? '', { recursive: true, force: true });
    one.remove();
    two.remove();
  },
);

asRoot('a folder of that name that somebody else has made is not trusted', () => {
  const { home, remove } = trialHome(0o700);
  const { outside } = placeOf(home);
  rmSync(outside ?? '', { recursive: true });
  mkdirSync(outside ?? '');
  chownSync(outside ?? '', 65_534, 65_534);

  expect(() => placeOf(home)).toThrow('belongs to somebody else');
  rmSync(outside ?? '', { recursive: true });
  remove();
});
