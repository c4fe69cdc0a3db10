import { expect, test } from '@jest/globals';
import * as refusals from './refusals.js';

test.each([
  ['taken', 'already-taken', 'refused'],
  ['finished', 'already-finished', 'refused'],
  ['notFinished', 'not-finished', 'refused'],
  ['inHand', 'in-hand', 'refused'],
  ['ownWork', 'own-work', 'forbidden'],
  ['noOther', 'duplicate-of-missing', 'malformed'],
  ['itself', 'duplicate-of-itself', 'refused'],
  ['otherNotOpen', 'duplicate-of-closed', 'refused'],
  ['notByClosing', 'not-by-closing', 'refused'],
] as const)(
  'The refusal “%s” keeps its code, and says a sentence in both languages',
  (name, code, refusal) => {
    expect(refusals[name]()).toMatchObject({
      code,
      refusal,
      sentence: { en: expect.stringMatching(/\.$/), zh: expect.stringMatching(/\p{Script=Han}.*。$/u) },
    });
  },
);
