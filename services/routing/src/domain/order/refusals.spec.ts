import { expect, test } from '@jest/globals';
import * as refusals from './refusals.js';

test.each([
  ['archivedCase', 'archived-case', 'refused'],
  ['noSuchOrder', 'no-such-order', 'unknown'],
  ['notYours', 'not-your-order', 'forbidden'],
  ['notYourArea', 'not-your-area', 'forbidden'],
  ['withArbiter', 'with-arbiter', 'refused'],
  ['decidedForGood', 'decided-for-good', 'refused'],
  ['alreadyFinished', 'order-finished', 'refused'],
  ['isOver', 'order-over', 'refused'],
  ['notTaken', 'not-taken', 'refused'],
  ['notBeforeArbiter', 'not-before-arbiter', 'refused'],
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
