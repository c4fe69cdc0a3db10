import { expect, test } from '@jest/globals';
import { initial } from './handling.js';
import { standingOf } from './standing.js';

const registered = { status: 'registered' } as const;

test('what nobody has heard of yet is registered', () => {
  expect(standingOf(registered, initial)).toBe('registered');
});

test.each(['offered', 'taken', 'with-arbiter', 'finished', 'verified'] as const)(
  'until it is over it is %s',
  (state) => {
    expect(standingOf(registered, { ...initial, state })).toBe(state);
    for (const status of ['declined', 'withdrawn', 'closed'] as const)
      expect(standingOf({ status }, { ...initial, state })).toBe(status);
  },
);

test('what was given back stands as before until somebody else is asked', () => {
  expect(standingOf(registered, { ...initial, state: 'returned' })).toBe('offered');
  expect(standingOf(registered, { ...initial, state: 'returned', wasTaken: true })).toBe('taken');
});
