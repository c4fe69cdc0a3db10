import { pinsRefusals } from '@mulin/testing';
import * as refusals from './refusals.js';

pinsRefusals(refusals, [
  ['archivedCase', 'archived-case', 'refused'],
  ['noSuchOrder', 'no-such-order', 'unknown'],
  ['notYours', 'not-your-order', 'forbidden'],
  ['notYourArea', 'not-your-area', 'forbidden'],
  ['withArbiter', 'with-arbiter', 'refused'],
  ['decidedForGood', 'decided-for-good', 'refused'],
  ['alreadyFinished', 'order-finished', 'refused'],
  ['alreadyTheirs', 'already-theirs', 'refused'],
  ['isOver', 'order-over', 'refused'],
  ['notTaken', 'not-taken', 'refused'],
  ['notBeforeArbiter', 'not-before-arbiter', 'refused'],
]);
