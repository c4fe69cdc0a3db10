import { expect, test } from '@jest/globals';
import type { KeptSession } from './last-session';
import { followed } from './other-tabs';

const session = (account: string, isOver?: true): KeptSession => ({
  account,
  role: 'hotline-clerk',
  area: 'mu',
  name: null,
  until: null,
  ...(isOver === undefined ? {} : { isOver }),
});
const at = (account: string, isBrokenOff = false) => ({ account, isBrokenOff });

test.each([
  ['nobody, and nobody comes', null, null, 'nothing'],
  ['nobody, and somebody’s session ends', null, session('a', true), 'nothing'],
  ['nobody, and somebody comes', null, session('a'), 'begin-anew'],
  ['somebody, and they leave', at('a'), null, 'begin-anew'],
  ['somebody, and somebody else comes', at('a'), session('b'), 'begin-anew'],
  ['somebody, and somebody else’s session ends', at('a'), session('b', true), 'begin-anew'],
  ['somebody, and it goes on longer', at('a'), session('a'), 'nothing'],
  ['somebody, and their session ends', at('a'), session('a', true), 'end'],
  ['somebody broken off, and it is said once more', at('a', true), session('a', true), 'nothing'],
  ['somebody broken off, and they are back', at('a', true), session('a'), 'go-on'],
  ['somebody broken off, and they leave', at('a', true), null, 'begin-anew'],
] as const)('%s', (_, mine, now, what) => {
  expect(followed(mine, now)).toBe(what);
});
