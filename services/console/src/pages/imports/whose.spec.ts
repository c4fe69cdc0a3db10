import { expect, test } from '@jest/globals';
import type { Sitting } from '../../api/sitting';
import { importOf } from './whose';

test.each<[string, Sitting, ReturnType<typeof importOf>]>([
  ['whoever began it sits here', { signedIn: 'zhou', whose: 'zhou' }, 'go-on'],
  ['their session ended, and they have not left', { signedIn: null, whose: 'zhou' }, 'wait'],
  ['the town has not said yet who sits here', { signedIn: undefined, whose: undefined }, 'wait'],
  ['the town is asked once more', { signedIn: undefined, whose: 'zhou' }, 'wait'],
  ['they have signed out', { signedIn: null, whose: null }, 'give-up'],
  ['somebody else signed in over it', { signedIn: 'wu', whose: 'wu' }, 'give-up'],
  ['the session of somebody else ended', { signedIn: null, whose: 'wu' }, 'give-up'],
])('an import where %s', (_, sitting, becomes) => {
  expect(importOf('zhou', sitting)).toBe(becomes);
});
